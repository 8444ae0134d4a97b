// The worker's entry: registers every listener in the first turn, so that no waking event is lost.

import { sweepArchives } from '../src/platform/archive-store/sweep.ts';
import { listen, report } from '../src/platform/events.ts';
import { allTabStates } from '../src/platform/tab-state.ts';
import { answer } from './calls.ts';
import { resumeLooks } from './look.ts';
import { listenToMenus } from './menus.ts';
import { tabChanged, tabClosed } from './navigation.ts';
import { syncSites } from './sites.ts';

listenToMenus();
listen({
  call: answer,
  tabChanged,
  tabClosed,
  async sitesChanged() {
    // Also the start of the browser: what an import left that ended with it is swept.
    await Promise.all([syncSites(), sweepArchives()]);
  },
});

allTabStates().then(resumeLooks).catch(report);

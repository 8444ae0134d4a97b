// Opens the popup in the toolbar.

import { render } from 'preact';
import { App } from './app.tsx';
import { browserServices } from './browser-services.ts';

const { tr } = browserServices;
document.documentElement.lang = tr.language;
document.documentElement.dir = tr.dir;
document.title = tr.t('extensionName');

const root = document.getElementById('app');
if (root === null) throw new Error('popup/index.html has no element with the id "app"');
render(<App services={browserServices} />, root);

// Opens the library page in its tab.

import { render } from 'preact';
import { translator } from '../platform/i18n.ts';
import { PANELS } from './panels.ts';
import { Shell } from './shell.tsx';

const tr = translator();
document.documentElement.lang = tr.language;
document.documentElement.dir = tr.dir;

const root = document.getElementById('app');
if (root === null) throw new Error('src/library/index.html has no element with the id "app"');
render(<Shell tr={tr} panels={PANELS} />, root);

// The panels of the library page, in the order of its navigation. Each comes when it is asked for.

import type { ComponentType } from 'preact';
import type { PanelName } from '../platform/library-page.ts';

export interface PanelEntry {
  name: PanelName;
  /** Key of its name in the messages. */
  label: string;
  load: () => Promise<{ Panel: ComponentType }>;
}

export const PANELS: readonly PanelEntry[] = [
  { name: 'saved', label: 'panelSaved', load: () => import('./saved/panel.tsx') },
  { name: 'archives', label: 'panelArchives', load: () => import('./archives/panel.tsx') },
  { name: 'settings', label: 'panelSettings', load: () => import('./settings/panel.tsx') },
  { name: 'about', label: 'panelAbout', load: () => import('./about/panel.tsx') },
];

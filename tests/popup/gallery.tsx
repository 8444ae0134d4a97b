// One state of the popup at a time, with invented data, for design work in a browser:
// `npx vite`, then /tests/popup/gallery.html?state=copy&locale=ru&dir=rtl&saved

import { render } from 'preact';
import { App } from '../../popup/app.tsx';
import { createTranslator } from '../../src/platform/translate.ts';
import type { Mark } from '../../src/provenance/marks.ts';
import type { TabState } from '../../src/provenance/tab-state.ts';
import { fakeServices } from './fake-services.ts';
import { checkedState, checkedStates, PAGE_URL } from './fixtures.ts';
import { fillMessage, type Messages } from './messages.ts';

const asked = new URLSearchParams(location.search);
const locale = asked.get('locale') ?? 'en';
const language = asked.get('language') ?? (locale === 'en' ? 'en-GB' : locale);
const name = asked.get('state') ?? 'copy';

const at = new Date().toISOString();
const STATES: Record<string, TabState> = {
  ...checkedStates(),
  marked: checkedState(),
  looking: { url: PAGE_URL, at, status: 'looking' },
  'not-article': {
    url: PAGE_URL,
    at,
    status: 'not-article',
    why: ['address-of-list', 'many-articles', 'few-paragraphs'],
  },
  unread: {
    url: PAGE_URL,
    at,
    status: 'error',
    problem: { code: 'page-unreadable', detail: 'no answer' },
  },
  'no-access': { url: PAGE_URL, at, status: 'no-access' },
  error: {
    url: PAGE_URL,
    at,
    status: 'error',
    problem: { code: 'page-too-large', detail: '5,242,880 characters' },
  },
};

const panel = asked.has('panel') || name === 'unseen';
if (panel) document.documentElement.setAttribute('data-panel', '');

/** Two statements that were marked before: the verdict's relative and a source. */
const MARKS = [
  'relative Coast papers https://mercury.example/2024/05/05/bell-returns',
  'source person Marlow Keene',
].map((id): Mark => ({ kind: 'relative', id, page: PAGE_URL, said: id, at }));

const messages: Messages = await (await fetch(`/_locales/${locale}/messages.json`)).json();
const tr = createTranslator((key, args) => fillMessage(messages, key, args), language);
document.documentElement.lang = tr.language;
document.documentElement.dir = asked.get('dir') ?? tr.dir;

const { services } = fakeServices({
  tr,
  state: STATES[name],
  url: name === 'closed' ? 'about:config' : name === 'unseen' ? undefined : PAGE_URL,
  saved: asked.has('saved'),
  panel,
  online: name !== 'unread',
  ...(name === 'marked' ? { marks: MARKS } : {}),
});
const root = document.getElementById('app');
if (root !== null) render(<App services={services} />, root);

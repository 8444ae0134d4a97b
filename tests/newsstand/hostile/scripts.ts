// What the hostile pages run. Plain text here: it is the pages' code, never ours.

import { escape } from '../html.ts';
import { plainParagraphs } from '../text.ts';
import type { Copy } from '../types.ts';

/** Removes every element that turns up after load; counts in `data-removed`. Gives up after 50. */
export const REMOVES = `
(() => {
  const root = document.documentElement;
  let removed = 0;
  const watch = new MutationObserver((records) => {
    for (const record of records) for (const node of record.addedNodes) {
      if (node.nodeType !== 1 || removed >= 50) continue;
      node.remove();
      removed += 1;
      root.dataset.removed = String(removed);
    }
  });
  addEventListener('DOMContentLoaded', () => watch.observe(root, { childList: true, subtree: true }));
})();
`;

/** Talks as the extension does, wherever a page can talk; anything that answers is noted in \`data-heard\`. */
export const FAKES = `
(() => {
  const root = document.documentElement;
  root.dataset.heard = '0';
  const heard = () => { root.dataset.heard = String(Number(root.dataset.heard) + 1); };
  const model = { state: 'original', label: 'Same text: everybody', lines: ['<img src=x onerror=alert(1)>'], dir: 'ltr', words: { open: 'a', close: 'b', thisPage: 'c', thisSite: 'd', cancel: 'e' } };
  const calls = [
    { call: 'badge/show', of: model },
    { call: 'badge/hide', of: {} },
    { call: 'page/look-again', of: {} },
    { call: 'page/looked', of: { articleLike: true, why: ['because'], dark: false } },
    { call: 'badge/dismissed', of: { scope: 'site' } },
    { call: 'tab/check', of: { tabId: 1 } },
    { call: 'citation/save', of: { tabId: 1 } },
    { call: 'badges/set', of: { host: '*', on: false } },
    { call: '__proto__', of: null },
  ];
  addEventListener('message', (event) => { if (event.source !== window) heard(); });
  const send = () => {
    for (const call of calls) {
      window.postMessage(call, '*');
      for (const target of [window, document, root]) {
        target.dispatchEvent(new CustomEvent(call.call, { detail: call.of, bubbles: true }));
        target.dispatchEvent(new CustomEvent('stemma', { detail: call, bubbles: true }));
      }
      for (const api of [globalThis.chrome, globalThis.browser]) {
        try {
          const answer = api && api.runtime && api.runtime.sendMessage && api.runtime.sendMessage(call, heard);
          if (answer && answer.then) answer.then(heard, () => {});
        } catch {}
      }
    }
  };
  addEventListener('DOMContentLoaded', () => {
    const fake = document.createElement('stemma-badge');
    fake.dataset.ready = '';
    fake.textContent = 'Same text: The Moscow Times, 5 Feb';
    const shadow = document.createElement('div');
    shadow.attachShadow({ mode: 'open' }).textContent = 'Earliest copy known';
    const heading = document.querySelector('h1');
    heading.append(fake);
    heading.after(shadow);
    send();
    setInterval(send, 200);
  });
})();
`;

/** Makes the article's elements anew from its own words after 500 ms and 1,200 ms, as a hydrating framework does. */
export const RERENDERS = `
(() => {
  const render = (words) => {
    const article = document.createElement('article');
    for (const [tag, text] of words) {
      const element = document.createElement(tag);
      element.textContent = text;
      article.append(element);
    }
    document.getElementById('root').replaceChildren(article);
    document.documentElement.dataset.renders = String(Number(document.documentElement.dataset.renders || 0) + 1);
  };
  addEventListener('DOMContentLoaded', () => {
    const words = [...document.querySelectorAll('article > *')].map((element) => [element.localName, element.textContent]);
    setTimeout(render, 500, words);
    setTimeout(render, 1200, words);
  });
})();
`;

/** A list and an article behind one document, with addresses of their own (\`/spa\`, \`/spa/story\`). */
export function singlePage(copy: Copy): string {
  const data = JSON.stringify({
    headline: copy.headline,
    standfirst: copy.standfirst,
    paragraphs: plainParagraphs(copy),
  }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The Single Page</title></head>
<body><nav><a id="home" href="/spa">The Single Page</a></nav><main id="root"></main>
<noscript>${escape(copy.headline)}</noscript>
<script type="application/json" id="data">${data}</script>
<script>
(() => {
  const story = JSON.parse(document.getElementById('data').textContent);
  const root = document.getElementById('root');
  const make = (tag, text, fields) => Object.assign(document.createElement(tag), { textContent: text }, fields);
  const render = () => {
    if (location.pathname === '/spa/story') {
      const article = document.createElement('article');
      article.append(make('h1', story.headline), make('p', 'By the desk'), ...story.paragraphs.map((text) => make('p', text)));
      root.replaceChildren(article);
      document.title = story.headline;
    } else {
      const list = document.createElement('ul');
      const item = document.createElement('li');
      item.append(make('a', story.headline, { href: '/spa/story', id: 'open' }));
      list.append(item, make('li', 'Weather: fair'), make('li', 'Tides: yes'));
      root.replaceChildren(make('h1', 'The Single Page'), list);
      document.title = 'The Single Page';
    }
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    history.pushState({}, '', link.getAttribute('href'));
    setTimeout(render, 30);
  });
  addEventListener('popstate', render);
  render();
})();
</script></body></html>`;
}

// A page must not be able to tell that Stemma is there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTabState } from './harness/state.ts';
import { browserKit, kind, root } from './harness/suite.ts';
import { pageWith } from './pages.ts';

function manifestOf(build: string): Record<string, unknown> {
  const manifest: unknown = JSON.parse(
    readFileSync(join(root, 'dist', build, 'manifest.json'), 'utf8'),
  );
  if (typeof manifest !== 'object' || manifest === null) throw new Error('no manifest');
  return { ...manifest };
}

describe('the built extension', () => {
  it('offers pages no resource and no port', () => {
    const manifest = manifestOf(`demo-${kind}`);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });
});

describe('a page with a badge', () => {
  const kit = browserKit();

  it('finds no name that was not there before', async () => {
    const tab = await kit.open();
    await tab.page.evaluateOnNewDocument(() => {
      Reflect.set(globalThis, 'before', Object.getOwnPropertyNames(globalThis));
    });
    await tab.goto(pageWith(kit.newsstand, 'copy').url);
    await tab.waitForBadge();
    const added = await tab.page.evaluate(() => {
      const before: unknown = Reflect.get(globalThis, 'before');
      if (!Array.isArray(before)) throw new Error('what was noted is gone');
      const known = new Set<unknown>([...before, 'before']);
      return Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name));
    });
    expect(added).toEqual([]);
  });

  it('sees an element that says nothing: no attribute, no text, no root, no name', async () => {
    const tab = await kit.open();
    await tab.page.evaluateOnNewDocument(() => {
      const added: Element[] = [];
      Reflect.set(globalThis, 'added', added);
      document.addEventListener('DOMContentLoaded', () => {
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) {
            for (const node of addedNodes) if (node instanceof Element) added.push(node);
          }
        }).observe(document, { childList: true, subtree: true });
      });
    });
    await tab.goto(pageWith(kit.newsstand, 'copy').url);
    await tab.waitForBadge();
    const seen = await tab.page.evaluate(() => {
      const added: unknown = Reflect.get(globalThis, 'added');
      if (!Array.isArray(added)) throw new Error('the observer is gone');
      return added
        .filter((one: unknown): one is Element => one instanceof Element && one.isConnected)
        .map((one) => ({
          name: one.localName,
          attributes: one.attributes.length,
          text: one.textContent,
          children: one.childNodes.length,
          root: one.shadowRoot === null,
          custom: one.localName.includes('-'),
        }));
    });
    const silent = seen.filter((one) => one.attributes === 0 && one.children === 0);
    expect(silent.length).toBeGreaterThan(0);
    for (const one of silent) {
      expect(one).toMatchObject({
        attributes: 0,
        text: '',
        children: 0,
        root: true,
        custom: false,
      });
    }
  });

  it('cannot load anything of the extension', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    await tab.waitForBadge();
    const { origin } = kit.session;
    const paths = ['manifest.json', 'icons/app-16.png', 'popup/index.html', 'content/watch.js'];
    const loaded = await tab.page.evaluate(
      async (addresses: string[]) => {
        const answers: string[] = [];
        for (const address of addresses) {
          const image = await new Promise<boolean>((resolve) => {
            const element = new Image();
            element.addEventListener('load', () => resolve(true));
            element.addEventListener('error', () => resolve(false));
            element.src = address;
          });
          const fetched = await fetch(address).then(
            () => true,
            () => false,
          );
          if (image || fetched) answers.push(address);
        }
        return answers;
      },
      paths.map((path) => `${origin}/${path}`),
    );
    expect(loaded).toEqual([]);
  });

  it('gets no answer to a message', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    await tab.waitForBadge();
    const before = await tab.state();
    const answers = await tab.page.evaluate(async () => {
      const heard: unknown[] = [];
      addEventListener('message', (event) => heard.push(event.data));
      const call = {
        call: 'page/looked',
        of: { page: location.href, articleLike: false, why: [], dark: false },
      };
      document.dispatchEvent(new CustomEvent('stemma', { detail: call }));
      postMessage(call, '*');
      postMessage({ call: 'badge/hide', of: {} }, '*');
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', (event) => heard.push(event.data));
      channel.port1.start();
      postMessage({ own: true }, '*', [channel.port2]);
      const runtime: unknown = Reflect.get(Reflect.get(globalThis, 'chrome') ?? {}, 'runtime');
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      return { heard: heard.length, runtime: typeof runtime };
    });
    // Only its own three messages to itself.
    expect(answers).toEqual({ heard: 3, runtime: 'undefined' });
    expect((await tab.badge())?.text).toMatch(/^Same text/);
    expect(readTabState(await tab.state())).toEqual(readTabState(before));
  });
});

// Sites that Stemma was not given: a click works everywhere, and a person can allow a site for good.

import { describe, expect, it } from 'vitest';
import { UNLISTED_HOST } from '../newsstand/hosts.ts';
import { pause } from './harness/in-page.ts';
import { browserKit } from './harness/suite.ts';

const origin = `https://${UNLISTED_HOST}`;
/** A copy of a story of the newsstand. */
const unlisted = `${origin}/reposts/strike-over`;

describe('a site that was not given', () => {
  const kit = browserKit();

  it('is read after a click on the toolbar button, by that alone', async () => {
    const tab = await kit.open(unlisted);
    expect(await tab.badge()).toBeUndefined();
    const allowed = await kit.session.inExtension(
      (url) => chrome.permissions.contains({ origins: [url] }),
      `${origin}/*`,
    );
    expect(allowed).toBe(false);
    const popup = await kit.popup(tab);
    await popup.waitForText('Same text as');
    expect(await tab.state()).toMatchObject({ status: 'checked' });
  });

  it('is not read in another tab, nor after going on to another page', async () => {
    const clicked = await kit.open(unlisted);
    const other = await kit.open(unlisted);
    const popup = await kit.popup(clicked);
    await popup.waitForText('Same text as');
    await popup.close();
    await pause(300);
    expect(await other.state()).toBeUndefined();
    expect(await other.badge()).toBeUndefined();
  });
});

describe('a site that a person allows', () => {
  const kit = browserKit({ allowPermissions: true });

  it('is looked at by itself from then on', async () => {
    const tab = await kit.open(unlisted);
    const popup = await kit.popup(tab);
    await popup.waitForText('Same text as');
    await popup.click('button', 'More');
    await popup.click('button', /^Always look at (?:www\.)?unlisted\.example/);
    await pause(500);
    await popup.close();
    const allowed = await kit.session.inExtension(
      (url) => chrome.permissions.contains({ origins: [url] }),
      `${origin}/*`,
    );
    expect(allowed).toBe(true);

    const later = await kit.open(unlisted);
    await later.waitForBadge();
    expect(await later.state()).toMatchObject({ status: 'checked' });

    // Only that site: what else was asked for stays as it was.
    const { origins } = await kit.session.inExtension(() => chrome.permissions.getAll());
    expect(origins).toContain(`${origin}/*`);
    expect(origins).not.toContain('https://*/*');
  });

  it('is looked at by itself after the worker was killed too', async () => {
    await kit.session.killWorker();
    const tab = await kit.open(unlisted);
    await tab.waitForBadge();
  });
});

// Every locale says the same things, and every string is one that the product uses.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Messages } from './messages.ts';
import { readMessages } from './words.ts';

const root = new URL('../../', import.meta.url);
const locales = readdirSync(new URL('public/_locales/', root));
const english = readMessages('en');

const PLURAL = /_(zero|one|two|few|many|other)$/;
const family = (key: string): string => key.replace(PLURAL, '');

/** Messages by the name they are used under, with the plural categories each has. */
function families(messages: Messages): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of Object.keys(messages)) {
    const category = PLURAL.exec(key)?.[1];
    const known = found.get(family(key)) ?? [];
    found.set(family(key), category === undefined ? known : [...known, category]);
  }
  return found;
}

function sourceText(): string {
  const texts = ['src', 'popup', 'background'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  );
  return [readFileSync(new URL('manifest.json', root), 'utf8'), ...texts].join('\n');
}

describe.each(locales)('locale %s', (locale) => {
  const messages = readMessages(locale);

  it('names itself', () => {
    expect(messages['localeTag']?.message).toBe(locale.replace('_', '-'));
  });

  it('has the messages that English has', () => {
    expect([...families(messages).keys()].toSorted()).toEqual(
      [...families(english).keys()].toSorted(),
    );
  });

  it('has a form for each plural category of its language', () => {
    const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
    for (const [name, categories] of families(messages)) {
      if (categories.length === 0) continue;
      expect(categories.toSorted(), name).toEqual(pluralCategories.toSorted());
    }
  });

  it('declares the placeholders that English declares, in the same order', () => {
    for (const [key, { placeholders = {} }] of Object.entries(messages)) {
      const model = english[key] ?? english[`${family(key)}_other`];
      expect(
        Object.entries(placeholders).map(([name, { content }]) => [name, content]),
        key,
      ).toEqual(
        Object.entries(model?.placeholders ?? {}).map(([name, { content }]) => [name, content]),
      );
      expect(
        Object.values(placeholders).map(({ content }) => content),
        key,
      ).toEqual(Object.keys(placeholders).map((_, index) => `$${index + 1}`));
    }
  });

  it('uses every placeholder but a count in every message, and no other', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      const used = new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name));
      const declared = Object.keys(placeholders);
      for (const name of used) expect(declared, key).toContain(name);
      for (const name of declared)
        if (name !== 'count') expect(used, `${key}: $${name}$`).toContain(name);
    }
  });

  it('describes each message for translators', () => {
    for (const [key, { description, placeholders = {} }] of Object.entries(messages)) {
      expect(description ?? '', key).not.toBe('');
      for (const { example } of Object.values(placeholders))
        expect(example ?? '', key).not.toBe('');
    }
  });

  it('fits where length is limited', () => {
    expect(messages['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
    expect(messages['toolbarFirst']?.message.length).toBeLessThanOrEqual(4);
  });
});

describe('the messages', () => {
  const source = sourceText();

  it('are all used', () => {
    const unused = [...families(english).keys()].filter(
      (name) => !source.includes(`'${name}'`) && !source.includes(`__MSG_${name}__`),
    );
    expect(unused).toEqual([]);
  });

  it('are all there', () => {
    const known = families(english);
    const asked = [...source.matchAll(/\btn?\(\s*'(\w+)'/g)].map(([, name]) => name ?? '');
    const manifest = [...source.matchAll(/__MSG_(\w+?)__/g)].map(([, name]) => name ?? '');
    expect(asked.length).toBeGreaterThan(80);
    expect([...asked, ...manifest].filter((name) => !known.has(name))).toEqual([]);
  });

  it('plural ones are asked for by count, others are not', () => {
    const known = families(english);
    for (const [, call, name = ''] of source.matchAll(/\b(tn?)\(\s*'(\w+)'/g)) {
      expect((known.get(name) ?? []).length > 0, name).toBe(call === 'tn');
    }
  });

  it('leave no text in the popup’s own markup', () => {
    const folder = fileURLToPath(new URL('popup/', root));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const components = files.filter((name) => name.endsWith('.tsx'));
    expect(components.length).toBeGreaterThan(5);
    for (const name of components) {
      const text = readFileSync(folder + name, 'utf8');
      // A word between a tag's end and the next tag's beginning.
      const found = [...text.matchAll(/<[a-z][^<>{}]*>\s*([A-Za-z]{2,}[^<>{}]*)<\//g)];
      expect(
        found.map(([, words]) => words),
        name,
      ).toEqual([]);
    }
  });
});

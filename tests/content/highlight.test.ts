// @vitest-environment happy-dom
// Marks in a page: what is checked of the worker's word, where marks stand, how the bar is used, and
// that nothing is left. What is painted is tested in real browsers.
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { contrast } from '../../src/content/colours.ts';
import { type Shown, showMarks } from '../../src/content/highlight.ts';
import { HUES, highlightStyle, schemeFor } from '../../src/content/highlight-colours.ts';
import { placeMarks } from '../../src/content/highlight-marks.ts';
import { parseShow } from '../../src/content/highlight-model.ts';
import type { ShownModel } from '../../src/messages/shown.ts';
import { MOST_ORIGINS } from '../../src/provenance/shown.ts';

const paragraphs = [
  'The ferry to Gull Rock will not sail on Sunday, the harbour office said.',
  'Nine people were waiting at the quay when the notice went up at noon.',
  'A spare crew was called from the mainland but could not come in time.',
];
const model: ShownModel = {
  page: 'https://quay.example/ferry',
  name: 'abcdefghijkl',
  dir: 'ltr',
  paragraphs,
  origins: ['The Gull, 5 Feb'],
  marks: [
    { kind: 'passage', origin: 0, from: 1, to: 17, said: 'Shared words.', at: '1 of 4' },
    { kind: 'changed', origin: 0, from: 14, to: 15, said: 'A number differs.', at: '2 of 4' },
    {
      kind: 'dropped',
      origin: 0,
      from: 14,
      to: 14,
      said: 'One is missing.',
      at: '3 of 4',
      sign: '2',
    },
    { kind: 'added', origin: 0, from: 28, to: 31, said: 'Words added.', at: '4 of 4' },
  ],
  words: {
    bar: 'Stemma',
    previous: 'Previous',
    next: 'Next',
    off: 'Turn off',
    summary: '4 marks in this page.',
    gone: 'Not to be seen.',
    lost: 'The marks were taken away.',
    changed: 'changed',
    added: 'added',
    dropped: 'missing',
  },
};

let attached: MockInstance<Element['attachShadow']>;
let shown: Shown | undefined;
let offs = 0;
const registry = new Map<string, Range[]>();

function shadow(): ShadowRoot {
  const last = attached.mock.results.at(-1);
  if (last?.type !== 'return') throw new Error('no bar was built');
  return last.value;
}
function said(): string {
  return shadow().querySelector('[role=status]')?.textContent ?? '';
}
/** What a browser makes of a person's press; the DOM of the tests cannot make trusted events. */
function press(key: string, isTrusted = true): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  shadow().querySelector('.step')?.dispatchEvent(event);
}
function show(of: Partial<ShownModel> = {}): Shown {
  shown = showMarks({ ...model, page: location.href, ...of }, () => {
    offs += 1;
  });
  return shown;
}
function textOf(layer: string): string[] | undefined {
  return registry.get(`${model.name}l-${layer}`)?.map(String);
}

const serialised = (): string => new XMLSerializer().serializeToString(document);
function fill(): void {
  const made = paragraphs.map((text) =>
    Object.assign(document.createElement('p'), { textContent: text }),
  );
  document.querySelector('main')?.replaceChildren(...made);
}
async function rewrite(): Promise<void> {
  fill();
  await vi.advanceTimersByTimeAsync(300);
}

beforeEach(() => {
  offs = 0;
  registry.clear();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('Highlight', class extends Array<Range> {});
  document.body.replaceChildren(document.createElement('main'));
  fill();
  attached = vi.spyOn(Element.prototype, 'attachShadow');
});
afterEach(() => {
  shown?.off();
  shown = undefined;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what the worker says', () => {
  const message = { call: 'marks/show', of: model };
  it('is taken where it is whole', () => {
    expect(parseShow(message)).toBe(model);
  });

  it.each([
    ['another call', { ...message, call: 'badge/show' }],
    ['nothing', null],
    [
      'a name that could break out of a style',
      { ...message, of: { ...model, name: 'a){}b-cdefgh' } },
    ],
    ['a mark of a text that is not named', { ...message, of: { ...model, origins: [] } }],
    [
      'a range that runs backwards',
      { ...message, of: { ...model, marks: [{ ...model.marks[0], from: 99 }] } },
    ],
    ['no words', { ...message, of: { ...model, words: { ...model.words, next: '' } } }],
    ['paragraphs that are not text', { ...message, of: { ...model, paragraphs: [1] } }],
  ])('is refused: %s', (_, of) => {
    expect(parseShow(of)).toBeUndefined();
  });
});

describe('colours', () => {
  it.each([false, true])('can be read on their own ground, dark: %s', (dark) => {
    const { hues, changed, added } = schemeFor(dark);
    for (const { ground, ink } of hues) {
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(7);
      // The wavy and dashed lines lie on every hue: 3:1 is what a graphic needs (WCAG 1.4.11).
      expect(contrast(ground, changed.ink)).toBeGreaterThanOrEqual(3);
      expect(contrast(ground, added.ink)).toBeGreaterThanOrEqual(3);
    }
  });

  it('are as many as texts are told apart', () => {
    expect(HUES).toBe(MOST_ORIGINS);
  });

  it('are given under the name alone', () => {
    const css = highlightStyle('abcdefgh');
    expect(css.match(/::highlight\((?!abcdefgh[ld]-)/)).toBeNull();
    expect(css).not.toMatch(/stemma/i);
  });
});

describe('marks', () => {
  it('stand on the words they mean, across paragraphs', () => {
    show();
    expect(textOf('0')).toEqual([
      'ferry to Gull Rock will not sail on Sunday, the harbour office said.',
      'Nine people were',
    ]);
    expect(textOf('changed')).toEqual(['Nine']);
    expect(textOf('added')).toEqual(['A spare crew']);
    expect(shown?.answer).toEqual({ placed: 4 });
  });

  it('put a dropped paragraph after the words before it', () => {
    const [, , dropped] = placeMarks(model);
    expect(dropped?.ranges).toEqual([]);
    expect(dropped?.beside?.side).toBe('after');
    expect(String(dropped?.beside?.range)).toBe(paragraphs[0]);
  });

  it('put one that was first before the story', () => {
    const mark = {
      kind: 'dropped' as const,
      origin: 0,
      from: 0,
      to: 0,
      said: 's',
      at: 'a',
      sign: '1',
    };
    const [first] = placeMarks({ ...model, marks: [mark] });
    expect(first?.beside?.side).toBe('before');
  });
});

describe('the bar', () => {
  it('says how many marks there are, and takes the focus', () => {
    show();
    expect(said()).toBe('4 marks in this page.');
    expect(document.activeElement).toBe(shadow().host);
  });

  it('goes through the marks by keys, round and round', () => {
    show();
    press('n');
    expect(said()).toMatch(/^1 of 4Shared words\./);
    // The first words of a long mark, not a wall of lines.
    expect(textOf('now')).toEqual(['ferry to Gull Rock will not sail']);
    press('ArrowDown');
    press('ArrowRight');
    expect(said()).toMatch(/^3 of 4One is missing\./);
    expect(textOf('now')).toBeUndefined();
    press('End');
    press('n');
    expect(said()).toMatch(/^1 of 4/);
    press('p');
    expect(said()).toMatch(/^4 of 4/);
  });

  it('turns the arrows round where the language runs the other way', () => {
    show({ dir: 'rtl' });
    press('ArrowLeft');
    expect(said()).toMatch(/^1 of 4/);
  });

  it('takes keys from a person only', () => {
    show();
    press('n', false);
    press('Escape', false);
    expect(said()).toBe('4 marks in this page.');
    expect(offs).toBe(0);
  });

  it('lists what is marked, and only that', () => {
    show({ marks: model.marks.slice(0, 2) });
    const legend = [...shadow().querySelectorAll('bdi')].map((one) => one.textContent);
    expect(legend).toEqual(['The Gull, 5 Feb', 'changed']);
  });
});

describe('off', () => {
  it('leaves the document as it was', () => {
    const before = serialised();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    show();
    press('n');
    expect(registry.size).toBe(4);
    press('Escape');
    expect(registry.size).toBe(0);
    expect(document.activeElement).toBe(button);
    button.remove();
    expect(serialised()).toBe(before);
    expect(offs).toBe(1);
  });

  it('is said once', () => {
    show().off();
    shown?.off();
    expect(offs).toBe(1);
  });
});

describe('a page that rewrites itself', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  it('is marked again', async () => {
    show();
    const [first] = registry.get(`${model.name}l-added`) ?? [];
    await rewrite();
    const [again] = registry.get(`${model.name}l-added`) ?? [];
    expect(again).not.toBe(first);
    expect(String(again)).toBe('A spare crew');
    expect(again?.startContainer.isConnected).toBe(true);
  });

  it('is left alone after a while, and the bar says why', async () => {
    show();
    for (let times = 0; times < 61; times += 1) await rewrite();
    expect(offs).toBe(1);
    expect(registry.size).toBe(0);
    expect(said()).toBe('The marks were taken away.');
  });

  it('is not marked any more once it is another page', async () => {
    show({ page: location.href });
    history.pushState({}, '', '#only-a-fragment');
    await rewrite();
    expect(offs).toBe(0);
    history.pushState({}, '', '/another');
    await rewrite();
    expect(offs).toBe(1);
    expect(registry.size).toBe(0);
  });
});

// A .csl file that a person adds: read far enough to say what is wrong before the processor stumbles.

/** What is wrong with a style, in words for the person who added it. */
export class BrokenStyleError extends Error {
  override readonly name = 'BrokenStyleError';
}

/** The largest official styles have 250 KB. In UTF-16 code units. */
const LONGEST = 2_000_000;
const DEEPEST = 200;
const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

interface Tag {
  name: string;
  attributes: Map<string, string>;
  kind: 'open' | 'close' | 'empty';
  line: number;
}

const TAG = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SKIPPED = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;

/** The tags of a document in order. @throws {BrokenStyleError} at the first that is none */
function* tagsOf(xml: string): Generator<Tag> {
  let line = 1;
  let counted = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    for (; counted < at; counted++) if (xml[counted] === '\n') line++;
    SKIPPED.lastIndex = at;
    const skipped = SKIPPED.exec(xml);
    if (skipped !== null) {
      at += skipped[0].length;
      continue;
    }
    // Entities of one's own are the way to make a small file a huge one; no style has any.
    if (xml.startsWith('<!', at)) {
      throw new BrokenStyleError(`Line ${line}: a style has no DOCTYPE and no CDATA.`);
    }
    TAG.lastIndex = at;
    const found = TAG.exec(xml);
    if (found === null) {
      const shown = xml.slice(at, at + 40).replace(/\s+/g, ' ');
      throw new BrokenStyleError(`Line ${line}: this is not well-formed XML: ${shown}`);
    }
    const [whole, closing, name = '', attributes = '', empty] = found;
    yield {
      name,
      attributes: new Map(
        [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', one, two]) => [
          key,
          one ?? two ?? '',
        ]),
      ),
      kind: closing === '/' ? 'close' : empty === '/' ? 'empty' : 'open',
      line,
    };
    at += whole.length;
  }
}

/** Which macros a macro calls: one that calls itself, by whatever way, never ends. */
function circle(calls: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    path.push(name);
    for (const called of calls.get(name) ?? []) {
      const found = visit(called);
      if (found !== undefined) return found;
    }
    path.pop();
    done.add(name);
    return undefined;
  };
  for (const name of calls.keys()) {
    const found = visit(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export interface StyleFacts {
  title?: string;
  /** Whether it cites in footnotes. */
  notes: boolean;
  hasBibliography: boolean;
}

/**
 * Checks a style: well-formed, a CSL style and no locale, independent, with a citation layout, every macro there and none
 * of them calling itself.
 * @throws {BrokenStyleError} with the line and what to do
 */
export function checkStyle(xml: string): StyleFacts {
  if (xml.length > LONGEST) {
    throw new BrokenStyleError(`The style has ${xml.length} characters; the limit is ${LONGEST}.`);
  }
  const open: Tag[] = [];
  const macros = new Map<string, Set<string>>();
  const called: { macro: string; line: number }[] = [];
  const layouts = new Set<string>();
  let root: Tag | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      const last = open.pop();
      if (last?.name !== tag.name) {
        const expected =
          last === undefined ? 'nothing is open' : `<${last.name}> of line ${last.line} is open`;
        throw new BrokenStyleError(`Line ${tag.line}: </${tag.name}> closes nothing; ${expected}.`);
      }
      continue;
    }
    if (root === undefined) root = tag;
    else if (open.length === 0) {
      throw new BrokenStyleError(
        `Line ${tag.line}: <${tag.name}> stands outside of <${root.name}>.`,
      );
    }
    const within = open.find(({ name }) => name === 'macro')?.attributes.get('name');
    const macro = tag.attributes.get('macro');
    if (macro !== undefined) {
      called.push({ macro, line: tag.line });
      if (within !== undefined) macros.get(within)?.add(macro);
    }
    if (tag.name === 'macro') macros.set(tag.attributes.get('name') ?? '', new Set());
    if (tag.name === 'layout') layouts.add(open.at(-1)?.name ?? '');
    if (tag.name === 'link' && tag.attributes.get('rel') === 'independent-parent') {
      const parent = tag.attributes.get('href') ?? 'another style';
      throw new BrokenStyleError(`This style only points to ${parent}: add that one instead.`);
    }
    if (tag.kind === 'open') open.push(tag);
    if (open.length > DEEPEST) {
      throw new BrokenStyleError(
        `Line ${tag.line}: more than ${DEEPEST} elements within each other.`,
      );
    }
  }
  if (root === undefined)
    throw new BrokenStyleError('This is no CSL style: it has no XML element.');
  const last = open.at(-1);
  if (last !== undefined) {
    throw new BrokenStyleError(
      `The file ends before <${last.name}> of line ${last.line} is closed.`,
    );
  }
  if (root.name !== 'style' || root.attributes.get('xmlns') !== NAMESPACE) {
    throw new BrokenStyleError(
      `This is no CSL style: it begins with <${root.name}>, not with <style xmlns="${NAMESPACE}">.`,
    );
  }
  if (!layouts.has('citation')) {
    throw new BrokenStyleError(
      'This style has no <citation> with a <layout>: nothing to format with.',
    );
  }
  const lacking = called.find(({ macro }) => !macros.has(macro));
  if (lacking !== undefined) {
    throw new BrokenStyleError(
      `Line ${lacking.line}: the macro "${lacking.macro}" is not in the style.`,
    );
  }
  const round = circle(macros);
  if (round !== undefined) {
    throw new BrokenStyleError(`A macro calls itself and never ends: ${round.join(' → ')}.`);
  }
  const title = /<title[^>]*>([^<]{1,300})</.exec(xml)?.[1]?.trim();
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    notes: root.attributes.get('class') === 'note',
    hasBibliography: layouts.has('bibliography'),
  };
}

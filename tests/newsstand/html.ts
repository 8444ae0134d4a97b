// A tagged template that escapes, so that the newsstand's pages are made of text and not of accidents.

/** Markup that has been escaped where it had to be. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}

type Part = string | number | Markup | Markup[] | undefined | false;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

function part(value: Part): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.source;
  if (Array.isArray(value)) return value.map((entry) => entry.source).join('\n');
  return escape(String(value));
}

/** Markup from a template; every value that is not markup is escaped. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Markup {
  return new Markup(
    strings.map((text, index) => (index === 0 ? text : part(values[index - 1]) + text)).join(''),
  );
}

/** Markup as it is: for drawings and deliberate damage. */
export function raw(source: string): Markup {
  return new Markup(source);
}

/** A JSON-LD script element. `<` is written as an escape so that no value can end the element. */
export function jsonLd(value: object): Markup {
  return raw(
    `<script type="application/ld+json">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`,
  );
}

/** A `<meta>` for each field that has a value. */
export function metas(attribute: 'name' | 'property', fields: [string, string | undefined][]) {
  return fields
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([key, value]) => raw(`<meta ${attribute}="${escape(key)}" content="${escape(value)}">`));
}

/** A paragraph's inline marks as markup: `[text](url)` and `*text*`. */
export function inline(text: string): Markup {
  return raw(
    escape(text)
      .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
      .replace(/\*([^*]+)\*/g, '<em>$1</em>'),
  );
}

export interface Block {
  kind: 'paragraph' | 'crosshead' | 'quotation';
  content: Markup;
}

/** A body's entries, each with its kind and its marks made into markup. */
export function blocks(body: string[]): Block[] {
  return body.map((entry) => {
    if (entry.startsWith('## ')) return { kind: 'crosshead', content: inline(entry.slice(3)) };
    if (entry.startsWith('> ')) return { kind: 'quotation', content: inline(entry.slice(2)) };
    return { kind: 'paragraph', content: inline(entry) };
  });
}

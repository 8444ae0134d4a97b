// `stemma extract`: what a page says of itself and its text, one line a page.

import { parseArgs } from 'node:util';
import { checkedUrl } from '../article/url.ts';
import { attribute } from '../attribution/attribute.ts';
import { countWords, joinParagraphs } from '../fingerprint/normalise.ts';
import { type ReadInput, readInputs } from '../ingest/inputs.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { PassedOverCount } from './passed-over.ts';

const usage = `Reads the story out of pages: text, headline, byline, dates, pictures, sources.

Usage: stemma extract [OPTIONS] INPUT…

INPUT is as for "stemma build".

Options:
  --url URL   the page's address, in place of the one it gives itself
  --json      one JSON object a page: input, isArticle, why, text, paragraphs,
              words, language, captured (of a web archive), title,
              byline, publisher, published, modified,
              section, canonicalUrl, images, sources, sourcesAnalysed (false
              in a language without rules), links, related. Each fact
              says where it was read ({"value": "…", "from": "meta author"});
              a fact that was not found is absent
  --verbose   name everything that was passed over, with why
  --help      this text

Exit codes: 0 all is done; 1 some inputs could not be read, each is named and
the rest is done; 2 wrong usage.`;

function extractLine({ input, isArticle, why, article, captured }: ReadInput): string {
  const { paragraphs, language, url, links, ...facts } = article;
  const { analysed, sources } = attribute(article);
  return JSON.stringify({
    input,
    isArticle,
    why,
    ...(url === '' ? {} : { url }),
    text: paragraphs.join('\n\n'),
    paragraphs,
    words: countWords(joinParagraphs(paragraphs)),
    ...(language === undefined ? {} : { language: language.value }),
    ...(captured === undefined ? {} : { captured }),
    ...facts,
    sources,
    sourcesAnalysed: analysed,
    // Saved text may have kept a link's words alone.
    links: links.map(({ url: to, ...link }) => (to === '' ? link : { url: to, ...link })),
  });
}

function summary({ input, isArticle, why, article }: ReadInput): string {
  if (!isArticle) return `${input}: not an article (${why.join(', ')})`;
  const facts = [
    article.title?.value,
    article.byline.map(({ value }) => value).join(' and '),
    article.publisher?.value,
    article.published?.value,
    `${countWords(joinParagraphs(article.paragraphs))} words`,
  ];
  const known = facts.filter((fact) => fact !== undefined && fact !== '');
  return `${input}: ${known.join(' | ')}`;
}

async function run(args: string[], { output, stdin }: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError('no INPUT given');
  const url = values.url === undefined ? undefined : checkedUrl(values.url);
  if (values.url !== undefined && url === undefined) {
    throw new UsageError(`--url "${values.url}" is not an http(s) address`);
  }
  const passed = new PassedOverCount(output, values.verbose);
  let problems = 0;
  const options = { requireUrl: false, stdin, ...(url === undefined ? {} : { url }) };
  for await (const item of readInputs(positionals, options)) {
    if ('ignored' in item) continue;
    if ('problem' in item) {
      output.problem(item.problem);
      problems++;
      continue;
    }
    if ('passed' in item) {
      passed.add(item.passed);
      if (values.json && item.read !== undefined) await output.line(extractLine(item.read));
      continue;
    }
    await output.line(values.json ? extractLine(item.read) : summary(item.read));
  }
  passed.tell();
  return problems > 0 ? 1 : 0;
}

export const extract: Command = {
  summary: 'the story of a page and its facts, one line a page',
  usage,
  run,
};

// The rules of CSL-JSON 1.0.2 as a JSON Schema, built from the specification's list of variables.
// https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

const TYPES = words(`article article-journal article-magazine article-newspaper bill book broadcast
  chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
  graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
  pamphlet paper-conference patent performance periodical personal_communication post post-weblog
  regulation report review review-book software song speech standard thesis treaty webpage`);

const NAMES = words(`author chair collection-editor compiler composer container-author contributor
  curator director editor editorial-director executive-producer guest host interviewer illustrator
  narrator organizer original-author performer producer recipient reviewed-author script-writer
  series-creator translator`);

const DATES = words('accessed available-date event-date issued original-date submitted');

const TEXTS = words(`language journalAbbreviation shortTitle abstract annote archive
  archive_collection archive_location archive-place authority call-number citation-label
  collection-title container-title container-title-short dimensions division DOI event event-title
  event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher
  original-publisher-place original-title part-title PMCID PMID publisher publisher-place references
  reviewed-genre reviewed-title scale section source status title title-short URL version
  volume-title volume-title-short year-suffix`);

const NUMBERS = words(`chapter-number citation-number collection-number edition
  first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first
  part-number printing-number supplement-number volume`);

function each<T>(names: readonly string[], rule: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}

const text = { type: 'string' };
const textOrNumber = { type: ['string', 'number'] };
const flag = { type: ['string', 'number', 'boolean'] };

/** Closed, as the specification's own schema is: a field of one's own must be within `custom`. */
export const CSL_JSON_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      type: { enum: TYPES },
      id: textOrNumber,
      categories: { type: 'array', items: text },
      'citation-key': text,
      custom: { type: 'object' },
      ...each(TEXTS, text),
      ...each(NUMBERS, textOrNumber),
      ...each(NAMES, {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            ...each(
              words('family given dropping-particle non-dropping-particle suffix literal'),
              text,
            ),
            ...each(words('comma-suffix static-ordering parse-names'), flag),
          },
        },
      }),
      ...each(DATES, {
        type: 'object',
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: textOrNumber },
          },
          season: textOrNumber,
          circa: flag,
          literal: text,
          raw: text,
          edtf: text,
        },
      }),
    },
  },
};

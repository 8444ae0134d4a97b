// Stories of the newsstand, which were written for other tests, with hand marks of their sources.

import { VERSIONS } from '../newsstand/stories/index.ts';
import { plainParagraphs } from '../newsstand/text.ts';
import type { Mark, Passage } from './passages.ts';

const person = (name: string, role?: string): Mark =>
  role === undefined
    ? { name, kind: 'person', cue: 'said' }
    : { name, kind: 'person', role, cue: 'said' };
const body = (name: string, denies?: boolean): Mark =>
  denies === undefined
    ? { name, kind: 'organisation', cue: 'said' }
    : { name, kind: 'organisation', cue: 'denies', denies };
const unnamed = (name: string): Mark => ({ name, kind: 'unnamed', cue: 'said' });
const paper = (name: string): Mark => ({ name, kind: 'document', cue: 'show' });

const marks: Record<string, Mark[]> = {
  'ferry-crew/northline': [
    body('Open Door Committee'),
    { ...unnamed('three passengers'), cue: 'according to' },
    person('Lucian Abreu', 'legal director'),
    body('Kessary’s border service', true),
    body('Kessary’s border service'),
    person('Jonas Marr', 'son'),
    body('Saltmere’s port authority'),
    body('Velmark’s foreign ministry'),
  ],
  'dredging-vote/harbour': [
    unnamed('supporters'),
    person('Brid Kessler', 'Councillor'),
    { ...person('Aurelio Tamm', 'Mayor'), cue: 'called' },
  ],
  'glacier-lake/fenland': [
    person('Livia Castellan', 'glaciologist'),
    { name: 'Casimir Thoma', kind: 'person', cue: 'said' },
  ],
  'court-river/vallis': [
    person('Benedikta Rohm', 'Presiding judge'),
    body('Tannhof Papier'),
    { ...person('Gerolt Span', 'lawyer'), cue: 'told' },
    person('Ute Gessner', 'mayor'),
  ],
  'school-meals/meridian': [
    { ...paper('books of the city of Saltmere'), cue: 'according to' },
    { ...body('legal department'), cue: 'says' },
    person('Marguerite Osei'),
    { ...unnamed('two drivers'), cue: 'told' },
    body('Bright Table'),
    { ...body('city’s finance office', true), cue: 'disputed' },
    person('Piet Rosse', 'Alderman'),
    person('Columba Field', 'warden'),
  ],
  'lighthouse-run/quay': [
    unnamed('witnesses'),
    person('Agnes Quillfeather'),
    person('Bo Lanyon', 'Race director'),
  ],
  'moth-survey/fenland': [
    person('Hester Pym'),
    { ...body('university'), cue: 'confirmed' },
    person('Tom Averill'),
  ],
  'ferry-strike/harbour': [
    person('Halina Drozd'),
    paper('company’s own figures'),
    person('Konrad Vail', 'Managing director'),
    person('Agathe Lund'),
    person('Deniz Farrow', 'spokesman'),
    { ...unnamed('fishmongers'), cue: 'reported' },
  ],
  'ferry-crew/vestnik': [
    { ...person('Ирма Велле', 'адвокат'), cue: 'рассказала' },
    { ...body('пограничная служба республики'), kind: 'unnamed', cue: 'ответили' },
    { ...unnamed('один из рыбаков'), cue: 'сказал' },
    { ...body('Проливные линии'), cue: 'сообщил' },
    { ...unnamed('диспетчер'), cue: 'по данным' },
  ],
};

/** The marked stories, to be counted as the passages are. */
export function newsstandPassages(): Passage[] {
  return Object.entries(marks).map(([id, sources]) => {
    const version = VERSIONS.find((each) => each.id === id);
    if (version === undefined) throw new Error(`the newsstand has no version ${id}`);
    const language = id.endsWith('/vestnik') ? 'ru' : 'en';
    const paragraphs = plainParagraphs(version.copy);
    return { id, paragraphs, sources, quotes: [], language, style: 'newsstand', half: 'newsstand' };
  });
}

// The words for what a picture's file says, and for which outlets show the same.

import { cleanName } from '../provenance/phrases.ts';
import type { Translator } from '../provenance/translator.ts';
import type { OlderPicture } from './dates.ts';
import type { SamePicture } from './same-credit.ts';
import type { PictureFact, PictureField } from './types.ts';

const LABELS: Record<PictureField, string> = {
  creator: 'pictureCreator',
  credit: 'pictureCredit',
  copyright: 'pictureCopyright',
  source: 'pictureSource',
  rightsPage: 'pictureRightsPage',
  licensor: 'pictureLicensor',
  license: 'pictureLicense',
  terms: 'pictureTerms',
  headline: 'pictureHeadline',
  description: 'pictureDescription',
  created: 'pictureCreated',
  sourceType: 'pictureSourceType',
};

/** IPTC's vocabulary of digital source types (https://cv.iptc.org/newscodes/digitalsourcetype). */
const SOURCE_TYPES: ReadonlyMap<string, string> = new Map([
  ['digitalCapture', 'sourceTypeCapture'],
  ['computationalCapture', 'sourceTypeCapture'],
  ['negativeFilm', 'sourceTypeScan'],
  ['positiveFilm', 'sourceTypeScan'],
  ['print', 'sourceTypeScan'],
  ['minorHumanEdits', 'sourceTypeEdited'],
  ['humanEdits', 'sourceTypeEdited'],
  ['algorithmicallyEnhanced', 'sourceTypeEnhanced'],
  ['compositeCapture', 'sourceTypeComposite'],
  ['composite', 'sourceTypeComposite'],
  ['compositeSynthetic', 'sourceTypePartSynthetic'],
  ['compositeWithTrainedAlgorithmicMedia', 'sourceTypePartGenerated'],
  ['trainedAlgorithmicMedia', 'sourceTypeGenerated'],
  ['algorithmicMedia', 'sourceTypeAlgorithmic'],
  ['dataDrivenMedia', 'sourceTypeData'],
  ['digitalArt', 'sourceTypeDrawn'],
  ['digitalCreation', 'sourceTypeDrawn'],
  ['screenCapture', 'sourceTypeScreen'],
  ['virtualRecording', 'sourceTypeVirtual'],
]);

export interface WordedFact {
  label: string;
  value: string;
  from: string;
  url?: string;
}

/** A statement of the file as it is shown. A caption stays in the file's own words. */
export function wordFact(fact: PictureFact, tr: Translator): WordedFact {
  const { field, value, from, url } = fact;
  const key = field === 'sourceType' ? SOURCE_TYPES.get(value) : undefined;
  return {
    label: tr.t(LABELS[field]),
    value: key !== undefined ? tr.t(key) : field === 'created' ? tr.formatDate(value) : value,
    from: field === 'sourceType' ? `${from}: ${value}` : from,
    ...(url === undefined ? {} : { url }),
  };
}

/** The sentence that says by how many days the picture is older. */
export function olderWords({ days, created }: OlderPicture, tr: Translator): string {
  return tr.tn('pictureOlder', days, tr.formatDate(created));
}

/** What another outlet shows that is the same; its name is told apart, as a link. */
export function sameWords(same: SamePicture, tr: Translator): string {
  const here = cleanName(same.here, tr);
  if (same.kind === 'file') return tr.t('sameFile', here);
  return same.agencyOnly === true ? tr.t('sameAgency', here) : tr.t('sameCredit', here);
}

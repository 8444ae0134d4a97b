// What the archives panel says: sizes, how an archive is read, and how an import ended.

import type { ArchiveErrorCode } from '../../archive/errors.ts';
import type { Step } from '../../platform/archive-store/import-pack.ts';
import type { ImportEnd } from '../../platform/archive-store/import-protocol.ts';
import type { ArchiveEntry, Reading } from '../../platform/archive-store/types.ts';
import type { Translator } from '../../provenance/translator.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A length in bytes in the reader's language: `24.6 MB`. Decimal units, as disks are sold by. */
export function byteWords(bytes: number, language: string): string {
  let value = bytes;
  let at = 0;
  while (value >= 999.5 && at < UNITS.length - 1) {
    value /= 1000;
    at++;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[at] ?? 'byte',
    maximumFractionDigits: value < 99.5 && at > 0 ? 1 : 0,
  }).format(value);
}

const READING: Record<Reading, string> = {
  memory: 'readingMemory',
  'sync-handle': 'readingSyncHandle',
  slices: 'readingSlices',
  indexeddb: 'readingIndexedDb',
};

const KEPT = { package: 'keptPackage', opfs: 'keptOpfs', indexeddb: 'keptIndexedDb' } as const;

/** Where an archive is kept and how it is read, a sentence each; then why not in a faster way. */
export function storageWords({ kept, reading, why }: ArchiveEntry, tr: Translator): string[] {
  return [
    tr.t(KEPT[kept]),
    ...(reading === undefined ? [] : [tr.t(READING[reading])]),
    ...why.map((reason) => tr.t('slowerBecause', reason)),
  ];
}

/** Who signed an archive. A signature says whose it is, not whether to trust them. */
export function signatureWords({ signature }: ArchiveEntry, tr: Translator): string {
  if (signature === undefined) return tr.t('signatureNone');
  return signature.state === 'valid'
    ? tr.t('signatureValid', signature.fingerprint)
    : tr.t('signatureInvalid', signature.detail);
}

const STEPS: Record<Step, string> = {
  waiting: 'importWaiting',
  writing: 'importWriting',
  checking: 'importChecking',
};

export const stepWords = (step: Step, tr: Translator): string => tr.t(STEPS[step]);

const REFUSALS: Record<ArchiveErrorCode, string> = {
  'not-a-pack': 'importNotAPack',
  'future-version': 'importFutureVersion',
  'other-normaliser': 'importOtherNormaliser',
  truncated: 'importTruncated',
  damaged: 'importDamaged',
  unreadable: 'importUnreadable',
};

/** What {@link ArchiveError} says, without the file's name before it. */
function detailOf(detail: string, file: string): string {
  return detail.startsWith(`${file}: `) ? detail.slice(file.length + 2) : detail;
}

/** How an import ended. `isGood`: what was wanted is there. */
export function endWords(
  end: ImportEnd,
  file: string,
  tr: Translator,
): { said: string; isGood: boolean } {
  switch (end.tells) {
    case 'cancelled':
      return { said: tr.t('importCancelled'), isGood: true };
    case 'no-room': {
      const [needed, free] = [end.needed, end.free].map((bytes) => byteWords(bytes, tr.language));
      return { said: tr.t('importNoRoom', file, needed ?? '', free ?? ''), isGood: false };
    }
    case 'refused': {
      const detail = detailOf(end.detail, file);
      return { said: tr.t(REFUSALS[end.code], file, detail), isGood: false };
    }
    case 'failed':
      return { said: tr.t('importFailed', end.detail), isGood: false };
    case 'done':
      return { said: outcomeWords(end.outcome, tr), isGood: end.outcome.is !== 'older' };
  }
}

function outcomeWords(
  outcome: Extract<ImportEnd, { tells: 'done' }>['outcome'],
  tr: Translator,
): string {
  const { name, documents, created } = outcome.archive.info;
  switch (outcome.is) {
    case 'known':
      return tr.t('importKnown', name);
    case 'older': {
      const offered = tr.formatDate(outcome.offered.created);
      return tr.t('importOlder', name, tr.formatDate(created), offered);
    }
    case 'imported':
      return outcome.replaced.length > 0
        ? tr.t('importReplaced', name, tr.formatDate(created))
        : tr.tn('importDone', documents, tr.formatNumber(documents), name);
  }
}

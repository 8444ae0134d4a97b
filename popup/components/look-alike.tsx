// That the page's address resembles a known outlet's, said neutrally and with what it rests on.

import type { JSX } from 'preact';
import type { LookAlike } from '../../src/provenance/look-alike.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { useMarks } from '../marks.tsx';
import { useWords } from '../services.ts';
import { Statement } from './statement.tsx';

function likenessWords({ kind }: LookAlike, tr: Translator): string {
  switch (kind) {
    case 'letters':
      return tr.t('likeLetters');
    case 'suffix':
      return tr.t('likeSuffix');
    case 'word':
      return tr.t('likeWord');
  }
}

/** That the address resembles a known outlet's: what is alike, and that it may be no accident. */
export function LookAlikeNotice({ of }: { of: LookAlike | undefined }): JSX.Element | null {
  const tr = useWords();
  const { isHidden } = useMarks();
  if (of === undefined) return null;
  const id = `look-alike ${of.host} ${of.outlet.host}`;
  if (isHidden(id)) return null;
  const { host: known, name } = of.outlet;
  const outlet = name === undefined ? known : `${cleanName(name, tr)} (${known})`;
  const said = tr.t('lookAlike', cleanName(of.host, tr), outlet);
  return (
    <div class="warning">
      <Statement
        of={{ kind: 'look-alike', id, said }}
        rests={
          <ul class="statements">
            <li>{likenessWords(of, tr)}</li>
            <li>{tr.t('likeArchive', known)}</li>
            <li>{tr.t('likeMeans')}</li>
          </ul>
        }
      >
        {said}
      </Statement>
    </div>
  );
}

// Whose pictures they are: credit, agency, licence, and who else gives the same credit.

import type { JSX } from 'preact';
import { cleanName } from '../../src/provenance/phrases.ts';
import { type Markable, useShown } from '../marks.tsx';
import { type PhotoCredit, photoCredits } from '../photos.ts';
import { type CheckedState, useWords } from '../services.ts';
import { useLater } from '../use-later.ts';
import { Statement } from './statement.tsx';
import { OutLink, Section, ShortList } from './text.tsx';

const photoId = ({ credit, license, marked, outlet }: PhotoCredit): string =>
  `photo ${credit ?? ''} ${license ?? ''} ${marked?.value ?? ''} ${outlet ?? ''}`;

const FIRST_PHOTOS = 3;

/** What the file itself says is asked for by few: its parts come when a picture is opened. */
const loadPicture = () => import('./picture.tsx');

function PhotoRests({ photo, state }: { photo: PhotoCredit; state: CheckedState }): JSX.Element {
  const tr = useWords();
  const parts = useLater(loadPicture);
  const { marked, outlet, from } = photo;
  return (
    <>
      <ul class="statements">
        {outlet !== undefined && <li>{tr.t('photoFromArchive', cleanName(outlet, tr))}</li>}
        {outlet === undefined && from !== undefined && <li>{tr.t('photoReadFrom', from)}</li>}
        {marked !== undefined && <li>{tr.t('photoMarkedBy', cleanName(marked.from, tr))}</li>}
      </ul>
      {parts !== undefined && <parts.SamePictures photo={photo} state={state} />}
      {parts !== undefined && photo.image !== undefined && (
        <parts.PictureAsk image={photo.image} published={state.page.published?.value} />
      )}
    </>
  );
}

function PhotoItem({ photo, state }: { photo: PhotoCredit; state: CheckedState }): JSX.Element {
  const tr = useWords();
  const { credit, agency, license, licenseUrl, marked, outlet, sameIn } = photo;
  const named =
    credit !== undefined && agency !== undefined && !credit.includes(agency)
      ? `${credit} / ${agency}`
      : credit;
  const notes: string[] = [];
  if (marked !== undefined) {
    notes.push(tr.t(marked.value === 'archive' ? 'photoOlder' : 'photoIllustration'));
  }
  if (outlet !== undefined) notes.push(tr.t('photoIn', cleanName(outlet, tr)));
  if (sameIn.length > 0) notes.push(tr.tn('photoSame', sameIn.length));
  const said = [named, license, ...notes].filter((part) => part !== undefined).join(', ');
  const of: Markable = {
    kind: 'photo',
    id: photoId(photo),
    said: `${tr.t('photo')}: ${cleanName(said, tr)}`,
  };
  return (
    <li>
      <Statement of={of} rests={<PhotoRests photo={photo} state={state} />}>
        {named !== undefined && cleanName(named, tr)}
        {named !== undefined && license !== undefined && ', '}
        {license !== undefined && <OutLink href={licenseUrl}>{cleanName(license, tr)}</OutLink>}
        {notes.length > 0 && <p class="small">{notes.join(' · ')}</p>}
      </Statement>
    </li>
  );
}

/** Credits and licences of the story's pictures, as this page and the archived text give them. */
export function Photos({ state }: { state: CheckedState }): JSX.Element | null {
  const tr = useWords();
  const photos = useShown(photoCredits(state), photoId);
  if (photos.length === 0) return null;
  return (
    <Section title={tr.t('photo')}>
      <ShortList
        name="plain"
        first={FIRST_PHOTOS}
        items={photos.map((photo) => (
          <PhotoItem key={photoId(photo)} photo={photo} state={state} />
        ))}
      />
    </Section>
  );
}

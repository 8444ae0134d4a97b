// What a picture's own file says, on request, and which outlets show the same file or credit.

import type { JSX } from 'preact';
import type { ArticleImage } from '../../src/article/types.ts';
import { olderThanStory } from '../../src/picture/dates.ts';
import { sameCredit } from '../../src/picture/same-credit.ts';
import type { PictureData } from '../../src/picture/types.ts';
import { olderWords, sameWords, wordFact } from '../../src/picture/wording.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { PhotoCredit } from '../photos.ts';
import { type CheckedState, useServices, useWords } from '../services.ts';
import { Ask } from './ask.tsx';
import { OutLink, ShortList, When } from './text.tsx';

/** A caption is the file's own words: whole, but not in the way of the rest. */
function PictureFacts({
  data,
  published,
}: {
  data: PictureData;
  published: string | undefined;
}): JSX.Element {
  const tr = useWords();
  const older = olderThanStory(data.facts, published);
  return (
    <>
      {older !== undefined && <p>{olderWords(older, tr)}</p>}
      {data.facts.length > 0 && (
        <dl class="facts">
          {data.facts.map((fact, index) => {
            const { label, value, from, url } = wordFact(fact, tr);
            return (
              <div key={index}>
                <dt>{label}</dt>
                <dd>
                  {url === undefined ? <bdi>{value}</bdi> : <OutLink href={url}>{value}</OutLink>}{' '}
                  <span class="small">{tr.t('factFrom', from)}</span>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      {data.credentials !== undefined && (
        <p>
          {tr.t('pictureCredentials')}{' '}
          <span class="small">{tr.t('factFrom', data.credentials)}</span>
        </p>
      )}
    </>
  );
}

/** The button that has a picture's file fetched and read. Nothing where its address is unknown. */
export function PictureAsk({
  image,
  published,
}: {
  image: ArticleImage;
  /** When the story was published, ISO 8601. */
  published: string | undefined;
}): JSX.Element | null {
  const services = useServices();
  const { tr } = services;
  const { url } = image;
  if (url === undefined) return null;
  const { hostname } = new URL(url);
  return (
    <Ask
      label={tr.t('pictureRead')}
      hint={tr.t('pictureReadHint', hostname)}
      waiting={tr.t('pictureReading', hostname)}
      host={hostname}
      ask={() => services.readPicture(url)}
      said={({ data }) =>
        data.facts.length > 0
          ? tr.tn('pictureSays', data.facts.length)
          : tr.t(data.credentials === undefined ? 'pictureNoData' : 'pictureOnlyCredentials')
      }
    >
      {({ data }) => <PictureFacts data={data} published={published} />}
    </Ask>
  );
}

/** Outlets among the relatives that show a picture of the same file name or credit. */
export function SamePictures({
  photo,
  state,
}: {
  photo: PhotoCredit;
  state: CheckedState;
}): JSX.Element | null {
  const tr = useWords();
  const found = sameCredit([photo.image ?? photo], state.provenance.relatives).filter(
    ({ outlet }) => outlet !== photo.outlet,
  );
  if (found.length === 0) return null;
  return (
    <ShortList
      name="plain"
      first={3}
      items={found.map((same) => (
        <li key={same.outlet}>
          <OutLink href={same.url}>{cleanName(same.outlet, tr)}</OutLink>
          {same.published !== undefined && (
            <>
              {', '}
              <When iso={same.published} />
            </>
          )}
          <span class="note">: {sameWords(same, tr)}</span>
        </li>
      ))}
    />
  );
}

// What can be done with several citations at once.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Citation } from '../../citation/types.ts';
import { citationsById } from '../../platform/citation-library.ts';
import { useShell } from '../shell-context.ts';
import { Export } from './export.tsx';
import { listOf } from './fields.ts';
import { mergeCitations } from './merge.ts';
import { useChanges, useFailure } from './use-changes.ts';

/** More are not merged: who selects hundreds of stories does not mean that they are one. */
const MOST_MERGED = 20;

function AddWords({
  label,
  known,
  add,
}: {
  label: string;
  known: readonly string[];
  add: (words: string[]) => void;
}): JSX.Element {
  const { tr } = useShell();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      class="add-words"
      onSubmit={(event) => {
        event.preventDefault();
        const words = listOf(text);
        if (words.length === 0) return;
        add(words);
        setText('');
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        list={`${id}-known`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <button type="submit" class="secondary">
        {tr.t('add')}
      </button>
    </form>
  );
}

export function Bulk({
  ids,
  tags,
  collections,
  remove,
}: {
  /** In the order of the list. */
  ids: readonly string[];
  tags: readonly string[];
  collections: readonly string[];
  remove: () => void;
}): JSX.Element {
  const { tr } = useShell();
  const apply = useChanges();
  const fail = useFailure();

  async function change(to: (citation: Citation) => Citation, said: string): Promise<void> {
    try {
      const citations = await citationsById(ids);
      await apply(
        citations.map((one) => ({ id: one.id, from: one.revision, to: to(one) })),
        said,
      );
    } catch (cause) {
      fail(cause);
    }
  }

  async function merge(): Promise<void> {
    try {
      const [first, ...others] = await citationsById(ids);
      if (first === undefined || others.length === 0) return;
      await apply(
        [
          { id: first.id, from: first.revision, to: mergeCitations(first, others) },
          ...others.map(({ id, revision }) => ({ id, from: revision, to: null })),
        ],
        tr.tn('saidMerged', others.length + 1),
      );
    } catch (cause) {
      fail(cause);
    }
  }

  return (
    <section class="details" aria-label={tr.tn('selectedCount', ids.length)}>
      <h2>{tr.tn('selectedCount', ids.length)}</h2>
      <div class="buttons">
        {ids.length <= MOST_MERGED && (
          <button type="button" class="secondary" onClick={() => void merge()}>
            {tr.t('mergeSelected')}
          </button>
        )}
        <button type="button" class="secondary" onClick={remove}>
          {tr.t('delete')}
        </button>
      </div>
      <AddWords
        label={tr.t('addTags')}
        known={tags}
        add={(words) =>
          void change(
            (one) => ({ ...one, tags: [...new Set([...one.tags, ...words])] }),
            tr.tn('saidTagged', ids.length),
          )
        }
      />
      <AddWords
        label={tr.t('addCollections')}
        known={collections}
        add={(words) =>
          void change(
            (one) => ({ ...one, collections: [...new Set([...one.collections, ...words])] }),
            tr.tn('saidCollected', ids.length),
          )
        }
      />
      <Export ids={ids} />
    </section>
  );
}

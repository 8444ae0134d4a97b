// What this is: version, licence, and the licences of everything it is built of.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ATTRIBUTION } from '../../citation/styles.ts';
import { packagedBytes } from '../../platform/packaged.ts';
import { problemWords } from '../../provenance/problems.ts';
import { OutLink } from '../link.tsx';
import { useShell } from '../shell-context.ts';

type Text = { text: string } | { problem: string } | undefined;

/** A text file of the extension, read when it is wanted. */
function usePackagedText(path: string, wanted: boolean): Text {
  const { tr } = useShell();
  const [text, setText] = useState<Text>();
  useEffect(() => {
    if (!wanted) return;
    packagedBytes(path).then(
      (bytes) => setText({ text: new TextDecoder().decode(bytes) }),
      (cause: unknown) => {
        setText({ problem: problemWords({ code: 'internal', detail: String(cause) }, tr).said });
      },
    );
  }, [path, wanted, tr]);
  return text;
}

function Packaged({ path, title }: { path: string; title: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const text = usePackagedText(path, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {text !== undefined && (
        // Scrolls by itself, so a keyboard has to reach it.
        <pre class="file" tabIndex={0} role="region" aria-label={title}>
          {'text' in text ? text.text : text.problem}
        </pre>
      )}
    </details>
  );
}

export function Panel(): JSX.Element {
  const { tr } = useShell();
  return (
    <div class="page">
      <h1>{tr.t('extensionName')}</h1>
      <p class="muted">{tr.t('aboutVersion', __STEMMA_VERSION__)}</p>
      <p>{tr.t('extensionDescription')}</p>
      <p>{tr.t('aboutPrivacy')}</p>
      <h2>{tr.t('aboutLicences')}</h2>
      <p>{tr.t('aboutLicence')}</p>
      <ul>
        {Object.values(ATTRIBUTION).map(({ text, url }) => (
          <li key={url}>
            <OutLink href={url}>{text}</OutLink>
          </li>
        ))}
      </ul>
      <Packaged path="/LICENSE" title={tr.t('aboutOwnLicence')} />
      <Packaged path="/THIRD-PARTY-NOTICES.txt" title={tr.t('aboutNotices')} />
    </div>
  );
}

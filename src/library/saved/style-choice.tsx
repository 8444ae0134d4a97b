// The style and language of a bibliography, and a style that the person brings along.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { ATTRIBUTION, LOCALES, localeFor, STYLES } from '../../citation/styles.ts';
import type { AddedStyle, ExportChoice } from '../../platform/export-choice.ts';
import { uiLanguage } from '../../platform/i18n.ts';
import { OutLink } from '../link.tsx';
import { useShell } from '../shell-context.ts';

export function StyleChoice({
  choice,
  set,
  styles,
  add,
}: {
  choice: ExportChoice;
  set: (change: Partial<ExportChoice>) => void;
  styles: readonly AddedStyle[];
  add: (style: AddedStyle) => Promise<void>;
}): JSX.Element {
  const { tr, say } = useShell();
  const id = useId();
  const names = new Intl.DisplayNames(tr.language, { type: 'language' });
  const hasNotes = STYLES.find((one) => one.id === choice.style)?.notes === true;

  async function take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    try {
      const { checkStyle } = await import('../../citation/csl-style.ts');
      const xml = await file.text();
      const title = checkStyle(xml).title ?? file.name;
      await add({ title, xml });
      set({ style: title });
      say(tr.t('styleAdded', title));
    } catch (cause) {
      say(tr.t('styleBroken', cause instanceof Error ? cause.message : String(cause)));
    } finally {
      input.value = '';
    }
  }

  return (
    <div class="filters">
      <div class="choice">
        <label for={`${id}-style`}>{tr.t('citationStyle')}</label>
        <select
          id={`${id}-style`}
          value={choice.style}
          onChange={(event) => set({ style: event.currentTarget.value, notes: false })}
        >
          {STYLES.map((style) => (
            <option key={style.id} value={style.id}>
              {style.title}
            </option>
          ))}
          {styles.map(({ title }) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <label for={`${id}-locale`}>{tr.t('citationLanguage')}</label>
        <select
          id={`${id}-locale`}
          value={localeFor(choice.locale || uiLanguage())}
          onChange={(event) => set({ locale: event.currentTarget.value })}
        >
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {names.of(locale) ?? locale}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <label for={`${id}-own`}>{tr.t('styleOwn')}</label>
        <input
          id={`${id}-own`}
          type="file"
          accept=".csl,.xml"
          onChange={(event) => void take(event.currentTarget)}
        />
      </div>
      {hasNotes && (
        <label class="check">
          <input
            type="checkbox"
            checked={choice.notes}
            onChange={(event) => set({ notes: event.currentTarget.checked })}
          />
          {tr.t('citationNotes')}
        </label>
      )}
      <p class="small wide">
        {Object.values(ATTRIBUTION).map(({ text, url }) => (
          <>
            <OutLink href={url}>{text}</OutLink>{' '}
          </>
        ))}
      </p>
    </div>
  );
}

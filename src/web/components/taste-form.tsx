import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { usualView, viewPairs } from '#web/list-view.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface TasteFormProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly text?: string;
}

/** The box where films are typed: a plain form, that the taste-box island makes a combobox. */
export function TasteForm({ site: { language, words }, taste, text = '' }: TasteFormProps): JSX.Element {
  const { box } = words;
  return (
    <form
      class="taste-form"
      action={pathIn(language, '/films')}
      method="get"
      role="search"
      data-titles={pathIn(language, '/api/titles')}
      data-list-label={box.listLabel}
    >
      <Kept taste={taste} />
      <label for="q">{taste.liked.length === 0 ? box.first : box.next}</label>
      <div class="field">
        <input
          id="q"
          name="q"
          type="text"
          value={text}
          maxLength={400}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={taste.liked.length === 0 ? box.example : undefined}
          aria-describedby="q-hint"
          enterkeyhint="search"
        />
        <button type="submit">{box.submit}</button>
      </div>
      <p id="q-hint" class="hint">
        {box.hint}
      </p>
      <p id="announce" class="heard-only" role="status" aria-live="polite" />
    </form>
  );
}

function Kept({ taste }: { readonly taste: TasteUrl }): JSX.Element {
  const lists = (['liked', 'not', 'seen'] as const).flatMap((name) => taste[name].map((id) => ({ name, id })));
  return (
    <div id="kept" hidden>
      {lists.map(({ name, id }) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      {viewPairs(taste.view ?? usualView).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </div>
  );
}

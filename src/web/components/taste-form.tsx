import type { JSX } from 'preact';
import type { ChangeTold } from '#web/change-told.ts';
import { ChangeNote } from '#web/components/change-note.tsx';
import { pathIn } from '#web/language.ts';
import { usualView, viewPairs } from '#web/list-view.ts';
import { results, type Place } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { filmsOf, tasteLists, type TasteUrl } from '#web/taste-url.ts';
import type { Verdict } from '#web/typed-titles.ts';

interface TasteFormProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  /** The page that the box stands on. */
  readonly place?: Place;
  readonly text?: string;
  readonly verdict?: Verdict;
  /** What the last action changed. */
  readonly told?: ChangeTold | null;
}

/** The box where films are typed, liked or not: a plain form, that the taste-box island makes a combobox. */
export function TasteForm({
  site,
  taste,
  place = results,
  text = '',
  verdict = 'liked',
  told = null,
}: TasteFormProps): JSX.Element {
  const { language, words } = site;
  const { box } = words;
  return (
    <form
      class="taste-form"
      action={pathIn(language, '/films')}
      method="get"
      role="search"
      data-titles={pathIn(language, '/api/titles')}
      data-list-label={box.listLabel}
      data-failed={words.taste.failed}
    >
      <Kept taste={taste} />
      <label for="q">
        <span class="if-liked">{taste.liked.length === 0 ? box.first : box.next}</span>
        <span class="if-not">{words.taste.notLabel}</span>
      </label>
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
          aria-describedby="change q-hint"
          enterkeyhint="search"
        />
      </div>
      <div class="field-end">
        <fieldset class="verdict">
          <legend class="heard-only">{words.taste.verdict}</legend>
          <Choice value="liked" label={words.taste.like} chosen={verdict} />
          <Choice value="not" label={words.taste.dislike} chosen={verdict} />
        </fieldset>
        <button type="submit">{box.submit}</button>
      </div>
      <ChangeNote site={site} place={place} told={told} />
      <p id="q-hint" class="hint">
        {box.hint}
      </p>
      <p id="announce" class="heard-only" role="status" />
    </form>
  );
}

function Choice({
  value,
  label,
  chosen,
}: {
  readonly value: Verdict;
  readonly label: string;
  readonly chosen: Verdict;
}): JSX.Element {
  return (
    <span class={`choice ${value}`}>
      <input id={`as-${value}`} type="radio" name="as" value={value} checked={value === chosen} />
      <label for={`as-${value}`}>{label}</label>
    </span>
  );
}

/** A taste as the hidden fields of a form, and how its lists are wanted. */
export function Kept({ taste }: { readonly taste: TasteUrl }): JSX.Element {
  const films = tasteLists.flatMap((name) => filmsOf(taste, name).map((id) => [name, id] as const));
  return (
    <div id="kept" hidden>
      {[...films, ...viewPairs(taste.view ?? usualView)].map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      {viewPairs(taste.view ?? usualView).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </div>
  );
}

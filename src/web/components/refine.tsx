import type { JSX } from 'preact';
import type { FilterValues } from '#recommend/shape/filter-values.ts';
import { Dial } from '#web/components/dial.tsx';
import { HiddenTaste } from '#web/components/hidden-taste.tsx';
import { Island } from '#web/components/island.tsx';
import { pathIn } from '#web/language.ts';
import { dialNames, usualView, type ListView, type ViewName } from '#web/list-view.ts';
import { filmsAddress, type Site } from '#web/site.ts';
import { viewed, type TasteUrl } from '#web/taste-url.ts';
import { stepTold } from '#web/view-told.ts';

interface RefineProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly values: FilterValues;
  /** Nothing is liked yet: only what does not need it is asked. */
  readonly started: boolean;
}

const mostValues = 40;
const lengths = [80, 90, 100, 120, 150];
const firstDecade = 1920;
const lastDecade = 2020;
const unlisted = new Set(['Adult']);
const asks: readonly ViewName[] = ['plain', 'from', 'to', 'length', 'kind', 'land', 'tongue', 'family'];

/** The dials and the conditions of a list: a plain form, folded until it is used; the island `refine` applies each change at once. */
export function Refine({ site, taste, values, started }: RefineProps): JSX.Element {
  const { words, language } = site;
  const { refine } = words;
  const view = taste.view ?? usualView;
  const dials = started ? (['recent'] as const) : dialNames;
  const decades = Array.from({ length: (lastDecade - firstDecade) / 10 + 1 }, (_, at) => lastDecade - 10 * at);
  const named = (codes: readonly string[], name: (code: string) => string | null): Option[] =>
    codes
      .slice(0, mostValues)
      .flatMap((code) => {
        const told = name(code);
        return told === null ? [] : [[code, told] as const];
      })
      .toSorted(([, a], [, b]) => a.localeCompare(b, language));
  return (
    <details id="refine" class="refine">
      <summary>{refine.title}</summary>
      <form action={`${pathIn(language, '/films')}#results-title`} method="get" data-refine>
        <HiddenTaste taste={taste} but={[...asks, ...dials]} />
        <fieldset class="dials">
          <legend>{refine.dialsTitle}</legend>
          {dials.map((name) => (
            <Dial
              key={name}
              name={name}
              label={refine.dials[name].label}
              ends={refine.dials[name].ends}
              most={2}
              value={view[name]}
              told={(step) => stepTold(words, name, step)}
              links={{
                middle: refine.middle,
                to: (step) => filmsAddress(site, viewed(taste, { ...view, [name]: step })),
              }}
            />
          ))}
          {started ? <p class="hint">{refine.needsLiked}</p> : null}
          {started ? null : <Check name="plain" label={refine.plain} on={view.plain} />}
        </fieldset>
        <fieldset class="conditions">
          <legend>{refine.conditionsTitle}</legend>
          <Choice
            name="length"
            label={refine.length}
            any={refine.anyLength}
            value={view.length}
            options={lengths.map((minutes) => [minutes, refine.atMost(words.duration(minutes))])}
            other={(minutes) => refine.atMost(words.duration(Number(minutes)))}
          />
          <Choice
            name="kind"
            label={refine.genre}
            any={refine.anyGenre}
            value={view.kind}
            options={named(
              values.genres.filter((genre) => !unlisted.has(genre)),
              words.genre,
            )}
            other={words.genre}
          />
          <Choice
            name="from"
            label={refine.from}
            any={refine.anyYear}
            value={view.from}
            options={decades.map((year) => [year, String(year)])}
          />
          <Choice
            name="to"
            label={refine.to}
            any={refine.anyYear}
            value={view.to}
            options={decades.map((year) => [year + 9, String(year + 9)])}
          />
          <Choice
            name="land"
            label={refine.country}
            any={refine.anyCountry}
            value={view.land}
            options={named(values.countries, words.country)}
            other={(code) => words.country(code) ?? code}
          />
          <Choice
            name="tongue"
            label={refine.language}
            any={refine.anyLanguage}
            value={view.tongue}
            options={named(values.languages, words.tongue)}
            other={(code) => words.tongue(code) ?? code}
          />
          <Check name="family" label={refine.family} on={view.family} note={refine.familyNote} />
        </fieldset>
        <button type="submit">{refine.apply}</button>
      </form>
      <Island name="refine" />
    </details>
  );
}

type Option = readonly [string | number, string];

interface ChoiceProps {
  readonly name: keyof ListView;
  readonly label: string;
  readonly any: string;
  readonly value: string | number | null;
  readonly options: readonly Option[];
  /** What a value is called that is none of the options. */
  readonly other?: (value: string) => string;
}

function Choice({ name, label, any, value, options, other = String }: ChoiceProps): JSX.Element {
  const listed = value === null || options.some(([one]) => one === value);
  return (
    <p class="pick">
      <label for={name}>{label}</label>
      <select id={name} name={name} autocomplete="off">
        <option value="">{any}</option>
        {listed ? null : (
          <option value={value} selected>
            {other(String(value))}
          </option>
        )}
        {options.map(([one, told]) => (
          <option key={one} value={one} selected={one === value}>
            {told}
          </option>
        ))}
      </select>
    </p>
  );
}

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly on: boolean;
  readonly note?: string;
}

const Check = ({ name, label, on, note }: CheckProps): JSX.Element => (
  <p class="check">
    <input
      type="checkbox"
      id={name}
      name={name}
      value="1"
      checked={on}
      autocomplete="off"
      aria-describedby={note === undefined ? undefined : `${name}-note`}
    />
    <label for={name}>{label}</label>
    {note === undefined ? null : (
      <span id={`${name}-note`} class="hint">
        {note}
      </span>
    )}
  </p>
);

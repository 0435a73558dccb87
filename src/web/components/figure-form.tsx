import type { JSX } from 'preact';
import { filterQuery } from '#indicators/ask.ts';
import { filterBounds, filterKeys, filterNames } from '#indicators/filter-terms.ts';
import { noFilters, type FilterName, type Filters } from '#indicators/filters.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { choiceNames } from '#indicators/words/filters.ts';
import { filterTitles } from '#indicators/words/refusals.ts';
import { capital } from '#web/facet-labels.ts';
import { figureAddress } from '#web/figure-addresses.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

interface FigureFormProps {
  readonly site: Site;
  readonly indicator: Indicator;
  /** What the address says, usable or not: it stands in the fields again. */
  readonly given: (key: string) => string | null;
  readonly filters: Filters;
  readonly holdings: Holdings;
}

/** Countries beyond these have few films; their code in the address is understood all the same. */
const MOST_COUNTRIES = 80;

/** The filters that an indicator understands, as a plain form whose answer is an address. */
export function FigureForm({ site, indicator, given, filters, holdings }: FigureFormProps): JSX.Element | null {
  const { figures: text } = site.words;
  const names = filterNames.filter((name) => indicator.filters.includes(name));
  if (names.length === 0) return null;
  const narrowed = filterQuery(filters) !== '' || names.some((name) => (given(filterKeys[name]) ?? '') !== '');
  return (
    <form
      class="browse-form figure-form"
      method="get"
      action={pathIn(site.language, `/chiffres/${indicator.name}`)}
      aria-label={text.filters}
    >
      {names.map((name) => (
        <div key={name}>
          <label for={`filter-${name}`}>{filterTitles[name][site.language]}</label>
          <Field site={site} name={name} given={filters[name] ?? given(filterKeys[name]) ?? ''} holdings={holdings} />
        </div>
      ))}
      <button>{text.apply}</button>
      {narrowed ? (
        <p class="clear">
          <a href={figureAddress(site, indicator.name, noFilters)}>{text.reset}</a>
        </p>
      ) : null}
    </form>
  );
}

interface FieldProps {
  readonly site: Site;
  readonly name: FilterName;
  readonly given: string | number;
  readonly holdings: Holdings;
}

function Field({ site, name, given, holdings }: FieldProps): JSX.Element {
  const options = optionsOf(site, name, String(given), holdings);
  if (options === null) {
    const [low, high] = boundsOf(name, holdings);
    return (
      <input
        id={`filter-${name}`}
        name={filterKeys[name]}
        type="number"
        inputmode="numeric"
        min={low}
        max={high}
        value={given}
      />
    );
  }
  return (
    <select id={`filter-${name}`} name={filterKeys[name]}>
      {options.map(([value, label]) => (
        <option key={value} value={value} selected={value === given}>
          {label}
        </option>
      ))}
    </select>
  );
}

function optionsOf(
  { language, words }: Site,
  name: FilterName,
  given: string,
  holdings: Holdings,
): [string, string][] | null {
  const { any } = words.figures;
  const say = speechOf(language);
  const byName = (a: [string, string], b: [string, string]): number => a[1].localeCompare(b[1], language);
  switch (name) {
    case 'genre':
      return [
        ['', any.genre],
        ...holdings.genres.map((genre): [string, string] => [genre, capital(words.genre(genre))]).toSorted(byName),
      ];
    case 'country': {
      const shown = holdings.countries.filter((code, at) => at < MOST_COUNTRIES || code === given);
      return [
        ['', any.country],
        ...shown.map((code): [string, string] => [code, capital(say.country(code))]).toSorted(byName),
      ];
    }
    case 'stratum':
    case 'people':
    case 'sort':
      return [
        ['', any.usual],
        ...Object.entries(choiceNames[name]).map(([value, label]): [string, string] => [
          value,
          capital(label[language]),
        ]),
      ];
    default:
      return null;
  }
}

/** Years of the catalogue are enough for a form. */
function boundsOf(name: FilterName, { years }: Holdings): readonly number[] {
  const bounds = Object.entries(filterBounds).find(([one]) => one === name)?.[1] ?? [];
  return (name === 'from' || name === 'to') && years !== null ? [years.first, years.last] : bounds;
}

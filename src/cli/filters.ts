import { textOption, textOptions, type Invocation } from '#cli/command.ts';
import { nearestNames } from '#cli/nearest-names.ts';
import { fault } from '#errors.ts';
import { fold } from '#features/mood/fold.ts';
import type { FilterValues } from '#recommend/shape/filter-values.ts';
import type { FilterName, Filters, Loosening } from '#recommend/shape/filters.ts';
import { fr } from '#web/words.fr.ts';
import { en } from '#web/words.en.ts';

/** The options that every way of recommending takes. */
export const filterOptions = {
  era: { type: 'string' },
  length: { type: 'string' },
  genre: { type: 'string', multiple: true },
  country: { type: 'string', multiple: true },
  language: { type: 'string', multiple: true },
  audience: { type: 'string' },
} as const;

export const filterUsage = '[--era A-B] [--length A-B] [--genre G]… [--country C]… [--language L]… [--audience family]';

const optionOf: Readonly<Record<FilterName, keyof typeof filterOptions>> = {
  years: 'era',
  length: 'length',
  genres: 'genre',
  countries: 'country',
  languages: 'language',
  audience: 'audience',
};

/** What was asked, as it was written: the values of a set are checked once the catalogue is open, by `knownFilters`. @throws USAGE */
export function askedFilters(invocation: Invocation): Filters {
  const years = rangeOf(invocation, 'era', /^(\d{4})?-(\d{4})?$/, 'two years such as 1960-1979');
  const length = rangeOf(invocation, 'length', /^(\d{1,4})?-(\d{1,4})?$/, 'minutes such as 80-110, or -95');
  const audience = textOption(invocation, 'audience');
  if (audience !== undefined && audience !== 'family') throw usage(`--audience is family, not “${audience}”.`);
  const sets = {
    genres: textOptions(invocation, 'genre'),
    countries: textOptions(invocation, 'country'),
    languages: textOptions(invocation, 'language'),
  };
  return {
    ...(years === undefined ? {} : { years }),
    ...(length === undefined ? {} : { length }),
    ...(sets.genres.length === 0 ? {} : { genres: sets.genres }),
    ...(sets.countries.length === 0 ? {} : { countries: sets.countries }),
    ...(sets.languages.length === 0 ? {} : { languages: sets.languages }),
    ...(audience === undefined ? {} : { audience }),
  };
}

/**
 * The same filters in the catalogue's own values. A genre, country or language may be given by its code or by its French or English name, whatever its case and accents.
 * @throws USAGE when the catalogue has no film of that value, with the nearest or the commonest ones
 */
export function knownFilters(asked: Filters, values: FilterValues): Filters {
  const { genres, countries, languages } = asked;
  return {
    ...asked,
    ...(genres === undefined ? {} : { genres: genres.map((name) => known(name, 'genre', values.genres)) }),
    ...(countries === undefined
      ? {}
      : { countries: countries.map((name) => known(name, 'country', values.countries)) }),
    ...(languages === undefined
      ? {}
      : { languages: languages.map((name) => known(name, 'language', values.languages)) }),
  };
}

/** What to loosen, in a sentence; null when nothing would help. */
export function looseningSentence(found: number, loosen: readonly Loosening[]): string | null {
  const told = loosen
    .filter(({ films }) => films > found)
    .map(({ condition, films }) => `without --${optionOf[condition]}, ${films.toLocaleString('en')}`);
  const few = found === 0 ? 'No film meets' : found === 1 ? 'Only one film meets' : `Only ${found} films meet`;
  if (told.length > 0) return `${few} all the conditions; ${told.join('; ')}.`;
  const [first] = loosen;
  if (first === undefined) return null;
  return loosen.length === 1
    ? `${few} the condition.`
    : `${few} all the conditions, nor would they with one fewer: begin with --${optionOf[first.condition]}.`;
}

type Kind = 'genre' | 'country' | 'language';

const namesOf: Readonly<Record<Kind, (value: string) => readonly (string | null)[]>> = {
  genre: (name) => [name, fr.genre(name), en.genre(name)],
  country: (code) => [code, en.country(code), fr.country(code)],
  language: (code) => [code, en.tongue(code), fr.tongue(code)],
};

function known(asked: string, kind: Kind, values: readonly string[]): string {
  const wanted = fold(asked);
  const names = values.map((value) => ({
    value,
    names: namesOf[kind](value).flatMap((name) => (name === null ? [] : [name])),
  }));
  const found = names.find((one) => one.names.some((name) => fold(name) === wanted));
  if (found !== undefined) return found.value;
  const plural = { genre: 'genres', country: 'countries', language: 'languages' }[kind];
  if (values.length === 0) throw usage(`The catalogue knows no ${kind} of its films: leave --${kind} out.`);
  const nearest = nearestNames(wanted, names, 3);
  const like = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', ')}?`;
  const shown = values.slice(0, 30);
  const list =
    kind === 'genre'
      ? shown.join(', ')
      : shown.map((value) => `${value} ${namesOf[kind](value)[1] ?? ''}`.trim()).join(', ');
  throw usage(
    `No film of the catalogue has the ${kind} “${asked}”.${like} Its ${values.length > shown.length ? `commonest ${plural}` : plural} are ${list}.`,
  );
}

function rangeOf(
  invocation: Invocation,
  option: 'era' | 'length',
  form: RegExp,
  example: string,
): readonly [number, number] | undefined {
  const text = textOption(invocation, option);
  if (text === undefined) return undefined;
  const match = form.exec(text.trim());
  const [from, to] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 9999)];
  if (match === null || text.trim() === '-' || from > to) throw usage(`--${option} is ${example}, not “${text}”.`);
  return [from, to];
}

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'recommend' });

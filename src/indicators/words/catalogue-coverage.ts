import type { Filters } from '#indicators/filters.ts';
import { comparable, type AskedYears } from '#indicators/parts/decade-span.ts';
import type { CoverageCounts } from '#indicators/queries/catalogue-coverage.ts';
import { ofDecade, shortDecades } from '#indicators/words/decade-span.ts';
import { describeFilters } from '#indicators/words/filters.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

/** What may be known of a film: on an axis, and in a sentence after “pour” or “for”. */
export const fieldNames = {
  length: { axis: { fr: 'Durée', en: 'Running time' }, of: { fr: 'la durée', en: 'the running time' } },
  rating: {
    axis: { fr: 'Note (un vote au moins)', en: 'Rating (at least one vote)' },
    of: { fr: 'la note', en: 'the rating' },
  },
  voted: {
    axis: { fr: 'Note d’au moins 1\u202f000 votes', en: 'Rating from 1,000 votes or more' },
    of: { fr: 'une note d’au moins 1\u202f000 votes', en: 'a rating from 1,000 votes or more' },
  },
  synopsis: { axis: { fr: 'Résumé', en: 'Synopsis' }, of: { fr: 'le résumé', en: 'the synopsis' } },
  french: {
    axis: { fr: 'Résumé en français', en: 'Synopsis in French' },
    of: { fr: 'le résumé en français', en: 'the synopsis in French' },
  },
  country: { axis: { fr: 'Pays', en: 'Country' }, of: { fr: 'le pays', en: 'the country' } },
  keywords: { axis: { fr: 'Mots-clés', en: 'Keywords' }, of: { fr: 'les mots-clés', en: 'keywords' } },
  money: { axis: { fr: 'Budget', en: 'Budget' }, of: { fr: 'le budget', en: 'the budget' } },
  births: {
    axis: { fr: 'Naissance des interprètes', en: 'Births of actors' },
    of: { fr: 'l’année de naissance des interprètes', en: 'the birth year of actors' },
  },
} as const satisfies Record<string, { axis: Bilingual; of: Bilingual }>;

/** What the table of sources tells beside. */
export const sourceFields: Readonly<Record<string, Bilingual>> = {
  year: { fr: 'Année', en: 'Year' },
  'title-fr': { fr: 'Titre français', en: 'French title' },
  genre: { fr: 'Genre', en: 'Genre' },
  'art-et-essai': { fr: 'Recommandation art et essai', en: 'Art-house recommendation' },
  credits: { fr: 'Générique', en: 'Credits' },
};

/** What may be known, in the order shown. */
export type Field = keyof typeof fieldNames;
export const fields: readonly Field[] = [
  'length',
  'rating',
  'voted',
  'synopsis',
  'french',
  'country',
  'keywords',
  'money',
  'births',
];
/** A decade of fewer films is not compared with another. */
const COMPARED = 100;

/** How many are known, of how many: births are a share of people, all the rest of films. */
export const known = (row: CoverageCounts, field: Field): { known: number; of: number } => ({
  known: row[field],
  of: field === 'births' ? row.actors : row.films,
});
/** The share known, from 0 to 1; null of nothing. */
export const share = (row: CoverageCounts, field: Field): number | null => {
  const { known: some, of } = known(row, field);
  return of === 0 ? null : some / of;
};

/** The sentences of the finding. */
export const coverageFinding = (
  total: CoverageCounts,
  decades: readonly CoverageCounts[],
  { filters, asked }: { readonly filters: Filters; readonly asked: AskedYears },
  say: Speech,
): string[] =>
  [
    extent(total, filters, say),
    best(total, say),
    change(decades, asked, say),
    shortDecades(
      decades.flatMap(({ decade }) => decade ?? []),
      asked,
      say,
    ) ?? '',
  ].filter((sentence) => sentence !== '');

function extent({ films, first, last }: CoverageCounts, filters: Filters, say: Speech): string {
  const narrowed = describeFilters({ ...filters, from: null, to: null }, say).join(', ');
  const which = narrowed === '' ? '' : ` (${narrowed})`;
  return say.pick({
    fr: `Le catalogue décrit ${say.several(films, 'film', 'films')}${which}, de ${first} à ${last}.`,
    en: `The catalogue describes ${say.several(films, 'film', 'films')}${which}, from ${first} to ${last}.`,
  });
}

/** What is known best, and what least. */
function best(total: CoverageCounts, say: Speech): string {
  const ranked = fields
    .flatMap((field) => {
      const value = field === 'births' ? null : share(total, field);
      return value === null ? [] : [{ name: say.pick(fieldNames[field].of), value }];
    })
    .toSorted((a, b) => b.value - a.value);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (most === undefined || least === undefined || most.value === least.value) return '';
  return say.pick({
    fr: `Ce qu’on en connaît le mieux est ${most.name} (${say.percent(most.value)} des films), le moins bien ${least.name} (${fine(least.value, say)}).`,
    en: `Best known is ${most.name} (${say.percent(most.value)} of films), least known ${least.name} (${fine(least.value, say)}).`,
  });
}

/** A share as it is written: with a digit after the point when it is small. */
export const fine = (value: number, say: Speech): string => say.percent(value, value > 0 && value < 0.01 ? 1 : 0);

/** How far the knowledge of ratings depends on the decade. */
function change(decades: readonly CoverageCounts[], asked: AskedYears, say: Speech): string {
  const ranked = decades
    .filter(({ films, decade }) => films >= COMPARED && comparable(decade ?? 0, asked))
    .flatMap((row) => (row.decade === null ? [] : [{ decade: row.decade, value: row.rating / row.films }]))
    .toSorted((a, b) => b.value - a.value);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (most === undefined || least === undefined || ranked.length < 2 || most.value === 0) return '';
  if (most.value - least.value < 0.1)
    return say.pick({
      fr: `La part des films notés change peu d’une décennie à l’autre (${say.percentRange(least.value, most.value)}).`,
      en: `The share of rated films changes little from one decade to another (${say.percentRange(least.value, most.value)}).`,
    });
  return say.pick({
    fr: `Une note existe pour ${say.percent(most.value)} des films ${ofDecade(most.decade, asked, say)}, mais pour ${say.percent(least.value)} de ceux ${ofDecade(least.decade, asked, say)}\u00a0: une comparaison entre ces époques ne porte que sur les films notés.`,
    en: `A rating exists for ${say.percent(most.value)} of the films ${ofDecade(most.decade, asked, say)}, but for ${say.percent(least.value)} of those ${ofDecade(least.decade, asked, say)}: to compare these times is to compare only the films that were rated.`,
  });
}

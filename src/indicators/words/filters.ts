import type { Filters } from '#indicators/filters.ts';
import type { Speech } from '#words/speech.ts';

const strata = {
  all: { fr: 'tous les films', en: 'all films' },
  voted: { fr: 'films d’au moins 1\u202f000 votes', en: 'films with at least 1,000 votes' },
  top: { fr: 'les 100 films les plus votés de chaque année', en: 'the 100 most voted films of each year' },
} as const;
const peoples = { actress: { fr: 'actrices', en: 'actresses' }, actor: { fr: 'acteurs', en: 'actors' } } as const;
const sorts = {
  volume: { fr: 'par nombre de films', en: 'by number of films' },
  audience: { fr: 'par audience (votes)', en: 'by audience (votes)' },
  esteem: { fr: 'par estime (note)', en: 'by esteem (rating)' },
} as const;

/** The choices of a filter, as a form names them. */
export const choiceNames = { stratum: strata, people: peoples, sort: sorts } as const;

/** What was narrowed, a phrase a filter; empty when nothing was. */
export function describeFilters(filters: Filters, say: Speech): string[] {
  const { from, to, genre, country, minVotes, stratum, people, sort, billing, credits, weight } = filters;
  const told = (value: unknown, fr: string, en: string): string[] => (value === null ? [] : [say.pick({ fr, en })]);
  const votes = (count: number): string => say.several(count, 'vote', 'votes');
  return [
    ...years(from, to, say),
    ...(genre === null ? [] : [say.pick({ fr: `genre\u00a0: ${say.genre(genre)}`, en: `genre: ${say.genre(genre)}` })]),
    ...(country === null
      ? []
      : [say.pick({ fr: `pays\u00a0: ${say.country(country)}`, en: `country: ${say.country(country)}` })]),
    ...told(minVotes, `au moins ${votes(minVotes ?? 0)}`, `at least ${votes(minVotes ?? 0)}`),
    ...(stratum === null ? [] : [say.pick(strata[stratum])]),
    ...(people === null ? [] : [say.pick(peoples[people])]),
    ...(sort === null ? [] : [say.pick(sorts[sort])]),
    ...told(
      billing,
      billing === 1 ? 'la première place du générique' : `jusqu’à la ${billing}e place du générique`,
      `up to place ${billing} in the billing`,
    ),
    ...told(
      credits,
      `au moins ${say.several(credits ?? 0, 'rôle', 'rôles')}`,
      `at least ${say.several(credits ?? 0, 'credit', 'credits')}`,
    ),
    ...told(weight, `moyenne pesant ${votes(weight ?? 0)}`, `mean weighing ${votes(weight ?? 0)}`),
  ];
}

function years(from: number | null, to: number | null, say: Speech): string[] {
  if (from === null && to === null) return [];
  if (from === to) return [say.pick({ fr: `année ${from}`, en: `year ${from}` })];
  if (to === null) return [say.pick({ fr: `à partir de ${from}`, en: `from ${from} on` })];
  if (from === null) return [say.pick({ fr: `jusqu’en ${to}`, en: `up to ${to}` })];
  return [say.pick({ fr: `de ${from} à ${to}`, en: `from ${from} to ${to}` })];
}

import { filterBounds, filterChoices, type Refusal } from '#indicators/filter-terms.ts';
import type { FilterName } from '#indicators/filters.ts';
import type { Indicator } from '#indicators/indicator.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

/** What each filter is called. */
export const filterTitles: Readonly<Record<FilterName, Bilingual>> = {
  from: { fr: 'Première année', en: 'First year' },
  to: { fr: 'Dernière année', en: 'Last year' },
  genre: { fr: 'Genre', en: 'Genre' },
  country: { fr: 'Pays de production', en: 'Country of production' },
  minVotes: { fr: 'Votes au moins', en: 'Votes at least' },
  stratum: { fr: 'Quels films', en: 'Which films' },
  people: { fr: 'Actrices ou acteurs', en: 'Actresses or actors' },
  sort: { fr: 'Ordre', en: 'Order' },
  billing: { fr: 'Jusqu’à quelle place du générique', en: 'Up to which place in the billing' },
  credits: { fr: 'Rôles au moins', en: 'Credits at least' },
  weight: { fr: 'Votes que pèse la moyenne (m)', en: 'Votes that the mean weighs (m)' },
};

/**
 * Why a filter cannot be used and what may be given, in a sentence.
 * @param called how a filter is named where the reader chooses it; by its title unless told
 */
export function refusalSentence(
  { filter, given, why }: Refusal,
  indicator: Indicator,
  say: Speech,
  called = (name: FilterName): string => say.quoted(say.pick(filterTitles[name]).toLocaleLowerCase(say.language)),
): string {
  const name = called(filter);
  const value = say.quoted(given.length > 40 ? `${given.slice(0, 40)}…` : given);
  switch (why) {
    case 'elsewhere': {
      const understood = say.list(indicator.filters.map(called));
      const fr = `Le filtre ${name} n’existe pas pour cet indicateur${understood === '' ? ', qui n’en a aucun' : `\u00a0; ses filtres sont ${understood}`}.`;
      const en = `The filter ${name} is none of this indicator’s${understood === '' ? ', which has none' : `; its filters are ${understood}`}.`;
      return say.pick({ fr, en });
    }
    case 'order':
      return say.pick({
        fr: 'La première année vient après la dernière\u00a0: échangez-les.',
        en: 'The first year is after the last: swap them.',
      });
    case 'bounds': {
      const [low, high] = boundsOf(filter).map((bound) => (bound > 9999 ? say.number(bound) : String(bound)));
      return say.pick({
        fr: `Le filtre ${name} est un nombre entier de ${low} à ${high}, pas ${value}.`,
        en: `The filter ${name} is a whole number from ${low} to ${high}, not ${value}.`,
      });
    }
    case 'choice': {
      const choices = say.list(choicesOf(filter));
      return say.pick({
        fr: `Le filtre ${name} vaut ${choices}, pas ${value}.`,
        en: `The filter ${name} is one of ${choices}, not ${value}.`,
      });
    }
    case 'genre':
      return say.pick({
        fr: `Aucun film du catalogue n’est du genre ${value}.`,
        en: `No film of the catalogue has the genre ${value}.`,
      });
    case 'country':
      return say.pick({
        fr: `Aucun film du catalogue ne vient du pays ${value}.`,
        en: `No film of the catalogue comes from the country ${value}.`,
      });
  }
}

const boundsOf = (filter: FilterName): readonly number[] =>
  Object.entries(filterBounds).find(([name]) => name === filter)?.[1] ?? [];

const choicesOf = (filter: FilterName): readonly string[] =>
  Object.entries(filterChoices).find(([name]) => name === filter)?.[1] ?? [];

import type { Catalogue } from '#catalogue/catalogue.ts';
import { nicheFilms } from '#advice/queries/niches.ts';
import type { Row } from '#catalogue/query.ts';
import { doubtfulOf, neverDoubtful } from '#indicators/parts/doubtful.ts';
import { usualVotes } from '#advice/advise.ts';
import { europeanCountries, type Origin } from '#advice/niche.ts';

/** What a season is made of: any of the three may be left open. */
export interface SeasonWish {
  readonly genre: string | null;
  readonly decade: number | null;
  readonly origin: Origin | null;
  /** Films recommended art et essai alone. */
  readonly labelled: boolean;
  readonly count: number;
  /** The least votes of a film. */
  readonly minVotes?: number;
}

export type SeasonFilm = Row<(typeof nicheFilms)['columns']>;

/** The films of a thematic season, in the order of their years. */
export interface Season {
  readonly films: readonly SeasonFilm[];
  /** How many films there were to choose from. */
  readonly among: number;
  /** Minutes, of the films whose length is known; and how many are not. */
  readonly minutes: number;
  readonly withoutLength: number;
}

const mostAsked = 300;
/** Votes that the mean weighs in the weighted rating. */
export const seasonWeight = 1000;
/** A lead actor may come back once. */
const mostOfOneLead = 2;

/**
 * Chooses a season: the best films by weighted rating, of which no two share a director, no actor leads more than two, and no two consecutive years hold half
 * of them when there is a choice. Fewer films than asked for when there are no more.
 */
export async function chooseSeason(
  catalogue: Catalogue,
  { genre, decade, origin, labelled, count, minVotes = usualVotes }: SeasonWish,
): Promise<Season> {
  // where TMDB knows films, a season holds only those that it knows: what one would ask a distributor for
  const { from } = await doubtfulOf(catalogue);
  const found = await catalogue.run(nicheFilms, {
    votes: minVotes,
    doubtful: from === neverDoubtful ? from : 1,
    weight: seasonWeight,
    european: europeanCountries,
    genre: genre ?? '',
    decade: decade ?? 0,
    origin: origin ?? '',
    labelled: labelled ? 1 : 0,
    most: mostAsked,
  });
  const films = spread(found, count).toSorted((a, b) => a.year - b.year || a.film - b.film);
  return {
    films,
    among: found[0]?.total ?? 0,
    minutes: films.reduce((sum, { runtime }) => sum + (runtime ?? 0), 0),
    withoutLength: films.filter(({ runtime }) => runtime === null).length,
  };
}

function spread(found: readonly SeasonFilm[], count: number): SeasonFilm[] {
  const chosen: SeasonFilm[] = [];
  const directors = new Set<string>();
  const leads = new Map<string, number>();
  const years = new Map<number, number>();
  const mostOfYears = Math.max(2, Math.ceil(count / 2));
  for (const strict of [true, false]) {
    for (const film of found) {
      if (chosen.length === count) return chosen;
      if (chosen.includes(film) || film.directors.some((person) => directors.has(person))) continue;
      const [lead] = film.leads;
      if (lead !== undefined && (leads.get(lead) ?? 0) >= mostOfOneLead) continue;
      const near = (years.get(film.year) ?? 0) + (years.get(film.year - 1) ?? 0) + (years.get(film.year + 1) ?? 0);
      if (strict && near >= mostOfYears) continue;
      chosen.push(film);
      for (const person of film.directors) directors.add(person);
      if (lead !== undefined) leads.set(lead, (leads.get(lead) ?? 0) + 1);
      years.set(film.year, (years.get(film.year) ?? 0) + 1);
    }
  }
  return chosen;
}

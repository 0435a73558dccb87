import type { Filters, Stratum } from '#indicators/filters.ts';
import { number, query, type ParameterType } from '#catalogue/query.ts';

/** A feature film lasts this long at least, in minutes: an hour, as the CNC counts (Code du cinéma, article D210-1). */
export const featureLength = 60;
/** The stratum of films that many people saw: this many votes at least. */
export const manyVotes = 1000;
/** The stratum of the most seen: so many a year. */
export const mostVoted = 100;
/** Lengths are told of the most voted of a year that have so many votes: the hundredth of 1912 has eight. */
export const leastVotesOfTop = 100;

export const withinParameters = {
  from: 'number',
  to: 'number',
  genre: 'text',
  country: 'text',
  shortest: 'number',
  doubtful: 'number',
} as const satisfies Record<string, ParameterType>;

/**
 * The films of the cinema in some years, of a genre and a country when these are not empty, without those known to be shorter than
 * `$shortest`, nor those of `$doubtful` votes or more that TMDB does not know: it gives neither an identifier nor an original language.
 */
export const withinSql = `within AS (
  SELECT f.film, f.year, f.runtime, f.rating, f.votes, f.original_language, f.budget, f.revenue, f.art_et_essai FROM film f
  WHERE f.kind = 'movie' AND (f.runtime IS NULL OR f.runtime >= $shortest) AND f.year BETWEEN $from AND $to
    AND (f.votes IS NULL OR f.votes < $doubtful OR f.tmdb_id IS NOT NULL OR f.original_language IS NOT NULL)
    AND ($genre = '' OR f.film IN (SELECT film FROM film_genre WHERE genre = $genre))
    AND ($country = '' OR f.film IN (SELECT film FROM film_country WHERE country = $country)))`;

export const chosenParameters = { ...withinParameters, votes: 'number', stratum: 'text' } as const satisfies Record<
  string,
  ParameterType
>;

/** Those of them in a stratum, with at least `$votes` votes. */
export const chosenSql = `${withinSql},
chosen AS (
  SELECT * FROM within WHERE $stratum <> 'top' AND ($votes = 0 OR votes >= $votes)
  UNION ALL
  SELECT * EXCLUDE (place) FROM (
    SELECT *, row_number() OVER (PARTITION BY year ORDER BY votes DESC, film) AS place FROM within
    WHERE $stratum = 'top' AND votes >= greatest($votes, 1))
  WHERE place <= ${mostVoted})`;

/** Whether any film has votes: 1 or 0. */
export const anyVotes = query({
  name: 'any-votes',
  parameters: {},
  columns: { any: number },
  sql: `SELECT CASE WHEN EXISTS (SELECT 1 FROM film WHERE votes > 0) THEN 1 ELSE 0 END AS "any"`,
});

export interface Within {
  readonly from: number;
  readonly to: number;
  readonly genre: string;
  readonly country: string;
  readonly shortest: number;
  readonly doubtful: number;
}

export interface Chosen extends Within {
  readonly votes: number;
  readonly stratum: string;
}

/** The arguments of `withinSql`. A year that is not over is left out: its films are not all there. */
export function withinOf(filters: Filters, today: string, { from: doubtful }: { readonly from: number }): Within {
  const lastYear = Number(today.slice(0, 4)) - 1;
  return {
    from: filters.from ?? 1,
    to: Math.min(filters.to ?? lastYear, lastYear),
    genre: filters.genre ?? '',
    country: filters.country ?? '',
    shortest: featureLength,
    doubtful,
  };
}

/** The arguments of `chosenSql`; when the filters ask for no stratum and no votes, those of `stratum`. */
export function chosenOf(within: Within, filters: Filters, stratum: Stratum): Chosen {
  const asked = filters.stratum ?? (filters.minVotes === null ? stratum : 'all');
  return { ...within, stratum: asked, votes: Math.max(filters.minVotes ?? 0, asked === 'voted' ? manyVotes : 0) };
}

import { number, numberOrNull, numbers, query, text, textOrNull, texts } from '#catalogue/query.ts';
import { featureLength } from '#indicators/queries/chosen-films.ts';

/**
 * Opens a query on `base`: cinema features with at least `$votes` votes, or, where a catalogue has no votes, with some renown. Those of `$doubtful` votes or
 * more that TMDB does not know are left out: episodes and games filed among films.
 */
const withFeatures = (rest: string): string => `WITH base AS (
    SELECT film, id, year, (year // 10 * 10)::INTEGER AS decade, runtime, rating, votes, renown, art_et_essai, original_language, title_fr FROM film
    WHERE kind = 'movie' AND year IS NOT NULL AND (runtime IS NULL OR runtime >= ${featureLength}) AND (votes >= $votes OR (votes IS NULL AND renown IS NOT NULL))
      AND (votes IS NULL OR votes < $doubtful OR tmdb_id IS NOT NULL OR original_language IS NOT NULL))${rest}`;

/**
 * `placed`: films with their countries (`codes`) and where they come from. French: produced in France alone, or there and spoken in French; American: the same
 * of the United States and English; European: produced in Europe otherwise; unknown: no country is known.
 */
const placedOf = (films: 'base' | 'kept', rest: string): string => `,
    made AS (SELECT film, list(country) AS codes FROM film_country SEMI JOIN ${films} USING (film) GROUP BY film),
    placed AS (SELECT ${films}.*, codes, CASE WHEN codes IS NULL THEN 'unknown'
        WHEN list_contains(codes, 'FR') AND (len(codes) = 1 OR coalesce(original_language, 'fr') = 'fr') THEN 'french'
        WHEN list_contains(codes, 'US') AND (len(codes) = 1 OR coalesce(original_language, 'en') = 'en') THEN 'american'
        WHEN list_has_any(codes, $european) THEN 'european' ELSE 'other' END AS origin
      FROM ${films} LEFT JOIN made USING (film))${rest}`;

/**
 * The niches of the catalogue, genre by decade by origin, with what is needed to judge them: how many films, and by how much they are better rated than
 * both their genre and their time would have it (`premium`: the rating, less the mean of the films of the decade and origin, less what the genre adds to that
 * on the whole; its sum and the sum of its squares, over the films with a rating).
 * A film counts in each of its genres.
 */
export const nicheCells = query({
  name: 'niche-cells',
  parameters: { votes: 'number', doubtful: 'number', notGenres: 'texts', european: 'texts' },
  columns: {
    genre: text,
    decade: number,
    origin: text,
    films: number,
    rated: number,
    premium: number,
    squares: number,
    labelled: number,
  },
  sql: withFeatures(
    placedOf(
      'base',
      `,
    compared AS (SELECT *, rating - avg(rating) OVER (PARTITION BY decade, origin) AS over FROM placed),
    filed AS (SELECT p.*, g.genre, over - avg(over) OVER (PARTITION BY g.genre) AS premium FROM compared p JOIN film_genre g USING (film))
    SELECT p.genre, p.decade, p.origin, count(*)::INTEGER AS films, count(p.premium)::INTEGER AS rated, coalesce(sum(p.premium), 0)::DOUBLE AS premium,
      coalesce(sum(p.premium * p.premium), 0)::DOUBLE AS squares, (count(*) FILTER (p.art_et_essai IS NOT NULL))::INTEGER AS labelled
    FROM filed p WHERE NOT list_contains($notGenres, p.genre)
    GROUP BY p.genre, p.decade, p.origin ORDER BY p.genre, p.decade, p.origin`,
    ),
  ),
});

/**
 * The films of one niche, the best first by weighted rating v/(v+m)·R + m/(v+m)·C, with C the mean over all films of as many votes; films without a rating by
 * renown; before the others, those that France has seen: with a French title, a label of AFCAE, or made there. `labelled` 1 keeps the films recommended art et essai alone; an empty genre, origin or a decade of 0 keeps them all.
 * `total` is how many there are before the limit.
 */
export const nicheFilms = query({
  name: 'niche-films',
  parameters: {
    votes: 'number',
    doubtful: 'number',
    weight: 'number',
    european: 'texts',
    genre: 'text',
    decade: 'number',
    origin: 'text',
    labelled: 'number',
    most: 'number',
  },
  columns: {
    film: number,
    total: number,
    id: text,
    year: number,
    runtime: numberOrNull,
    rating: numberOrNull,
    votes: numberOrNull,
    weighted: numberOrNull,
    renown: numberOrNull,
    label: textOrNull,
    language: textOrNull,
    directors: texts,
    leads: texts,
  },
  sql: withFeatures(
    `,
    mean AS (SELECT avg(rating) AS value FROM base),
    kept AS (SELECT base.*, CASE WHEN votes > 0 THEN (votes * rating + $weight * m.value) / (votes + $weight) END AS weighted FROM base CROSS JOIN mean m
      WHERE ($decade = 0 OR decade = $decade) AND ($labelled = 0 OR art_et_essai IS NOT NULL)
      AND ($genre = '' OR film IN (SELECT film FROM film_genre WHERE genre = $genre)))` +
      placedOf(
        'kept',
        `,
    first AS (SELECT *, (count(*) OVER ())::INTEGER AS total, (title_fr IS NOT NULL OR art_et_essai IS NOT NULL OR coalesce(list_contains(codes, 'FR'), false))::INTEGER AS "inFrance"
      FROM placed WHERE $origin = '' OR origin = $origin ORDER BY "inFrance" DESC, weighted DESC NULLS LAST, renown DESC NULLS LAST, film LIMIT $most),
    people AS (SELECT c.film, list(c.person::VARCHAR ORDER BY c.billing, abs(c.person)) FILTER (c.category = 'director') AS directors,
      list(c.person::VARCHAR ORDER BY c.billing, abs(c.person)) FILTER (c.category IN ('actor', 'actress')) AS leads
      FROM film_credit c SEMI JOIN first USING (film) GROUP BY c.film)
    SELECT f.film, f.total, f.id, f.year, f.runtime, f.rating, f.votes, f.weighted, f.renown, f.art_et_essai AS label, f.original_language AS language,
      coalesce(p.directors, []) AS directors, coalesce(p.leads, []) AS leads
    FROM first f LEFT JOIN people p USING (film) ORDER BY f."inFrance" DESC, f.weighted DESC NULLS LAST, f.renown DESC NULLS LAST, f.film`,
      ),
  ),
});

/** The niches of some films, a row for each genre of each film: what people liked, counted by niche. */
export const nichesOfFilms = query({
  name: 'niches-of-films',
  parameters: { ids: 'texts', european: 'texts', notGenres: 'texts' },
  columns: { id: text, genre: text, decade: number, origin: text },
  sql:
    'WITH base AS (SELECT film, id, (year // 10 * 10)::INTEGER AS decade, original_language FROM film WHERE list_contains($ids, id) AND year IS NOT NULL)' +
    placedOf(
      'base',
      `
    SELECT p.id, g.genre, p.decade, p.origin FROM placed p JOIN film_genre g USING (film) WHERE NOT list_contains($notGenres, g.genre) ORDER BY p.id, g.genre`,
    ),
});

/** The films that the niches are made of: how many, how many with a country and with a rating; and, for each genre, how many bear it. */
export const nicheBase = query({
  name: 'niche-base',
  parameters: { votes: 'number', doubtful: 'number' },
  columns: { films: number, withCountry: number, rated: number, genres: texts, borne: numbers },
  sql: withFeatures(`,
    borne AS (SELECT genre, count(*)::INTEGER AS films FROM film_genre SEMI JOIN base USING (film) GROUP BY genre)
    SELECT count(*)::INTEGER AS films, (SELECT count(DISTINCT film) FROM film_country SEMI JOIN base USING (film))::INTEGER AS "withCountry", count(rating)::INTEGER AS rated,
      (SELECT coalesce(list(genre ORDER BY genre), []) FROM borne) AS genres, (SELECT coalesce(list(films ORDER BY genre), []) FROM borne) AS borne FROM base`),
});

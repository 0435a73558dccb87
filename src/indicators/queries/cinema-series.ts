import { number, numberOrNull, query, text, textOrNull } from '#catalogue/query.ts';
import { castParameters, withCast } from '#indicators/queries/cast.ts';

const stageParameters = { ...castParameters, sex: 'text', credits: 'number', thisYear: 'number' } as const;

/**
 * `staged`: a row a credit of the people whom IMDb knows, in the cinema or in a series, both up to the place `billing` and both with `minVotes` votes at
 * least. `stage`: what each person did; `born` is the decade of birth, -1 when it is not known
 * or doubtful: first seen after 60, over 105 today, no death noted.
 */
const withStage = (rest: string): string =>
  withCast(`, shows AS MATERIALIZED (SELECT id AS series, start_year AS year, votes, coalesce(title_fr, title) AS title_fr, title FROM series
      WHERE coalesce(votes, 0) >= $minVotes AND start_year BETWEEN $from AND $to AND ($genre = '' OR list_contains(genres, $genre))),
    played AS MATERIALIZED (SELECT series, person, min(billing) AS billing FROM series_credit WHERE category IN ('actor', 'actress') AND series IN (SELECT series FROM shows) GROUP BY series, person),
    series_head AS (SELECT series, count(*) FILTER (billing < 1000) AS told, count(*) FILTER (billing BETWEEN 1000 AND 2999) AS untold FROM played GROUP BY series),
    series_told AS (SELECT series, person, row_number() OVER (PARTITION BY series ORDER BY billing, person) AS place FROM played WHERE billing < 1000),
    series_billed AS MATERIALIZED (SELECT series, person, true AS sure FROM series_told WHERE place <= $billing AND person > 0
      UNION ALL SELECT series, person, told + untold <= $billing FROM played JOIN series_head USING (series) WHERE billing BETWEEN 1000 AND 2999 AND untold <= 2 * ($billing - told) AND person > 0),
    staged AS (SELECT person, f.year, sure, true AS cinema, f.votes, f.film, NULL AS series FROM billed JOIN films f USING (film) WHERE person > 0
      UNION ALL SELECT person, s.year, sure, false, s.votes, NULL, s.series FROM series_billed JOIN shows s USING (series)),
    did AS (SELECT person, count(*) FILTER (cinema) AS films, count(*) FILTER (NOT cinema) AS series, count(*) FILTER (cinema AND sure) AS sure_films, count(*) FILTER (NOT cinema AND sure) AS sure_series,
        min(year) FILTER (cinema) AS first_film, min(year) FILTER (NOT cinema) AS first_series, sum(coalesce(votes, 0)) AS votes FROM staged GROUP BY person),
    stage AS MATERIALIZED (SELECT d.*, p.id, p.name, p.birth_year, 
        CASE WHEN p.birth_year IS NULL OR p.death_year IS NULL AND $thisYear - p.birth_year > 105 AND least(first_film, first_series) - p.birth_year > 60 THEN -1 ELSE p.birth_year // 10 * 10 END AS born FROM did d JOIN person p USING (person) WHERE $sex = '' OR p.sex = $sex)
  ${rest}`);

/**
 * People counted. `classes`: by k and decade of birth, those with at least k credits in films only, in both, in series only; then the same among the
 * credits whose place is certain. `bridges`: by decade of the second of the two firsts, those with `credits` credits who began in films, in series, in
 * both the same year. `works`: the median year of the films (k) and of the series (decade); films, those with a cast; series, those with a cast; credits, those whose place is certain.
 */
export const stageCounts = query({
  name: 'stage-counts',
  parameters: stageParameters,
  columns: { part: text, k: number, decade: number, a: number, b: number, c: number, d: number, e: number, f: number },
  sql: withStage(`SELECT 'classes' AS part, k, born AS decade,
      count(*) FILTER (films + series >= k AND series = 0)::INTEGER AS a, count(*) FILTER (films + series >= k AND films > 0 AND series > 0)::INTEGER AS b, count(*) FILTER (films + series >= k AND films = 0)::INTEGER AS c,
      count(*) FILTER (sure_films + sure_series >= k AND sure_series = 0)::INTEGER AS d, count(*) FILTER (sure_films + sure_series >= k AND sure_films > 0 AND sure_series > 0)::INTEGER AS e,
      count(*) FILTER (sure_films + sure_series >= k AND sure_films = 0)::INTEGER AS f
    FROM stage CROSS JOIN (SELECT DISTINCT unnest([1, 2, 3, 5, 10, $credits]) AS k) GROUP BY ALL
    UNION ALL SELECT 'bridges', 0, greatest(first_film, first_series) // 10 * 10, count(*) FILTER (first_film < first_series)::INTEGER, count(*) FILTER (first_film > first_series)::INTEGER,
      count(*) FILTER (first_film = first_series)::INTEGER, 0, 0, 0 FROM stage WHERE films > 0 AND series > 0 AND films + series >= $credits GROUP BY ALL
    UNION ALL SELECT 'works', coalesce((SELECT quantile_disc(year, 0.5) FROM films), 0)::INTEGER, coalesce((SELECT quantile_disc(year, 0.5) FROM shows), 0)::INTEGER, (SELECT count(*) FROM films)::INTEGER, (SELECT count(DISTINCT film) FROM billed)::INTEGER, (SELECT count(*) FROM shows)::INTEGER,
      (SELECT count(DISTINCT series) FROM series_billed)::INTEGER, (SELECT count(*) FROM staged)::INTEGER, (SELECT count(*) FILTER (sure) FROM staged)::INTEGER
    ORDER BY part, k, decade`),
});

/** The best known of those who did both, with their firsts. */
export const bridgePeople = query({
  name: 'bridge-people',
  parameters: { ...stageParameters, most: 'number' },
  columns: {
    id: text,
    name: textOrNull,
    birthYear: numberOrNull,
    films: number,
    series: number,
    firstFilm: number,
    firstSeries: number,
    film: text,
    filmFr: text,
    show: text,
    showFr: text,
  },
  sql: withStage(`, best AS (SELECT * FROM stage WHERE films > 0 AND series > 0 AND films + series >= $credits ORDER BY votes DESC, person LIMIT $most),
    first_of AS (SELECT s.person, arg_min(s.film, (s.year, -coalesce(s.votes, 0), s.film)) FILTER (s.cinema) AS film, arg_min(s.series, (s.year, -coalesce(s.votes, 0), s.series)) FILTER (NOT s.cinema) AS show
      FROM staged s WHERE s.person IN (SELECT person FROM best) GROUP BY s.person)
    SELECT b.id, b.name, b.birth_year AS "birthYear", b.films::INTEGER AS films, b.series::INTEGER AS series, b.first_film AS "firstFilm", b.first_series AS "firstSeries",
      t.title AS film, coalesce(t.title_fr, t.title) AS "filmFr", w.title AS show, w.title_fr AS "showFr"
    FROM best b JOIN first_of o USING (person) JOIN film t ON t.film = o.film JOIN shows w ON w.series = o.show ORDER BY b.votes DESC, b.person`),
});

/**
 * The films of the people of a class: `kind` is 'film' (films only), 'both', or the way of those who did both: 'to-series', 'to-film', 'same'. `decade`:
 * of birth, or of the crossing for a way; -2 for any.
 */
export const stageFilms = query({
  name: 'stage-films',
  parameters: { ...stageParameters, kind: 'text', decade: 'number' },
  columns: { film: number },
  sql: withStage(`, who AS (SELECT person FROM stage WHERE films + series >= $credits AND films > 0 AND CASE $kind
      WHEN 'film' THEN series = 0 AND ($decade = -2 OR born = $decade)
      WHEN 'both' THEN series > 0 AND ($decade = -2 OR born = $decade)
      ELSE series > 0 AND greatest(first_film, first_series) // 10 * 10 = $decade
        AND $kind = CASE WHEN first_film < first_series THEN 'to-series' WHEN first_film > first_series THEN 'to-film' ELSE 'same' END END)
    SELECT film FROM films WHERE film IN (SELECT film FROM billed WHERE person IN (SELECT person FROM who)) ORDER BY votes DESC NULLS LAST, film LIMIT 500`),
});

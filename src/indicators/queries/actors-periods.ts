import { number, query, text, textOrNull } from '#catalogue/query.ts';
import { castParameters, withCast } from '#indicators/queries/cast.ts';

/**
 * The people of the casts with at least `credits` films: the 50 first by films, by votes and by esteem, with their ranks in the three lists and, in the
 * first two, among the credits whose place is certain. `sureFilms` to `possibleFilms`: from the credits whose place is certain to all those that may be
 * within the places asked for; the same of votes. The two people who may have the most films, or votes, are among the rows. `prior`, `within` and `between` are the same in every row: the mean rating of a credit, and how
 * ratings vary from one film of a person to another and from one person to another (one-way analysis of variance with unequal groups).
 */
export const actorsStanding = query({
  name: 'actors-standing',
  parameters: { ...castParameters, sex: 'text', credits: 'number' },
  columns: {
    person: number,
    id: text,
    name: textOrNull,
    sex: textOrNull,
    films: number,
    votes: number,
    sureFilms: number,
    sureVotes: number,
    possibleFilms: number,
    possibleVotes: number,
    most: number,
    rated: number,
    ratings: number,
    early: number,
    late: number,
    first: number,
    last: number,
    byVolume: number,
    byAudience: number,
    byEsteem: number,
    bySureVolume: number,
    bySureAudience: number,
    people: number,
    prior: number,
    within: number,
    between: number,
    scopeFilms: number,
    withCast: number,
    credits: number,
    sure: number,
  },
  sql: withCast(`, loose AS (
      SELECT a.person, count(*) AS loose_films, sum(coalesce(f.votes, 0)) AS loose_votes FROM acted a JOIN head h USING (film) JOIN films f USING (film)
      WHERE a.billing BETWEEN 1000 AND 2999 AND h.told < $billing AND h.untold > 2 * ($billing - h.told) GROUP BY a.person),
    work AS (
      SELECT b.person, count(*)::INTEGER AS films, sum(coalesce(f.votes, 0))::BIGINT AS votes, max(coalesce(f.votes, 0)) AS most,
        count(*) FILTER (b.sure) AS sure_films, coalesce(sum(f.votes) FILTER (b.sure), 0) AS sure_votes,
        count(f.rating)::INTEGER AS rated, coalesce(sum(f.rating), 0)::DOUBLE AS ratings, coalesce(sum(f.rating * f.rating), 0)::DOUBLE AS squares
      FROM billed b JOIN films f USING (film) GROUP BY b.person HAVING count(*) >= $credits),
    chosen AS MATERIALIZED (SELECT w.*, p.id, p.name, p.sex, (films + coalesce(loose_films, 0))::INTEGER AS possible_films, (votes + coalesce(loose_votes, 0))::BIGINT AS possible_votes
      FROM work w JOIN person p USING (person) LEFT JOIN loose l USING (person) WHERE $sex = '' OR p.sex = $sex),
    total AS (SELECT count(*) AS g, sum(rated) AS n, sum(ratings) AS s, sum(rated * rated) AS nn, sum(squares - ratings * ratings / rated) AS ssw, sum(ratings * ratings / rated) AS ssg FROM chosen WHERE rated > 0),
    spread AS (SELECT coalesce(s / n, 0)::DOUBLE AS prior, coalesce(ssw / nullif(n - g, 0), 0)::DOUBLE AS within,
      coalesce(greatest(0, ((ssg - s * s / n) / nullif(g - 1, 0) - ssw / nullif(n - g, 0)) * nullif(g - 1, 0) / nullif(n - nn / n, 0)), 0)::DOUBLE AS between FROM total),
    ranked AS (SELECT c.*, s.*, (count(*) OVER ())::INTEGER AS people,
        (row_number() OVER (ORDER BY films DESC, votes DESC, person))::INTEGER AS "byVolume",
        (row_number() OVER (ORDER BY votes DESC, films DESC, person))::INTEGER AS "byAudience",
        (row_number() OVER (ORDER BY CASE WHEN between = 0 THEN prior ELSE (ratings + within / between * prior) / (rated + within / between) END DESC, votes DESC, person))::INTEGER AS "byEsteem",
        (row_number() OVER (ORDER BY sure_films DESC, sure_votes DESC, person))::INTEGER AS "bySureVolume",
        row_number() OVER (ORDER BY possible_films DESC, films DESC, person) AS by_possible_films, row_number() OVER (ORDER BY possible_votes DESC, votes DESC, person) AS by_possible_votes,
        (row_number() OVER (ORDER BY sure_votes DESC, sure_films DESC, person))::INTEGER AS "bySureAudience"
      FROM chosen c CROSS JOIN spread s),
    shown AS MATERIALIZED (SELECT * FROM ranked WHERE least("byVolume", "byAudience", "byEsteem") <= 50 OR least(by_possible_films, by_possible_votes) <= 2),
    years AS (SELECT b.person, quantile_disc(f.year, 0.1) AS early, quantile_disc(f.year, 0.9) AS late, min(f.year) AS first, max(f.year) AS last
      FROM billed b JOIN films f USING (film) WHERE b.person IN (SELECT person FROM shown) GROUP BY b.person)
    SELECT person, id, name, sex, films, votes, sure_films::INTEGER AS "sureFilms", sure_votes::BIGINT AS "sureVotes", possible_films AS "possibleFilms", possible_votes AS "possibleVotes", most, rated, ratings, early, late, first, last, "byVolume", "byAudience", "byEsteem", "bySureVolume", "bySureAudience", people, prior, within, between,
      (SELECT count(*) FROM films)::INTEGER AS "scopeFilms", (SELECT count(DISTINCT film) FROM billed)::INTEGER AS "withCast",
      (SELECT count(*) FROM billed)::INTEGER AS credits, (SELECT count(*) FILTER (sure) FROM billed)::INTEGER AS sure
    FROM shown JOIN years USING (person)`),
});

/** The films of some people where they are billed, the most voted first. */
export const actorsFilms = query({
  name: 'actors-films',
  parameters: { ...castParameters, people: 'numbers' },
  columns: { person: number, film: number, id: text, year: number, votes: number, title: text, titleFr: textOrNull },
  sql: withCast(
    `SELECT b.person, f.film, f.id, f.year, coalesce(f.votes, 0) AS votes, t.title, t.title_fr AS "titleFr" FROM billed b JOIN films f USING (film) JOIN film t USING (film)
    WHERE list_contains($people, b.person) ORDER BY f.votes DESC NULLS LAST, f.film`,
    "film IN (SELECT film FROM film_credit WHERE list_contains($people, person) AND category IN ('actor', 'actress'))",
  ),
});

/** In how many series each of some people is credited. */
export const actorsSeries = query({
  name: 'actors-series',
  parameters: { people: 'numbers' },
  columns: { person: number, series: number },
  sql: `SELECT person, count(DISTINCT series)::INTEGER AS series FROM series_credit WHERE list_contains($people, person) AND category IN ('actor', 'actress') GROUP BY person`,
});

/** How much of the films asked about is known: those with a cast, and the credits whose place is certain. */
export const castCoverage = query({
  name: 'cast-coverage',
  parameters: castParameters,
  columns: { films: number, withCast: number, credits: number, sure: number },
  sql: withCast(`SELECT (SELECT count(*) FROM films)::INTEGER AS films, (SELECT count(DISTINCT film) FROM billed)::INTEGER AS "withCast",
    (SELECT count(*) FROM billed)::INTEGER AS credits, (SELECT count(*) FILTER (sure) FROM billed)::INTEGER AS sure`),
});

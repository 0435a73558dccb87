import { number, numberOrNull, query, text, textOrNull } from '#catalogue/query.ts';

/** One person by the number of the identifier; below zero for those whom only TMDB knows. */
export const personFacts = query({
  name: 'person-facts',
  parameters: { person: 'number' },
  columns: { id: text, name: textOrNull, birthYear: numberOrNull, deathYear: numberOrNull },
  sql: 'SELECT id, name, birth_year AS "birthYear", death_year AS "deathYear" FROM person WHERE person = $person',
});

/** What a person did in which films; characters as in `filmPeople`. */
export const personFilms = query({
  name: 'person-films',
  parameters: { person: 'number' },
  columns: { film: number, category: text, characters: textOrNull },
  sql: `SELECT film, category, CASE WHEN characters NOT LIKE '["%"]' THEN characters
      ELSE coalesce(regexp_replace(array_to_string(TRY_CAST(characters AS JSON)->>'$[*]', ', '), '^\\["(.*)"\\]$', '\\1'), characters) END AS characters
    FROM film_credit WHERE person = $person ORDER BY film, billing, category`,
});

/** What a person did in which series, the best known first. */
export const personSeries = query({
  name: 'person-series',
  parameters: { person: 'number' },
  columns: {
    id: text,
    title: text,
    titleFr: textOrNull,
    startYear: numberOrNull,
    endYear: numberOrNull,
    votes: number,
    category: text,
    characters: textOrNull,
  },
  sql: `SELECT s.id, s.title, s.title_fr AS "titleFr", s.start_year AS "startYear", s.end_year AS "endYear", coalesce(s.votes, 0) AS votes, c.category,
      CASE WHEN c.characters NOT LIKE '["%"]' THEN c.characters
      ELSE coalesce(regexp_replace(array_to_string(TRY_CAST(c.characters AS JSON)->>'$[*]', ', '), '^\\["(.*)"\\]$', '\\1'), c.characters) END AS characters
    FROM series_credit c JOIN series s ON s.id = c.series WHERE c.person = $person ORDER BY coalesce(s.votes, 0) DESC, s.start_year, s.id, c.billing`,
});

/** The people with whom a person shares the most films, at least two; those without a name are left out. */
export const personCompany = query({
  name: 'person-company',
  parameters: { person: 'number', most: 'number' },
  columns: { id: text, name: text, films: number },
  sql: `WITH shared AS (SELECT person, count(DISTINCT film)::INTEGER AS films FROM film_credit
      WHERE film IN (SELECT film FROM film_credit WHERE person = $person) AND person <> $person GROUP BY person HAVING count(DISTINCT film) >= 2)
    SELECT p.id, p.name, s.films FROM shared s JOIN person p USING (person) WHERE p.name IS NOT NULL ORDER BY s.films DESC, p.name, p.person LIMIT $most`,
});

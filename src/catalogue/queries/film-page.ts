import { dateOrNull, number, numberOrNull, query, text, textOrNull, texts } from '#catalogue/query.ts';

/** What the page of one film shows, beside its card. */
export const filmFacts = query({
  name: 'film-facts',
  parameters: { film: 'number' },
  columns: {
    film: number,
    overview: textOrNull,
    overviewFr: textOrNull,
    tagline: textOrNull,
    releaseDate: dateOrNull,
    budget: numberOrNull,
    revenue: numberOrNull,
    trailer: textOrNull,
    artEtEssai: textOrNull,
    keywords: texts,
    languages: texts,
    companies: texts,
    names: texts,
    sources: texts,
  },
  sql: `SELECT f.film, f.overview, f.overview_fr AS "overviewFr", f.tagline, f.release_date AS "releaseDate", f.budget, f.revenue, f.trailer, f.art_et_essai AS "artEtEssai",
      coalesce((SELECT list(keyword ORDER BY keyword) FROM film_keyword WHERE film = $film), []) AS keywords,
      coalesce((SELECT list(language ORDER BY language) FROM film_language WHERE film = $film), []) AS languages,
      coalesce((SELECT list(company ORDER BY company) FROM film_company WHERE film = $film), []) AS companies,
      coalesce((SELECT list(name ORDER BY kind DESC, name) FROM (SELECT name, max(kind) AS kind FROM film_name WHERE film = $film GROUP BY name)), []) AS names,
      list_sort(list_distinct(list_filter([f.year_source, f.rating_source, f.overview_source, f.overview_fr_source, f.poster_path_source, f.renown_source], lambda s: s IS NOT NULL))) AS sources
    FROM film f WHERE f.film = $film`,
});

/**
 * The people of one film, in billing order; people without a name are left out. IMDb's characters are a JSON list of names, which at times
 * holds itself once more as text; TMDB's are plain text.
 */
export const filmPeople = query({
  name: 'film-people',
  parameters: { film: 'number' },
  columns: {
    person: text,
    name: text,
    category: text,
    characters: textOrNull,
    billing: number,
    birthYear: numberOrNull,
  },
  sql: `SELECT p.id AS person, p.name, c.category, CASE WHEN c.characters NOT LIKE '["%"]' THEN c.characters
      ELSE coalesce(regexp_replace(array_to_string(TRY_CAST(c.characters AS JSON)->>'$[*]', ', '), '^\\["(.*)"\\]$', '\\1'), c.characters) END AS characters, c.billing, p.birth_year AS "birthYear" FROM film_credit c JOIN person p ON p.person = c.person
    WHERE c.film = $film AND p.name IS NOT NULL ORDER BY c.billing, abs(c.person)`,
});

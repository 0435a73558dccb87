import { number, query, text } from '#catalogue/query.ts';
import { chosenParameters, chosenSql } from '#indicators/queries/chosen-films.ts';

/** By year, the films chosen and those of them recommended art et essai. */
export const recommendedByYear = query({
  name: 'recommended-by-year',
  parameters: chosenParameters,
  columns: { year: number, films: number, recommended: number },
  sql:
    'WITH ' +
    chosenSql +
    ' SELECT year, count(*)::INTEGER AS films, count(art_et_essai)::INTEGER AS recommended FROM chosen GROUP BY year ORDER BY year',
});

/** The same by country of production, in the years asked for; the films of which no country is known stand under ''. */
export const recommendedByCountry = query({
  name: 'recommended-by-country',
  parameters: chosenParameters,
  columns: { country: text, films: number, recommended: number },
  sql:
    'WITH ' +
    chosenSql +
    ` SELECT coalesce(k.country, '') AS country, count(*)::INTEGER AS films, count(c.art_et_essai)::INTEGER AS recommended
      FROM chosen c LEFT JOIN film_country k USING (film) GROUP BY ALL ORDER BY films DESC, country`,
});

/** How many lines the list of the AFCAE has, and how many of them no film of the catalogue answers. */
export const recommendedLines = query({
  name: 'recommended-lines',
  parameters: {},
  columns: { lines: number, lost: number },
  sql: `SELECT (SELECT coalesce(sum(row_count), 0)::INTEGER FROM source WHERE name = 'afcae') AS lines,
      (SELECT coalesce(sum(count), 0)::INTEGER FROM rejection WHERE file = 'afcae') AS lost`,
});

/** The films chosen that are recommended, of a country when it is not empty, the most voted first. */
export const recommendedFilms = query({
  name: 'recommended-films',
  parameters: { ...chosenParameters, made: 'text' },
  columns: { film: number },
  sql:
    'WITH ' +
    chosenSql +
    ` SELECT film FROM chosen WHERE art_et_essai IS NOT NULL AND ($made = '' OR film IN (SELECT film FROM film_country WHERE country = $made))
      ORDER BY votes DESC NULLS LAST, film`,
});

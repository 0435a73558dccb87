import { number, numberOrNull, numbers, query, text } from '#catalogue/query.ts';
import { chosenParameters, chosenSql } from '#indicators/queries/chosen-films.ts';

/** By year, the budgets of the films chosen, in thousands of dollars of that year, rising; and how many films there are, and with both sums. */
export const yearBudgets = query({
  name: 'year-budgets',
  parameters: chosenParameters,
  columns: { year: number, films: number, both: number, budgets: numbers },
  sql:
    'WITH ' +
    chosenSql +
    ` SELECT year, count(*)::INTEGER AS films, count(*) FILTER (budget > 0 AND revenue > 0)::INTEGER AS "both",
        coalesce(list(least(round(budget / 1000), 2000000000)::INTEGER ORDER BY budget) FILTER (budget > 0), []) AS budgets
      FROM chosen GROUP BY year ORDER BY year`,
});

/** By genre, and of all films as '', a thousand times the receipts over the budget, rising, of the films chosen of which both are known. */
export const genreReturns = query({
  name: 'genre-returns',
  parameters: chosenParameters,
  columns: { genre: text, returns: numbers },
  sql:
    'WITH ' +
    chosenSql +
    `, paid AS (SELECT film, least(round(revenue * 1000.0 / budget), 2000000000)::INTEGER AS part FROM chosen WHERE budget > 0 AND revenue > 0)
      SELECT genre, list(part ORDER BY part) AS returns FROM paid JOIN film_genre USING (film) GROUP BY genre
      UNION ALL SELECT '', coalesce(list(part ORDER BY part), []) FROM paid ORDER BY genre`,
});

/** The median votes of the films chosen whose two sums are known, and of the others; sums under 1 000 set aside when the catalogue was built. */
export const moneySelection = query({
  name: 'money-selection',
  parameters: chosenParameters,
  columns: {
    votesKnown: numberOrNull,
    votesOther: numberOrNull,
    budgetsAside: number,
    revenuesAside: number,
    tiny: number,
  },
  sql:
    'WITH ' +
    chosenSql +
    ` SELECT median(votes) FILTER (budget > 0 AND revenue > 0)::DOUBLE AS "votesKnown",
        median(coalesce(votes, 0)) FILTER (NOT coalesce(budget > 0 AND revenue > 0, false))::DOUBLE AS "votesOther",
        (SELECT coalesce(sum(count), 0)::INTEGER FROM rejection WHERE reason LIKE 'budget under%') AS "budgetsAside",
        (SELECT coalesce(sum(count), 0)::INTEGER FROM rejection WHERE reason LIKE 'revenue under%') AS "revenuesAside",
        count(*) FILTER (budget BETWEEN 1 AND 9999)::INTEGER AS tiny FROM chosen`,
});

/** The films chosen with a budget, of a genre whose receipts are known too when it is not empty; the most voted first. */
export const filmsWithMoney = query({
  name: 'films-with-money',
  parameters: { ...chosenParameters, of: 'text', both: 'number' },
  columns: { film: number },
  sql:
    'WITH ' +
    chosenSql +
    ` SELECT film FROM chosen WHERE budget > 0 AND ($both = 0 OR revenue > 0) AND ($of = '' OR film IN (SELECT film FROM film_genre WHERE genre = $of))
      ORDER BY votes DESC NULLS LAST, film`,
});

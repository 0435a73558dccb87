import type { DotChart, LineChart } from '#charts/chart.ts';
import type { Filters } from '#indicators/filters.ts';
import { doubtfulCaution } from '#indicators/parts/doubtful.ts';
import { leastSums, type GenreReturn, type MeasuredMoney } from '#indicators/parts/money.ts';
import { toldTooFew } from '#indicators/parts/too-few.ts';
import { priceSource, priceYear } from '#indicators/price-index.ts';
import type { Cell, Citation, Table, Told } from '#indicators/told.ts';
import { budgetSentence, dollars, returnLabel, returnSentences, selectionSentence } from '#indicators/words/money.ts';
import type { Speech } from '#words/speech.ts';

export const moneyTitle = { fr: 'Budgets et recettes', en: 'Budgets and receipts' };
export const moneyQuestion = {
  fr: 'Les films coûtent-ils plus cher qu’avant, et quels genres rapportent le plus pour ce qu’ils coûtent\u00a0?',
  en: 'Do films cost more than they did, and which genres bring in most for what they cost?',
};

const citations: readonly Citation[] = [
  priceSource,
  {
    text: 'Hutson & Ernst 2000, “The exact bootstrap mean and variance of an L-estimator”, Journal of the Royal Statistical Society B 62(1).',
    url: 'https://doi.org/10.1111/1467-9868.00221',
  },
];

/** The answer, in words, charts and tables. */
export function tellMoney(measured: MeasuredMoney, _filters: Filters, say: Speech): Told {
  const { films, budgets, both, years, genres, all } = measured;
  const base = {
    title: say.pick(moneyTitle),
    question: say.pick(moneyQuestion),
    count: {
      value: budgets,
      what: say.pick({ fr: 'films dont le budget est connu', en: 'films whose budget is known' }),
      one: say.pick({ fr: 'film dont le budget est connu', en: 'film whose budget is known' }),
    },
    coverage: [
      {
        what: say.pick({ fr: 'films dont le budget est connu', en: 'films whose budget is known' }),
        known: budgets,
        of: films,
      },
      {
        what: say.pick({
          fr: 'films dont le budget et les recettes sont connus',
          en: 'films whose budget and receipts are known',
        }),
        known: both,
        of: films,
      },
    ],
    method: say.pick({
      fr: `Sommes en dollars, de TMDB, corrigées des prix à la consommation des États-Unis (CPI-U, en dollars de ${priceYear}\u00a0; les années suivantes comptent comme ${priceYear}). Rendement\u00a0: recettes mondiales en salle divisées par le budget. Médianes, intervalles à 95\u00a0% par bootstrap exact. Il faut ${leastSums} films par année et par genre.`,
      en: `Sums in dollars, from TMDB, adjusted by United States consumer prices (CPI-U, in ${priceYear} dollars; later years count as ${priceYear}). Return: worldwide box office over budget. Medians, 95% intervals by exact bootstrap. ${leastSums} films a year and a genre are needed.`,
    }),
    citations,
  };
  if (years.length === 0 && genres.length === 0)
    return toldTooFew(
      base,
      say.pick({
        fr: `Trop peu de sommes connues pour répondre\u00a0: ${say.several(budgets, 'budget', 'budgets')}, et il en faut ${leastSums} dans une même année ou un même genre.`,
        en: `Too few sums are known to answer: ${say.several(budgets, 'budget', 'budgets')}, and ${leastSums} in one year or one genre are needed.`,
      }),
    );
  const rows = all === null ? genres : [...genres, all];
  return {
    ...base,
    finding: [...budgetSentence(measured, say), ...returnSentences(measured, say), ...selectionSentence(measured, say)],
    cautions: cautions(measured, say),
    charts: [
      ...(years.length > 0 ? [budgetChart(measured, say)] : []),
      ...(genres.length > 0 ? [returnChart(genres, all, say)] : []),
    ],
    tables: [
      ...(years.length > 0 ? [budgetTable(measured, say)] : []),
      ...(genres.length > 0 ? [returnTable(rows, say)] : []),
    ],
  };
}

function cautions({ selection, doubtful }: MeasuredMoney, say: Speech): string[] {
  return [
    say.pick({
      fr: 'Les recettes ne sont pas un bénéfice\u00a0: les salles et les distributeurs en gardent une part, souvent la moitié ou plus, et la publicité n’est pas dans le budget. Un film dont les recettes égalent le budget a perdu de l’argent.',
      en: 'Receipts are no profit: cinemas and distributors keep a part of them, often half or more, and advertising is not in the budget. A film whose receipts equal its budget has lost money.',
    }),
    ...(selection === null
      ? []
      : [
          say.pick({
            fr: `Les sommes de moins de 1\u202f000 dollars, qui sont sans doute des millions mal saisis, sont mises de côté dans toute la base\u00a0: ${say.several(selection.budgetsAside, 'budget', 'budgets')} et ${say.several(selection.revenuesAside, 'recette', 'recettes')}. Il reste ici ${say.several(selection.tiny, 'budget', 'budgets')} de moins de 10\u202f000 dollars, dont certains sont faux aussi\u00a0: une médiane y résiste, une moyenne non.`,
            en: `Sums under 1,000 dollars, most likely millions wrongly entered, are set aside in the whole database: ${say.several(selection.budgetsAside, 'budget', 'budgets')} and ${say.several(selection.revenuesAside, 'revenue', 'revenues')}. ${say.several(selection.tiny, 'budget', 'budgets')} under 10,000 dollars remain here, some of them wrong too: a median withstands that, a mean does not.`,
          }),
        ]),
    ...doubtfulCaution(doubtful, say),
  ];
}

function budgetChart({ years }: MeasuredMoney, say: Speech): LineChart {
  const title = say.pick({
    fr: `Budget médian, en dollars de ${priceYear}`,
    en: `Median budget, in ${priceYear} dollars`,
  });
  return {
    kind: 'line',
    language: say.language,
    title,
    description: say.pick({
      fr: 'Médiane par année, inflation corrigée\u00a0; bande\u00a0: la moitié centrale des films\u00a0; traits\u00a0: intervalle à 95\u00a0%. Échelle logarithmique.',
      en: 'Median by year, adjusted for inflation; band: the middle half of the films; whiskers: 95% interval. Logarithmic scale.',
    }),
    x: { title: say.pick({ fr: 'Année de sortie', en: 'Year of release' }), zero: false },
    y: { title: say.pick({ fr: 'Millions de dollars', en: 'Million dollars' }), scale: 'log', zero: false },
    series: [
      {
        name: title,
        points: years.map(({ year, median, quarter, threeQuarters }) => ({
          x: year,
          y: median.value / 1e6,
          low: quarter / 1e6,
          high: threeQuarters / 1e6,
          from: median.low / 1e6,
          to: median.high / 1e6,
          label: say.pick({
            fr: `${year}\u00a0: ${dollars(median.value, say)} (${say.range(median.low / 1e6, median.high / 1e6, 1)}), ${say.several(median.n, 'film', 'films')}`,
            en: `${year}: ${dollars(median.value, say)} (${say.range(median.low / 1e6, median.high / 1e6, 1)}), ${say.several(median.n, 'film', 'films')}`,
          }),
          key: `year:${year}`,
        })),
      },
    ],
    strip: {
      title: say.pick({ fr: 'Budgets connus', en: 'Budgets known' }),
      points: years.map(({ year, median }) => ({ x: year, n: median.n })),
    },
  };
}

const returnChart = (genres: readonly GenreReturn[], all: GenreReturn | null, say: Speech): DotChart => ({
  kind: 'dot',
  language: say.language,
  title: say.pick({
    fr: 'Recettes pour un dollar de budget, par genre',
    en: 'Receipts for a dollar of budget, by genre',
  }),
  description: say.pick({
    fr: 'Un point par genre\u00a0: médiane des recettes divisées par le budget, avec l’intervalle à 95\u00a0%. Le trait est la médiane de tous les films.',
    en: 'A dot for each genre: median of receipts over budget, with the 95% interval. The rule is the median of all films.',
  }),
  x: { title: say.pick({ fr: 'Recettes ÷ budget', en: 'Receipts ÷ budget' }), scale: 'log', zero: false },
  ...(all === null ? {} : { neutral: all.median.value }),
  dots: genres.map((one) => ({
    name: say.genre(one.genre),
    x: one.median.value,
    from: one.median.low,
    to: one.median.high,
    label: returnLabel(one, say),
    key: `genre:${one.genre}`,
  })),
});

const budgetTable = ({ years }: MeasuredMoney, say: Speech): Table => ({
  name: 'money-budgets',
  title: say.pick({ fr: `Budget médian par année, en dollars`, en: 'Median budget by year, in dollars' }),
  columns: [
    { key: 'year', title: say.pick({ fr: 'Année', en: 'Year' }), kind: 'year' },
    {
      key: 'median',
      title: say.pick({ fr: `Médiane (dollars de ${priceYear})`, en: `Median (${priceYear} dollars)` }),
      kind: 'number',
    },
    { key: 'low', title: say.pick({ fr: 'de', en: 'from' }), kind: 'number' },
    { key: 'high', title: say.pick({ fr: 'à', en: 'to' }), kind: 'number' },
    { key: 'first-quarter', title: say.pick({ fr: 'Premier quart', en: 'First quarter' }), kind: 'number' },
    { key: 'third-quarter', title: say.pick({ fr: 'Troisième quart', en: 'Third quarter' }), kind: 'number' },
    {
      key: 'nominal',
      title: say.pick({ fr: 'Médiane (dollars de l’année)', en: 'Median (dollars of the year)' }),
      kind: 'number',
    },
    { key: 'budgets', title: say.pick({ fr: 'Budgets connus', en: 'Budgets known' }), kind: 'number' },
    { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
  ],
  rows: years.map(({ year, median, quarter, threeQuarters, nominal, films }): Cell[] => [
    year,
    Math.round(median.value),
    Math.round(median.low),
    Math.round(median.high),
    Math.round(quarter),
    Math.round(threeQuarters),
    Math.round(nominal),
    median.n,
    films,
  ]),
  keys: years.map(({ year }) => `year:${year}`),
});

const returnTable = (rows: readonly GenreReturn[], say: Speech): Table => ({
  name: 'money-returns',
  title: say.pick({ fr: 'Recettes divisées par le budget, par genre', en: 'Receipts over budget, by genre' }),
  columns: [
    { key: 'genre', title: say.pick({ fr: 'Genre', en: 'Genre' }), kind: 'text' },
    { key: 'median', title: say.pick({ fr: 'Médiane', en: 'Median' }), kind: 'number', digits: 2 },
    { key: 'low', title: say.pick({ fr: 'de', en: 'from' }), kind: 'number', digits: 2 },
    { key: 'high', title: say.pick({ fr: 'à', en: 'to' }), kind: 'number', digits: 2 },
    { key: 'first-quarter', title: say.pick({ fr: 'Premier quart', en: 'First quarter' }), kind: 'number', digits: 2 },
    {
      key: 'third-quarter',
      title: say.pick({ fr: 'Troisième quart', en: 'Third quarter' }),
      kind: 'number',
      digits: 2,
    },
    {
      key: 'below-budget',
      title: say.pick({ fr: 'Recettes sous le budget', en: 'Receipts below budget' }),
      kind: 'share',
    },
    { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
  ],
  rows: rows.map(({ genre, median, quarter, threeQuarters, below }): Cell[] => [
    genre === '' ? say.pick({ fr: 'tous les films', en: 'all films' }) : say.genre(genre),
    median.value,
    median.low,
    median.high,
    quarter,
    threeQuarters,
    below,
    median.n,
  ]),
  keys: rows.map(({ genre }) => `genre:${genre === '' ? '*' : genre}`),
});

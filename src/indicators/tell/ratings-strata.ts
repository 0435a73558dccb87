import type { LineChart } from '#charts/chart.ts';
import type { Filters } from '#indicators/filters.ts';
import { doubtfulCaution } from '#indicators/parts/doubtful.ts';
import { leastRated, type MeasuredRatings, type RatingClass, type RatingPoint } from '#indicators/parts/ratings.ts';
import { spanName } from '#indicators/parts/span.ts';
import type { Cell, Table, Told } from '#indicators/told.ts';
import { className, ratingSentences } from '#indicators/words/ratings-strata.ts';
import type { Speech } from '#words/speech.ts';

export const ratingsTitle = { fr: 'Les notes selon le nombre de votes', en: 'Ratings by number of votes' };
export const ratingsQuestion = {
  fr: 'Les films sont-ils mieux notés qu’avant, et par qui\u00a0?',
  en: 'Are films rated higher than they were, and by whom?',
};

/** The answer, in words, charts and tables. */
export function tellRatings(measured: MeasuredRatings, _filters: Filters, say: Speech): Told {
  const classes = measured.classes.filter(({ decades }) => decades.length > 0);
  const charts = [
    ...(classes.length > 1 ? [overview(classes, say)] : []),
    ...classes.map((one) => classChart(one, say)),
  ];
  return {
    title: say.pick(ratingsTitle),
    question: say.pick(ratingsQuestion),
    finding: ratingSentences(measured, say),
    cautions: charts.length === 0 ? [] : cautions(measured, say),
    charts,
    tables:
      charts.length === 0
        ? []
        : [
            ...(classes.length > 1 ? [table(classes, 'ratings-strata', say)] : []),
            ...classes.map((one) => table([one], `ratings-strata-${one.votes}`, say)),
          ],
    count: {
      value: measured.rated,
      what: say.pick({ fr: 'longs métrages notés', en: 'rated feature films' }),
      one: say.pick({ fr: 'long métrage noté', en: 'rated feature film' }),
    },
    coverage: [
      {
        what: say.pick({ fr: 'longs métrages notés', en: 'feature films with a rating' }),
        known: measured.rated,
        of: measured.films,
      },
    ],
    method: say.pick({
      fr: `Note médiane des longs métrages par décennie, à part pour chaque ordre de grandeur du nombre de votes\u00a0; bande\u00a0: la moitié centrale des films\u00a0; intervalle à 95\u00a0%\u00a0: bootstrap exact. Il faut ${leastRated} films. La dernière décennie est comparée à celle de trente ans plus tôt (MOVER).`,
      en: `Median rating of feature films by decade, apart for each order of magnitude of the number of votes; band: the middle half of the films; 95% interval: exact bootstrap. ${leastRated} films are needed. The last decade is compared with that of thirty years before (MOVER).`,
    }),
    citations: [
      {
        text: 'Hutson & Ernst 2000, “The exact bootstrap mean and variance of an L-estimator”, Journal of the Royal Statistical Society B 62(1).',
        url: 'https://doi.org/10.1111/1467-9868.00221',
      },
      {
        text: 'Zou & Donner 2008, “Construction of confidence limits about effect measures: a general approach”, Statistics in Medicine 27(10).',
        url: 'https://doi.org/10.1002/sim.3095',
      },
    ],
  };
}

const cautions = ({ doubtful }: MeasuredRatings, say: Speech): string[] => [
  say.pick({
    fr: 'Personne ne note au hasard\u00a0: on vote depuis les années 1990, et les films plus anciens qui reçoivent des votes sont ceux que l’on regarde encore, donc souvent les meilleurs.',
    en: 'Nobody rates at random: voting began in the 1990s, and the older films that receive votes are those still watched, so often the best.',
  }),
  say.pick({
    fr: 'Un film récent n’a pas encore tous ses votes\u00a0: il passera peut-être dans une autre classe.',
    en: 'A recent film does not have all its votes yet: it may move to another class.',
  }),
  ...doubtfulCaution(doubtful, say),
];

const axes = (say: Speech): Pick<LineChart, 'kind' | 'language' | 'x' | 'y'> => ({
  kind: 'line',
  language: say.language,
  x: { title: say.pick({ fr: 'Décennie', en: 'Decade' }), zero: false },
  y: { title: say.pick({ fr: 'Note médiane', en: 'Median rating' }), zero: false },
});

const label = ({ from, to, median }: RatingPoint, say: Speech): string =>
  say.pick({
    fr: `${spanName({ from, to })}\u00a0: ${say.number(median.value, 1)} (${say.range(median.low, median.high, 1)}), ${say.several(median.n, 'film', 'films')}`,
    en: `${spanName({ from, to })}: ${say.number(median.value, 1)} (${say.range(median.low, median.high, 1)}), ${say.several(median.n, 'film', 'films')}`,
  });

const overview = (classes: readonly RatingClass[], say: Speech): LineChart => ({
  ...axes(say),
  title: say.pick({ fr: 'La note médiane, à nombre de votes égal', en: 'The median rating, at equal votes' }),
  description: say.pick({
    fr: `Une courbe par nombre de votes\u00a0: ${say.list(classes.map(({ votes }) => className(votes, say)))}\u00a0; traits\u00a0: intervalle à 95\u00a0%.`,
    en: `A curve for each number of votes: ${say.list(classes.map(({ votes }) => className(votes, say)))}; whiskers: 95% interval.`,
  }),
  series: classes.map(({ votes, decades }) => ({
    name: className(votes, say),
    points: decades.map((one) => ({
      x: one.from,
      y: one.median.value,
      from: one.median.low,
      to: one.median.high,
      label: label(one, say),
      key: `${votes}:${one.decade}`,
    })),
  })),
});

const classChart = ({ votes, decades }: RatingClass, say: Speech): LineChart => ({
  ...axes(say),
  title: say.pick({ fr: `Note médiane, ${className(votes, say)}`, en: `Median rating, ${className(votes, say)}` }),
  description: say.pick({
    fr: 'Médiane par décennie\u00a0; bande\u00a0: la moitié centrale des films\u00a0; traits\u00a0: intervalle à 95\u00a0%.',
    en: 'Median by decade; band: the middle half of the films; whiskers: 95% interval.',
  }),
  series: [
    {
      name: className(votes, say),
      points: decades.map((one) => ({
        x: one.from,
        y: one.median.value,
        low: one.quarter,
        high: one.threeQuarters,
        from: one.median.low,
        to: one.median.high,
        label: label(one, say),
        key: `${votes}:${one.decade}`,
      })),
    },
  ],
  strip: {
    title: say.pick({ fr: 'Films', en: 'Films' }),
    points: decades.map(({ from, median }) => ({ x: from, n: median.n })),
  },
});

function table(classes: readonly RatingClass[], name: string, say: Speech): Table {
  const rows = classes.flatMap(({ votes, decades }) =>
    decades.map(({ decade, from, median, quarter, threeQuarters }) => ({
      key: `${votes}:${decade}`,
      cells: [
        className(votes, say),
        from,
        median.value,
        median.low,
        median.high,
        quarter,
        threeQuarters,
        median.n,
      ] satisfies Cell[],
    })),
  );
  const number = (key: string, title: string) => ({ key, title, kind: 'number' as const, digits: 1 });
  return {
    name,
    title: say.pick({ fr: 'Notes par décennie', en: 'Ratings by decade' }),
    columns: [
      { key: 'votes', title: say.pick({ fr: 'Votes', en: 'Votes' }), kind: 'text' },
      { key: 'decade', title: say.pick({ fr: 'Décennie', en: 'Decade' }), kind: 'year' },
      number('median', say.pick({ fr: 'Médiane', en: 'Median' })),
      number('low', say.pick({ fr: 'de', en: 'from' })),
      number('high', say.pick({ fr: 'à', en: 'to' })),
      number('first-quarter', say.pick({ fr: 'Premier quart', en: 'First quarter' })),
      number('third-quarter', say.pick({ fr: 'Troisième quart', en: 'Third quarter' })),
      { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
    ],
    rows: rows.map(({ cells }) => cells),
    keys: rows.map(({ key }) => key),
  };
}

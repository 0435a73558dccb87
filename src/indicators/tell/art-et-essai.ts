import type { BarChart, LineChart } from '#charts/chart.ts';
import type { Filters } from '#indicators/filters.ts';
import type { Estimate, Move } from '#indicators/parts/difference.ts';
import { home, leastFilms, type MeasuredRecommended } from '#indicators/parts/recommended.ts';
import { shortSpanSentence } from '#indicators/parts/span.ts';
import { toldTooFew } from '#indicators/parts/too-few.ts';
import { shareCitations } from '#indicators/tell/shares.ts';
import type { Told } from '#indicators/told.ts';
import { chosenCount, chosenName, chosenOne } from '#indicators/words/shares.ts';
import type { Speech } from '#words/speech.ts';

export const recommendedTitle = { fr: 'Les films recommandés art et essai', en: 'Films recommended art et essai' };
export const recommendedQuestion = {
  fr: 'Quelle part des films l’AFCAE recommande-t-elle, et de quels pays\u00a0?',
  en: 'What share of films does the AFCAE recommend, and from which countries?',
};

const mostCountries = 15;
/** The highest share of many countries is that of a small one by chance: those that a sentence compares have so many films. */
const leastOfCountry = 200;

/** The answer, in words, charts and tables. */
export function tellRecommended(measured: MeasuredRecommended, _filters: Filters, say: Speech): Told {
  const { films, recommended, years, countries, lines, lost } = measured;
  const base = {
    title: say.pick(recommendedTitle),
    question: say.pick(recommendedQuestion),
    count: { value: films, what: chosenCount(measured, say), one: chosenOne(measured, say) },
    coverage: [
      {
        what: say.pick({
          fr: 'lignes de la liste de l’AFCAE dont le film est retrouvé dans la base',
          en: 'lines of the AFCAE’s list whose film is found in the database',
        }),
        known: lines - lost,
        of: lines,
      },
    ],
    method: say.pick({
      fr: `Part des films choisis qui se retrouvent dans la liste de l’AFCAE, par le titre, le nom du cinéaste et l’année\u00a0; intervalles de Wilson à 95\u00a0%. Il faut ${leastFilms} films par année et par pays\u00a0; un film de plusieurs pays compte dans chacun.`,
      en: `Share of the films chosen that are found in the AFCAE’s list, by title, director’s name and year; 95% Wilson intervals. ${leastFilms} films a year and a country are needed; a film of several countries counts in each.`,
    }),
    citations: [
      { text: 'AFCAE, films recommandés art et essai.', url: 'https://www.art-et-essai.org' },
      ...shareCitations.slice(0, 2),
    ],
  };
  if (years.length === 0 || recommended === 0)
    return toldTooFew(
      base,
      recommended === 0 && years.length > 0
        ? say.pick({
            fr: `Aucun des ${say.several(films, 'film choisi', 'films choisis')} ne se retrouve dans la liste de l’AFCAE.`,
            en: `None of the ${say.several(films, 'film chosen', 'films chosen')} is found in the AFCAE’s list.`,
          })
        : say.pick({
            fr: `Trop peu de films pour parler de parts\u00a0: ${say.several(films, 'film choisi', 'films choisis')}, et il en faut ${leastFilms} dans une même année.`,
            en: `Too few films to speak of shares: ${say.several(films, 'film chosen', 'films chosen')}, and ${leastFilms} in one year are needed.`,
          }),
    );
  const shown = countries.slice(0, mostCountries);
  return {
    ...base,
    finding: findings(measured, say),
    cautions: cautions(measured, say),
    charts: [yearChart(measured, say), ...(shown.length > 0 ? [countryChart(measured, shown, say)] : [])],
    tables: [
      {
        name: 'art-et-essai',
        title: say.pick({ fr: 'Part recommandée par année', en: 'Share recommended by year' }),
        columns: [{ key: 'year', title: say.pick({ fr: 'Année', en: 'Year' }), kind: 'year' }, ...columns(say)],
        rows: years.map((one) => [one.year, ...cells(one.share)]),
        keys: years.map((one) => (one.share.value > 0 ? `year:${one.year}` : null)),
      },
      ...(shown.length > 0
        ? [
            {
              name: 'art-et-essai-countries',
              title: say.pick({
                fr: `Part recommandée par pays, ${measured.recent.from}-${measured.recent.to}`,
                en: `Share recommended by country, ${measured.recent.from}-${measured.recent.to}`,
              }),
              columns: [
                { key: 'country', title: say.pick({ fr: 'Pays', en: 'Country' }), kind: 'text' as const },
                ...columns(say),
              ],
              rows: countries.map((one) => [say.country(one.country), ...cells(one.share)]),
              keys: countries.map((one) => (one.recommended > 0 ? `country:${one.country}` : null)),
            },
          ]
        : []),
    ],
  };
}

const columns = (say: Speech) =>
  [
    { key: 'share', title: say.pick({ fr: 'Part recommandée', en: 'Share recommended' }), kind: 'share', digits: 1 },
    { key: 'low', title: say.pick({ fr: 'de', en: 'from' }), kind: 'share', digits: 1 },
    { key: 'high', title: say.pick({ fr: 'à', en: 'to' }), kind: 'share', digits: 1 },
    { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
  ] as const;
const cells = ({ value, low, high, n }: Estimate): number[] => [value, low, high, n];

function findings(measured: MeasuredRecommended, say: Speech): string[] {
  const { compared, recent, years } = measured;
  const countries = measured.countries.filter(({ share }) => share.n >= leastOfCountry);
  const films = chosenName(measured, say);
  const last = years.at(-1);
  const sentences: string[] = [];
  if (compared !== null) {
    const [a, b] = [say.percent(compared.base.share.value, 1), say.percent(compared.newest.share.value, 1)];
    const [before, after] = [
      `${compared.base.from}-${compared.base.to}`,
      `${compared.newest.from}-${compared.newest.to}`,
    ];
    const interval = say.percentRange(compared.newest.share.low, compared.newest.share.high, 1);
    const change = say.range(compared.change.low * 100, compared.change.high * 100, 1);
    const seeming = measured.home !== null && measured.home.move !== compared.move;
    // What French films alone contradict must not be quoted as it stands.
    const start = seeming
      ? say.pick({ fr: 'En apparence, la part', en: 'On the face of it, the share' })
      : say.pick({ fr: 'La part', en: 'The share' });
    sentences.push(
      say.pick({
        fr: {
          rose: `${start} des films recommandés art et essai a augmenté parmi ${films}\u00a0: au moins ${a} en ${before}, au moins ${b} en ${after} (intervalle à 95\u00a0%\u00a0: ${interval}).`,
          fell: `${start} des films recommandés art et essai a baissé parmi ${films}\u00a0: au moins ${a} en ${before}, au moins ${b} en ${after} (intervalle à 95\u00a0%\u00a0: ${interval}).`,
          same: `${start} des films recommandés art et essai n’a pas bougé de façon mesurable parmi ${films}\u00a0: au moins ${a} en ${before}, au moins ${b} en ${after} (écart en points, intervalle à 95\u00a0%\u00a0: ${change}).`,
        },
        en: {
          rose: `${start} of films recommended art et essai rose among ${films}: at least ${a} in ${before}, at least ${b} in ${after} (95% interval: ${interval}).`,
          fell: `${start} of films recommended art et essai fell among ${films}: at least ${a} in ${before}, at least ${b} in ${after} (95% interval: ${interval}).`,
          same: `${start} of films recommended art et essai did not measurably move among ${films}: at least ${a} in ${before}, at least ${b} in ${after} (difference in points, 95% interval: ${change}).`,
        },
      })[compared.move],
    );
  } else if (last !== undefined)
    sentences.push(
      say.pick({
        fr: `En ${last.year}, au moins ${say.percent(last.share.value, 1)} des films choisis sont recommandés art et essai (intervalle à 95\u00a0%\u00a0: ${say.percentRange(last.share.low, last.share.high, 1)}).`,
        en: `In ${last.year} at least ${say.percent(last.share.value, 1)} of the films chosen are recommended art et essai (95% interval: ${say.percentRange(last.share.low, last.share.high, 1)}).`,
      }),
    );
  if (measured.short !== null) sentences.push(shortSpanSentence(measured.short, say));
  if (compared !== null && measured.home !== null) sentences.push(homeSentence(measured.home, compared.move, say));
  const [first] = countries;
  const told = (one: (typeof countries)[number]): string =>
    `${say.country(one.country)} (${say.percent(one.share.value)}, ${say.pick({ fr: 'intervalle', en: 'interval' })} ${say.percentRange(one.share.low, one.share.high)}, ${say.several(one.share.n, 'film', 'films')})`;
  const others = [
    countries.find(({ country }) => country === home),
    countries.toSorted((x, y) => y.share.n - x.share.n)[0],
  ]
    .filter((one) => one !== undefined && one !== first)
    .flatMap((one) => (one === undefined ? [] : [told(one)]));
  if (first !== undefined && others.length > 0)
    sentences.push(
      say.pick({
        fr: `En ${recent.from}-${recent.to}, la plus grande part parmi les ${countries.length} pays d’au moins ${leastOfCountry} films\u00a0: ${told(first)}\u00a0; à côté, ${say.list([...new Set(others)])}.`,
        en: `In ${recent.from}-${recent.to}, the largest share among the ${countries.length} countries with at least ${leastOfCountry} films: ${told(first)}; beside it, ${say.list([...new Set(others)])}.`,
      }),
    );
  return sentences;
}

/** The share follows which films the database holds: films of one country are a fairer comparison. */
function homeSentence(
  { base, newest, change, move }: NonNullable<MeasuredRecommended['home']>,
  all: Move,
  say: Speech,
): string {
  const [a, b] = [say.percent(base.share.value), say.percent(newest.share.value)];
  const n = `${say.number(base.share.n)}, ${say.number(newest.share.n)}`;
  const range = say.range(change.low * 100, change.high * 100, 1);
  if (move === 'same')
    return say.pick({
      fr: `Parmi les seuls films français, aucun mouvement n’est établi\u00a0: ${a}, puis ${b} (${n} films\u00a0; écart en points, intervalle à 95\u00a0%\u00a0: ${range}).${all === 'same' ? '' : ' Celui de tous les films peut donc tenir à ceux que la base contient.'}`,
      en: `Among French films alone no move is established: ${a}, then ${b} (${n} films; difference in points, 95% interval: ${range}).${all === 'same' ? '' : ' That of all films may thus come from which ones the database holds.'}`,
    });
  if (move === all)
    return say.pick({
      fr: `Parmi les seuls films français, il en va de même\u00a0: ${a}, puis ${b} (${n} films).`,
      en: `Among French films alone it is the same: ${a}, then ${b} (${n} films).`,
    });
  return say.pick({
    fr: `Parmi les seuls films français, il n’en va pas de même\u00a0: ${a}, puis ${b} (${n} films). La part de tous les films suit donc surtout ceux que la base contient.`,
    en: `Among French films alone it is not the same: ${a}, then ${b} (${n} films). The share of all films thus mostly follows which ones the database holds.`,
  });
}

const cautions = ({ lines, lost }: MeasuredRecommended, say: Speech): string[] => [
  ...(lines === 0
    ? []
    : [
        say.pick({
          fr: `Ces parts sont des minimums\u00a0: la liste n’a pas d’identifiant, et ${say.percent(lost / lines)} de ses ${say.number(lines)} lignes n’ont pas été retrouvées dans la base.`,
          en: `These shares are minima: the list has no identifier, and ${say.percent(lost / lines)} of its ${say.number(lines)} lines were not found in the database.`,
        }),
      ]),
  say.pick({
    fr: 'La plupart des films du monde ne sortent pas en France et ne peuvent pas être recommandés\u00a0: la part dit autant ce qui sort que ce qui plaît à l’AFCAE.',
    en: 'Most of the world’s films are not released in France and cannot be recommended: the share says as much about what is released as about what the AFCAE likes.',
  }),
  say.pick({
    fr: 'La liste donne l’année de sortie en France, la base l’année de production\u00a0: une recommandation peut tomber une année ou deux plus tôt ici. Les films des dernières années n’ont pas encore toutes les leurs.',
    en: 'The list gives the year of release in France, the database the year of production: a recommendation may fall a year or two earlier here. Films of the last years do not have all of theirs yet.',
  }),
];

const label = (name: string, { value, low, high, n }: Estimate, say: Speech): string =>
  say.pick({
    fr: `${name}\u00a0: ${say.percent(value, 1)} (${say.percentRange(low, high, 1)}) de ${say.several(n, 'film', 'films')}`,
    en: `${name}: ${say.percent(value, 1)} (${say.percentRange(low, high, 1)}) of ${say.several(n, 'film', 'films')}`,
  });

const yearChart = ({ years }: MeasuredRecommended, say: Speech): LineChart => ({
  kind: 'line',
  language: say.language,
  title: say.pick({ fr: 'Part des films recommandés art et essai', en: 'Share of films recommended art et essai' }),
  description: say.pick({
    fr: 'Part par année\u00a0; bande\u00a0: intervalle à 95\u00a0%.',
    en: 'Share by year; band: 95% interval.',
  }),
  x: { title: say.pick({ fr: 'Année', en: 'Year' }), zero: false },
  y: { title: say.pick({ fr: 'Part recommandée', en: 'Share recommended' }), share: true },
  series: [
    {
      name: say.pick({ fr: 'Films recommandés', en: 'Films recommended' }),
      points: years.map(({ year, share }) => ({
        x: year,
        y: share.value,
        low: share.low,
        high: share.high,
        label: label(String(year), share, say),
        ...(share.value > 0 ? { key: `year:${year}` } : {}),
      })),
    },
  ],
  strip: {
    title: say.pick({ fr: 'Films', en: 'Films' }),
    points: years.map(({ year, share }) => ({ x: year, n: share.n })),
  },
});

const countryChart = (
  { recent }: MeasuredRecommended,
  shown: MeasuredRecommended['countries'],
  say: Speech,
): BarChart => ({
  kind: 'bar',
  lying: true,
  language: say.language,
  title: say.pick({
    fr: `Part recommandée par pays, ${recent.from}-${recent.to}`,
    en: `Share recommended by country, ${recent.from}-${recent.to}`,
  }),
  description: say.pick({
    fr: `Une barre par pays d’au moins ${leastFilms} films, avec l’intervalle à 95\u00a0%.`,
    en: `A bar for each country of at least ${leastFilms} films, with the 95% interval.`,
  }),
  category: { title: say.pick({ fr: 'Pays', en: 'Country' }) },
  y: { title: say.pick({ fr: 'Part recommandée', en: 'Share recommended' }), share: true },
  parts: [say.pick({ fr: 'Films recommandés', en: 'Films recommended' })],
  bars: shown.map(({ country, share, recommended }) => ({
    name: say.country(country),
    values: [share.value],
    from: share.low,
    to: share.high,
    label: label(say.country(country), share, say),
    ...(recommended > 0 ? { key: `country:${country}` } : {}),
  })),
});

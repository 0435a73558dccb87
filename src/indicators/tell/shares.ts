import type { HeatChart, LineChart } from '#charts/chart.ts';
import { doubtfulCaution } from '#indicators/parts/doubtful.ts';
import type { MeasuredShares, ShareKind } from '#indicators/parts/measure-shares.ts';
import type { CodeShares } from '#indicators/parts/shares.ts';
import type { Citation, Column, Coverage, Table, Told } from '#indicators/told.ts';
import {
  chosenCount,
  chosenOne,
  codeName,
  decadeName,
  knownWords,
  movers,
  shareSentences,
} from '#indicators/words/shares.ts';
import { unknownCautions } from '#indicators/words/unknown-shares.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export interface SharesTold {
  readonly name: string;
  readonly kind: ShareKind;
  readonly title: Bilingual;
  readonly question: Bilingual;
}

export const shareCitations: readonly Citation[] = [
  {
    text: 'Wilson 1927, “Probable inference, the law of succession, and statistical inference”, Journal of the American Statistical Association 22.',
    url: 'https://doi.org/10.1080/01621459.1927.10502953',
  },
  {
    text: 'Newcombe 1998, “Interval estimation for the difference between independent proportions: comparison of eleven methods”, Statistics in Medicine 17(8).',
    url: 'https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I',
  },
  {
    text: 'Benjamini & Hochberg 1995, “Controlling the false discovery rate”, Journal of the Royal Statistical Society B 57(1).',
    url: 'https://doi.org/10.1111/j.2517-6161.1995.tb02031.x',
  },
];

const mostLines = 6;
const mostRows = 20;
/** A code with less than this in every decade has no row in the grid. */
const leastShare = 0.01;

/** The answer of an indicator of shares by decade. */
export function tellShares(measured: MeasuredShares, { name, kind, title, question }: SharesTold, say: Speech): Told {
  const told = measured.decades.length > 0;
  const lines = linesOf(measured);
  const rows = measured.codes
    .filter(({ shares }) => shares.some(({ value }) => value >= leastShare))
    .slice(0, mostRows);
  return {
    title: say.pick(title),
    question: say.pick(question),
    finding: shareSentences(measured, kind, say),
    cautions: told ? cautions(measured, kind, say) : [],
    charts: told ? [lineChart(measured, lines, kind, say), heatChart(measured, rows, kind, say)] : [],
    tables: told ? [sharesTable(measured, lines, name, kind, say), gridTable(measured, name, kind, say)] : [],
    count: {
      value: measured.known,
      what: `${chosenCount(measured, say)}, ${knownWords(kind, say)}`,
      one: `${chosenOne(measured, say)}, ${knownWords(kind, say)}`,
    },
    coverage: coverage(measured, kind, say),
    method: say.pick({
      fr: 'Part des films de chaque décennie, sur ceux dont le fait est connu\u00a0; intervalles de Wilson à 95\u00a0%. La dernière décennie est comparée à celle de trente ans plus tôt ou, s’il n’y en a pas, à la première (méthode 10 de Newcombe)\u00a0; une part a bougé quand le taux de fausses découvertes, sur toutes les parts essayées ensemble, est d’au plus 5\u00a0%.',
      en: 'Share of the films of each decade, of those of which the fact is known; 95% Wilson intervals. The last decade is compared with that of thirty years before or, where there is none, with the first (Newcombe’s method 10); a share has moved when the false discovery rate, over all shares tested together, is at most 5%.',
    }),
    citations: shareCitations,
  };
}

/** Those that moved, then the most frequent. */
function linesOf(measured: MeasuredShares): CodeShares[] {
  const { rose, fell } = movers(measured);
  return [...new Set([...rose, ...fell, ...measured.codes])].slice(0, mostLines);
}

function coverage({ decades, known, films }: MeasuredShares, kind: ShareKind, say: Speech): Coverage[] {
  const what = say.pick({ fr: `films ${knownWords(kind, say)}`, en: `films ${knownWords(kind, say)}` });
  return [
    { what, known, of: films },
    ...decades.map((decade) => ({ what: `${what}, ${decadeName(decade)}`, known: decade.known, of: decade.films })),
  ];
}

function cautions(measured: MeasuredShares, kind: ShareKind, say: Speech): string[] {
  const { compared } = measured;
  return [
    ...(measured.withoutVotes && measured.stratum === 'all'
      ? [
          say.pick({
            fr: 'Ce catalogue n’a aucun vote\u00a0: tous ses longs métrages comptent, vus ou non, au lieu de ceux d’au moins 1\u202f000 votes.',
            en: 'This catalogue has no votes: all its feature films count, seen or not, instead of those with at least 1,000 votes.',
          }),
        ]
      : []),
    ...(kind === 'language'
      ? []
      : [
          say.pick({
            fr: 'Un film compte dans chaque part dont il relève\u00a0: leur somme dépasse 100\u00a0%.',
            en: 'A film counts in each share it belongs to: together they exceed 100%.',
          }),
        ]),
    ...(compared !== null && Math.abs(compared.newest.perFilm / compared.base.perFilm - 1) >= 0.05
      ? [
          say.pick({
            fr: `Un film de ${decadeName(compared.newest)} en a ${say.number(compared.newest.perFilm, 2)} en moyenne, un film de ${decadeName(compared.base)}\u00a0${say.number(compared.base.perFilm, 2)}\u00a0: à lui seul, cela ${compared.newest.perFilm < compared.base.perFilm ? 'abaisse' : 'élève'} toutes les parts.`,
            en: `A film of ${decadeName(compared.newest)} has ${say.number(compared.newest.perFilm, 2)} of them on average, one of ${decadeName(compared.base)} ${say.number(compared.base.perFilm, 2)}: that alone ${compared.newest.perFilm < compared.base.perFilm ? 'lowers' : 'raises'} all the shares.`,
          }),
        ]
      : []),
    ...unknownCautions(measured, kind, say),
    ...doubtfulCaution(measured.doubtful, say),
    say.pick({
      fr: 'La base ne tient pas tous les films du monde, et pas les mêmes d’une décennie à l’autre\u00a0: ces parts sont celles des films qu’elle connaît.',
      en: 'The database does not hold every film in the world, nor the same ones from one decade to the next: these are shares of the films it knows.',
    }),
  ];
}

const label = (
  name: string,
  decade: string,
  { value, low, high, n }: CodeShares['shares'][number],
  say: Speech,
): string =>
  say.pick({
    fr: `${name}, ${decade}\u00a0: ${say.percent(value, 1)} (${say.percentRange(low, high, 1)}) de ${say.several(n, 'film', 'films')}`,
    en: `${name}, ${decade}: ${say.percent(value, 1)} (${say.percentRange(low, high, 1)}) of ${say.several(n, 'film', 'films')}`,
  });

const keyOf = (decade: number, code: string, value: number): { key?: string } =>
  value > 0 ? { key: `${decade}:${code}` } : {};

function lineChart({ decades }: MeasuredShares, lines: readonly CodeShares[], kind: ShareKind, say: Speech): LineChart {
  return {
    kind: 'line',
    language: say.language,
    title: say.pick({ fr: 'Les parts qui ont le plus bougé', en: 'The shares that moved most' }),
    description: say.pick({
      fr: `Part des films par décennie, ${say.list(lines.map(({ code }) => codeName(kind, code, say)))}\u00a0; traits\u00a0: intervalle à 95\u00a0%.`,
      en: `Share of films by decade, ${say.list(lines.map(({ code }) => codeName(kind, code, say)))}; whiskers: 95% interval.`,
    }),
    x: { title: say.pick({ fr: 'Décennie', en: 'Decade' }), zero: false },
    y: { title: say.pick({ fr: 'Part des films', en: 'Share of films' }), share: true },
    series: lines.map(({ code, shares }) => ({
      name: codeName(kind, code, say),
      points: decades.flatMap((decade, i) => {
        const one = shares[i];
        if (one === undefined) return [];
        return [
          {
            x: decade.from,
            y: one.value,
            from: one.low,
            to: one.high,
            label: label(codeName(kind, code, say), decadeName(decade), one, say),
            ...keyOf(decade.decade, code, one.value),
          },
        ];
      }),
    })),
    strip: {
      title: say.pick({ fr: 'Films', en: 'Films' }),
      points: decades.map(({ from, known }) => ({ x: from, n: known })),
    },
  };
}

function heatChart({ decades }: MeasuredShares, rows: readonly CodeShares[], kind: ShareKind, say: Speech): HeatChart {
  return {
    kind: 'heat',
    language: say.language,
    title: say.pick({ fr: 'Toutes les parts, décennie par décennie', en: 'All shares, decade by decade' }),
    description: say.pick({
      fr: 'Une ligne par part, une colonne par décennie\u00a0; plus la case est sombre, plus la part est grande.',
      en: 'A row for each share, a column for each decade; the darker the cell, the larger the share.',
    }),
    rows: { title: '', names: rows.map(({ code }) => codeName(kind, code, say)) },
    columns: { title: say.pick({ fr: 'Décennie', en: 'Decade' }), names: decades.map(({ from }) => String(from)) },
    cells: rows.map(({ code, shares }) =>
      shares.map((one, i) => ({
        value: one.value,
        text: say.percent(one.value),
        label: label(codeName(kind, code, say), String(decades[i]?.from ?? ''), one, say),
        ...keyOf(decades[i]?.decade ?? 0, code, one.value),
      })),
    ),
    legend: { title: say.pick({ fr: 'Part des films', en: 'Share of films' }), share: true },
  };
}

function sharesTable(
  { decades }: MeasuredShares,
  lines: readonly CodeShares[],
  name: string,
  kind: ShareKind,
  say: Speech,
): Table {
  const titles = say.pick({
    fr: ['Part', 'Décennie', 'Part des films', 'de', 'à', 'Films', 'Sur'],
    en: ['Share', 'Decade', 'Share of films', 'from', 'to', 'Films', 'Of'],
  });
  const kinds = ['text', 'year', 'share', 'share', 'share', 'number', 'number'] as const;
  const keys = ['name', 'decade', 'share', 'low', 'high', 'films', 'of'];
  const rows = lines.flatMap(({ code, shares }) =>
    shares.map((one, i) => ({
      cells: [
        codeName(kind, code, say),
        decades[i]?.from ?? null,
        one.value,
        one.low,
        one.high,
        Math.round(one.value * one.n),
        one.n,
      ],
      key: one.value > 0 ? `${decades[i]?.decade}:${code}` : null,
    })),
  );
  return {
    name,
    title: say.pick({ fr: 'Les parts qui ont le plus bougé', en: 'The shares that moved most' }),
    columns: keys.map((key, i): Column => {
      const shown = kinds[i] ?? 'text';
      return { key, title: titles[i] ?? '', kind: shown, ...(shown === 'share' ? { digits: 1 } : {}) };
    }),
    rows: rows.map(({ cells }) => cells),
    keys: rows.map(({ key }) => key),
  };
}

function gridTable({ decades, codes }: MeasuredShares, name: string, kind: ShareKind, say: Speech): Table {
  return {
    name: `${name}-all`,
    title: say.pick({ fr: 'Toutes les parts', en: 'All shares' }),
    columns: [
      { key: 'name', title: say.pick({ fr: 'Part', en: 'Share' }), kind: 'text' },
      { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
      ...decades.map((decade): Column => ({
        key: String(decade.from),
        title: decadeName(decade),
        kind: 'share',
        digits: 1,
      })),
      { key: 'change', title: say.pick({ fr: 'Écart', en: 'Difference' }), kind: 'share', digits: 1 },
      { key: 'low', title: say.pick({ fr: 'de', en: 'from' }), kind: 'share', digits: 1 },
      { key: 'high', title: say.pick({ fr: 'à', en: 'to' }), kind: 'share', digits: 1 },
    ],
    rows: codes.map(({ code, films, shares, change }) => [
      codeName(kind, code, say),
      films,
      ...shares.map(({ value }) => value),
      change?.value ?? null,
      change?.low ?? null,
      change?.high ?? null,
    ]),
  };
}

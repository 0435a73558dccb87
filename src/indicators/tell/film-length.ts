import type { LineChart } from '#charts/chart.ts';
import type { Filters, Stratum } from '#indicators/filters.ts';
import { doubtfulCaution } from '#indicators/parts/doubtful.ts';
import { shownMove, type Move } from '#indicators/parts/difference.ts';
import {
  leastFilms,
  type LengthOfYear,
  type LengthStratum,
  type MeasuredLengths,
} from '#indicators/parts/length-strata.ts';
import { shortSpanSentence } from '#indicators/parts/span.ts';
import { toldTooFew } from '#indicators/parts/too-few.ts';
import { featureLength, leastVotesOfTop } from '#indicators/queries/chosen-films.ts';
import type { Citation, Told } from '#indicators/told.ts';
import { lengthTables } from '#indicators/tell/length-tables.ts';
import {
  agreementSentence,
  linesSentence,
  minutes,
  movedSentence,
  strataNames,
  unevenSentence,
} from '#indicators/words/film-length.ts';
import type { Speech } from '#words/speech.ts';

export const lengthTitle = { fr: 'La durée des films au fil des ans', en: 'Length over the years' };
export const lengthQuestion = {
  fr: 'Les films sont-ils plus longs qu’avant\u00a0?',
  en: 'Are films longer than they were?',
};

const citations: readonly Citation[] = [
  {
    text: 'Hutson & Ernst 2000, “The exact bootstrap mean and variance of an L-estimator”, Journal of the Royal Statistical Society B 62(1).',
    url: 'https://doi.org/10.1111/1467-9868.00221',
  },
  {
    text: 'Bai & Perron 2003, “Computation and analysis of multiple structural change models”, Journal of Applied Econometrics 18(1).',
    url: 'https://doi.org/10.1002/jae.659',
  },
  {
    text: 'Zou & Donner 2008, “Construction of confidence limits about effect measures: a general approach”, Statistics in Medicine 27(10).',
    url: 'https://doi.org/10.1002/sim.3095',
  },
  {
    text: 'Code du cinéma et de l’image animée, article D210-1.',
    url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000020908868/',
  },
];

/** The answer, in words, charts and tables. */
export function tellLength(measured: MeasuredLengths, _filters: Filters, say: Speech): Told {
  const strata = measured.strata.filter(({ years }) => years.length > 0);
  const films = Math.max(0, ...measured.strata.map(({ known }) => known));
  const base = {
    title: say.pick(lengthTitle),
    question: say.pick(lengthQuestion),
    count: {
      value: films,
      what: say.pick({ fr: 'longs métrages dont la durée est connue', en: 'feature films whose length is known' }),
      one: say.pick({ fr: 'long métrage dont la durée est connue', en: 'feature film whose length is known' }),
    },
    coverage: measured.strata
      .filter(({ of }) => of > 0)
      .map(({ stratum, known, of }) => ({
        what: `${say.pick({ fr: 'durées connues', en: 'lengths known' })}, ${say.pick(strataNames[stratum])}`,
        known,
        of,
      })),
    method: method(say),
    citations,
  };
  if (strata.length === 0)
    return toldTooFew(
      base,
      say.pick({
        fr: `Trop peu de films pour répondre\u00a0: il en faut au moins ${leastFilms} de durée connue dans une même année.`,
        en: `Too few films to answer: at least ${leastFilms} of known length in one year are needed.`,
      }),
    );
  const charts = strata.map((stratum) => stratumChart(stratum, say));
  return {
    ...base,
    finding: findings(strata, say),
    cautions: cautions(measured, strata, say),
    charts: strata.length > 1 ? [togetherChart(strata, say), ...charts] : charts,
    tables: lengthTables(measured, strata, say),
  };
}

function findings(strata: readonly LengthStratum[], say: Speech): string[] {
  const sound = strata.filter(({ recent }) => recent !== null && !recent.uneven);
  const moves = new Map<Stratum, Move>(
    strata.flatMap(({ stratum, recent }) => (recent === null ? [] : [[stratum, shownMove(recent.change, 1)]])),
  );
  // The most voted first: the films that audiences know.
  const told = sound
    .toReversed()
    .flatMap(({ stratum, recent }) =>
      recent === null ? [] : [movedSentence(stratum, recent, shownMove(recent.change, 1), say)],
    );
  const uneven = strata.find(({ recent }) => recent?.uneven === true)?.recent ?? null;
  const whole = strata.toReversed().find((one) => one.whole !== null && !one.whole.uneven);
  const long = whole?.whole ?? null;
  const best = strata.at(-1);
  const lines = best === undefined ? null : linesSentence(best.stratum, stretches(best), say);
  const short = strata.findLast((one) => one.short !== null);
  const sentences = [
    ...(moves.size > 1 ? [agreementSentence(moves, strata.length, say)] : []),
    ...told,
    ...(uneven === null ? [] : [unevenSentence(uneven, say)]),
    ...(long === null ||
    whole === undefined ||
    (whole.recent !== null && long.earlier.from >= whole.recent.earlier.from)
      ? []
      : [movedSentence(whole.stratum, long, shownMove(long.change, 1), say)]),
    ...(lines === null ? [] : [lines]),
  ];
  return [
    ...(sentences.length > 0 ? sentences : [shortSentence(strata, say)]),
    ...(short === undefined || short.short === null
      ? []
      : [
          shortSpanSentence(
            short.short,
            say,
            say.pick({
              fr: `, pour ${say.pick(strataNames[short.stratum])}`,
              en: ` for ${say.pick(strataNames[short.stratum])}`,
            }),
          ),
        ]),
  ];
}

/** When the years are too few to compare: what they are. */
function shortSentence(strata: readonly LengthStratum[], say: Speech): string {
  const last = strata[0]?.years.at(-1);
  if (last === undefined) return '';
  const { year, median } = last;
  return say.pick({
    fr: `En ${year}, la moitié des films durent plus de ${minutes(median.value, say)} (intervalle à 95\u00a0%\u00a0: ${say.range(median.low, median.high)})\u00a0; les années sont trop peu nombreuses pour parler d’une évolution.`,
    en: `In ${year} half the films last longer than ${minutes(median.value, say)} (95% interval: ${say.range(median.low, median.high)}); the years are too few to speak of a change.`,
  });
}

function stretches({ years, lines }: LengthStratum): { from: number; to: number; slope: number }[] {
  const starts = [years[0]?.year ?? 0, ...lines.at];
  return starts.map((from, i) => {
    const next = starts[i + 1] ?? Infinity;
    return { from, to: years.findLast(({ year }) => year < next)?.year ?? from, slope: lines.slope[i] ?? 0 };
  });
}

function cautions(measured: MeasuredLengths, strata: readonly LengthStratum[], say: Speech): string[] {
  const all = strata.find(({ stratum }) => stratum === 'all');
  const unlike = all?.unlike ?? [];
  const first = measured.limits[0];
  const last = measured.limits.at(-1);
  return [
    say.pick({
      fr: `Les films de moins de ${featureLength} minutes sont laissés de côté (${say.several(measured.shorts, 'film', 'films')}), comme les téléfilms (${say.number(measured.television)})\u00a0; une année de moins de ${leastFilms} films n’a pas de point.`,
      en: `Films shorter than ${featureLength} minutes are left out (${say.several(measured.shorts, 'film', 'films')}), and so are films made for television (${say.number(measured.television)}); a year of fewer than ${leastFilms} films has no point.`,
    }),
    ...(first === undefined || last === undefined || measured.last === null
      ? []
      : [
          say.pick({
            fr: `Cette limite compte peu ou beaucoup selon les films\u00a0: en ${measured.last.from}-${measured.last.to}, la médiane va de ${minutes(first.medians[0] ?? 0, say)} (limite à ${first.minutes} min) à ${minutes(last.medians[0] ?? 0, say)} (limite à ${last.minutes} min) pour ${say.pick(strataNames[strata[0]?.stratum ?? 'all'])}. Le tableau donne les autres.`,
            en: `How much that limit matters depends on the films: in ${measured.last.from}-${measured.last.to} the median goes from ${minutes(first.medians[0] ?? 0, say)} (limit at ${first.minutes} min) to ${minutes(last.medians[0] ?? 0, say)} (limit at ${last.minutes} min) for ${say.pick(strataNames[strata[0]?.stratum ?? 'all'])}. The table gives the others.`,
          }),
        ]),
    ...(all !== undefined && measured.last !== null && !Number.isNaN(measured.fiction)
      ? [
          say.pick({
            fr: `Sans les documentaires, la médiane de tous les longs métrages de ${measured.last.from}-${measured.last.to} est de ${minutes(measured.fiction, say)}.`,
            en: `Without documentaries, the median of all feature films of ${measured.last.from}-${measured.last.to} is ${minutes(measured.fiction, say)}.`,
          }),
        ]
      : []),
    ...(unlike.length === 0
      ? []
      : [
          say.pick({
            fr: `Pour ${say.list(unlike.map(String))}, la base n’a presque que des films très votés\u00a0: ces années manquent à la courbe de tous les longs métrages.`,
            en: `For ${say.list(unlike.map(String))} the database holds hardly any but much-voted films: these years are left out of the curve of all feature films.`,
          }),
        ]),
    ...doubtfulCaution(measured.doubtful, say),
    say.pick({
      fr: 'Les votes sont ceux d’aujourd’hui\u00a0: parmi les films anciens, ceux qui en ont beaucoup sont ceux que l’on regarde encore. Un film récent a eu moins de temps pour en recevoir.',
      en: 'Votes are those of today: among old films, the ones with many votes are those still watched. A recent film has had less time to gather them.',
    }),
  ];
}

const method = (say: Speech): string =>
  say.pick({
    fr: `Durée médiane par année de sortie, films de cinéma d’au moins ${featureLength} minutes (le CNC appelle longue une œuvre de plus d’une heure). Bande\u00a0: la moitié centrale des films. Intervalle à 95\u00a0%\u00a0: bootstrap exact de la médiane, sans tirage. Deux périodes de dix ans diffèrent quand l’intervalle de leur écart (MOVER) laisse zéro dehors. Ruptures\u00a0: droites par morceaux, leur nombre choisi par le BIC. Les 100 films les plus votés sont pris parmi ceux d’au moins ${leastVotesOfTop} votes que les filtres choisissent.`,
    en: `Median length by year of release, cinema films of at least ${featureLength} minutes (the CNC calls long a work of more than an hour). Band: the middle half of the films. 95% interval: exact bootstrap of the median, without resampling. Two periods of ten years differ when the interval of their difference (MOVER) leaves out zero. Changes: straight lines by parts, their number chosen by BIC. The 100 most voted films are taken among those with at least ${leastVotesOfTop} votes that the filters let through.`,
  });

const axes = (say: Speech): Pick<LineChart, 'x' | 'y' | 'language' | 'kind'> => ({
  kind: 'line',
  language: say.language,
  x: { title: say.pick({ fr: 'Année de sortie', en: 'Year of release' }), zero: false },
  y: { title: say.pick({ fr: 'Durée médiane', en: 'Median length' }), unit: 'min', zero: false },
});

const pointLabel = ({ year, median }: LengthOfYear, say: Speech): string =>
  say.pick({
    fr: `${year}\u00a0: ${minutes(median.value, say)} (${say.range(median.low, median.high)}), ${say.several(median.n, 'film', 'films')}`,
    en: `${year}: ${minutes(median.value, say)} (${say.range(median.low, median.high)}), ${say.several(median.n, 'film', 'films')}`,
  });

function togetherChart(strata: readonly LengthStratum[], say: Speech): LineChart {
  const names = strata.map(({ stratum }) => say.pick(strataNames[stratum]));
  return {
    ...axes(say),
    title: say.pick({
      fr: 'La durée médiane selon les films regardés',
      en: 'Median length, by which films are looked at',
    }),
    description: say.pick({
      fr: `Une courbe par choix de films\u00a0: ${say.list(names)}. Bande\u00a0: intervalle à 95\u00a0% de la médiane.`,
      en: `A curve for each choice of films: ${say.list(names)}. Band: 95% interval of the median.`,
    }),
    series: strata.map(({ stratum, years }) => ({
      name: say.pick(strataNames[stratum]),
      points: years.map((one) => ({
        x: one.year,
        y: one.median.value,
        low: one.median.low,
        high: one.median.high,
        label: pointLabel(one, say),
        key: `${stratum}:${one.year}`,
      })),
    })),
  };
}

function stratumChart({ stratum, years, lines }: LengthStratum, say: Speech): LineChart {
  const name = say.pick(strataNames[stratum]);
  return {
    ...axes(say),
    title: say.pick({ fr: `Durée médiane, ${name}`, en: `Median length, ${name}` }),
    description: say.pick({
      fr: `Médiane par année, de ${years[0]?.year ?? ''} à ${years.at(-1)?.year ?? ''}\u00a0; bande\u00a0: la moitié centrale des films\u00a0; traits\u00a0: intervalle à 95\u00a0%.`,
      en: `Median by year, from ${years[0]?.year ?? ''} to ${years.at(-1)?.year ?? ''}; band: the middle half of the films; whiskers: 95% interval.`,
    }),
    series: [
      {
        name,
        points: years.map((one) => ({
          x: one.year,
          y: one.median.value,
          low: one.quarter,
          high: one.threeQuarters,
          from: one.median.low,
          to: one.median.high,
          label: pointLabel(one, say),
          key: `${stratum}:${one.year}`,
        })),
      },
    ],
    strip: {
      title: say.pick({ fr: 'Films', en: 'Films' }),
      points: years.map(({ year, median }) => ({ x: year, n: median.n })),
    },
    rules: lines.at.map((x) => ({ x, label: String(x) })),
  };
}

import type { BarChart, DotChart } from '#charts/chart.ts';
import { leastPeople, stages, thresholds, type MeasuredStages } from '#indicators/parts/cinema-series.ts';
import { stageTables } from '#indicators/tell/cinema-series-tables.ts';
import type { Told } from '#indicators/told.ts';
import {
  changeSentence,
  sharesSentence,
  shareWords,
  stageCautions,
  stageNames,
  thresholdSentence,
  waySentence,
} from '#indicators/words/cinema-series.ts';
import { decadeName, decadeTick } from '#indicators/words/decade-span.ts';
import { scopeWords } from '#indicators/words/scope.ts';
import type { Speech } from '#words/speech.ts';

export const stagesTitle = { fr: 'Acteurs de cinéma, acteurs de séries', en: 'Actors in films, actors in series' };
export const stagesQuestion = {
  fr: 'Les acteurs de cinéma et ceux des séries sont-ils les mêmes\u00a0?',
  en: 'Are the actors of films and those of series the same people?',
};

/** The answer, in words, charts and tables. */
export function tellStages(measured: MeasuredStages, say: Speech): Told {
  const { all, asked, unborn, works, born } = measured;
  const scope = scopeWords(asked, asked.today, say);
  const base = {
    question: say.pick(stagesQuestion),
    count: {
      value: all.n,
      what: say.pick({
        fr: `personnes d’au moins ${say.several(asked.credits, 'rôle', 'rôles')}`,
        en: `people with at least ${say.several(asked.credits, 'credit', 'credits')}`,
      }),
      one: say.pick({
        fr: `personne d’au moins ${say.several(asked.credits, 'rôle', 'rôles')}`,
        en: `person with at least ${say.several(asked.credits, 'credit', 'credits')}`,
      }),
    },
    coverage: [
      {
        what: say.pick({ fr: 'films dont la distribution est connue', en: 'films whose cast is known' }),
        known: works.filmsCast,
        of: works.films,
      },
      {
        what: say.pick({ fr: 'séries dont la distribution est connue', en: 'series whose cast is known' }),
        known: works.seriesCast,
        of: works.series,
      },
      {
        what: say.pick({ fr: 'personnes dont la naissance est connue', en: 'people whose birth is known' }),
        known: all.n - unborn.n,
        of: all.n,
      },
    ],
    method: method(measured, say),
    citations: [
      {
        text: 'Wilson 1927, “Probable inference, the law of succession, and statistical inference”, Journal of the American Statistical Association 22(158).',
        url: 'https://doi.org/10.1080/01621459.1927.10502953',
      },
      {
        text: 'Newcombe 1998, “Interval estimation for the difference between independent proportions”, Statistics in Medicine 17(8), method 10.',
        url: 'https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I',
      },
    ],
  };
  if (all.n < leastPeople)
    return {
      ...base,
      title: say.pick(stagesTitle),
      finding: [
        say.pick({
          fr: `Trop peu de personnes pour des parts (${scope})\u00a0: ${say.number(all.n)} ont au moins ${say.several(asked.credits, 'rôle', 'rôles')}, il en faut ${leastPeople}.`,
          en: `Too few people for shares (${scope}): ${say.number(all.n)} have at least ${say.several(asked.credits, 'credit', 'credits')}, and ${leastPeople} are needed.`,
        }),
      ],
      cautions: [],
      charts: [],
      tables: [],
    };
  const said = [
    sharesSentence(measured, scope, say),
    changeSentence(measured, say),
    waySentence(measured, say),
    thresholdSentence(measured, say),
  ];
  const both = say.percent(all.shares.both.value);
  return {
    ...base,
    title:
      all.counts.both === 0
        ? say.pick(stagesTitle)
        : say.pick({
            fr: `${both} des acteurs ont joué au cinéma et dans des séries`,
            en: `${both} of actors played in films and in series`,
          }),
    finding: said.filter((sentence) => sentence !== null),
    cautions: stageCautions(measured, say),
    charts: [
      ...(born.length < 2 ? [] : [bornChart(measured, say)]),
      ...(measured.toSeries.n < leastPeople ? [] : [crossingChart(measured, say)]),
      thresholdChart(measured, say),
    ],
    tables: stageTables(measured, say),
  };
}

const method = ({ asked }: MeasuredStages, say: Speech): string =>
  say.pick({
    fr: `Une personne compte quand elle a au moins ${say.several(asked.credits, 'rôle', 'rôles')} d’actrice ou d’acteur, films et séries ensemble, jusqu’à la ${asked.billing}e place de la distribution, dans des longs métrages de cinéma et des séries d’au moins ${say.several(asked.minVotes, 'vote', 'votes')}. Parts avec l’intervalle de Wilson à 95\u00a0%\u00a0; deux décennies de naissance diffèrent quand l’intervalle de l’écart (Newcombe) laisse zéro dehors. Un passage est daté du second des deux débuts\u00a0; les débuts de la même année n’ont pas de sens. Seuils montrés\u00a0: ${say.list(thresholds.map(String))} rôles.`,
    en: `A person counts who has at least ${say.several(asked.credits, 'credit', 'credits')} as actress or actor, films and series together, up to place ${asked.billing} of the cast, in feature films and series with at least ${say.several(asked.minVotes, 'vote', 'votes')}. Shares with Wilson’s 95% interval; two decades of birth differ when the interval of the difference (Newcombe) leaves out zero. A crossing is dated from the second of the two firsts; firsts of the same year have no direction. Thresholds shown: ${say.list(thresholds.map(String))} credits.`,
  });

const people = (n: number, say: Speech): string =>
  say.pick({ fr: say.several(n, 'personne', 'personnes'), en: say.several(n, 'person', 'people') });

function bornChart({ born }: MeasuredStages, say: Speech): BarChart {
  return {
    kind: 'bar',
    lying: false,
    language: say.language,
    title: say.pick({
      fr: 'Cinéma, séries ou les deux, par décennie de naissance',
      en: 'Films, series or both, by decade of birth',
    }),
    description: say.pick({
      fr: `Une barre par décennie de naissance, de ${born[0]?.decade ?? ''} à ${born.at(-1)?.decade ?? ''}, partagée entre cinéma seulement, les deux, séries seulement. L’astérisque marque les décennies de personnes qui débutent encore.`,
      en: `A bar a decade of birth, from ${born[0]?.decade ?? ''} to ${born.at(-1)?.decade ?? ''}, divided into films only, both, series only. An asterisk marks the decades of people who are still beginning.`,
    }),
    category: { title: say.pick({ fr: 'Décennie de naissance', en: 'Decade of birth' }) },
    y: { title: say.pick({ fr: 'Part des personnes', en: 'Share of people' }), share: true },
    parts: stages.map((stage) => say.pick(stageNames[stage])),
    bars: born.map((group) => ({
      name: `${group.decade}${group.settled ? '' : '*'}`,
      values: stages.map((stage) => group.shares[stage].value),
      key: `both.${group.decade}`,
      label: `${say.decade(group.decade)}${say.pick({ fr: '\u00a0', en: '' })}: ${say.list(
        stages.map((stage) => `${say.pick(stageNames[stage])} ${shareWords(group.shares[stage], say)}`),
      )}, ${people(group.n, say)}`,
    })),
  };
}

function crossingChart({ crossings, asked }: MeasuredStages, say: Speech): BarChart {
  const parts = say.pick({
    fr: ['du cinéma aux séries', 'des séries au cinéma', 'la même année'],
    en: ['from films to series', 'from series to films', 'the same year'],
  });
  return {
    kind: 'bar',
    lying: false,
    language: say.language,
    title: say.pick({ fr: 'Les passages, par décennie et par sens', en: 'Crossings, by decade and direction' }),
    description: say.pick({
      fr: 'Une barre par décennie\u00a0: combien de personnes ont fait leur second début, et dans quel sens.',
      en: 'A bar a decade: how many people had the second of their two firsts, and in which direction.',
    }),
    category: { title: say.pick({ fr: 'Décennie du passage', en: 'Decade of the crossing' }) },
    y: { title: say.pick({ fr: 'Personnes', en: 'People' }) },
    parts,
    bars: crossings.map(({ decade, toSeries, toFilm, same }) => ({
      name: decadeTick(decade, asked),
      values: [toSeries, toFilm, same],
      key: `to-series.${decade}`,
      label: `${decadeName(decade, asked, say)}${say.pick({ fr: '\u00a0', en: '' })}: ${say.list([toSeries, toFilm, same].map((n, i) => `${say.number(n)} ${parts[i] ?? ''}`))}`,
    })),
  };
}

function thresholdChart({ byThreshold }: MeasuredStages, say: Speech): DotChart {
  return {
    kind: 'dot',
    language: say.language,
    title: say.pick({
      fr: 'La part de chacun selon le nombre de rôles exigé',
      en: 'The shares, by how many credits are asked for',
    }),
    description: say.pick({
      fr: 'Un point et son intervalle par seuil, pour chacun des trois groupes.',
      en: 'A dot and its interval for each threshold, in each of the three groups.',
    }),
    x: { title: say.pick({ fr: 'Part des personnes', en: 'Share of people' }), share: true },
    dots: stages.flatMap((stage) =>
      byThreshold
        .filter(({ n }) => n >= leastPeople)
        .map(({ k, n, shares }) => ({
          name: say.pick({
            fr: `au moins ${say.several(k, 'rôle', 'rôles')}`,
            en: `at least ${say.several(k, 'credit', 'credits')}`,
          }),
          group: say.pick(stageNames[stage]),
          x: shares[stage].value,
          from: shares[stage].low,
          to: shares[stage].high,
          label: say.pick({
            fr: `${stageNames[stage].fr}, au moins ${say.several(k, 'rôle', 'rôles')}\u00a0: ${shareWords(shares[stage], say)}, ${say.several(n, 'personne', 'personnes')}`,
            en: `${stageNames[stage].en}, at least ${say.several(k, 'credit', 'credits')}: ${shareWords(shares[stage], say)}, ${say.several(n, 'person', 'people')}`,
          }),
        })),
    ),
  };
}

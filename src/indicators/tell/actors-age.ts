import type { LineChart } from '#charts/chart.ts';
import { leastAges, sexes, type MeasuredAges } from '#indicators/parts/actors-age.ts';
import { moveOf } from '#indicators/parts/difference.ts';
import { ageTables } from '#indicators/tell/actors-age-tables.ts';
import type { Told } from '#indicators/told.ts';
import {
  ageCautions,
  gapSentence,
  groupLabel,
  lastDecade,
  levelSentences,
  sexNames,
  unknownSentence,
  workingSentence,
} from '#indicators/words/actors-age.ts';
import { shortDecades } from '#indicators/words/decade-span.ts';
import { scopeWords } from '#indicators/words/scope.ts';
import type { Speech } from '#words/speech.ts';

export const agesTitle = { fr: 'L’âge des acteurs', en: 'The age of actors' };
export const agesQuestion = {
  fr: 'Quel âge ont les actrices et les acteurs à l’écran, et ceux qui travaillent aujourd’hui\u00a0?',
  en: 'How old are actresses and actors on the screen, and those who work today?',
};

/** The answer, in words, charts and tables. */
export function tellAges(measured: MeasuredAges, say: Speech): Told {
  const { asked, years, decades, counts, working } = measured;
  const scope = scopeWords(asked, asked.today, say);
  const all = working.find(({ sex }) => sex === 'all');
  const base = {
    question: say.pick(agesQuestion),
    count: {
      value: counts.aged,
      what: say.pick({ fr: 'rôles dont l’âge est connu', en: 'credits whose age is known' }),
      one: say.pick({ fr: 'rôle dont l’âge est connu', en: 'credit whose age is known' }),
    },
    coverage: [
      {
        what: say.pick({ fr: 'rôles dont l’âge est connu', en: 'credits whose age is known' }),
        known: counts.aged,
        of: counts.credits,
      },
      {
        what: say.pick({ fr: 'rôles dont le sexe est connu', en: 'credits whose sex is known' }),
        known: counts.sexed,
        of: counts.credits,
      },
      ...(all === undefined
        ? []
        : [
            {
              what: say.pick({
                fr: 'personnes en activité dont l’âge est connu',
                en: 'people at work whose age is known',
              }),
              known: all.known,
              of: all.known + all.unknown,
            },
          ]),
    ],
    method: method(measured, say),
    citations: [
      {
        text: 'Hutson & Ernst 2000, “The exact bootstrap mean and variance of an L-estimator”, Journal of the Royal Statistical Society B 62(1).',
        url: 'https://doi.org/10.1111/1467-9868.00221',
      },
      {
        text: 'Liang & Zeger 1986, “Longitudinal data analysis using generalized linear models”, Biometrika 73(1).',
        url: 'https://doi.org/10.1093/biomet/73.1.13',
      },
      {
        text: 'Manski 2003, “Partial identification of probability distributions”, Springer, chapter 1.',
        url: 'https://doi.org/10.1007/b97478',
      },
    ],
  };
  const title = say.pick(agesTitle);
  if (decades.length === 0)
    return {
      ...base,
      title,
      finding: [
        say.pick({
          fr: `Trop peu d’âges connus (${scope})\u00a0: ${say.number(counts.aged)} pour ${say.several(counts.credits, 'rôle', 'rôles')}\u00a0; il faut au moins ${leastAges} personnes d’âge connu dans une décennie.`,
          en: `Too few known ages (${scope}): ${say.number(counts.aged)} of ${say.several(counts.credits, 'credit', 'credits')}; a decade needs at least ${leastAges} people of known age.`,
        }),
      ],
      cautions: [],
      charts: [],
      tables: [],
    };
  const said = [
    ...lastDecade(measured, scope, say),
    gapSentence(measured, say),
    ...levelSentences(measured, say),
    shortDecades(
      decades.map(({ start }) => start),
      asked,
      say,
    ),
    unknownSentence(measured, say),
    workingSentence(measured, say),
  ];
  const head = headline(measured, say) ?? title;
  return {
    ...base,
    title: head,
    finding: said.filter((sentence) => sentence !== null),
    cautions: ageCautions(measured, say),
    charts: years.length < 2 ? [] : [ageChart(measured, head, say), knownChart(measured, say)],
    tables: ageTables(measured, say),
  };
}

function headline({ gaps }: MeasuredAges, say: Speech): string | null {
  const gap = gaps.at(-1)?.gap;
  if (gap === undefined) return null;
  const years = say.several(
    Math.round(Math.abs(gap.value)),
    say.pick({ fr: 'an', en: 'year' }),
    say.pick({ fr: 'ans', en: 'years' }),
  );
  const move = moveOf(gap);
  if (move === 'same')
    return say.pick({
      fr: 'À l’écran, actrices et acteurs du même âge',
      en: 'On screen, actresses and actors of one age',
    });
  return move === 'rose'
    ? say.pick({
        fr: `À l’écran, les acteurs ont ${years} de plus que les actrices`,
        en: `On screen, actors are ${years} older than actresses`,
      })
    : say.pick({
        fr: `À l’écran, les actrices ont ${years} de plus que les acteurs`,
        en: `On screen, actresses are ${years} older than actors`,
      });
}

const method = ({ asked }: MeasuredAges, say: Speech): string =>
  say.pick({
    fr: `Âge à la sortie des personnes jusqu’à la ${asked.billing}e place de la distribution de longs métrages de cinéma d’au moins ${say.several(asked.minVotes, 'vote', 'votes')}. Courbes\u00a0: médiane par année et par sexe, bande de la moitié centrale, intervalle à 95\u00a0% par bootstrap exact\u00a0; une année de moins de ${leastAges} âges connus n’a pas de point. Moyennes par décennie\u00a0: intervalle où chaque personne est un tirage. Inconnus\u00a0: bornes de Manski (tous plus jeunes ou plus âgés que les connus, dans les âges vus), et cas plausibles (comme la moitié jeune ou la moitié âgée). Le sexe est celui que disent IMDb (actrice, acteur) puis TMDB, jamais deviné d’un prénom.`,
    en: `Age at release of the people up to place ${asked.billing} of the cast of feature films with at least ${say.several(asked.minVotes, 'vote', 'votes')}. Curves: median by year and sex, band of the middle half, 95% interval by exact bootstrap; a year of fewer than ${leastAges} known ages has no point. Means by decade: an interval where each person is one draw. Unknown: Manski’s bounds (all younger or older than the known, within the ages seen), and plausible cases (like the younger or the older half). The sex is the one that IMDb tells (actress, actor), then TMDB, never guessed from a first name.`,
  });

function ageChart({ years }: MeasuredAges, title: string, say: Speech): LineChart {
  const here = sexes.filter((sex) => years.some((group) => group.sex === sex));
  const all = Map.groupBy(years, ({ start }) => start);
  return {
    kind: 'line',
    language: say.language,
    title,
    description: say.pick({
      fr: `Âge médian à la sortie, par année, de ${years[0]?.start ?? ''} à ${years.at(-1)?.start ?? ''}\u00a0: ${say.list(here.map((sex) => sexNames[sex].fr))}. Bande\u00a0: la moitié centrale\u00a0; traits\u00a0: intervalle à 95\u00a0%.`,
      en: `Median age at release, by year, from ${years[0]?.start ?? ''} to ${years.at(-1)?.start ?? ''}: ${say.list(here.map((sex) => sexNames[sex].en))}. Band: the middle half; whiskers: 95% interval.`,
    }),
    x: { title: say.pick({ fr: 'Année de sortie', en: 'Year of release' }), zero: false },
    y: {
      title: say.pick({ fr: 'Âge médian', en: 'Median age' }),
      unit: say.pick({ fr: 'ans', en: 'years' }),
      zero: false,
    },
    series: here.map((sex) => ({
      name: say.pick(sexNames[sex]),
      points: years
        .filter((group) => group.sex === sex)
        .map((group) => ({
          x: group.start,
          y: group.median.value,
          low: group.quarter,
          high: group.threeQuarters,
          from: group.median.low,
          to: group.median.high,
          label: groupLabel(group, say),
          key: `${sex}.${group.start}`,
        })),
    })),
    strip: {
      title: say.pick({ fr: 'Rôles d’âge connu', en: 'Credits of known age' }),
      points: [...all]
        .toSorted(([a], [b]) => a - b)
        .map(([x, groups]) => ({ x, n: groups.reduce((sum, { known }) => sum + known, 0) })),
    },
  };
}

function knownChart({ years }: MeasuredAges, say: Speech): LineChart {
  const here = sexes.filter((sex) => years.some((group) => group.sex === sex));
  const title = say.pick({ fr: 'Part des naissances connues', en: 'Share of births known' });
  return {
    kind: 'line',
    language: say.language,
    title,
    description: say.pick({
      fr: 'Part des rôles dont l’âge est connu, par année de sortie et par sexe.',
      en: 'Share of credits whose age is known, by year of release and sex.',
    }),
    x: { title: say.pick({ fr: 'Année de sortie', en: 'Year of release' }), zero: false },
    y: { title, share: true },
    series: here.map((sex) => ({
      name: say.pick(sexNames[sex]),
      points: years
        .filter((group) => group.sex === sex)
        .map((group) => ({
          x: group.start,
          y: group.known / (group.known + group.unknown),
          label: groupLabel(group, say),
          key: `${sex}.${group.start}`,
        })),
    })),
  };
}

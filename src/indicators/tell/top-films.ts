import type { DotChart } from '#charts/chart.ts';
import type { Filters } from '#indicators/filters.ts';
import { doubtfulCaution } from '#indicators/parts/doubtful.ts';
import { leastVotes, type MeasuredTop } from '#indicators/parts/top-list.ts';
import { directionOf, falseDiscoveries, traitKinds, type Trait } from '#indicators/parts/traits.ts';
import { listTable, sensitivityTable, traitTable, weightsTable } from '#indicators/tell/top-tables.ts';
import type { Citation, Told } from '#indicators/told.ts';
import { firstSentence, traitSentences, weightSentence } from '#indicators/words/top-films.ts';
import { kindNames, traitLabel, traitName } from '#indicators/words/traits.ts';
import type { Speech } from '#words/speech.ts';

export const topTitle = {
  fr: 'Les films les mieux notés et ce qu’ils ont en commun',
  en: 'Top-rated films and what they share',
};
export const topQuestion = {
  fr: 'Quels sont les films les mieux notés, et qu’est-ce qui les distingue des autres\u00a0?',
  en: 'Which films are rated best, and what sets them apart from the others?',
};

const citations: readonly Citation[] = [
  {
    text: 'IMDb, “Ratings FAQ”: the weighted rating.',
    url: 'https://help.imdb.com/article/imdb/track-movies-tv/ratings-faq/G67Y87TFYYP6TWAV',
  },
  {
    text: 'Monroe, Colaresi & Quinn 2008, “Fightin’ words: lexical feature selection and evaluation for identifying the content of political conflict”, Political Analysis 16(4).',
    url: 'https://doi.org/10.1093/pan/mpn018',
  },
  {
    text: 'Benjamini & Hochberg 1995, “Controlling the false discovery rate”, Journal of the Royal Statistical Society B 57(1).',
    url: 'https://doi.org/10.1111/j.2517-6161.1995.tb02031.x',
  },
  {
    text: 'Przyborowski & Wilenski 1940, “Homogeneity of results in testing samples from Poisson series”, Biometrika 31.',
    url: 'https://doi.org/10.1093/biomet/31.3-4.313',
  },
];

/** Traits shown of a kind. */
const mostOfKind = 6;

/** The answer, in words, charts and tables. */
export function tellTop(measured: MeasuredTop, _filters: Filters, say: Speech): Told {
  const { compared, sizes, traits } = measured;
  const shown = traitKinds.map((kind) =>
    traits
      .filter((one) => one.kind === kind && directionOf(one) !== 'alike')
      .toSorted((a, b) => Math.abs(Math.log(b.odds)) - Math.abs(Math.log(a.odds)))
      .slice(0, mostOfKind)
      .toSorted((a, b) => b.odds - a.odds),
  );
  const rare = new Set(['director', 'keyword']);
  const groups = [
    shown.flat().filter(({ kind }) => !rare.has(kind)),
    shown.flat().filter(({ kind }) => rare.has(kind)),
  ].filter((group) => group.length > 0);
  const first = firstSentence(measured, say);
  return {
    title: say.pick(topTitle),
    question: say.pick(topQuestion),
    finding: [...(first === '' ? [] : [first]), ...traitSentences(measured, say), ...weightSentence(measured, say)],
    cautions: compared === 0 ? [] : cautions(measured, say),
    charts: groups.map((group) => traitChart(group, measured, say)),
    tables: [
      ...groups.map((group, i) => traitTable(group, `top-films-traits-${i + 1}`, say)),
      ...(measured.films.length === 0 ? [] : [listTable(measured, say)]),
      ...(sizes === null ? [] : [sensitivityTable(measured, say)]),
      ...(measured.others.length === 0 || sizes === null ? [] : [weightsTable(measured, say)]),
    ],
    count: {
      value: compared,
      what: say.pick({
        fr: `longs métrages d’au moins ${say.several(measured.least, 'vote', 'votes')}, comparés`,
        en: `feature films with at least ${say.several(measured.least, 'vote', 'votes')}, compared`,
      }),
      one: say.pick({
        fr: `long métrage d’au moins ${say.several(measured.least, 'vote', 'votes')}, comparé`,
        en: `feature film with at least ${say.several(measured.least, 'vote', 'votes')}, compared`,
      }),
    },
    coverage: measured.known.map(({ kind, films }) => ({
      what: say.pick({
        fr: `films comparés dont on connaît\u00a0: ${say.pick(kindNames[kind]).toLowerCase()}`,
        en: `films compared of which this is known: ${say.pick(kindNames[kind]).toLowerCase()}`,
      }),
      known: films,
      of: compared,
    })),
    method: method(measured, say),
    citations,
  };
}

function traitChart(traits: readonly Trait[], { sizes }: MeasuredTop, say: Speech): DotChart {
  const best = say.number(sizes?.some ?? 0);
  const kinds = [...new Set(traits.map(({ kind }) => say.pick(kindNames[kind]).toLowerCase()))];
  return {
    kind: 'dot',
    language: say.language,
    title: say.pick({
      fr: `Ce qui distingue les ${best} meilleurs\u00a0: ${say.list(kinds)}`,
      en: `What sets the best ${best} apart: ${say.list(kinds)}`,
    }),
    description: say.pick({
      fr: 'Un point par trait\u00a0: combien de fois sa cote est plus grande parmi les meilleurs que parmi les autres, avec l’intervalle à 95\u00a0%. À 1, aucune différence\u00a0; à droite, plus fréquent parmi les meilleurs.',
      en: 'A dot for each trait: how many times greater its odds are among the best than among the others, with the 95% interval. At 1, no difference; to the right, more frequent among the best.',
    }),
    x: {
      title: say.pick({ fr: 'Rapport des cotes, meilleurs contre autres', en: 'Odds ratio, best against others' }),
      scale: 'log',
      zero: false,
    },
    neutral: 1,
    dots: traits.map((one) => ({
      name: traitName(one, say),
      group: say.pick(kindNames[one.kind]),
      x: one.odds,
      from: one.low,
      // Nothing bounds the odds of a trait that no other film has: the whisker says only that they are great.
      to: Math.min(one.high, 10 * one.odds),
      label: traitLabel(one, say),
      ...(one.best === 0 ? {} : { key: `${one.kind}:${one.trait}` }),
    })),
  };
}

function cautions(measured: MeasuredTop, say: Speech): string[] {
  return [
    ...(measured.floorRaised
      ? [
          say.pick({
            fr: `Les films de moins de ${leastVotes} votes ne sont jamais comparés, même quand on le demande\u00a0: leur note est l’avis de quelques-uns.`,
            en: `Films with fewer than ${leastVotes} votes are never compared, even when asked for: their rating is the opinion of a few.`,
          }),
        ]
      : []),
    say.pick({
      fr: 'Un trait des films bien notés n’est pas une recette\u00a0: les votants choisissent ce qu’ils regardent, et les films anciens que l’on note encore sont ceux qui ont plu.',
      en: 'A trait of well-rated films is no recipe: voters choose what they watch, and the old films still rated today are those that pleased.',
    }),
    say.pick({
      fr: 'Demander beaucoup de votes retient surtout des films américains et récents\u00a0: c’est pourquoi les meilleurs sont comparés aux autres films d’autant de votes, et non à tous.',
      en: 'Asking for many votes keeps mostly American and recent films: that is why the best are compared with the other films of as many votes, and not with all.',
    }),
    ...doubtfulCaution(measured.doubtful, say),
    say.pick({
      fr: 'Les phrases ne retiennent que les traits qui tiennent quand la liste est plus courte ou plus longue et quand le poids change\u00a0; le graphique montre ceux de la liste affichée, et le tableau ce que chacun devient.',
      en: 'The sentences keep only traits that hold when the list is shorter or longer and when the weight changes; the chart shows those of the list on view, and the table what becomes of each.',
    }),
  ];
}

function method({ weight, least, mean, traits, sizes }: MeasuredTop, say: Speech): string {
  const c = say.pick({
    fr: `C${mean === null ? '' : `\u00a0=\u00a0${say.number(mean, 2)}`} la note moyenne des films comparés, ceux d’au moins ${say.number(least)} votes`,
    en: `C${mean === null ? '' : ` = ${say.number(mean, 2)}`} the mean rating of the films compared, those with at least ${say.number(least)} votes`,
  });
  const rating = say.pick({
    fr: `Note pondérée v\u00a0÷\u00a0(v\u00a0+\u00a0m)\u00a0×\u00a0R + m\u00a0÷\u00a0(v\u00a0+\u00a0m)\u00a0×\u00a0C\u00a0: R la note, v les votes, m\u00a0=\u00a0${say.number(weight)}, ${c}.`,
    en: `Weighted rating v ÷ (v + m) × R + m ÷ (v + m) × C: R the rating, v the votes, m = ${say.number(weight)}, ${c}.`,
  });
  if (sizes === null) return rating;
  return say.pick({
    fr: `${rating} Les ${say.number(sizes.some)} premiers sont comparés aux autres\u00a0: logarithme du rapport des cotes de chaque trait, avec une loi a priori de Dirichlet faite de sa part parmi tous, qui pèse un dixième de la liste\u00a0; un trait de moins de cinq films d’un côté est soumis à un test binomial exact. ${say.number(traits.length)} traits sont essayés ensemble\u00a0; un trait compte quand le taux de fausses découvertes de Benjamini-Hochberg est d’au plus ${say.percent(falseDiscoveries)}.`,
    en: `${rating} The first ${say.number(sizes.some)} are compared with the others: log-odds ratio of each trait with an informative Dirichlet prior made of its share of all, which weighs a tenth of the list; a trait of fewer than five films on either side is put to an exact binomial test. ${say.number(traits.length)} traits are tested together; one counts when the false discovery rate of Benjamini and Hochberg is at most ${say.percent(falseDiscoveries)}.`,
  });
}

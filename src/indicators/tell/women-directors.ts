import type { BarChart, LineChart } from '#charts/chart.ts';
import { leastFilms, leastKnown, type Directed, type MeasuredDirectors } from '#indicators/parts/women-directors.ts';
import type { Cell, Column, Table, Told } from '#indicators/told.ts';
import { decadeCell, decadeName, decadeTick, ofDecade, shortDecades } from '#indicators/words/decade-span.ts';
import { scopeWords } from '#indicators/words/scope.ts';
import { directorCautions, floorSentence, moveSentence, nowSentence } from '#indicators/words/women-directors.ts';
import type { Speech } from '#words/speech.ts';

export const directorsTitle = { fr: 'Les réalisatrices', en: 'Women directors' };
export const directorsQuestion = {
  fr: 'Quelle part des films une femme a-t-elle réalisée, et est-ce que cela change\u00a0?',
  en: 'What share of films did a woman direct, and is it changing?',
};

/** The answer, in words, charts and tables. */
export function tellDirectors(measured: MeasuredDirectors, say: Speech): Told {
  const { asked, all, decades, years, directors, sexed } = measured;
  const scope = scopeWords(asked, asked.today, say);
  const base = {
    question: say.pick(directorsQuestion),
    count: {
      value: all.n,
      what: say.pick({ fr: 'films dont les cinéastes sont connus', en: 'films whose directors are known' }),
      one: say.pick({ fr: 'film dont les cinéastes sont connus', en: 'film whose directors are known' }),
    },
    coverage: [
      {
        what: say.pick({
          fr: 'films dont on sait si une femme les a réalisés',
          en: 'films of which it is known whether a woman directed them',
        }),
        known: all.share.n,
        of: all.n,
      },
      {
        what: say.pick({
          fr: 'crédits de réalisation dont le sexe est connu',
          en: 'directing credits whose sex is known',
        }),
        known: sexed,
        of: directors,
      },
    ],
    method: method(measured, say),
    citations: [
      {
        text: 'Manski 1989, “Anatomy of the selection problem”, Journal of Human Resources 24(3).',
        url: 'https://doi.org/10.2307/145818',
      },
      {
        text: 'Wilson 1927, “Probable inference, the law of succession, and statistical inference”, Journal of the American Statistical Association 22(158).',
        url: 'https://doi.org/10.1080/01621459.1927.10502953',
      },
    ],
  };
  const now = decades.at(-1);
  if (now === undefined)
    return {
      ...base,
      title: say.pick(directorsTitle),
      finding: [
        say.pick({
          fr: `Trop peu de films dont on sache si une femme les a réalisés (${scope})\u00a0: ${say.number(all.share.n)} sur ${say.number(all.n)}\u00a0; il en faut ${leastFilms} dans une décennie.`,
          en: `Too few films of which it is known whether a woman directed them (${scope}): ${say.number(all.share.n)} of ${say.number(all.n)}; a decade needs ${leastFilms}.`,
        }),
      ],
      cautions: [],
      charts: [],
      tables: [],
    };
  const starts = decades.map(({ start }) => start);
  const short = shortDecades(starts, asked, say);
  const said = [nowSentence(now, asked, scope, say), moveSentence(measured, say), short, floorSentence(measured, say)];
  return {
    ...base,
    title: headline(now, measured, say),
    finding: said.filter((sentence) => sentence !== null),
    cautions: directorCautions(measured, say),
    charts: [bars(measured, say), ...(years.length < 2 ? [] : [line(measured, say)])],
    tables: [
      table(
        'women-directors-by-decade',
        say.pick({ fr: 'Par décennie', en: 'By decade' }),
        say.pick({ fr: 'Décennie', en: 'Decade' }),
        decades,
        (one) => `woman.${one.start}s`,
        say,
        ({ start }) => decadeCell(start, asked),
      ),
      ...(years.length < 2
        ? []
        : [
            table(
              'women-directors-by-year',
              say.pick({ fr: 'Par année', en: 'By year' }),
              say.pick({ fr: 'Année', en: 'Year' }),
              years,
              (one) => `woman.${one.start}`,
              say,
            ),
          ]),
      floorTable(measured, say),
    ],
  };
}

const headline = (now: Directed, { asked }: MeasuredDirectors, say: Speech): string =>
  now.share.n / now.n < leastKnown
    ? say.pick({
        fr: 'Réalisatrices\u00a0: on en sait trop peu pour répondre',
        en: 'Women directors: too little is known to answer',
      })
    : say.pick({
        fr: `Une femme a réalisé ${say.percent(now.bounds.low)} à ${say.percent(now.bounds.high)} des films ${ofDecade(now.start, asked, say)}`,
        en: `A woman directed ${say.percent(now.bounds.low)} to ${say.percent(now.bounds.high)} of films ${ofDecade(now.start, asked, say)}`,
      });

const method = ({ asked }: MeasuredDirectors, say: Speech): string =>
  say.pick({
    fr: `Longs métrages de cinéma (au moins 60 minutes) d’au moins ${say.several(asked.minVotes, 'vote', 'votes')}. Un film est d’une femme quand une de ses cinéastes l’est selon IMDb (métiers et rôles d’actrice ou d’acteur) ou TMDB, d’hommes seuls quand le sexe de tous est connu et qu’aucune n’est une femme, inconnu sinon. Part parmi les connus avec l’intervalle de Wilson à 95\u00a0%\u00a0; bornes\u00a0: tous les inconnus sans femme, ou tous avec. Une hausse est dite certaine quand la borne basse d’après, intervalle compris, dépasse la borne haute d’avant.`,
    en: `Feature films (at least 60 minutes) with at least ${say.several(asked.minVotes, 'vote', 'votes')}. A film is a woman’s when one of its directors is a woman by IMDb (the trades of actress and actor) or TMDB, men’s when the sex of all is known and none is a woman, unknown otherwise. Share of the known with Wilson’s 95% interval; bounds: all unknown without a woman, or all with. A rise is called certain when the later lower bound, interval included, is above the earlier upper bound.`,
  });

function bars({ decades, asked }: MeasuredDirectors, say: Speech): BarChart {
  const ends = [decades[0], decades.at(-1)].map((one) => decadeTick(one?.start ?? 0, asked));
  const parts = say.pick({
    fr: ['une femme au moins', 'on ne sait pas', 'des hommes seuls'],
    en: ['a woman at least', 'not known', 'men only'],
  });
  return {
    kind: 'bar',
    lying: false,
    language: say.language,
    title: say.pick({ fr: 'Qui a réalisé les films, par décennie', en: 'Who directed the films, by decade' }),
    description: say.pick({
      fr: `Une barre par décennie, de ${ends[0] ?? ''} à ${ends[1] ?? ''}, partagée entre films d’une femme au moins, films dont on ne sait pas, films d’hommes seuls.`,
      en: `A bar a decade, from ${ends[0] ?? ''} to ${ends[1] ?? ''}, divided into films by a woman at least, films of which it is not known, films by men only.`,
    }),
    category: { title: say.pick({ fr: 'Décennie de sortie', en: 'Decade of release' }) },
    y: { title: say.pick({ fr: 'Part des films', en: 'Share of films' }), share: true },
    parts,
    bars: decades.map((one) => ({
      name: decadeTick(one.start, asked),
      values: [one.women / one.n, one.unknown / one.n, one.men / one.n],
      key: `woman.${one.start}s`,
      label: label(decadeName(one.start, asked, say), one, say),
    })),
  };
}

function line({ years }: MeasuredDirectors, say: Speech): LineChart {
  return {
    kind: 'line',
    language: say.language,
    title: say.pick({ fr: 'La part des films d’une femme, par année', en: 'The share of films by a woman, by year' }),
    description: say.pick({
      fr: 'Part parmi les films dont on le sait\u00a0; bande\u00a0: les bornes pour tous les films\u00a0; traits\u00a0: intervalle à 95\u00a0%.',
      en: 'Share of the films of which it is known; band: the bounds for all films; whiskers: 95% interval.',
    }),
    x: { title: say.pick({ fr: 'Année de sortie', en: 'Year of release' }), zero: false },
    y: { title: say.pick({ fr: 'Part des films', en: 'Share of films' }), share: true },
    series: [
      {
        name: say.pick({ fr: 'une femme au moins', en: 'a woman at least' }),
        points: years.map((one) => ({
          x: one.start,
          y: one.share.value,
          low: one.bounds.low,
          high: one.bounds.high,
          from: one.share.low,
          to: one.share.high,
          label: label(String(one.start), one, say),
          key: `woman.${one.start}`,
        })),
      },
    ],
    strip: { title: say.pick({ fr: 'Films', en: 'Films' }), points: years.map(({ start, n }) => ({ x: start, n })) },
  };
}

const label = (name: string, { women, men, unknown, bounds }: Directed, say: Speech): string =>
  say.pick({
    fr: `${name}\u00a0: ${say.several(women, 'film', 'films')} d’une femme, ${say.number(men)} d’hommes seuls, ${say.number(unknown)} dont on ne sait pas (${say.percentRange(bounds.low, bounds.high, 1)})`,
    en: `${name}: ${say.several(women, 'film', 'films')} by a woman, ${say.number(men)} by men only, ${say.number(unknown)} not known (${say.percentRange(bounds.low, bounds.high, 1)})`,
  });

const floorTable = ({ byFloor }: MeasuredDirectors, say: Speech): Table => ({
  ...table(
    'women-directors-by-votes',
    say.pick({ fr: 'Selon le plancher de votes', en: 'By floor of votes' }),
    say.pick({ fr: 'Votes au moins', en: 'Votes at least' }),
    byFloor.filter(({ n }) => n > 0),
    (one) => (one.women > 0 ? `woman.votes${one.start}` : null),
    say,
    ({ start }) => start,
    'number',
  ),
});

function table(
  name: string,
  title: string,
  first: string,
  groups: readonly Directed[],
  keyOf: (one: Directed) => string | null,
  say: Speech,
  named: (one: Directed) => Cell = ({ start }) => start,
  kind: 'year' | 'number' = 'year',
): Table {
  const column = (key: string, fr: string, en: string, shown: Column['kind'] = 'number'): Column => ({
    key,
    title: say.pick({ fr, en }),
    kind: shown,
    ...(shown === 'share' ? { digits: 1 } : {}),
  });
  return {
    name,
    title,
    columns: [
      { key: kind === 'year' ? 'start' : 'votes', title: first, kind },
      column('films', 'Films', 'Films'),
      column('women', 'Une femme au moins', 'A woman at least'),
      column('unknown', 'On ne sait pas', 'Not known'),
      column('men', 'Des hommes seuls', 'Men only'),
      column('share', 'Part parmi les connus', 'Share of the known', 'share'),
      column('low', 'de', 'from', 'share'),
      column('high', 'à', 'to', 'share'),
      column('least', 'Au moins', 'At least', 'share'),
      column('most', 'Au plus', 'At most', 'share'),
    ],
    rows: groups.map((one) => {
      const { n, women, unknown, men, share, bounds } = one;
      return [
        named(one),
        n,
        women,
        unknown,
        men,
        share.n === 0 ? null : share.value,
        share.low,
        share.high,
        bounds.low,
        bounds.high,
      ];
    }),
    keys: groups.map((one) => (one.women > 0 ? keyOf(one) : null)),
  };
}

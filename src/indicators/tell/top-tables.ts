import { agreement, type MeasuredTop } from '#indicators/parts/top-list.ts';
import { directionOf, liftOf, type Trait } from '#indicators/parts/traits.ts';
import type { Cell, Column, Table } from '#indicators/told.ts';
import { titleOf } from '#indicators/words/top-films.ts';
import { kindNames, traitName } from '#indicators/words/traits.ts';
import type { Speech } from '#words/speech.ts';

/** The rows of a chart of traits. */
export function traitTable(traits: readonly Trait[], name: string, say: Speech): Table {
  const words = say.pick({
    fr: [
      'Nature',
      'Trait',
      'Parmi les meilleurs',
      'N',
      'Parmi les autres',
      'N',
      'Rapport des parts',
      'Rapport des cotes',
      'de',
      'à',
      'Taux de fausses découvertes',
    ],
    en: [
      'Kind',
      'Trait',
      'Among the best',
      'N',
      'Among the others',
      'N',
      'Ratio of shares',
      'Odds ratio',
      'from',
      'to',
      'False discovery rate',
    ],
  });
  const kinds: readonly (readonly [string, Column['kind'], number?])[] = [
    ['kind', 'text'],
    ['trait', 'text'],
    ['best-share', 'share', 1],
    ['best', 'number'],
    ['other-share', 'share', 1],
    ['others', 'number'],
    ['share-ratio', 'number', 2],
    ['odds-ratio', 'number', 2],
    ['low', 'number', 2],
    ['high', 'number', 2],
    ['q', 'number', 4],
  ];
  return {
    name,
    title: say.pick({ fr: 'Traits des mieux notés', en: 'Traits of the best rated' }),
    columns: kinds.map(([key, kind, digits], i): Column => ({
      key,
      kind,
      title: words[i] ?? '',
      ...(digits === undefined ? {} : { digits }),
    })),
    rows: traits.map((one): Cell[] => [
      say.pick(kindNames[one.kind]),
      traitName(one, say),
      one.best / one.bestOf,
      one.best,
      one.others / one.othersOf,
      one.others,
      liftOf(one),
      one.odds,
      one.low,
      Number.isFinite(one.high) ? one.high : null,
      one.q,
    ]),
    keys: traits.map((one) => (one.best === 0 ? null : `${one.kind}:${one.trait}`)),
  };
}

/** The best films. */
export function listTable({ films, weight }: MeasuredTop, say: Speech): Table {
  return {
    name: 'top-films',
    title: say.pick({
      fr: `Les mieux notés, la moyenne pesant ${say.several(weight, 'vote', 'votes')}`,
      en: `The best rated, the mean weighing ${say.several(weight, 'vote', 'votes')}`,
    }),
    columns: [
      { key: 'rank', title: say.pick({ fr: 'Rang', en: 'Rank' }), kind: 'number' },
      { key: 'film', title: say.pick({ fr: 'Film', en: 'Film' }), kind: 'film' },
      { key: 'title', title: say.pick({ fr: 'Titre', en: 'Title' }), kind: 'text' },
      { key: 'year', title: say.pick({ fr: 'Année', en: 'Year' }), kind: 'year' },
      { key: 'weighted', title: say.pick({ fr: 'Note pondérée', en: 'Weighted rating' }), kind: 'number', digits: 2 },
      { key: 'rating', title: say.pick({ fr: 'Note', en: 'Rating' }), kind: 'number', digits: 1 },
      { key: 'votes', title: say.pick({ fr: 'Votes', en: 'Votes' }), kind: 'number' },
    ],
    rows: films.map((film, i) => [
      i + 1,
      film.id,
      titleOf(film, say),
      film.year,
      film.weighted,
      film.rating,
      film.votes,
    ]),
  };
}

/** What becomes of each trait when the list or the weight changes. */
export function sensitivityTable({ traits, lists, others, sizes, weight }: MeasuredTop, say: Speech): Table {
  const columns = [
    { title: listTitle(sizes?.few ?? 0, weight, say), key: 'shorter', list: lists[0] ?? [] },
    { title: listTitle(sizes?.some ?? 0, weight, say), key: 'this', list: traits },
    { title: listTitle(sizes?.many ?? 0, weight, say), key: 'longer', list: lists[1] ?? [] },
    ...others.map((other) => ({
      title: listTitle(sizes?.some ?? 0, other.weight, say),
      key: `weight-${other.weight}`,
      list: other.tested,
    })),
  ].map((column) => ({ ...column, odds: new Map(column.list.map((one) => [`${one.kind}:${one.trait}`, one])) }));
  const told = traits.filter(
    (one) => directionOf(one) !== 'alike' && one.kind !== 'keyword' && (one.kind !== 'director' || one.best > 2),
  );
  return {
    name: 'top-films-sensitivity',
    title: say.pick({
      fr: 'Rapport des cotes selon la longueur de la liste et le poids\u00a0; vide quand rien ne distingue les meilleurs',
      en: 'Odds ratio by the length of the list and the weight; empty when nothing sets the best apart',
    }),
    columns: [
      { key: 'kind', title: say.pick({ fr: 'Nature', en: 'Kind' }), kind: 'text' },
      { key: 'trait', title: say.pick({ fr: 'Trait', en: 'Trait' }), kind: 'text' },
      ...columns.map(({ key, title }): Column => ({ key, title, kind: 'number', digits: 2 })),
    ],
    rows: told.map((one): Cell[] => [
      say.pick(kindNames[one.kind]),
      traitName(one, say),
      ...columns.map(({ odds }) => {
        const there = odds.get(`${one.kind}:${one.trait}`);
        return there === undefined || directionOf(there) === 'alike' ? null : there.odds;
      }),
    ]),
    keys: told.map((one) => (one.best === 0 ? null : `${one.kind}:${one.trait}`)),
  };
}

const listTitle = (films: number, weight: number, say: Speech): string =>
  say.pick({
    fr: `${say.number(films)} premiers, poids ${say.number(weight)}`,
    en: `first ${say.number(films)}, weight ${say.number(weight)}`,
  });

/** How the list moves with the weight. */
export function weightsTable({ others, list, weight }: MeasuredTop, say: Speech): Table {
  return {
    name: 'top-films-weights',
    title: say.pick({
      fr: `La liste de poids ${say.number(weight)} comparée à d’autres`,
      en: `The list of weight ${say.number(weight)} compared with others`,
    }),
    columns: [
      { key: 'weight', title: say.pick({ fr: 'Poids', en: 'Weight' }), kind: 'number' },
      { key: 'compared', title: say.pick({ fr: 'Films comparés', en: 'Films compared' }), kind: 'number' },
      { key: 'mean', title: say.pick({ fr: 'Note moyenne', en: 'Mean rating' }), kind: 'number', digits: 2 },
      { key: 'shared', title: say.pick({ fr: 'Films communs', en: 'Films in both' }), kind: 'number' },
      {
        key: 'kendall-tau',
        title: say.pick({ fr: 'Accord de l’ordre (tau)', en: 'Agreement of the order (tau)' }),
        kind: 'number',
        digits: 2,
      },
    ],
    rows: others.map((other): Cell[] => {
      const { shared, tau } = agreement(list, other.films.slice(0, list.length));
      return [other.weight, other.compared, other.mean, shared, Number.isNaN(tau) ? null : tau];
    }),
  };
}

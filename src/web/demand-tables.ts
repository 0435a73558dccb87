import type { Table, Told } from '#indicators/told.ts';
import type { DemandView } from '#web/demand-view.ts';
import type { Words } from '#web/words.fr.ts';

/** The demand as tables of raw values, to be taken away: a row a film, and a row a film and commune. */
export function demandTables(
  { board, titleOf, nameOf, venueOf }: DemandView,
  words: Words['wishes']['demand'],
): { readonly films: Table; readonly places: Table } {
  const film = [
    { key: 'film-id', title: 'IMDb', kind: 'film' },
    { key: 'film', title: words.film, kind: 'text' },
  ] as const;
  const people = [
    { key: 'people', title: words.people, kind: 'number' },
    { key: 'seats-asked', title: words.seats, kind: 'number' },
  ] as const;
  return {
    films: {
      name: 'demand',
      title: words.tableTitle,
      columns: [
        ...film,
        ...people,
        { key: 'expected-low', title: words.expected, kind: 'number' },
        { key: 'expected-high', title: words.expected, kind: 'number' },
        { key: 'expected-mean', title: words.expected, kind: 'number', digits: 1 },
        { key: 'best-venue', title: words.at, kind: 'text' },
        { key: 'recent', title: words.recent, kind: 'number' },
        { key: 'liked', title: words.marks, kind: 'number' },
        { key: 'to-watch', title: words.marks, kind: 'number' },
        { key: 'threshold-reached', title: words.reached, kind: 'number' },
        { key: 'programmed', title: words.standing, kind: 'text' },
      ],
      rows: board.films.map((one) => [
        one.film,
        titleOf(one.film),
        one.people,
        one.seats,
        one.expected?.low ?? null,
        one.expected?.high ?? null,
        one.expected === null ? null : Math.round(10 * one.expected.mean) / 10,
        one.venue === null ? null : venueOf(one.venue),
        one.recent,
        one.liked,
        one.wanted,
        one.reached ? 1 : 0,
        one.programmed?.day ?? null,
      ]),
    },
    places: {
      name: 'demand-places',
      title: words.byCommune,
      columns: [
        ...film,
        { key: 'commune-code', title: 'INSEE', kind: 'text' },
        { key: 'commune', title: words.commune, kind: 'text' },
        ...people,
      ],
      rows: board.films.flatMap((one) =>
        one.groups.map(({ commune, people: count, seats }) => [
          one.film,
          titleOf(one.film),
          commune,
          commune === null ? words.several : nameOf(commune),
          count,
          seats,
        ]),
      ),
    },
  };
}

/** What a file of the demand says of itself. */
export function demandTold(
  { board }: DemandView,
  words: Words['wishes']['demand'],
  percent: (share: number) => string,
): Told {
  return {
    title: words.title,
    question: words.question,
    finding: [words.lead(board.threshold)],
    cautions: [words.groupsNote, words.methodNote, ...(board.showUp.runs === 0 ? [words.untaught] : [])],
    charts: [],
    tables: [],
    count: { value: board.films.length, what: words.countedFilms, one: words.countedFilm },
    coverage: [],
    method: shareTold(board, words, percent),
    citations: words.references.map((text) => ({ text, url: null })),
  };
}

/** The share of the answers that come true, with its interval. */
export const shareTold = (
  { showUp }: DemandView['board'],
  words: Words['wishes']['demand'],
  percent: (share: number) => string,
): string => words.method(percent(showUp.mean), percent(showUp.interval.low), percent(showUp.interval.high));

import { buildTitleIndex, type TitleIndex } from '#search/title-index.ts';

/** A film of the tests: its names, its year, its popularity. */
export interface TinyFilm {
  readonly names: string[];
  readonly year: number;
  readonly weight: number;
}

/** Real films, with popularity figures made up for the tests. */
export const tinyFilms: TinyFilm[] = [
  { names: ['Alien', 'Alien, le huitième passager'], year: 1979, weight: 13 },
  { names: ['Aliens', 'Aliens, le retour'], year: 1986, weight: 12.5 },
  { names: ['Manon'], year: 1949, weight: 6 },
  { names: ['Manon des sources', 'Manon of the Spring'], year: 1986, weight: 9 },
  { names: ['Manon des sources'], year: 1952, weight: 5 },
  { names: ['Le Fabuleux Destin d’Amélie Poulain', 'Amélie'], year: 2001, weight: 13.2 },
  { names: ['Les Visiteurs', 'The Visitors'], year: 1993, weight: 10 },
  { names: ['Le Cœur des hommes'], year: 2003, weight: 6.5 },
  { names: ['Rocky II', 'Rocky II : La Revanche'], year: 1979, weight: 12 },
  { names: ['Rocky'], year: 1976, weight: 13 },
  { names: ['1917'], year: 2019, weight: 13 },
  { names: ['Blade Runner 2049'], year: 2017, weight: 13 },
  { names: ['Blade Runner'], year: 1982, weight: 13.1 },
  {
    names: ['Le Seigneur des anneaux : Le Retour du roi', 'The Lord of the Rings: The Return of the King'],
    year: 2003,
    weight: 14,
  },
  { names: ['La Grande Vadrouille'], year: 1966, weight: 10 },
  { names: ['Jean de Florette'], year: 1986, weight: 9.5 },
  { names: ['The Fast and the Furious', 'Fast and Furious'], year: 2001, weight: 12.8 },
  { names: ['M'], year: 1931, weight: 11 },
  { names: ['Москва слезам не верит', 'Moscou ne croit pas aux larmes'], year: 1980, weight: 8 },
  { names: ['$'], year: 1971, weight: 5 },
  { names: ['Bienvenue chez les Ch’tis'], year: 2008, weight: 10.5 },
];

/** The index of some films, in the order given. */
export function tinyIndex(films: readonly TinyFilm[] = tinyFilms): TitleIndex {
  return buildTitleIndex({
    films: films.length,
    nameFilm: Int32Array.from(films.flatMap(({ names }, film) => names.map(() => film))),
    names: films.flatMap(({ names }) => names),
    years: Int16Array.from(films, ({ year }) => year),
    weight: Float32Array.from(films, ({ weight }) => weight),
  });
}

import type { MarketBook } from '#market/types.ts';

/** The names of the communes of a book, by INSEE code. */
export const townNames = ({ communes }: Pick<MarketBook, 'communes'>): ReadonlyMap<string, string> =>
  new Map(communes.map(({ code, name }) => [code, name]));

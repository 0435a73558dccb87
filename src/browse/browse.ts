import type { BrowseIndex, Facet } from '#browse/browse-index.ts';
import { facetCounts } from '#kernels/facet-counts.ts';

export const facetNames = ['genre', 'decade', 'country'] as const;
export type FacetName = (typeof facetNames)[number];
export type BrowseOrder = 'merit' | 'year';

/** What a reader browses by: one value a facet, empty for any; a theme; an order; a page from 1. */
export interface BrowseWish {
  readonly genre: string;
  /** Its first year, `1960`. */
  readonly decade: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** A keyword of the catalogue. */
  readonly theme: string;
  readonly order: BrowseOrder;
  readonly page: number;
}

/** A value of a facet, and how many films there would be with it in the place of the one asked for. */
export interface FacetValue {
  readonly value: string;
  readonly films: number;
}

export interface Browsed {
  /** The films of the page, by dense index. */
  readonly films: readonly number[];
  readonly total: number;
  readonly pages: number;
  /** Values that would leave films: genres and countries of most films first, decades from the latest. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** For each condition given, how many films there would be without it, most first; the theme's only when no film is left. */
  readonly loosen: readonly { readonly condition: FacetName | 'theme'; readonly films: number }[];
}

/** How many films a page holds. */
export const pageFilms = 24;

/** What was found for the conditions of a wish, whatever its page. */
export interface Found {
  /** Every film that meets them, in the order asked. */
  readonly kept: Int32Array;
  readonly facets: Browsed['facets'];
  readonly loosen: Browsed['loosen'];
}

/**
 * The films that meet the conditions; null when a value is none of the catalogue's.
 * @param themed the films of the theme, when the wish has one
 */
export function findFilms(
  index: BrowseIndex,
  wish: Omit<BrowseWish, 'page'>,
  themed: readonly number[] = [],
): Found | null {
  const order = wish.order === 'merit' ? index.merit : index.newest;
  const columns = [
    columnOf(index.genre, wish.genre),
    columnOf(index.decade, wish.decade),
    columnOf(index.country, wish.country),
  ] as const;
  if (columns.some(({ meets }, at) => wish[facetNames[at] ?? 'genre'] !== '' && !meets.includes(1))) return null;
  if (wish.theme !== '' && themed.length === 0) return null;
  const { kept, counts } = facetCounts(wish.theme === '' ? order : only(order, themed), columns);
  const without = (facet: number): number => counts[facet]?.reduce((sum, films) => sum + films, 0) ?? 0;
  const given = facetNames.flatMap((condition, at) =>
    wish[condition] === '' ? [] : [{ condition, films: without(at) }],
  );
  const themeless =
    wish.theme === '' || kept.length > 0
      ? []
      : [{ condition: 'theme' as const, films: facetCounts(order, columns).kept.length }];
  const [genres, decades, countries] = counts;
  return {
    kept,
    facets: {
      genre: valuesOf(index.genre, genres),
      decade: valuesOf(index.decade, decades).toSorted((a, b) => Number(b.value) - Number(a.value)),
      country: valuesOf(index.country, countries),
    },
    loosen: [...given, ...themeless].toSorted((a, b) => b.films - a.films),
  };
}

/** One page of what was found; null when it is past the last. */
export function pageOf({ kept, facets, loosen }: Found, page: number): Browsed | null {
  const pages = Math.max(1, Math.ceil(kept.length / pageFilms));
  if (page > pages) return null;
  const films = Array.from(kept.subarray((page - 1) * pageFilms, page * pageFilms));
  return { films, total: kept.length, pages, facets, loosen };
}

function only(order: Int32Array, films: readonly number[]): Int32Array {
  const wanted = new Uint8Array(order.length);
  for (const film of films) wanted[film] = 1;
  return order.filter((film) => wanted[film] === 1);
}

function columnOf({ of, combinations }: Facet, wanted: string): { of: Int32Array; meets: Uint8Array } {
  return { of, meets: Uint8Array.from(combinations, (values) => Number(wanted === '' || values.includes(wanted))) };
}

function valuesOf({ combinations }: Facet, counts: Int32Array): FacetValue[] {
  const films = new Map<string, number>();
  for (const [place, values] of combinations.entries()) {
    const count = counts[place] ?? 0;
    if (count > 0) for (const value of values) films.set(value, (films.get(value) ?? 0) + count);
  }
  return [...films]
    .map(([value, count]) => ({ value, films: count }))
    .toSorted((a, b) => b.films - a.films || (a.value < b.value ? -1 : 1));
}

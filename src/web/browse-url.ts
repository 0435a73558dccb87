import type { BrowseWish } from '#lanterne.ts';
import { pathIn, type Language } from '#web/language.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

/** Browsing anything, the best first. */
export const anything: BrowseWish = { genre: '', decade: '', country: '', theme: '', order: 'merit', page: 1 };

const PAGE = /^[1-9]\d{0,5}$/;
const names = ['genre', 'decade', 'country', 'theme', 'order', 'page'] as const;

/** Reads `?genre=Comedy&decade=1960&country=FR&theme=heist&order=year&page=2`; null when the order or the page cannot be one. */
export function readBrowse(parameters: URLSearchParams): BrowseWish | null {
  const [genre, decade, country, theme, order, page] = names.map((name) => parameters.get(name) ?? '');
  if (order !== '' && order !== 'merit' && order !== 'year') return null;
  if (page !== undefined && page !== '' && !PAGE.test(page)) return null;
  return {
    genre: genre ?? '',
    decade: decade ?? '',
    country: country ?? '',
    theme: theme ?? '',
    order: order === 'year' ? 'year' : 'merit',
    page: Number(page || 1),
  };
}

/** Whether an address says what goes without saying, as a form sends it: an empty choice, the usual order, the first page. */
export const saysTooMuch = (parameters: URLSearchParams): boolean =>
  names.some((name) => parameters.has(name) && ['', 'merit', '1'].includes(parameters.get(name) ?? ''));

/** The clean query of a wish and a taste. */
export function browseQuery({ genre, decade, country, theme, order, page }: BrowseWish, taste: TasteUrl): string {
  return tasteQuery(taste, {
    genre,
    decade,
    country,
    theme,
    order: order === 'merit' ? '' : order,
    page: page === 1 ? '' : String(page),
  });
}

/** The address of a page of films by facet, which keeps the reader's taste. */
export const browseAddress = (
  { language }: { readonly language: Language },
  wish: Partial<BrowseWish>,
  taste: TasteUrl,
): string => pathIn(language, '/parcourir') + browseQuery({ ...anything, ...wish }, taste);

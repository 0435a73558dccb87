import type { Catalogue } from '#catalogue/catalogue.ts';
import { commonKeywords, filmOrders } from '#catalogue/queries/browse.ts';
import type { FilmFacts } from '#features/facts/film-facts.ts';

/** The m of IMDb's weighted rating: the votes that weigh as much as the mean, and the fewest of a film that has a rank. */
export const rankVotes = 1000;
/** A theme is worth a page when this many films share it. */
const themeFilms = 4;

/** A facet of the films: each film's combination of values, each combination once. */
export interface Facet {
  readonly of: Int32Array;
  readonly combinations: readonly (readonly string[])[];
}

/** What browsing looks at, of one catalogue; films by dense index. */
export interface BrowseIndex {
  readonly merit: Int32Array;
  readonly newest: Int32Array;
  /** 1 is the best; 0 for films of fewer than `rankVotes` votes. */
  readonly ranks: Int32Array;
  /** The films that have a rank, from the best. */
  readonly ranked: Int32Array;
  /** The C of the formula; null when no film has votes. */
  readonly mean: number | null;
  readonly genre: Facet;
  /** First years, as text: `1960`. */
  readonly decade: Facet;
  readonly country: Facet;
  /** Films a theme. */
  readonly themes: ReadonlyMap<string, number>;
}

/** Reads the orders from the catalogue and the facets from the facts of its films. */
export async function readBrowseIndex(
  catalogue: Pick<Catalogue, 'run'>,
  facts: Pick<FilmFacts, 'year' | 'genres' | 'countries'>,
): Promise<BrowseIndex> {
  const [orders] = await catalogue.run(filmOrders, { least: rankVotes });
  const themes = await catalogue.run(commonKeywords, { least: themeFilms });
  const ranks = Int32Array.from(orders?.ranks ?? []);
  const merit = Int32Array.from(orders?.merit ?? []);
  return {
    merit,
    newest: Int32Array.from(orders?.newest ?? []),
    ranks,
    ranked: merit.filter((film) => (ranks[film] ?? 0) > 0),
    mean: orders?.mean ?? null,
    genre: facetOf(facts.genres),
    decade: facetOf(Array.from(facts.year, decadeOf)),
    country: facetOf(facts.countries),
    themes: new Map(themes.map(({ keyword, films }) => [keyword, films])),
  };
}

const noDecade: readonly string[] = [];
const decades = new Map<number, readonly string[]>();

function decadeOf(year: number): readonly string[] {
  if (year <= 0) return noDecade;
  const first = Math.floor(year / 10) * 10;
  const known = decades.get(first) ?? [String(first)];
  decades.set(first, known);
  return known;
}

// The facts hold each combination once, so that most films are told by their list itself.
function facetOf(lists: readonly (readonly string[])[]): Facet {
  const byList = new Map<readonly string[], number>();
  const byText = new Map<string, number>();
  const combinations: (readonly string[])[] = [];
  const of = new Int32Array(lists.length);
  for (const [film, list] of lists.entries()) {
    let place = byList.get(list);
    if (place === undefined) {
      const text = list.join('\n');
      place = byText.get(text) ?? combinations.push(list) - 1;
      byText.set(text, place);
      byList.set(list, place);
    }
    of[film] = place;
  }
  return { of, combinations };
}

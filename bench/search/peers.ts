import { Config, Query as FuzzyQuery, SearcherFactory } from '@m31coding/fuzzy-search';
import MiniSearch from 'minisearch';
import { foldWords } from '#search/fold.ts';
import { searchTitles } from '#search/search.ts';
import { buildTitleIndex } from '#search/title-index.ts';
import type { Engine } from './measure.ts';
import type { ReferenceNames } from './reference-names.ts';

/** Our search. */
export const ours = (source: ReferenceNames): Engine =>
  timed('lanterne', () => {
    const index = buildTitleIndex(source);
    return (text, top) => searchTitles(index, text, { top }).map(({ film }) => film);
  });

/**
 * MiniSearch: a document a name, our folding as its tokenizer, prefix and fuzzy .25, popularity as document boost (1 to 2), a row a film.
 */
export const miniSearch = (source: ReferenceNames): Engine =>
  timed('minisearch', () => {
    const highest = source.weight.reduce((most, value) => Math.max(most, value), 0) || 1;
    const boost = (place: number): number => 1 + (source.weight[source.nameFilm[place] ?? 0] ?? 0) / highest;
    const search = new MiniSearch<{ id: number; name: string }>({
      fields: ['name'],
      tokenize: foldWords,
      processTerm: (term) => term,
      searchOptions: { prefix: true, fuzzy: 0.25, boostDocument: (id) => boost(Number(id)) },
    });
    search.addAll(source.names.map((name, id) => ({ id, name })));
    return (text, top) => {
      const films = new Set<number>();
      for (const { id } of search.search(text)) {
        films.add(source.nameFilm[Number(id)] ?? 0);
        if (films.size === top) break;
      }
      return [...films];
    };
  });

/** `@m31coding/fuzzy-search` as it comes: an entity a film with all its names; equal qualities are put in order of popularity. */
export const m31 = (source: ReferenceNames): Engine =>
  timed('m31coding', () => {
    const names: string[][] = Array.from({ length: source.films }, () => []);
    for (const [place, name] of source.names.entries()) names[source.nameFilm[place] ?? 0]?.push(name);
    const search = SearcherFactory.createSearcher<number, number>(Config.createDefaultConfig());
    search.indexEntities(
      [...names.keys()],
      (film) => film,
      (film) => names[film] ?? [],
    );
    const fame = (film: number): number => source.weight[film] ?? 0;
    return (text, top) => {
      const { matches } = search.getMatches(new FuzzyQuery(text, 5 * top));
      matches.sort((a, b) => b.quality - a.quality || fame(b.entity) - fame(a.entity));
      return matches.slice(0, top).map(({ entity }) => entity);
    };
  });

function timed(name: string, build: () => Engine['search']): Engine {
  const before = memory();
  const start = performance.now();
  const search = build();
  const buildSeconds = (performance.now() - start) / 1000;
  return { name, buildSeconds, megabytes: (memory() - before) / 1e6, search };
}

// exact only under `node --expose-gc`
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

import { foldWords } from '#search/fold.ts';
import type { Query } from './queries.ts';
import type { ReferenceNames } from './reference-names.ts';

/** A title search as the benchmark sees it: films, best first. */
export interface Engine {
  readonly name: string;
  readonly buildSeconds: number;
  readonly megabytes: number;
  readonly search: (text: string, top: number) => number[];
}

/**
 * One entry a query, in order: the place of the very film among the rows (-1 when absent), that of the first film of the same folded title,
 * and the time taken.
 */
export interface Score {
  readonly places: number[];
  readonly lenientPlaces: number[];
  readonly milliseconds: number[];
}

const ROWS = 10;

/** Runs the queries of one class through an engine, ten rows each. */
export function measure(engine: Engine, queries: readonly Query[], namesakes: Namesakes): Score {
  const score: Score = { places: [], lenientPlaces: [], milliseconds: [] };
  for (const { text, film, name } of queries) {
    const start = performance.now();
    const rows = engine.search(text, ROWS);
    score.milliseconds.push(performance.now() - start);
    score.places.push(rows.indexOf(film));
    score.lenientPlaces.push(rows.findIndex((row) => row === film || namesakes(row, name)));
  }
  return score;
}

/** The share of places among the first `rows`. */
export function hitRate(places: readonly number[], rows: number): number {
  return places.filter((place) => place >= 0 && place < rows).length / Math.max(1, places.length);
}

/** Whether a film bears a name, both folded. */
export type Namesakes = (film: number, name: string) => boolean;

/** The films of each folded name of the source. */
export function namesakesOf(source: ReferenceNames): Namesakes {
  const films = new Map<string, Set<number>>();
  for (const [at, name] of source.names.entries()) {
    const key = folded(name);
    const set = films.get(key) ?? new Set();
    films.set(key, set.add(source.nameFilm[at] ?? 0));
  }
  return (film, name) => films.get(folded(name))?.has(film) ?? false;
}

/** The mean number of keys struck before the film is in the first five rows, over the most voted films, typing a French title. */
export function keystrokes(engine: Engine, source: ReferenceNames, most: number): number {
  const films = [...source.french.keys()]
    .toSorted((a, b) => (source.votes[b] ?? 0) - (source.votes[a] ?? 0))
    .slice(0, most);
  let sum = 0;
  for (const film of films) {
    const name = source.names[source.french.get(film)?.[0] ?? 0] ?? '';
    let keys = 1;
    while (keys < name.length && !engine.search(name.slice(0, keys), 5).includes(film)) keys++;
    sum += keys;
  }
  return sum / Math.max(1, films.length);
}

const folded = (name: string): string => foldWords(name).join('');

/** The value below which the given share of the numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

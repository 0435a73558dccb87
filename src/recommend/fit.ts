import type { FilmIndex } from '#brand.ts';
import type { Model } from '#models/model.ts';
import { explain } from '#recommend/recommend.ts';
import type { Reason, Taste } from '#recommend/types.ts';

/** How a film that is given, on a screen nearby for one, suits a taste. */
export interface Fit {
  readonly film: FilmIndex;
  /** Of the best-known films of its time, the share that suits the taste less, 0 to 1. */
  readonly share: number;
  /** Whether it may be said to be to one's taste. */
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
}

/** What is known of every film, in the order of the dense indices. */
export interface Times {
  /** 0 when unknown. */
  readonly years: Int16Array;
  readonly fame: Float32Array;
}

/**
 * From this share on a film is said to be to one's taste. Measured by `bench programme-fit` on validation viewers: about a quarter of the films of a
 * programme, liked two and a half times as often as its films are.
 */
export const leastShare = 0.85;

/**
 * How given films suit tastes, in the order given. Each is held against films of its own time, because a film that has just come out is known by
 * few, and would lose to any of long ago. None fits where nothing was liked, nor when it was liked, disliked or seen.
 * @returns a function of a taste: what the films need is looked up once for all
 */
export function fitsAmong(model: Model, films: readonly FilmIndex[], times: Times): (taste: Taste) => Fit[] {
  const peers = peersOf(model, times);
  const held = films.map((film) => ({ film, known: peers(times.years[film] ?? 0) }));
  const among = Int32Array.from(
    new Set<number>([...films, ...[...new Set(held.map(({ known }) => known))].flatMap((known) => [...known])]),
  );
  return (taste) => {
    if (taste.liked.length === 0) return films.map((film) => ({ film, share: 0, fits: false, reasons: [] }));
    const scores = scratchOf(model);
    model.score(taste, scores, {}, among);
    const said = new Set<number>([...taste.liked, ...taste.disliked, ...taste.seen]);
    return held.map(({ film, known }) => {
      const own = scores[film] ?? -Infinity;
      let less = 0;
      for (const peer of known) if ((scores[peer] ?? -Infinity) < own) less++;
      const share = known.length === 0 ? 0 : less / known.length;
      const fits = share >= leastShare && !said.has(film);
      return { film, share, fits, reasons: fits ? explain(model, taste, film, { most: 3, traits: true }) : [] };
    });
  };
}

const scratches = new WeakMap<Model, Float32Array>();

/** Room for the scores of a model: one for all who ask, as nobody waits while it is in use. */
function scratchOf(model: Model): Float32Array {
  const scores = scratches.get(model) ?? new Float32Array(model.films);
  scratches.set(model, scores);
  return scores;
}

/** Films that one is held against. */
const mostPeers = 300;

const kept = new WeakMap<Model, Map<number, Int32Array>>();

/** The best-known films of a year that may be recommended; of the years around, where it has too few. Kept as long as the model. */
function peersOf(model: Model, { years, fame }: Times): (year: number) => Int32Array {
  const byYear = kept.get(model) ?? new Map<number, Int32Array>();
  kept.set(model, byYear);
  return (year) => {
    const known = byYear.get(year);
    if (known !== undefined) return known;
    const away = (film: number): number => Math.abs((years[film] ?? 0) - year);
    const films = Array.from(years, (_, film) => film).filter((film) => model.recommendable(film));
    const around = films.filter((film) => away(film) === 0);
    const nearest =
      around.length >= mostPeers ? around : films.toSorted((a, b) => away(a) - away(b)).slice(0, mostPeers);
    const best = nearest.toSorted((a, b) => (fame[b] ?? 0) - (fame[a] ?? 0) || a - b).slice(0, mostPeers);
    const peers = Int32Array.from(best);
    byYear.set(year, peers);
    return peers;
  };
}

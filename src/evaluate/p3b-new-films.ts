import { byColumn, trainingMatrix, type CatalogueWorld } from '#evaluate/p3-content.ts';
import { mostLiked } from '#evaluate/sweep-world.ts';
import { partOf, type Likes, type Part, type Shot } from '#evaluate/viewers.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';

export interface NewFilmsOptions {
  readonly likes: Likes;
  /** The identifier of each film of the catalogue. */
  readonly ids: readonly string[];
  readonly part: Part;
  /** Basket sizes; `all` hands over every like of a film that keeps its ratings. */
  readonly baskets: readonly (number | 'all')[];
  readonly seed: number;
  /** Share of the films that lose all their ratings. */
  readonly share?: number;
  readonly head: number;
  readonly tailTargets: number;
}

/**
 * P3b: a share of the films that training viewers like, drawn by the seed, are new: nobody has rated them. Baskets are of the other films, targets and
 * candidates are the new ones. Viewers of the part with at least k likes of rated films (one, for `all`) and a new film among their likes.
 * Source: the cold-item protocols of MARec (RecSys 2024), on unseen viewers.
 * @returns a world whose `train` holds the likes of the rated films only, and `candidates` flags the new ones; the columns are in the order of their identifiers
 */
export function newFilmsWorld(options: NewFilmsOptions): CatalogueWorld & { readonly candidates: Uint8Array } {
  const { likes, ids, part, baskets, seed, share = 0.2, head, tailTargets } = options;
  const liked = new Set([...likes].flatMap(([viewer, films]) => (partOf(viewer) === 'train' ? films : [])));
  const columns = Int32Array.from(
    [...liked].toSorted((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : (ids[a] ?? '') > (ids[b] ?? '') ? 1 : 0)),
  );
  const candidates = new Uint8Array(columns.length);
  const order = shuffle(
    Array.from(columns, (_, column) => column),
    seededRandom(seed * 1_000_003 + 17),
  );
  for (const column of order.slice(0, Math.round(columns.length * share))) candidates[column] = 1;

  const known = byColumn(likes, columns);
  const popularity = new Float64Array(columns.length);
  const rated = new Map<number, number[]>();
  for (const [viewer, films] of known.likes) {
    if (partOf(viewer) === 'train') for (const film of films) popularity[film] = (popularity[film] ?? 0) + 1;
    rated.set(
      viewer,
      films.filter((film) => candidates[film] === 0),
    );
  }
  const newOnly = popularity.map((count, film) => (candidates[film] === 1 ? count : 0));
  return {
    train: trainingMatrix({ likes: rated }, columns.length),
    columns,
    films: Array.from(columns, (film) => ids[film] ?? ''),
    popularity,
    head: mostLiked(newOnly, head),
    tailTargets,
    candidates,
    questions: baskets.map((k) => ({
      label: String(k),
      depth: k === 'all' ? 100 : 10,
      shots: drawNew(known.likes, { part, k, seed, candidates }),
    })),
  };
}

function drawNew(
  likes: Likes,
  { part, k, seed, candidates }: { part: Part; k: number | 'all'; seed: number; candidates: Uint8Array },
): Shot[] {
  return [...likes]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([viewer, films]) => {
      if (partOf(viewer) !== part) return [];
      const sorted = films.toSorted((a, b) => a - b);
      const rated = sorted.filter((film) => candidates[film] === 0);
      const targets = sorted.filter((film) => candidates[film] === 1);
      const size = k === 'all' ? rated.length : k;
      if (targets.length === 0 || size === 0 || rated.length < size) return [];
      const drawn = shuffle(rated, seededRandom(seed * 1_000_003 + viewer * 31 + size));
      return [{ viewer, basket: drawn.slice(0, size), targets: new Set(targets) }];
    });
}

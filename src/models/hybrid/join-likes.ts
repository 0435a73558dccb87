import { csrFromTriplets, type Csr } from '#kernels/csr.ts';

/** Likes on identifiers of their own. */
export interface NamedLikes {
  readonly films: readonly string[];
  readonly likes: Csr;
}

export interface JoinedLikes extends NamedLikes {
  /** The row of the first of the house's own visitors. */
  readonly firstOwn: number;
}

/** Public likes and the house's own in one matrix: the public viewers first, then the house's; films sorted. Either may be null. */
export function joinLikes(publicLikes: NamedLikes | null, ownLikes: NamedLikes | null): JoinedLikes {
  const films = [...new Set([...(publicLikes?.films ?? []), ...(ownLikes?.films ?? [])])].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const column = new Map(films.map((id, at) => [id, at]));
  const firstOwn = publicLikes?.likes.rows ?? 0;
  const parts = [publicLikes, ownLikes].flatMap((part) => (part === null ? [] : [part]));
  const total = parts.reduce((sum, { likes }) => sum + likes.indices.length, 0);
  const [row, col] = [new Int32Array(total), new Int32Array(total)];
  let [out, first] = [0, 0];
  for (const { films: names, likes } of parts) {
    const places = names.map((id) => column.get(id) ?? 0);
    for (let viewer = 0; viewer < likes.rows; viewer++)
      for (let k = likes.indptr[viewer] ?? 0; k < (likes.indptr[viewer + 1] ?? 0); k++) {
        row[out] = first + viewer;
        col[out++] = places[likes.indices[k] ?? 0] ?? 0;
      }
    first += likes.rows;
  }
  return { films, firstOwn, likes: csrFromTriplets(first, films.length, row, col, new Float32Array(total).fill(1)) };
}

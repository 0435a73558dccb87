import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { seededRandom } from '#kernels/random.ts';
import { triplets } from '#kernels/triplets.ts';

export interface World {
  readonly films: number;
  /** Likes of viewers of a public set, and of the visitors of one house: rows are people. */
  readonly publicLikes: Csr;
  readonly publicTest: Csr;
  readonly ownLikes: Csr;
  readonly ownTest: Csr;
}

export interface WorldSize {
  readonly films: number;
  readonly publicViewers: number;
  readonly ownVisitors: number;
  readonly testPeople: number;
  /** How far the house is from the public: 0 the same, 1 two groups of their own. */
  readonly difference: number;
}

const dimensions = 6;
const leastLikes = 6;
const mostLikes = 20;

/**
 * A public and a house that share the films and what makes them alike, not the tastes. A person likes films with a chance in proportion to
 * exp(fame + taste · film), films and tastes being vectors of six normal values. Public tastes are spread around none; the house's visitors are of
 * two groups, each spread (.7) around a taste of its own, and to each group the films have a charm that the public does not know.
 */
export function feedbackWorld(size: WorldSize, seed: number): World {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const normals = (length: number, spread: number): Float64Array =>
    Float64Array.from({ length }, () => spread * normal());
  const { films, difference } = size;
  const fame = normals(films, 1);
  const vectors = Array.from({ length: films }, () => normals(dimensions, 0.7));
  const groups = [0, 1].map(() => ({ centre: normals(dimensions, difference), charm: normals(films, difference) }));

  const person = (group: (typeof groups)[number] | undefined): number[] => {
    const taste = normals(dimensions, group === undefined ? 1 : 1 - 0.3 * difference);
    const wished = leastLikes + Math.floor(random() * (mostLikes - leastLikes + 1));
    // Gumbel's trick: the highest of log weight + Gumbel noise are drawn without replacement in proportion to the weights.
    const keys = vectors.map((vector, film) => {
      const fit = vector.reduce((sum, value, at) => sum + value * ((taste[at] ?? 0) + (group?.centre[at] ?? 0)), 0);
      return (fame[film] ?? 0) + fit + (group?.charm[film] ?? 0) - Math.log(-Math.log(1 - random()));
    });
    return [...keys.keys()].toSorted((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0)).slice(0, wished);
  };
  const people = (count: number, own: boolean): Csr => {
    const cells = triplets();
    for (let row = 0; row < count; row++)
      for (const film of person(own ? groups[row % 2] : undefined)) cells.push(row, film, 1);
    return csrFromTriplets(count, films, cells.row(), cells.column(), cells.value());
  };
  return {
    films,
    publicLikes: people(size.publicViewers, false),
    publicTest: people(size.testPeople, false),
    ownLikes: people(size.ownVisitors, true),
    ownTest: people(size.testPeople, true),
  };
}

/** A basket of k of a person's likes drawn at random, the rest are the targets; one a row. */
export function basketsOf(
  likes: Csr,
  k: number,
  seed: number,
): { readonly basket: readonly number[]; readonly targets: ReadonlySet<number> }[] {
  const random = seededRandom(seed);
  return Array.from({ length: likes.rows }, (_, row) => {
    const films = [...likes.indices.subarray(likes.indptr[row] ?? 0, likes.indptr[row + 1] ?? 0)];
    const drawn = films.map((film) => ({ film, key: random() })).toSorted((a, b) => a.key - b.key);
    return {
      basket: drawn.slice(0, k).map(({ film }) => film),
      targets: new Set(drawn.slice(k).map(({ film }) => film)),
    };
  });
}

import { families } from '#features/families.ts';
import type { FamilyMatrix, Features } from '#features/read-features.ts';
import { csrFromTriplets } from '#kernels/csr.ts';
import { seededRandom } from '#kernels/random.ts';

/** How rich a family is in a catalogue where everything is known: terms a film, out of how many. */
const richness: Readonly<Record<string, readonly [each: number, of: number]>> = {
  genre: [3, 27],
  keyword: [8, 9000],
  director: [1, 8000],
  cast: [12, 40_000],
  writer: [2, 12_000],
  composer: [1, 3000],
  crew: [3, 10_000],
  country: [1, 80],
  language: [1, 40],
  company: [3, 9000],
  words: [28, 20_000],
  motsFr: [25, 20_000],
  title: [2, 10_000],
};

/**
 * A catalogue of films of which everything is known, at random: film f is the f-th best known, and terms are drawn by rank of use, so that a few
 * are everywhere and most are rare.
 */
export function generatedFeatures(films: number, seed: number): Features {
  const random = seededRandom(seed);
  const matrices: FamilyMatrix[] = families.map(({ name, trait, shrink }) => {
    const [each, of] = richness[name] ?? [1, 100];
    const row: number[] = [];
    const column: number[] = [];
    for (let film = 0; film < films; film++) {
      const held = new Set<number>();
      for (let draw = 0; draw < each; draw++) held.add(byRank(of, random()));
      for (const term of held) {
        row.push(film);
        column.push(term);
      }
    }
    const ones = new Float32Array(row.length).fill(1);
    const matrix = csrFromTriplets(films, of, Int32Array.from(row), Int32Array.from(column), ones);
    return { name, trait, shrink, matrix, labels: Array.from({ length: of }, (_, term) => `${name} ${term}`) };
  });
  const number = (of: (film: number) => number): Float32Array =>
    Float32Array.from({ length: films }, (_, film) => of(film));
  return {
    vocabulary: `${films} generated films, seed ${seed}`,
    films,
    families: matrices,
    year: number(() => 1925 + Math.floor(100 * Math.sqrt(random()))),
    votes: number((film) => Math.round(2e6 / (film + 20)) + 100),
    rating: number(() => 4 + 5 * random()),
    renown: number(() => Number.NaN),
  };
}

/** A place from 0 to size - 1, in proportion to 1 / (place + 20). */
export function byRank(size: number, drawn: number): number {
  return Math.min(size - 1, Math.floor(20 * ((size / 20 + 1) ** drawn - 1)));
}

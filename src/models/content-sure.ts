import type { Csr } from '#kernels/csr.ts';
import { addToHolders, termsOfAll, weightsHeld } from '#kernels/shared-terms.ts';
import type { ContentParameters } from '#models/content-parameters.ts';
import type { FilmNumbers } from '#models/content-prior.ts';

/** Adds to every film what a basket surely is about. */
export type AddSure = (liked: readonly number[], into: Float32Array) => void;

interface Kind {
  readonly first: number;
  readonly end: number;
  readonly weight: number;
  /** The share of all votes that films with each term have: how often a like has it by chance. */
  readonly chance: Float64Array;
}

/**
 * What a basket is surely about: a trait (genre, language, director) that all its k films have. The chance that this viewer's next film has it
 * is q = (k + shrink·p) / (k + shrink), p being its share by chance; a film with it gains weight x min(most, ln(q/p) - least), so that what is
 * common by chance gains nothing and one film says little. A basket whose films are all in other languages than the main one gains likewise for
 * any such film. One film alone counts only as far as it is little known: a viewer of a famous documentary may watch anything.
 * @param byTerm the terms (rows) of the films that may be recommended (columns)
 * @param traits the families of terms, in the order of the columns of `terms`
 */
export function sureOf(
  { terms, byTerm }: { terms: Csr; byTerm: Csr },
  traits: readonly { readonly name: string; readonly columns: number }[],
  { films, known }: { films: FilmNumbers; known: Uint8Array },
  { weights, foreign, shrink, least, most, famousFrom, littleKnownSpan }: ContentParameters['sure'],
): AddSure {
  const votes = Float64Array.from(films.fame, (fame, film) => (known[film] === 1 ? Math.expm1(fame) : 0));
  const all = votes.reduce((sum, one) => sum + one, 0) || 1;
  const shares = votes.map((one) => one / all);
  const kinds: Kind[] = [];
  let inOther: { readonly films: Uint8Array; readonly chance: number } | null = null;
  let first = 0;
  for (const { name, columns } of traits) {
    const range = { first, end: first + columns };
    first = range.end;
    const weight = weights[name] ?? 0;
    if (weight === 0) continue;
    const chance = weightsHeld(byTerm, shares, range);
    kinds.push({ ...range, weight, chance });
    if (name === 'language') inOther = otherLanguages(terms, shares, range, chance);
  }
  const gain = (k: number, chance: number): number =>
    Math.log((k + shrink * chance) / ((k + shrink) * Math.max(chance, 1e-5)));

  return (liked, into) => {
    const k = liked.length;
    if (k === 0) return;
    const fame = liked.reduce((sum, film) => sum + (films.fame[film] ?? 0), 0) / k;
    const sure = Math.min(1, k - 1 + Math.max(0, (famousFrom - fame) / littleKnownSpan));
    if (sure === 0) return;
    for (const { chance, weight, ...range } of kinds) {
      for (const term of termsOfAll(terms, liked, range)) {
        const gained = Math.min(most, gain(k, chance[term - range.first] ?? 1) - least);
        if (gained > 0) addToHolders(byTerm, term, sure * weight * gained, into);
      }
    }
    if (inOther === null || !liked.every((film) => inOther.films[film] === 1)) return;
    const added = sure * foreign * Math.max(0, gain(k, inOther.chance));
    for (let film = 0; film < into.length; film++)
      if (inOther.films[film] === 1) into[film] = (into[film] ?? 0) + added;
  };
}

/** The films whose language is known and is not the one of most votes; null when no language has most of them. */
function otherLanguages(
  { rows, indptr, indices }: Csr,
  shares: Float64Array,
  { first, end }: { first: number; end: number },
  chance: Float64Array,
): { films: Uint8Array; chance: number } | null {
  const main = first + chance.findIndex((share) => share > 0.5);
  if (main < first) return null;
  const films = new Uint8Array(rows);
  let sum = 0;
  for (let film = 0; film < rows; film++) {
    for (let k = indptr[film] ?? 0; k < (indptr[film + 1] ?? 0); k++) {
      const term = indices[k] ?? -1;
      if (term >= first && term < end && term !== main) films[film] = 1;
    }
    if (films[film] === 1) sum += shares[film] ?? 0;
  }
  return { films, chance: sum };
}

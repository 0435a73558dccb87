import { z } from 'zod';
import { traitKinds, type TraitKind } from '#features/trait-kinds.ts';
import { closestRows, type Closest } from '#kernels/closest-rows.ts';
import { decodeArtefact, type ArtefactArray } from '#kernels/artefact.ts';
import { dotRows, onlyRows, transpose, type Csr } from '#kernels/csr.ts';
import {
  addToProfile,
  emptyProfile,
  latentDot,
  latentScores,
  profileScores,
  sharedCells,
  tasteTimesPrior,
} from '#kernels/profile.ts';
import { latentScoresOf, profileScoresOf, tasteTimesPriorOf } from '#kernels/profile-rows.ts';
import {
  basketWeights,
  flatProfile,
  modestyOf,
  priorFor,
  profileFor,
  tasteOf,
  type FilmNumbers,
} from '#models/content-prior.ts';
import { sureOf } from '#models/content-sure.ts';
import type { Model, SharedTrait } from '#models/model.ts';
import { contentKind, contentVersion } from '#models/train-content.ts';

/** How close a film is to itself: above anything two films reach. */
export const itself = 1000;

/** The content model also tells what it knows of one film against all, for the films that no one has rated. */
export interface ContentModel extends Model {
  /** Of the films of `among`, those that bind most to each film asked: see closestRows. */
  closest(asked: Int32Array, among: Int32Array, most: number): Closest;
  /** ln(1 + votes), or our renown on the same scale, a film. */
  readonly fame: Float32Array;
  /** Weighted rating, a film. */
  readonly esteem: Float32Array;
}

const fourNumbers = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const headerShape = z.object({
  vocabulary: z.string(),
  films: z.number(),
  columns: z.number(),
  depth: z.number(),
  traits: z.array(z.object({ name: z.string(), trait: z.enum(traitKinds), columns: z.number() })),
  labels: z.array(z.array(z.string())),
  parameters: z.object({
    families: z.record(z.string(), z.number()),
    floor: z.number(),
    profiles: z
      .array(
        z.object({
          size: z.number(),
          taste: z.number(),
          tasteByEsteem: z.number(),
          prior: fourNumbers,
          common: z.number(),
          standing: z.number(),
          year: z.number(),
          sameYear: z.number(),
        }),
      )
      .min(1),
    dislike: z.number(),
    obscurity: z.number(),
    sure: z.object({
      weights: z.record(z.string(), z.number()),
      foreign: z.number(),
      shrink: z.number().positive(),
      least: z.number(),
      most: z.number(),
      famousFrom: z.number(),
      littleKnownSpan: z.number().positive(),
    }),
    littleKnown: z.object({ below: z.number(), weight: z.number() }),
    pair: z.object({ taste: z.number(), prior: fourNumbers }),
  }),
});

/**
 * Opens a trained content model.
 * @param vocabulary the catalogue's fingerprint, when the model must be of that catalogue
 * @returns the model, or the reason why the buffer is refused, as the end of a sentence
 */
export function openContentModel(buffer: Buffer, vocabulary?: string): ContentModel | string {
  const artefact = decodeArtefact(buffer, {
    kind: contentKind,
    version: contentVersion,
    ...(vocabulary === undefined ? {} : { vocabulary }),
  });
  if (typeof artefact === 'string') return artefact;
  const shape = headerShape.safeParse(artefact.header);
  if (!shape.success) return 'its header is not that of a content model';
  const header = shape.data;
  const { films, depth, parameters } = header;
  const { indptr, indices, values, latent, known, fame, esteem, year, standing, common } = artefact.arrays;
  if (
    !(
      indptr instanceof Int32Array &&
      indices instanceof Int32Array &&
      values instanceof Float32Array &&
      latent instanceof Int8Array &&
      known instanceof Uint8Array &&
      fame instanceof Float32Array &&
      esteem instanceof Float32Array &&
      year instanceof Float32Array &&
      standing instanceof Float32Array &&
      common instanceof Float32Array
    )
  ) {
    return 'its arrays are not those of a content model';
  }
  const terms: Csr = { rows: films, columns: header.columns, indptr, indices, values };
  const byTerm = transpose(emptyUnless(terms, known));
  const profile = emptyProfile(header.columns);
  const query = new Float32Array(depth);
  const prior = new Float32Array(films);
  const latentScale = (parameters.families['lsa'] ?? 0) / (127 * 127);
  const describe = describer(header.traits, header.labels);
  const inRange = (film: number): boolean => Number.isInteger(film) && film >= 0 && film < films;
  const usable = (list: readonly number[]): number[] => [...new Set(list)].filter(inRange);
  const bond = (a: number, b: number): number => dotRows(terms, a, b) + latentScale * latentDot(latent, depth, a, b);
  const numbers: FilmNumbers = {
    fame,
    esteem,
    year,
    standing,
    common: common.map((mean) => Math.log(parameters.floor + Math.max(0, mean))),
  };
  const addSure = sureOf({ terms, byTerm }, header.traits, { films: numbers, known }, parameters.sure);
  const pairPrior = priorFor({ ...flatProfile, ...parameters.pair }, numbers, []);

  return {
    kind: contentKind,
    films,
    vocabulary: header.vocabulary,
    bytes:
      Object.values(artefact.arrays).reduce((sum: number, array: ArtefactArray) => sum + array.byteLength, 0) +
      byTerm.indices.byteLength +
      byTerm.values.byteLength +
      byTerm.indptr.byteLength +
      // The copy that answers: latentScores.
      latent.byteLength,
    recommendable: (film) => known[film] === 1,
    fame,
    esteem,
    closest: (asked, among, most) => closestRows({ terms, latent, depth, scale: latentScale }, asked, among, most),
    score(basket, into, { popularity = 0, closeness = 0.5 } = {}, among) {
      const liked = usable(basket.liked);
      const disliked = usable(basket.disliked);
      const profileHere = profileFor(parameters.profiles, Math.max(1, liked.length));
      const [f, ...rest] = profileHere.prior;
      const priorOf = priorFor(
        { ...profileHere, prior: [f + popularity, ...rest] },
        numbers,
        liked,
        modestyOf(numbers, liked, parameters.littleKnown),
      );
      const weights = basketWeights(numbers, liked, parameters.obscurity);
      into.fill(parameters.floor);
      query.fill(0);
      const add = (film: number, weight: number): void => {
        addToProfile(profile, terms, film, weight);
        for (let d = 0; d < depth; d++) query[d] = (query[d] ?? 0) + weight * (latent[film * depth + d] ?? 0);
      };
      for (const [at, film] of liked.entries()) add(film, (weights[at] ?? 0) / liked.length);
      for (const film of disliked) add(film, -parameters.dislike / Math.max(liked.length, disliked.length));
      // From half to twice the exponent, 1 in the middle.
      const taste = tasteOf(profileHere, numbers, liked) * 4 ** (closeness - 0.5);
      if (among !== undefined) {
        profileScoresOf(profile, terms, among, into);
        latentScoresOf(latent, query, latentScale, among, into);
        for (const film of among) prior[film] = priorOf(film);
        addSure(liked, prior);
        return tasteTimesPriorOf(into, taste, prior, known, among);
      }
      profileScores(profile, byTerm, into);
      if (depth > 0) latentScores(latent, depth, query, latentScale, known, into);
      for (let film = 0; film < films; film++) if (known[film] === 1) prior[film] = priorOf(film);
      addSure(liked, prior);
      tasteTimesPrior(into, taste, prior, known);
    },
    contributions(basket, film) {
      const liked = usable(basket.liked);
      const weights = basketWeights(numbers, liked, parameters.obscurity);
      return Float32Array.from(basket.liked, (one) =>
        inRange(one) && inRange(film) ? (weights[liked.indexOf(one)] ?? 0) * Math.max(0, bond(one, film)) : 0,
      );
    },
    shared: (a, b) =>
      inRange(a) && inRange(b) ? describe(terms, a, b, latentScale * latentDot(latent, depth, a, b)) : [],
    similarity(a, b) {
      if (!inRange(a) || !inRange(b) || indptr[a] === indptr[a + 1] || indptr[b] === indptr[b + 1]) return Number.NaN;
      if (a === b) return itself;
      return parameters.pair.taste * Math.log(Math.max(0, bond(a, b)) + parameters.floor + 0.001) + pairPrior(b);
    },
  };
}

/** The rows of films that may be recommended; the others are emptied, so that no posting leads to them. */
function emptyUnless(terms: Csr, known: Uint8Array): Csr {
  const kept = onlyRows(terms, known);
  const indptr = new Int32Array(terms.rows + 1);
  let row = 0;
  for (let film = 0; film < terms.rows; film++)
    indptr[film + 1] = known[film] === 1 ? (kept.indptr[++row] ?? 0) : (indptr[film] ?? 0);
  return { rows: terms.rows, columns: terms.columns, indptr, indices: kept.indices, values: kept.values };
}

type Describe = (terms: Csr, a: number, b: number, latent: number) => SharedTrait[];

/** Names what binds two films: products of the same trait and label are added, then each is divided by their sum. */
function describer(
  traits: readonly { trait: TraitKind; columns: number }[],
  labels: readonly (readonly string[])[],
): Describe {
  const ends: number[] = [];
  for (const { columns } of traits) ends.push((ends.at(-1) ?? 0) + columns);
  return (terms, a, b, latent) => {
    const sums = new Map<string, { kind: TraitKind; label: string; part: number }>();
    const add = (kind: TraitKind, label: string, part: number): void => {
      const key = `${kind}\0${label}`;
      const known = sums.get(key);
      if (known === undefined) sums.set(key, { kind, label, part });
      else known.part += part;
    };
    let family = 0;
    for (const { column, product } of sharedCells(terms, a, b)) {
      while (column >= (ends[family] ?? Infinity)) family++;
      add(traits[family]?.trait ?? 'story', labels[family]?.[column - (ends[family - 1] ?? 0)] ?? '', product);
    }
    if (latent > 0) add('story', '', latent);
    const list = [...sums.values()];
    const total = list.reduce((sum, { part }) => sum + part, 0);
    return list
      .map((trait) => ({ ...trait, part: total > 0 ? trait.part / total : 0 }))
      .toSorted((x, y) => y.part - x.part || x.kind.localeCompare(y.kind) || x.label.localeCompare(y.label));
  };
}

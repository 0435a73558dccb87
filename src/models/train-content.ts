import type { Features } from '#features/read-features.ts';
import { encodeArtefact } from '#kernels/artefact.ts';
import { multiply, dominantSubspace } from '#kernels/subspace.ts';
import { seededRandom } from '#kernels/random.ts';
import { onlyRows, type Csr } from '#kernels/csr.ts';
import { dropRareColumns, rowProducts, shrunkTfIdf, sideBySide, softBins } from '#kernels/weigh.ts';
import { commonness, renownAsFame, standings, weightedRating } from '#models/content-numbers.ts';
import { contentParameters, type ContentParameters } from '#models/content-parameters.ts';
import type { TraitKind } from '#features/trait-kinds.ts';

export const contentKind = 'content';
export const contentVersion = 3;

export interface TrainContentOptions {
  readonly seed?: number;
  readonly parameters?: ContentParameters;
  /** Films with fewer votes (when the catalogue has votes) are not recommended, and do not shape the latent space. */
  readonly minVotes?: number;
  readonly onProgress?: (message: string) => void;
}

/**
 * Trains the content model: every family of attributes as shrunk TF-IDF, the products genre x era and genre x language, soft bins of year,
 * fame and esteem, and a latent semantic space of keywords and synopsis words, all as terms of one sparse matrix whose row dot products are
 * the similarity; and a prior from votes and weighted rating (or our renown where there are no votes). No viewer's rating is seen.
 * Sources: Salton 1988 (TF-IDF), Deerwester 1990 (latent semantic analysis), MARec 2024 (per-attribute shrunk cosine).
 * @returns the artefact's bytes
 */
export function trainContent(features: Features, options: TrainContentOptions = {}): Buffer {
  const { seed = 1, parameters = contentParameters, minVotes = 100, onProgress = () => {} } = options;
  const rated = features.votes.some((votes) => votes > 0);
  const known = Uint8Array.from(features.votes, (votes, film) =>
    Number(
      features.doubtful?.[film] !== 1 &&
        (rated ? votes >= minVotes || !Number.isNaN(features.renown[film] ?? Number.NaN) : true),
    ),
  );
  const fame = features.votes.map((votes, film) =>
    votes > 0 ? Math.log1p(votes) : renownAsFame(features.renown[film] ?? Number.NaN),
  );
  const esteem = features.rating.map((rating, film) => weightedRating(rating, features.votes[film] ?? Number.NaN));

  const parts: Part[] = [];
  for (const { name, trait, matrix, shrink, labels } of features.families)
    parts.push({ name, trait, labels, matrix: shrunkTfIdf(matrix, shrink) });
  const era = softBins(features.year, { low: 1890, high: 2040, step: 10 });
  const part = (name: string): Part | undefined => parts.find((candidate) => candidate.name === name);
  const [genre, language, keyword, words] = [part('genre'), part('language'), part('keyword'), part('words')];
  parts.push({ name: 'era', trait: 'era', labels: [], matrix: era });
  if (rated) {
    parts.push({
      name: 'fame',
      trait: 'esteem',
      labels: [],
      matrix: softBins(
        fame.map((value) => (value > 0 ? value : Number.NaN)),
        { low: 3, high: 15, step: 1.5 },
      ),
    });
    parts.push({
      name: 'esteem',
      trait: 'esteem',
      labels: [],
      matrix: softBins(
        esteem.map((value, film) => (Number.isNaN(features.rating[film] ?? Number.NaN) ? Number.NaN : value)),
        { low: 3, high: 9.5, step: 0.75 },
      ),
    });
  }
  if (genre !== undefined)
    parts.push({
      name: 'genreEra',
      trait: 'genre',
      labels: products(genre, era.columns),
      matrix: rowProducts(genre.matrix, era),
    });
  if (genre !== undefined && language !== undefined)
    parts.push({
      name: 'genreLanguage',
      trait: 'genre',
      labels: products(genre, language.matrix.columns),
      matrix: rowProducts(genre.matrix, language.matrix),
    });
  const compact = parts.map(dropLonelyTerms);
  const traits = compact.map(({ name, trait, matrix }) => ({ name, trait, columns: matrix.columns }));
  const terms = sideBySide(
    compact.map(({ name, matrix }) => ({ matrix, weight: Math.sqrt(parameters.families[name] ?? 0) })),
  );
  onProgress(`${terms.columns.toLocaleString('en')} terms, ${terms.indices.length.toLocaleString('en')} cells`);

  const depth = Math.min(parameters.lsaDepth, Math.max(1, Math.floor(features.films / 8)));
  const latent =
    keyword === undefined || words === undefined
      ? new Int8Array(0)
      : latentSpace(
          sideBySide([
            { matrix: keyword.matrix, weight: 1 },
            { matrix: words.matrix, weight: 1 },
          ]),
          known,
          depth,
          seed,
        );
  onProgress(`latent space of ${depth} dimensions`);
  return encodeArtefact({
    header: {
      kind: contentKind,
      version: contentVersion,
      vocabulary: features.vocabulary,
      films: features.films,
      columns: terms.columns,
      depth: latent.length === 0 ? 0 : depth,
      traits,
      parameters,
      rated,
      labels: compact.map(({ labels }) => labels),
    },
    arrays: {
      indptr: terms.indptr,
      indices: terms.indices,
      values: terms.values,
      latent,
      known,
      fame,
      esteem,
      year: features.year,
      standing: standings(features.year, fame),
      common: commonness(terms, { latent, depth, weight: parameters.families['lsa'] ?? 0 }, { known, fame }),
    },
  });
}

interface Part {
  readonly name: string;
  readonly trait: TraitKind;
  readonly labels: readonly string[];
  readonly matrix: Csr;
}

const products = ({ labels }: Part, columns: number): string[] =>
  labels.flatMap((label) => Array.from({ length: columns }, () => label));

/** A term of one film binds nothing: left out, the labels with it. */
function dropLonelyTerms({ name, trait, labels, matrix }: Part): Part {
  const { matrix: compact, kept } = dropRareColumns(matrix, 2);
  return {
    name,
    trait,
    labels: labels.length === 0 ? [] : Array.from(kept, (column) => labels[column] ?? ''),
    matrix: compact,
  };
}

/** Each film as a unit vector of the latent space, in 127ths; zeros for a film without a word or keyword. */
function latentSpace(matrix: Csr, known: Uint8Array, depth: number, seed: number): Int8Array {
  const basis = dominantSubspace(onlyRows(matrix, known), depth, { iterations: 5, random: seededRandom(seed) });
  const latent = new Int8Array(matrix.rows * depth);
  multiply(matrix, basis, depth, (r, row) => {
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let d = 0; d < depth; d++) latent[r * depth + d] = Math.round((127 * (row[d] ?? 0)) / length);
  });
  return latent;
}

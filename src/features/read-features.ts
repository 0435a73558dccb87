import { fault } from '#errors.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { allWeights } from '#catalogue/queries/film-names.ts';
import { families, type Family } from '#features/families.ts';
import { tokens } from '#features/tokens.ts';
import type { TraitKind } from '#features/trait-kinds.ts';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { triplets } from '#kernels/triplets.ts';

/** One family as a matrix: films x terms, a term in at least two films. */
export interface FamilyMatrix {
  readonly name: string;
  readonly trait: TraitKind;
  readonly shrink: number;
  readonly matrix: Csr;
  /** What a reason may say of each term: a name, a keyword, a code; '' for words. */
  readonly labels: readonly string[];
}

/** The catalogue as numbers. The arrays are a film each, in the order of the dense indices; NaN where nothing is known. */
export interface Features {
  readonly vocabulary: string;
  readonly films: number;
  readonly families: readonly FamilyMatrix[];
  readonly year: Float32Array;
  readonly votes: Float32Array;
  readonly rating: Float32Array;
  readonly renown: Float32Array;
  /** 1: probably no film of its own but an episode of a series; not recommended. */
  readonly doubtful?: Uint8Array;
}

/** Reads every family and number of the catalogue; terms in the order of their text, so that the same facts give the same matrices. */
export async function readFeatures(catalogue: Catalogue): Promise<Features> {
  const rows = await catalogue.run(allWeights, {});
  const texts = await readTexts(catalogue);
  const matrices: FamilyMatrix[] = [];
  for (const family of families) {
    const text = texts[family.name];
    matrices.push(text === undefined ? await readTerms(catalogue, family) : readWords(text, family));
  }
  const column = (value: (row: (typeof rows)[number]) => number | null): Float32Array =>
    Float32Array.from(rows, (row) => value(row) ?? Number.NaN);
  return {
    vocabulary: catalogue.vocabulary,
    films: catalogue.films,
    families: matrices,
    year: column((row) => row.year),
    votes: column((row) => (row.votes > 0 ? row.votes : null)),
    rating: column((row) => row.rating),
    renown: column((row) => row.renown),
    doubtful: Uint8Array.from(rows, (row) => row.doubtful),
  };
}

async function readTerms(catalogue: Catalogue, { name, trait, shrink, sql }: Family): Promise<FamilyMatrix> {
  const { connection, films } = catalogue;
  const people =
    trait === 'director' || trait === 'cast' || trait === 'writer' || trait === 'composer' || trait === 'crew';
  const ranked = `cells AS MATERIALIZED (${sql}), terms AS (SELECT term, row_number() OVER (ORDER BY term) - 1 AS id FROM cells GROUP BY term HAVING count(DISTINCT film) >= 2)`;
  const labelled = await connection.runAndReadAll(
    `WITH ${ranked} SELECT coalesce(${people ? 'p.name' : 't.term'}, '') FROM terms t ${people ? 'LEFT JOIN person p ON p.person = t.term::INTEGER' : ''} ORDER BY t.id`,
  );
  const labels = labelled.getRows().map(([label]) => String(label));
  const reader = await connection.runAndReadAll(
    `WITH ${ranked} SELECT c.film, t.id::INTEGER, max(c.value)::DOUBLE FROM cells c JOIN terms t USING (term) GROUP BY c.film, t.id`,
  );
  const [film = [], term = [], value = []] = reader.getColumns();
  return {
    name,
    trait,
    shrink,
    labels,
    matrix: csrFromTriplets(
      films,
      labels.length,
      Int32Array.from(film, Number),
      Int32Array.from(term, Number),
      Float32Array.from(value, Number),
    ),
  };
}

type Texts = Record<string, readonly string[]>;

async function readTexts({ connection, films }: Catalogue): Promise<Texts> {
  const reader = await connection.runAndReadAll(
    "SELECT concat_ws(' ', overview, tagline), coalesce(overview_fr, ''), title FROM film ORDER BY film",
  );
  const [words, motsFr, title] = reader.getColumns().map((column) => column.map(String));
  if (words?.length !== films || motsFr === undefined || title === undefined)
    throw fault('UNEXPECTED', { reason: 'the films and their texts do not match' });
  return { words, motsFr, title };
}

/** Words in at least two films and at most one in twenty; a word said n times in a text counts 1 + ln n. */
function readWords(texts: readonly string[], { name, trait, shrink }: Family): FamilyMatrix {
  const frequency = new Map<string, number>();
  const counted = texts.map((text) => {
    const counts = new Map<string, number>();
    for (const word of tokens(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return counts;
  });
  const most = Math.max(20, texts.length / 20);
  const kept = [...frequency.keys()]
    .filter((word) => (frequency.get(word) ?? 0) >= 2 && (frequency.get(word) ?? 0) <= most)
    .toSorted();
  const ids = new Map(kept.map((word, id) => [word, id]));
  const cells = triplets();
  for (const [film, counts] of counted.entries()) {
    for (const [word, count] of counts) {
      const id = ids.get(word);
      if (id !== undefined) cells.push(film, id, 1 + Math.log(count));
    }
  }
  return {
    name,
    trait,
    shrink,
    labels: kept.map((word) => (trait === 'title' ? word : '')),
    matrix: csrFromTriplets(texts.length, kept.length, cells.row(), cells.column(), cells.value()),
  };
}

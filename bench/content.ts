import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { openEngine, type Engine, type EngineOptions } from '#engine.ts';
import { fault } from '#errors.ts';
import { evaluateContent } from '#evaluate/p3-content.ts';
import { movieLensLikes } from '#evaluate/movielens.ts';
import type { Report } from '#evaluate/report.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import type { Part } from '#evaluate/viewers.ts';
import { openContentModel, type ContentModel } from '#models/content.ts';
import type { Model } from '#models/model.ts';
import { contentModelPath } from '#models/train.ts';
import { readFeatures } from '#features/read-features.ts';
import { genreNeighbours } from './peers/genre-neighbours.ts';
import { tfidfSoup } from './peers/tfidf-soup.ts';

/** A catalogue, and the content model alone that was trained on it, whatever else the engine answers with. */
export interface OpenedCatalogue extends AsyncDisposable {
  readonly engine: Engine;
  readonly content: ContentModel;
}

/** Opens what a data folder holds. @throws as openEngine, and MODEL_UNUSABLE */
export async function openForContent(folder: string, options: EngineOptions): Promise<OpenedCatalogue> {
  const engine = await openEngine(folder, options);
  const file = contentModelPath(folder);
  const content = openContentModel(readFileSync(file), engine.catalogue.vocabulary);
  if (typeof content === 'string') throw fault('MODEL_UNUSABLE', { file, reason: content });
  return { engine, content, [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]() };
}

/** P3 on MovieLens 1M: our content model, and with `peers` the peers' engines on the same shots. */
export async function contentBench(
  { engine, content }: OpenedCatalogue,
  reference: string,
  { part, seed, peers }: { part: Part; seed: number; peers: boolean },
): Promise<Report> {
  const ids = new Map((await engine.catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
  const likes = await movieLensLikes(join(reference, 'ratings', 'ml-1m'), (id) => ids.get(id));
  const scorers: Scorer[] = [contentScorer(content)];
  if (peers) {
    const features = await readFeatures(engine.catalogue);
    scorers.push(genreNeighbours(features), ...tfidfSoup(features), votesAlone(engine));
  }
  return {
    protocol: 'P3',
    key: 'P3',
    title: 'P3: recommendations without any rating',
    command: `evaluate P3${peers ? ' --peers' : ''}`,
    notes: [
      `MovieLens 1M, ${part} viewers (10 % by hash), baskets by seed ${seed}. Candidates: the films liked by training viewers that the catalogue of ${engine.catalogue.films} films knows. Tail: outside the 150 most liked, viewers with at least 3 such targets.`,
    ],
    tables: evaluateContent(scorers, {
      films: engine.catalogue.films,
      likes,
      part,
      baskets: [1, 3, 5],
      seed,
      head: 150,
      tailTargets: 3,
    }),
  };
}

/** Our content model, by the dense indices of the catalogue. */
export function contentScorer(content: Model): Scorer {
  return {
    name: 'Lanterne, content',
    score: (basket, into) => content.score({ liked: basket, disliked: [] }, into),
  };
}

/** Every film by its number of votes on IMDb. */
export function votesAlone(engine: Engine): Scorer {
  return { name: 'IMDb votes alone', score: (_, into) => into.set(engine.fame) };
}

import { join } from 'node:path';
import { allIds } from '#catalogue/queries/film-cards.ts';
import type { Engine } from '#engine.ts';
import { evaluateContent } from '#evaluate/p3-content.ts';
import { movieLensLikes } from '#evaluate/movielens.ts';
import type { Report } from '#evaluate/report.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import type { Part } from '#evaluate/viewers.ts';
import { readFeatures } from '#features/read-features.ts';
import { genreNeighbours } from './peers/genre-neighbours.ts';
import { tfidfSoup } from './peers/tfidf-soup.ts';

/** P3 on MovieLens 1M: our content model, and with `peers` the peers' engines on the same shots. */
export async function contentBench(
  engine: Engine,
  reference: string,
  { part, seed, peers }: { part: Part; seed: number; peers: boolean },
): Promise<Report> {
  const ids = new Map((await engine.catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
  const likes = await movieLensLikes(join(reference, 'ratings', 'ml-1m'), (id) => ids.get(id));
  const scorers: Scorer[] = [contentScorer(engine)];
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
export function contentScorer(engine: Engine): Scorer {
  return {
    name: 'Lanterne, content',
    score: (basket, into) => engine.model.score({ liked: basket, disliked: [] }, into),
  };
}

/** Every film by its number of votes on IMDb. */
export function votesAlone(engine: Engine): Scorer {
  return { name: 'IMDb votes alone', score: (_, into) => into.set(engine.fame) };
}

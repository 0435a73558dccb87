import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deletionFidelity } from '#evaluate/deletion-fidelity.ts';
import { measure, rankByScores } from '#evaluate/p1-basket-sweep.ts';
import { readLikes, setRules } from '#evaluate/rating-sets.ts';
import { sweepWorld } from '#evaluate/sweep-world.ts';
import { addRow } from '#kernels/fold-in.ts';
import { createPool } from '#kernels/pool.ts';
import { denoise } from '#models/collaborative/autoencoder.ts';
import { bucketNames } from '#models/collaborative/buckets.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { defaultParameters } from '#models/collaborative/parameters.ts';
import { opened } from './likes-worlds.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ratings = join(process.env['LANTERNE_REFERENCE'] ?? join(root, '../shared/data'), 'ratings');
const rules = setRules['ml-1m'];

/** The factors take as long as the five matrices, and the floors are reached without them. */
const plain = { ...defaultParameters };
for (const name of bucketNames) plain[name] = { ...plain[name], factors: 0 };

const mean = (values: Float64Array): number => {
  const counted = values.filter((value) => !Number.isNaN(value));
  return counted.reduce((sum, value) => sum + value, 0) / counted.length;
};

test(
  'MovieLens 1M, unseen validation viewers: far above popularity and EASE up to ten films, on the tail too, and above them at 80 %',
  { timeout: 600_000 },
  async (context) => {
    if (!existsSync(join(ratings, rules.file))) return context.skip('skipped: no reference data');
    const world = sweepWorld(await readLikes(ratings, rules), rules, {
      part: 'validation',
      seed: 1,
      sizes: ['1', '3', '10', '80 %'],
    });
    await using pool = createPool();
    const model = opened(await fitCollaborative(world.train, world.films, { parameters: plain, pool }));
    assert.deepEqual(model.films, world.films);
    const classic = { dropout: 0, l2: 400, relaxation: 0, filmExponent: 0, viewerExponent: 0 };
    const { weights } = await denoise(pool, world.train, classic, { keep: world.films.length });
    const scorers = {
      ours: (liked: readonly number[], into: Float32Array) => model.score({ liked, disliked: [] }, into),
      ease(liked: readonly number[], into: Float32Array) {
        into.fill(0);
        for (const film of liked) addRow(into, weights, film, 1);
      },
      popularity: (_: readonly number[], into: Float32Array) => into.set(model.popularity),
    };
    /** nDCG at the depth of the question, and on the tail. */
    const floors: Readonly<Record<string, readonly [number, number]>> = {
      1: [0.448, 0.21],
      3: [0.515, 0.28],
      10: [0.535, 0.37],
      '80 %': [0.42, 0.25],
    };
    for (const question of world.questions) {
      const figures = Object.entries(scorers).map(([name, score]) => {
        const { values } = measure(name, rankByScores({ name, score }, world), question, world);
        return [mean(question.depth === 100 ? values.ndcg100 : values.ndcg10), mean(values.tail10)] as const;
      });
      const told = `k = ${question.label}: ${figures.map((pair) => pair.map((one) => one.toFixed(4)).join(' / ')).join(', ')}`;
      context.diagnostic(told);
      const [[ours, tail] = [0, 0], [ease, easeTail] = [1, 1], [popularity, popularTail] = [1, 1]] = figures;
      const [floor, tailFloor] = floors[question.label] ?? [1, 1];
      assert.ok(ours >= floor && tail >= tailFloor, told);
      assert.ok(ours >= popularity + 0.06 && tail >= popularTail + 0.08, told);
      const margin = question.label === '80 %' ? 0 : 0.02;
      assert.ok(ours >= ease + 2.5 * margin && tail >= easeTail + margin, told);
    }

    const three = world.questions.find(({ label }) => label === '3')?.shots.slice(0, 100) ?? [];
    const baskets = three.map(({ basket }) => basket);
    const {
      fell,
      fellWithoutLast,
      unexplained,
      asked: count,
    } = deletionFidelity({ ...model, films: model.films.length }, baskets, { top: 10 });
    const fidelity = `baskets of 3, ${count} films: without the first reason ${(100 * fell).toFixed(1)} % fall, without the last ${(100 * fellWithoutLast).toFixed(1)} %; ${unexplained} without a reason`;
    context.diagnostic(fidelity);
    assert.ok(count === 1000 && unexplained === 0 && fell >= 0.8 && fell > fellWithoutLast, fidelity);
  },
);

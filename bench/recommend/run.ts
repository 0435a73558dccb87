import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { asFilmIndex } from '#brand.ts';
import type { Csr } from '#kernels/csr.ts';
import { seededRandom } from '#kernels/random.ts';
import { rankBasket } from '#recommend/rank-basket.ts';
import { recommend, type Shape } from '#recommend/recommend.ts';
import { contentLikeness } from '#recommend/shape/likeness.ts';
import { cpuModel, defaultPython, loadNow } from '../machine.ts';
import { hasModules } from '../train/run-child.ts';
import { byRank, generatedFeatures } from './features.ts';
import { quantiles, type RecommendReport, type Timed } from './report.ts';
import { recommendWorld, type RecommendWorld } from './world.ts';

export interface RecommendBenchOptions {
  readonly films?: number;
  readonly viewers?: number;
  readonly baskets?: number;
  readonly seed?: number;
  readonly python?: string;
  readonly onProgress?: (line: string) => void;
}

const size = 5;
const top = 10;
const warming = 200;

/**
 * One recommendation after the other for baskets of five, in process, by the functions that the product calls, reasons included: each model alone, both
 * together, and both with the variety of a page. Beside them scikit-learn's nearest neighbours by cosine on the same terms, in process too, without
 * reasons: what the peers put behind a web service.
 */
export async function runRecommendBench(options: RecommendBenchOptions = {}): Promise<RecommendReport> {
  const { films = 20_000, viewers = 10_000, baskets: asked = 2000, seed = 1 } = options;
  const { python = defaultPython(), onProgress = () => {} } = options;
  const world = await recommendWorld({ films, viewers, seed }, onProgress);
  const random = seededRandom(seed + 1);
  const baskets = Array.from({ length: asked }, () => drawBasket(films, random));
  const before = loadNow();
  const answers = contenders(world, seed).map(({ name, answer }): Timed => {
    for (const basket of baskets.slice(0, warming)) answer(basket);
    const processors: number[] = [];
    const times = baskets.map((basket) => {
      const [cpu, start] = [process.cpuUsage(), performance.now()];
      answer(basket);
      const taken = performance.now() - start;
      const { user, system } = process.cpuUsage(cpu);
      processors.push((user + system) / 1e3);
      return taken;
    });
    const timed = { name, wall: quantiles(times), processor: quantiles(processors) };
    onProgress(`${name}: p99 ${timed.wall.p99.toFixed(2)} ms, ${timed.processor.p99.toFixed(2)} ms of processor.`);
    return timed;
  });
  const peer = hasModules(python, 'sklearn') ? [measurePeer(python, generatedFeatures(films, seed), baskets)] : [];
  return {
    films,
    seed,
    baskets: asked,
    processor: cpuModel(),
    load: [before, loadNow()],
    answers: [...answers, ...peer],
    bytes: { content: world.content.bytes, collaborative: world.collaborative.bytes, all: world.hybrid.bytes },
  };
}

function contenders(
  { films, content, collaborative, hybrid }: RecommendWorld,
  seed: number,
): { name: string; answer: (basket: readonly number[]) => unknown }[] {
  const taste = (liked: readonly number[]): Parameters<typeof recommend>[1] => ({
    liked: liked.map(asFilmIndex),
    disliked: [],
    seen: [],
  });
  const columns = Array.from(
    { length: films },
    (_, film) => collaborative.indexOf(String(film).padStart(8, '0')) ?? -1,
  );
  const likedOf = (basket: readonly number[]): number[] => basket.map((film) => columns[film] ?? -1);
  const random = seededRandom(seed + 2);
  const shape: Shape = {
    likeness: contentLikeness(content),
    genres: Array.from({ length: films }, () => [byRank(27, random()), byRank(27, random())].map(String)),
    sagas: Int32Array.from({ length: films }, () => (random() < 0.1 ? Math.floor(random() * 500) : -1)),
  };
  return [
    { name: 'content', answer: (basket) => recommend(content, taste(basket), { top }) },
    {
      name: 'collaborative',
      answer: (basket) => rankBasket(collaborative, { liked: likedOf(basket), disliked: [], seen: [] }, { top }),
    },
    { name: 'both', answer: (basket) => recommend(hybrid, taste(basket), { top }) },
    { name: 'both, varied', answer: (basket) => recommend(hybrid, taste(basket), { top, shape }) },
  ];
}

/** Five different films, the known ones more often. */
export function drawBasket(films: number, random: () => number): number[] {
  const basket = new Set<number>();
  while (basket.size < Math.min(size, films)) basket.add(byRank(films, random()));
  return [...basket];
}

const answerShape = z.object({
  milliseconds: z.array(z.number()),
  processor: z.array(z.number()),
  megabytes: z.number(),
});

function measurePeer(
  python: string,
  { families }: ReturnType<typeof generatedFeatures>,
  baskets: readonly number[][],
): Timed {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-recommend-'));
  try {
    for (const { name, matrix } of families) writeMatrix(folder, name, matrix);
    writeFileSync(
      join(folder, 'problem.json'),
      JSON.stringify({
        families: families.map(({ name, matrix }) => ({ name, columns: matrix.columns })),
        baskets,
        top,
      }),
    );
    const script = join(import.meta.dirname, '..', 'peers', 'sklearn_neighbours.py');
    const answer = answerShape.parse(
      JSON.parse(execFileSync(python, [script, folder], { encoding: 'utf8', maxBuffer: 1 << 26 })),
    );
    return {
      name: `scikit-learn, nearest by cosine (${answer.megabytes.toFixed(0)} MB of terms)`,
      wall: quantiles(answer.milliseconds.slice(warming)),
      processor: quantiles(answer.processor.slice(warming)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeMatrix(folder: string, name: string, { indptr, indices }: Csr): void {
  writeFileSync(join(folder, `${name}.indptr.i32`), indptr);
  writeFileSync(join(folder, `${name}.indices.i32`), indices);
}

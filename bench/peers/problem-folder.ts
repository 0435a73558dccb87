import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { likeMatrix, readColumns } from '#evaluate/rating-sets.ts';
import type { Rank } from '#evaluate/p1-basket-sweep.ts';
import { columnCounts, type Question, type SweepWorld } from '#evaluate/sweep-world.ts';
import type { Shot } from '#evaluate/viewers.ts';

/*
A folder that says what a system may learn from and what it is asked, so that programs in other languages answer the same questions:
  problem.json           {films, viewers, tailTargets, head: [films outside the tail], questions: [{label, file, depth}]}
  train.csv              viewer,film: the likes, by dense indices, no header
  baskets-FILE.jsonl     {"id": n, "liked": [films]} a line
  targets-FILE.jsonl     {"id": n, "films": [films]} a line, for the judge alone
A system answers with lists/SYSTEM/FILE.jsonl: {"id": n, "films": [best first, without the basket], "tail": [ten, outside the head]}.
*/
const problemShape = z.object({
  films: z.int(),
  viewers: z.int(),
  tailTargets: z.int(),
  head: z.array(z.int()),
  questions: z.array(
    z.object({ label: z.string(), file: z.string(), depth: z.union([z.literal(10), z.literal(100)]) }),
  ),
});
const basketShape = z.object({ id: z.int(), liked: z.array(z.int()) });
const targetShape = z.object({ id: z.int(), films: z.array(z.int()) });
const answerShape = z.object({ id: z.int(), films: z.array(z.int()), tail: z.array(z.int()) });

/** Writes a world as a problem folder. */
export async function writeProblem(folder: string, world: SweepWorld): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { train, head, tailTargets, questions } = world;
  await using csv = await open(join(folder, 'train.csv'), 'w');
  let lines: string[] = [];
  for (let row = 0; row < train.rows; row++) {
    for (const film of train.indices.subarray(train.indptr[row], train.indptr[row + 1])) lines.push(`${row},${film}\n`);
    if (lines.length < 200_000 && row < train.rows - 1) continue;
    await csv.write(lines.join(''));
    lines = [];
  }
  for (const question of questions) {
    const write = (kind: string, of: (shot: Shot) => object): void =>
      writeFileSync(
        join(folder, `${kind}-${fileOf(question)}.jsonl`),
        question.shots.map((shot) => `${JSON.stringify({ id: shot.viewer, ...of(shot) })}\n`).join(''),
      );
    write('baskets', ({ basket }) => ({ liked: basket }));
    write('targets', ({ targets }) => ({ films: [...targets] }));
  }
  writeFileSync(
    join(folder, 'problem.json'),
    JSON.stringify({
      films: train.columns,
      viewers: train.rows,
      tailTargets,
      head: [...head.keys()].filter((film) => head[film] === 1),
      questions: questions.map((question) => ({
        label: question.label,
        file: fileOf(question),
        depth: question.depth,
      })),
    }),
  );
}

/** Reads a problem folder, whoever wrote it. */
export async function readProblem(folder: string): Promise<SweepWorld> {
  const problem = problemShape.parse(JSON.parse(readFileSync(join(folder, 'problem.json'), 'utf8')));
  const [viewer = new Int32Array(0), film = new Int32Array(0)] = await readColumns(join(folder, 'train.csv'), 2);
  const { likes } = likeMatrix(viewer, film, { minLikes: 1, minViewer: 1 });
  if (likes.columns !== problem.films || likes.rows !== problem.viewers)
    throw new Error(
      `${folder}: train.csv has ${likes.rows} viewers and ${likes.columns} films, problem.json says ${problem.viewers} and ${problem.films}`,
    );
  const head = new Uint8Array(problem.films);
  for (const one of problem.head) head[one] = 1;
  const questions: Question[] = [];
  for (const { label, file, depth } of problem.questions) {
    const targets = new Map<number, number[]>();
    for await (const row of jsonLines(join(folder, `targets-${file}.jsonl`), targetShape))
      targets.set(row.id, row.films);
    const shots: Shot[] = [];
    for await (const { id, liked } of jsonLines(join(folder, `baskets-${file}.jsonl`), basketShape))
      shots.push({ viewer: id, basket: liked, targets: new Set(targets.get(id)) });
    questions.push({ label, depth, shots });
  }
  const films = Array.from({ length: problem.films }, (_, column) => String(column).padStart(8, '0'));
  return {
    train: likes,
    films,
    popularity: columnCounts(likes),
    head,
    tailTargets: problem.tailTargets,
    questions,
  };
}

/** The answers that a system left in a problem folder, as a ranking; a viewer without an answer gets an empty list, films of the basket are dropped. */
export async function answersOf(folder: string, system: string, { questions }: SweepWorld): Promise<Rank> {
  const answers = new Map<string, Map<number, z.infer<typeof answerShape>>>();
  for (const question of questions) {
    const found = new Map<number, z.infer<typeof answerShape>>();
    for await (const row of jsonLines(join(folder, 'lists', system, `${fileOf(question)}.jsonl`), answerShape))
      found.set(row.id, row);
    answers.set(question.label, found);
  }
  return ({ label, shots }, at) => {
    const { viewer = -1, basket = [] } = shots[at] ?? {};
    const answer = answers.get(label)?.get(viewer);
    const without = (films: readonly number[] = []): number[] =>
      [...new Set(films)].filter((film) => !basket.includes(film));
    return { top: without(answer?.films), tail: without(answer?.tail) };
  };
}

/** The part of a question in file names. */
export function fileOf({ label }: Pick<Question, 'label'>): string {
  return label.replaceAll(/[^\w]/g, '');
}

async function* jsonLines<T>(path: string, shape: z.ZodType<T>): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    if (line !== '') yield shape.parse(JSON.parse(line));
}

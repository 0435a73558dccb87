import { join } from 'node:path';
import { fault } from '#errors.ts';
import { readLikes, setRules, type RatingSet } from '#evaluate/rating-sets.ts';
import { sweepWorld, type SweepWorld } from '#evaluate/sweep-world.ts';
import type { Part } from '#evaluate/viewers.ts';
import { readProblem, writeProblem } from './peers/problem-folder.ts';
import { noPython, peerPython, runPython } from './peers/python.ts';

/** `own`: the split of `src/evaluate/viewers.ts`. `reference`: that of the reference tool, drawn by the tool itself. */
export type Split = 'own' | 'reference';

export interface SplitOptions {
  readonly set: RatingSet;
  readonly split: Split;
  readonly part: Exclude<Part, 'train'>;
  readonly seed: number;
  /** The path of the reference tool. */
  readonly tool: string;
  /** Whether `folder` must hold the problem, for peers in other languages. */
  readonly export: boolean;
}

/**
 * The world of one P1 run.
 * @param folder an empty folder for the problem
 * @throws REFERENCE_MISSING; USAGE when the reference tool cannot run
 */
export async function drawWorld(reference: string, folder: string, options: SplitOptions): Promise<SweepWorld> {
  const { set, split, part, seed, tool } = options;
  const rules = setRules[set];
  if (split === 'reference') {
    const python = peerPython();
    const done =
      python === undefined ? { failure: noPython } : await runPython(python, 'reference_split.py', [tool, set, folder]);
    if ('failure' in done)
      throw fault('USAGE', {
        problem: `--split reference needs ${tool}, which did not run: ${done.failure} Its Python is made by bench/peers/create-venv.sh.`,
        command: 'evaluate',
      });
    return readProblem(folder);
  }
  const world = sweepWorld(await readLikes(join(reference, 'ratings'), rules), rules, { part, seed });
  if (options.export) await writeProblem(folder, world);
  return world;
}

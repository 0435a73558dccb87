import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, rankByScores, sweepTable, type Measured, type Rank } from '#evaluate/p1-basket-sweep.ts';
import { setRules } from '#evaluate/rating-sets.ts';
import type { Report } from '#evaluate/report.ts';
import type { SweepWorld } from '#evaluate/sweep-world.ts';
import { createPool } from '#kernels/pool.ts';
import { ours, oursName } from './ours.ts';
import type { Contender } from './peers/contender.ts';
import { gramContenders, type Autoencoder } from './peers/gram-contenders.ts';
import { answersOf } from './peers/problem-folder.ts';
import { noPython, peerPython, pythonPeers, runPython, type PeerContext } from './peers/python.ts';
import { drawWorld, type SplitOptions } from './sweep-split.ts';

export interface SweepBenchOptions extends Omit<SplitOptions, 'export'> {
  /** Also those in Python, when they are installed. */
  readonly peers: boolean;
  readonly onProgress: (line: string) => void;
}

/** P1 on one set: our model and the peers, the same shots for all. */
export async function sweepBench(reference: string, options: SweepBenchOptions): Promise<Report> {
  const { set, split, part, seed, tool, peers, onProgress } = options;
  const l2 = set === 'letterboxd' ? 1000 : 400;
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-problem-'));
  try {
    const world = await drawWorld(reference, folder, { ...options, export: peers });
    const { train, films, head, tailTargets, questions } = world;
    const size = `${train.rows} training viewers, ${films.length} films, ${train.indices.length} likes`;
    onProgress(`${setRules[set].title}: ${size}.`);
    const all = await measureContenders(world, l2, onProgress);
    const theirs = peers ? await measurePython(world, folder, { l2, tool }, onProgress) : { measured: [], notes: [] };
    const drawn =
      split === 'own'
        ? `${part} viewers by hash, baskets by seed ${seed}; a viewer with k likes or fewer is not asked at k`
        : 'viewers and baskets as the reference tool draws them; a viewer with fewer likes than k gives them all';
    return {
      protocol: 'P1',
      key: `P1 ${set}${split === 'own' ? '' : ' reference'}`,
      title: `P1: basket sweep, ${setRules[set].title}${split === 'own' ? '' : ', split of the reference tool'}`,
      command: [
        'evaluate P1',
        `--set ${set}`,
        ...(split === 'own' ? [] : ['--split reference']),
        ...(peers ? ['--peers'] : []),
      ].join(' '),
      notes: [
        `${size}; ${drawn}. Tail: outside the ${head.reduce((sum, flag) => sum + flag, 0)} most liked films, viewers with at least ${tailTargets} such targets. Popularity: likes by training viewers.`,
        ...theirs.notes,
      ],
      tables: questions.map((question, at) =>
        sweepTable(
          question,
          [...all, ...theirs.measured].flatMap((measured) => measured[at] ?? []),
          world,
          { ours: oursName, seed },
        ),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each system on every question of a world, one after the other: ours first. */
async function measureContenders(
  world: SweepWorld,
  l2: number,
  onProgress: (line: string) => void,
): Promise<Measured[][]> {
  await using pool = createPool();
  using peers = await gramContenders(pool, world.train, { autoencoders: autoencoders(l2) });
  const measured: Measured[][] = [];
  const own: Contender = { name: oursName, make: () => ours(world.train, world.films) };
  for (const { name, make } of [own, ...peers.contenders]) {
    const start = performance.now();
    const scorer = await make();
    const made = performance.now();
    measured.push(measureAll(name, rankByScores(scorer, world), world));
    onProgress(`${name}: made in ${seconds(made - start)} s, asked in ${seconds(performance.now() - made)} s.`);
  }
  return measured;
}

/** The peers in Python on the questions of a problem folder; those that fail are named in a note. */
async function measurePython(
  world: SweepWorld,
  folder: string,
  context: PeerContext,
  onProgress: (line: string) => void,
): Promise<{ measured: Measured[][]; notes: string[] }> {
  const python = peerPython();
  if (python === undefined) {
    onProgress(noPython);
    return { measured: [], notes: [noPython] };
  }
  const measured: Measured[][] = [];
  const notes: string[] = [];
  for (const { system, title, file, needs } of pythonPeers) {
    const done = await runPython(python, file, [folder, ...needs(context)]);
    if ('failure' in done) {
      notes.push(`${title} is left out: ${done.failure}.`);
      onProgress(notes.at(-1) ?? '');
      continue;
    }
    onProgress(`${title}: ${done.line} (seconds).`);
    measured.push(measureAll(title, await answersOf(folder, system, world), world));
  }
  return { measured, notes };
}

/** One system on every question. */
function measureAll(name: string, rank: Rank, world: SweepWorld): Measured[] {
  return world.questions.map((question) => measure(name, rank, question, world));
}

/** EASE at its own regularisation; the denoising ones at a quarter of it, as the reference tool has them. */
function autoencoders(l2: number): Autoencoder[] {
  return [
    { name: `EASE (l2 ${l2})`, l2, dropout: 0 },
    ...[0.9, 0.97, 0.99, 0.995].map((dropout) => ({ name: `EDLAE p=${dropout}`, l2: l2 / 4, dropout })),
  ];
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

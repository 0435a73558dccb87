import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeArtefact } from '#kernels/artefact.ts';
import { bucketNames } from '#models/collaborative/buckets.ts';
import { collaborativeVersion, fitCollaborative } from '#models/collaborative/fit.ts';
import { fitIals } from '#models/collaborative/ials.ts';
import { packedFrom } from '#models/collaborative/packed-rows.ts';
import { defaultParameters, type Parameters } from '#models/collaborative/parameters.ts';
import { readLikesFolder } from './likes-folder.ts';
import type { ChildRun } from './run-child.ts';

// One training in a process of its own, so that its memory is its own: `child.ts FOLDER [--ials]`, prints one line of JSON. The five matrices
// without iALS, or iALS alone; reading the likes is not counted.
const [folder = '', mode] = process.argv.slice(2);
const { likes, keep, shown } = readLikesFolder(folder);
const films = Array.from({ length: likes.columns }, (_, film) => String(film).padStart(8, '0'));
const steps: ChildRun['steps'][number][] = [];
const [cpu, wall] = [process.cpuUsage(), performance.now()];
let spent = 0;
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage(cpu);
  return (user + system) / 1e6;
};
const buffer =
  mode === '--ials'
    ? await fitIals(likes, films)
    : await fitCollaborative(likes, films, {
        parameters: withoutFactors(defaultParameters),
        budget: keep * likes.columns * 4 * bucketNames.length,
        onStep: (step, seconds) => {
          const now = cpuSeconds();
          steps.push({ step, seconds, cpuSeconds: now - spent });
          spent = now;
        },
      });
const run: ChildRun = {
  steps,
  seconds: (performance.now() - wall) / 1e3,
  cpuSeconds: cpuSeconds(),
  peakMB: process.resourceUsage().maxRSS / 1e3,
};
if (mode !== '--ials') writeShown(buffer);
console.log(JSON.stringify(run));

function withoutFactors(parameters: Parameters): Parameters {
  const bare = (name: (typeof bucketNames)[number]): Parameters[typeof name] => ({ ...parameters[name], factors: 0 });
  return { '1': bare('1'), '2-3': bare('2-3'), '4-8': bare('4-8'), '9-20': bare('9-20'), more: bare('more') };
}

/** Writes the rows asked for, dense, NaN where nothing was kept. */
function writeShown(model: Buffer): void {
  const artefact = decodeArtefact(model, { kind: 'collaborative', version: collaborativeVersion });
  if (typeof artefact === 'string') throw new Error(`The model cannot be read back: ${artefact}.`);
  const n = likes.columns;
  for (const [at, name] of bucketNames.entries()) {
    const weights = packedFrom(name, artefact.arrays, n);
    if (weights === null) throw new Error(`The matrix for baskets of ${name} is missing.`);
    const { starts, columns, values, scales } = weights;
    const rows = new Float32Array(shown.length * n).fill(Number.NaN);
    for (const [r, film] of shown.entries())
      for (let k = starts[film] ?? 0; k < (starts[film + 1] ?? 0); k++)
        rows[r * n + (columns[k] ?? 0)] = (values[k] ?? 0) * (scales[film] ?? 0);
    writeFileSync(join(folder, `ours-${at}.f32`), rows);
  }
}

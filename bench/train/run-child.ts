import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What one training took, by the clock and in seconds of all processors together (on a shared machine the second says more). */
export interface ChildRun {
  readonly steps: readonly { readonly step: string; readonly seconds: number; readonly cpuSeconds: number }[];
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMB: number;
}

const timing = { seconds: z.number(), cpuSeconds: z.number() };
const shape = z.object({
  steps: z.array(z.object({ step: z.string(), ...timing })),
  ...timing,
  peakMB: z.number(),
});
const peers = join(import.meta.dirname, '..', 'peers');

/** The last line that a training prints. */
export function parseRun(output: string): ChildRun {
  return shape.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

/** Our training of a folder of likes, the five matrices or iALS alone, in a process of its own. */
export function runOurs(
  folder: string,
  { accelerator, ials = false }: { accelerator: 'off' | 'wide'; ials?: boolean },
): ChildRun {
  const child = join(import.meta.dirname, 'child.ts');
  return parseRun(run(process.execPath, [child, folder, ...(ials ? ['--ials'] : [])], accelerator));
}

/** A peer's: a script of bench/peers. */
export function runPeer(python: string, script: string, args: readonly string[]): ChildRun {
  return parseRun(run(python, [join(peers, script), ...args]));
}

function run(program: string, args: readonly string[], accelerator = 'off'): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LANTERNE_ACCELERATOR: accelerator },
  });
}

/** Whether a Python has some modules. */
export function hasModules(python: string, modules: string): boolean {
  return spawnSync(python, ['-c', `import ${modules}`], { stdio: 'ignore' }).status === 0;
}

/** How far the weights that both kept are apart: the largest difference, and the largest weight. */
export function compareShown(folder: string, bucket: number): { difference: number; largest: number } {
  const [ours, theirs] = ['ours', 'numpy'].map((name) => {
    const bytes = readFileSync(join(folder, `${name}-${bucket}.f32`));
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  });
  let [difference, largest] = [0, 0];
  for (const [at, value] of (ours ?? new Float32Array(0)).entries()) {
    const other = theirs?.[at] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(other)) continue;
    difference = Math.max(difference, Math.abs(value - other));
    largest = Math.max(largest, Math.abs(value));
  }
  return { difference, largest };
}

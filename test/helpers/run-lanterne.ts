import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from '#cli/main.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const door = fileURLToPath(new URL('../../bin/lanterne', import.meta.url));

/** Runs `./bin/lanterne` as a person would, in a process of its own. */
export function runLanterne(
  args: readonly string[],
  options: { cwd?: string; environment?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [door, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** Runs a command line in this process: far quicker, where the process itself is not what is tried. */
export async function runHere(...args: string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(
    args,
    (line) => (out += `${line}\n`),
    (line) => (err += `${line}\n`),
  );
  return { code, out, err };
}

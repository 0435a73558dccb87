import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A system written in Python, in a file of this folder. */
export interface PythonPeer {
  /** The folder of its lists. */
  readonly system: string;
  readonly title: string;
  readonly file: string;
  /** What follows the problem folder on its command line. */
  readonly needs: (context: PeerContext) => readonly string[];
}

export interface PeerContext {
  /** The l2 of EASE on this set. */
  readonly l2: number;
  /** The path of the reference tool. */
  readonly tool: string;
}

const nothing = (): readonly string[] => [];

/** Every peer that `--peers` runs. Those of the reference tool are there to check the judge: they must equal ours of the same name. */
export const pythonPeers: readonly PythonPeer[] = [
  { system: 'implicit_als', title: 'implicit: ALS, 64 factors', file: 'implicit_als.py', needs: nothing },
  {
    system: 'implicit_cosine',
    title: 'implicit: item cosine, 200 neighbours',
    file: 'implicit_cosine.py',
    needs: nothing,
  },
  { system: 'implicit_bm25', title: 'implicit: item BM25, 200 neighbours', file: 'implicit_bm25.py', needs: nothing },
  { system: 'lenskit_itemknn', title: 'lenskit: ItemKNN', file: 'lenskit_itemknn.py', needs: nothing },
  {
    system: 'lenskit_implicit_mf',
    title: 'lenskit: ImplicitMF, 64 factors',
    file: 'lenskit_implicit_mf.py',
    needs: nothing,
  },
  {
    system: 'lenskit_ease',
    title: 'lenskit: EASE, same l2',
    file: 'lenskit_ease.py',
    needs: ({ l2 }) => [String(l2)],
  },
  {
    system: 'reference_edlae',
    title: 'reference tool: EDLAE p=0.97',
    file: 'reference_edlae.py',
    needs: ({ l2, tool }) => [tool, '0.97', String(l2 / 4)],
  },
];

/** What to say when the peers are wanted and cannot run. */
export const noPython =
  'The peers in Python are left out: bench/.venv is not there. Create it with `sh bench/peers/create-venv.sh` (Python 3.11 or later), then run this again.';

/** The interpreter of the peers, if it has been installed. */
export function peerPython(): string | undefined {
  const path = join(import.meta.dirname, '..', '.venv', 'bin', 'python');
  return existsSync(path) ? path : undefined;
}

/** A peer is stopped after this long: it is then left out, and the report says so. */
const longest = 600_000;

/**
 * Runs a script of this folder.
 * @returns its last line of output, or why it failed, as the end of a sentence
 */
export async function runPython(
  python: string,
  file: string,
  args: readonly string[],
): Promise<{ line: string } | { failure: string }> {
  const child = spawn(python, [join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
    // implicit asks for it: its own threads and those of the matrix library would fight.
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      ...(file.startsWith('implicit') ? { OPENBLAS_NUM_THREADS: '1' } : {}),
    },
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...ended) => resolve(ended));
    child.on('error', (error) => {
      err.push(error.message);
      resolve([1, null]);
    });
  });
  if (code === 0) return { line: lastLine(out) };
  return { failure: signal === null ? lastLine(err) : 'it took more than ten minutes' };
}

const lastLine = (chunks: readonly string[]): string => chunks.join('').trim().split('\n').at(-1) ?? '';

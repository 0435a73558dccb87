import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** `lanterne start` in a process of its own, as an operator runs it. */
export interface RunningSite extends AsyncDisposable {
  readonly url: string;
  /** What it has said on its standard error. */
  said(): string;
}

const door = fileURLToPath(new URL('../../bin/lanterne', import.meta.url));

/** Starts it on a data folder and waits until it answers. @throws with what it said when it ends before */
export async function runSite(
  folder: string,
  environment: (url: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<RunningSite> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [door, 'start', '--port', String(port), '--data', folder], {
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...environment(url) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const ended = once(child, 'close');
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('answers at')) resolve();
    });
    child.once('close', () => reject(new Error(`the site ended before it answered: ${err}`)));
  });
  return {
    url,
    said: () => err,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Links of letters say the port: it must be known before the site starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of the test's own, in a temporary folder, reached by a socket in it: no port, no password, nothing shared. */
export interface ThrowAwayPostgresql extends AsyncDisposable {
  /** Makes an empty database; resolves to its address. */
  database(): Promise<string>;
  /** Ends the server at once, without a checkpoint, and starts it again on what it left. No power cut: it runs with fsync off. */
  crash(): Promise<void>;
  /** Ends every connection. */
  dropConnections(): Promise<void>;
}

/** The folder of `initdb` and `postgres`, the newest that Debian's packages left or the one on the path; null when there is none. */
export function findPostgresql(): string | null {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(packaged, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':').filter((folder) => folder !== ''),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** Starts a server; PostgreSQL refuses to run as root, so root lends it the name of nobody. */
export async function startPostgresql(
  binaries: string,
  {
    fsync = false,
  }: { /** Whether a commit is on the disk before it is acknowledged: for what is measured. */ fsync?: boolean } = {},
): Promise<ThrowAwayPostgresql> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-pg-'));
  const isRoot = process.getuid?.() === 0;
  const nobody = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (nobody.uid !== undefined && nobody.gid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'lanterne', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...nobody, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr} ${made.error?.message ?? ''}`);
  const address = (name: string): string =>
    `postgresql://lanterne@localhost/${name}?host=${encodeURIComponent(folder)}`;
  const log = join(folder, 'log');

  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const output = openSync(log, 'a');
    server = spawn(
      join(binaries, 'postgres'),
      [
        '-D',
        data,
        '-k',
        folder,
        '-c',
        'listen_addresses=',
        '-c',
        `fsync=${fsync ? 'on' : 'off'}`,
        '-c',
        'max_connections=60',
      ],
      { ...nobody, cwd: folder, stdio: ['ignore', output, output] },
    );
    closeSync(output);
    for (let attempt = 0; ; attempt++) {
      try {
        return await ask('select 1');
      } catch (error) {
        if (attempt > 300 || server.exitCode !== null)
          throw new Error(`PostgreSQL does not start: ${readFileSync(log, 'utf8').slice(-2000)}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const ask = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: address('postgres') });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => {});
    }
  };
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      if (server === null || server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once('exit', () => resolve());
      server.kill(signal);
    });
  const atExit = (): void => void server?.kill('SIGQUIT');
  process.once('exit', atExit);

  await start();
  let databases = 0;
  return {
    async database() {
      const name = `state_${++databases}`;
      await ask(`create database ${name}`);
      return address(name);
    },
    async crash() {
      await end('SIGQUIT'); // PostgreSQL's "immediate shutdown": no checkpoint, recovery at the next start
      await start();
    },
    dropConnections: () =>
      ask('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()').catch(() => {}),
    async [Symbol.asyncDispose]() {
      await end('SIGINT');
      process.off('exit', atExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const idOf = (which: '-u' | '-g'): number => Number(spawnSync('id', [which, 'nobody'], { encoding: 'utf8' }).stdout);

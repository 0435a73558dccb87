import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fault, LanterneError } from '#errors.ts';
import { openDatabase } from '#catalogue/database.ts';
import { fillFilmCards } from '#catalogue/film-cards.ts';
import { lockFolder } from '#catalogue/lock.ts';
import { invariants, rejections as rejectionRows, totals } from '#catalogue/queries/info.ts';
import { runQuery } from '#catalogue/query.ts';
import { collectRejections, type Rejection, type Rejections } from '#catalogue/rejections.ts';
import { readAfcae } from '#catalogue/sources/afcae.ts';
import { findFiles, imdbFiles, tmdbFiles } from '#catalogue/sources/files.ts';
import { sieveImdb } from '#catalogue/sources/sieve-imdb.ts';
import { tmdbReaders } from '#catalogue/sources/tmdb-extras.ts';
import { catalogueVersion } from '#catalogue/version.ts';

export interface BuildOptions {
  readonly imdb: string;
  readonly tmdb?: string;
  readonly afcae?: string;
  readonly minVotes?: number;
  readonly keepAdult?: boolean;
  /** What the facts are said to come from; the starter's own say 'starter'. */
  readonly imdbSource?: string;
  readonly tmdbSource?: string;
  readonly onProgress?: (message: string, done: number) => void;
  readonly now?: () => Date;
}

export interface BuildReport {
  readonly films: number;
  readonly series: number;
  readonly people: number;
  readonly credits: number;
  readonly withoutOverview: number;
  readonly rejected: Rejection[];
  readonly seconds: number;
  readonly peakMemoryMB: number;
}

/**
 * Builds `catalogue.duckdb` in `folder` from the raw files. The new file takes the old one's place by a rename when it is whole and
 * sound: killed at any moment, or refused, the old one stays.
 * @throws the faults of the sources, NO_FILMS, BUILD_RUNNING, DISK_FULL, CANNOT_WRITE
 */
export async function buildCatalogue(folder: string, options: BuildOptions): Promise<BuildReport> {
  const started = performance.now();
  const target = join(folder, 'catalogue.duckdb');
  try {
    mkdirSync(folder, { recursive: true });
    using _lock = lockFolder(join(folder, 'catalogue.lock'));
    for (const left of readdirSync(folder).filter((name) => name.startsWith('.building-')))
      rmSync(join(folder, left), { recursive: true, force: true });
    const work = join(folder, `.building-${process.pid}`);
    mkdirSync(work);
    try {
      const counts = await fill(join(work, 'catalogue.duckdb'), work, options);
      flush(join(work, 'catalogue.duckdb'));
      renameSync(join(work, 'catalogue.duckdb'), target);
      return {
        ...counts,
        seconds: Math.round((performance.now() - started) / 100) / 10,
        peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
      };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw asDiskFault(error, target);
  }
}

type Counts = Omit<BuildReport, 'seconds' | 'peakMemoryMB'>;

async function fill(path: string, work: string, options: BuildOptions): Promise<Counts> {
  const now = (options.now ?? (() => new Date()))();
  const progress = options.onProgress ?? (() => {});
  const rejections = collectRejections();
  const loads = new Map<string, string>();
  const sources: Source[] = [];

  const dumps = findFiles(options.imdb, imdbFiles, 'tsv', ['title.basics']);
  const extract = options.tmdb === undefined ? null : findFiles(options.tmdb, tmdbFiles, 'csv', ['tmdb_full']);
  const imdbSource = options.imdbSource ?? 'imdb';
  const tmdbSource = options.tmdbSource ?? 'tmdb';
  const steps = dumps.size + (extract?.size ?? 0) + 3;
  let step = 0;

  const sieved = await sieveImdb(dumps, work, (report) => {
    const file = dumps.get(report.file) ?? '';
    sources.push({ name: imdbSource, file, rows: report.lines });
    if (report.repeats > 0)
      rejections.add(report.file, 'the same identifier twice: the first kept', report.repeatExample, report.repeats);
    if (report.strange > 0)
      rejections.add(report.file, 'not a title identifier', report.strangeExample, report.strange);
    if (report.bad > 0)
      rejections.add(report.file, 'another number of columns than the header', report.badExample, report.bad);
    progress(
      `${basename(file)}: ${report.kept.toLocaleString('en')} of ${report.lines.toLocaleString('en')} lines kept`,
      ++step / steps,
    );
  });
  for (const [file, out] of sieved) loads.set(file, out);
  const renown = join(options.imdb, 'renown.tsv');
  if (existsSync(renown)) {
    const { readRenown } = await import('#catalogue/sources/renown.ts');
    loads.set('renown', join(work, 'renown.tsv'));
    sources.push({ name: imdbSource, file: renown, rows: await readRenown(renown, join(work, 'renown.tsv')) });
  }
  for (const [file, source] of extract ?? []) {
    const out = join(work, `${file}.tsv`);
    const rows = await tmdbReaders[file](source, out, rejections);
    loads.set(file, out);
    sources.push({ name: tmdbSource, file: source, rows });
    progress(`${basename(source)}: ${rows.toLocaleString('en')} rows`, ++step / steps);
  }
  if (options.afcae !== undefined) {
    const out = join(work, 'afcae.tsv');
    sources.push({ name: 'afcae', file: options.afcae, rows: await readAfcae(options.afcae, out) });
    loads.set('afcae', out);
  }

  await using database = await openDatabase(path, 'READ_WRITE', {
    memory: '700MB',
    threads: 2,
    temporary: join(work, 'spill'),
  });
  const { connection } = database;
  const setVariable = async (name: string, value: string | number | boolean): Promise<void> => {
    await connection.run(`SET VARIABLE ${name} = $1`, [value]);
  };
  await setVariable('this_year', now.getFullYear());
  await setVariable('keep_adult', options.keepAdult ?? false);
  await setVariable('min_votes', options.minVotes ?? 0);
  await setVariable('imdb_source', imdbSource);
  await setVariable('tmdb_source', tmdbSource);
  await connection.run('SET preserve_insertion_order = false');
  await connection.run(readStep('00-raw.sql'));
  for (const [file, out] of loads) {
    await setVariable(`file_${file.replace('.', '_')}`, out);
    await connection.run(readStep(`load/${file}.sql`));
  }
  progress('tables', ++step / steps);
  for (const name of [
    '10-tables.sql',
    '20-titles.sql',
    '30-tmdb.sql',
    '40-films.sql',
    '50-attributes.sql',
    '60-credits.sql',
    '70-people.sql',
    '75-let-go.sql',
    '80-art-et-essai.sql',
  ])
    await connection.run(readStep(name));
  await fillFilmCards(connection);
  progress('checks', ++step / steps);
  await check(connection, options);
  return await conclude(connection, sources, rejections, now);
}

interface Source {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
}

function readStep(name: string): string {
  return readFileSync(new URL(`steps/${name}`, import.meta.url), 'utf8');
}

async function check(connection: DuckDBConnection, options: BuildOptions): Promise<void> {
  const films = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM film');
  if (films.getRows()[0]?.[0] === 0) {
    throw fault('NO_FILMS', {
      file: options.imdb,
      filters: `movie or tvMovie, ${options.keepAdult ? '' : 'not adult, '}at least ${options.minVotes ?? 0} votes`,
    });
  }
  const broken = (await runQuery(connection, invariants, {})).filter((promise) => promise.broken > 0);
  if (broken.length > 0)
    throw fault('UNEXPECTED', {
      reason: `the new catalogue breaks its promises: ${broken.map(({ promise, broken: times }) => `${promise} (${times})`).join(', ')}`,
    });
}

async function conclude(
  connection: DuckDBConnection,
  sources: readonly Source[],
  rejections: Rejections,
  now: Date,
): Promise<Counts> {
  for (const { name, file, rows } of sources) {
    const date = statSync(file).mtime.toISOString().slice(0, 10);
    await connection.run('INSERT INTO source VALUES ($1, $2, $3::DATE, $4)', [name, basename(file), date, rows]);
  }
  for (const { file, reason, count, example } of rejections.list())
    await connection.run('INSERT INTO rejection VALUES ($1, $2, $3, $4)', [file, reason, count, example]);
  await connection.run("INSERT INTO build_info VALUES ('version', $1), ('built_at', $2)", [
    String(catalogueVersion),
    now.toISOString(),
  ]);
  // The vocabulary's fingerprint: a model trained on other films, or on the same films in another order, is refused by it.
  await connection.run("INSERT INTO build_info SELECT 'vocabulary', md5(string_agg(id, ' ' ORDER BY film)) FROM film");
  const rejected = await runQuery(connection, rejectionRows, {});
  const [counted] = await runQuery(connection, totals, {});
  if (counted === undefined) throw fault('UNEXPECTED', { reason: 'the new catalogue cannot be counted' });
  await connection.run('CHECKPOINT');
  return { ...counted, rejected };
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const unwritable = new Set([
  'EACCES',
  'EROFS',
  'EPERM',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENOTEMPTY',
  'ENAMETOOLONG',
  'ELOOP',
]);

function asDiskFault(error: unknown, file: string): unknown {
  if (error instanceof LanterneError || !(error instanceof Error)) return error;
  if (('code' in error && error.code === 'ENOSPC') || /no space left|disk full/i.test(error.message))
    return fault('DISK_FULL', { file, needed: '3 GB for the full dumps' }, error);
  if ('code' in error && (unwritable.has(String(error.code)) || ('syscall' in error && error.syscall === 'mkdir')))
    return fault('CANNOT_WRITE', { file, reason: error.message }, error);
  return error;
}

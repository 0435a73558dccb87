import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hitRate, keystrokes, measure, namesakesOf, quantile, type Engine, type Score } from './measure.ts';
import { m31, miniSearch, ours } from './peers.ts';
import { searchQueries, type Sample } from './queries.ts';
import { referenceNames, type ReferenceNames } from './reference-names.ts';

/** `source` is read when not given; `queries` a class and a sample; `slowQueries` those given to a peer that is slow. */
export interface SearchBenchOptions {
  readonly source?: ReferenceNames;
  readonly seed?: number;
  readonly queries?: number;
  readonly slowQueries?: number;
  readonly peers?: boolean;
}

export interface SearchReport {
  readonly seed: number;
  readonly films: number;
  readonly names: number;
  readonly engines: readonly EngineReport[];
}

export interface EngineReport {
  readonly engine: string;
  readonly buildSeconds: number;
  readonly megabytes: number;
  readonly p50: number;
  readonly p95: number;
  /** Keys struck to the first five rows for the 500 most voted films; null for a peer too slow to ask. */
  readonly keystrokes: number | null;
  readonly classes: readonly { readonly sample: Sample; readonly name: string; readonly score: Score }[];
}

const SAMPLES: Sample[] = ['by votes', 'uniform'];
const SLOW_MILLISECONDS = 20;

/** Protocol P4: every engine on the same names and the same queries in one run. */
export async function runSearchBench(options: SearchBenchOptions = {}): Promise<SearchReport> {
  const { seed = 20261122, queries = 1000, slowQueries = 100, peers = true } = options;
  const source = options.source ?? (await referenceNames(process.env['LANTERNE_REFERENCE'] ?? '../shared/data'));
  const engines: EngineReport[] = [];
  for (const make of peers ? [ours, m31, miniSearch] : [ours]) {
    engines.push(report(make(source), source, seed, queries, slowQueries));
  }
  return { seed, films: source.films, names: source.names.length, engines };
}

function report(
  engine: Engine,
  source: ReferenceNames,
  seed: number,
  queries: number,
  slowQueries: number,
): EngineReport {
  const namesakes = namesakesOf(source);
  const warm = searchQueries(source, seed + 1, 20, 'by votes');
  const pace = quantile(
    [...warm.values()].flatMap((list) => measure(engine, list, namesakes).milliseconds),
    0.5,
  );
  const slow = pace > SLOW_MILLISECONDS;
  const classes = SAMPLES.flatMap((sample) =>
    [...searchQueries(source, seed, queries, sample)].map(([name, list]) => ({
      sample,
      name,
      score: measure(engine, slow ? list.slice(0, slowQueries) : list, namesakes),
    })),
  );
  const all = classes.flatMap(({ score }) => score.milliseconds);
  return {
    engine: engine.name,
    buildSeconds: engine.buildSeconds,
    megabytes: engine.megabytes,
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    keystrokes: slow ? null : keystrokes(engine, source, 500),
    classes,
  };
}

/** The figures as two Markdown tables: hits a class, then cost. */
export function searchTables({ engines }: SearchReport): string {
  const [first] = engines;
  const head = (name: string): string[] => [
    `| ${[name, ...engines.map(({ engine }) => engine)].join(' | ')} |`,
    `|---|${engines.map(() => '---|').join('')}`,
  ];
  const row = (name: string, of: (engine: EngineReport) => string): string =>
    `| ${[name, ...engines.map(of)].join(' | ')} |`;
  const classes = (first?.classes ?? []).map(({ sample, name, score }, at) =>
    row(`${name}, ${sample}`, (engine) => {
      const theirs = engine.classes[at]?.score;
      if (theirs === undefined) return '-';
      const fewer = theirs.places.length < score.places.length;
      return cell(theirs) + (fewer ? ` (${first?.engine}: ${cell(score, theirs.places.length)})` : '');
    }),
  );
  return [
    ...head('class'),
    ...classes,
    '',
    ...head('cost, same run'),
    row('p50 / p95, ms', ({ p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)}`),
    row('index, s', ({ buildSeconds }) => buildSeconds.toFixed(1)),
    row('memory, MB', ({ megabytes }) => megabytes.toFixed(0)),
    row('keystrokes to hit@5, 500 most voted', (engine) => engine.keystrokes?.toFixed(1) ?? 'not run'),
  ].join('\n');
}

/** How the tables are read. */
export function searchNote({ seed, films, names }: SearchReport): string {
  return `Title search: ${films} films, ${names} names, seed ${seed}. hit@1/hit@5 in %, the very film ± standard error of hit@1; in brackets, any film of that folded title; n queries a class. After a peer that was given fewer queries: the first engine on those same queries.`;
}

function cell({ places, lenientPlaces }: Score, rows = places.length): string {
  const percent = (of: number[], first: number): string => (100 * hitRate(of.slice(0, rows), first)).toFixed(1);
  const hit = hitRate(places.slice(0, rows), 1);
  const error = (100 * Math.sqrt((hit * (1 - hit)) / Math.max(1, rows))).toFixed(1);
  return `${percent(places, 1)}±${error}/${percent(places, 5)} [${percent(lenientPlaces, 1)}/${percent(lenientPlaces, 5)}] n=${rows}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      queries: { type: 'string' },
      slow: { type: 'string' },
      alone: { type: 'boolean' },
    },
  });
  const found = await runSearchBench({
    seed: Number(values.seed ?? 20261122),
    queries: Number(values.queries ?? 1000),
    slowQueries: Number(values.slow ?? 100),
    peers: values.alone !== true,
  });
  console.log(`${searchNote(found)}\n\n${searchTables(found)}`);
}

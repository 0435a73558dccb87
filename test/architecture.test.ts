import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => /\.tsx?$/.test(name))
  .sort();
const source = new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));

/** The layer of a file: its folder, or its own name for the files at the root. */
const layerOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.tsx?$/, '');

// Who may import whom, and why: data flows one way, so that a layer can be read, tested and replaced without those after it.
const base = ['brand', 'errors', 'config'];
const allowed: Record<string, { may: string[]; why: string }> = {
  brand: { may: [], why: 'names of types only' },
  errors: { may: [], why: 'every layer raises its faults, so it depends on none' },
  config: { may: ['errors'], why: 'read once, before anything else exists' },
  kernels: { may: [], why: 'pure numbers on typed arrays know nothing of films' },
  words: { may: [], why: 'how a language says numbers, names and lists; it says nothing itself' },
  html: { may: [], why: 'text becomes HTML without ever becoming tags' },
  'decode-text': { may: [], why: 'bytes become text, whoever sent them' },
  charts: { may: ['words'], why: 'rows become pictures, whatever they count' },
  market: {
    may: ['catalogue', 'kernels', 'words', 'recommend', ...base],
    why: 'figures of a place and what is computed from them, the local taste that the engine is given among it',
  },
  download: { may: base, why: 'official files come as they are, whatever they hold' },
  indicators: {
    may: ['catalogue', 'market', 'charts', 'kernels', 'words', ...base],
    why: 'questions put to the catalogue and the market, answered with their uncertainty',
  },
  advice: {
    may: ['catalogue', 'market', 'indicators', 'charts', 'kernels', 'words', ...base],
    why: 'what a cinema might specialise in, drawn from the catalogue and the market',
  },
  report: {
    may: [
      'calendar',
      'market',
      'indicators',
      'advice',
      'charts',
      'demand',
      'html',
      'state',
      'kernels',
      'words',
      ...base,
    ],
    why: 'one week told from what the people of the site did and wish, the market and the advice; it is given the catalogue’s answers',
  },
  catalogue: { may: ['kernels', 'brand', 'errors'], why: 'it is built from raw files alone' },
  search: { may: ['kernels', 'catalogue', ...base], why: 'titles in, films out' },
  features: { may: ['kernels', 'catalogue', ...base], why: 'catalogue rows become matrices' },
  models: { may: ['kernels', 'features', ...base], why: 'a model sees matrices, never the database' },
  recommend: {
    may: ['models', 'features', 'kernels', ...base],
    why: 'the engine is given values and never reads state',
  },
  calendar: { may: ['errors'], why: 'weeks of cinema, from Wednesday to Tuesday' },
  programme: {
    may: ['calendar', 'market', 'state', 'words', 'decode-text', ...base],
    why: 'what is shown where: read from files, matched to films that it is given, told to other programs',
  },
  demand: {
    may: ['calendar', 'kernels', 'market', 'programme', 'state', 'words', ...base],
    why: 'who would come to what, from wishes and likes',
  },
  notify: {
    may: ['calendar', 'programme', 'recommend', 'state', 'words', 'html', ...base],
    why: 'programme, tastes and wishes become messages, and messages reach people; it is given how films suit people',
  },
  alerts: {
    may: ['lanterne', 'figures', 'market', 'programme', 'notify', 'demand', 'state', 'calendar', 'words', ...base],
    why: 'the composition root of the alerts: the engine, the market and the state put together',
  },
  state: { may: ['brand', 'errors'], why: 'people and what they said; the engine is given values of it, and no more' },
  evaluate: { may: ['recommend', 'models', 'kernels', ...base], why: 'it measures what the engine does, from outside' },
  quality: {
    may: ['evaluate', 'indicators', 'charts', 'words', 'kernels', ...base],
    why: 'what is said of how good the recommendations are, from figures given',
  },
  facts: {
    may: ['catalogue', 'features', ...base],
    why: 'starts the thread that gathers the facts, or reads their file',
  },
  'facts-worker': { may: ['catalogue', 'features', ...base], why: 'the thread that gathers the facts' },
  train: { may: base, why: 'starts the training thread' },
  'train-worker': {
    may: ['catalogue', 'features', 'models', 'evaluate', 'kernels', 'train-likes', ...base],
    why: 'the training thread, which measures what it puts in service',
  },
  'train-likes': {
    may: ['catalogue', 'features', 'models', 'evaluate', ...base],
    why: 'learns from likes, and asks held-out viewers before it replaces a model',
  },
  engine: {
    may: ['catalogue', 'features', 'models', 'search', 'train', 'facts', ...base],
    why: 'opens what a data folder holds',
  },
  cards: { may: ['catalogue', 'recommend', ...base], why: 'films and their reasons become what a list shows' },
  together: {
    may: ['cards', 'models', 'recommend', ...base],
    why: 'what is chosen for a group becomes what a page shows',
  },
  browse: { may: ['kernels', 'catalogue', 'features', ...base], why: 'films by facet, in an order, without a taste' },
  person: { may: ['cards', 'catalogue', ...base], why: 'a person and their films' },
  library: {
    may: ['browse', 'person', 'cards', 'catalogue', 'features', 'indicators', 'advice', ...base],
    why: 'what is looked up without a taste',
  },
  answers: {
    may: ['cards', 'catalogue', 'features', 'models', 'recommend', ...base],
    why: 'what may be asked of the composition, and what it answers: types only',
  },
  local: {
    may: ['figures', 'market', 'recommend', ...base],
    why: 'the taste of the place, handed down from the market to the engine',
  },
  'service-quality': {
    may: ['engine', 'cards', 'evaluate', 'kernels', ...base],
    why: 'what training measured, for pages that may not look at models',
  },
  figures: { may: ['market', ...base], why: 'opens the book of the market, and keeps it fresh' },
  lanterne: {
    may: [
      'answers',
      'local',
      'service-quality',
      'cards',
      'library',
      'together',
      'engine',
      'catalogue',
      'features',
      'models',
      'search',
      'recommend',
      ...base,
    ],
    why: 'the composition root',
  },
  live: { may: ['lanterne', ...base], why: 'keeps the composition fresh' },
  web: {
    may: [
      'lanterne',
      'decode-text',
      'alerts',
      'calendar',
      'programme',
      'notify',
      'demand',
      'figures',
      'live',
      'together',
      'recommend',
      'search',
      'state',
      'indicators',
      'advice',
      'report',
      'market',
      'charts',
      'quality',
      'words',
      ...base,
    ],
    why: 'pages ask the composition root, never the numbers',
  },
  cli: { may: ['*'], why: 'the command line may reach anything; nobody imports it' },
};

function importsOf(file: string): string[] {
  return [...(source.get(file) ?? '').matchAll(/(?:from|import)\s*\(?\s*'([#.][^']+)'/g)].map(([, target = '']) =>
    target.startsWith('#') ? target.slice(1) : normalize(join(dirname(file), target)),
  );
}

test('each layer imports only what it may', () => {
  const wrong = files.flatMap((file) => {
    const layer = layerOf(file);
    const rule = allowed[layer];
    if (rule === undefined) return [`${file}: the layer “${layer}” has no rule`];
    return importsOf(file)
      .map((target) => [target, layerOf(target)] as const)
      .filter(([, to]) => to !== layer && !rule.may.includes('*') && !rule.may.includes(to))
      .map(
        ([target]) =>
          `${file} imports ${target}; ${layer} may import ${rule.may.join(', ') || 'nothing of ours'}: ${rule.why}`,
      );
  });
  assert.deepEqual(wrong, []);
});

test('nobody imports the command line', () => {
  assert.deepEqual(
    files.filter((file) => layerOf(file) !== 'cli' && importsOf(file).some((target) => layerOf(target) === 'cli')),
    [],
  );
});

test('there is no cycle', () => {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'done' || !source.has(file)) return;
    if (state.get(file) === 'open') return void cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    state.set(file, 'open');
    for (const target of importsOf(file)) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  // The command line's table loads its commands, and one of them reads the table's neighbour: lazy imports are no cycle.
  assert.deepEqual(
    cycles.filter((cycle) => !cycle.startsWith('cli/main.ts')),
    [],
  );
});

test('files are short: 300 lines at most', () => {
  assert.deepEqual(
    files.filter((file) => (source.get(file) ?? '').split('\n').length > 301),
    [],
  );
});

test('files are kebab-case', () => {
  assert.deepEqual(
    files.filter((file) => !/^[a-z0-9/-]+(\.(fr|en))?\.tsx?$/.test(file)),
    [],
  );
});

test('nothing is asserted away: no any, no `!` outside kernels, `as` in three files only', () => {
  const castsAllowed = new Set(['brand.ts', 'catalogue/query.ts', 'kernels/artefact.ts']);
  const wrong = files.flatMap((file) => {
    const code = (source.get(file) ?? '').replaceAll(
      /\/\*[\s\S]*?\*\/|\/\/.*|`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g,
      "''",
    );
    const found = [];
    if (/[:<|]\s*any\b/.test(code)) found.push(`${file}: any`);
    if (!file.startsWith('kernels/') && /[\w\])]!(?=[.,;)\]\s[]|$)(?!=)/m.test(code))
      found.push(`${file}: a non-null assertion`);
    if (
      !castsAllowed.has(file) &&
      /\bas (?!const\b)[A-Z{[(]?\w*/.test(code.replaceAll(/^(import|export) [^;]*;/gm, ''))
    )
      found.push(`${file}: a cast`);
    return found;
  });
  assert.deepEqual(wrong, []);
});

test('only named exports', () => {
  assert.deepEqual(
    files.filter((file) => /export default/.test(source.get(file) ?? '')),
    [],
  );
});

test('what the product imports is installed to serve it, and nothing else of packages', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, '../package.json'), 'utf8'),
  );
  const imported = [...source].flatMap(([file, text]) =>
    [...text.matchAll(/(?:from|import\() ?'((?:@[\w.-]+\/)?[\w.-]+)[/\w.-]*'/g)].flatMap(([, name = '']) =>
      name.startsWith('.') ? [] : [`${file}: ${name}`],
    ),
  );
  assert.ok(imported.length > 50, String(imported.length));
  assert.deepEqual(
    imported.filter((one) => !Object.hasOwn(dependencies, one.split(': ')[1] ?? '')),
    [],
  );
});

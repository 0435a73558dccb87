import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { accentFrom } from '#web/accent.ts';
import { groundRules } from '#web/poster/grounds.ts';
import { withThemes } from '#web/themes.ts';

/** A file that browsers may keep for ever: its address holds its version. */
export interface Asset {
  readonly body: string;
  readonly type: string;
  readonly version: string;
}

const folder = import.meta.dirname;
// what they lack, such as nested rules, is written for them in other words
const oldestBrowsers = ['chrome88', 'firefox78', 'safari14'];
const sheets = new Map<string, Asset>();
const scripts = new Map<string, Asset>();

/** The style sheet in a cinema's accent colour: every file of style/, in the order of their names, made small. */
export function styleSheet(accent: string): Asset {
  const kept = sheets.get(accent);
  if (kept !== undefined) return kept;
  const { onPaper, onNight, paperLetters, nightLetters } = accentFrom(accent);
  const colours = [
    groundRules(),
    `:root {--accent:${onPaper};--on-accent:${paperLetters}}`,
    `@media (prefers-color-scheme: dark) {:root {--accent:${onNight};--on-accent:${nightLetters}}}`,
  ];
  const files = readdirSync(join(folder, 'style'))
    .filter((name) => name.endsWith('.css'))
    .toSorted();
  const source = [...colours, ...files.map((name) => readFileSync(join(folder, 'style', name), 'utf8'))].join('\n');
  const { code } = transformSync(withThemes(source), { loader: 'css', minify: true, target: oldestBrowsers });
  const sheet = asset(code, 'text/css; charset=utf-8');
  sheets.set(accent, sheet);
  return sheet;
}

/** One island of script by its name, or null when there is none of that name. */
export function island(name: string): Asset | null {
  return islands().get(name) ?? null;
}

/** The names of all the islands. */
export const islandNames = (): string[] => [...islands().keys()];

/** The version of all the islands together: they import one another by their names. */
export function islandsVersion(): string {
  return hash([...islands().values()].map(({ version }) => version).join());
}

function islands(): ReadonlyMap<string, Asset> {
  if (scripts.size > 0) return scripts;
  for (const file of readdirSync(join(folder, 'islands')).toSorted()) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, 'islands', file), 'utf8');
    const { code } = transformSync(source, { loader: 'ts', format: 'esm', target: 'es2022', minify: true });
    const linked = code.replaceAll(/(from\s*|import\s*)"(\.\/[\w-]+)\.ts"/g, '$1"$2.js"');
    scripts.set(file.slice(0, -3), asset(linked, 'text/javascript; charset=utf-8'));
  }
  return scripts;
}

const asset = (body: string, type: string): Asset => ({ body, type, version: hash(body) });

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);

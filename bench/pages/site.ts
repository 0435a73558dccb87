import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cli, filmIds, startServer } from './server.ts';
import { formatPageCosts, weighPages, type PageCost } from './weigh.ts';

const scored = z.array(
  z.object({ path: z.string(), scores: z.array(z.number()).length(4), failing: z.array(z.string()) }),
);
type Scored = z.infer<typeof scored>;

export interface SiteReport {
  readonly costs: readonly PageCost[];
  /** Lighthouse's scores (performance, accessibility, best practices, SEO); null when it is not installed. */
  readonly lighthouse: Scored | null;
}

/** What the four main pages cost a first visitor on a slow line, and what Lighthouse says of them. */
export async function runSiteBench(data: string): Promise<SiteReport> {
  await using server = await startServer('ours', [cli, 'start', '--port', '0'], { LANTERNE_DATA: data });
  const ids = await filmIds(server.url);
  const paths = ['/', '/films', `/film/${ids[0]}`, '/parcourir', `/films?liked=${ids[0]}&liked=${ids[5]}`];
  return { costs: await weighPages(server.url, paths), lighthouse: lighthouse(paths.map((path) => server.url + path)) };
}

export function formatSiteReport({ costs, lighthouse: rows }: SiteReport): string {
  if (rows === null) return `${formatPageCosts(costs)}\n\nLighthouse: \`npm install --prefix bench/lighthouse\` first.`;
  return [
    formatPageCosts(costs),
    '',
    '| Lighthouse | performance | accessibility | best practices | SEO | what fails |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ path, scores, failing }) => `| \`${path}\` | ${scores.join(' | ')} | ${failing.join(', ')} |`),
  ].join('\n');
}

function lighthouse(urls: readonly string[]): Scored | null {
  if (!existsSync(join(import.meta.dirname, '../lighthouse/node_modules'))) return null;
  const out = execFileSync(process.execPath, [join(import.meta.dirname, 'lighthouse.mjs'), ...urls], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return scored.parse(JSON.parse(out));
}

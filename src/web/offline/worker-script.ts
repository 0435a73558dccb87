import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Asset } from '#web/assets.ts';
import type { Config } from '#config.ts';
import { offlinePlan } from '#web/offline/plan.ts';

const source = join(import.meta.dirname, 'worker.ts');

/** The service worker's script, made small; its version changes with it, with the shell and with the pages given. */
export function workerScript(config: Pick<Config, 'accent'>, offlinePages: readonly string[]): Asset {
  const code = readFileSync(source, 'utf8');
  const version = createHash('sha256')
    .update(JSON.stringify([code, offlinePages, offlinePlan(config, '')]))
    .digest('base64url')
    .slice(0, 10);
  const { code: body } = transformSync(code, {
    loader: 'ts',
    format: 'iife',
    target: 'es2022',
    minify: true,
    define: { PLAN: JSON.stringify(offlinePlan(config, version)) },
  });
  return { body, type: 'text/javascript; charset=utf-8', version };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync, type TransformOptions } from 'esbuild';
import type { Asset } from '#web/assets.ts';
import { offlinePlan, type PlanConfig } from '#web/offline/plan.ts';

/** What can be read without a network; what is shown when a notification comes. Each stands alone. */
const sources = ['worker.ts', 'worker-push.ts'].map((name) => join(import.meta.dirname, name));

/** The service worker's script, made small; its version changes with it, with the shell and with the pages given. */
export function workerScript(config: PlanConfig, offlinePages: readonly string[]): Asset {
  const codes = sources.map((source) => readFileSync(source, 'utf8'));
  const version = createHash('sha256')
    .update(JSON.stringify([codes, offlinePages, offlinePlan(config, '')]))
    .digest('base64url')
    .slice(0, 10);
  const small = (code: string, more: TransformOptions = {}): string =>
    transformSync(code, { loader: 'ts', target: 'es2022', minify: true, ...more }).code;
  const plan = small(`const PLAN = ${JSON.stringify(offlinePlan(config, version))};`);
  const made = codes.map((code) => small(code, { format: 'iife' }));
  return { body: plan + made.join(''), type: 'text/javascript; charset=utf-8', version };
}

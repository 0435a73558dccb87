import assert from 'node:assert/strict';
import { setTimeout as passed } from 'node:timers/promises';

const LONGEST = 20_000;

/** Resolves once it holds: a busy machine takes its time. @throws when it never does, in twenty seconds */
export async function until(holds: () => boolean | Promise<boolean>, what = 'it never came'): Promise<void> {
  for (const end = performance.now() + LONGEST; performance.now() < end; await passed(10)) if (await holds()) return;
  assert.fail(what);
}

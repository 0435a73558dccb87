import type { State } from '#state/open-state.ts';

/** How the memory of what visitors keep is: it answers, it does not, or there is none. */
export type Memory = 'ready' | 'failing' | 'none';

const SHORT = 2000;
const MINUTE = 60_000;

/** Asks the memory for next to nothing, and waits two seconds at most unless told. */
export async function memoryOf(state: State | null, milliseconds = SHORT): Promise<Memory> {
  if (state === null) return 'none';
  const late = Promise.withResolvers<Memory>();
  const timer = setTimeout(() => late.resolve('failing'), milliseconds);
  const asked = state.db.selectFrom('visitor').select('id').limit(1).execute();
  try {
    return await Promise.race([
      asked.then(
        () => 'ready' as const,
        () => 'failing' as const,
      ),
      late.promise,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

let toldAt = -Infinity;

/** Tells on stderr that the memory fails: one line a minute at most, however many requests find it so. */
export function tellFailing(error: unknown, now: number = performance.now()): void {
  if (now - toldAt < MINUTE) return;
  toldAt = now;
  console.error(`The memory of what visitors keep fails: ${reasonOf(error)}`);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = (error instanceof Error ? error.message || code : '') || String(error);
  return text.replaceAll(/\s+/g, ' ');
}

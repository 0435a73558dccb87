import { createHash } from 'node:crypto';
import { fault, LanterneError } from '#errors.ts';
import type { AdapterReading, ProgrammeAdapter } from '#programme/adapters/adapter.ts';
import { mostBytes } from '#programme/read/read-programme.ts';
import type { Clock } from '#state/clock.ts';
import { houseValue, setHouseValue } from '#state/house.ts';
import type { Db } from '#state/schema.ts';

/**
 * Asks a ticketing system for what is new since the last time: within a time, up to a size, following no redirection elsewhere.
 * @param base the address that the system gave the house
 * @throws ADAPTER_FAILED, and PROGRAMME_UNREADABLE when its answer is not one of that system
 */
export async function fetchProgramme(
  db: Db,
  adapter: ProgrammeAdapter,
  base: string,
  { now, milliseconds = 20_000 }: { readonly now: Temporal.Instant; readonly milliseconds?: number },
): Promise<AdapterReading> {
  const place = new URL(base).host;
  const failed = (reason: string, cause?: unknown): Error => fault('ADAPTER_FAILED', { place, reason }, cause);
  const since = await houseValue(db, keyOf(adapter, base));
  try {
    const answer = await fetch(adapter.address(base, since), {
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw failed(`it answered ${answer.status}`);
    }
    return adapter.read(await bytesOf(answer, failed), { file: place, now });
  } catch (error) {
    if (error instanceof LanterneError) throw error;
    const timeout = error instanceof Error && error.name === 'TimeoutError';
    throw failed(timeout ? `no answer within ${milliseconds / 1000} s` : reasonOf(error), error);
  }
}

/** Keeps where to go on from, once what was fetched is in the programme. */
export const keepPlace = async (
  db: Db,
  adapter: ProgrammeAdapter,
  base: string,
  next: string | null,
  clock: Clock,
): Promise<void> => {
  if (next !== null) await setHouseValue(db, keyOf(adapter, base), next.slice(0, 200), clock);
};

async function bytesOf(answer: Response, failed: (reason: string) => Error): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > mostBytes) throw failed(`its answer is larger than ${mostBytes / 1024 / 1024} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code || (error instanceof Error ? error.message : String(error)) || 'no answer';
};

// the address may hold a secret of the house: it is not kept beside
const keyOf = (adapter: ProgrammeAdapter, base: string): string =>
  `adapter-${adapter.name}-${createHash('sha256').update(base).digest('hex').slice(0, 16)}`;

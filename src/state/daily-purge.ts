import { purgeState, type Retention } from '#state/retention.ts';
import type { Db } from '#state/schema.ts';

const DAY = 86_400_000;

/** Deletes what may no longer be kept, now and every day, until it is disposed of; `also`: what else is to be deleted each day. A day that fails is told, and the next one tries again. */
export function dailyPurge(
  db: Db,
  retention: Retention,
  {
    every = DAY,
    onProblem = () => {},
    also = async () => {},
  }: { every?: number; onProblem?: (message: string) => void; also?: () => Promise<unknown> } = {},
): AsyncDisposable {
  let running: Promise<void> = Promise.resolve();
  const purge = (): void => {
    running = running
      .then(() => purgeState(db, retention))
      .then(also)
      .then(
        () => {},
        (error: unknown) => onProblem(`what is past its time was not deleted: ${String(error)}`),
      );
  };
  purge();
  const timer = setInterval(purge, every).unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}

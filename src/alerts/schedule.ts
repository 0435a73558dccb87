import type { Alerts } from '#alerts.ts';

const usualEvery = 30_000;

/**
 * Looks at the clock now and every half minute, and does what is due, until it is disposed of. Several processes may: one at a time does the work.
 * What fails is told, and tried again at the next look.
 */
export function startSchedule(
  alerts: Pick<Alerts, 'runDue'>,
  {
    every = usualEvery,
    now = () => Temporal.Now.instant(),
    onNote = () => {},
  }: {
    readonly every?: number;
    readonly now?: () => Temporal.Instant;
    readonly onNote?: (line: string) => void;
  } = {},
): AsyncDisposable {
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  let waiting = 0;
  const look = (): void => {
    if (waiting > 0) return;
    waiting++;
    looking = looking
      .then(async () => {
        if (stopped) return;
        const { added, campaigns, late } = await alerts.runDue({ now: now() });
        if (added > 0)
          onNote(`alerts: ${added} new in the outbox${campaigns.length === 0 ? '' : ` (${campaigns.join(', ')})`}`);
        for (const name of late) onNote(`alerts: ${name} is late, and waits until somebody of the house releases it`);
      })
      .catch((error: unknown) => onNote(`alerts: what is due was not decided, and is tried again: ${String(error)}`))
      .finally(() => waiting--);
  };
  look();
  const timer = setInterval(look, every).unref();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}

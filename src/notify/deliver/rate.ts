import { setTimeout as sleep } from 'node:timers/promises';

/** A token bucket: so many a second, and what one second allows at once after a rest. */
export interface Rate {
  /** How many workers share the rate: each takes its part. */
  share(workers: number): void;
  /** Waits for its turn. @returns false when the signal ended the wait */
  take(signal: AbortSignal): Promise<boolean>;
}

/** @param milliseconds a clock that never goes back: what the wall says may jump */
export function createRate(aSecond: number, milliseconds: () => number = () => performance.now()): Rate {
  let each = aSecond;
  let tokens = Math.max(1, aSecond);
  let last = milliseconds();
  return {
    share(workers) {
      each = aSecond / Math.max(1, workers);
    },
    async take(signal) {
      const now = milliseconds();
      tokens = Math.min(Math.max(1, each), tokens + ((now - last) * each) / 1000) - 1;
      last = now;
      // a token that is not there yet is taken on credit: who comes next waits behind
      if (tokens >= 0) return !signal.aborted;
      try {
        await sleep((-tokens / each) * 1000, undefined, { signal });
        return true;
      } catch {
        tokens++;
        return false;
      }
    },
  };
}

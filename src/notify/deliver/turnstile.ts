/** Lets so many through at a time, in the order in which they came. */
export interface Turnstile {
  /** Waits for a place; gives the function that frees it, null when the signal ended the wait. */
  enter(signal: AbortSignal): Promise<(() => void) | null>;
}

export function createTurnstile(places: number): Turnstile {
  let left = places;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) left++;
    else next();
  };
  const once = (): (() => void) => {
    let inside = true;
    return () => {
      if (inside) leave();
      inside = false;
    };
  };
  return {
    enter(signal) {
      if (signal.aborted) return Promise.resolve(null);
      if (left > 0) {
        left--;
        return Promise.resolve(once());
      }
      return new Promise((resolve) => {
        const come = (): void => {
          signal.removeEventListener('abort', giveUp);
          resolve(once());
        };
        const giveUp = (): void => {
          const at = waiting.indexOf(come);
          if (at !== -1) waiting.splice(at, 1);
          resolve(null);
        };
        waiting.push(come);
        signal.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}

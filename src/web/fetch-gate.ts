/** What came of asking a host: an answer, an answer that is of no use, or none. */
export type Asked<T> =
  | { readonly kind: 'got'; readonly value: T }
  | { readonly kind: 'refused' }
  | { readonly kind: 'silent' };

export interface FetchGate {
  /** Does the work when its turn comes; 'silent' at once when too many wait, or the host has not been answering. */
  pass<T>(work: () => Promise<Asked<T>>): Promise<Asked<T>>;
}

export interface FetchGateOptions {
  /** How many ask at the same time. */
  readonly atOnce: number;
  /** How many may wait for their turn, and for how long, in milliseconds. */
  readonly waiting: number;
  readonly patience: number;
  /** After this many silences in a row, nobody asks for a while. */
  readonly silences: number;
  readonly pause: number;
  readonly now?: () => number;
}

/** A gate before a host that is not ours: few ask it at a time, and a host that is down is left alone, so that its trouble is not ours. */
export function openFetchGate({
  atOnce,
  waiting,
  patience,
  silences,
  pause,
  now = Date.now,
}: FetchGateOptions): FetchGate {
  let active = 0;
  let inARow = 0;
  let closedUntil = 0;
  const queue: ((mayGo: boolean) => void)[] = [];
  const turn = (): Promise<boolean> => {
    if (active < atOnce) {
      active++;
      return Promise.resolve(true);
    }
    if (queue.length >= waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const go = (mayGo: boolean): void => {
        clearTimeout(timer);
        resolve(mayGo);
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(go), 1);
        resolve(false);
      }, patience);
      queue.push(go);
    });
  };
  const next = (): void => {
    const first = queue.shift();
    if (first === undefined) active--;
    else first(true);
  };
  return {
    async pass(work) {
      if (now() < closedUntil || !(await turn())) return { kind: 'silent' };
      try {
        if (now() < closedUntil) return { kind: 'silent' };
        const asked = await work();
        inARow = asked.kind === 'silent' ? inARow + 1 : 0;
        if (inARow >= silences) {
          closedUntil = now() + pause;
          inARow = 0;
        }
        return asked;
      } finally {
        next();
      }
    },
  };
}

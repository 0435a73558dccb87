import { folderStamp, openLanterne, type Lanterne } from '#lanterne.ts';
import type { Config } from '#config.ts';

/** A Lanterne that follows its data folder: when a new catalogue or model is in place, it opens it and lets the old one go. */
export interface LiveLanterne extends AsyncDisposable {
  /** The one in service now. */
  current(): Lanterne;
  /** Looks at the folder once, and swaps when it changed; true when it did. */
  refresh(): Promise<boolean>;
}

export interface LiveOptions {
  /** Milliseconds between two looks at the folder; 0 never looks by itself. */
  readonly every?: number;
  /** Milliseconds that a replaced one is kept for the answers it has under way. */
  readonly grace?: number;
  readonly onProgress?: (message: string) => void;
}

/**
 * Opens a Lanterne and keeps it fresh. A new catalogue or model that cannot be opened changes nothing: the old one goes on serving and the fault
 * is told once.
 */
export async function openLive(
  config: Config,
  { every = 2000, grace = 30_000, onProgress = () => {} }: LiveOptions = {},
): Promise<LiveLanterne> {
  let stamp = folderStamp(config.dataFolder);
  let current = await openLanterne(config, { onProgress });
  stamp = folderStamp(config.dataFolder) ?? stamp;
  let refused = '';
  let closing = false;
  const retired = new Set<Lanterne>();
  const retire = (old: Lanterne): void => {
    retired.add(old);
    setTimeout(() => {
      if (retired.delete(old)) void old[Symbol.asyncDispose]();
    }, grace).unref();
  };
  const look = async (): Promise<boolean> => {
    const now = folderStamp(config.dataFolder);
    if (closing || now === null || now === stamp || now === refused) return false;
    try {
      const fresh = await openLanterne(config, { onProgress, strict: true });
      await fresh.prepare();
      retire(current);
      current = fresh;
      stamp = folderStamp(config.dataFolder) ?? now;
      onProgress(`a new catalogue or model is in service: ${fresh.films.toLocaleString('en')} films`);
      return true;
    } catch (error) {
      refused = now;
      onProgress(
        `the new catalogue or model is refused, the old one goes on: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  };
  let looking: Promise<boolean> = Promise.resolve(false);
  const refresh = (): Promise<boolean> => (looking = looking.then(look, look));
  const timer = every > 0 ? setInterval(() => void refresh(), every).unref() : null;
  return {
    current: () => current,
    refresh,
    async [Symbol.asyncDispose]() {
      closing = true;
      if (timer !== null) clearInterval(timer);
      await looking;
      for (const old of [current, ...retired]) await old[Symbol.asyncDispose]();
    },
  };
}

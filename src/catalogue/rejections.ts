/** Rows refused or repaired, counted by file and reason, with the first example met. */
export interface Rejection {
  readonly file: string;
  readonly reason: string;
  readonly count: number;
  readonly example: string;
}

export interface Rejections {
  add(file: string, reason: string, example: string, count?: number): void;
  list(): Rejection[];
}

/** An empty collector. Examples are cut at 160 characters. */
export function collectRejections(): Rejections {
  const kept = new Map<string, { file: string; reason: string; count: number; example: string }>();
  return {
    add(file, reason, example, count = 1) {
      const key = `${file}\0${reason}`;
      const known = kept.get(key);
      if (known === undefined) kept.set(key, { file, reason, count, example: example.slice(0, 160) });
      else known.count += count;
    },
    list: () => [...kept.values()].toSorted((a, b) => a.file.localeCompare(b.file) || b.count - a.count),
  };
}

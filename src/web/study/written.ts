import type { Speech } from '#words/speech.ts';

export interface WrittenOptions {
  readonly digits?: number;
  /** Rounds to a multiple of this: an estimate is not known to the unit. */
  readonly round?: number;
}

/**
 * A value as a sentence writes it. Millions are written in full, shares as percentages, money with its sign.
 * @param unit of a figure: see types.ts
 */
export function written(value: number, unit: string, say: Speech, { digits, round = 0 }: WrittenOptions = {}): string {
  const amount = (exact: number, usual: number): string => {
    const rounded = round > 0 ? Math.round(exact / round) * round : exact;
    return say.number(rounded, digits ?? usual);
  };
  if (unit === 'share') return say.percent(value, digits ?? (isWhole(100 * value) ? 0 : 1));
  if (unit === 'M') return amount(1e6 * value, 0);
  if (unit === '€') return `${amount(value, isWhole(value) || value >= 100 ? 0 : 2)}\u00a0€`;
  return amount(value, isWhole(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) < 10 ? 2 : 1);
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

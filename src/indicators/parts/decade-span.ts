/** A decade of which a filter leaves fewer years is not compared with another. */
export const leastYears = 5;

/** The years asked about; the day bounds them too. */
export interface AskedYears {
  readonly from: number;
  readonly to: number;
  readonly today: string;
}

/** The years of a decade that the filters leave. */
export interface DecadeSpan {
  readonly first: number;
  readonly last: number;
  /** No filter cuts it: years to come are missing from every answer. */
  readonly whole: boolean;
}

/** What the filters leave of the decade that starts in `start`. */
export function decadeSpan(start: number, { from, to, today }: AskedYears): DecadeSpan {
  const first = Math.max(start, from);
  const last = Math.min(start + 9, to);
  return { first, last, whole: first === start && (last === start + 9 || to >= Number(today.slice(0, 4))) };
}

/** Whether enough is left of a decade to compare it with another. */
export function comparable(start: number, asked: AskedYears): boolean {
  const { first, last, whole } = decadeSpan(start, asked);
  return whole || last - first + 1 >= leastYears;
}

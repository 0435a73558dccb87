/** What an estimate may be taken for, both ends included. NaN at both ends: nothing is known. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

import { scaleLinear, scaleLog } from 'd3-scale';
import type { Axis } from '#charts/chart.ts';
import type { Sheet } from '#charts/sheet.ts';
import { widthOf } from '#charts/measure.ts';
import { tickWords } from '#charts/tick-words.ts';

/** Where values stand along an axis. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

interface Wanted {
  readonly axis: Axis;
  readonly values: readonly number[];
  /** Where the least and the most stand; further down for a vertical axis. */
  readonly range: readonly [number, number];
  /** How many ticks at most. */
  readonly most: number;
  /** From zero, when nothing else is told. */
  readonly zero: boolean;
  /** Ends at a round number. */
  readonly round: boolean;
  /** The labels stand beside each other, not above each other. */
  readonly flat: boolean;
  /** The size of the letters of the ticks. */
  readonly size: number;
}

const FAR = 1e15;

/** A scale that holds every value, and ticks at round numbers whose labels do not touch. */
export function scaleOf(sheet: Sheet, wanted: Wanted): Scale {
  const { axis, range } = wanted;
  const values = wanted.values.filter(Number.isFinite).map((value) => Math.min(FAR, Math.max(-FAR, value)));
  if (axis.scale === 'log' && values.some((value) => value > 0)) return logScale(sheet, wanted, values);
  const domain = linearDomain(axis, values, wanted.zero);
  const whole = values.every(Number.isInteger);
  const tries = countdown(wanted.most).map((count) => {
    const scale = scaleLinear().domain(domain).range(range).clamp(true);
    if (wanted.round) scale.nice(count);
    const ranks = wanted.flat && whole && domain[0] === 1 && (scale.domain()[0] ?? 1) < 1;
    if (ranks) scale.domain([1, scale.domain()[1] ?? domain[1]]); // a rank is never 0
    const at = (value: number): number => scale(value);
    const ticks = scale.ticks(count).filter((tick) => !whole || Number.isInteger(tick));
    return { at, values: ranks && ticks[0] !== 1 ? [1, ...ticks] : ticks };
  });
  return chosen(sheet, wanted, tries);
}

function linearDomain(axis: Axis, values: readonly number[], zero: boolean): [number, number] {
  const from = axis.zero ?? zero;
  const all = from ? [0, ...values] : values;
  const low = all.length === 0 ? 0 : Math.min(...all);
  const high = all.length === 0 ? 1 : Math.max(...all);
  if (high - low > Math.max(1e-300, Math.abs(high) * 1e-9)) return [low, high];
  const around = Math.max(1, Math.abs(high) * 0.1);
  return from ? [0, axis.share === true ? 1 : around] : [low - around, high + around];
}

function logScale(sheet: Sheet, wanted: Wanted, values: readonly number[]): Scale {
  const above = values.filter((value) => value > 0).map((value) => Math.max(1 / FAR, value));
  const steps = logSteps(Math.min(...above), Math.max(...above));
  const low = steps[0] ?? 1;
  const scale = scaleLog()
    .domain([low, steps.at(-1) ?? 10])
    .range(wanted.range)
    .clamp(true);
  const at = (value: number): number => scale(Math.max(value, low));
  const tens = steps.filter((step) => Math.abs(Math.log10(step) % 1) < 1e-9);
  const rarer = [2, 3, 4, 6].map((each) => tens.filter((step) => Math.round(Math.log10(step)) % each === 0));
  const choices = [steps, tens, ...rarer].filter(({ length }) => length > 1);
  return chosen(
    sheet,
    wanted,
    choices.map((ticks) => ({ at, values: ticks })),
  );
}

/** 1, 2, 5, 10, 20, 50… around two numbers: at least one step. */
function logSteps(low: number, high: number): number[] {
  const steps: number[] = [];
  for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.ceil(Math.log10(high)) + 1; power++)
    for (const digit of [1, 2, 5]) steps.push(Number(`${digit}e${power}`));
  const first = steps.findLastIndex((step) => step <= low);
  const last = steps.findIndex((step) => step >= high);
  return steps.slice(first, Math.max(last, first + 1) + 1);
}

/** The first of some choices of ticks that is not too dense; else the two ends, or one of them. */
function chosen(
  sheet: Sheet,
  { axis, most, flat, size, values }: Wanted,
  choices: readonly { readonly at: (value: number) => number; readonly values: readonly number[] }[],
): Scale {
  let last: Scale = { at: () => 0, ticks: [] };
  for (const { at, values: places } of choices) {
    const words = tickWords(axis, places, values, sheet.say.language);
    const ticks = places.map((value, index) => ({ at: at(value), text: words[index] ?? '' }));
    if (ticks.length <= Math.max(2, most * 1.3) && apart(ticks, flat, size)) return { at, ticks };
    const ends = [ticks[0], ticks.at(-1)].filter((tick) => tick !== undefined);
    last = { at, ticks: apart(ends, flat, size) ? ends : ends.slice(0, 1) };
  }
  return last;
}

function apart(ticks: readonly Tick[], flat: boolean, size: number): boolean {
  return ticks.every((tick, index) => {
    const next = ticks[index + 1];
    if (next === undefined) return true;
    const room = flat ? (widthOf(tick.text, size) + widthOf(next.text, size)) / 2 + size * 0.8 : size * 1.4;
    return Math.abs(next.at - tick.at) >= room;
  });
}

const countdown = (from: number): number[] => Array.from({ length: Math.max(1, from - 1) }, (_, index) => from - index);

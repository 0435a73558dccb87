import type { ParseArgsOptionsConfig } from 'node:util';
import { fault } from '#errors.ts';

/** What a command is given: its options as parsed, and where to write. */
export interface Invocation {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  /** Results: standard output. */
  readonly print: (line: string) => void;
  /** Progress and messages: standard error. */
  readonly note: (line: string) => void;
}

export interface Command {
  readonly summary: string;
  readonly usage: string;
  readonly example: string;
  /** What may follow its name: no word unless told, words that it reads itself, or one of these actions, '' being the command alone. */
  readonly takes?: 'words' | Readonly<Record<string, Takes>>;
  readonly options: ParseArgsOptionsConfig;
  run(invocation: Invocation): Promise<void>;
}

/** What an action of a command takes. */
export interface Takes {
  /** How many words after the action's name; none unless told. */
  readonly words?: readonly [least: number, most: number];
  /** Of the command's options, those that go with it. */
  readonly options?: readonly string[];
}

/** The text of an option, or undefined; the last one when it is repeated. */
export function textOption({ values }: Invocation, name: string): string | undefined {
  const value = values[name];
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}

/** Every value of an option that may be repeated. */
export function textOptions({ values }: Invocation, name: string): string[] {
  const value = values[name];
  return (Array.isArray(value) ? value : [value]).flatMap((item) => (typeof item === 'string' ? [item] : []));
}

/** @throws USAGE when the option is not a number within the bounds */
export function numberOption(
  invocation: Invocation,
  command: string,
  name: string,
  {
    fallback,
    low = -Infinity,
    high = Infinity,
    whole = false,
  }: { fallback: number; low?: number; high?: number; whole?: boolean },
): number {
  const text = textOption(invocation, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value) || value < low || value > high || (whole && !Number.isInteger(value))) {
    const range =
      low === -Infinity
        ? 'a number'
        : high === Infinity
          ? `a number of at least ${low}`
          : `a number from ${low} to ${high}`;
    throw fault('USAGE', {
      problem: `--${name} is ${whole ? range.replace('number', 'whole number') : range}, not “${text}”.`,
      command,
    });
  }
  return value;
}

/** @throws USAGE when the option is missing */
export function neededOption(invocation: Invocation, command: string, name: string): string {
  const value = textOption(invocation, name);
  if (value === undefined || value === '') throw fault('USAGE', { problem: `--${name} is needed.`, command });
  return value;
}

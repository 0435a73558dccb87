import type { Command, Invocation } from '#cli/command.ts';
import { fault } from '#errors.ts';

/** Refuses what an action does not take, rather than leaving it aside. @throws USAGE */
export function checkUse(
  command: string,
  { takes, options }: Pick<Command, 'takes' | 'options'>,
  { values, positionals }: Pick<Invocation, 'values' | 'positionals'>,
): void {
  if (takes === undefined || takes === 'words') return;
  const usage = (problem: string): Error => fault('USAGE', { problem, command });
  const named = (action: string): string => `\`${`${command} ${action}`.trimEnd()}\``;
  const [action = '', ...words] = positionals;
  const use = Object.hasOwn(takes, action) ? takes[action] : undefined;
  if (use === undefined) throw usage(`Say ${choices.format(Object.keys(takes).map(named))}.`);
  const [least, most] = use.words ?? [0, 0];
  if (words.length < least) throw usage(`${named(action)} needs ${least === 1 ? 'a word' : `${least} words`} more.`);
  if (words.length > most) throw usage(`“${words.slice(most).join(' ')}” is too much for ${named(action)}.`);
  const stray = Object.keys(options).find((name) => values[name] !== undefined && !use.options?.includes(name));
  if (stray !== undefined) throw usage(`--${stray} does not go with ${named(action)}.`);
}

const choices = new Intl.ListFormat('en', { type: 'disjunction' });

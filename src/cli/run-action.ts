import type { Invocation, Takes } from '#cli/command.ts';

/** One of the things that a command does, loaded when it is asked for. */
export interface Action extends Takes {
  readonly load: () => Promise<{ readonly run: (invocation: Invocation) => Promise<void> }>;
}

/** Runs the action that the first word names; that there is one, checkUse has seen. */
export async function runAction(actions: Readonly<Record<string, Action>>, invocation: Invocation): Promise<void> {
  const [name = '', ...positionals] = invocation.positionals;
  const loaded = await actions[name]?.load();
  await loaded?.run({ ...invocation, positionals });
}

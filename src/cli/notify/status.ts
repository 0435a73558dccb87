import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { outboxStatus } from '#state/outbox-status.ts';

/** Says how the outbox stands. */
export async function run(invocation: Invocation): Promise<void> {
  await using state = await openState(statePlace(settings(invocation)));
  const status = await outboxStatus(state.db);
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(status));
  const lines = [
    Object.entries(status.states)
      .map(([name, rows]) => `${rows} ${name}`)
      .join(', '),
    status.oldest === null
      ? 'Nothing that is due waits.'
      : `The oldest that is due, ${status.oldest.id}, has waited ${status.oldest.seconds} s.`,
    ...(status.maybeTwice === 0
      ? []
      : [
          `${status.maybeTwice} left the hands of a worker that fell silent: they are sent again, and may arrive twice.`,
        ]),
    ...status.circuits.map(({ domain, failures, openUntil }) =>
      openUntil === null
        ? `${domain} failed ${failures} times in a row.`
        : `${domain} failed ${failures} times in a row: left alone until ${openUntil}.`,
    ),
    ...status.dead.map(
      ({ id, message, channel, attempts, reason }) =>
        `dead letter ${id}: ${message} by ${channel}, ${attempts} tries: ${reason ?? 'no reason'}`,
    ),
  ];
  for (const line of lines) invocation.print(line);
}

import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { outboxStatus, resendDead } from '#state/outbox-status.ts';

/** Says how the outbox stands. */
export async function tellStatus(invocation: Invocation): Promise<void> {
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

/** Puts dead letters back. @throws USAGE */
export async function resend(invocation: Invocation, ids: readonly string[]): Promise<void> {
  const all = invocation.values['failed'] === true;
  const wrong = ids.find((id) => !/^\d{1,15}$/.test(id));
  if (wrong !== undefined || all === ids.length > 0)
    throw fault('USAGE', {
      problem:
        wrong === undefined
          ? 'Give the numbers of dead letters, or --failed for all.'
          : `“${wrong}” is no number of a message.`,
      command: 'notify',
    });
  await using state = await openState(statePlace(settings(invocation)));
  const { queued, left } = await resendDead(state.db, all ? null : ids.map(Number), { staff: null });
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify({ queued, left }));
  invocation.print(`${queued.length} put back in the queue.`);
  for (const { id, why } of left) invocation.print(`${id} is left as it is: ${why}.`);
}

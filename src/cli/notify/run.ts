import { openWriting } from '#alerts/writing.ts';
import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { otherChannels } from '#notify/channels/others.ts';
import { openChannels } from '#notify/channels/open-channels.ts';
import { spareMemory } from '#notify/deliver/spare-memory.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { outboxStatus } from '#state/outbox-status.ts';

/** Sends what the outbox holds: until it is told to stop, or with `--once` until nothing that is due is left. */
export async function run(invocation: Invocation): Promise<void> {
  const { note, print, values } = invocation;
  spareMemory();
  const config = settings(invocation);
  await using state = await openState(statePlace(config), { onProblem: note });
  await using channels = openChannels(state.db, config, otherChannels(state.db, config));
  // not a difference of states: what is sent to nobody's account is gone once it left
  const counts = { sent: 0, failed: 0, suppressed: 0 };
  const delivery = await startDelivery({
    db: state.db,
    channels: channels.byName,
    mailsASecond: config.mailsASecond,
    ...openWriting(state.db, config),
    onProblem: note,
    onDone: (what, rows) => (counts[what] += rows),
  });
  note(
    config.smtpUrl === undefined
      ? `No mail server (LANTERNE_SMTP_URL): letters are written to outbox/ of ${config.dataFolder}.`
      : `Sending as ${delivery.worker}…`,
  );
  if (values['once'] === true) await delivery.drained();
  else
    await new Promise<void>((resolve) =>
      (['SIGINT', 'SIGTERM'] as const).forEach((signal) => process.once(signal, () => resolve())),
    );
  await delivery[Symbol.asyncDispose]();
  const { states } = await outboxStatus(state.db);
  const done = { ...counts, queued: states.queued };
  print(
    values['json'] === true
      ? JSON.stringify(done)
      : `${done.sent} sent, ${done.failed} given up, ${done.suppressed} not to be said any more, ${done.queued} waiting.`,
  );
}

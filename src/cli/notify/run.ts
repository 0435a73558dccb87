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
  const before = await outboxStatus(state.db);
  const delivery = await startDelivery({
    db: state.db,
    channels: channels.byName,
    mailsASecond: config.mailsASecond,
    ...openWriting(state.db, config),
    onProblem: note,
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
  const done = {
    sent: states.sent - before.states.sent,
    failed: states.failed - before.states.failed,
    suppressed: states.suppressed - before.states.suppressed,
    queued: states.queued,
  };
  print(
    values['json'] === true
      ? JSON.stringify(done)
      : `${done.sent} sent, ${done.failed} given up, ${done.suppressed} not to be said any more, ${done.queued} waiting.`,
  );
}

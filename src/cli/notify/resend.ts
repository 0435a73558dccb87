import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { resendDead } from '#state/outbox-status.ts';
import type { Db } from '#state/schema.ts';

/** Puts dead letters back. @throws USAGE, MESSAGE_UNKNOWN when one is not there: none is put back then */
export async function run(invocation: Invocation): Promise<void> {
  const { positionals: ids } = invocation;
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
  const absent = all ? [] : await absentOf(state.db, ids.map(Number));
  if (absent.length > 0) throw fault('MESSAGE_UNKNOWN', { ids: absent.join(', ') });
  const { queued, left } = await resendDead(state.db, all ? null : ids.map(Number), { staff: null });
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify({ queued, left }));
  invocation.print(`${queued.length} put back in the queue.`);
  for (const { id, why } of left) invocation.print(`${id} is left as it is: ${why}.`);
}

async function absentOf(db: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await db.selectFrom('outbox').select('id').where('id', 'in', ids).execute();
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

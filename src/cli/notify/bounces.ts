import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { readMails } from '#notify/bounces/read-mails.ts';
import { takeReturn } from '#notify/bounces/take-returns.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { linkKeyOf } from '#state/signed-links.ts';

/** Reads letters that came back, and writes down what they say. @throws FILE_MISSING, FILE_UNREADABLE */
export async function run(invocation: Invocation): Promise<void> {
  const [where = ''] = invocation.positionals;
  await using state = await openState(statePlace(settings(invocation)));
  const secret = await linkKeyOf(state.db);
  const counts: Record<string, number> = {};
  for await (const { from, raw } of readMails(where, process.stdin)) {
    const back = await takeReturn(state.db, secret, raw);
    const what = back.kind === 'bounce' ? (back.hard ? 'hard' : 'soft') : back.kind;
    const key = back.taken === 'nothing' ? what : `${what}, ${back.taken}`;
    counts[key] = (counts[key] ?? 0) + 1;
    invocation.note(
      `${from}: ${key}${back.outbox === null ? '' : ` (message ${back.outbox})`} ${back.code} ${back.detail}`.trim(),
    );
  }
  invocation.print(
    invocation.values['json'] === true
      ? JSON.stringify(counts)
      : Object.entries(counts)
          .map(([what, letters]) => `${letters} ${what}`)
          .join('; ') || 'No letter.',
  );
}

import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { staffOfEmail } from '#state/staff.ts';
import { tellTest } from '#state/tell-staff.ts';

/** Has a test letter written to somebody of the staff. @throws STAFF_UNKNOWN, USAGE when they may not sign in */
export async function run(invocation: Invocation): Promise<void> {
  const [email = ''] = invocation.positionals;
  await using state = await openState(statePlace(settings(invocation)));
  const member = await staffOfEmail(state.db, email);
  if (member.disabled !== null)
    throw fault('USAGE', { problem: `${member.email} may not sign in: \`staff enable\` first.`, command: 'house' });
  const written = await tellTest(state.db, member.id, { by: null });
  invocation.print(
    invocation.values['json'] === true
      ? JSON.stringify({ email: member.email, written })
      : `A test letter to ${member.email} waits in the outbox.`,
  );
}

import type { Context } from 'hono';
import { goOnByPasskey, goOnProven, provePassword } from '#state/staff-prove.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { staffOfId } from '#state/staff.ts';
import { Island } from '#web/components/island.tsx';
import { PasskeyForm } from '#web/components/passkey-form.tsx';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf, type ContentStatus } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { shownPasskey } from '#web/staff-passkey.ts';
import { enterAddress, keepStaffCookies, staffWayBack } from '#web/staff.ts';

/** Where a member proves again who they are, before what touches people's data or the ways into the house. */
export const prove = (context: Context, site: Site, member: StaffMember): Promise<Response> =>
  provePage(context, site, member, { back: queryOf(context).get('back') ?? '' });

/** Takes the password. */
export async function proveWithPassword(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const answer = await provePassword(db, member, field('password'));
  const [back, words] = [field('back'), site.words.staff];
  if (answer.kind === 'wait')
    return provePage(context, site, member, { back, wrong: words.enter.wait(answer.seconds) }, 429);
  if (answer.kind === 'wrong') return provePage(context, site, member, { back, wrong: words.prove.wrong }, 422);
  return goOn(context, site, await goOnProven(db, member, { by: 'password' }), back);
}

/** Takes what the passkey answered. @throws PASSKEY_REFUSED when it is not the member's, PASSKEY_OVER */
export async function proveWithPasskey(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const shown = await shownPasskey(context, site, field('answer'));
  return goOn(context, site, await goOnByPasskey(db, member, shown), field('back'));
}

/** Back to where the proof was asked for; who was signed out meanwhile signs in first. */
function goOn(context: Context, site: Site, session: string | null, address: string): Response {
  const back = staffWayBack(site, address);
  if (session === null) return context.redirect(enterAddress(site, back), 303);
  keepStaffCookies(context, { session });
  return context.redirect(back, 303);
}

async function provePage(
  context: Context,
  site: Site,
  member: StaffMember,
  { back, wrong }: { readonly back: string; readonly wrong?: string },
  status: ContentStatus = 200,
): Promise<Response> {
  const { prove: words } = site.words.staff;
  const { hasPassword, passkeys, email } = await staffOfId(stateOf(site).db, member.id);
  const at = (path: string): string => pathIn(site.language, path);
  return page(
    context,
    <StaffLayout
      site={site}
      member={member}
      title={words.title}
      path="/equipe/prouver"
      head={<Island name="passkey" />}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {passkeys === 0 ? null : (
        <PasskeyForm
          failed={site.words.staff.enter.passkeyFailed}
          kind="get"
          ask={at('/equipe/cle')}
          action={at('/equipe/prouver/cle')}
          fields={{ back }}
          button={words.passkey}
        />
      )}
      {hasPassword ? (
        <form class="staff-form" method="post" action={at('/equipe/prouver')}>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="username" autocomplete="username" value={email} />
          <StaffField
            name="password"
            label={words.password}
            wrong={wrong}
            input={{ type: 'password', autocomplete: 'current-password', required: true, maxLength: 400 }}
          />
          <button>{words.submit}</button>
        </form>
      ) : null}
    </StaffLayout>,
    status,
  );
}

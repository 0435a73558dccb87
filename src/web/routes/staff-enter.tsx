import type { Context } from 'hono';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import { shownPasskey } from '#web/staff-passkey.ts';
import { closeStaffSession } from '#state/staff-sessions.ts';
import { askStaffCode, letInByPasskey, tryStaffCode } from '#state/staff-sign-in.ts';
import { Island } from '#web/components/island.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PasskeyForm } from '#web/components/passkey-form.tsx';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffNotice } from '#web/components/staff-notice.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf, type ContentStatus } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { askedOf, forgetStaffCookie, keepAsked, keepStaffCookies, knownOf, staffOf, staffWayBack } from '#web/staff.ts';
import { askPasskey } from '#web/webauthn.ts';

/** Where members sign in: with a passkey, or with a password and then a code by e-mail. */
export async function enter(context: Context, site: Site): Promise<Response> {
  const back = queryOf(context).get('back') ?? '';
  if ((await staffOf(context, stateOf(site))) !== null) return context.redirect(staffWayBack(site, back), 303);
  return enterPage(context, site, { back });
}

/** Takes the e-mail address and the password; what is wrong is said in one sentence, whichever of the two it is. */
export async function enterWithPassword(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const given = { email: field('email').slice(0, 254), password: field('password'), known: knownOf(context) };
  const answer = await askStaffCode(db, given);
  const { enter: words } = site.words.staff;
  const again = { back: field('back'), email: given.email };
  if (answer.kind === 'wait') {
    context.header('Retry-After', String(answer.seconds));
    return enterPage(context, site, { ...again, wrong: words.wait(answer.seconds) }, 429);
  }
  if (answer.kind === 'wrong') return enterPage(context, site, { ...again, wrong: words.wrong }, 422);
  keepAsked(context, answer.browser);
  const back = staffWayBack(site, field('back'));
  return context.redirect(`${pathIn(site.language, '/equipe/code')}?back=${encodeURIComponent(back)}`, 303);
}

/** Where the code is written. */
export const enterCode = (context: Context, site: Site): Response =>
  codePage(context, site, { back: queryOf(context).get('back') ?? '' });

/** Takes the code. @throws STAFF_PROOF_OVER */
export async function enterWithCode(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const given = { browser: askedOf(context), code: field('code'), known: knownOf(context) };
  const answer = await tryStaffCode(stateOf(site).db, given);
  if (answer.kind === 'over') throw fault('STAFF_PROOF_OVER');
  if (answer.kind === 'wrong')
    return codePage(context, site, { back: field('back'), wrong: site.words.staff.code.wrong(answer.left) }, 422);
  return goIn(context, site, answer, field('back'));
}

/** For the script of the page: what to ask the browser of a passkey. */
export async function passkeyOptions(context: Context, site: Site): Promise<Response> {
  const { options, browser } = await askPasskey(stateOf(site).db, site, 'staff');
  keepAsked(context, browser);
  return context.json(options);
}

/** Takes what the passkey answered. @throws PASSKEY_REFUSED, PASSKEY_OVER */
export async function enterWithPasskey(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const shown = await shownPasskey(context, site, field('answer'));
  const secrets = await letInByPasskey(db, shown, { known: knownOf(context) });
  return goIn(context, site, secrets, field('back'));
}

/** Signs out, here alone. */
export async function leave(context: Context, site: Site): Promise<Response> {
  const { db } = stateOf(site);
  const member = await staffOf(context, stateOf(site));
  if (member !== null) {
    await closeStaffSession(db, member.session);
    await writeAudit(db, { staff: member.id, action: 'sign-out', subject: member.id });
  }
  forgetStaffCookie(context);
  // what the pages showed goes with the session
  context.header('Clear-Site-Data', '"cache"');
  return context.redirect(pathIn(site.language, '/equipe/entrer'), 303);
}

/** A session of this browser begins: the one that it had ends, and its secret with it. */
async function goIn(
  context: Context,
  site: Site,
  secrets: { readonly session: string; readonly known: string },
  back: string,
): Promise<Response> {
  const before = await staffOf(context, stateOf(site));
  if (before !== null) await closeStaffSession(stateOf(site).db, before.session);
  keepStaffCookies(context, secrets);
  return context.redirect(staffWayBack(site, back), 303);
}

function enterPage(
  context: Context,
  site: Site,
  { back, email = '', wrong }: { readonly back: string; readonly email?: string; readonly wrong?: string },
  status: ContentStatus = 200,
): Response {
  const { enter: words } = site.words.staff;
  const at = (path: string): string => pathIn(site.language, path);
  return page(
    context,
    <Layout
      site={site}
      title={words.title}
      path="/equipe/entrer"
      query=""
      class="staff"
      head={<Island name="passkey" />}
    >
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <StaffNotice text={wrong} wrong />
        <PasskeyForm
          failed={site.words.staff.enter.passkeyFailed}
          kind="get"
          ask={at('/equipe/cle')}
          action={at('/equipe/cle/entrer')}
          fields={{ back }}
          button={words.passkey}
        >
          <p>{words.passkeyHint}</p>
        </PasskeyForm>
        <form class="staff-form" method="post" action={at('/equipe/entrer')}>
          <input type="hidden" name="back" value={back} />
          <p>
            <strong>{words.withPassword}</strong>
          </p>
          <StaffField
            name="email"
            label={words.email}
            input={{ type: 'email', autocomplete: 'username', required: true, maxLength: 254, value: email }}
          />
          <StaffField
            name="password"
            label={words.password}
            hint={words.next}
            input={{ type: 'password', autocomplete: 'current-password', required: true, maxLength: 400 }}
          />
          <button>{words.submit}</button>
        </form>
        <p class="hint">{words.forgotten}</p>
      </div>
    </Layout>,
    status,
  );
}

function codePage(
  context: Context,
  site: Site,
  { back, wrong }: { readonly back: string; readonly wrong?: string },
  status: ContentStatus = 200,
): Response {
  const { code: words } = site.words.staff;
  const at = (path: string): string => pathIn(site.language, path);
  return page(
    context,
    <Layout site={site} title={words.title} path="/equipe/code" query="" class="staff">
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form class="staff-form" method="post" action={at('/equipe/code')}>
          <input type="hidden" name="back" value={back} />
          <StaffField
            name="code"
            label={words.label}
            wrong={wrong}
            input={{
              inputMode: 'numeric',
              autocomplete: 'one-time-code',
              pattern: '\\s*(\\d\\s*){6}',
              required: true,
              maxLength: 20,
              autofocus: true,
            }}
          />
          <button>{words.submit}</button>
        </form>
        <p class="hint">{words.spam}</p>
        <p>
          <a href={at('/equipe/entrer')}>{words.again}</a>
        </p>
      </div>
    </Layout>,
    status,
  );
}

import type { Context } from 'hono';
import { staffOwner } from '#state/passkeys.ts';
import { addStaffPasskey } from '#state/staff-passkeys.ts';
import { passwordFault } from '#state/staff-password.ts';
import { readSetupLink, setupPath, takeSetupLink } from '#state/staff-setup.ts';
import { letIn } from '#state/staff-sign-in.ts';
import { endStaffSessions } from '#state/staff-sessions.ts';
import { setPassword, type Staff } from '#state/staff.ts';
import { inTransaction } from '#state/transaction.ts';
import { Island } from '#web/components/island.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PasskeyForm } from '#web/components/passkey-form.tsx';
import { PasswordFields, passwordWrong, type PasswordWrong } from '#web/components/password-fields.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { askedOf, keepAsked, keepStaffCookies, knownOf } from '#web/staff.ts';
import { askNewPasskey, readNewPasskey } from '#web/webauthn.ts';

/** Where a set-up link leads: the choice of a way in. It changes nothing, as often as a mail scanner opens it. @throws STAFF_LINK_OVER */
export async function setup(context: Context, site: Site): Promise<Response> {
  return setupPage(context, site, await readSetupLink(stateOf(site).db, tokenOf(context)), null);
}

/** Keeps the password, uses the link up and opens a session. @throws STAFF_LINK_OVER */
export async function setupPassword(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const staff = await readSetupLink(db, tokenOf(context));
  const house = site.lanterne.config.cinemaName;
  const wrong = passwordWrong(field('password'), field('again'), passwordFault(field('password'), { ...staff, house }));
  if (wrong !== null) return setupPage(context, site, staff, wrong);
  const secrets = await inTransaction(db, async (within) => {
    const { id } = await takeSetupLink(within, tokenOf(context));
    await setPassword(within, id, field('password'), { by: id });
    return letIn(within, id, { by: 'setup', known: knownOf(context) });
  });
  return goIn(context, site, secrets);
}

/** For the script of the page: what to ask the browser for a new passkey. @throws STAFF_LINK_OVER */
export async function setupOptions(context: Context, site: Site): Promise<Response> {
  const { db } = stateOf(site);
  const { id, email, name } = await readSetupLink(db, tokenOf(context));
  const { options, browser } = await askNewPasskey(db, site, staffOwner(id), { account: email, person: name });
  keepAsked(context, browser);
  return context.json(options);
}

/** Keeps the passkey, uses the link up and opens a session. @throws STAFF_LINK_OVER, PASSKEY_REFUSED, PASSKEY_OVER */
export async function setupPasskey(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const { id } = await readSetupLink(db, tokenOf(context));
  const proof = await readNewPasskey(db, site, staffOwner(id), { browser: askedOf(context), answer: field('answer') });
  const secrets = await inTransaction(db, async (within) => {
    await takeSetupLink(within, tokenOf(context));
    await addStaffPasskey(within, id, { ...proof, label: site.words.staff.me.passkeys.usual });
    await endStaffSessions(within, id, { but: null });
    return letIn(within, id, { by: 'setup', known: knownOf(context) });
  });
  return goIn(context, site, secrets);
}

const tokenOf = (context: Context): string => context.req.param('token') ?? '';

function goIn(context: Context, { language }: Site, secrets: { session: string; known: string }): Response {
  keepStaffCookies(context, secrets);
  return context.redirect(pathIn(language, '/equipe'), 303);
}

function setupPage(context: Context, site: Site, staff: Staff, wrong: PasswordWrong | null): Response {
  const { setup: words } = site.words.staff;
  const path = setupPath(tokenOf(context));
  const at = (more: string): string => pathIn(site.language, `${path}${more}`);
  return page(
    context,
    <Layout site={site} title={words.title} path={path} query="" class="staff" head={<Island name="passkey" />}>
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(staff.name, site.lanterne.config.cinemaName)}</p>
        <PasskeyForm
          failed={site.words.staff.enter.passkeyFailed}
          kind="create"
          ask={at('/options')}
          action={at('/cle')}
          button={words.passkey}
        >
          <p>{words.passkeyHint}</p>
        </PasskeyForm>
        <form class="staff-form" method="post" action={at('')}>
          <p>
            <strong>{words.passwordTitle}</strong>
          </p>
          <input type="hidden" name="username" autocomplete="username" value={staff.email} />
          <PasswordFields site={site} wrong={wrong} />
          <button>{words.submit}</button>
        </form>
      </div>
    </Layout>,
    wrong === null ? 200 : 422,
  );
}

import type { Context } from 'hono';
import { oneLine } from '#programme/read/one-line.ts';
import type { JSX } from 'preact';
import { LanterneError } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import { listPasskeys, renamePasskey, staffOwner, type Passkey } from '#state/passkeys.ts';
import { addStaffPasskey, removeStaffPasskey } from '#state/staff-passkeys.ts';
import { passwordFault } from '#state/staff-password.ts';
import { provePassword } from '#state/staff-prove.ts';
import { endStaffSessions, listStaffSessions, type StaffMember, type StaffSession } from '#state/staff-sessions.ts';
import { setPassword, staffOfId } from '#state/staff.ts';
import { Island } from '#web/components/island.tsx';
import { PasskeyForm } from '#web/components/passkey-form.tsx';
import { PasswordFields, passwordWrong, type PasswordWrong } from '#web/components/password-fields.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { Proven, StaffNotice } from '#web/components/staff-notice.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf, type ContentStatus } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { askedOf, forgetStaffCookie, keepAsked } from '#web/staff.ts';
import { askNewPasskey, readNewPasskey } from '#web/webauthn.ts';

type Done = keyof Site['words']['staff']['me']['done'];

/** A member's own way in: passkeys, password, sessions. */
export const me = (context: Context, site: Site, member: StaffMember): Promise<Response> =>
  mePage(context, site, member);

/** Keeps a new password; the member's other sessions end. */
export async function mePassword(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const house = site.lanterne.config.cinemaName;
  const { db } = stateOf(site);
  const judged = passwordFault(field('password'), { ...member, house });
  const wrong = passwordWrong(field('password'), field('again'), judged);
  if (wrong !== null) return mePage(context, site, member, { wrong }, 422);
  if ((await staffOfId(db, member.id)).hasPassword) {
    const proof = await provePassword(db, member, field('current'));
    const { enter, password: words } = site.words.staff;
    if (proof.kind === 'wait') return mePage(context, site, member, { current: enter.wait(proof.seconds) }, 429);
    if (proof.kind === 'wrong') return mePage(context, site, member, { current: words.faults.wrong }, 422);
  }
  await setPassword(db, member.id, field('password'), { by: member.id, keep: member.session });
  return done(context, site, 'password');
}

/** For the script of the page: what to ask the browser for a new passkey. */
export async function mePasskeyOptions(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const named = { account: member.email, person: member.name };
  const { options, browser } = await askNewPasskey(stateOf(site).db, site, staffOwner(member.id), named);
  keepAsked(context, browser);
  return context.json(options);
}

/** Adds a passkey, names it, or takes it away. @throws PASSKEY_REFUSED, PASSKEY_OVER */
export async function mePasskey(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const { passkeys: words } = site.words.staff.me;
  const [act, key, label] = [
    field('act'),
    field('key'),
    oneLine(field('label').replaceAll(/\p{Cc}/gu, ' ')).slice(0, 60) || words.usual,
  ];
  if (act === 'add') {
    const proof = await readNewPasskey(db, site, staffOwner(member.id), {
      browser: askedOf(context),
      answer: field('answer'),
    });
    await addStaffPasskey(db, member.id, { ...proof, label });
    return done(context, site, 'passkey');
  }
  if (act === 'rename') {
    await renamePasskey(db, staffOwner(member.id), key, label);
    return done(context, site, 'renamed');
  }
  try {
    await removeStaffPasskey(db, member.id, key);
  } catch (error) {
    if (!(error instanceof LanterneError && error.code === 'STAFF_LAST_KEY')) throw error;
    return mePage(context, site, member, { problem: site.words.staff.me.lastKey }, 409);
  }
  return done(context, site, 'removed');
}

/** Ends one of the member's sessions, the others, or all of them. */
export async function meSessions(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const which = field('which');
  const ended = await endStaffSessions(
    db,
    member.id,
    which === 'others' ? { but: member.session } : which === 'all' ? { but: null } : { only: which },
  );
  await writeAudit(db, { staff: member.id, action: 'sessions-ended', subject: member.id, detail: String(ended) });
  if (which !== 'all' && which !== member.session) return done(context, site, 'ended');
  forgetStaffCookie(context);
  return context.redirect(pathIn(site.language, '/equipe/entrer'), 303);
}

const done = (context: Context, { language }: Site, what: Done): Response =>
  context.redirect(`${pathIn(language, '/equipe/moi')}?done=${what}#done`, 303);

async function mePage(
  context: Context,
  site: Site,
  member: StaffMember,
  {
    wrong = null,
    current,
    problem,
  }: {
    readonly wrong?: PasswordWrong | null;
    /** What is wrong with the current password. */
    readonly current?: string;
    readonly problem?: string;
  } = {},
  status: ContentStatus = 200,
): Promise<Response> {
  const { me: words, password: passwords } = site.words.staff;
  const { db } = stateOf(site);
  const [self, keys, sessions] = [
    await staffOfId(db, member.id),
    await listPasskeys(db, staffOwner(member.id)),
    await listStaffSessions(db, member.id),
  ];
  const at = (path: string): string => pathIn(site.language, path);
  const said = queryOf(context).get('done') ?? '';
  const told = new Map<string, string>(Object.entries(words.done)).get(said);
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe/moi" head={<Island name="passkey" />}>
      <h1>{words.title}</h1>
      <StaffNotice text={problem ?? (status === 200 ? told : undefined)} wrong={problem !== undefined} />
      <section aria-labelledby="passkeys">
        <h2 id="passkeys">{words.passkeys.title}</h2>
        {keys.length === 0 ? <p>{words.passkeys.none}</p> : null}
        <ul class="staff-list">
          {keys.map((key) => (
            <PasskeyItem key={key.id} site={site} passkey={key} />
          ))}
        </ul>
        <Proven site={site} member={member} back="/equipe/moi">
          <PasskeyForm
            failed={site.words.staff.enter.passkeyFailed}
            kind="create"
            ask={at('/equipe/moi/cle/options')}
            action={at('/equipe/moi/cle')}
            fields={{ act: 'add' }}
            button={words.passkeys.add}
          />
          <noscript>
            <p>{words.passkeys.noScript}</p>
          </noscript>
        </Proven>
      </section>
      <section aria-labelledby="password-title">
        <h2 id="password-title">{words.passwordTitle}</h2>
        {self.hasPassword ? null : <p>{words.passwordNone}</p>}
        <Proven site={site} member={member} back="/equipe/moi">
          <form class="staff-form" method="post" action={at('/equipe/moi/mot-de-passe')}>
            <input type="hidden" name="username" autocomplete="username" value={member.email} />
            {self.hasPassword ? (
              <StaffField
                name="current"
                label={passwords.current}
                wrong={current}
                input={{ type: 'password', autocomplete: 'current-password', required: true, maxLength: 400 }}
              />
            ) : null}
            <PasswordFields site={site} wrong={wrong} />
            <button>{self.hasPassword ? words.setPassword : passwords.next}</button>
          </form>
        </Proven>
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{words.sessions.title}</h2>
        <p>{words.sessions.lead}</p>
        <Proven site={site} member={member} back="/equipe/moi">
          <ul class="staff-list">
            {sessions.map((session) => (
              <SessionItem key={session.id} site={site} session={session} here={session.id === member.session} />
            ))}
          </ul>
          <div class="staff-acts">
            {[
              ['others', words.sessions.endOthers],
              ['all', words.sessions.endAll],
            ].map(([which = '', text = '']) => (
              <PostButton key={which} action={at('/equipe/moi/sessions')} fields={{ which }} class="quiet button">
                {text}
              </PostButton>
            ))}
          </div>
        </Proven>
      </section>
    </StaffLayout>,
    status,
  );
}

function PasskeyItem({ site, passkey }: { readonly site: Site; readonly passkey: Passkey }): JSX.Element {
  const { me: words, moment } = site.words.staff;
  const action = pathIn(site.language, '/equipe/moi/cle');
  const used = passkey.lastUsed === null ? null : moment(passkey.lastUsed);
  const field = `label-${passkey.id}`;
  return (
    <li>
      <form class="staff-acts" method="post" action={action}>
        <input type="hidden" name="act" value="rename" />
        <input type="hidden" name="key" value={passkey.id} />
        <label for={field} class="heard-only">
          {words.passkeys.label}
        </label>
        <input id={field} name="label" class="staff-input" maxLength={60} value={passkey.label} />
        <button class="quiet button" aria-label={words.passkeys.renameLabel(passkey.label)}>
          {words.passkeys.rename}
        </button>
      </form>
      <span>{words.passkeys.since(moment(passkey.created), used)}</span>
      <PostButton
        action={action}
        fields={{ act: 'remove', key: passkey.id }}
        class="quiet button"
        label={words.passkeys.removeLabel(passkey.label)}
      >
        {words.passkeys.remove}
      </PostButton>
    </li>
  );
}

function SessionItem({
  site,
  session,
  here,
}: {
  readonly site: Site;
  readonly session: StaffSession;
  readonly here: boolean;
}): JSX.Element {
  const { me: words, moment } = site.words.staff;
  const [created, used] = [moment(session.created), moment(session.lastUsed)];
  const by = new Map<string, string>(Object.entries(words.sessions.by)).get(session.proven.slice(25)) ?? '';
  return (
    <li>
      <span>
        {words.sessions.line(created, used)} ({by}){here ? <strong>, {words.sessions.here}</strong> : null}
      </span>
      <PostButton
        action={pathIn(site.language, '/equipe/moi/sessions')}
        fields={{ which: session.id }}
        class="quiet button"
        label={words.sessions.endLabel(created)}
      >
        {words.sessions.end}
      </PostButton>
    </li>
  );
}

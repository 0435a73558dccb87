import { randomInt, timingSafeEqual } from 'node:crypto';
import type { StaffId } from '#brand.ts';
import { normalAddress } from '#state/address-hash.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { PasskeyShown } from '#state/passkeys.ts';
import type { Db } from '#state/schema.ts';
import { hashOf, newSecret } from '#state/secret.ts';
import { isKnownBrowser, noteBrowser } from '#state/staff-browsers.ts';
import { takeStaffPasskey } from '#state/staff-passkeys.ts';
import { isPassword } from '#state/staff-password.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { countTry, forgetTries, waitKeyOf } from '#state/staff-waits.ts';
import { holdStaff } from '#state/staff.ts';
import { tellStaff, tellStaffChange } from '#state/tell-staff.ts';
import { inTransaction } from '#state/transaction.ts';

/** How long a code holds, in minutes, and how often it may be tried. OWASP ASVS 5.0, 6.5.5 and 6.6.3. */
export const codeMinutes = 10;
export const codeTries = 5;

/** What became of an e-mail address and a password. `wrong` says nothing of which of the two. */
export type CodeAsked =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'wrong' }
  /** A code left by e-mail; `browser`: a secret for a cookie, without which the code is worth nothing. */
  | { readonly kind: 'asked'; readonly browser: string };

/** What became of a code. */
export type CodeTried =
  /** `left`: tries. */
  | { readonly kind: 'wrong'; readonly left: number }
  /** Too old, tried too often, or asked by another browser. */
  | { readonly kind: 'over' }
  /** `session` and `known` are secrets for cookies. */
  | { readonly kind: 'in'; readonly session: string; readonly known: string };

export interface Drawn extends Clock {
  /** Draws a whole number below its argument; the system's generator of secrets unless told. */
  readonly draw?: (below: number) => number;
}

/**
 * The first step: an e-mail address and a password, then a code leaves by e-mail through the outbox. It takes as long, and answers the same, for
 * an address that nobody has.
 * @param known what the cookie of a browser that signed in before holds: strangers' tries do not make it wait
 */
export async function askStaffCode(
  db: Db,
  { email, password, known }: { readonly email: string; readonly password: string; readonly known: string | null },
  { now = Temporal.Now.instant(), draw = randomInt }: Drawn = {},
): Promise<CodeAsked> {
  const found = await db
    .selectFrom('staff')
    .select(['id', 'password', 'disabled'])
    .where('email', '=', normalAddress(email))
    .executeTakeFirst();
  const member = found?.disabled === null ? found : undefined;
  const seconds = await countTry(db, await keyOf(db, email, member?.id ?? null, known), { now });
  if (seconds > 0) return { kind: 'wait', seconds };
  const right = await isPassword(password, member?.password ?? null);
  const refuse = async (within: Db): Promise<CodeAsked> => {
    const refused = { staff: null, action: 'sign-in-refused', subject: member?.id ?? '', detail: 'password' };
    await writeAudit(within, refused, { now });
    return { kind: 'wrong' };
  };
  if (member === undefined || !right) return refuse(db);
  return inTransaction(db, async (within) => {
    // barred, or given another password, while this one was compared
    if ((await holdStaff(within, member.id))?.password !== member.password) return refuse(within);
    await within.deleteFrom('staff_sign_in').where('expires', '<=', momentOf(now)).execute();
    await within.deleteFrom('staff_sign_in').where('staff', '=', member.id).where('purpose', '=', 'password').execute();
    const [id, browser, code] = [newSecret(), newSecret(), String(draw(1_000_000)).padStart(6, '0')];
    const expires = now.add({ minutes: codeMinutes });
    await within
      .insertInto('staff_sign_in')
      .values({
        id,
        staff: member.id,
        purpose: 'password',
        secret_hash: hashOf(`${id}:${code}`),
        browser_hash: hashOf(browser),
        tries: 0,
        created: momentOf(now),
        expires: momentOf(expires),
      })
      .execute();
    await tellStaff(within, member.id, `staff-code:${id}`, { purpose: 'staff-code', code, minutes: codeMinutes }, now);
    return { kind: 'asked', browser } as const;
  });
}

/** The second step: the code, in the browser that asked. Right, it opens a new session; it is worth nothing twice. */
export async function tryStaffCode(
  db: Db,
  { browser, code, known }: { readonly browser: string; readonly code: string; readonly known: string | null },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<CodeTried> {
  const tried = await db
    .updateTable('staff_sign_in')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('browser_hash', '=', hashOf(browser))
    .where('purpose', '=', 'password')
    .where('expires', '>', momentOf(now))
    .where('tries', '<', codeTries)
    .returning(['id', 'staff', 'secret_hash', 'tries'])
    .executeTakeFirst();
  if (tried === undefined || tried.staff === null) return { kind: 'over' };
  const staff = tried.staff;
  const member = await db
    .selectFrom('staff')
    .select(['email', 'disabled'])
    .where('id', '=', staff)
    .executeTakeFirstOrThrow();
  if (member.disabled !== null) return { kind: 'over' };
  const key = await keyOf(db, member.email, staff, known);
  const given = hashOf(`${tried.id}:${code.replaceAll(/\s/g, '')}`);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(tried.secret_hash))) {
    await countTry(db, key, { now });
    await writeAudit(db, { staff: null, action: 'sign-in-refused', subject: staff, detail: 'code' }, { now });
    return tried.tries >= codeTries ? { kind: 'over' } : { kind: 'wrong', left: codeTries - tried.tries };
  }
  return inTransaction(db, async (within) => {
    if ((await holdStaff(within, staff)) === null) return { kind: 'over' };
    const taken = await within.deleteFrom('staff_sign_in').where('id', '=', tried.id).executeTakeFirst();
    if (Number(taken.numDeletedRows) === 0) return { kind: 'over' };
    await forgetTries(within, key);
    return { kind: 'in', ...(await letIn(within, staff, { by: 'password', known, now })) };
  });
}

/**
 * Opens a session for someone who proved who they are, inside a transaction that holds them, and notes the browser. A passkey in a browser that was not known for them is told by a letter:
 * a password's code is one already, and so is what a set-up link changes.
 * @returns secrets for two cookies
 */
export async function letIn(
  db: Db,
  staff: StaffId,
  {
    by,
    known,
    now = Temporal.Now.instant(),
  }: Clock & {
    readonly by: 'password' | 'passkey' | 'setup';
    readonly known: string | null;
  },
): Promise<{ readonly session: string; readonly known: string }> {
  await writeAudit(db, { staff, action: 'sign-in', subject: staff, detail: by }, { now });
  const { secret, isNew } = await noteBrowser(db, staff, known, { now });
  if (by === 'passkey' && isNew) await tellStaffChange(db, staff, 'staff-new-browser', now);
  return { session: await openStaffSession(db, staff, { by, now }), known: secret };
}

/** Lets in a member whose passkey answered. @returns secrets for two cookies @throws PASSKEY_REFUSED when they were barred, or it was taken away, meanwhile */
export const letInByPasskey = (
  db: Db,
  shown: PasskeyShown<StaffId>,
  { known, now = Temporal.Now.instant() }: Clock & { readonly known: string | null },
): ReturnType<typeof letIn> =>
  inTransaction(db, async (within) => {
    await takeStaffPasskey(within, shown, { now });
    return letIn(within, shown.owner, { by: 'passkey', known, now });
  });

async function keyOf(db: Db, email: string, staff: StaffId | null, known: string | null): Promise<string> {
  const browser = staff === null || known === null ? null : await isKnownBrowser(db, staff, known);
  return browser ?? waitKeyOf(email);
}

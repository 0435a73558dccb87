import type { Context } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import type { State } from '#state/open-state.ts';
import { auditDays, writeAudit } from '#state/audit.ts';
import { momentOf } from '#state/clock.ts';
import { codeMinutes } from '#state/staff-sign-in.ts';
import { longestHours, recogniseStaff, type StaffMember } from '#state/staff-sessions.ts';
import type { StaffRole } from '#state/tables/staff.ts';
import { wayBack } from '#web/form.ts';
import { heldForm } from '#web/held-form.tsx';
import { needsMemory } from '#web/needs-memory.ts';
import { pathIn } from '#web/language.ts';
import { stateOf, type Site } from '#web/site.ts';
import { mayDo } from '#web/staff-places.ts';
import { fault } from '#errors.ts';

/** A page of the staff: who asks is known, and may. */
export type StaffRoute = (context: Context, site: Site, member: StaffMember) => Response | Promise<Response>;

/**
 * Lets a member of the staff with that role through (`null`: any member); a manager may everything. Who is not signed in is sent to sign in, and back, with what they
 * wrote; nothing of these pages is kept by anybody.
 * @throws STAFF_ROLE, NOTHING_KEPT
 */
export const needsStaff = (
  role: StaffRole | null,
  route: StaffRoute,
): ((context: Context, site: Site) => Promise<Response>) =>
  needsMemory(async (context, site) => {
    context.header('Cache-Control', 'no-store');
    const member = await staffOf(context, stateOf(site));
    if (member === null) {
      const back = context.req.method === 'GET' ? new URL(context.req.url).pathname : pathIn(site.language, '/equipe');
      const way = enterAddress(site, back);
      return (await heldForm(context, site, { way, known: knownOf(context) })) ?? context.redirect(way, 303);
    }
    if (role !== null && !mayDo(member, role)) {
      const { pathname } = new URL(context.req.url);
      await writeAudit(stateOf(site).db, {
        staff: member.id,
        action: 'access-refused',
        subject: pathname.slice(0, 200),
        detail: role,
      });
      throw fault('STAFF_ROLE', { role });
    }
    return route(context, site, member);
  });

/**
 * As needsStaff, for what touches people's data or the ways into the house: who proved who they are more than 15 minutes ago is asked again first,
 * and comes back to `back`, a path without language. OWASP ASVS 5.0, 7.5.3.
 */
export const needsProof = (
  role: StaffRole | null,
  back: (context: Context) => string,
  route: StaffRoute,
): ((context: Context, site: Site) => Promise<Response>) =>
  needsStaff(role, async (context, site, member) => {
    if (isProven(member)) return route(context, site, member);
    const way = proveAddress(site, back(context));
    return (await heldForm(context, site, { way, known: knownOf(context) })) ?? context.redirect(way, 303);
  });

/** Whether a member proved who they are within the last 15 minutes. */
export const isProven = ({ proven }: StaffMember, now = Temporal.Now.instant()): boolean =>
  proven.slice(0, 24) > momentOf(now.subtract({ minutes: provenMinutes }));

/** Where a member signs in, to come back to an address. */
export const enterAddress = ({ language }: Pick<Site, 'language'>, back: string): string =>
  `${pathIn(language, '/equipe/entrer')}?back=${encodeURIComponent(back)}`;

/** Where a member proves again who they are, to come back to a path without language. */
export const proveAddress = ({ language }: Pick<Site, 'language'>, back: string): string =>
  `${pathIn(language, '/equipe/prouver')}?back=${encodeURIComponent(pathIn(language, back))}`;

/** The page of the area to go back to; its first page when the address is none of them. */
export function staffWayBack({ language }: Pick<Site, 'language'>, address: string): string {
  const first = pathIn(language, '/equipe');
  const back = wayBack(address, first);
  return back === first || back.startsWith(`${first}/`) ? back : first;
}

/** Whoever of the staff asks; null when nobody does. */
export async function staffOf(context: Context, { db }: State): Promise<StaffMember | null> {
  const secret = getCookie(context, 'staff', 'host');
  return secret === undefined ? null : recogniseStaff(db, secret);
}

/** Has the browser hold a new session's secret, and the one that says that its member signed in here. */
export function keepStaffCookies(context: Context, { session, known }: { session: string; known?: string }): void {
  setCookie(context, 'staff', session, { ...cookieOptions, maxAge: longestHours * HOUR });
  if (known !== undefined)
    setCookie(context, 'staff-known', known, { ...cookieOptions, maxAge: auditDays * 24 * HOUR });
  deleteCookie(context, 'staff-asked', cookieOptions);
}

export const forgetStaffCookie = (context: Context): void => void deleteCookie(context, 'staff', cookieOptions);

/** What a browser that signed in before holds. */
export const knownOf = (context: Context): string | null => getCookie(context, 'staff-known', 'host') ?? null;

/** Binds a proof that is under way to this browser. */
export const keepAsked = (context: Context, secret: string): void =>
  setCookie(context, 'staff-asked', secret, { ...cookieOptions, maxAge: codeMinutes * 60 });

/** What binds the proof that is under way to this browser; empty when none is. */
export const askedOf = (context: Context): string => getCookie(context, 'staff-asked', 'host') ?? '';

const provenMinutes = 15;
const HOUR = 3600;
// Strict: nobody comes to these pages from elsewhere
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Strict' } as const;

import type { Context } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import type { State } from '#state/open-state.ts';
import { longestHours, recogniseStaff, type StaffMember } from '#state/staff-sessions.ts';
import type { StaffRole } from '#state/tables/staff.ts';
import { needsMemory } from '#web/needs-memory.ts';
import { pathIn } from '#web/language.ts';
import { stateOf, type Site } from '#web/site.ts';
import { mayDo } from '#web/staff-places.ts';
import { fault } from '#errors.ts';

/** A page of the staff: who asks is known, and may. */
export type StaffRoute = (context: Context, site: Site, member: StaffMember) => Response | Promise<Response>;

/**
 * Lets a member of the staff with that role through (`null`: any member); a manager may everything. Who is not signed in is sent to sign in, and back; nothing of these
 * pages is kept by anybody.
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
      return context.redirect(`${pathIn(site.language, '/equipe/entrer')}?back=${encodeURIComponent(back)}`, 303);
    }
    if (role !== null && !mayDo(member, role)) throw fault('STAFF_ROLE', { role });
    return route(context, site, member);
  });

/** Whoever of the staff asks; null when nobody does. */
export async function staffOf(context: Context, { db }: State): Promise<StaffMember | null> {
  const secret = getCookie(context, cookieName, 'host');
  return secret === undefined ? null : recogniseStaff(db, secret);
}

/** Has the browser hold a session's secret. */
export const keepStaffCookie = (context: Context, secret: string): void =>
  setCookie(context, cookieName, secret, { ...cookieOptions, maxAge: longestHours * 3600 });

export const forgetStaffCookie = (context: Context): void => void deleteCookie(context, cookieName, cookieOptions);

// Strict: nobody comes to these pages from elsewhere
const cookieName = 'staff';
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Strict' } as const;

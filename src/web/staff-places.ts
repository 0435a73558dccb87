import type { StaffMember } from '#state/staff-sessions.ts';
import type { StaffRole } from '#state/tables/staff.ts';

/** The places of the staff's area, in the order of its navigation, and the role that opens each; `null`: any member. */
export const everyStaffPlace = [
  { name: 'today', path: '/equipe', role: null },
  { name: 'programme', path: '/equipe/programme', role: 'programmer' },
  { name: 'campaigns', path: '/equipe/envois', role: 'programmer' },
  { name: 'demand', path: '/equipe/demande', role: 'programmer' },
  { name: 'people', path: '/equipe/personnes', role: 'manager' },
  { name: 'settings', path: '/equipe/reglages', role: 'manager' },
  { name: 'members', path: '/equipe/membres', role: 'manager' },
  { name: 'journal', path: '/equipe/journal', role: 'manager' },
  { name: 'me', path: '/equipe/moi', role: null },
] as const satisfies readonly { name: string; path: string; role: StaffRole | null }[];

export type StaffPlace = (typeof everyStaffPlace)[number];

/** Whether a member may open what is for a role; a manager may everything. */
export const mayDo = ({ roles }: Pick<StaffMember, 'roles'>, role: StaffRole | null): boolean =>
  role === null || roles.includes(role) || roles.includes('manager');

/** The places that a member's roles open. */
export const staffPlaces = (member: Pick<StaffMember, 'roles'>): readonly StaffPlace[] =>
  everyStaffPlace.filter(({ role }) => mayDo(member, role));

import assert from 'node:assert/strict';
import type { StaffId } from '#brand.ts';
import type { State } from '#state/open-state.ts';
import { addStaff, setPassword } from '#state/staff.ts';
import type { StaffRole } from '#state/tables/staff.ts';
import { browserOf } from './web-visitor.ts';

export const staffPassword = 'grive musicienne 7';
type Browser = ReturnType<typeof browserOf>;

/** Somebody of the staff, with a password. */
export async function memberOf({ db }: State, email: string, role: StaffRole, name = `${role} Test`): Promise<StaffId> {
  const id = await addStaff(db, { email, name, roles: [role], language: 'fr' }, { by: null });
  await setPassword(db, id, staffPassword, { by: null });
  return id;
}

/** The code of the last letter that left. */
export async function lastCode({ db }: State): Promise<string> {
  const letter = await db
    .selectFrom('outbox')
    .select('payload')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return /"code":"(\d{6})"/.exec(letter.payload)?.[1] ?? '';
}

/** Signs a browser in with a password and the code. */
export async function signIn(browser: Browser, state: State, email: string): Promise<void> {
  const asked = await browser.post('/equipe/entrer', { email, password: staffPassword, back: '' });
  assert.equal(asked.status, 303, await asked.text());
  const done = await browser.post('/equipe/code', { code: await lastCode(state), back: '' });
  assert.equal(done.headers.get('location'), '/equipe');
}

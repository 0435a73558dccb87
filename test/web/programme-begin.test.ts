import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInStaff } from '../helpers/sign-in-staff.ts';
import { keepingApp } from '../helpers/web-visitor.ts';

test('without a programme the house is told how to begin, and nobody else', async () => {
  await using kept = await keepingApp();
  const secret = await signInStaff(kept.state.db, ['programmer'], 'Noor');
  const page = async (headers: Record<string, string> = {}): Promise<string> =>
    (await kept.app.request('http://films.test/programme', { headers })).text();
  assert.match(await page({ Cookie: `__Host-staff=${secret}` }), /href="\/equipe\/programme"/);
  assert.doesNotMatch(await page(), /\/equipe\/programme/);
});

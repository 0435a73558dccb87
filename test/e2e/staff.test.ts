import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import type { State } from '#state/open-state.ts';
import { enqueue } from '#state/outbox.ts';
import { listStaff } from '#state/staff.ts';
import { makeSetupLink } from '#state/staff-setup.ts';
import { registerPerson } from '#state/staff-people.ts';
import { assertAccessibleInBoth, assertReflows, assertTargets, focusShown } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { browserDevice } from '../helpers/browser-device.ts';
import { lastCode, memberOf, staffPassword } from '../helpers/staff.ts';

let members = 0;
const newMember = async (state: State): Promise<string> => {
  const email = `membre${++members}@example.org`;
  await memberOf(state, email, 'manager', 'Camille Exemple');
  return email;
};

async function signIn(page: Page, state: State, prefix = ''): Promise<void> {
  await page.goto(`${prefix}/equipe/entrer`);
  await page.locator('#email').fill(await newMember(state));
  await page.locator('#password').fill(staffPassword);
  await page.locator('main form[action$="/entrer"] button').last().click();
  await page.waitForURL(/\/equipe\/code/);
  await page.locator('#code').fill(await lastCode(state));
  await page.locator('main form[action$="/code"] button').click();
  await page.waitForURL(/\/equipe$/);
}

const week = weekAfter(weekOf(dayInParis(Temporal.Now.instant())));
const pages = [
  '/equipe',
  '/equipe/programme',
  '/equipe/programme/seance',
  '/equipe/programme/importer',
  '/equipe/salles',
  '/equipe/envois',
  `/equipe/envois/digest:${week.name}`,
  '/equipe/appels',
  '/equipe/demande',
  '/equipe/personnes',
  '/equipe/personnes/inscrire',
  '/equipe/reglages',
  '/equipe/membres',
  '/equipe/journal',
  '/equipe/moi',
  '/equipe/prouver?back=/equipe/moi',
];

/** A message that could not leave, so that the pages have it to show. */
async function deadLetter({ db }: State): Promise<void> {
  const at = Temporal.Now.instant();
  await enqueue(db, [
    {
      recipient: `address:${crypto.randomUUID()}@example.org`,
      customer: null,
      message: 'digest:essai',
      channel: 'email',
      kind: 'digest',
      campaign: null,
      payload: { kind: 'digest', week: week.name, films: [] },
      due: at,
      stale: at.add({ hours: 5 }),
    },
  ]);
  await db
    .updateTable('outbox')
    .set({ state: 'failed', reason: '550 5.1.1 no such user' })
    .where('message', '=', 'digest:essai')
    .execute();
}

describe('the pages of the staff', () => {
  for (const prefix of ['', '/en'])
    it(`are accessible, light and dark, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ colorScheme: 'light' });
      const { page, state } = visitor;
      for (const path of ['/equipe/entrer', '/equipe/code', '/equipe/installer/none']) {
        await page.goto(prefix + path);
        await assertAccessibleInBoth(page, `${prefix}${path}`);
      }
      await signIn(page, state, prefix);
      const [first] = await listStaff(state.db);
      assert.ok(first !== undefined);
      const told = {
        name: 'Odile Essai',
        phone: '0555000000',
        commune: null,
        language: 'fr',
        channel: 'phone',
      } as const;
      const id = await registerPerson(state.db, { ...told, kinds: ['wish'], wording: 'Lu.' }, { by: first.id });
      const link = await makeSetupLink(state.db, first.id, { byMail: false, by: null });
      await deadLetter(state);
      for (const path of [...pages, `/equipe/personnes/${id}`, link]) {
        await page.goto(prefix + path);
        await assertAccessibleInBoth(page, `${prefix}${path}`);
        await page.setViewportSize({ width: 320, height: 700 });
        await assertReflows(page, prefix + path);
        await assertTargets(page, prefix + path);
        await page.setViewportSize({ width: 1280, height: 900 });
      }
      assert.deepEqual(visitor.outside, []);
    });

  it('are entered with the keyboard alone', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page, state } = visitor;
    const email = await newMember(state);
    await page.goto('/equipe/entrer');
    const reach = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        const shown = await focusShown(page);
        assert.ok(shown === null || (shown.seen && shown.outline >= 2), JSON.stringify(shown));
        if (shown?.name === wanted) return;
      }
      assert.fail(`${wanted} is not reached`);
    };
    await reach('email');
    await page.keyboard.type(email);
    await reach('password');
    await page.keyboard.type(staffPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/equipe\/code/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'code');
    await page.keyboard.type(await lastCode(state));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/equipe$/);
    await reach('Se déconnecter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/equipe\/entrer/);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });

  it('hold what was written when the session ends, and send it once one is in again', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
    const { page, state } = visitor;
    await signIn(page, state);
    await page.goto('/equipe/programme/importer');
    await page.locator('#f-text').fill('Salle des Tilleuls\nLe Dîner de cons\ndemain 20h30');
    await page.context().clearCookies({ name: '__Host-staff' });
    await page.locator('form[enctype] button').click();
    await page.getByRole('heading', { name: 'Encore une étape' }).waitFor();
    await assertAccessibleInBoth(page, 'what is held');
    await assertReflows(page, 'what is held');
    if (process.env['SHOTS'] !== undefined)
      await page.screenshot({ path: `${process.env['SHOTS']}/held.png`, fullPage: true });
    const [other] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Entrez à nouveau' }).click(),
    ]);
    await signIn(other, state);
    await page.getByRole('button', { name: 'Envoyer à nouveau' }).click();
    await page.getByText('Le Dîner de cons').first().waitFor();
    assert.match(page.url(), /\/equipe\/programme\/import\/[\w-]+$/);
  });

  it('are entered without script', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    const { page, state } = visitor;
    await signIn(page, state);
    assert.equal(await page.getByRole('button', { name: 'clé d’accès' }).count(), 0);
    await page.getByRole('link', { name: 'Journal' }).click();
    await page.locator('td', { hasText: 'connexion' }).first().waitFor();
  });

  it('are set up with a passkey, left, and entered again with it', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page, state } = visitor;
    // an address of numbers can have no passkey
    const site = visitor.url.replace('127.0.0.1', 'localhost');
    const email = await newMember(state);
    const member = (await listStaff(state.db)).find((one) => one.email === email);
    assert.ok(member !== undefined);
    await state.db.updateTable('staff').set({ password: null }).where('id', '=', member.id).execute();
    const { client, authenticatorId } = await browserDevice(page);
    await page.goto(site + (await makeSetupLink(state.db, member.id, { byMail: false, by: null })));
    await page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
    await page.waitForURL(`${site}/equipe`);
    const held = await client.send('WebAuthn.getCredentials', { authenticatorId });
    assert.deepEqual(
      held.credentials.map(({ isResidentCredential, rpId }) => [isResidentCredential, rpId]),
      [[true, 'localhost']],
    );
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click();
    await page.waitForURL(`${site}/equipe`);

    await page.goto(`${site}/equipe/moi`);
    await page.getByRole('button', { name: /^Retirer/ }).click();
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /seule façon d’entrer/);
    await page.getByRole('textbox', { name: 'Nom de la clé' }).fill('Téléphone');
    await page.getByRole('button', { name: /^Renommer/ }).click();
    await page.getByText('Le nom de la clé est changé').waitFor();

    await state.db.updateTable('staff_session').set({ proven: '2026-01-01T00:00:00.000Z passkey' }).execute();
    await page.goto(`${site}/equipe/reglages`);
    await page.getByRole('link', { name: 'Prouver que c’est moi' }).click();
    await page.getByRole('button', { name: 'Avec une clé d’accès' }).click();
    await page.waitForURL(`${site}/equipe/reglages`);
    await page.getByRole('button', { name: 'Garder les réglages' }).waitFor();

    // who is not verified by the authenticator does not get in
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click();
    await page.getByText('La clé d’accès n’a pas répondu').waitFor();

    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await state.db.updateTable('passkey').set({ counter: 1000 }).execute();
    await page.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click();
    await page.getByText('Cette clé d’accès n’a pas été acceptée').waitFor();
  });
});

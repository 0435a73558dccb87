import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { State } from '#state/open-state.ts';
import { assertAccessible, assertReflows, assertTargets } from '../helpers/accessible.ts';
import { browserDevice } from '../helpers/browser-device.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { lastLetter } from '../state/people.ts';

const words = {
  '': {
    send: 'Recevoir la lettre',
    add: 'Ajouter une clé d’accès',
    kept: 'Votre clé d’accès est gardée',
    out: 'Me déconnecter ici',
    enter: 'Entrer avec une clé d’accès',
    signedIn: 'Vous êtes entré dans votre compte',
    name: 'Nom de la clé',
    rename: /^Renommer/,
    renamed: 'Le nom de la clé est changé',
    letter: 'Recevoir un code par courriel',
    again: 'Me servir d’une clé d’accès',
    remove: /^Retirer la clé/,
    removed: 'elle n’ouvre plus votre compte',
    failed: 'La clé d’accès n’a pas répondu',
    needed: 'il faut d’abord montrer que c’est bien vous',
  },
  '/en': {
    send: 'Receive the letter',
    add: 'Add a passkey',
    kept: 'Your passkey is kept',
    out: 'Sign out here',
    enter: 'Sign in with a passkey',
    signedIn: 'You are in your account',
    name: 'Name of the passkey',
    rename: /^Rename/,
    renamed: 'The name of the passkey is changed',
    letter: 'Receive a code by e-mail',
    again: 'Use a passkey',
    remove: /^Remove the passkey/,
    removed: 'it no longer opens your account',
    failed: 'The passkey did not answer',
    needed: 'you must first show that it is you',
  },
} as const;

async function typeCode(page: Page, { db }: State): Promise<void> {
  await page.waitForURL(/\/compte\/code/);
  await page.locator('#code').fill((await lastLetter(db)).code);
  await page.locator('main form button').click();
  await page.waitForURL(/\/alertes\?done=/);
}

describe('a passkey of an account', () => {
  for (const [prefix, width] of [
    ['', 320],
    ['/en', 1280],
  ] as const)
    it(`is added, comes in, is renamed and removed, ${width} pixels, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
      if (!needsChromium(context)) return;
      await using one = await visit({ viewport: { width, height: 900 } });
      const { page, state } = one;
      const say = words[prefix];
      // an address of numbers can have no passkey
      const site = one.url.replace('127.0.0.1', 'localhost');
      const { client, authenticatorId } = await browserDevice(page);
      const look = async (name: string): Promise<void> => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await assertAccessible(page, `${prefix} ${name} ${colorScheme}`);
          const folder = process.env['SHOTS'];
          if (folder !== undefined)
            await page.screenshot({ path: `${folder}/keys-${name}-${width}-${colorScheme}.png`, fullPage: true });
        }
        await assertReflows(page, name);
        await assertTargets(page, name);
      };
      const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

      await page.goto(`${site}${prefix}/alertes`);
      await page.getByRole('button', { name: say.enter }).waitFor();
      await look('out');
      await press(say.enter);
      await page.getByText(say.failed).waitFor();
      await page.locator('#email').fill(`cle-${width}@exemple.fr`);
      await page.waitForTimeout(1600);
      await press(say.send);
      await typeCode(page, state);
      await page.getByRole('button', { name: say.add }).waitFor();
      await look('none');
      await page.locator('#key-name').fill('Appareil');
      await press(say.add);
      await page.getByText(say.kept).waitFor();
      await look('one');
      const held = await client.send('WebAuthn.getCredentials', { authenticatorId });
      assert.deepEqual(
        held.credentials.map(({ isResidentCredential, rpId, userName }) => [isResidentCredential, rpId, userName]),
        [[true, 'localhost', `cle-${width}@exemple.fr`]],
      );

      await press(say.out);
      // who clicks twice asks once, as browsers do, and is in
      await page.evaluate(() => {
        const get = navigator.credentials.get.bind(navigator.credentials);
        let pending = false;
        navigator.credentials.get = async (options) => {
          if (pending) throw new Error('a request is already pending');
          pending = true;
          await new Promise((resolve) => setTimeout(resolve, 500));
          return get(options).finally(() => (pending = false));
        };
      });
      await page.getByRole('button', { name: say.enter }).dblclick();
      await page.getByText(say.signedIn).waitFor();
      await page.getByRole('textbox', { name: say.name }).fill('Tablette');
      await press(say.rename);
      await page.getByText(say.renamed).waitFor();

      // a page that stood open for too long leads to the proof
      const forget = async (): Promise<void> => page.context().clearCookies({ name: '__Host-proven' });
      await forget();
      await press(say.add);
      await page.getByText(say.needed).waitFor();
      await page.getByRole('button', { name: say.again }).waitFor();
      assert.equal(await page.getByRole('button', { name: say.remove }).count(), 0);
      await look('prove');
      await press(say.again);
      await page.getByRole('button', { name: say.remove }).waitFor();
      await forget();
      await page.reload();
      await press(say.letter);
      await typeCode(page, state);

      await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
      await press(say.out);
      await press(say.enter);
      await page.getByText(say.failed).waitFor();
      await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
      await press(say.enter);
      await page.getByText(say.signedIn).waitFor();
      await press(say.remove);
      await page.getByText(say.removed).waitFor();
      await press(say.out);
      await press(say.enter);
      await page.waitForURL(/\/compte\/cle\/entrer/);
      await look('refused');
      assert.deepEqual(
        one.outside.filter((address) => !address.startsWith(site)),
        [],
      );
    });

  it('is not offered without script; those that are there are removed without', async (context) => {
    if (!needsChromium(context)) return;
    await using one = await visit({ javaScriptEnabled: false });
    const { page, state } = one;
    await page.goto('/alertes');
    assert.equal(await page.getByRole('button', { name: words[''].enter }).count(), 0);
    await page.locator('#email').fill('sans@exemple.fr');
    await page.waitForTimeout(1600);
    await page.getByRole('button', { name: words[''].send }).click();
    await typeCode(page, state);
    assert.equal(await page.getByText('Entrer sans attendre de courriel').isVisible(), false);
    const customer = await state.db
      .selectFrom('customer')
      .select('id')
      .where('email', '=', 'sans@exemple.fr')
      .executeTakeFirstOrThrow();
    await state.db
      .insertInto('passkey')
      .values({
        id: 'away',
        customer: customer.id,
        public_key: 'cose',
        counter: 0,
        transports: '',
        label: 'Perdue',
        created: '2026-01-01T00:00:00.000Z',
      })
      .execute();
    await page.reload();
    await page.getByRole('textbox', { name: words[''].name }).fill('Retrouvée');
    await page.getByRole('button', { name: words[''].rename }).click();
    await page.getByText(words[''].renamed).waitFor();
    await page.getByRole('button', { name: words[''].remove }).click();
    await page.getByText(words[''].removed).waitFor();
    assert.deepEqual([one.outside, one.faults], [[], []]);
  });
});

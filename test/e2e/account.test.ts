import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkKeyOf, signLink } from '#state/signed-links.ts';
import { customerOfEmail } from '#state/customers.ts';
import { lastLetter } from '../state/people.ts';
import { assertAccessible, assertReflows, assertTargets } from '../helpers/accessible.ts';
import { keptState, needsChromium, visit } from '../helpers/browser.ts';

describe('an account, in a browser without script', () => {
  for (const [colorScheme, prefix, width] of [
    ['light', '', 320],
    ['dark', '/en', 1280],
  ] as const)
    it(`is asked for, confirmed, changed, unsubscribed and erased, ${colorScheme}, ${width} pixels`, async (context) => {
      if (!needsChromium(context)) return;
      await using one = await visit({ javaScriptEnabled: false, colorScheme, viewport: { width, height: 800 } });
      await using seen = await visit({ colorScheme, viewport: { width, height: 800 } });
      const { page } = one;
      const french = prefix === '';
      const email = `anne-${width}@exemple.fr`;
      /** The same page where axe may run: with the cookies of this browser, once its form was not sent. */
      const look = async (name: string): Promise<void> => {
        await seen.page.context().clearCookies();
        await seen.page.context().addCookies(await page.context().cookies());
        await seen.page.goto(page.url());
        await assertAccessible(seen.page, name);
        await assertReflows(seen.page, name);
        await assertTargets(seen.page, name);
        const folder = process.env['SHOTS'];
        if (folder !== undefined)
          await seen.page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
      };
      await page.goto(`${prefix}/alertes?film=tt0119038`);
      await look('sign-up');
      assert.equal(await page.locator('input[type=checkbox]:checked').count(), 0);
      await page.locator('#email').fill(email);
      await page.locator('label[for="digest.email"]').click();
      await page.locator('#commune').selectOption({ label: 'Guéret' });
      await page.waitForTimeout(1600);
      await page.getByRole('button', { name: french ? 'Recevoir la lettre' : 'Receive the letter' }).click();
      await page.getByRole('heading', { name: french ? 'Regardez votre courrier' : 'Look at your mail' }).waitFor();
      await look('code');
      const { db } = await keptState();
      const letter = await lastLetter(db);
      await seen.page.context().clearCookies();
      await seen.page.goto(letter.path);
      await assertAccessible(seen.page, 'confirm');
      const folder = process.env['SHOTS'];
      if (folder !== undefined) await seen.page.screenshot({ path: `${folder}/confirm-${width}.png`, fullPage: true });
      await page.goto(letter.path);
      await page.getByRole('button', { name: french ? 'Oui, c’est moi' : 'Yes, it is me' }).click();
      await page.getByText(french ? 'votre adresse est confirmée' : 'your address is confirmed').waitFor();
      await look('preferences');
      await page.locator('#name').fill('https://exemple.fr');
      await page.locator('#cap').selectOption('2');
      await page.getByRole('button', { name: french ? 'Enregistrer' : 'Save' }).click();
      await page.getByRole('alert').waitFor();
      assert.equal(await page.locator('#cap').inputValue(), '2');
      assert.equal(await page.locator('#name').inputValue(), 'https://exemple.fr');
      // a page that answers a form: the other browser cannot ask for it
      await assertReflows(page, 'preferences again');
      if (folder !== undefined) await page.screenshot({ path: `${folder}/again-${width}.png`, fullPage: true });
      await page.locator('#name').fill('Anne');
      await page.locator('#paused-until').fill(Temporal.Now.plainDateISO().add({ days: 9 }).toString());
      await page.getByRole('button', { name: french ? 'Enregistrer' : 'Save' }).click();
      await page.getByText(french ? 'alertes sont en pause' : 'are paused until').waitFor();
      const customer = await customerOfEmail(db, email);
      assert.ok(customer !== null);
      const link = { purpose: 'unsubscribe', customer: customer.id, kind: 'digest', channel: 'email' } as const;
      await page.goto(`${prefix}/desabonner/${signLink(await linkKeyOf(db), link)}`);
      await look('unsubscribe');
      await page.getByRole('button', { name: french ? 'Oui, arrêter' : 'Yes, stop' }).click();
      await page.getByRole('button', { name: french ? 'C’était une erreur' : 'It was a mistake' }).click();
      await page.getByText(french ? 'Vous recevrez à nouveau' : 'You will receive these alerts again').waitFor();
      await page.goto(
        `${prefix}/alertes/lien/${signLink(await linkKeyOf(db), { purpose: 'preferences', customer: customer.id })}`,
      );
      await look('by-link');
      await page.goto(`${prefix}/mes-donnees`);
      await look('data');
      await page.getByRole('button', { name: french ? 'Tout effacer' : 'Erase everything' }).click();
      await page.getByText(french ? 'C’est effacé' : 'It is erased').waitFor();
      assert.equal(await customerOfEmail(db, email), null);
      assert.deepEqual(await page.context().cookies(), []);
      // the one form that was refused, and shown again
      assert.match(one.faults.join('\n'), /^Failed to load resource: the server responded with a status of 422[^\n]*$/);
      assert.deepEqual([one.outside, seen.outside, seen.faults], [[], [], []]);
    });
});

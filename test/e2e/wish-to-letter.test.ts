import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import { openWriting } from '#alerts/writing.ts';
import { readConfig } from '#config.ts';
import { openChannels } from '#notify/channels/open-channels.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { consentsOf } from '#state/consent.ts';
import { customerOfEmail } from '#state/customers.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import type { Db } from '#state/schema.ts';
import { wishesOf } from '#state/wishes.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';

/** A film of the starter catalogue that no cinema shows, and one that is on the programme of the tests. */
const [AWAITED, SHOWN] = ['tt0062229', 'tt0119038'] as const;

/** Writes the letters that wait to files, and reads them. */
async function lettersOf(db: Db, origin: string): Promise<{ to: string; text: string }[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lanterne-letters-'));
  try {
    const config = readConfig({ LANTERNE_ORIGIN: origin }, { dataFolder });
    await using channels = openChannels(db, config);
    await using delivery = await startDelivery({
      db,
      channels: channels.byName,
      mailsASecond: config.mailsASecond,
      ...openWriting(db, config),
      onProblem: assert.fail,
    });
    await delivery.drained();
    const folder = join(dataFolder, 'outbox');
    const letters = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    return await Promise.all(
      letters.map(async (name) => {
        const { to, text } = await PostalMime.parse(readFileSync(join(folder, name)));
        return { to: to?.[0]?.address ?? '', text: text ?? '' };
      }),
    );
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

describe('from a wish to being told, in a browser without script', () => {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const)
    it(`film, “I would come”, “tell me”, letter, confirmation, film again, ${width} pixels`, async (context) => {
      if (!needsChromium(context)) return;
      const viewport = { width, height: 800 };
      await using one = await visit({ javaScriptEnabled: false, colorScheme, viewport });
      await using seen = await visit({ colorScheme, viewport });
      const { page, url } = one;
      const { db } = one.state;
      const look = async (name: string): Promise<void> => {
        await seen.page.context().clearCookies();
        await seen.page.context().addCookies(await page.context().cookies());
        await seen.page.goto(page.url());
        await assertAccessible(seen.page, name);
        await assertReflows(seen.page, name);
        const folder = process.env['SHOTS'];
        if (folder !== undefined)
          await seen.page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
      };
      const email = `lea-${width}@exemple.fr`;
      await page.goto(`/film/${AWAITED}`);
      assert.equal(await page.locator('.nearby').count(), 0);
      await page.locator('.wish-details summary').click();
      await page.getByLabel('D’où viendriez-vous').selectOption({ label: 'Guéret' });
      await page.locator('label').filter({ hasText: 'samedi' }).click();
      await page.getByRole('button', { name: 'Je viendrais' }).click();
      await page.getByText('Vous viendriez de Guéret, à 2, le samedi.').waitFor();
      await look('journey-wished');
      await page.getByRole('link', { name: 'M’avertir quand il passera' }).click();
      await page.locator('#email').fill(email);
      await page.locator('label[for="wish.email"]').click();
      await page.locator('#commune').selectOption({ label: 'Guéret' });
      await page.waitForTimeout(1600);
      await page.getByRole('button', { name: 'Recevoir la lettre' }).click();
      await page.getByRole('heading', { name: 'Regardez votre courrier' }).waitFor();
      const letter = (await lettersOf(db, url)).find(({ to }) => to === email);
      const [link] =
        /https?:\/\/\S+\/compte\/confirmer\/\S+/.exec(letter?.text ?? '') ?? assert.fail(letter?.text ?? 'no letter');
      assert.ok(link.startsWith(`${url}/`), link);
      await page.goto(link);
      await page.getByRole('button', { name: 'Oui, c’est moi' }).click();
      await page.getByText('votre adresse est confirmée').waitFor();
      await page.getByRole('link', { name: 'Revenir au film' }).click();
      assert.equal(new URL(page.url()).pathname, `/film/${AWAITED}`);
      await page.getByText('Vous viendriez de Guéret, à 2, le samedi.').waitFor();
      const customer = await customerOfEmail(db, email);
      assert.ok(customer?.confirmed != null);
      assert.equal(customer.commune, '23096');
      assert.deepEqual(await subscriptionsOf(db, customer.id), [{ kind: 'wish', channel: 'email' }]);
      assert.deepEqual(
        (await wishesOf(db, customer.visitor)).map(({ film, days, seats }) => [String(film), days, seats]),
        [[AWAITED, [6], 2]],
        'the wish of before is the account’s, as it was made',
      );
      assert.deepEqual(
        (await consentsOf(db, customer.id)).map(({ kind, action }) => `${kind} ${action}`),
        ['account asked', 'wish asked', 'account given', 'wish given'],
      );

      await page.goto(`/film/${SHOWN}`);
      await page.locator('.wish-details summary').click();
      await page.getByRole('button', { name: 'Je viendrais' }).click();
      await page.getByText('Vous viendriez de Guéret, à 2').waitFor();
      assert.equal(await page.locator('.nearby').count(), 1);
      assert.equal(await page.locator('.wish-showings').count(), 0, 'its showings are told once');
      await look('journey-shown');
      await page.locator('.nearby a[href*="/seance/"]').first().click();
      await page.getByText('Vous vouliez le voir').waitFor();
      await look('journey-showing');
      await page.goto('/programme?vue=film');
      assert.ok((await page.getByText('Vous vouliez le voir').count()) > 0);
      assert.deepEqual([one.outside, one.faults, seen.outside, seen.faults], [[], [], [], []]);
    });
});

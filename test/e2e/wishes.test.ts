import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { asFilmId, asVenueId } from '#brand.ts';
import type { Db } from '#state/schema.ts';
import { putVenue } from '#state/venues.ts';
import { createVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { signInStaff } from '../helpers/sign-in-staff.ts';

const DINNER = asFilmId('tt0119038') ?? assert.fail();

/** Twelve people of three communes, and a venue. */
async function demand(db: Db): Promise<void> {
  const none = { kind: 'fixed', address: null, latitude: null, longitude: null, seats: null, website: null } as const;
  const id = asVenueId('le-phare') ?? assert.fail();
  await putVenue(db, { ...none, id, name: 'Le Phare', commune: '23096', equipment: [], closed: null });
  for (let one = 0; one < 12; one++) {
    const at = Temporal.Now.instant().subtract({ hours: 24 * one });
    const commune = ['23096', '23096', '23096', '23001', '23002', '23008'][one % 6] ?? '23096';
    const { visitor } = await createVisitor(db, { now: at });
    await setWish(db, visitor, { film: DINNER, commune, days: [5], seats: 2 }, { now: at });
  }
}

const signIn = (page: Page, url: string, secret: string): Promise<void> =>
  page.context().addCookies([
    {
      name: '__Host-staff',
      value: secret,
      domain: new URL(url).hostname,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);

describe('wishes, in a browser', () => {
  for (const javaScriptEnabled of [false, true])
    it(`are made, changed and taken back ${javaScriptEnabled ? 'with' : 'without'} script, by the keyboard`, async (context) => {
      if (!needsChromium(context)) return;
      await using one = await visit({ javaScriptEnabled, viewport: { width: 320, height: 700 } });
      const { page } = one;
      await page.goto(`/film/${DINNER}`);
      await page.locator('.wish-details summary').focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('D’où viendriez-vous').selectOption({ label: 'Guéret' });
      await page.getByLabel('vendredi').focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Je viendrais' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Vous viendriez de Guéret, à 2, le vendredi.').waitFor();
      assert.equal(new URL(page.url()).hash, '#je-viendrais');
      if (javaScriptEnabled) {
        await page.locator('.wish-details summary').click();
        await assertAccessible(page, 'the page of a film that one would come to');
        await assertReflows(page, 'the page of a film that one would come to');
      }
      await page.goto('/ma-liste');
      await page.getByRole('button', { name: 'Retirer ma réponse' }).click();
      await page.waitForURL(/ma-liste\?wish=gone/);
      assert.equal(await page.getByText('Vos films attendus').count(), 0);
      assert.deepEqual([one.outside, one.faults], [[], []]);
    });

  it('are a board that everybody of the staff can read, in both themes and on a phone', async (context) => {
    if (!needsChromium(context)) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await using one = await visit({
        colorScheme,
        viewport: { width: colorScheme === 'dark' ? 320 : 1280, height: 900 },
      });
      const { page, state, url } = one;
      if (colorScheme === 'light') await demand(state.db);
      await signIn(page, url, await signInStaff(state.db, ['programmer'], colorScheme === 'light' ? 'Noor' : 'Ilan'));
      for (const path of ['/equipe/demande', `/en/equipe/demande?film=${DINNER}`, '/envies']) {
        await page.goto(path);
        assert.equal(
          (await page.getByText('Le Dîner de cons').count()) + (await page.getByText('The Dinner').count()) > 0,
          true,
        );
        await assertAccessible(page, `${path}, ${colorScheme}`);
        await assertReflows(page, `${path}, ${colorScheme}`);
      }
      assert.deepEqual([one.outside, one.faults], [[], []]);
    }
  });
});

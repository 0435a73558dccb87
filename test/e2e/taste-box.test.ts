import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { needsChromium, visit } from '../helpers/browser.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const findings = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.unknown()) })) });

describe('the taste box', () => {
  it('leads from the home page to films with the keyboard alone, the focus kept and each step said', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('le diner de con');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/films\?liked=tt0119038#q$/);
    await said(page, '« Le Dîner de cons » est dans vos films aimés. Annuler');
    assert.equal(await focused(page), 'q');
    await page.keyboard.type('la guerre des etoiles');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'as-liked', 'Tab leaves without choosing');
    assert.equal(await page.locator('.chip').count(), 1);
    assert.equal(await page.locator('#q').inputValue(), 'la guerre des etoiles');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('label[for=q]').innerText(), 'Un film que vous n’avez pas aimé');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.chip.not').waitFor();
    await said(page, '« La Guerre des étoiles » est dans les films que vous n’avez pas aimés. Annuler');
    assert.equal(await page.locator('.films > .film').count(), 24);
    assertQuiet(visitor);
  });

  it('goes round its list, opens and closes it with Alt, and goes back to the text', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    const input = page.locator('#q');
    await input.pressSequentially('la belle');
    await page.getByRole('option').nth(2).waitFor();
    const last = (await page.getByRole('option').count()) - 1;
    const pointed = async (): Promise<number> =>
      Number((await input.getAttribute('aria-activedescendant'))?.slice(2) ?? -1);
    await input.press('ArrowUp');
    assert.equal(await pointed(), last);
    await input.press('ArrowDown');
    assert.equal(await pointed(), 0);
    await input.press('ArrowLeft');
    assert.equal(await pointed(), -1);
    assert.equal(await page.locator('#q-list').isVisible(), true);
    await input.press('Alt+ArrowUp');
    assert.equal(await input.getAttribute('aria-expanded'), 'false');
    await input.press('Alt+ArrowDown');
    assert.equal(await input.getAttribute('aria-expanded'), 'true');
    assert.equal(await pointed(), -1);
    await input.press('ArrowDown');
    await input.press('End');
    assert.equal(await pointed(), -1);
    assert.equal(await caret(page), 'la belle'.length);
    await input.press('Home');
    assert.equal(await caret(page), 0);
    await input.press('Escape');
    assert.equal(await input.inputValue(), 'la belle');
    assert.equal(await input.getAttribute('aria-controls'), await page.locator('[role=listbox]').getAttribute('id'));
    assertQuiet(visitor);
  });

  it('shows each film by its French title, its original one, year and directors, in a box that does not move', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ viewport: { width: 390, height: 800 }, hasTouch: true });
    const { page } = visitor;
    await page.goto('/');
    await page.locator('#q').pressSequentially('la guerre des etoi');
    const option = page.getByRole('option').first();
    await option.waitFor();
    assert.deepEqual((await option.innerText()).split(/\n+/), [
      'La Guerre des étoiles',
      'Star Wars',
      '1977 · George Lucas',
    ]);
    const box = await option.locator('img').boundingBox();
    assert.ok(box !== null && Math.abs(box.height / box.width - 1.5) < 0.02);
    await option.tap();
    await page.waitForURL(/\/films\?liked=tt0076759#q$/);
    assertQuiet(visitor);
  });

  it('never shows an older answer over a newer one, nor one that nobody waits for', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    const late: (() => Promise<void>)[] = [];
    await page.route('**/api/titles?q=la', (route) => void late.push(() => route.continue()));
    await page.goto('/');
    const input = page.locator('#q');
    await input.fill('la');
    await page.waitForRequest('**/api/titles?q=la');
    await input.fill('la grande vadrouille');
    await page.getByRole('option', { name: /Vadrouille/ }).waitFor();
    for (const go of late) await go().catch(() => {});
    await page.waitForTimeout(200);
    assert.match(await page.getByRole('option').first().innerText(), /Vadrouille/);
    await input.fill('');
    assert.equal(await page.locator('#q-list').isVisible(), false);
    assertQuiet(visitor);
  });

  it('says when the list cannot come, and still sends the form', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.route('**/api/titles*', (route) => route.abort());
    await page.goto('/');
    await page.locator('#q').fill('diner de cons');
    await page.getByText('La liste des titres ne vient pas').waitFor();
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.locator('.chip.liked').waitFor();
    assert.deepEqual(visitor.outside, []);
  });

  it('takes a pasted list for several titles, with commas for some too', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    await page.locator('#q').evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Titanic\r\nLe Dîner de cons\n\nLa Grande Vadrouille\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true }));
    });
    assert.equal(await page.locator('#q').inputValue(), 'Titanic ; Le Dîner de cons ; La Grande Vadrouille');
    await page.locator('#q').press('Enter');
    await said(page, '3 films compris : « Titanic », « Le Dîner de cons » et « La Grande Vadrouille ». Annuler');
    await page.locator('#q').fill('Intouchables, Amélie');
    await page.locator('#q').press('Enter');
    await page.locator('.chip.liked').nth(4).waitFor();
    assertQuiet(visitor);
  });

  it('tells homonyms and slips apart, liked or not', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    await page.getByLabel('Je n’ai pas aimé').check();
    await page.locator('#q').fill('la belle et la bete');
    await page.locator('#q').press('Enter');
    await page.getByRole('heading', { name: 'Lequel est-ce ?' }).waitFor();
    await page.locator('.choices .film', { hasText: '1991' }).getByRole('link').click();
    await page.locator('.chip.not', { hasText: '1991' }).waitFor();
    assert.equal(await page.getByLabel('J’ai aimé').isChecked(), true);
    assertQuiet(visitor);
  });
});

describe('undo', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`brings back a film, a list, a change of mind, ${javaScriptEnabled ? 'with' : 'without'} script`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ javaScriptEnabled });
      const { page } = visitor;
      await page.goto(`/films?liked=${DINNER}&liked=${STROLL}`);
      const titles = async (): Promise<string[]> => page.locator('.chip-title').allInnerTexts();
      const before = await titles();
      const list = await page.locator('.films .film-title').allInnerTexts();
      await page.getByRole('link', { name: 'Retirer « Le Dîner de cons »' }).click();
      await said(page, '« Le Dîner de cons » est retiré de votre liste. Annuler');
      assert.equal(await page.locator('.chip').count(), 1);
      await undo(page);
      assert.deepEqual(await titles(), before);
      assert.deepEqual(await page.locator('.films .film-title').allInnerTexts(), list);
      await page.getByRole('link', { name: /Finalement, pas aimé .*Vadrouille/ }).click();
      await said(page, '« La Grande Vadrouille » passe dans les films que vous n’avez pas aimés. Annuler');
      await undo(page);
      assert.equal(await page.locator('.chip.not').count(), 0);
      await page.getByRole('link', { name: 'Tout effacer' }).click();
      await said(page, 'Liste effacée : 2 films retirés. Annuler');
      assert.equal(await page.locator('.chip').count(), 0);
      await undo(page);
      assert.deepEqual(await titles(), before);
      if (javaScriptEnabled) assert.doesNotMatch(page.url(), /undo/);
      assertQuiet(visitor);
    });
  }

  it('leaves the focus where the hand goes next', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(`/films?liked=${DINNER}&liked=${STROLL}`);
    await page.getByRole('link', { name: /Finalement, pas aimé .*Vadrouille/ }).press('Enter');
    await page.locator('.chip.not').waitFor();
    assert.equal(await focused(page), `turn-${STROLL}`);
    await page.getByRole('link', { name: 'Retirer « Le Dîner de cons »' }).press('Enter');
    await page.locator('.chip.liked').waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'q');
    assertQuiet(visitor);
  });
});

describe('the wall', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`adds and takes out where one stands, ${javaScriptEnabled ? 'with' : 'without'} script`, async (context) => {
      if (!needsChromium(context)) return;
      await using visitor = await visit({ javaScriptEnabled });
      const { page } = visitor;
      await page.goto('/');
      await page.getByRole('link', { name: 'Comédies françaises' }).click();
      await page.locator('[aria-current=true]', { hasText: 'Comédies françaises' }).waitFor();
      const film = page.locator('.wall-films a').nth(7);
      const name = await film.locator('.wall-title').innerText();
      await film.scrollIntoViewIfNeeded();
      // where it stands when the hand touches it: the driver of the browser may scroll to it first
      await page.evaluate(() =>
        addEventListener(
          'click',
          ({ target }) => {
            const link = target instanceof Element ? target.closest('a') : null;
            document.documentElement.dataset['stood'] = String(link?.getBoundingClientRect().top);
          },
          { capture: true, once: true },
        ),
      );
      await film.click();
      await page.locator('.wall-films .liked').waitFor();
      assert.equal(await page.locator('.wall-films .liked .wall-title').innerText(), name);
      const now = await top(page, 7);
      const stood = Number(await page.locator('html').getAttribute('data-stood'));
      if (javaScriptEnabled) assert.ok(Math.abs(now - stood) < 6, `moved by ${now - stood}`);
      assert.ok(now > 0 && now < 800, `seen at ${now}`);
      await page.locator('.wall-films a').nth(8).click();
      await page.locator('.wall-films .liked').nth(1).waitFor();
      assert.match(await page.locator('.onward').innerText(), /2\s+films aimés/);
      await page.locator('.wall-films .liked a').first().click();
      await page.locator('.wall-films .liked').nth(1).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Voir mes films' }).click();
      await page.locator('.films > .film').nth(23).waitFor();
      assert.equal(await page.locator('.chip.liked').count(), 1);
      assertQuiet(visitor);
    });
  }
});

describe('a slow line', () => {
  it('opens the list for what was typed before the script was there', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    let release = (): void => {};
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/island/**/taste-box.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator('#q').pressSequentially('la belle');
    await page.locator('#q:not([role])').waitFor({ timeout: 1000 }); // no script yet
    release();
    await page.getByRole('option').first().waitFor();
  });
});

describe('axe finds nothing to say', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const language of ['', '/en']) {
      it(`of the open list, the wall and the note, ${colorScheme}, ${language === '' ? 'French' : 'English'}`, async (context) => {
        if (!needsChromium(context)) return;
        await using visitor = await visit({ colorScheme });
        const { page } = visitor;
        for (const path of [
          '?mur=1980&liked=tt0119038&undo=x0-0119038',
          `/films?not=${DINNER}&seen=${STROLL}&undo=l0-0119038`,
        ]) {
          await page.goto(`${language}${path}`.replace(/^\?/, '/?'));
          await page.locator('#q').pressSequentially('la belle');
          await page.getByRole('option').first().waitFor();
          await page.keyboard.press('ArrowDown');
          await page.evaluate(axe);
          const { violations } = findings.parse(
            await page.evaluate('axe.run(document, { resultTypes: ["violations"] })'),
          );
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes).slice(0, 400)}`),
            [],
            path,
          );
        }
        assertQuiet(visitor);
      });
    }
  }
});

/** Waits for a sentence under the box; spaces of every kind count as one. */
async function said(page: Page, sentence: string): Promise<void> {
  const words = sentence.split(' ').map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  await page.locator('#change', { hasText: new RegExp(`^\\s*${words.join('\\s+')}\\s*$`) }).waitFor();
}

async function undo(page: Page): Promise<void> {
  const note = await page.locator('#change').innerText();
  await page.getByRole('link', { name: 'Annuler', exact: true }).click();
  await page.waitForFunction((old) => document.getElementById('change')?.innerText !== old, note);
}

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
const caret = (page: Page): Promise<number | null> =>
  page.locator('#q').evaluate((input) => (input instanceof HTMLInputElement ? input.selectionStart : null));
const top = (page: Page, at: number): Promise<number> =>
  page
    .locator('.wall-films a')
    .nth(at)
    .evaluate((link) => link.getBoundingClientRect().top);

function assertQuiet({ outside, faults }: { readonly outside: string[]; readonly faults: string[] }): void {
  assert.deepEqual(outside, []);
  assert.deepEqual(faults, []);
}

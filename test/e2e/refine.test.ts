import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { needsChromium, visit } from '../helpers/browser.ts';

const DINNER = 'tt0119038';
const LIST = `/films?liked=${DINNER}`;
const titles = (page: Page): Promise<string[]> => page.locator('.films .film-title').allInnerTexts();
const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);

describe('refining without script', () => {
  it('a dial and a condition by the form, a dial by its word, and all taken back', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto(LIST);
    const usual = await titles(page);
    await page.locator('#refine > summary').click();
    await page.locator('#rare').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('#length').selectOption('100');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.locator('.asked').waitFor();
    assert.match(page.url(), /rare=2/);
    assert.match(page.url(), /length=100/);
    assert.match(page.url(), /#results-title$/);
    const rare = await titles(page);
    assert.notDeepEqual(rare, usual);
    assert.deepEqual(await page.locator('.asked li span').allInnerTexts(), [
      'des films rares',
      '1\u00a0h\u00a040 au plus',
    ]);
    await page.locator('#refine > summary').click();
    await page.getByRole('link', { name: 'récents', exact: true }).click();
    await page.locator('#without-recent').waitFor();
    assert.notDeepEqual(await titles(page), rare);
    await page.getByRole('link', { name: 'Tout retirer' }).click();
    await page.locator('.asked').waitFor({ state: 'detached' });
    assert.deepEqual(await titles(page), usual);
    assert.deepEqual(visitor.outside, []);
  });

  it('conditions that empty the list: the link that loosens one brings films', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto(`${LIST}&length=60&kind=Western`);
    await page.getByText('Aucun film ne remplit toutes vos conditions.').waitFor();
    await page.getByRole('link', { name: 'Retirer « 1 h au plus »' }).last().click();
    await page.locator('.films > .film').first().waitFor();
    assert.match(page.url(), /kind=Western/);
    assert.doesNotMatch(page.url(), /length/);
  });

  it('a mood by its word, then by the sliders', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('link', { name: /Selon votre humeur/ }).click();
    await page.getByRole('link', { name: 'doux', exact: true }).click();
    await page.getByRole('heading', { name: 'Humeur : doux' }).waitFor();
    const gentle = await titles(page);
    assert.equal(gentle.length, 12);
    await page.locator('#energy').focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Voir les films' }).click();
    await page.waitForURL(/energy=10/);
    assert.notDeepEqual(await titles(page), gentle);
  });
});

describe('refining with script', () => {
  it('a dial moved by keyboard changes the list in place: the focus stays, the change is said, the way back undoes', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    const usual = await titles(page);
    await page.locator('#refine > summary').click();
    await page.locator('#rare').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('#rare-now').innerText(), 'des films plutôt rares');
    await page.waitForURL(/rare=1$/);
    await page.locator('#without-rare').waitFor();
    assert.equal(await focused(page), 'rare');
    assert.equal(await page.locator('#refine').getAttribute('open'), '');
    assert.equal(await page.locator('#rare').getAttribute('aria-valuetext'), 'des films plutôt rares');
    assert.match(
      await page.locator('#announce').innerText(),
      /24\s+films proposés.*Vous avez demandé.*des films plutôt rares/s,
    );
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/rare=2$/);
    await page.locator('.asked', { hasText: 'des films rares' }).waitFor();
    assert.equal(await focused(page), 'rare');
    assert.notDeepEqual(await titles(page), usual);
    await page.goBack();
    await page.goBack();
    await page.locator('.asked').waitFor({ state: 'detached' });
    assert.deepEqual(await titles(page), usual);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });

  it('a condition, its word at the end of a dial and its way out keep the place of the reader', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await page.locator('#refine > summary').click();
    await page.locator('#kind').selectOption('Western');
    await page.waitForURL(/kind=Western/);
    await page.locator('#far-to-2').click();
    await page.waitForURL(/far=2/);
    await page.locator('#far-to-2[aria-current]').waitFor();
    assert.equal(await focused(page), 'far-to-2');
    await page.locator('#length').selectOption('80');
    await page.locator('.loosen').waitFor();
    assert.match(await page.locator('#announce').innerText(), /toutes vos conditions/);
    await page.locator('.loosen a').first().click();
    await page
      .locator('.loosen')
      .waitFor({ state: 'detached' })
      .catch(() => {});
    assert.ok((await titles(page)).length > 0);
    assert.equal(await focused(page), 'results-title');
    // a film joins the taste, and what was asked stays
    await page.locator('.film .actions a', { hasText: 'Je l’ai aimé' }).first().click();
    await page.locator('.chip.liked').nth(1).waitFor();
    assert.match(page.url(), /liked=tt\d+&liked=tt\d+&far=2/);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });

  it('a mood by the arrows on its map, by its sliders and by the mouse', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(`/humeur?liked=${DINNER}`);
    await page.locator('#mood-pad').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    await page.waitForURL(/valence=2&energy=1$/);
    await page.locator('.films > .film').first().waitFor();
    assert.equal(await focused(page), 'mood-pad');
    assert.equal(await page.locator('#valence').inputValue(), '2');
    assert.match(await page.locator('#announce').innerText(), /humeur/);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'valence');
    await page.keyboard.press('Home');
    await page.waitForURL(/valence=-10&energy=1$/);
    await page.locator('.mood-point[cx="40"]').waitFor();
    const dark = await titles(page);
    const box = await page.locator('#mood-pad').boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.85, box.y + box.height * 0.3, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/valence=9&energy=5$/);
    await page.waitForFunction((first) => document.querySelector('.film-title')?.textContent !== first, dark[0]);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });

  it('a surprise, another, and back; one that was seen steps aside', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(LIST);
    await page.getByRole('link', { name: 'surprenez-moi' }).click();
    await page.waitForURL(/\/surprise\?liked=tt0119038&graine=\d+$/);
    const first = await page.locator('#idea-title').innerText();
    const address = page.url();
    await page.getByRole('link', { name: 'Une autre idée' }).click();
    await page.waitForURL((url) => url.href !== address);
    assert.notEqual(await page.locator('#idea-title').innerText(), first);
    await page.goBack();
    assert.equal(page.url(), address);
    assert.equal(await page.locator('#idea-title').innerText(), first);
    await page.getByRole('button', { name: /^Déjà vu/ }).click();
    await page.getByText('est rangé dans vos films déjà vus').waitFor();
    assert.notEqual(await page.locator('#idea-title').innerText(), first);
    await page.getByRole('button', { name: /^Annuler/ }).click();
    await page.getByText('C’est annulé').waitFor();
    assert.equal(await page.locator('#idea-title').innerText(), first);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });
});

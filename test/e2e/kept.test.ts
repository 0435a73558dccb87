import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsChromium, visit } from '../helpers/browser.ts';

const LIST = '/films?liked=tt0119038';

describe('what a visitor keeps, in a browser', () => {
  it('acts at once with script: seen, undone, to watch, and found again in the list', async (context) => {
    if (!needsChromium(context)) return;
    await using one = await visit();
    const { page } = one;
    await page.goto(LIST);
    const first = page.locator('.films > .film').first();
    const title = await first.locator('.film-title').innerText();
    await first.getByRole('button', { name: 'Déjà vu' }).click();
    const said = first.locator('.said');
    await said.waitFor();
    assert.match(await said.innerText(), /est rangé dans vos films déjà vus/);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Annuler');
    assert.match((await page.locator('#announce').textContent()) ?? '', /déjà vus/);
    await page.keyboard.press('Enter');
    await said.waitFor({ state: 'detached' });
    const want = first.getByRole('button', { name: 'À voir' });
    await want.click();
    await page.waitForFunction(() => document.querySelector('.film button[aria-pressed=true]') !== null);
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, LIST);
    await page.getByRole('link', { name: 'Mes films' }).click();
    await page.getByRole('heading', { name: 'À voir', level: 2 }).waitFor();
    assert.equal(await page.locator('.kept-films .film-title').innerText(), title);
    const [cookie] = await page.context().cookies();
    assert.deepEqual(
      [cookie?.name, cookie?.httpOnly, cookie?.secure, cookie?.sameSite],
      ['__Host-visitor', true, true, 'Lax'],
    );
    assert.deepEqual([one.outside, one.faults], [[], []]);
  });

  it('does the same without script, and is erased by its owner', async (context) => {
    if (!needsChromium(context)) return;
    await using one = await visit({ javaScriptEnabled: false });
    const { page } = one;
    await page.goto(LIST);
    const title = await page.locator('.films > .film .film-title').first().innerText();
    await page.locator('.films > .film').first().getByRole('button', { name: 'Pas pour moi' }).click();
    await page.getByText('ne vous sera plus proposé').waitFor();
    assert.ok(!(await page.locator('.films .film-title').allInnerTexts()).includes(title));
    await page.getByRole('button', { name: 'Annuler pour' }).click();
    await page.getByText('C’est annulé').waitFor();
    assert.ok((await page.locator('.films .film-title').allInnerTexts()).includes(title));
    await page.getByRole('button', { name: 'Garder', exact: false }).click();
    await page.getByText('film gardé').waitFor();
    await page.goto('/ma-liste');
    await page.getByRole('link', { name: 'Mes données' }).click();
    await page.getByText('1\u00a0film rangé').waitFor();
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await page.getByText('C’est effacé').waitFor();
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual([one.outside, one.faults], [[], []]);
  });
});

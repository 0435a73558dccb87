import assert from 'node:assert/strict';
import { it } from 'node:test';
import { needsChromium, visit } from '../helpers/browser.ts';

it('the whole journey is made without script, in large print, on a narrow screen', async (context) => {
  if (!needsChromium(context)) return;
  await using visitor = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const { page, url } = visitor;
  const go = async (name: string): Promise<void> => {
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.waitForLoadState();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name }).first().click();
    await page.waitForLoadState();
  };

  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Affichage' }).click();
  await page.locator('label', { hasText: 'Gros caractères' }).click();
  await press('Appliquer');
  assert.equal(page.url(), `${url}/`);
  assert.match(await rootClasses(), /\blarge\b/);

  await page.locator('#q').fill('le diner de con');
  await press('Ajouter');
  await page.locator('#q').fill('la belle et la bete');
  await press('Ajouter');
  await page.locator('.choices .film', { hasText: '1946' }).getByRole('link').first().click();
  assert.match(page.url(), /liked=tt0119038&liked=tt0038348/);
  assert.equal(await page.locator('.film-title').count(), 24);
  assert.match(await page.locator('.reason').first().innerText(), /^Parce que vous avez aimé/);

  await press('À voir');
  await page.getByText('est dans vos films à voir').waitFor();
  const [first = ''] = await page.locator('.film-title').allInnerTexts();
  const gone = new RegExp(`^${RegExp.escape(first)}$`, 'm');
  await press(/^Déjà vu/);
  await page.getByText('est rangé dans vos films déjà vus').waitFor();
  assert.doesNotMatch(await page.locator('.films').innerText(), gone);
  await press(/^Annuler/);
  await page.getByText('C’est annulé').waitFor();
  assert.match(await page.locator('.films').innerText(), gone);

  const second = page.locator('.film-title a').nth(1);
  const title = await second.innerText();
  await second.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await go('Revenir à ma liste');
  assert.equal(await page.locator('.films > .film').count(), 24);

  await page.getByRole('banner').getByRole('link', { name: 'Mes films' }).click();
  await page.getByRole('heading', { name: 'À voir' }).waitFor();
  await page
    .getByRole('banner')
    .getByRole('link', { name: /English/ })
    .click();
  await page.getByRole('heading', { name: 'To watch' }).waitFor();
  await go('My data');
  await press('Erase everything');
  await page.getByText('It is erased').waitFor();
  assert.match(await rootClasses(), /\blarge\b/);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibility: not compliant' }).click();
  await page.getByRole('heading', { level: 1, name: 'Accessibility statement' }).waitFor();
  assert.deepEqual(visitor.outside, []);

  async function rootClasses(): Promise<string> {
    return (await page.locator('html').getAttribute('class')) ?? '';
  }
});

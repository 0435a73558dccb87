import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { needsChromium, visit } from '../helpers/browser.ts';

const DINNER = 'tt0119038';

describe('with script', () => {
  it('three films typed with slips and chosen by keyboard give films with reasons', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    await page.locator('#q').focus();
    await pick(page, 'le diner de con', 1);
    await page.waitForURL(/\/films\?liked=tt0119038/);
    assert.equal(await focused(page), 'q');
    await pick(page, 'la grande vadrouile', 2);
    await pick(page, 'bienvenu chez les chti', 3);
    assert.equal(await focused(page), 'q');
    assert.equal(await page.locator('.films > .film').count(), 24);
    assert.match(
      await page.locator('.reason').first().innerText(),
      /^Parce que vous avez aimé «\s.+\s» \(\d+\s%\)\s: .+\.$/,
    );
    assert.match(await page.locator('#announce').innerText(), /24\s+films proposés d’après 3\s+films/);
    assert.equal(await page.locator('label[for=q]').innerText(), 'Ajouter un autre film aimé');
    assertQuiet(visitor);
  });

  it('the browser’s way back undoes, and a shared address shows the same list', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(`/films?liked=${DINNER}`);
    const first = await page.locator('.film-title').allInnerTexts();
    await page.locator('.film .actions a', { hasText: 'Je l’ai aimé' }).first().click();
    await page.locator('.chip.liked').nth(1).waitFor();
    assert.notDeepEqual(await page.locator('.film-title').allInnerTexts(), first);
    assert.equal(
      await page
        .locator('.film-title')
        .first()
        .evaluate((heading) => heading.contains(document.activeElement)),
      true,
    );
    await page.goBack();
    await page.locator('.chip.liked').nth(1).waitFor({ state: 'detached' });
    assert.deepEqual(await page.locator('.film-title').allInnerTexts(), first);
    assertQuiet(visitor);
  });

  it('the list of titles follows the combobox pattern', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    const input = page.locator('#q');
    assert.equal(await input.getAttribute('role'), 'combobox');
    assert.equal(await input.getAttribute('aria-expanded'), 'false');
    await input.pressSequentially('la belle et la');
    await page.locator('#q-list [role=option]').first().waitFor();
    assert.equal(await input.getAttribute('aria-expanded'), 'true');
    assert.equal(await input.getAttribute('aria-activedescendant'), null);
    await page.locator('#announce', { hasText: /films trouvés/ }).waitFor();
    const options = await page.locator('#q-list [role=option]').allInnerTexts();
    assert.ok(options.some((text) => text.includes('1946')) && options.some((text) => text.includes('1991')));
    await input.press('ArrowDown');
    const active = await input.getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
    await input.press('Home');
    assert.equal(await input.getAttribute('aria-activedescendant'), null);
    await input.press('ArrowUp');
    assert.equal(await page.locator('#q-list [role=option]').last().getAttribute('aria-selected'), 'true');
    await input.press('Escape');
    assert.equal(await input.getAttribute('aria-expanded'), 'false');
    assert.equal(await input.inputValue(), 'la belle et la');
    await input.press('Escape');
    assert.equal(await input.inputValue(), '');
    await input.pressSequentially('xzqvwk');
    await page.getByText('Aucun titre proche de « xzqvwk »').waitFor();
    assert.equal(await input.getAttribute('aria-expanded'), 'false');
    assertQuiet(visitor);
  });

  it('a title can be chosen with the mouse, and a chip removed', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto(`/films?liked=${DINNER}`);
    await page.locator('#q').pressSequentially('amelie poul');
    await page.locator('#q-list [role=option]').first().click();
    await page.locator('.chip.liked').nth(1).waitFor();
    await page.getByRole('link', { name: 'Retirer « Le Dîner de cons »' }).click();
    await page.locator('.chip.liked').nth(1).waitFor({ state: 'detached' });
    assert.match(page.url(), /\/films\?liked=tt\d+$/);
    assert.doesNotMatch(page.url(), /tt0119038/);
    assertQuiet(visitor);
  });
});

describe('without script', () => {
  it('three titles, homonyms and an unknown one lead to films', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/');
    await send(page, 'le diner de con');
    assert.match(page.url(), /\/films\?liked=tt0119038&undo=x0-0119038#q$/);
    await send(page, 'la belle et la bete');
    await page.getByRole('heading', { name: 'Lequel est-ce ?' }).waitFor();
    assert.match(await page.locator('.choices').innerText(), /1946 · Jean Cocteau/);
    await page.locator('.choices .film', { hasText: '1946' }).getByRole('link').click();
    assert.match(page.url(), /liked=tt0119038&liked=tt0038348&undo=x0-0038348#q$/);
    await send(page, 'xzqvwk');
    await page.getByRole('heading', { name: 'Nous n’avons pas trouvé ce film' }).waitFor();
    await send(page, 'la grande vadrouile ; bienvenue chez les chti');
    assert.equal(await page.locator('.chip.liked').count(), 4);
    assert.equal(await page.locator('.films > .film').count(), 24);
    await page.locator('.film .actions button', { hasText: 'Déjà vu' }).first().click();
    assert.match(await page.locator('#done').innerText(), /est rangé dans vos films déjà vus/);
    await page.locator('.film-title a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.match(page.url(), /\/film\/tt\d+\?liked=tt0119038/);
    await page.getByRole('link', { name: 'Revenir à ma liste' }).click();
    assert.equal(await page.locator('.chip.liked').count(), 4);
    assert.deepEqual(visitor.outside, []);
  });

  it('the English pages keep the list', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto(`/films?liked=${DINNER}`);
    await page.getByRole('link', { name: 'Read this page in English' }).click();
    assert.match(page.url(), /\/en\/films\?liked=tt0119038$/);
    assert.match(await page.locator('.chip').innerText(), /The Dinner Game/);
    assert.match(await page.locator('.reason').first().innerText(), /^Because you liked “The Dinner Game”: /);
    assertQuiet(visitor);
  });
});

describe('with the keyboard alone', () => {
  it('everything is reached in order, with a focus that shows', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'q');
    await page.keyboard.type('diner de cons');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/films\?liked=/);
    assert.equal(await focused(page), 'q');
    const seen: string[] = [];
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate(() => {
        const { activeElement } = document;
        if (!(activeElement instanceof HTMLElement)) return null;
        const [own, after] = [getComputedStyle(activeElement), getComputedStyle(activeElement, '::after')];
        return {
          name: (
            activeElement.innerText ||
            activeElement.getAttribute('aria-label') ||
            activeElement.getAttribute('value') ||
            ''
          ).trim(),
          shows: own.outlineStyle !== 'none' || after.outlineStyle !== 'none',
        };
      });
      assert.ok(now?.shows, `focus shows on ${now?.name}`);
      seen.push(now.name.replaceAll(/\s/g, ' '));
    }
    assert.deepEqual(seen.slice(0, 5), [
      'liked',
      'Ajouter',
      'Annuler',
      'Finalement, pas aimé (Le Dîner de cons)',
      'Retirer « Le Dîner de cons »',
    ]);
    assert.ok(seen.some((name) => name.startsWith('J’ai aimé') || name.startsWith('Je l’ai aimé')));
    assertQuiet(visitor);
  });
});

async function pick(page: Page, typed: string, chips: number): Promise<void> {
  await page.keyboard.type(typed);
  await page.locator('#q-list [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .locator('.chip.liked')
    .nth(chips - 1)
    .waitFor();
}

async function send(page: Page, typed: string): Promise<void> {
  await page.locator('#q').fill(typed);
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.waitForLoadState();
}

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);

function assertQuiet({
  outside,
  faults,
}: {
  readonly outside: readonly string[];
  readonly faults: readonly string[];
}): void {
  assert.deepEqual(outside, []);
  assert.deepEqual(faults, []);
}

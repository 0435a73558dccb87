import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { needsChromium, visit } from '../helpers/browser.ts';
import { until } from '../helpers/until.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HERE = '/groupe?m=Anne:tt0119038,tt0060474,-tt0057967:85&m=L%C3%A9a:tt0211915&chosen=tt0082183';

describe('a group of three on two browsers', () => {
  it('chooses a film: one on her phone, two who share the other', async (context) => {
    if (!needsChromium(context)) return;
    await using first = await visit();
    await using second = await visit({ viewport: { width: 390, height: 800 } });
    const { page: anne } = first;
    await anne.goto('/groupe');
    await anne.getByLabel('Votre prénom').fill('Anne');
    await anne.getByRole('button', { name: 'Ouvrir un groupe' }).click();
    await anne.getByText('Bienvenue, Anne').waitFor();
    await addByList(anne, 'diner de con');
    const link = await anne.getByLabel('Lien du groupe').inputValue();

    const { page: pair } = second;
    await pair.goto(new URL(link).pathname);
    await pair.getByText('les autres membres verront votre prénom').waitFor();
    await pair.getByLabel('Votre prénom').fill('Léa');
    await pair.getByLabel('Un film que vous avez aimé').pressSequentially('amelie poul');
    await pair.getByRole('option').first().waitFor();
    await pair.keyboard.press('ArrowDown');
    await pair.keyboard.press('Enter');
    await pair.getByText('Le Fabuleux Destin').first().waitFor();
    await pair.getByRole('button', { name: 'Entrer dans le groupe' }).click();
    await pair.getByText('Bienvenue, Léa').waitFor();

    // the first phone hears of it, and shows it, without anything being touched
    await anne.locator('#group-said', { hasText: 'Léa a rejoint le groupe.' }).waitFor({ timeout: 20_000 });
    assert.equal(await anne.locator('#group-said').getAttribute('role'), 'status');
    await anne.getByRole('heading', { name: 'Le mieux pour le groupe' }).waitFor();

    await pair.getByText('Une autre personne, sur cet appareil').click();
    await pair.locator('#second-name').fill('Tom');
    await pair.locator('details').getByRole('button', { name: 'Entrer dans le groupe' }).click();
    await pair.getByText('Bienvenue, Tom').waitFor();
    assert.equal(await pair.getByLabel('Tom', { exact: true }).isChecked(), true);
    await addByList(pair, 'retour vers le fut');
    const trio = pair.locator('.trio > li');
    assert.equal(await trio.count(), 3);
    assert.deepEqual(await trio.nth(0).locator('.gains b').allInnerTexts(), ['Anne', 'Léa', 'Tom']);

    const refused = await trio.nth(0).locator('h4').innerText();
    await trio.nth(0).getByRole('button', { name: 'Surtout pas, dit Tom' }).click();
    await pair.getByText('il ne sera plus proposé au groupe').waitFor();
    assert.ok(!(await pair.locator('.group-results h4').allInnerTexts()).includes(refused));

    const film = await pair.locator('.trio > li').nth(1).locator('h4').innerText();
    await pair.locator('.trio > li').nth(1).getByRole('button', { name: 'Nous avons choisi ce film' }).click();
    await pair.getByText('C’est noté').waitFor();
    await anne.locator('#evenings', { hasText: film }).waitFor({ timeout: 20_000 });
    assert.match(await anne.locator('#evenings').innerText(), /ont apporté le moins à|tout le monde a reçu autant/);
    for (const { outside, faults } of [first, second]) assert.deepEqual([outside, faults], [[], []]);
  });

  it('does all of it without script', async (context) => {
    if (!needsChromium(context)) return;
    await using first = await visit({ javaScriptEnabled: false });
    await using second = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    const { page: anne } = first;
    await anne.goto('/groupe');
    await anne.getByLabel('Votre prénom').fill('Anne');
    await anne.getByRole('button', { name: 'Ouvrir un groupe' }).click();
    await type(anne, 'diner de cons');
    const link = await anne.getByLabel('Lien du groupe').inputValue();
    const { page: pair } = second;
    await pair.goto(new URL(link).pathname);
    await pair.getByLabel('Votre prénom').fill('Léa');
    await pair.getByLabel('Un film que vous avez aimé').fill('la belle et la bete');
    await pair.getByRole('button', { name: 'Entrer dans le groupe' }).click();
    await pair.locator('.choices .film', { hasText: '1946' }).getByRole('button').click();
    await pair.getByText('Une autre personne, sur cet appareil').click();
    await pair.locator('#second-name').fill('Tom');
    await pair.locator('details').getByRole('button', { name: 'Entrer dans le groupe' }).click();
    await type(pair, 'retour vers le futur');
    await anne.getByRole('link', { name: 'Actualiser la page' }).click();
    await anne.locator('.trio > li').first().locator('.gains b').nth(2).waitFor();
    assert.deepEqual(await anne.locator('.trio > li').first().locator('.gains b').allInnerTexts(), [
      'Anne',
      'Léa',
      'Tom',
    ]);
    await anne.locator('.trio').getByRole('button', { name: 'Nous avons choisi ce film' }).first().click();
    await anne.getByRole('button', { name: 'Annuler' }).click();
    await anne.getByText('n’est plus compté').waitFor();
    await pair.getByRole('button', { name: 'Quitter le groupe (Tom)' }).click();
    await pair.getByText('effacés du groupe').waitFor();
    assert.match(await pair.locator('#mine-title').innerText(), /^Les films de Léa$/);
    for (const { outside, faults } of [first, second]) assert.deepEqual([outside, faults], [[], []]);
  });

  it('stops following when the reader says so, or looks elsewhere', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/groupe');
    await page.getByLabel('Votre prénom').fill('Anne');
    await page.getByRole('button', { name: 'Ouvrir un groupe' }).click();
    let asked = 0;
    page.on('request', (request) => (asked += Number(request.url().endsWith('/etat'))));
    await until(() => asked === 1);
    const first = performance.now();
    await until(() => asked === 2);
    assert.ok(performance.now() - first > 3000, 'one request in a few seconds');
    await page.getByLabel('Suivre les changements tout seul').uncheck();
    asked = 0;
    await page.waitForTimeout(6000);
    assert.equal(asked, 0);
    assert.deepEqual(visitor.faults, []);
  });
});

describe('a group on one device', () => {
  it('is made with the keyboard alone', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/groupe');
    await tabTo(page, 'n0');
    for (const text of ['Anne', 'diner de cons', 'Léa', 'amelie poulain']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Tom');
    await page.keyboard.press('Tab');
    await page.keyboard.type('retour vers le futur');
    await page.keyboard.press('Enter');
    await page.waitForURL(/m=Anne:tt\d+&m=L%C3%A9a:tt\d+&m=Tom:tt\d+/);
    assert.equal(await page.locator('.trio > li').count(), 3);
    await page.locator('.trio .who-not summary').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle !== 'none'),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/-tt\d+/);
    assert.deepEqual(visitor.faults, []);
  });
});

describe('the pages of a group', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const prefix of ['', '/en'])
      it(`leave axe nothing to say, hold in 320 pixels, with targets of 24: ${colorScheme}, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
        if (!needsChromium(context)) return;
        await using visitor = await visit({ colorScheme });
        await using other = await visit();
        const { page } = visitor;
        await page.goto(`${prefix}/groupe`);
        await page.locator('#group-name').fill('Anne');
        await page.locator('.name-form button').click();
        await type(page, 'diner de cons');
        const path = new URL(page.url()).pathname;
        await other.page.goto(path);
        await other.page.locator('#name').fill('Léa Marie-Antoinette de la Bouteille-Vide');
        await other.page.locator('#q').fill('amelie poulain');
        await other.page.locator('.taste-form button').click();
        await page.goto(path);
        await page.locator('.trio form').first().locator('button').click();
        const who =
          new URL(page.url()).searchParams.get('who') ?? (await page.locator('input[name=who]').first().inputValue());
        const stranger = await visit({ colorScheme });
        for (const at of [
          `${prefix}/groupe`,
          prefix + HERE,
          `${prefix}/groupe?n0=Anne&q0=la+belle+et+la+bete&n1=Tom&q1=xzqvwk`,
          page.url(),
          `${path}?who=${who}&q=la+belle+et+la+bete`,
          `${prefix}/groupe/AAAAAAAAAAAAAAAAAAAAAA`,
        ])
          await assertSound(page, at);
        await assertSound(stranger.page, path);
        await stranger[Symbol.asyncDispose]();
      });

  it('say that an old link is over', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const answer = await visitor.page.goto('/groupe/AAAAAAAAAAAAAAAAAAAAAA');
    assert.equal(answer?.status(), 410);
    await visitor.page.getByRole('heading', { name: 'Ce groupe n’existe plus' }).waitFor();
  });
});

/** Chooses the first film of the list under the box, which sends the form. */
async function addByList(page: Page, typed: string): Promise<void> {
  await page.locator('#q').pressSequentially(typed);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#done', { hasText: 'Ajouté' }).waitFor();
}

/** Types a title, and sends the form. */
async function type(page: Page, title: string): Promise<void> {
  await page.locator('#q').fill(title);
  await page.locator('.taste-form').getByRole('button').click();
  await page.locator('#done').waitFor();
}

async function tabTo(page: Page, id: string): Promise<void> {
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
  }
  assert.fail(`${id} is not reached`);
}

const findings = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }),
  ),
});

async function assertSound(page: Page, at: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(at);
  await page.evaluate(axe);
  const { violations } = findings.parse(await page.evaluate('axe.run(document, { resultTypes: ["violations"] })'));
  assert.deepEqual(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`,
    ),
    [],
    at,
  );
  await page.setViewportSize({ width: 320, height: 800 });
  const { wide, small } = await page.evaluate(() => ({
    wide: [...document.querySelectorAll('main *')]
      .filter((one) => one.closest('.heard-only, svg, details:not([open]) > :not(summary)') === null)
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((one) => one.outerHTML.slice(0, 100)),
    small: [...document.querySelectorAll('main a, main button, main summary, main input:not([type=hidden])')]
      .filter((one) => one.checkVisibility() && one.closest('p:not(.clear, .fresh)') === null)
      .map((one) => ({ html: one.outerHTML.slice(0, 100), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
  }));
  assert.deepEqual([wide, small], [[], []], at);
}

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { assertAccessible, assertReflows, assertTargets } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { archive, csv, letterboxdList, letterboxdRatings } from '../web/import/exports.ts';

const DINNER = { id: 'tt0119038', title: 'Le Dîner de cons', year: 1998 };
const STROLL = { id: 'tt0060474', title: 'La Grande Vadrouille', year: 1966 };
const strangers = Array.from({ length: 22 }, (_, at) => ({
  id: '',
  title: `Un film de personne ${at + 2}`,
  year: 1903,
  rating: 2,
}));
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lanterne-import-'));
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  write(
    'letterboxd.zip',
    archive({
      'ratings.csv': letterboxdRatings([{ ...DINNER, rating: 5 }, { ...STROLL, rating: 1 }, ...strangers]),
      'watched.csv': letterboxdList([DINNER, STROLL, { id: '', title: 'Alien', year: 1979 }]),
      'watchlist.csv': letterboxdList([{ id: '', title: 'La Dolce Vita', year: 1960 }]),
    }),
  );
  write(
    'mine.csv',
    csv([
      ['Name', 'Year', 'Rating'],
      ['La Belle et la Bête', '', 5],
      [DINNER.title, 1998, 5],
      [STROLL.title, 1966, 1],
    ]),
  );
  write('watched.csv', letterboxdList([DINNER, STROLL]));
  write('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  write('large.csv', 'a'.repeat(9 * 1024 * 1024));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, name);

describe('an export', () => {
  it('becomes a list in three gestures, without script', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('link', { name: 'Importer mes films notés ailleurs' }).click();
    await page.getByLabel('Votre fichier', { exact: true }).setInputFiles(file('letterboxd.zip'));
    await page.getByRole('button', { name: 'Lire mon fichier' }).click();
    await page.getByRole('heading', { name: 'Voici ce que nous avons lu' }).waitFor();
    await page.getByRole('button', { name: 'Voir mes films' }).click();
    assert.match(page.url(), /\/films\?liked=tt0119038&not=tt0060474&seen=tt0078748$/);
    assert.equal(await page.locator('.films > .film').count(), 24);
    assert.deepEqual(await page.context().cookies(), []);
  });

  it('asks which of several films is meant, and which of those seen were loved', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/importer');
    await page.getByLabel('Votre fichier', { exact: true }).setInputFiles(file('mine.csv'));
    await page.getByRole('button', { name: 'Lire mon fichier' }).click();
    await page.getByLabel('La Belle et la Bête').selectOption('tt0038348');
    await page.getByRole('button', { name: 'Voir mes films' }).click();
    await page.locator('.chip.liked').nth(1).waitFor();
    assert.match(page.url(), /liked=tt0119038&not=tt0060474&liked=tt0038348/);

    await page.goto('/importer');
    await page.getByLabel('Votre fichier', { exact: true }).setInputFiles(file('watched.csv'));
    await page.getByRole('button', { name: 'Lire mon fichier' }).click();
    await page.getByLabel('La Grande Vadrouille (1966)').check();
    await page.getByRole('button', { name: 'Voir mes films' }).click();
    await page.locator('.chip.liked').first().waitFor();
    assert.match(await page.locator('.chip.liked').innerText(), /La Grande Vadrouille/);
    assert.match(await page.locator('.chip.seen').innerText(), /Le Dîner de cons/);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);
  });

  it('that cannot be read, or is too large, is told in the same place', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page } = visitor;
    for (const [name, said] of [
      ['picture.csv', /ce n’est pas du texte/],
      ['large.csv', /dépasse 5\sMo/],
    ] as const) {
      await page.goto('/importer');
      await page.getByLabel('Votre fichier', { exact: true }).setInputFiles(file(name));
      await page.getByRole('button', { name: 'Lire mon fichier' }).click();
      await page.getByText(said).waitFor();
    }
  });

  for (const prefix of ['', '/en'])
    it(`has pages without a fault, light and dark, ${prefix === '' ? 'French' : 'English'}`, async (context) => {
      if (!needsChromium(context)) return;
      for (const width of [320, 1280]) {
        await using visitor = await visit({ viewport: { width, height: 900 } });
        const { page } = visitor;
        for (const name of [null, 'letterboxd.zip', 'mine.csv', 'watched.csv', 'picture.csv']) {
          await page.goto(`${prefix}/importer`);
          if (name !== null) {
            await page.locator('#file').setInputFiles(file(name));
            await page.locator('.import-form button').click();
            await page.waitForLoadState();
            await page.locator('.import-result, #problems').first().waitFor();
          }
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await assertAccessible(page, `${prefix}/importer ${name} ${colorScheme}`);
          }
          await withoutFrame(page);
          await assertReflows(page, `${prefix}/importer ${name}`);
          await assertTargets(page, `${prefix}/importer ${name}`);
        }
      }
    });
});

describe('a list', () => {
  it('is copied, and its code and messages stand without script', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, url } = visitor;
    await page.goto(`/films?liked=${DINNER.id}`);
    await page.getByRole('link', { name: 'Envoyer ou imprimer cette liste' }).click();
    await page.getByRole('button', { name: 'Copier' }).click();
    await page.getByText('Adresse copiée.').waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(address, `${url}/films?liked=${DINNER.id}`);
    await page.goto(address);
    assert.equal(await page.locator('.chip.liked').count(), 1);
    assert.deepEqual([visitor.outside, visitor.faults], [[], []]);

    await using plain = await visit({ javaScriptEnabled: false });
    await plain.page.goto(`/envoyer?liked=${DINNER.id}`);
    assert.equal(await plain.page.getByRole('button').count(), 0);
    await plain.page.getByRole('img', { name: 'Code QR de cette adresse' }).waitFor();
    assert.match(
      (await plain.page.getByRole('link', { name: 'Par courriel' }).getAttribute('href')) ?? '',
      /^mailto:\?subject=/,
    );
  });

  it('is handed to the device where it has its own way of sharing', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    const { page, url } = visitor;
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (given: ShareData) => void (document.title = `${given.title} ${given.url}`),
      });
    });
    await page.goto(`/envoyer?film=${DINNER.id}`);
    await page.getByRole('button', { name: 'Partager' }).click();
    assert.equal(await page.title(), `Envoyer «\u00a0Le Dîner de cons\u00a0» ${url}/film/${DINNER.id}`);
  });

  it('has pages without a fault, in both themes and languages, on any screen', async (context) => {
    if (!needsChromium(context)) return;
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        await using visitor = await visit({ colorScheme, viewport: { width, height: 900 } });
        const { page } = visitor;
        for (const path of [
          `/envoyer?liked=${DINNER.id}&seen=${STROLL.id}`,
          `/envoyer?film=${DINNER.id}`,
          '/envoyer',
          '/hors-ligne',
        ])
          for (const prefix of ['', '/en']) {
            await page.goto(prefix + path);
            await assertAccessible(page, prefix + path);
            await withoutFrame(page);
            await assertReflows(page, prefix + path);
            await assertTargets(page, prefix + path);
          }
      }
  });
});

/** The frame of every page is tried with every page. */
const withoutFrame = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('.site-header')?.remove());

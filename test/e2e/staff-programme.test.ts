import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { asStaffId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { listShowings } from '#state/showings.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { serve } from '#web/serve.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium } from '../helpers/browser.ts';
import { keepingApp } from '../helpers/web-visitor.ts';

const pages = ['/equipe/programme', '/equipe/programme/seance', '/equipe/programme/importer', '/equipe/salles'];

test('the programme is kept without script, on a small screen and in the dark', async (context) => {
  if (!needsChromium(context)) return;
  await using kept = await keepingApp();
  const serving = await serve(kept.app, { host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox'],
  });
  try {
    const id = asStaffId('x'.repeat(22));
    assert.ok(id !== null);
    await kept.state.db
      .insertInto('staff')
      .values({
        id,
        email: 'p@house.test',
        name: 'Camille',
        roles: 'programmer',
        language: 'fr',
        password: null,
        created: momentOf(Temporal.Now.instant()),
        disabled: null,
      })
      .execute();
    const value = await openStaffSession(kept.state.db, id, { by: 'password' });
    const base = serving.url.replace('127.0.0.1', 'localhost');
    const looks = [
      { viewport: { width: 1280, height: 900 }, colorScheme: 'light', javaScriptEnabled: false, prefix: '' },
      { viewport: { width: 320, height: 700 }, colorScheme: 'dark', javaScriptEnabled: true, prefix: '/en' },
    ] as const;
    for (const [turn, { prefix, ...look }] of looks.entries()) {
      const room = await browser.newContext({ baseURL: base, ...look });
      await room.addCookies([
        {
          name: '__Host-staff',
          value,
          url: base.replace('http:', 'https:'),
          secure: true,
          httpOnly: true,
          sameSite: 'Strict',
        },
      ]);
      const page = await room.newPage();
      if (turn === 0) {
        await page.goto('/equipe/salles');
        await page.getByLabel('Nom', { exact: true }).fill('La Lanterne');
        await page.getByLabel('Commune (nom ou code INSEE)').fill('Guéret');
        await page.getByRole('button', { name: 'Enregistrer' }).click();
        await page.getByText('Le lieu est enregistré.').waitFor();
        await page.goto('/equipe/programme/importer');
        const day = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 3 });
        await page
          .getByLabel('Le texte du programme')
          .fill(`Ratatouille (2007) VF\n${day} 20h30\n\nOpéra en direct\n${day} 25h00\n${day} 15h`);
        await page.getByRole('button', { name: 'Voir ce que cela donne' }).click();
        await page.getByText('L’annoncer sans fiche').click();
        await page.getByRole('button', { name: 'Tenir compte de ces choix' }).click();
        await page.getByRole('button', { name: /Mettre au programme/ }).click();
        await page.getByRole('heading', { name: /Import/, level: 1 }).waitFor();
        assert.equal((await listShowings(kept.state.db, {})).length, 2);
      }
      const [imported] = await kept.state.db.selectFrom('programme_import').select('id').execute();
      for (const path of [...pages, `/equipe/programme/import/${imported?.id}`]) {
        await page.goto(`${prefix}${path}`);
        const folder = process.env['LANTERNE_SHOTS'];
        if (folder !== undefined)
          await page.screenshot({
            path: `${folder}/${turn}${path.replaceAll('/', '-').slice(0, 30)}.png`,
            fullPage: true,
          });
        await assertReflows(page, path);
        if (turn === 1) await assertAccessible(page, path);
      }
      if (turn === 0) {
        const script = await browser.newContext({ baseURL: base, viewport: look.viewport });
        await script.addCookies(await room.cookies(base.replace('http:', 'https:')));
        const read = await script.newPage();
        for (const path of pages) {
          await read.goto(path);
          await assertAccessible(read, path);
        }
        await script.close();
      }
      await room.close();
    }
  } finally {
    await browser.close();
    await serving.close();
  }
});

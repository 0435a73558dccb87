import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions } from 'playwright-core';
import { asFilmId } from '#brand.ts';
import { buildCatalogue } from '#catalogue/build.ts';
import { readConfig } from '#config.ts';
import { openLanterne } from '#lanterne.ts';
import { composeLetter } from '#notify/letters/compose-letter.ts';
import { sampleCustomer, samplePayload } from '#notify/letters/sample.ts';
import { openState } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { createVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { createApp } from '#web/app.ts';
import { serve } from '#web/serve.ts';
import { seedProgramme } from '../test/helpers/seed-programme.ts';
import { signInStaff } from '../test/helpers/sign-in-staff.ts';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** The look that the reader chose on the site, such as `system.large`. */
  readonly look?: string;
  /** Whether it is the page of something that does not exist. */
  readonly missing?: boolean;
  /** What is typed in the box first. */
  readonly typed?: string;
  /** Whether somebody of the house looks. */
  readonly staff?: boolean;
}

const TASTE = 'liked=tt0119038&liked=tt0060474&liked=tt0211915';
const GROUP = 'm=Anne:tt0119038,tt0060474&m=Karim:tt0211915&m=L%C3%A9a:tt0053291';
// pages that are not built yet are left out
const shots: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'home-dark', path: '/', dark: true },
  { name: 'home-320', path: '/', width: 320, height: 1000 },
  { name: 'home-large-print', path: '/', look: 'system.large', height: 1100 },
  { name: 'home-typing', path: '/', typed: 'la belle' },
  { name: 'results', path: `/films?${TASTE}`, height: 980 },
  { name: 'results-dark', path: `/films?${TASTE}&not=tt0076759`, dark: true, height: 980 },
  { name: 'results-320', path: `/films?${TASTE}`, width: 320, height: 1700 },
  { name: 'results-large-print', path: `/films?${TASTE}`, look: 'system.large', height: 1300 },
  { name: 'results-large-print-320', path: `/films?${TASTE}`, look: 'system.large', width: 320, height: 1700 },
  { name: 'choice', path: '/films?liked=tt0119038&q=la+belle+et+la+bete', height: 1000 },
  { name: 'unknown-title', path: '/films?q=le+dimer+des+clowns', height: 1000, missing: true },
  { name: 'film', path: '/film/tt0119038', height: 1200 },
  { name: 'film-dark', path: '/film/tt0211915', dark: true, height: 1100 },
  { name: 'film-320', path: '/film/tt0119038', width: 320, height: 1300 },
  { name: 'person', path: '/personne/nm0000086', height: 1100 },
  { name: 'browse', path: '/parcourir', height: 1100 },
  { name: 'mood', path: `/humeur?${TASTE}`, height: 1100 },
  { name: 'mood-320', path: `/humeur?${TASTE}`, width: 320, height: 1500 },
  { name: 'surprise', path: `/surprise?graine=7&${TASTE}`, height: 900 },
  { name: 'group', path: `/groupe?${GROUP}`, height: 1200 },
  { name: 'group-320', path: `/groupe?${GROUP}`, width: 320, height: 1700 },
  { name: 'figures', path: '/chiffres', height: 1200 },
  { name: 'figure', path: '/chiffres/film-length', height: 1300 },
  { name: 'figure-dark', path: '/chiffres/catalogue-coverage', dark: true, height: 1200 },
  { name: 'figure-320', path: '/chiffres/film-length', width: 320, height: 1500 },
  { name: 'study', path: '/etude', height: 1300 },
  { name: 'study-dark', path: '/etude#map', dark: true, height: 1200 },
  { name: 'study-320', path: '/etude', width: 320, height: 1500 },
  { name: 'advice', path: '/specialisation', height: 1300 },
  { name: 'advice-320', path: '/specialisation', width: 320, height: 1500 },
  { name: 'season', path: '/specialisation/saison?genre=Comedy&origin=french&films=6', height: 1200 },
  { name: 'programme', path: '/programme', height: 1100 },
  { name: 'programme-320', path: '/programme', width: 320, height: 1500 },
  { name: 'wish', path: '/film/tt0034583#je-viendrais', height: 900 },
  { name: 'demand', path: '/equipe/demande', height: 1100, staff: true },
  { name: 'quality', path: '/qualite', height: 1000 },
  { name: 'report', path: '/rapport', height: 1300 },
  { name: 'display', path: '/affichage', height: 1000 },
  { name: 'accessibility', path: '/accessibilite', height: 1000 },
  { name: 'not-found', path: '/nowhere', height: 800, missing: true },
  { name: 'english', path: '/en/films?liked=tt0034583&liked=tt0053291', height: 1000 },
];
const MOST_BYTES = 250_000;

/**
 * Takes the pictures of docs/images from a server on the starter catalogue, in Debian's Chromium, and prints their sizes.
 * @throws when a picture is heavier than 250 kB
 */
export async function takeScreenshots(into: string, names: readonly string[] = []): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lanterne-shots-'));
  const starter = join(import.meta.dirname, '../starter');
  await buildCatalogue(data, { imdb: starter, tmdb: starter, imdbSource: 'starter', tmdbSource: 'starter' });
  await using lanterne = await openLanterne(readConfig({}, { dataFolder: data }));
  await using state = await openState({ file: join(data, 'state.sqlite') });
  const secret = await seedHouse(state.db);
  const server = await serve(
    createApp(() => lanterne, state),
    { host: '127.0.0.1', port: 0 },
  );
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  mkdirSync(into, { recursive: true });
  try {
    for (const shot of shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const options: BrowserContextOptions = {
        viewport: { width: shot.width ?? 1280, height: shot.height ?? 900 },
        colorScheme: shot.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      };
      const context = await browser.newContext(options);
      if (shot.look !== undefined) {
        const place = { domain: new URL(server.url).hostname, path: '/', secure: true };
        await context.addCookies([{ name: '__Host-look', value: shot.look, ...place }]);
      }
      if (shot.staff === true) {
        const place = { domain: new URL(server.url).hostname, path: '/', secure: true };
        await context.addCookies([{ name: '__Host-staff', value: secret, ...place }]);
      }
      const page = await context.newPage();
      const answer = await page.goto(server.url + shot.path, { waitUntil: 'networkidle' });
      if (answer?.status() === 404 && shot.missing !== true) {
        console.log(`${shot.name}.png left out: no such page yet`);
        await context.close();
        continue;
      }
      if (shot.typed !== undefined) {
        await page.locator('#q').pressSequentially(shot.typed);
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.waitForLoadState('networkidle');
      }
      const file = join(into, `${shot.name}.png`);
      await page.screenshot({ path: file });
      await context.close();
      const { size } = statSync(file);
      console.log(`${shot.name}.png ${Math.round(size / 1000)} kB`);
      if (size > MOST_BYTES) throw new Error(`${file} is heavier than ${MOST_BYTES} bytes: take less of the page`);
    }
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    await page.setContent(sampleLetter());
    await page.screenshot({ path: join(into, 'letter.png') });
  } finally {
    await browser.close();
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** A programme, wishes and a member of the house, all of our own making; gives the member's cookie. */
async function seedHouse(db: Db): Promise<string> {
  await seedProgramme(db);
  const communes = ['23096', '23096', '23176', '23193'];
  for (const [film, people] of [
    ['tt0034583', 23],
    ['tt0119038', 14],
    ['tt0058450', 9],
  ] as const)
    for (let one = 0; one < people; one++) {
      const id = asFilmId(film);
      if (id === null) throw new Error(`no film ${film}`);
      const now = Temporal.Now.instant().subtract({ hours: 20 * one });
      const { visitor } = await createVisitor(db, { now });
      await setWish(db, visitor, { film: id, commune: communes[one % 4] ?? '23096', days: [5], seats: 2 }, { now });
    }
  return signInStaff(db, ['programmer'], 'Noor');
}

function sampleLetter(): string {
  const [now, id] = [Temporal.Now.instant(), sampleCustomer()];
  const letter = composeLetter(samplePayload('digest', now), {
    customer: id === null ? null : { id },
    house: { name: 'Lanterne', address: '', contact: null },
    linkKey: Buffer.alloc(32),
    origin: 'https://films.example',
    now,
    language: 'fr',
    channel: 'email',
  });
  if (letter === null) throw new Error('the sample says nothing');
  return letter.html;
}

// `node bench/screenshots.ts programme wish`: those alone
if (import.meta.main) await takeScreenshots(join(import.meta.dirname, '../docs/images'), process.argv.slice(2));

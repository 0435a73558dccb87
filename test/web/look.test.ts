import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { settingsOf } from '#state/settings.ts';
import { recogniseVisitor } from '#state/visitors.ts';
import { accentFrom, contrast } from '#web/accent.ts';
import { createApp } from '#web/app.ts';
import { styleSheet } from '#web/assets.ts';
import { lookClasses, readLook, writeLook } from '#web/look.ts';
import { withThemes } from '#web/themes.ts';
import { coloursOf } from '#web/tokens.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';
import { browserOf, keepingApp } from '../helpers/web-visitor.ts';

const LIST = '/films?liked=tt0119038';
const style = join(import.meta.dirname, '../../src/web/style');

describe('a look', () => {
  it('is read back as it was written, and nothing else is read', () => {
    for (const theme of ['system', 'light', 'dark'] as const)
      for (const large of [false, true]) assert.deepEqual(readLook(writeLook({ theme, large })), { theme, large });
    for (const text of ['', 'dark', 'dark.large.', 'Dark.large', 'dark.large dark.large', 'toString.usual', null])
      assert.equal(readLook(text), null);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const look = readLook(text);
        assert.ok(look === null || writeLook(look) === text);
      }),
      { seed: 4 },
    );
    assert.equal(lookClasses({ theme: 'system', large: false }), undefined);
    assert.equal(lookClasses({ theme: 'dark', large: true }), 'theme-dark large');
  });

  it('is kept in a cookie that says nothing else, and leads back to the page', async () => {
    const lanterne = await starterLanterne();
    const one = browserOf(createApp(() => lanterne));
    assert.equal(rootClass(await text(one, LIST)), undefined);
    const page = await text(one, `/affichage?back=${encodeURIComponent(LIST)}`);
    assert.match(page, /<input type="hidden" name="back" value="\/films\?liked=tt0119038"/);
    assert.match(page, /id="theme-system"[^>]* checked/);
    const answer = await one.post('/affichage', { theme: 'dark', size: 'large', back: LIST });
    assert.equal(answer.status, 303);
    const [cookie = ''] = answer.headers.getSetCookie();
    assert.match(cookie, /^__Host-look=dark\.large; /);
    for (const rule of [/HttpOnly/, /Secure/, /SameSite=Lax/, /Path=\/(;|$)/, /Max-Age=31536000/])
      assert.match(cookie, rule);
    const seen = await one.get(answer.headers.get('Location') ?? '');
    assert.equal(seen.status, 303);
    assert.equal(seen.headers.get('Location'), LIST);
    for (const path of [LIST, '/', '/en', '/mentions', '/nowhere', '/film/tt00'])
      assert.equal(rootClass(await text(one, path)), 'theme-dark large', path);
    const dark = await text(one, '/');
    assert.match(dark, /<meta name="color-scheme" content="dark"\/>/);
    assert.equal(dark.match(/<meta name="theme-color"/g)?.length, 1);
    await one.post('/affichage', { theme: 'system', size: 'usual' });
    assert.equal(one.cookies.size, 0);
    assert.equal(rootClass(await text(one, '/')), undefined);
  });

  it('says so when the browser keeps nothing, and when there is no page to go back to', async () => {
    const lanterne = await starterLanterne();
    const app = createApp(() => lanterne);
    const one = browserOf(app);
    const answer = await one.post('/en/affichage', { theme: 'light', size: 'large', back: LIST });
    const address = answer.headers.get('Location') ?? '';
    assert.match(address, /^\/en\/affichage\?back=.+&asked=light\.large$/);
    assert.match(await (await app.request(address)).text(), /Your browser did not keep this choice/);
    const direct = await one.post('/affichage', { theme: 'light', size: 'usual' });
    assert.match(await text(one, direct.headers.get('Location') ?? ''), /C’est fait/);
  });

  it('takes nothing that was made up, and goes nowhere else', async () => {
    const lanterne = await starterLanterne();
    const one = browserOf(createApp(() => lanterne));
    for (const fields of [
      { theme: 'pink', size: 'large' },
      { theme: 'dark' },
      { theme: 'dark', size: 'large.usual' },
      { theme: 'dark.large', size: '' },
    ])
      assert.equal((await one.post('/affichage', fields)).status, 400);
    assert.equal(
      (await one.post('/affichage', { theme: 'dark', size: 'usual' }, { Origin: 'https://evil.example' })).status,
      403,
    );
    assert.equal(one.cookies.size, 0);
    for (const back of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await one.post('/affichage', { theme: 'dark', size: 'usual', back });
      const onward = await one.get(answer.headers.get('Location') ?? '');
      assert.doesNotMatch(`${answer.headers.get('Location')} ${onward.headers.get('Location')}`, /evil|alert/, back);
      assert.doesNotMatch(await text(one, `/affichage?back=${encodeURIComponent(back)}`), /evil|alert/, back);
    }
    const forged = await createApp(() => lanterne).request('/', {
      headers: { Cookie: '__Host-look="><script>.large' },
    });
    assert.equal(rootClass(await forged.text()), undefined);
  });

  it('follows a visitor to another device, unless that one has its own', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await one.post('/marque', { film: 'tt0119038', kind: 'seen', back: LIST });
    await one.post('/affichage', { theme: 'dark', size: 'large', back: LIST });
    const secret = one.cookies.get('__Host-visitor') ?? '';
    const visitor = await recogniseVisitor(kept.state.db, secret);
    assert.ok(visitor !== null);
    assert.deepEqual(await settingsOf(kept.state.db, visitor), { theme: 'dark', largePrint: 'on' });
    const elsewhere = async (cookies: string): Promise<string | undefined> =>
      rootClass(await (await kept.app.request('/', { headers: { Cookie: cookies } })).text());
    assert.equal(await elsewhere(`__Host-visitor=${secret}`), 'theme-dark large');
    assert.equal(await elsewhere(`__Host-visitor=${secret}; __Host-look=light.usual`), 'theme-light');
    assert.equal(await elsewhere(`__Host-visitor=${secret}; __Host-look=system.usual`), undefined);
    await one.post('/affichage', { theme: 'system', size: 'usual', back: LIST });
    assert.equal(one.cookies.get('__Host-look'), 'system.usual');
    assert.equal(await elsewhere(`__Host-visitor=${secret}`), undefined);
  });
});

describe('the themes', () => {
  it('are written once, and follow the device and the reader', () => {
    assert.equal(
      withThemes('a{b:c}@media (prefers-color-scheme: dark) {:root {d: e}.f {g: h}}i{j:k}'),
      'a{b:c}@media (prefers-color-scheme: dark) { :where(:root:not(.theme-light)) {&:root {d: e}.f {g: h}} }\n' +
        ':where(:root.theme-dark) {&:root {d: e}.f {g: h}}i{j:k}',
    );
    const sheet = styleSheet('#b3541e').body;
    assert.doesNotMatch(sheet, /&/);
    const night = coloursOf('dark').get('paper') ?? '';
    assert.ok(sheet.includes(`:where(:root.theme-dark):root{--paper: ${night}`));
    assert.ok(sheet.includes(`:where(:root:not(.theme-light)):root{--paper: ${night}`));
    for (const rules of sheet.split('@media (prefers-color-scheme:dark){').slice(1))
      assert.match(rules, /^:where\(:root:not\(\.theme-light\)\)/);
  });

  it('are asked for in every style sheet in the words that are understood', () => {
    for (const file of readdirSync(style)) {
      const css = readFileSync(join(style, file), 'utf8');
      const asked = css.match(/prefers-color-scheme/g)?.length ?? 0;
      assert.equal(css.split('@media (prefers-color-scheme: dark) {').length - 1, asked, file);
    }
  });

  for (const theme of ['light', 'dark'] as const)
    it(`have enough contrast, ${theme}, whatever the accent`, () => {
      const colours = coloursOf(theme);
      const colour = (name: string): string => colours.get(name) ?? assert.fail(`no colour ${name}`);
      const grounds = ['paper', 'raised', 'sunk'];
      const skies = ['sky-1', 'sky-2'];
      const least = (one: string, names: readonly string[], ratio: number): void => {
        for (const name of names) {
          const found = contrast(one, colour(name));
          assert.ok(found >= ratio, `${one} on ${name}: ${found.toFixed(2)}, less than ${ratio}`);
        }
      };
      least(colour('ink'), [...grounds, ...skies, 'sky-3'], 7);
      least(colour('soft'), [...grounds, ...skies], 4.5);
      least(colour('edge'), grounds, 3);
      least(colour('focus'), [...grounds, ...skies, 'sky-3'], 3);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
          const accent = accentFrom(`#${number.toString(16).padStart(6, '0')}`);
          const [letters, ground] =
            theme === 'light' ? [accent.onPaper, accent.paperLetters] : [accent.onNight, accent.nightLetters];
          least(letters, [...grounds, ...skies], 4.5);
          assert.ok(contrast(letters, ground) >= 4.5);
        }),
        { seed: 5, numRuns: 400 },
      );
    });
});

describe('the accessibility statement', () => {
  it('says what the law asks for, in both languages, and is reached from every page', async () => {
    const app = createApp(await still(withSettings({ cinemaName: 'Le Sénéchal', origin: 'https://films.example' })));
    const french = await (await app.request('/accessibilite')).text();
    assert.match(french, /Le Sénéchal s’engage/);
    assert.match(french, /Le site https:\/\/films\.example est non conforme avec le Référentiel général/);
    assert.match(french, /aucun audit en cours de validité/);
    assert.match(french, /Demandez au guichet du cinéma/);
    for (const part of [
      'État de conformité',
      'Résultats des tests',
      'Contenus non accessibles',
      'Établissement de cette déclaration',
      'Retour d’information et contact',
      'Voies de recours',
    ])
      assert.ok(french.includes(part), part);
    assert.match(french, /Défenseur des droits/);
    assert.match(await (await app.request('/en/accessibilite')).text(), /is not compliant with/);
    for (const path of ['/', LIST, '/film/tt0119038', '/ma-liste', '/mentions'])
      assert.match(
        await (await app.request(path)).text(),
        /<a href="\/accessibilite">Accessibilité\s: non conforme<\/a>/,
        path,
      );
  });

  it('gives the cinema’s address when it has one', async () => {
    const app = createApp(await still(withSettings({ contact: 'cinema@films.example' })));
    const page = await (await app.request('/accessibilite')).text();
    assert.match(page, /<a href="mailto:cinema@films\.example">/);
    assert.doesNotMatch(page, /guichet/);
  });
});

const rootClass = (html: string): string | undefined => /<html lang="\w+"(?: class="([^"]*)")?>/.exec(html)?.[1];

const text = async (one: ReturnType<typeof browserOf>, path: string): Promise<string> => (await one.get(path)).text();

async function still<T>(value: Promise<T>): Promise<() => T> {
  const kept = await value;
  return () => kept;
}

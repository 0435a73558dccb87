import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '#web/app.ts';
import { splitRun } from '#web/split-run.ts';
import { readWall } from '#web/wall.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
const WARS = 'tt0076759';
let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});

const text = async (path: string): Promise<string> => (await app.request(path)).text();
const location = async (path: string): Promise<string | null> => (await app.request(path)).headers.get('location');
const change = (page: string): string =>
  (/<p id="change"[^>]*>(.*?)<\/p>/.exec(page)?.[1] ?? '').replaceAll(/<[^>]+>/g, '');

describe('what a typed film joins', () => {
  it('is the list of the switch, and what was liked otherwise', async () => {
    assert.equal(await location('/films?q=diner+de+cons&as=not'), `/films?not=${DINNER}&undo=x0-0119038#q`);
    for (const as of ['liked', '', 'seen', '__proto__', '<script>']) {
      assert.equal(
        await location(`/films?q=diner+de+cons&as=${encodeURIComponent(as)}`),
        `/films?liked=${DINNER}&undo=x0-0119038#q`,
      );
    }
  });

  it('is kept while a choice is to be made', async () => {
    const page = await text('/films?q=la+belle+et+la+bete&as=not');
    assert.match(page, /href="\/films\?not=tt\d+&amp;undo=x0-\d+#q"/);
    assert.match(page, /value="not" checked/);
    const several = await text(`/films?q=${encodeURIComponent('la belle et la bete ; le bossu')}&as=not`);
    assert.match(several, /href="\/films\?not=tt\d+&amp;q=le\+bossu&amp;as=not#q"/);
  });

  it('moves a film that was in another list', async () => {
    assert.equal(
      await location(`/films?liked=${DINNER}&q=diner+de+cons&as=not`),
      `/films?not=${DINNER}&undo=l0-0119038#q`,
    );
  });
});

describe('a list pasted in the box', () => {
  const titles = ['Titanic', 'Le Dîner de cons', 'La Grande Vadrouille'];
  const expected = '/films?liked=tt0120338&liked=tt0119038&liked=tt0060474&undo=x0-0120338-0119038-0060474#q';

  it('is understood with commas, semicolons, lines, or run together', async () => {
    for (const separator of [', ', ';', ' ; ', '\r\n', '\n', ' '])
      assert.equal(await location(`/films?q=${encodeURIComponent(titles.join(separator))}`), expected, separator);
  });

  it('is not looked for in what is a title, or nothing', async () => {
    const lanterne = await starterLanterne();
    for (const typed of [
      'le bon la brute et le truand',
      'le dimer des clowns volants',
      'xzqvwk qsdfgh wxcvbn',
      'le',
      '',
    ]) {
      const whole = await lanterne.resolve(typed);
      assert.deepEqual(await splitRun(lanterne, typed, whole), [typed]);
    }
    const run = 'OSS 117 Le Grand Bleu';
    assert.deepEqual(await splitRun(lanterne, run, await lanterne.resolve(run)), ['OSS 117', 'Le Grand Bleu']);
  });

  it('of any length is answered', async () => {
    const long = Array.from({ length: 400 }, (_, at) => titles[at % 3]).join(' ');
    assert.ok((await app.request(`/films?q=${encodeURIComponent(long)}`)).status < 500);
  });
});

describe('what was just done', () => {
  it('is told, and undone by a link to the list as it was', async () => {
    const added = await text(`/films?liked=${DINNER}&liked=${STROLL}&undo=x0-0060474`);
    assert.equal(change(added), '«\u00a0La Grande Vadrouille\u00a0» est dans vos films aimés. Annuler');
    assert.match(added, new RegExp(`<a href="/films\\?liked=${DINNER}#q" data-swap[^>]*>Annuler`));
    const both = await text(`/en/films?liked=${DINNER}&liked=${STROLL}&undo=x0-0119038-0060474`);
    assert.match(change(both), /^2 films understood: “The Dinner Game” and “.+”\. Undo$/);
    const removed = await text(`/films?liked=${STROLL}&undo=l0-0119038`);
    assert.equal(change(removed), '«\u00a0Le Dîner de cons\u00a0» est retiré de votre liste. Annuler');
    assert.match(
      removed,
      new RegExp(`<a href="/films\\?liked=${DINNER}&amp;liked=${STROLL}#q" data-swap[^>]*>Annuler`),
    );
    const cleared = await text('/films?undo=l0-0119038-0060474.n0-0076759');
    assert.equal(change(cleared), 'Liste effacée\u00a0: 3\u00a0films retirés. Annuler');
    assert.match(cleared, new RegExp(`href="/films\\?liked=${DINNER}&amp;liked=${STROLL}&amp;not=${WARS}#q"`));
    const turned = await text(`/films?not=${DINNER}&undo=l0-0119038`);
    assert.equal(
      change(turned),
      '«\u00a0Le Dîner de cons\u00a0» passe dans les films que vous n’avez pas aimés. Annuler',
    );
  });

  it('is on every link that changes the list, on both pages, and stays out of the others', async () => {
    const page = await text(`/films?liked=${DINNER}&liked=${STROLL}&undo=x0-0060474`);
    assert.match(page, new RegExp(`class="remove"[^>]*href="/films\\?liked=${STROLL}&amp;undo=l0-0119038#q"`));
    assert.match(page, new RegExp(`href="/films\\?liked=${STROLL}&amp;not=${DINNER}&amp;undo=l0-0119038#q"`));
    assert.match(page, /href="\/films\?undo=l0-0119038-0060474#q"[^>]*>Tout effacer/);
    assert.match(page, new RegExp(`hreflang="en" href="/en/films\\?liked=${DINNER}&amp;liked=${STROLL}"`));
    const home = await text(`/?liked=${DINNER}&mur=comedies`);
    assert.match(home, /class="remove"[^>]*href="\/\?mur=comedies&amp;undo=l0-0119038#q"/);
  });

  it('is not told of what is not so', async () => {
    for (const undo of [
      'x0-0119038',
      'l0-9999999999',
      'l0-0060474',
      'nonsense',
      '<script>alert(1)</script>',
      `l0${'-0119038'.repeat(900)}`,
    ]) {
      const answer = await app.request(`/films?liked=${STROLL}&undo=${encodeURIComponent(undo)}`);
      assert.equal(answer.status, 200);
      const page = await answer.text();
      assert.equal(change(page), '', undo.slice(0, 30));
      assert.doesNotMatch(page, /<script>alert|nonsense/);
    }
  });
});

describe('the chips', () => {
  it('show a few and fold the others', async () => {
    const lanterne = await starterLanterne();
    const { films } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 20 });
    const page = await text(`/films?${films.map(({ card }) => `liked=${card.id}`).join('&')}`);
    assert.match(page, /<summary>Voir 15\u00a0autres films<\/summary>/);
    assert.equal((page.match(/class="chip liked"/g) ?? []).length, 20);
  });
});

describe('the wall', () => {
  it('has groups with films enough, each film once, the shown one marked', async () => {
    const wall = await readWall(await starterLanterne(), null);
    assert.ok(wall.groups.length >= 12);
    for (const { key, films } of wall.groups) {
      assert.ok(films.length >= 6 && films.length <= 12, key);
      assert.equal(new Set(films.map(({ id }) => id)).size, films.length, key);
    }
    const named = Map.groupBy(wall.groups, ({ key }) => key);
    assert.ok(
      named.get('comedies')?.[0]?.films.every(({ language, genres }) => language === 'fr' && genres.includes('Comedy')),
    );
    assert.ok(named.get('1980')?.[0]?.films.every(({ year }) => year !== null && year >= 1980 && year < 1990));
    assert.ok(named.get('ailleurs')?.[0]?.films.every(({ language }) => language !== 'fr' && language !== 'en'));
    const page = await text('/?mur=comedies');
    assert.match(page, /href="\/\?mur=comedies#wall" aria-current="true"[^>]*>Comédies françaises/);
    assert.match(await text('/en?mur=1980'), /href="\/en\?mur=1980#wall" aria-current="true"[^>]*>1980s/);
  });

  it('keeps its films in place when one is chosen, and takes it out when touched again', async () => {
    const films = (page: string): string[] => [...page.matchAll(/<a id="(tt\d+)"/g)].map(([, id = '']) => id);
    const bare = await text('/?mur=famille');
    const [, second = ''] = films(bare);
    const after = await text(`/?mur=famille&liked=${second}`);
    assert.equal(films(bare).length, 12);
    assert.deepEqual(films(after), films(bare));
    const digits = second.slice(2);
    assert.ok(bare.includes(`href="/?liked=${second}&amp;mur=famille&amp;undo=x0-${digits}#${second}"`));
    assert.ok(after.includes(`<a id="${second}" href="/?mur=famille&amp;undo=l0-${digits}#${second}"`));
    assert.match(after, /1\u00a0film aimé/);
  });

  it('falls back on the best known for a group that is not', async () => {
    for (const mur of ['nothing', '<script>', '__proto__', '1800', 'tous']) {
      const answer = await app.request(`/?mur=${encodeURIComponent(mur)}`);
      assert.equal(answer.status, 200);
      const page = await answer.text();
      assert.match(page, /id="mur-tous" href="\/#wall" aria-current="true"/);
      assert.doesNotMatch(page, /<script>(?!<)/);
    }
  });

  it('has no group of a catalogue that has too few films for it', async () => {
    const whole = await starterLanterne();
    const small = {
      ...whole,
      recommend: async (...[taste, options]: Parameters<typeof whole.recommend>) =>
        whole.recommend(taste, options.filters?.genres === undefined ? options : { ...options, top: 5 }),
    };
    const keys = (await readWall(small, null)).groups.map(({ key }) => key);
    assert.ok(!keys.includes('comedies') && !keys.includes('frissons') && keys.includes('famille'));
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Hono } from 'hono';
import { createApp } from '#web/app.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
const AMELIE = 'tt0211915';
const TWO = `/groupe?m=Anne:${DINNER},${STROLL}&m=L%C3%A9a:${AMELIE}`;
let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});
const text = async (path: string): Promise<string> => (await app.request(path)).text();
const decoded = (html: string): string => html.replaceAll('&amp;', '&');

describe('a group on one device', () => {
  it('begins with a plain form, in both languages, and keeps nothing', async () => {
    const page = await text('/groupe');
    assert.match(page, /<form class="people-form" action="\/groupe" method="get">/);
    assert.equal(page.match(/<fieldset>/g)?.length, 8);
    assert.doesNotMatch(page, /method="post"/, 'no memory, no group of phones');
    assert.match(await text('/en/groupe'), /A film for several people/);
    const answer = await app.request(TWO);
    assert.deepEqual(answer.headers.getSetCookie(), []);
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  });

  it('reads the names and films typed, and goes on to the clean address', async () => {
    const query = new URLSearchParams({
      n0: ' Anne ',
      q0: 'le diner de con ; la grande vadrouille',
      n1: 'Léa',
      q1: 'amelie poulain',
      n5: '',
      q5: '',
    });
    const answer = await app.request(`/groupe?${query.toString()}`);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('Location'), `${TWO}#group-results`);
    const later = await app.request(`${TWO}&n0=Anna&q0=&n1=L%C3%A9a&q1=&n2=&q2=les+tontons+flingueurs`);
    assert.match(
      later.headers.get('Location') ?? '',
      /^\/groupe\?m=Anna:tt0119038,tt0060474&m=L%C3%A9a:tt0211915&m=:tt\d+#group-results$/,
    );
  });

  it('asks which film is meant, for whom, and keeps the rest to decide', async () => {
    const answer = await app.request(
      '/groupe?n0=Anne&q0=diner+de+cons&n1=L%C3%A9a&q1=la+belle+et+la+bete+%3B+le+bossu',
    );
    assert.equal(answer.status, 200);
    const page = decoded(await answer.text());
    assert.match(page, /Pour Léa\. Plusieurs films répondent à «\u00a0la belle et la bete\u00a0»/);
    const [, next = ''] =
      /href="(\/groupe\?[^"]*)">Choisir «\u00a0La Belle et la Bête\u00a0» pour Léa/.exec(page) ?? [];
    assert.match(next, new RegExp(`^/groupe\\?m=Anne:${DINNER}&m=L%C3%A9a:tt\\d+&q1=le\\+bossu$`));
    assert.match(decoded(await text(next)), /Pour Léa\. Plusieurs films répondent à «\u00a0le bossu/);
    const lost = await app.request('/groupe?n0=Anne&q0=xzqvwk');
    assert.equal(lost.status, 404);
    assert.match(await lost.text(), /Aucun film de notre catalogue ne s’appelle «\u00a0xzqvwk\u00a0»/);
  });

  it('gives three labelled films and a list, with what each brings to each in words', async () => {
    const page = await text(TWO);
    for (const label of ['Le mieux pour le groupe', 'Sans faire de malheureux', 'À qui le tour\u00a0?'])
      assert.match(page, new RegExp(`<h3>${label.replace('?', '\\?')}</h3>`));
    const films = page.match(/<li class="film">/g) ?? [];
    assert.equal(films.length, 3 + 10);
    assert.equal(page.match(/<ul class="gains"/g)?.length, films.length);
    assert.equal(page.match(/<b>Anne<\/b> <svg class="fit"/g)?.length, films.length);
    assert.match(page, /presque son idéal|tout à fait son goût/);
    assert.match(
      page,
      /d’après «\u00a0Le Fabuleux Destin d&#39;Amélie Poulain\u00a0»|d’après «\u00a0Le Fabuleux Destin d'Amélie Poulain\u00a0»/,
    );
    assert.match(page, /Ce que cette liste apporte à chaque personne/);
    const list = page.slice(page.indexOf('id="group-results"'));
    for (const id of [DINNER, STROLL, AMELIE]) assert.doesNotMatch(list, new RegExp(`href="/film/${id}"`));
  });

  it('sets a film aside for good when one of them refuses it', async () => {
    const page = decoded(await text(TWO));
    const [, refuse = '', film = ''] = /href="(\/groupe\?m=Anne:[^"]*,-(tt\d+)&[^"]*)#group-results"/.exec(page) ?? [];
    const after = decoded(await text(refuse));
    assert.doesNotMatch(after, new RegExp(`href="/film/${film}"`));
    assert.match(after, /class="chip not"/);
    assert.match(after, /aria-label="Ne plus écarter «/);
  });

  it('counts a film that was chosen: out of the list, and the next turn is for who got least', async () => {
    const page = decoded(await text(TWO));
    const [, choose = ''] = /href="(\/groupe\?[^"]*&chosen=tt\d+)#evenings"/.exec(page) ?? [];
    const [, film = ''] = /chosen=(tt\d+)/.exec(choose) ?? [];
    const [anne = 0, lea = 0] = [...choose.matchAll(/:(\d+)(?=&)/g)].map(([, got]) => Number(got));
    assert.notEqual(anne, lea);
    const after = await text(choose);
    assert.doesNotMatch(after, new RegExp(`href="/film/${film}"`));
    const least = anne < lea ? 'Anne' : 'Léa';
    assert.match(after, new RegExp(`Jusqu’ici, ces films ont apporté le moins à ${least}`));
    assert.match(after, new RegExp(`Au tour (de |d’)${least}, à qui les soirées passées ont apporté le moins`));
  });

  it('waits for a second person, and leaves films aside that the catalogue does not know', async () => {
    assert.match(
      await text(`/groupe?m=Anne:${DINNER}&m=L%C3%A9a:tt99999999`),
      /Dès que deux personnes ont mis un film/,
    );
    assert.match(await text(`/groupe?m=Anne:${DINNER},x`), /1\u00a0élément de cette adresse n’a pas été compris/);
  });

  it('answers any address at all without a fault of ours, and lets no text act as markup', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('<script>alert(1)</script>:tt0119038', '"><img src=x>', '__proto__:tt0119038'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 9 }), hostile, async (people, typed) => {
        const query = new URLSearchParams([
          ...people.map((one) => ['m', one.toWellFormed()]),
          ['q1', typed.toWellFormed()],
        ]);
        const answer = await app.request(`/groupe?${query.toString()}`);
        const page = await answer.text();
        assert.ok(answer.status < 500);
        assert.doesNotMatch(page, /<script>alert|<img src=x/);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('says that groups of phones are not there when nothing is kept', async () => {
    for (const path of ['/groupe/AAAAAAAAAAAAAAAAAAAAAA', '/groupe/AAAAAAAAAAAAAAAAAAAAAA/etat'])
      assert.equal((await app.request(path)).status, 503);
  });
});

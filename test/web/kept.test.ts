import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsSince } from '#state/events.ts';
import { wayBack } from '#web/form.ts';
import { browserOf, keepingApp } from '../helpers/web-visitor.ts';

const DINNER = 'tt0119038';
const AMELIE = 'tt0211915';
const LIST = `/films?liked=${DINNER}`;
const firstFilm = (html: string): string => /data-film="(tt\d+)"/.exec(html)?.[1] ?? '';

describe('what a visitor keeps', () => {
  it('sets no cookie and keeps nothing before there is something to keep', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    for (const path of ['/', LIST, `/film/${DINNER}`, '/ma-liste', '/mes-donnees', '/mentions']) await one.get(path);
    assert.equal(one.cookies.size, 0);
    assert.deepEqual(await kept.state.db.selectFrom('visitor').selectAll().execute(), []);
    assert.match(await (await one.get('/mes-donnees')).text(), /Nous ne gardons rien sur vous/);
  });

  it('takes a film that was seen off the list, says so, and puts it back', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const film = firstFilm(await (await one.get(LIST)).text());
    const answer = await one.post('/marque', { film, kind: 'seen', back: LIST });
    assert.equal(answer.status, 303);
    const [cookie = ''] = answer.headers.getSetCookie();
    assert.match(cookie, /^__Host-visitor=[\w-]{22}; /);
    for (const rule of [/HttpOnly/i, /Secure/i, /SameSite=Lax/i, /Path=\/(;|$)/i, /Max-Age=/i])
      assert.match(cookie, rule);
    assert.doesNotMatch(cookie, /Domain/i);
    const back = await (await one.get(answer.headers.get('Location') ?? '')).text();
    assert.match(back, /est rangé dans vos films déjà vus/);
    assert.doesNotMatch(back.slice(back.indexOf('class="films"')), new RegExp(`data-film="${film}"`));
    const undone = await one.post('/marque', { film, kind: '-seen', back: LIST });
    const again = await (await one.get(undone.headers.get('Location') ?? '')).text();
    assert.match(again, /C’est annulé/);
    assert.match(again.slice(again.indexOf('class="films"')), new RegExp(`data-film="${film}"`));
  });

  it('answers the island with a sentence in its language', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const answer = await one.post('/en/marque', { film: AMELIE, kind: 'wanted' }, { Accept: 'application/json' });
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    assert.match((await answer.json()).said, /is on your list to watch/);
    const list = await (await one.get('/en/ma-liste')).text();
    assert.match(list, /<h2 id="kept-wanted">To watch<\/h2>/);
  });

  it('keeps the films of an address, and shows them next time', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    assert.match(await (await one.get(LIST)).text(), /action="\/garder"/);
    const answer = await one.post('/garder', { taste: `?liked=${DINNER}&liked=tt99999999&not=${AMELIE}` });
    const back = await (await one.get(answer.headers.get('Location') ?? '')).text();
    assert.match(back, /2\sfilms gardés sur cet appareil/);
    assert.doesNotMatch(await (await one.get(LIST)).text(), /action="\/garder"/);
    const mine = await (await one.get('/ma-liste')).text();
    assert.match(mine, new RegExp(`href="/films\\?liked=${DINNER}"`));
  });

  it('logs the lists of who keeps films, as they were shown, and of nobody else', async () => {
    await using kept = await keepingApp();
    const [nobody, one] = [browserOf(kept.app), browserOf(kept.app)];
    await nobody.get(LIST);
    const stranger = browserOf(kept.app);
    await stranger.post('/marque', { film: AMELIE, kind: 'wanted' });
    await one.post('/marque', { film: AMELIE, kind: 'wanted' });
    const html = await (await one.get(LIST)).text();
    const [, list = ''] = /name="list" value="([\da-f-]{36})"/.exec(html) ?? [];
    const film = firstFilm(html);
    await one.post('/marque', { film, kind: 'wanted', list });
    await stranger.post('/marque', { film, kind: 'disliked', list });
    await one.post('/marque', { film, kind: 'seen', list: 'made-up' });
    const log = await Array.fromAsync(eventsSince(kept.state.db, Temporal.Instant.from('2020-01-01T00:00:00Z')));
    assert.equal(new Set(log.map((row) => row.list)).size, 1);
    assert.deepEqual(
      log.filter(({ action }) => action !== 'shown').map((row) => [row.film, row.action, row.position]),
      [
        [DINNER, 'liked', 0],
        [film, 'wished', 1],
      ],
    );
    const shown = log.filter(({ action }) => action === 'shown');
    assert.equal(shown.length, 24);
    assert.ok(shown.every(({ propensity }) => propensity > 0 && propensity <= 1));
  });

  it('gives everything held about a visitor to them alone, and erases it', async () => {
    await using kept = await keepingApp();
    const [one, other] = [browserOf(kept.app), browserOf(kept.app)];
    await one.post('/marque', { film: AMELIE, kind: 'wanted' });
    await one.get(LIST);
    const file = await one.get('/mes-donnees.json');
    assert.match(file.headers.get('Content-Disposition') ?? '', /attachment/);
    const held = await file.json();
    assert.deepEqual(
      held.marks.map((mark: { film: string; kind: string }) => [mark.film, mark.kind]),
      [[AMELIE, 'wanted']],
    );
    assert.equal(held.events.length, 25);
    assert.deepEqual(await (await other.get('/mes-donnees.json')).json(), {});
    await other.post('/mes-donnees/effacer', {});
    assert.equal((await kept.state.db.selectFrom('mark').selectAll().execute()).length, 1);
    const erased = await one.post('/mes-donnees/effacer', {});
    assert.equal(one.cookies.size, 0);
    assert.match(await (await one.get(erased.headers.get('Location') ?? '')).text(), /C’est effacé/);
    for (const table of ['visitor', 'mark', 'event', 'setting'] as const)
      assert.deepEqual(await kept.state.db.selectFrom(table).selectAll().execute(), []);
  });

  it('knows nobody by a forged cookie, and says when a browser keeps none', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await one.post('/marque', { film: AMELIE, kind: 'wanted' });
    for (const forged of ['', 'x', 'A'.repeat(22), '__proto__', 'é%00'.repeat(9)])
      assert.match(
        await (
          await browserOf(kept.app).get('/ma-liste', { Cookie: `__Host-visitor=${encodeURIComponent(forged)}` })
        ).text(),
        /Vous n’avez encore rien rangé/,
      );
    const answer = await browserOf(kept.app).get(`${LIST}&done=seen.${AMELIE}`);
    assert.match(await answer.text(), /Votre navigateur n’a pas gardé ce choix/);
  });
});

describe('a write', () => {
  it('is taken from our own pages alone', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const fields = { film: AMELIE, kind: 'seen' };
    for (const headers of [
      { Origin: 'https://elsewhere.test' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'http://films.test.elsewhere.test' },
    ]) {
      const answer = await one.post('/marque', fields, headers);
      assert.equal(answer.status, 403, JSON.stringify(headers));
      assert.match(await answer.text(), /Nous n’avons rien changé[\s\S]*We changed nothing/);
    }
    const silent = await kept.app.request('http://films.test/marque', {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    assert.equal(silent.status, 403);
    assert.deepEqual(await kept.state.db.selectFrom('visitor').selectAll().execute(), []);
  });

  it('of the wrong shape, size or kind changes nothing and says so', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const cases: [Record<string, string>, number][] = [
      [{}, 400],
      [{ film: AMELIE, kind: 'owned' }, 400],
      [{ film: '__proto__', kind: 'seen' }, 400],
      [{ film: 'tt99999999', kind: 'seen' }, 404],
      [{ film: AMELIE, kind: 'seen', back: 'x'.repeat(40_000) }, 413],
    ];
    for (const [fields, status] of cases) assert.equal((await one.post('/marque', fields)).status, status);
    const json = await one.post('/marque', {}, { 'Content-Type': 'application/json' });
    assert.equal(json.status, 400);
    assert.deepEqual(await kept.state.db.selectFrom('visitor').selectAll().execute(), []);
  });

  it('is limited in number, reading less so', async () => {
    await using kept = await keepingApp((lanterne) => ({
      ...lanterne,
      config: { ...lanterne.config, writesAMinute: 3, readsAMinute: 8, proxied: true },
    }));
    const one = browserOf(kept.app);
    const from = (address: string): Record<string, string> => ({ 'X-Forwarded-For': `1.2.3.4, ${address}` });
    const asked = { film: AMELIE, kind: 'seen' };
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await one.post('/marque', asked, from('2001:db8:0:1::7'))).status);
    assert.deepEqual(statuses, [303, 303, 303, 429]);
    const refused = await one.post('/marque', asked, from('2001:db8:0:1::9'));
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('Retry-After')) > 0);
    assert.match(await refused.text(), /Trop de demandes/);
    assert.equal((await one.post('/marque', asked, from('2001:db8:0:2::7'))).status, 303);
    for (let i = 0; i < 3; i++) assert.equal((await one.get('/mentions', from('2001:db8:0:1::1'))).status, 200);
    assert.equal((await one.get('/mentions', from('2001:db8:0:1::1'))).status, 429);
  });

  it('without a memory is refused, and the pages offer none', async () => {
    await using kept = await keepingApp();
    await kept.state[Symbol.asyncDispose]();
    const { createApp } = await import('#web/app.ts');
    const one = browserOf(createApp(() => kept.lanterne));
    assert.equal((await one.post('/marque', { film: AMELIE, kind: 'seen' })).status, 503);
    assert.doesNotMatch(await (await one.get(LIST)).text(), /\/marque/);
  });
});

describe('the way back from a form', () => {
  it('never leads elsewhere', () => {
    for (const address of [
      '//evil.test/',
      'https://evil.test',
      '/\\evil.test',
      'javascript:alert(1)',
      '',
      '\t//evil.test',
      '/.//evil.test/x',
      '/..//evil.test',
      '/foo/..//evil.test',
      '/%2e//evil.test',
    ])
      assert.match(wayBack(address, '/films'), /^\/(?![/\\])/, address);
    assert.equal(wayBack('/films?liked=tt0119038#q', '/', { done: 'x' }), '/films?liked=tt0119038&done=x#q');
  });
});

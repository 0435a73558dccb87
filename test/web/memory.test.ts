import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { nextMoment } from '../helpers/next-moment.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';
import { memoryOf, tellFailing } from '#web/memory.ts';

const DINNER = 'tt0119038';
const AMELIE = 'tt0211915';

/** The memory fails from now on, as a server that went away. */
const breakDown = ({ state }: KeepingApp): Promise<void> => state.db.destroy();

const codeIn = (answer: Response): string =>
  /\/groupe\/([\w-]{22})/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';

describe('a memory that fails', () => {
  it('is never taken for one that holds nothing, and has no cookie forgotten', async () => {
    const told = mock.method(console, 'error', () => {});
    await using kept = await keepingApp();
    const [one, guest, nobody] = [browserOf(kept.app), browserOf(kept.app), browserOf(kept.app)];
    await one.post('/marque', { film: AMELIE, kind: 'liked' });
    const code = codeIn(await guest.post('/groupe', { name: 'Anne', films: DINNER }));
    const cookies = [new Map(one.cookies), new Map(guest.cookies)];
    assert.equal((await kept.app.request('/healthz')).status, 200);
    await breakDown(kept);

    const asked = [
      ...['/ma-liste', '/mes-donnees', '/mes-donnees.json', '/groupe', `/groupe/${code}`, `/groupe/${code}/etat`].map(
        (path) => one.get(path),
      ),
      one.post('/mes-donnees/effacer', {}),
      one.post('/marque', { film: AMELIE, kind: '-liked' }),
      one.post('/garder', { taste: `?liked=${DINNER}` }),
      one.post('/groupe', { name: 'Anne' }),
      one.post(`/groupe/${code}`, { do: 'join', name: 'Max' }),
      ...['/mes-donnees', '/mes-donnees.json', '/groupe', `/groupe/${code}`].map((path) => guest.get(path)),
      guest.post('/mes-donnees/effacer', {}),
      nobody.post('/marque', { film: AMELIE, kind: 'liked' }),
    ];
    for (const [at, answer] of (await Promise.all(asked)).entries()) {
      assert.equal(answer.status, 503, String(at));
      assert.equal(answer.headers.get('Retry-After'), '60');
      assert.match(await answer.text(), /rien n’a été effacé[^]*nothing was erased/);
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
    assert.deepEqual([new Map(one.cookies), new Map(guest.cookies)], cookies);
    for (const path of ['/', `/films?liked=${DINNER}`, `/film/${DINNER}`, '/affichage'])
      for (const reader of [one, guest, nobody]) assert.equal((await reader.get(path)).status, 200, path);
    const health = await kept.app.request('/healthz');
    assert.equal(health.status, 503);
    assert.equal((await health.json()).state, 'failing');
    assert.equal(told.mock.callCount(), 1, 'one line a minute');
    told.mock.restore();
  });

  it('is told once a minute, in one line', () => {
    const told = mock.method(console, 'error', () => {});
    const start = performance.now() + 3_600_000;
    for (const after of [0, 1, 59_999, 60_000, 60_001]) tellFailing(new Error('gone\naway'), start + after);
    told.mock.restore();
    assert.deepEqual(
      told.mock.calls.map(({ arguments: said }) => said),
      Array.from({ length: 2 }, () => ['The memory of what visitors keep fails: gone away']),
    );
  });

  it('is one that does not answer in time', async () => {
    await using kept = await keepingApp();
    assert.equal(await memoryOf(null), 'none');
    assert.equal(await memoryOf(kept.state), 'ready');
    const held = Promise.withResolvers<void>();
    const busy = kept.state.db.connection().execute(() => held.promise);
    assert.equal(await memoryOf(kept.state, 20), 'failing');
    held.resolve();
    await busy;
  });
});

describe('a guest of groups', () => {
  it('finds them on the page of their data, has them as a file, and erases their places alone', async () => {
    await using kept = await keepingApp();
    const [guest, other] = [browserOf(kept.app), browserOf(kept.app)];
    const first = codeIn(await guest.post('/groupe', { name: 'Anne', films: DINNER }));
    const second = codeIn(await other.post('/groupe', { name: 'Léa', films: AMELIE }));
    await nextMoment();
    await guest.post(`/groupe/${second}`, { do: 'join', name: 'Anne' });
    const keys = [...guest.cookies.values()];
    const html = await (await guest.get('/mes-donnees')).text();
    assert.doesNotMatch(html, /Nous ne gardons rien sur vous/);
    for (const code of [first, second]) assert.match(html, new RegExp(`<a href="/groupe/${code}">`));
    assert.match(html, /action="\/mes-donnees\/effacer"/);
    const file = await (await guest.get('/en/mes-donnees.json')).text();
    for (const key of keys) assert.ok(!file.includes(key) && !html.includes(key));
    const places: { code: string; label: string; basket: { liked: string[] } }[] = JSON.parse(file).guestPlaces;
    assert.deepEqual(
      places.map(({ code, label, basket }) => [code, label, basket.liked]),
      [
        [first, 'Anne', [DINNER]],
        [second, 'Anne', []],
      ],
    );
    // the key of a place opens nothing under another group's name
    const forged = { Cookie: `__Host-group-${'A'.repeat(22)}=${keys[0]}` };
    assert.deepEqual(await (await browserOf(kept.app).get('/mes-donnees.json', forged)).json(), {});

    const erased = await guest.post('/mes-donnees/effacer', {});
    assert.equal(guest.cookies.size, 0);
    assert.match(await (await guest.get(erased.headers.get('Location') ?? '')).text(), /C’est effacé/);
    const left = await kept.state.db.selectFrom('group_member').select(['session', 'label']).execute();
    assert.deepEqual(left, [{ session: second, label: 'Léa' }]);
  });

  it('who is a visitor too has each place once', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await one.post('/marque', { film: AMELIE, kind: 'liked' });
    const code = codeIn(await one.post('/groupe', { name: 'Anne', films: DINNER }));
    await one.post(`/groupe/${code}`, { do: 'join', name: 'Tom' });
    const held = await (await one.get('/mes-donnees.json')).json();
    assert.deepEqual([held.groupPlaces.length, held.guestPlaces.length], [1, 1]);
    await one.post('/mes-donnees/effacer', {});
    assert.deepEqual(await kept.state.db.selectFrom('group_member').selectAll().execute(), []);
    assert.equal(one.cookies.size, 0);
  });
});

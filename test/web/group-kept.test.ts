import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hono } from 'hono';
import { joinGroup } from '#state/group-members.ts';
import { createGroup, findGroup } from '#state/groups.ts';
import type { State } from '#state/open-state.ts';
import { newSecret } from '#state/secret.ts';
import { createApp } from '#web/app.ts';
import { handleOf } from '#web/group/person.ts';
import { nextMoment } from '../helpers/next-moment.ts';
import { withSettings } from '../helpers/starter-lanterne.ts';
import { browserOf } from '../helpers/web-visitor.ts';
import { onBothEngines } from '../state/engines.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
const AMELIE = 'tt0211915';
const MATRIX = 'tt0133093';
type Browser = ReturnType<typeof browserOf>;

async function appOn(open: () => Promise<State>): Promise<{ app: Hono; state: State }> {
  const [state, lanterne] = [await open(), await withSettings({ writesAMinute: 1000 })];
  return { app: createApp(() => lanterne, state), state };
}

/** The path of the page that a form leads to. */
const goes = (answer: Response): string => answer.headers.get('Location') ?? '';
const codeIn = (path: string): string => /\/groupe\/([\w-]{22})/.exec(path)?.[1] ?? '';
const handleIn = (path: string): string => new URLSearchParams(path.split(/[?#]/)[1]).get('who') ?? '';

/** Opens a group as somebody, who joins with films. */
async function opened(app: Hono, name: string, films: string): Promise<{ one: Browser; path: string; who: string }> {
  const one = browserOf(app);
  const answer = await one.post('/groupe', { name, films });
  assert.equal(answer.status, 303);
  await nextMoment();
  return { one, path: `/groupe/${codeIn(goes(answer))}`, who: handleIn(goes(answer)) };
}

async function joined(app: Hono, path: string, name: string, q: string): Promise<{ one: Browser; who: string }> {
  const one = browserOf(app);
  const answer = await one.post(path, { do: 'join', name, q });
  assert.equal(answer.status, 303);
  await nextMoment();
  return { one, who: handleIn(goes(answer)) };
}

const filmsOf = (html: string): string[] =>
  [...html.slice(html.indexOf('id="group-results"')).matchAll(/href="\/film\/(tt\d+)"/g)].map(([, id = '']) => id);

onBothEngines('a group of phones', ({ open }) => {
  test('is opened, joined through its link, and gives films once two people have some', async () => {
    const { app, state } = await appOn(open);
    const { one: anne, path } = await opened(app, 'Anne', DINNER);
    const [cookie = ''] = [...anne.cookies];
    assert.equal(cookie[0], `__Host-group-${codeIn(path)}`);
    const alone = await (await anne.get(path)).text();
    assert.match(alone, /Dès que deux personnes ont mis un film/);
    assert.match(alone, new RegExp(`value="http://films\\.test${path}"`));
    assert.match(alone, /href="mailto:\?subject=Quel%20film%20ensemble/);

    const lea = browserOf(app);
    const before = await (await lea.get(path)).text();
    assert.match(before, /les autres membres verront votre prénom et les films/);
    assert.match(before, /<b>Anne<\/b><span class="count">, 1\u00a0film<\/span>/);
    assert.doesNotMatch(before, /Dîner de cons»|class="gains"|mailto:/, 'who has no place reads no film');
    assert.equal(lea.cookies.size, 0);
    const answer = await lea.post(path, { do: 'join', name: 'Léa', q: 'amelie poulain ; la grande vadrouille' });
    assert.match(
      answer.headers.getSetCookie()[0] ?? '',
      /^__Host-group-[\w-]{22}=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await (await lea.get(goes(answer))).text();
    assert.match(page, /Bienvenue, Léa/);
    assert.match(page, /<h3>Le mieux pour le groupe<\/h3>/);
    assert.match(page, /<b>Anne<\/b>.*«\u00a0Le Dîner de cons\u00a0»/s);
    for (const film of [DINNER, STROLL, AMELIE]) assert.ok(!filmsOf(page).includes(film));
    assert.deepEqual(await state.db.selectFrom('visitor').selectAll().execute(), [], 'nobody became a visitor by it');
  });

  test('shows no member’s key to anyone, in a page, an address or the state that is followed', async () => {
    const { app, state } = await appOn(open);
    const { one: anne, path } = await opened(app, 'Anne', DINNER);
    const { one: lea } = await joined(app, path, 'Léa', 'amelie poulain');
    const keys = (await state.db.selectFrom('group_member').select('id').execute()).map(({ id }) => id);
    for (const one of [anne, lea, browserOf(app)])
      for (const at of [path, `/en${path}`, `${path}/etat`]) {
        const answer = await one.get(at);
        const text = `${await answer.text()} ${goes(answer)}`;
        for (const key of keys) assert.ok(!text.includes(key), at);
        assert.equal(answer.headers.get('Cache-Control'), 'no-store');
        assert.equal(answer.headers.get('Referrer-Policy'), 'same-origin');
        if (at !== `${path}/etat`) {
          assert.match(text, /<meta name="robots" content="noindex"/);
          assert.doesNotMatch(text, /(?:href|src|action)="(?:https?:)?\/\//, 'nothing that another site is asked');
        }
      }
  });

  test('lets each do with their own place alone', async () => {
    const { app, state } = await appOn(open);
    const { one: anne, path, who: hers } = await opened(app, 'Anne', DINNER);
    const { one: lea, who: leas } = await joined(app, path, 'Léa', 'amelie poulain');
    const other = await opened(app, 'Zoé', STROLL);
    const code = codeIn(path);
    const standing = async (): Promise<string> => JSON.stringify(await findGroup(state.db, code));
    const before = await standing();
    const stranger = browserOf(app);
    const asks = ['add', 'remove', 'refuse', 'allow', 'leave', 'bring'];
    const film = { film: DINNER, films: MATRIX };
    for (const [one, who] of [
      [lea, hers],
      [anne, leas],
      [stranger, hers],
      [stranger, ''],
      [other.one, hers],
      [other.one, other.who],
      [anne, 'constructor'],
    ] as const)
      for (const what of asks) assert.equal((await one.post(path, { do: what, who, ...film })).status, 403, what);
    for (const what of ['choose', 'take-back'])
      for (const one of [stranger, other.one])
        assert.equal((await one.post(path, { do: what, film: MATRIX })).status, 403, what);
    assert.equal(await standing(), before);
    for (const what of ['', 'toString', '__proto__', 'erase'])
      assert.equal((await anne.post(path, { do: what, who: hers })).status, 400, what);
    for (const bad of ['', 'x', '<script>'])
      assert.equal((await anne.post(path, { do: 'refuse', who: hers, film: bad })).status, 400);
    assert.equal((await anne.post(path, { do: 'leave', who: hers }, { Origin: 'https://elsewhere.test' })).status, 403);
    assert.equal(await standing(), before);

    // another's key, guessed or stolen from elsewhere, is worth nothing in another group
    const theft = browserOf(app);
    await theft.post(other.path, { do: 'join', name: 'Max' });
    const [[, key = ''] = []] = [...theft.cookies];
    const forged = { Cookie: `__Host-group-${code}=${key}.${newSecret()}` };
    assert.equal((await theft.post(path, { do: 'leave', who: hers }, forged)).status, 403);
    assert.equal((await theft.post(path, { do: 'leave', who: handleOf(key) }, forged)).status, 403);
    assert.equal((await anne.post(path, { do: 'leave', who: hers })).status, 303);
    assert.deepEqual(
      (await findGroup(state.db, code))?.members.map(({ label }) => label),
      ['Léa'],
    );
    assert.equal(anne.cookies.size, 0);
  });

  test('has two people on one device, each with a place of their own', async () => {
    const { app, state } = await appOn(open);
    const { one, path, who: annes } = await opened(app, 'Anne', DINNER);
    const toms = handleIn(goes(await one.post(path, { do: 'join', name: 'Tom', q: 'matrix' })));
    assert.notEqual(toms, annes);
    const page = await (await one.get(path)).text();
    assert.match(page, /Les films d’Anne et Tom/);
    assert.match(page, /type="radio"[^>]*value="[\w-]{10}"/);
    assert.match(page, /Surtout pas, dit Tom/);
    await one.post(path, { do: 'add', who: toms, q: 'retour vers le futur' });
    await one.post(path, { do: 'remove', who: annes, film: DINNER });
    const baskets = (await findGroup(state.db, codeIn(path)))?.members.map(({ basket }) => basket.liked.length);
    assert.deepEqual(baskets, [0, 2]);
    await one.post(path, { do: 'leave', who: annes });
    assert.match(await (await one.get(path)).text(), /Les films de Tom/);
  });

  test('takes a visitor for one place, and their kept films when they say so', async () => {
    const { app, state } = await appOn(open);
    const { path } = await opened(app, 'Anne', DINNER);
    const one = browserOf(app);
    await one.post('/marque', { film: AMELIE, kind: 'liked' });
    await one.post('/marque', { film: STROLL, kind: 'liked' });
    const who = handleIn(goes(await one.post(path, { do: 'join', name: 'Léa' })));
    await nextMoment();
    await one.post(path, { do: 'join', name: 'Tom' });
    const members = async () => (await findGroup(state.db, codeIn(path)))?.members ?? [];
    assert.deepEqual(
      (await members()).map(({ visitor }) => visitor !== null),
      [false, true, false],
    );
    assert.deepEqual((await members())[1]?.basket.liked, [], 'nothing is shown to the group unasked');
    await one.post(path, { do: 'bring', who });
    assert.deepEqual((await members())[1]?.basket.liked.toSorted(), [STROLL, AMELIE].toSorted());
    await one.post('/mes-donnees/effacer', {});
    assert.deepEqual(
      (await members()).map(({ label }) => label),
      ['Anne'],
    );
  });

  test('asks which film is meant, and answers by a button', async () => {
    const { app, state } = await appOn(open);
    const { one, path, who } = await opened(app, 'Anne', DINNER);
    const answer = await one.post(path, { do: 'add', who, q: 'amelie poulain ; la belle et la bete ; le bossu' });
    const page = await (await one.get(goes(answer))).text();
    assert.match(page, /Ajouté\u00a0: «\u00a0Le Fabuleux Destin/);
    assert.match(page, /Pour Anne\. Plusieurs films répondent à «\u00a0la belle et la bete\u00a0»/);
    const [, film = '', rest = ''] =
      /name="films" value="(tt\d+)"\/><input type="hidden" name="q" value="([^"]*)"/.exec(page) ?? [];
    assert.equal(rest, 'le bossu');
    await one.post(path, { do: 'add', who, films: film, q: '' });
    assert.deepEqual((await findGroup(state.db, codeIn(path)))?.members[0]?.basket.liked, [DINNER, AMELIE, film]);
    await one.post(path, { do: 'add', who, films: 'tt99999999,nonsense,__proto__' });
    assert.equal((await findGroup(state.db, codeIn(path)))?.members[0]?.basket.liked.length, 3);
  });

  test('sets a film aside for all, and takes that back', async () => {
    const { app } = await appOn(open);
    const { one, path, who } = await opened(app, 'Anne', DINNER);
    const { one: lea } = await joined(app, path, 'Léa', 'amelie poulain');
    const [film = ''] = filmsOf(await (await one.get(path)).text());
    const told = await (await one.get(goes(await one.post(path, { do: 'refuse', who, film })))).text();
    assert.match(told, /est écarté\u00a0: il ne sera plus proposé au groupe/);
    assert.ok(!filmsOf(await (await lea.get(path)).text()).includes(film));
    await one.post(path, { do: 'allow', who, film });
    assert.ok(filmsOf(await (await lea.get(path)).text()).includes(film));
  });

  test('notes a film that was chosen once, makes up for it the next evening, and takes it back', async () => {
    const { app, state } = await appOn(open);
    const { one, path } = await opened(app, 'Anne', `${DINNER},${STROLL}`);
    const { one: lea } = await joined(app, path, 'Léa', 'amelie poulain');
    const [film = ''] = filmsOf(await (await one.get(path)).text());
    await Promise.all([one, lea, one].map((who) => who.post(path, { do: 'choose', film })));
    const members = async () => (await findGroup(state.db, codeIn(path)))?.members ?? [];
    const [anne, other] = await members();
    assert.ok(anne !== undefined && other !== undefined && anne.received <= 1 && other.received <= 1);
    assert.notEqual(anne.received, other.received);
    const least = anne.received < other.received ? 'Anne' : 'Léa';
    const page = await (await lea.get(path)).text();
    assert.ok(!filmsOf(page).includes(film));
    assert.match(page, /<h2 id="evenings-title">Vos soirées<\/h2>/);
    assert.match(page, new RegExp(`ont apporté le moins à ${least}`));
    assert.match(page, new RegExp(`Au tour (de |d’)${least}`));
    // who comes later owes nothing, and is owed nothing
    await joined(app, path, 'Max', 'les tontons flingueurs');
    assert.match(await (await lea.get(path)).text(), new RegExp(`Au tour (de |d’)${least}`));
    const gone = await one.post(path, { do: 'choose', film: DINNER });
    assert.match(await (await one.get(goes(gone))).text(), /ne peut pas être choisi/);
    await lea.post(path, { do: 'take-back', film });
    assert.deepEqual(
      (await members()).map(({ received }) => received),
      [0, 0, 0],
    );
  });

  test('is followed for little: 304 until something changes, then sentences to say', async () => {
    const { app } = await appOn(open);
    const { one, path } = await opened(app, 'Anne', DINNER);
    const first = await one.get(`${path}/etat`);
    const etag = first.headers.get('ETag') ?? '';
    assert.deepEqual(
      (await first.json()).people.map(({ films, joined: said }: { films: number; joined: string }) => [films, said]),
      [[1, 'Anne a rejoint le groupe.']],
    );
    const same = await one.get(`${path}/etat`, { 'If-None-Match': etag });
    assert.deepEqual([same.status, await same.text()], [304, '']);
    assert.equal((await one.get(path)).status, 200);
    await joined(app, path, 'Léa', 'amelie poulain');
    const next = await one.get(`/en${path}/etat`, { 'If-None-Match': etag });
    assert.equal(next.status, 200);
    assert.equal((await next.json()).people[1].now, 'Léa now has 1 liked film in the group.');
  });

  test('is gone, full or forged with a clear page and the right status', async () => {
    const { app, state } = await appOn(open);
    const { one, path } = await opened(app, 'Anne', DINNER);
    const old = await createGroup(state.db, { days: 1 }, { now: Temporal.Now.instant().subtract({ hours: 25 }) });
    for (const wrong of [old.code, newSecret(), 'x', '%3Cscript%3E', '..%2F..%2Fetc', 'a'.repeat(5000)]) {
      const answer = await one.get(`/groupe/${wrong}`);
      assert.equal(answer.status, 410, wrong);
      const text = await answer.text();
      assert.match(text, /Ce groupe n’existe plus/);
      assert.match(text, /This group is no more/);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      assert.equal((await one.get(`/groupe/${wrong}/etat`)).status, 410);
      assert.equal((await one.post(`/groupe/${wrong}`, { do: 'join', name: 'A' })).status, 410);
    }
    for (let more = 0; more < 7; more++)
      await joinGroup(state.db, codeIn(path), { label: `${more}`, basket: { liked: [], disliked: [], seen: [] } });
    const late = browserOf(app);
    assert.match(await (await late.get(path)).text(), /il est complet/);
    const full = await late.post(path, { do: 'join', name: 'Late' });
    assert.equal(full.status, 409);
    assert.match(await full.text(), /Ce groupe est complet/);
    assert.equal(late.cookies.size, 0);
    assert.equal((await one.get('/groupe/a/b')).status, 404);
  });

  test('asks for a name, keeps hostile ones as text, and says when cookies are refused', async () => {
    const { app } = await appOn(open);
    const { path } = await opened(app, 'Anne', DINNER);
    const one = browserOf(app);
    const nameless = await one.post(path, { do: 'join', name: ' \u0000 ', q: 'diner' });
    assert.match(await (await one.get(goes(nameless))).text(), /Écrivez votre prénom.*value="diner"/s);
    const hostile = await joined(app, path, '<img src=x onerror=alert(1)>\u202e', '');
    const page = await (await hostile.one.get(path)).text();
    assert.doesNotMatch(page, /<img src=x/);
    assert.match(page, /&lt;img src=x/);
    const without = browserOf(app);
    const answer = await app.request(`http://films.test${goes(await without.post(path, { do: 'join', name: 'Sam' }))}`);
    assert.match(await answer.text(), /Votre navigateur n’a pas gardé ce choix/);
  });

  test('lists on /groupe the groups of a device, and opens them at a measured pace', async () => {
    const { app } = await appOn(open);
    const { one, path } = await opened(app, 'Anne', DINNER);
    await joined(app, path, 'Léa', 'amelie poulain');
    const page = await (await one.get('/groupe')).text();
    assert.match(page, new RegExp(`<a href="${path}">Groupe d’Anne et Léa, jusqu’au`));
    assert.doesNotMatch(await (await browserOf(app).get('/groupe')).text(), /Vos groupes en cours/);
    const many: number[] = [];
    for (let more = 0; more < 32; more++) many.push((await one.post('/groupe', { name: '' })).status);
    assert.deepEqual([many[0], many.at(-1)], [303, 429]);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asStaffId } from '#brand.ts';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { listShowings } from '#state/showings.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { listVenues } from '#state/venues.ts';
import { browserOf, keepingApp } from '../helpers/web-visitor.ts';

type Browser = ReturnType<typeof browserOf>;
const now = Temporal.Now.instant();
const week = weekAfter(weekOf(dayInParis(now)));
const day = (after: number): string => String(week.first.add({ days: after }));

async function signedIn(db: Db, roles = 'programmer'): Promise<string> {
  const id = asStaffId(roles.padEnd(22, 'x'));
  assert.ok(id !== null);
  await db
    .insertInto('staff')
    .values({
      id,
      email: `${roles}@house.test`,
      name: 'Camille',
      roles,
      language: 'fr',
      password: null,
      created: momentOf(now),
      disabled: null,
    })
    .execute();
  return `__Host-staff=${await openStaffSession(db, id, { by: 'password' })}`;
}

const staffBrowser = (browser: Browser, cookie: string) => ({
  get: (path: string) => browser.get(path, { Cookie: cookie }),
  post: (path: string, fields: Record<string, string>) => browser.post(path, fields, { Cookie: cookie }),
});

const addVenue = (browser: ReturnType<typeof staffBrowser>, more: Record<string, string> = {}): Promise<Response> =>
  browser.post('/equipe/salles', {
    known: '',
    name: 'La Lanterne',
    commune: 'Guéret',
    kind: 'fixed',
    seats: '180',
    'equipment-wheelchair': 'wheelchair',
    ...more,
  });

async function house() {
  const kept = await keepingApp();
  const cookie = await signedIn(kept.state.db);
  return {
    ...kept,
    [Symbol.asyncDispose]: kept[Symbol.asyncDispose].bind(kept),
    staff: staffBrowser(browserOf(kept.app), cookie),
  };
}

test('nobody else sees these pages', async () => {
  await using kept = await keepingApp();
  const browser = browserOf(kept.app);
  for (const path of [
    '/equipe/programme',
    '/equipe/programme/seance',
    '/equipe/programme/importer',
    '/equipe/salles',
    '/en/equipe/salles',
  ]) {
    const answer = await browser.get(path);
    assert.equal(answer.status, 303, path);
    assert.match(answer.headers.get('Location') ?? '', /\/equipe\/entrer\?back=/);
  }
  assert.equal((await browser.post('/equipe/salles', { name: 'X' })).status, 303);
  assert.deepEqual(await listVenues(kept.state.db), []);
});

test('a venue is added, its faults told, and changed', async () => {
  await using at = await house();
  const wrong = await addVenue(at.staff, { commune: 'Nulle-Part-sur-Rien', seats: 'beaucoup' });
  assert.equal(wrong.status, 422);
  assert.match(
    await wrong.text(),
    /La commune «\u00a0Nulle-Part-sur-Rien\u00a0» est inconnue.*«\u00a0beaucoup\u00a0»/s,
  );
  const reserved = await addVenue(at.staff, { name: 'Cadre' });
  assert.deepEqual([reserved.status, /ne peut pas s’appeler «\u00a0cadre/.test(await reserved.text())], [422, true]);
  assert.equal((await addVenue(at.staff)).status, 303);
  const [venue] = await listVenues(at.state.db);
  assert.deepEqual(
    [venue?.id, venue?.commune, venue?.seats, venue?.equipment],
    ['la-lanterne', '23096', 180, ['wheelchair']],
  );
  const form = await (await at.staff.get('/equipe/salles?id=la-lanterne')).text();
  assert.match(form, /value="La Lanterne"/);
  assert.match(form, /href="\/equipe\/programme" aria-current="page"/);
  await addVenue(at.staff, { known: 'la-lanterne', seats: '', 'closed-yes': 'yes' });
  const [changed] = await listVenues(at.state.db);
  assert.equal(changed?.seats, null);
  assert.match(changed?.closed ?? '', /^\d{4}-/);
  const audit = await at.state.db.selectFrom('audit').select('action').orderBy('id').execute();
  assert.deepEqual(
    audit.map(({ action }) => action),
    ['venue.add', 'venue.change'],
  );
});

test('a showing is added, its film chosen when it is not clear, changed, cancelled, deleted', async () => {
  await using at = await house();
  await addVenue(at.staff);
  const fields = {
    id: '',
    title: 'Ratatouille',
    venue: 'la-lanterne',
    date: day(0),
    time: '20:30',
    version: 'vf',
    price: '5,50',
    'features-sme': 'sme',
    faire: 'saved',
  };
  const refused = await at.staff.post('/equipe/programme/seance', {
    ...fields,
    time: '25:00',
    booking: 'javascript:alert(1)',
  });
  assert.equal(refused.status, 422);
  assert.match(
    await refused.text(),
    /L’heure «\u00a025:00\u00a0» n’existe pas.*n’est pas l’adresse d’une billetterie/s,
  );
  const asked = await at.staff.post('/equipe/programme/seance', fields);
  assert.equal(asked.status, 422);
  const text = await asked.text();
  assert.match(text, /De quel film s’agit-il/);
  const [, film = ''] = /name="film" value="(tt\d+)"/.exec(text) ?? [];
  const saved = await at.staff.post('/equipe/programme/seance', { ...fields, film });
  assert.equal(saved.status, 303);
  const [showing] = await listShowings(at.state.db, {});
  assert.deepEqual(
    [showing?.title, showing?.film, showing?.price, showing?.features],
    ['Ratatouille', film, 550, ['sme']],
  );
  assert.equal(
    (await at.staff.post('/equipe/programme/seance', { ...fields, film })).status,
    422,
    'the place is taken',
  );
  const id = showing?.id ?? '';
  assert.match(await (await at.staff.get(`/equipe/programme/seance?id=${id}`)).text(), /Fiche\u00a0: Ratatouille/);
  assert.equal(
    (await at.staff.post('/equipe/programme/seance', { ...fields, id, time: '21:00' })).status,
    303,
    'the title is the same: nothing is asked',
  );
  const page = await (await at.staff.get(`/equipe/programme?semaine=${week.name}`)).text();
  assert.match(page, /21\u00a0h/);
  await at.staff.post('/equipe/programme/seance', { id, faire: 'cancelled' });
  assert.equal((await listShowings(at.state.db, {})).length, 0);
  assert.match(await (await at.staff.get(`/equipe/programme?semaine=${week.name}`)).text(), /\(annulée\)/);
  await at.staff.post('/equipe/programme/seance', { id, faire: 'revived' });
  assert.equal((await listShowings(at.state.db, {})).length, 1);
  await at.staff.post('/equipe/programme/seance', { id, faire: 'deleted' });
  assert.equal((await listShowings(at.state.db, { cancelled: true })).length, 0);
  assert.equal((await at.staff.get(`/equipe/programme/seance?id=${id}`)).status, 404);
  assert.equal((await at.staff.get('/equipe/programme?semaine=2026-W99')).status, 404);
});

test('a pasted programme: preview, films chosen, applied, undone', async () => {
  await using at = await house();
  await addVenue(at.staff);
  const text = [
    'Ratatouille (2007) VF',
    `${day(0)} 20h30`,
    `${day(1)} 14h30`,
    '',
    'Opéra en direct',
    `${day(2)} 20h`,
    '25 h 00',
  ].join('\n');
  const sent = await at.staff.post('/equipe/programme/importer', { texte: text, lieu: '', mode: 'add' });
  assert.equal(sent.status, 303);
  const here = sent.headers.get('Location') ?? '';
  const preview = await (await at.staff.get(here)).text();
  assert.match(preview, /2\s+séances à ajouter/);
  assert.match(preview, /2\s+lignes ne sont pas prises/);
  assert.match(preview, /elles vont de 0h00 à 23h59/);
  assert.equal((await listShowings(at.state.db, {})).length, 0);
  const [, name = ''] = /name="(film-\d+)"/.exec(preview) ?? [];
  await at.staff.post(here, { [name]: 'none' });
  await at.staff.post(here, { faire: 'apply' });
  assert.deepEqual(
    (await listShowings(at.state.db, {})).map(({ title, film }) => [title, film !== null]),
    [
      ['Ratatouille', true],
      ['Ratatouille', true],
      ['Opéra en direct', false],
    ],
  );
  await at.staff.post(here, { faire: 'apply' });
  assert.match(await (await at.staff.get('/equipe/programme/importer')).text(), /3\s+séances ajoutées/);
  const undone = await at.staff.post(here, { faire: 'undo' });
  assert.match(undone.headers.get('Location') ?? '', /annule=3-0-0/);
  assert.match(await (await at.staff.get(undone.headers.get('Location') ?? '')).text(), /Import annulé/);
  assert.equal((await listShowings(at.state.db, { cancelled: true })).length, 0);
  const actions = await at.state.db
    .selectFrom('audit')
    .select('action')
    .where('subject', '<>', 'la-lanterne')
    .orderBy('id')
    .execute();
  assert.deepEqual(
    actions.map(({ action }) => action),
    ['programme.import', 'programme.import', 'programme.undo'],
  );
});

test('refused lines alone can be kept, once', async () => {
  await using at = await house();
  await addVenue(at.staff);
  const preview = async (): Promise<string> => {
    const texte = `Film que nul ne connaît\n${day(0)} 20h30\n`;
    const sent = await at.staff.post('/equipe/programme/importer', { texte, lieu: '', mode: 'add' });
    return sent.headers.get('Location') ?? '';
  };
  const first = await preview();
  assert.match(await (await at.staff.get(first)).text(), /Garder 1\s+ligne à reprendre/);
  assert.equal((await at.staff.post(first, { faire: 'apply' })).headers.get('Location'), first);
  assert.match(await (await at.staff.get('/equipe/programme/importer')).text(), new RegExp(`href="${first}"`));
  assert.equal((await at.staff.post(await preview(), { faire: 'apply' })).headers.get('Location'), first);
});

test('a table pasted from a spreadsheet keeps its first empty cell', async () => {
  await using at = await house();
  await addVenue(at.staff);
  const short = (after: number): string =>
    week.first.add({ days: after }).toString().slice(8) + '/' + week.first.add({ days: after }).toString().slice(5, 7);
  const texte = `\t${short(0)}\t${short(1)}\r\nRatatouille\t\t20h30\r\nPlaytime\t18h annulé\t`;
  const sent = await at.staff.post('/equipe/programme/importer', { texte, lieu: '', mode: 'add' });
  assert.equal(sent.status, 303);
  const here = sent.headers.get('Location') ?? '';
  const preview = await (await at.staff.get(here)).text();
  assert.match(preview, /1\s+séance à ajouter/);
  assert.match(preview, /«\u00a018h annulé\u00a0», sous\s/);
  await at.staff.post(here, { faire: 'apply' });
  assert.deepEqual(
    (await listShowings(at.state.db, {})).map(({ title, day: on }) => [title, on]),
    [['Ratatouille', day(1)]],
  );
});

test('what cannot be read is told in the reader’s language, and nothing is kept', async () => {
  await using at = await house();
  const sentences: [string, RegExp][] = [
    ['', /Collez un texte ou choisissez un fichier/],
    ['%PDF-1.7 …', /C’est un PDF/],
    ['{"showings": [', /JSON est abîmé/],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT', /calendrier est abîmé/],
    ['Bonjour à tous', /Aucune séance/],
  ];
  for (const [texte, sentence] of sentences) {
    const answer = await at.staff.post('/equipe/programme/importer', { texte, lieu: '', mode: 'add' });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), sentence);
  }
  assert.match(
    await (await at.staff.post('/en/equipe/programme/importer', { texte: '%PDF-1.7', lieu: '', mode: 'add' })).text(),
    /This is a PDF/,
  );
  assert.equal(
    (await at.staff.post('/equipe/programme/importer', { texte: 'x'.repeat(3_000_000), mode: 'add' })).status,
    413,
  );
  assert.deepEqual(await at.state.db.selectFrom('programme_import').select('id').execute(), []);
  assert.equal((await at.staff.get('/equipe/programme/import/none')).status, 404);
});

test('the week before is taken up, once', async () => {
  await using at = await house();
  await addVenue(at.staff);
  await at.staff.post('/equipe/programme/seance', {
    id: '',
    title: 'Ratatouille (2007)',
    venue: 'la-lanterne',
    date: day(0),
    time: '20:30',
    version: 'vf',
    note: 'un soir',
    faire: 'saved',
  });
  const next = weekAfter(week).name;
  const first = await at.staff.post('/equipe/programme/reprendre', { semaine: next });
  assert.match(first.headers.get('Location') ?? '', /repris=1$/);
  const again = await at.staff.post('/equipe/programme/reprendre', { semaine: next });
  assert.match(again.headers.get('Location') ?? '', /repris=0$/);
  const [, copied] = await listShowings(at.state.db, {});
  assert.deepEqual([copied?.day, copied?.title, copied?.note], [day(7), 'Ratatouille', null]);
});

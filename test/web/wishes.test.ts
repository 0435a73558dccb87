import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asFilmId, asShowingId, asVenueId } from '#brand.ts';
import { setHouseValue } from '#state/house.ts';
import type { Db } from '#state/schema.ts';
import { putShowing } from '#state/showings.ts';
import { putVenue } from '#state/venues.ts';
import { createVisitor } from '#state/visitors.ts';
import { mostWishes, setWish } from '#state/wishes.ts';
import { signInStaff } from '../helpers/sign-in-staff.ts';
import { browserOf, keepingApp } from '../helpers/web-visitor.ts';

const DINNER = asFilmId('tt0119038') ?? assert.fail();
const AMELIE = asFilmId('tt0211915') ?? assert.fail();
const GUERET = '23096';
const [VENUE, SHOWING] = [asVenueId('le-phare') ?? assert.fail(), asShowingId('s'.repeat(22)) ?? assert.fail()];
const answer = { film: DINNER, commune: GUERET, 'day-5': 'on', seats: '3', back: `/film/${DINNER}` };

/** As many people as told, each with two seats. */
async function people(db: Db, count: number, film = DINNER, commune = GUERET): Promise<void> {
  for (let one = 0; one < count; one++)
    await setWish(db, (await createVisitor(db)).visitor, { film, commune, days: [5], seats: 2 });
}

async function venue(db: Db): Promise<void> {
  const none = { address: null, latitude: null, longitude: null, website: null, closed: null };
  await putVenue(db, {
    id: VENUE,
    name: 'Le Phare',
    kind: 'fixed',
    commune: GUERET,
    seats: 90,
    equipment: [],
    ...none,
  });
}

async function show(db: Db, starts: Temporal.Instant): Promise<void> {
  await venue(db);
  const day = starts.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  const none = { minutes: null, price: null, booking: null, note: null, cancelled: null, origin: null };
  await putShowing(db, {
    id: SHOWING,
    venue: VENUE,
    film: DINNER,
    title: 'Le Dîner de cons',
    starts: starts.toString({ smallestUnit: 'millisecond' }),
    day,
    version: 'vf',
    features: [],
    screen: '',
    ...none,
  });
}

describe('“I would come”', () => {
  it('is said without an account, told back, changed and taken back', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const before = await (await one.get(`/film/${DINNER}`)).text();
    assert.match(before, /Personne ne l’a encore demandé/);
    assert.match(before, /À partir de 10 personnes/);
    assert.match(before, /href="\/alertes\?film=tt0119038"/);
    assert.equal(one.cookies.size, 0);
    const said = await one.post('/je-viendrais', answer);
    assert.equal(said.status, 303);
    assert.equal(said.headers.get('Location'), `/film/${DINNER}?wish=made#je-viendrais`);
    const after = await (await one.get(said.headers.get('Location') ?? '')).text();
    assert.match(after, /C’est noté/);
    assert.match(after, /Vous viendriez de Guéret, à 3, le vendredi/);
    assert.match(after, /Moins de 5 personnes l’ont demandé pour l’instant, dont vous/);
    await one.post('/je-viendrais', { ...answer, seats: '1', 'day-5': '' });
    const other = await (await one.get(`/film/${AMELIE}`)).text();
    assert.match(other, /<option value="23096" selected[^>]*>Guéret/);
    const list = await (await one.get('/ma-liste')).text();
    assert.match(list, /Vos films attendus/);
    assert.match(list, /Vous viendriez de Guéret, sans autre personne, n’importe quel jour/);
    await one.post('/je-viendrais', { film: DINNER, off: '1', back: '/ma-liste' });
    assert.doesNotMatch(await (await one.get('/ma-liste')).text(), /Vos films attendus/);
    assert.deepEqual(await kept.state.db.selectFrom('wish').selectAll().execute(), []);
  });

  it('counts people and seats aloud from five on, and no flood', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await people(kept.state.db, 4);
    assert.match(await (await one.get(`/film/${DINNER}?a=1`)).text(), /Moins de 5 personnes l’ont demandé/);
    await people(kept.state.db, 1);
    assert.match(
      await (await one.get(`/film/${DINNER}?a=2`)).text(),
      /5\s+personnes viendraient voir ce film\s*: 10\s+places/,
    );
    await people(kept.state.db, 40);
    const flooded = await (await one.get(`/film/${DINNER}?a=3`)).text();
    assert.match(flooded, /10\s+personnes viendraient voir ce film/);
    assert.match(flooded, /Le seuil de 10 personnes est atteint/);
    await setHouseValue(kept.state.db, 'wish-threshold', '25');
    assert.match(await (await one.get(`/film/${DINNER}?a=4`)).text(), /À partir de 25 personnes/);
  });

  it('asks for what is missing, and refuses what no form of ours sends', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const missing = await one.post('/je-viendrais', { ...answer, commune: '' });
    assert.match(missing.headers.get('Location') ?? '', /wish=commune#je-viendrais/);
    assert.match(await (await one.get(missing.headers.get('Location') ?? '')).text(), /Il manque votre commune/);
    for (const wrong of [
      { commune: '75056' },
      { commune: '<b>' },
      { seats: '0' },
      { seats: '10' },
      { seats: '2.5' },
      { seats: '' },
      { film: 'tt' },
    ])
      assert.equal((await one.post('/je-viendrais', { ...answer, ...wrong })).status, 400);
    assert.equal((await one.post('/je-viendrais', { ...answer, film: 'tt99999999' })).status, 404);
    assert.equal((await one.post('/je-viendrais', answer, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
    const away = await one.post('/je-viendrais', { ...answer, back: 'https://elsewhere.test/' });
    assert.equal(away.headers.get('Location'), `/film/${DINNER}?wish=made#je-viendrais`);
    assert.equal((await kept.state.db.selectFrom('wish').selectAll().execute()).length, 1);
  });

  it('stands for fifty films at most, and says so', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await one.post('/je-viendrais', answer);
    const [row] = await kept.state.db.selectFrom('wish').select('visitor').execute();
    assert.ok(row !== undefined);
    for (let at = 1; at < mostWishes; at++) {
      const film = asFilmId(`tt${String(at).padStart(7, '0')}`) ?? assert.fail();
      await setWish(kept.state.db, row.visitor, { film, commune: GUERET, days: [], seats: 1 });
    }
    const full = await one.post('/je-viendrais', { ...answer, film: AMELIE, back: `/film/${AMELIE}` });
    assert.match(
      await (await one.get(full.headers.get('Location') ?? '')).text(),
      /Vous avez déjà 50 films en attente/,
    );
  });

  it('is slowed down when one address says it again and again', async () => {
    await using kept = await keepingApp();
    const statuses: number[] = [];
    for (let at = 0; at < 62; at++) statuses.push((await browserOf(kept.app).post('/je-viendrais', answer)).status);
    assert.equal(statuses.at(-1), 429);
    const film = await (await browserOf(kept.app).get(`/film/${DINNER}`)).text();
    assert.match(film, /10\s+personnes viendraient/);
  });

  it('leads to the showings when the film is on the programme nearby', async () => {
    await using kept = await keepingApp();
    await show(kept.state.db, Temporal.Now.instant().add({ hours: 30 }));
    const html = await (await browserOf(kept.app).get(`/film/${DINNER}`)).text();
    assert.match(html, /Au cinéma près d’ici/);
    assert.equal(html.split(`href="/seance/${SHOWING}"`).length, 2, 'told once');
    assert.match(html, /Un autre jour, un autre endroit/);
    assert.doesNotMatch(html, /Personne ne l’a encore demandé/);
  });

  it('shows what is most awaited, mine first, and names no film of fewer than five', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await people(kept.state.db, 4, AMELIE);
    assert.match(await (await one.get('/envies')).text(), /Aucun film n’est encore attendu par 5 personnes/);
    await people(kept.state.db, 7);
    await one.post('/je-viendrais', { ...answer, film: AMELIE });
    await kept.state.db.deleteFrom('wish').where('film', '=', AMELIE).where('seats', '=', 2).execute();
    const html = await (await one.get('/envies')).text();
    const [mine = '', most = ''] = html.split('id="most-awaited"');
    assert.match(mine, /Vous viendriez de Guéret, à 3/);
    assert.match(most, /<strong>7\s+personnes<\/strong>/);
    assert.doesNotMatch(most, new RegExp(AMELIE));
    assert.match(most, /encore 3\s+personnes avant le seuil/);
    assert.match(await (await one.get('/en/envies')).text(), /you wait for/);
  });

  it('leaves the page of a film standing when the memory fails', async (context) => {
    context.mock.method(console, 'error', () => {});
    await using kept = await keepingApp();
    await kept.state[Symbol.asyncDispose]();
    const html = await kept.app.request(`/film/${DINNER}`);
    assert.equal(html.status, 200);
    assert.doesNotMatch(await html.text(), /je-viendrais/);
  });
});

describe('the demand board', () => {
  it('is for the programmer alone', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    for (const path of ['/equipe/demande', '/equipe/demande.csv']) assert.equal((await one.get(path)).status, 303);
    assert.equal((await one.post('/equipe/demande', { showing: SHOWING, sold: '1' })).status, 303);
    const cookie = `__Host-staff=${await signInStaff(kept.state.db, ['programmer'])}`;
    const answered = await one.get('/equipe/demande', { Cookie: cookie });
    assert.equal(answered.status, 200);
    assert.equal(answered.headers.get('Cache-Control'), 'no-store');
    assert.match(await answered.text(), /Aucun film n’est encore attendu par 5 personnes/);
  });

  it('shows seats with an interval, names no small commune, and takes what it tells away', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    await venue(db);
    await people(db, 8);
    await people(db, 2, DINNER, '23001');
    await people(db, 4, AMELIE);
    const headers = { Cookie: `__Host-staff=${await signInStaff(db, ['manager'])}` };
    const one = browserOf(kept.app);
    const board = await (await one.get('/equipe/demande', headers)).text();
    assert.match(board, /Le Dîner de cons/);
    assert.match(board, /<strong>\d+ à \d+ \(\d+ en moyenne\)<\/strong>/);
    assert.match(board, /Non montrés, car attendus par moins de 5 personnes\s*: 1\s+film/);
    assert.doesNotMatch(board, new RegExp(AMELIE));
    const detail = await (await one.get(`/equipe/demande?film=${DINNER}`, headers)).text();
    assert.match(detail, /Plusieurs communes/);
    assert.doesNotMatch(detail, /Ahun/);
    const hidden = await (await one.get(`/equipe/demande?film=${AMELIE}`, headers)).text();
    assert.match(hidden, /moins de 5/);
    assert.doesNotMatch(hidden, /Amélie/);
    const file = await one.get('/equipe/demande.csv', headers);
    assert.match(file.headers.get('Content-Disposition') ?? '', /demand_\d{4}-\d\d-\d\d\.csv/);
    const csv = await file.text();
    assert.match(csv, /^film-id;film;people;seats-asked;expected-low;expected-high/m);
    assert.match(csv, /^tt0119038;[^;]*;10;20;\d+;\d+;\d+(?:,\d)?;Le Phare;/m);
    assert.match(csv, /# Sources?;/);
    const places = await (await one.get('/equipe/demande.csv?table=demand-places', headers)).text();
    assert.match(places, /^tt0119038;[^;]*;;Plusieurs communes;10;20/m);
    assert.doesNotMatch(places, /Ahun|23001/);
  });

  it('learns from the counts of past showings, and refuses counts that cannot be', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    await people(db, 6);
    await db.updateTable('wish').set({ at: '2026-01-01T00:00:00.000Z' }).execute();
    await show(db, Temporal.Now.instant().subtract({ hours: 20 }));
    const headers = { Cookie: `__Host-staff=${await signInStaff(db, ['programmer'])}` };
    const one = browserOf(kept.app);
    assert.match(await (await one.get('/equipe/demande', headers)).text(), /cette part est un choix/);
    const counted = { showing: SHOWING, sold: '31', came: '4' };
    for (const wrong of [{ sold: '-1' }, { sold: '3' }, { sold: '3,5' }, { sold: '' }, { came: 'x' }]) {
      const refused = await one.post('/equipe/demande', { ...counted, ...wrong }, headers);
      assert.match(refused.headers.get('Location') ?? '', /said=refused#combien/);
    }
    assert.equal((await one.post('/equipe/demande', { ...counted, showing: 'x'.repeat(22) }, headers)).status, 400);
    const saved = await one.post('/equipe/demande', counted, headers);
    const html = await (await one.get(saved.headers.get('Location') ?? '', headers)).text();
    assert.match(html, /C’est enregistré/);
    assert.match(html, /Apprise de 1\s+film compté ici/);
    assert.deepEqual(await db.selectFrom('attendance').select(['sold', 'came', 'parties']).execute(), [
      { sold: 31, came: 4, parties: '0,6,0,0,0,0,0,0,0' },
    ]);
  });
});

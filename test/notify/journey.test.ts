import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { asFilmId, asShowingId } from '#brand.ts';
import { openAlerts } from '#alerts.ts';
import { openChannels } from '#notify/channels/open-channels.ts';
import { startDelivery, type Delivery } from '#notify/deliver/start-delivery.ts';
import { customerOfEmail } from '#state/customers.ts';
import { setHouseValue } from '#state/house.ts';
import type { State } from '#state/open-state.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { createApp } from '#web/app.ts';
import { applyImport, beginImport } from '#programme/imports.ts';
import { readBytes } from '#cli/import-programme.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { seededVenues } from '../helpers/seed-programme.ts';
import { browserOf } from '../helpers/web-visitor.ts';
import { until } from '../helpers/until.ts';
import { onBothEngines } from '../state/engines.ts';
import { listVenues, putVenue } from '#state/venues.ts';
import { mailSink } from './mail-sink.ts';
import { putPerson } from './people.ts';

const film = asFilmId('tt0119038') ?? assert.fail();
const lanterne = await starterLanterne();
const origin = 'http://films.test';
const people = 24;

onBothEngines('the whole journey, with two workers', ({ open, engine }) => {
  test('a wish, its confirmation, an import, one alert each, its showing, the end of it', async () => {
    const state = await open();
    const { db } = state;
    await using sink = await mailSink();
    const config = { ...lanterne.config, origin, smtpUrl: sink.url, mailFrom: 'alertes@films.example' };
    const app = createApp(() => ({ ...lanterne, config }), state);
    for (const key of ['quiet-from', 'quiet-until']) await setHouseValue(db, key, '12:00');
    for (const venue of seededVenues) await putVenue(db, venue);
    await using channels = openChannels(db, config);
    const alerts = openAlerts(() => lanterne, state, config);
    const worker = (name: string): Promise<Delivery> =>
      startDelivery({
        db,
        worker: name,
        channels: channels.byName,
        mailsASecond: 1000,
        compose: (row, to) => alerts.compose(row, to),
        poll: 20,
      });
    await using one = await worker('one');
    await using other = await worker('other');
    const sent = async (letters: number) => {
      await until(() => sink.taken.length >= letters, `${letters} letters did not come`);
      await Promise.all([one.drained(), other.drained()]);
      assert.equal(sink.taken.length, letters);
    };

    const browser = browserOf(app);
    const fields = { film, commune: '23096', seats: '2' };
    assert.ok((await browser.post('/je-viendrais', fields)).status < 400);
    const form = await (await browser.get(`/alertes?film=${film}`)).text();
    const at = /name="at" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await new Promise((resolve) => setTimeout(resolve, 1600)); // a form that is sent sooner is a robot's
    const asked = { at, film, email: 'anne@exemple.test', 'wish.email': 'on', commune: '23096', radius: '30' };
    assert.ok((await browser.post('/alertes', asked)).status < 400);
    await sent(1);
    const confirm = await linkIn(sink.taken[0]?.raw, '/compte/confirmer/');
    assert.equal((await browser.get(confirm)).status, 200);
    assert.ok((await browser.post(confirm, {})).status < 400);

    for (let number = 1; number < people; number++) await putPerson(db, number, { wishes: [film] });
    await putPerson(db, 99, { wishes: [asFilmId('tt0060474') ?? assert.fail()] });
    await importOne(state, 'Le Dîner de cons');
    assert.equal(await alerts.matchAfterImport({ settle: 0 }), people);
    one.wake();
    other.wake();
    await sent(1 + people);
    assert.equal(new Set(sink.taken.map(({ to }) => to)).size, people, 'each once, and nobody else');
    assert.equal(await alerts.matchAfterImport({ settle: 0 }), 0);

    const alert = sink.taken.find(({ to }, number) => number > 0 && to === 'anne@exemple.test');
    const page = await browser.get(await linkIn(alert?.raw, '/seance/'));
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Le Dîner de cons[\s\S]*Salle des Tilleuls/);
    const customer = (await customerOfEmail(db, 'anne@exemple.test')) ?? assert.fail();
    const end = /^List-Unsubscribe:\s*<([^>]+)>/im.exec(unfolded(alert?.raw))?.[1] ?? '';
    const { pathname } = new URL(end);
    const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    assert.equal((await app.request(`${origin}${pathname}`)).status, 200);
    assert.equal((await subscriptionsOf(db, customer.id)).length, 1);
    assert.equal((await app.request(`${origin}${pathname}`, click)).status, 200);
    assert.deepEqual(await subscriptionsOf(db, customer.id), []);
    if (engine === 'postgresql') {
      const workers = await db.selectFrom('attempt').select('worker').distinct().execute();
      assert.equal(workers.length, 2, 'both workers had letters');
    }
  });
});

/** One showing, nine days from now in the first hall, as the command imports it. */
async function importOne({ db }: State, title: string): Promise<void> {
  const now = Temporal.Now.instant();
  const day = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 9 });
  const text = `lieu;date;heure;titre;année\nSalle des Tilleuls;${day};20h30;${title};1998\n`;
  const venues = await listVenues(db);
  const reading = readBytes(new TextEncoder().encode(text), { file: 'one.csv', format: undefined, venues, now });
  const input = { reading, venue: null, announceUnknown: false, choices: {} };
  const id = await beginImport(db, input, { source: 'one.csv', author: null, mode: 'add', now });
  await applyImport(db, lanterne, id, { now });
  const [showing] = await db.selectFrom('showing').select('id').execute();
  assert.ok(asShowingId(showing?.id ?? '') !== null);
}

const unfolded = (raw = ''): string => raw.replaceAll(/\r?\n[ \t]+/g, '');

/** The path of a link of ours in a letter. */
async function linkIn(raw: string | undefined, path: string): Promise<string> {
  const { text = '' } = await PostalMime.parse(raw ?? '');
  const link = text.match(/https?:\/\/\S+/g)?.find((one) => one.includes(path)) ?? assert.fail(`no ${path}: ${text}`);
  return new URL(link).pathname;
}

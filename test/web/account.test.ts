import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import { alertKinds } from '#state/tables/customers.ts';
import { consentsOf } from '#state/consent.ts';
import { customerOfEmail } from '#state/customers.ts';
import { devicesOf } from '#state/devices.ts';
import { agreeToPush } from '#state/push-consent.ts';
import { keepPushDevice } from '#state/push-subscriptions.ts';
import { linkKeyOf, signLink } from '#state/signed-links.ts';
import { refusalsSince } from '#state/refusals.ts';
import { suppressAddress } from '#state/suppression.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { stampOf, takenItsTime } from '#web/account/form-stamp.ts';
import { lastLetter } from '../state/people.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const anne = 'anne@exemple.fr';
type Browser = ReturnType<typeof browserOf>;

const form = async (
  { state: { db } }: KeepingApp,
  fields: Record<string, string> = {},
): Promise<Record<string, string>> => ({
  at: stampOf(await linkKeyOf(db), Temporal.Now.instant().subtract({ seconds: 5 })),
  email: anne,
  'wish.email': 'on',
  commune: '23096',
  radius: '30',
  ...fields,
});

/** Asks in this browser, and types the code of the letter. */
async function enter(kept: KeepingApp, browser: Browser, fields: Record<string, string> = {}): Promise<Response> {
  assert.equal((await browser.post('/alertes', await form(kept, fields))).headers.get('Location'), '/compte/code');
  const { code } = await lastLetter(kept.state.db);
  return browser.post('/compte/code', { code });
}

const told = async (kept: KeepingApp): Promise<Record<string, number>> =>
  Object.fromEntries((await refusalsSince(kept.state.db, '2000-01-01')).map(({ reason, count }) => [reason, count]));

const preferences = {
  'digest.email': 'on',
  commune: '',
  radius: '30',
  language: 'fr',
  cap: '2',
  'quiet-from': '22:00',
  'quiet-until': '07:30',
  'paused-until': '',
  name: 'Anne',
};

describe('an account', () => {
  it('is asked for, confirmed by the code, and leads back to the film', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = browserOf(kept.app);
    const empty = await (await browser.get('/alertes?film=tt0119038')).text();
    assert.doesNotMatch(empty, / checked/);
    assert.match(empty, /Le Dîner de cons/);
    const answer = await enter(kept, browser, { film: 'tt0119038' });
    assert.equal(answer.headers.get('Location'), '/alertes?done=confirmed&film=tt0119038#done');
    const page = await (await browser.get('/alertes?done=confirmed&film=tt0119038')).text();
    assert.match(page, /Revenir au film/);
    assert.match(page, /id="wish.email"[^>]*checked/);
    assert.doesNotMatch(page, /id="digest.email"[^>]*checked/);
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    const [, asked] = await consentsOf(db, customer.id);
    const shown = /<legend>([^<]*)<\/legend>/.exec(empty)?.[1];
    assert.ok(shown !== undefined && asked?.wording.startsWith(shown), 'what was shown is what is kept');
  });

  it('answers the same whether an address is known, new or suppressed', async () => {
    await using kept = await keepingApp();
    await enter(kept, browserOf(kept.app));
    await kept.state.db
      .insertInto('suppression')
      .values({
        address_hash: (await import('#state/address-hash.ts')).addressHash('gone@exemple.fr'),
        reason: 'bounced',
        detail: '',
        at: '',
      })
      .execute();
    const seen = new Set<string>();
    for (const email of [anne, 'new@exemple.fr', 'gone@exemple.fr']) {
      const browser = browserOf(kept.app);
      const answer = await browser.post('/alertes', await form(kept, { email }));
      const page = await (await browser.get('/compte/code')).text();
      seen.add(`${answer.status} ${answer.headers.get('Location')} ${[...browser.cookies.keys()].join()} ${page}`);
    }
    assert.equal(seen.size, 1);
    assert.equal((await kept.state.db.selectFrom('outbox').select('id').execute()).length, 3);
  });

  it('link: scanners change nothing, its button does it once, another browser too', async () => {
    await using kept = await keepingApp();
    const browser = browserOf(kept.app);
    await browser.post('/alertes', await form(kept));
    const { path } = await lastLetter(kept.state.db);
    const before = await kept.state.db.selectFrom('sign_in').selectAll().execute();
    for (const method of ['HEAD', 'GET', 'GET'])
      assert.equal((await kept.app.request(`http://films.test${path}`, { method })).status, 200);
    assert.deepEqual(await kept.state.db.selectFrom('sign_in').selectAll().execute(), before);
    const phone = browserOf(kept.app);
    assert.equal(
      (await phone.post(path, {}, { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' })).status,
      403,
    );
    const page = await (await phone.get(path)).text();
    assert.match(page, /a…@exemple\.fr/);
    assert.doesNotMatch(page, /anne@/);
    assert.equal((await phone.post(path, {})).status, 303);
    assert.match(await (await phone.get('/alertes')).text(), /anne@exemple\.fr/);
    assert.equal((await phone.post(path, {})).status, 410);
    assert.equal((await phone.get(path)).status, 410);
    for (const forged of ['/compte/confirmer/x', `${path}A`, '/compte/confirmer/AAAAAAAAAAAAAAAAAAAAAA'])
      for (const answer of [await phone.get(forged), await phone.post(forged, {})]) assert.equal(answer.status, 404);
    assert.equal((await told(kept))['bad-link'], 4);
  });

  it('code: ten tries, another browser, no letter', async () => {
    await using kept = await keepingApp();
    const browser = browserOf(kept.app);
    await browser.post('/alertes', await form(kept));
    const { code } = await lastLetter(kept.state.db);
    const other = browserOf(kept.app);
    assert.equal((await other.get('/compte/code')).status, 303);
    assert.equal((await other.post('/compte/code', { code })).status, 410);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const statuses: number[] = [];
    for (let at = 0; at < 10; at++)
      statuses.push((await browser.post('/compte/code', { code: at < 5 ? wrong : code })).status);
    assert.deepEqual(statuses, [422, 422, 422, 422, ...Array<number>(6).fill(410)]);
    assert.equal((await told(kept))['bad-code'], 11);
    assert.equal((await customerOfEmail(kept.state.db, anne))?.confirmed, null);
  });

  it('is refused to robots, to what is no address, and to a flood, each with a sentence, counted', async () => {
    await using kept = await keepingApp((one) => ({
      ...one,
      config: { ...one.config, proxied: true, writesAMinute: 100_000 },
    }));
    const from = (address: string): Record<string, string> => ({ 'X-Forwarded-For': address });
    const browser = browserOf(kept.app);
    const key = await linkKeyOf(kept.state.db);
    const robots = [{ reference: 'buy' }, { at: stampOf(key) }, { at: '' }, { at: '1700000000000.forged' }];
    for (const fields of robots) {
      const answer = await browser.post('/alertes', await form(kept, fields), from('192.0.2.1'));
      assert.equal(answer.status, 422);
      const page = await answer.text();
      assert.match(page, /robot/);
      assert.match(page, /value="anne@exemple.fr"/);
    }
    const bad = [
      '',
      'anne',
      'anne@exemple',
      'a b@exemple.fr',
      'anne@exemple.fr\r\nBcc: zoe@exemple.fr',
      'anne@exemple.fr\u0000',
      'anne\u2028@exemple.fr',
      '"a\nb"@exemple.fr',
      `${'a'.repeat(70)}@exemple.fr`,
      '<anne@exemple.fr>',
      'anne@exemple.fr,zoe@exemple.fr',
      'anne@[192.0.2.1]',
      'anne@-exemple.fr',
    ];
    for (const email of bad) {
      const answer = await browser.post('/alertes', await form(kept, { email }), from('192.0.2.2'));
      assert.equal(answer.status, 422, JSON.stringify(email));
    }
    assert.deepEqual(await kept.state.db.selectFrom('customer').select('id').execute(), []);
    let [letters, refused] = [0, 0];
    for (let at = 0; at < 60; at++) {
      const answer = await browser.post(
        at % 2 === 0 ? '/alertes' : '/en/alertes',
        await form(kept, { email: `a${at}@exemple.fr` }),
        from('192.0.2.3'),
      );
      if (answer.status === 303) letters++;
      else refused++;
      if (answer.status === 429) assert.match(await answer.text(), /Trop de demandes/);
    }
    assert.deepEqual([letters, refused], [30, 30]);
    assert.equal((await browser.post('/alertes', await form(kept), from('192.0.2.4'))).status, 303);
    assert.deepEqual(await told(kept), { 'bad-address': 13, 'like-a-robot': 4, 'sign-ups-from-one-address': 30 });
    for (const fields of [{ commune: '99999' }, { radius: '7' }])
      assert.equal((await browser.post('/alertes', await form(kept, fields), from('192.0.2.5'))).status, 400);
  });

  it('a thousand sign-ups from one address: thirty letters, the rest refused with a sentence and counted, the others served', async () => {
    await using kept = await keepingApp((one) => ({
      ...one,
      config: { ...one.config, proxied: true, writesAMinute: 100_000 },
    }));
    const browser = browserOf(kept.app);
    const statuses = new Map<number, number>();
    let sentence = '';
    for (let at = 0; at < 1000; at++) {
      const fields = await form(kept, { email: `a${at}@exemple.fr` });
      const answer = await browser.post('/alertes', fields, { 'X-Forwarded-For': '192.0.2.9' });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 429 && sentence === '') sentence = await answer.text();
    }
    assert.deepEqual(Object.fromEntries(statuses), { 303: 30, 429: 970 });
    assert.match(sentence, /Trop de demandes/);
    assert.deepEqual(await told(kept), { 'sign-ups-from-one-address': 970 });
    assert.equal((await kept.state.db.selectFrom('outbox').select('id').execute()).length, 30);
    const other = { 'X-Forwarded-For': '192.0.2.10' };
    assert.equal((await browser.post('/alertes', await form(kept), other)).status, 303);
  });

  it('stamps are ours, old enough, and not too old', async () => {
    const key = Buffer.alloc(32, 7);
    const now = Temporal.Instant.from('2026-11-21T12:00:00Z');
    const stamp = stampOf(key, now);
    assert.deepEqual(
      [0, 1499, 1500, 86_400_000, 8 * 86_400_000, -5].map((milliseconds) =>
        takenItsTime(key, stamp, now.add({ milliseconds })),
      ),
      [false, false, true, true, false, false],
    );
    assert.ok(!takenItsTime(Buffer.alloc(32, 8), stamp, now.add({ seconds: 9 })));
  });
});

describe('preferences', () => {
  it('take the hour of the house for the quiet hour that was left empty', async () => {
    await using kept = await keepingApp();
    const browser = browserOf(kept.app);
    await enter(kept, browser);
    const hours = async (fields: Record<string, string>): Promise<unknown> => {
      assert.equal((await browser.post('/alertes/preferences', { ...preferences, ...fields })).status, 303);
      const customer = await customerOfEmail(kept.state.db, anne);
      return [customer?.quietFrom, customer?.quietUntil];
    };
    assert.deepEqual(await hours({ 'quiet-until': '' }), [22 * 60, 8 * 60 + 30]);
    assert.deepEqual(await hours({ 'quiet-from': '' }), [21 * 60, 7 * 60 + 30]);
    assert.deepEqual(await hours({ 'quiet-from': '', 'quiet-until': '' }), [null, null]);
  });

  it('take hours and days as they are typed, and show all that was typed again when one cannot be read', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = browserOf(kept.app);
    await enter(kept, browser);
    const before = await customerOfEmail(db, anne);
    assert.ok(before !== null);
    const year = Temporal.Now.plainDateISO().year + 1;
    const mine = { ...preferences, 'wish.email': 'on', commune: '23096', radius: '45', cap: '3' };
    for (const [name, typed, said] of [
      ['quiet-from', '25:00', /pas d’heure dans «\u00a025:00\u00a0»/],
      ['quiet-until', 'tôt', /pas d’heure dans «\u00a0tôt\u00a0»/],
      ['paused-until', `${year}-02-30`, /pas faire de pause/],
      ['paused-until', '9999-01-01', /pas faire de pause/],
      ['paused-until', '2020-01-01', /pas faire de pause/],
      ['name', 'https://spam.test', /pas garder le nom/],
    ] as const) {
      const answer = await browser.post('/alertes/preferences', { ...mine, [name]: typed });
      assert.equal(answer.status, 422);
      const page = await answer.text();
      assert.match(page, said);
      assert.match(page, /role="alert"[^>]*>Rien n’est encore enregistré/);
      assert.match(page, new RegExp(`value="${typed}"[^>]*aria-describedby="${name}-wrong[^>]*aria-invalid="true"`));
      assert.match(page, /id="wish\.email"[^>]* checked/);
      assert.match(page, /value="23096" selected/);
      assert.match(page, /value="45" selected/);
      assert.match(page, /value="3" selected/);
    }
    assert.deepEqual(await customerOfEmail(db, anne), before);
    const key = await linkKeyOf(db);
    const link = `/alertes/lien/${signLink(key, { purpose: 'preferences', customer: before.id })}`;
    const refused = await browserOf(kept.app).post(link, { ...mine, 'quiet-from': '<b>' });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /«\u00a0&lt;b>\u00a0»/);
    const typed = { 'quiet-from': '21h30', 'quiet-until': '8 h', 'paused-until': `25/12/${year}` };
    assert.equal((await browser.post('/alertes/preferences', { ...mine, ...typed })).status, 303);
    const after = await customerOfEmail(db, anne);
    assert.deepEqual([after?.quietFrom, after?.quietUntil, after?.weekCap], [21 * 60 + 30, 8 * 60, 3]);
    assert.equal(after?.pausedUntil, `${year}-12-24T23:00:00.000Z`);
  });

  it('are kept, in the account and by a link, each change with what was shown', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = browserOf(kept.app);
    assert.equal((await browser.post('/alertes/preferences', preferences)).headers.get('Location'), '/alertes');
    await enter(kept, browser);
    assert.equal((await browser.post('/alertes/preferences', preferences)).status, 303);
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    assert.deepEqual(
      [customer.name, customer.commune, customer.radius, customer.weekCap, customer.quietFrom, customer.quietUntil],
      ['Anne', null, null, 2, 1320, 450],
    );
    assert.deepEqual(await subscriptionsOf(db, customer.id), [{ kind: 'digest', channel: 'email' }]);
    for (const wrong of [{ name: 'Anne\r\nBcc: x' }, { name: 'a'.repeat(81) }, { name: 'https://spam.test' }])
      assert.equal((await browser.post('/alertes/preferences', { ...preferences, ...wrong })).status, 422);
    for (const wrong of [{ cap: '99' }, { language: 'de' }, { commune: 'x' }, { radius: '7' }])
      assert.equal((await browser.post('/alertes/preferences', { ...preferences, ...wrong })).status, 400);
    assert.deepEqual(await customerOfEmail(db, anne), customer);
    const key = await linkKeyOf(db);
    const link = `/alertes/lien/${signLink(key, { purpose: 'preferences', customer: customer.id })}`;
    const reader = browserOf(kept.app);
    const page = await (await reader.get(link)).text();
    assert.match(page, /a…@exemple\.fr/);
    for (const hidden of [/anne@/, /name="name"/, /appareils/, /adresse de courriel/])
      assert.doesNotMatch(page, hidden);
    const summer = Temporal.Now.plainDateISO().add({ days: 20 }).toString();
    const saved = await reader.post(link, { ...preferences, 'wish.email': 'on', 'paused-until': summer, name: 'Zoe' });
    assert.equal(saved.status, 303);
    assert.deepEqual([...reader.cookies.keys()], [], 'it signs nobody in');
    const after = await customerOfEmail(db, anne);
    assert.equal(after?.name, 'Anne');
    assert.ok(
      after?.pausedUntil?.startsWith(Temporal.PlainDate.from(summer).subtract({ days: 1 }).toString()),
      'midnight in Paris',
    );
    assert.deepEqual(
      (await consentsOf(db, customer.id)).slice(-3).map((one) => `${one.kind} ${one.action} ${one.source}`),
      ['digest given page', 'wish withdrawn page', 'wish given link'],
    );
    for (const token of [
      'x',
      `${link.split('/').at(-1)}A`,
      signLink(Buffer.alloc(32), { purpose: 'preferences', customer: customer.id }),
      signLink(key, { purpose: 'unsubscribe', customer: customer.id, kind: 'all', channel: 'email' }),
    ])
      for (const answer of [
        await reader.get(`/alertes/lien/${token}`),
        await reader.post(`/alertes/lien/${token}`, preferences),
      ])
        assert.equal(answer.status, 404);
  });

  it('end by one click without cookie or origin; opening the page ends nothing', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    await enter(kept, browserOf(kept.app), Object.fromEntries(alertKinds.map((kind) => [`${kind}.email`, 'on'])));
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    const key = await linkKeyOf(db);
    const tokenOf = (kind: 'digest' | 'all'): string =>
      signLink(key, { purpose: 'unsubscribe', customer: customer.id, kind, channel: 'email' });
    const path = `/desabonner/${tokenOf('digest')}`;
    const before = await consentsOf(db, customer.id);
    for (const method of ['GET', 'HEAD', 'GET'])
      assert.equal((await kept.app.request(`http://films.test${path}`, { method })).status, 200);
    assert.deepEqual(await consentsOf(db, customer.id), before);
    const click = (at: string, body: string): Response | Promise<Response> =>
      kept.app.request(`http://films.test${at}`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Host: 'films.test' },
      });
    for (let at = 0; at < 3; at++) assert.equal((await click(path, 'List-Unsubscribe=One-Click')).status, 200);
    assert.deepEqual(
      (await subscriptionsOf(db, customer.id)).map(({ kind }) => kind),
      ['wish', 'new', 'last-days'],
    );
    assert.deepEqual(
      (await consentsOf(db, customer.id)).slice(before.length).map((one) => `${one.kind} ${one.action} ${one.source}`),
      ['digest withdrawn header'],
    );
    for (const forged of [`${path}A`, path.slice(0, -1), '/desabonner/x', `/desabonner/${'x'.repeat(300)}`]) {
      assert.equal((await click(forged, 'List-Unsubscribe=One-Click')).status, 404);
      assert.equal((await kept.app.request(`http://films.test${forged}`)).status, 404);
    }
    assert.equal((await told(kept))['bad-link'], 4);
    const all = `/desabonner/${tokenOf('all')}`;
    const reader = browserOf(kept.app);
    const done = await (await reader.post(`/en${all}`, {})).text();
    assert.match(done, /no longer receive any alert/);
    assert.deepEqual(await subscriptionsOf(db, customer.id), []);
    assert.equal((await click(`${all}/annuler`, 'kinds=wish')).status, 403, 'taking it up again is for our own pages');
    assert.equal((await reader.post(`${all}/annuler`, { kinds: 'wish,new,bogus' })).status, 200);
    assert.deepEqual(
      (await subscriptionsOf(db, customer.id)).map(({ kind }) => kind),
      ['wish', 'new'],
    );
    assert.equal((await reader.post(`${path}/annuler`, { kinds: 'wish,digest' })).status, 200);
    assert.deepEqual(
      (await subscriptionsOf(db, customer.id)).map(({ kind }) => kind),
      ['wish', 'digest', 'new'],
    );
  });
});

describe('the rights', () => {
  it('devices, another address, the data, the end', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const [one, two] = [browserOf(kept.app), browserOf(kept.app)];
    await enter(kept, one);
    await enter(kept, two);
    const page = await (await one.get('/alertes')).text();
    const [, device = ''] = /name="device" value="([\da-f]{64})"/.exec(page) ?? [];
    assert.equal((await one.post('/compte/appareils', { do: 'bogus' })).status, 400);
    await one.post('/compte/appareils', { do: 'out', device });
    assert.match(await (await two.get('/alertes')).text(), /Recevoir la lettre/);
    assert.equal((await one.post('/compte/adresse', { email: 'a\nb@exemple.fr' })).status, 422);
    assert.equal((await one.post('/compte/adresse', { email: 'anne@ailleurs.fr' })).status, 303);
    await one.post('/compte/code', { code: (await lastLetter(db)).code });
    assert.match(await (await one.get('/alertes')).text(), /anne@ailleurs\.fr/);
    assert.match(await (await one.get('/mes-donnees')).text(), /anne@ailleurs\.fr/);
    const json = await (await one.get('/mes-donnees.json')).json();
    assert.equal(json.account.email, 'anne@ailleurs.fr');
    const zip = unzipSync(new Uint8Array(await (await one.get('/mes-donnees.zip')).arrayBuffer()));
    assert.deepEqual(JSON.parse(strFromU8(zip['lanterne.json'] ?? new Uint8Array())), json);
    assert.match(strFromU8(zip['account-consents.csv'] ?? new Uint8Array()), /^kind,channel,action,wording/);
    assert.equal((await one.post('/mes-donnees/effacer', {})).status, 303);
    assert.deepEqual([...one.cookies.keys()], []);
    for (const table of ['customer', 'visitor', 'consent', 'sign_in', 'subscription'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
    assert.equal((await two.get('/mes-donnees.zip')).status, 303);
  });

  it('another address is given by who showed of late that it is their account, or whom no letter reaches', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const one = browserOf(kept.app);
    await enter(kept, one);
    const visitor = one.cookies.get('__Host-visitor') ?? '';
    const lapsed = { Cookie: `__Host-visitor=${visitor}` };
    assert.match(await (await one.get('/alertes')).text(), /action="\/compte\/adresse"/);
    const page = await (await one.get('/alertes', lapsed)).text();
    assert.doesNotMatch(page, /action="\/compte\/adresse"/);
    assert.match(page, /action="\/compte\/prouver"[^]*Demandez à la maison/);
    const refused = await one.post('/compte/adresse', { email: 'voleur@ailleurs.fr' }, lapsed);
    assert.equal(refused.headers.get('location'), '/alertes?done=prove#done');
    const letters = await db.selectFrom('outbox').select('recipient').where('kind', '=', 'account').execute();
    assert.equal(letters.length, 1, 'nothing left');
    await suppressAddress(db, anne, { reason: 'complained' });
    assert.match(await (await one.get('/alertes', lapsed)).text(), /action="\/compte\/adresse"/);
    const given = await one.post('/compte/adresse', { email: 'anne@ailleurs.fr' }, lapsed);
    assert.equal(given.headers.get('location'), '/compte/code');
  });

  it('a channel that came after the page keeps what was asked of it when the page is shown again', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const one = browserOf(kept.app);
    await enter(kept, one);
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    await db
      .insertInto('subscription')
      .values({ customer: customer.id, kind: 'wish', channel: 'push', at: '2026-11-21T12:00:00.000Z' })
      .execute();
    const sent = { ...preferences, channels: 'email', name: 'https://x.test' };
    const page = await (await one.post('/alertes/preferences', sent)).text();
    assert.match(page, /id="wish\.push"[^>]* checked/);
    assert.match(page, /id="digest\.email"[^>]* checked/);
    assert.doesNotMatch(page, /id="digest\.push"[^>]* checked/);
  });

  it('signing the last browser that is notified out is in the log, with the words of that button', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const one = browserOf(kept.app);
    await enter(kept, one);
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    const [own] = await devicesOf(db, customer.visitor);
    assert.ok(own);
    const device = { endpoint: 'https://push.example.org/a', p256dh: 'p', auth: 'a' };
    await keepPushDevice(db, customer.id, device, { browser: own.id });
    await agreeToPush(db, customer.id, { wording: 'Turn on', language: 'fr', first: true });
    await one.post('/compte/appareils', { do: 'here' });
    const last = (await consentsOf(db, customer.id)).at(-1);
    assert.deepEqual([last?.channel, last?.action, last?.wording], ['push', 'withdrawn', 'Me déconnecter ici']);
  });

  it('signing out here leaves the account', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    await enter(kept, one);
    await one.post('/compte/appareils', { do: 'here' });
    assert.deepEqual([...one.cookies.keys()], []);
    assert.ok((await customerOfEmail(kept.state.db, anne)) !== null);
  });
});

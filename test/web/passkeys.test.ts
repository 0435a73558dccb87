import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { customerOfEmail } from '#state/customers.ts';
import { refusalsSince } from '#state/refusals.ts';
import { eraseCustomer } from '#state/rights.ts';
import { visitorIdOf } from '#state/secret.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { suppressAddress } from '#state/suppression.ts';
import { stampOf } from '#web/account/form-stamp.ts';
import { lastLetter } from '../state/people.ts';
import { softAuthenticator, type Forged, type SoftAuthenticator } from '../helpers/authenticator.ts';
import { memberOf, signIn as signInStaff } from '../helpers/staff.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const anne = 'anne@exemple.fr';
const SITE = 'http://films.test';
type Browser = ReturnType<typeof browserOf>;

/** A browser that a letter let in. */
async function signedIn(kept: KeepingApp, email = anne, browser = browserOf(kept.app)): Promise<Browser> {
  const { db } = kept.state;
  const at = stampOf(await linkKeyOf(db), Temporal.Now.instant().subtract({ seconds: 5 }));
  await browser.post('/alertes', { at, email, 'wish.email': 'on', commune: '', radius: '30' });
  const { code } = await lastLetter(db);
  const answer = await browser.post('/compte/code', { code });
  assert.equal(answer.status, 303, await answer.text());
  return browser;
}

async function optionsOf(browser: Browser, path: string): Promise<{ challenge: string }> {
  const answer = await browser.post(path, {});
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return Object(await answer.json());
}

const add = async (browser: Browser, soft: SoftAuthenticator, forged: Forged = {}, label = ''): Promise<Response> =>
  browser.post('/compte/cle/nouvelle', {
    answer: soft.create(await optionsOf(browser, '/compte/cle/nouvelle/options'), forged),
    label,
  });

const enter = async (browser: Browser, soft: SoftAuthenticator, forged: Forged = {}): Promise<Response> =>
  browser.post('/compte/cle/entrer', { answer: soft.get(await optionsOf(browser, '/compte/cle'), forged) });

const pageOf = async (browser: Browser, path = '/alertes'): Promise<string> => (await browser.get(path)).text();
const isIn = async (browser: Browser): Promise<boolean> => (await pageOf(browser)).includes('Me déconnecter ici');

const refused = async ({ state: { db } }: KeepingApp): Promise<number> =>
  (await refusalsSince(db, '2000-01-01')).find(({ reason }) => reason === 'bad-passkey')?.count ?? 0;

/** A stamp of ours of some minutes ago, for the account and the browser given. */
async function proofOf(kept: KeepingApp, browser: Browser, minutes: number, email = anne): Promise<string> {
  const { db } = kept.state;
  const customer = await customerOfEmail(db, email);
  const own = visitorIdOf(browser.cookies.get('__Host-visitor') ?? '');
  const at = String(Temporal.Now.instant().epochMilliseconds - minutes * 60_000);
  const mac = createHmac('sha256', await linkKeyOf(db)).update(`proven.${customer?.id}.${own}.${at}`);
  return `${at}.${mac.digest('base64url')}`;
}

/** What this browser would get with other cookies beside its own. */
const withCookies = (browser: Browser, more: Readonly<Record<string, string>>): { Cookie: string } => ({
  Cookie: Object.entries({ ...Object.fromEntries(browser.cookies), ...more })
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
});

describe('a passkey of an account', () => {
  it('is added, named, comes in with, and is taken away; each change is told by a letter', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = await signedIn(kept);
    const empty = await pageOf(browser);
    assert.match(empty, /<section aria-labelledby="passkeys" hidden data-with-passkey/);
    const soft = softAuthenticator(SITE);
    const options = Object(await optionsOf(browser, '/compte/cle/nouvelle/options'));
    assert.deepEqual(
      [options.rp.id, options.user.name, options.authenticatorSelection.userVerification],
      ['films.test', anne, 'required'],
    );
    assert.equal(
      (await add(browser, soft, {}, ' Mon téléphone ')).headers.get('Location'),
      '/alertes?done=key-added#done',
    );
    const listed = await pageOf(browser);
    assert.match(listed, /<section aria-labelledby="passkeys"><h2/);
    assert.match(listed, /<strong>Mon téléphone<\/strong>.*pas encore utilisée/s);
    assert.deepEqual(
      Object(await optionsOf(browser, '/compte/cle/nouvelle/options')).excludeCredentials.map(
        (one: { id: string }) => one.id,
      ),
      [soft.id],
    );
    await browser.post('/compte/cles', { do: 'rename', key: soft.id, label: '<b>Tablette</b>' });
    assert.match(await pageOf(browser), /&lt;b>Tablette&lt;\/b>|&lt;b&gt;Tablette/);

    await browser.post('/compte/appareils', { do: 'here' });
    assert.equal(browser.cookies.has('__Host-proven'), false, 'signing out forgets the proof');
    assert.equal(await isIn(browser), false);
    const came = await browser.post('/compte/cle/entrer', {
      answer: soft.get(await optionsOf(browser, '/compte/cle')),
      film: 'tt0119038',
    });
    assert.equal(came.headers.get('Location'), '/alertes?done=signed-in&film=tt0119038#done');
    assert.match(
      came.headers.getSetCookie().join('\n'),
      /__Host-visitor=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    assert.match(await pageOf(browser), /anne@exemple\.fr.*utilisée le/s);
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    assert.equal((await subscriptionsOf(db, customer.id)).length, 1);

    const data = await pageOf(browser, '/mes-donnees');
    assert.match(data, /Clés d’accès\s: 1/);
    const zip = unzipSync(new Uint8Array(await (await browser.get('/mes-donnees.zip')).arrayBuffer()));
    const table = strFromU8(zip['account-passkeys.csv'] ?? new Uint8Array());
    assert.match(table, /label,created,lastUsed/);
    assert.match(table, /<b>Tablette<\/b>/);
    assert.doesNotMatch(strFromU8(zip['lanterne.json'] ?? new Uint8Array()), /publicKey|public_key/);

    const removed = await browser.post('/compte/cles', { do: 'remove', key: soft.id });
    assert.equal(removed.headers.get('Location'), '/alertes?done=key-removed#done');
    const told = await db.selectFrom('outbox').select(['recipient', 'payload']).orderBy('id').execute();
    assert.deepEqual(
      told.slice(-2).map(({ recipient, payload }) => [recipient, JSON.parse(payload).about]),
      ['passkey-added', 'passkey-removed'].map((purpose) => [
        `address:${anne}`,
        { purpose, language: 'fr', path: '/alertes' },
      ]),
    );
    assert.equal((await enter(browserOf(kept.app), soft)).status, 422);
  });

  it('never crosses with one of the staff, whichever form it is put to', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = await signedIn(kept);
    const [home, house] = [softAuthenticator(SITE), softAuthenticator(SITE)];
    await add(browser, home);
    await memberOf(kept.state, 'noor@example.org', 'manager');
    const office = browserOf(kept.app);
    await signInStaff(office, kept.state, 'noor@example.org');
    const made = house.create(await optionsOf(office, '/equipe/moi/cle/options'));
    assert.equal((await office.post('/equipe/moi/cle', { act: 'add', answer: made })).status, 303);
    const right = browserOf(kept.app);
    const options = await optionsOf(right, '/equipe/cle');
    assert.equal(
      (await right.post('/equipe/cle/entrer', { answer: house.get(options), back: '' })).headers.get('Location'),
      '/equipe',
    );

    // the passkey of one, on the form of the other, to the challenge of that form
    const wrong = browserOf(kept.app);
    assert.equal((await enter(wrong, house)).status, 422);
    assert.equal(await isIn(wrong), false);
    const answer = home.get(await optionsOf(wrong, '/equipe/cle'));
    assert.equal((await wrong.post('/equipe/cle/entrer', { answer, back: '' })).status, 422);
    assert.equal((await wrong.get('/equipe')).status, 303);

    // the challenge of one, its cookie under the name of the other's, answered by the right passkey of that form
    const staffAsked = await optionsOf(wrong, '/equipe/cle');
    const asked = wrong.cookies.get('__Host-staff-asked') ?? '';
    const first = await wrong.post(
      '/compte/cle/entrer',
      { answer: home.get(staffAsked) },
      withCookies(wrong, { '__Host-key-asked': asked }),
    );
    assert.equal(first.status, 410);
    const customerAsked = await optionsOf(wrong, '/compte/cle');
    const key = wrong.cookies.get('__Host-key-asked') ?? '';
    const second = await wrong.post(
      '/equipe/cle/entrer',
      { answer: house.get(customerAsked), back: '' },
      withCookies(wrong, { '__Host-staff-asked': key }),
    );
    assert.equal(second.status, 410);

    // and neither makes the other's
    const newKey = softAuthenticator(SITE);
    const forStaff = newKey.create(await optionsOf(office, '/equipe/moi/cle/options'));
    const taken = await browser.post(
      '/compte/cle/nouvelle',
      { answer: forStaff },
      withCookies(browser, { '__Host-key-asked': office.cookies.get('__Host-staff-asked') ?? '' }),
    );
    assert.equal(taken.status, 410);
    assert.equal((await add(browser, house)).status, 422, 'the same credential is not kept twice');
    assert.equal((await db.selectFrom('passkey').selectAll().execute()).length, 2);
  });

  it('answers once, in the browser that asked, its user verified, for this site', async () => {
    await using kept = await keepingApp();
    const home = softAuthenticator(SITE);
    await add(await signedIn(kept), home);
    const [one, two] = [browserOf(kept.app), browserOf(kept.app)];

    const answer = home.get(await optionsOf(one, '/compte/cle'));
    const cookie = withCookies(one, {});
    assert.equal((await two.post('/compte/cle/entrer', { answer })).status, 410, 'a browser that asked for nothing');
    await optionsOf(two, '/compte/cle');
    assert.equal((await two.post('/compte/cle/entrer', { answer })).status, 422, 'another browser’s challenge');
    assert.equal((await one.post('/compte/cle/entrer', { answer })).status, 303);
    assert.equal((await two.post('/compte/cle/entrer', { answer }, cookie)).status, 410, 'a replay');
    assert.equal((await one.post('/compte/cle/entrer', { answer })).status, 410, 'a replay where it was asked');
    assert.equal(await isIn(two), false);

    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const forged of [
      { verified: false },
      { origin: 'http://evil.test' },
      { rpId: 'evil.test' },
      { challenge: Buffer.from('another').toString('base64url') },
      { type: 'webauthn.create' },
      { signer: privateKey },
    ] satisfies Forged[]) {
      const before = await refused(kept);
      const none = await enter(two, home, forged);
      assert.equal(none.status, 422, JSON.stringify(Object.keys(forged)));
      assert.match(await none.text(), /Cette clé d’accès n’a pas été acceptée/);
      assert.equal(await refused(kept), before + 1);
      assert.equal(await isIn(two), false);
    }
    const owner = await signedIn(kept);
    for (const forged of [
      { verified: false },
      { origin: 'http://evil.test' },
      { rpId: 'evil.test' },
    ] satisfies Forged[])
      assert.equal((await add(owner, softAuthenticator(SITE), forged)).status, 422);
    for (const text of ['', '{', '[]', '{"id":"x"}']) {
      await optionsOf(two, '/compte/cle');
      assert.equal((await two.post('/compte/cle/entrer', { answer: text })).status, 422, text);
    }
    // a copy of the authenticator, left behind
    await kept.state.db.updateTable('passkey').set({ counter: 1000 }).execute();
    assert.equal((await enter(two, home)).status, 422);
    await kept.state.db.updateTable('passkey').set({ counter: 0 }).execute();
    await kept.state.db.updateTable('passkey_challenge').set({ expires: '2026-01-01T00:00:00.000Z' }).execute();
    const late = home.get(await optionsOf(two, '/compte/cle'));
    await kept.state.db.updateTable('passkey_challenge').set({ expires: '2026-01-01T00:00:00.000Z' }).execute();
    const over = await two.post('/compte/cle/entrer', { answer: late });
    assert.equal(over.status, 410);
    assert.match(await over.text(), /Cela a pris trop de temps/);
    assert.equal((await enter(two, home)).status, 303, 'and the right one still comes in');
  });

  it('opens nothing once it is taken away, or the account erased, even when the answer is under way', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = await signedIn(kept);
    const [first, second] = [softAuthenticator(SITE), softAuthenticator(SITE)];
    await add(browser, first);
    await add(browser, second);
    const [one, two] = [browserOf(kept.app), browserOf(kept.app)];
    const [a, b] = [first.get(await optionsOf(one, '/compte/cle')), second.get(await optionsOf(two, '/compte/cle'))];
    await browser.post('/compte/cles', { do: 'remove', key: first.id });
    assert.equal((await one.post('/compte/cle/entrer', { answer: a })).status, 422);
    const third = softAuthenticator(SITE).create(await optionsOf(browser, '/compte/cle/nouvelle/options'));
    const customer = await customerOfEmail(db, anne);
    assert.ok(customer !== null);
    await eraseCustomer(db, customer.id, { by: 'self' });
    assert.equal((await two.post('/compte/cle/entrer', { answer: b })).status, 422);
    assert.equal((await browser.post('/compte/cle/nouvelle', { answer: third })).headers.get('Location'), '/alertes');
    for (const table of ['passkey', 'passkey_challenge'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
  });

  it('is added and taken away in a browser that proved itself of late alone', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = await signedIn(kept);
    const home = softAuthenticator(SITE);
    await add(browser, home);
    const other = await signedIn(kept, 'brice@exemple.fr');
    const late: readonly (readonly [string, string])[] = [
      ['none', ''],
      ['too old', await proofOf(kept, browser, 15.1)],
      ['of tomorrow', await proofOf(kept, browser, -2)],
      ['of another browser', other.cookies.get('__Host-proven') ?? ''],
      ['of another account', await proofOf(kept, browser, 1, 'brice@exemple.fr')],
      ['forged', `${Temporal.Now.instant().epochMilliseconds}.${'A'.repeat(43)}`],
    ];
    for (const [why, proof] of late) {
      const cookies = withCookies(browser, { '__Host-proven': proof });
      for (const [path, fields] of [
        ['/compte/cle/nouvelle/options', {}],
        ['/compte/cle/nouvelle', { answer: '{}' }],
        ['/compte/cles', { do: 'remove', key: home.id }],
      ] as const)
        assert.equal(
          (await browser.post(path, fields, cookies)).headers.get('Location'),
          '/alertes?done=prove#done',
          `${why} ${path}`,
        );
      const page = await (await browser.get('/alertes', cookies)).text();
      assert.match(page, /Recevoir un code par courriel/);
      assert.doesNotMatch(page, /Retirer la clé|Ajouter une clé/);
      assert.match(page, /Renommer la clé/);
    }
    const cookies = withCookies(browser, { '__Host-proven': await proofOf(kept, browser, 14) });
    assert.match(await (await browser.get('/alertes', cookies)).text(), /Retirer la clé.*Ajouter une clé/s);
    const none = browserOf(kept.app);
    for (const path of ['/compte/cle/nouvelle/options', '/compte/cle/nouvelle', '/compte/cles', '/compte/prouver'])
      assert.equal((await none.post(path, { do: 'remove', key: home.id })).headers.get('Location'), '/alertes', path);

    // by a letter again
    const asked = await browser.post('/compte/prouver', {}, withCookies(browser, { '__Host-proven': '' }));
    assert.equal(asked.headers.get('Location'), '/compte/code');
    const consents = await db.selectFrom('consent').selectAll().execute();
    const { code } = await lastLetter(db);
    const former = withCookies(browser, {});
    assert.equal((await browser.post('/compte/code', { code })).status, 303);
    assert.deepEqual(await db.selectFrom('consent').selectAll().execute(), consents);
    assert.match(await pageOf(browser), /Retirer la clé/);
    assert.doesNotMatch(await (await browser.get('/alertes', former)).text(), /Me déconnecter ici/);
    assert.equal((await browser.post('/compte/cles', { do: 'other' })).status, 400);
  });

  it('opens the account of who complained of our letters', async () => {
    await using kept = await keepingApp();
    const { db } = kept.state;
    const browser = await signedIn(kept);
    const home = softAuthenticator(SITE);
    await add(browser, home);
    const customer = await customerOfEmail(db, anne);
    await suppressAddress(db, anne, { reason: 'complained', customer: customer?.id ?? null });
    const back = browserOf(kept.app);
    assert.equal((await enter(back, home)).status, 303);
    assert.match(await pageOf(back), /anne@exemple\.fr/);
    assert.match(await pageOf(back), /Retirer la clé/);
    const page = await (await back.get('/alertes', withCookies(back, { '__Host-proven': '' }))).text();
    assert.match(page, /Nous n’écrivons plus à votre adresse\. Servez-vous/);
    assert.doesNotMatch(page, /Recevoir un code/);
  });

  it('is refused by sentences: too many passkeys, too many tries, a form of elsewhere', async () => {
    await using kept = await keepingApp((one) => ({ ...one, config: { ...one.config, writesAMinute: 100_000 } }));
    const browser = await signedIn(kept);
    for (let at = 0; at < 10; at++) assert.equal((await add(browser, softAuthenticator(SITE))).status, 303);
    assert.match(await pageOf(browser), /Vous avez 10 clés d’accès, c’est le plus possible/);
    const more = await add(browser, softAuthenticator(SITE));
    assert.equal(more.status, 409);
    assert.match(await more.text(), /Vous avez trop de clés d’accès/);
    for (const path of ['/compte/cle', '/compte/cle/entrer', '/compte/cles', '/en/compte/cle/nouvelle'])
      assert.equal(
        (await browser.post(path, {}, { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' })).status,
        403,
      );
    const flood = browserOf(kept.app);
    const statuses = new Set<number>();
    for (let at = 0; at < 61; at++) statuses.add((await flood.post('/en/compte/cle', {})).status);
    assert.deepEqual([...statuses], [200, 429]);
    const english = await flood.post('/en/compte/cle/entrer', { answer: '{}' });
    assert.equal(english.status, 422);
    assert.match(await english.text(), /This passkey was not accepted/);
  });
});

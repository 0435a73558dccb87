import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addStaff, disableStaff, listStaff } from '#state/staff.ts';
import { makeSetupLink } from '#state/staff-setup.ts';
import { personOf, registerPerson } from '#state/staff-people.ts';
import { listAudit } from '#state/audit.ts';
import { houseValue } from '#state/house.ts';
import { lastLetter } from '../state/people.ts';
import { lastCode, memberOf, signIn, staffPassword } from '../helpers/staff.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const manager = 'responsable@example.org';
let kept: KeepingApp;
before(async () => {
  kept = await keepingApp((one) => ({ ...one, config: { ...one.config, writesAMinute: 1_000_000 } }));
  await memberOf(kept.state, manager, 'manager');
  await memberOf(kept.state, 'programme@example.org', 'programmer');
});
after(() => kept[Symbol.asyncDispose]());
const entered = async (email = manager) => {
  const browser = browserOf(kept.app);
  await signIn(browser, kept.state, email);
  return browser;
};
const age = (minutes: number): Promise<unknown> =>
  kept.state.db
    .updateTable('staff_session')
    .set({
      proven: `${Temporal.Now.instant().subtract({ minutes }).toString({ smallestUnit: 'millisecond' })} password`,
    })
    .execute();

describe('signing in', () => {
  it('takes a password and a code, under a new secret each time', async () => {
    const browser = browserOf(kept.app);
    const page = await browser.get('/equipe/reglages');
    assert.equal(page.headers.get('location'), '/equipe/entrer?back=%2Fequipe%2Freglages');
    const asked = await browser.post('/equipe/entrer', {
      email: manager,
      password: staffPassword,
      back: '/equipe/reglages',
    });
    assert.equal(asked.headers.get('location'), '/equipe/code?back=%2Fequipe%2Freglages');
    const code = await lastCode(kept.state);
    const wrong = await browser.post('/equipe/code', { code: code === '111111' ? '222222' : '111111' });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /Il vous reste 4\sessais/);
    const thief = browserOf(kept.app);
    assert.equal((await thief.post('/equipe/code', { code })).status, 410);
    const done = await browser.post('/equipe/code', { code, back: '/equipe/reglages' });
    assert.equal(done.headers.get('location'), '/equipe/reglages');
    for (const line of done.headers.getSetCookie())
      if (/^__Host-staff(-known)?=/.test(line)) assert.match(line, /; Path=\/; HttpOnly; Secure; SameSite=Strict/);
    const first = browser.cookies.get('__Host-staff');
    assert.match(await (await browser.get('/equipe/reglages')).text(), /manager Test/);
    await signIn(browser, kept.state, manager);
    assert.notEqual(browser.cookies.get('__Host-staff'), first);
    const old = browserOf(kept.app);
    assert.equal(
      (await old.get('/equipe', { Cookie: `__Host-staff=${first}` })).status,
      303,
      'the old session is over',
    );
    await browser.post('/equipe/sortir', {});
    assert.equal((await browser.get('/equipe')).status, 303);
  });

  it('holds what was written while the session ended, for whose browser is known; never a password', async () => {
    const text = 'Salle\nmer 25 : 20h30 <b>Le Film</b>';
    const asked = { texte: text, mode: 'add' };
    const stranger = browserOf(kept.app);
    assert.equal((await stranger.post('/equipe/programme/importer', asked)).status, 303, 'nobody’s form is read');
    const forged = { Cookie: '__Host-staff-known=AAAAAAAAAAAAAAAAAAAAAA' };
    assert.equal((await stranger.post('/equipe/programme/importer', asked, forged)).status, 303);
    const gone = await entered();
    await gone.post('/equipe/sortir', {});
    const held = await gone.post('/equipe/programme/importer?x=1', asked);
    assert.equal(held.status, 403);
    assert.match(held.headers.get('cache-control') ?? '', /no-store/);
    const page = await held.text();
    assert.match(page, /<form class="staff-form" method="post" action="\/equipe\/programme\/importer\?x=1">/);
    assert.ok(page.includes('name="texte" value="Salle\nmer 25 : 20h30 &lt;b>Le Film&lt;/b>"'), page);
    assert.match(page, /name="mode" value="add"/);
    assert.match(page, /href="\/equipe\/entrer\?back=%2Fequipe" target="_blank"/);
    const secret = await gone.post('/equipe/moi/mot-de-passe', { current: 'x', password: 'y', again: 'y' });
    assert.deepEqual([secret.status, secret.headers.get('location')], [303, '/equipe/entrer?back=%2Fequipe']);
    assert.equal((await gone.post('/equipe/programme/importer', {})).status, 303, 'nothing was written');
    const withFile = new FormData();
    withFile.set('texte', text);
    withFile.set('fichier', new File(['x'], 'semaine.csv'));
    const chosen = await kept.app.request('http://films.test/equipe/programme/importer', {
      method: 'POST',
      body: withFile,
      headers: {
        Host: 'films.test',
        Origin: 'http://films.test',
        Cookie: `__Host-staff-known=${gone.cookies.get('__Host-staff-known')}`,
      },
    });
    const again = await chosen.text();
    assert.match(again, /enctype="multipart\/form-data"/);
    assert.match(again, /name="texte" value="Salle/);
    assert.match(
      again,
      /Choisissez à nouveau le fichier «\u00a0semaine\.csv\u00a0»<\/label><input [^>]*type="file" name="fichier"/,
    );
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`f${at}`, '1']));
    assert.equal((await gone.post('/equipe/programme/importer', many)).status, 303, 'no form of ours');
    const old = await entered();
    await age(16);
    const proof = await old.post('/equipe/reglages', { 'sender-name': 'L’Éclipse' });
    assert.equal(proof.status, 403);
    assert.match(await proof.text(), /href="\/equipe\/prouver\?back=%2Fequipe%2Freglages" target="_blank"/);
  });

  it('never leads elsewhere', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/.//evil.example',
      '/films',
      '/equipement',
      'javascript:alert(1)',
    ]) {
      const browser = browserOf(kept.app);
      await browser.post('/equipe/entrer', { email: manager, password: staffPassword, back });
      const done = await browser.post('/equipe/code', { code: await lastCode(kept.state), back });
      assert.equal(done.headers.get('location'), '/equipe', back);
    }
  });

  it('says the same of a wrong password and of an address that nobody has', async () => {
    const pages = await Promise.all(
      [manager, 'nobody@example.org'].map(async (email) => {
        const answer = await browserOf(kept.app).post('/equipe/entrer', { email, password: 'wrong one' });
        return [answer.status, (await answer.text()).replaceAll(email, '')];
      }),
    );
    assert.equal(pages[0]?.[0], 422);
    assert.deepEqual(pages[0], pages[1]);
    await signIn(browserOf(kept.app), kept.state, manager);
  });

  it('waits after five tries, and says for how long', async () => {
    const email = 'nobody-else@example.org';
    let answer = new Response();
    for (let tries = 0; tries < 6; tries++)
      answer = await browserOf(kept.app).post('/equipe/entrer', { email, password: 'wrong one' });
    assert.equal(answer.status, 429);
    assert.match(answer.headers.get('retry-after') ?? '', /^1\d$/);
    assert.match(await answer.text(), /Trop d’essais\. Attendez 1\d\ssecondes/);
  });

  it('refuses what is no answer of a passkey', async () => {
    const browser = browserOf(kept.app);
    const options = await browser.post('/equipe/cle', {});
    assert.equal(options.headers.get('cache-control'), 'no-store');
    const { challenge, rpId, userVerification } = Object(await options.json());
    assert.match(challenge, /^[\w-]{43}$/);
    assert.deepEqual([rpId, userVerification], ['films.test', 'required']);
    for (const answer of [
      '',
      '{',
      '[]',
      '{"id":"x"}',
      JSON.stringify({
        id: 'QQ',
        rawId: 'QQ',
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: 'QQ', authenticatorData: 'QQ', signature: 'QQ' },
      }),
    ]) {
      await browser.post('/equipe/cle', {});
      assert.equal((await browser.post('/equipe/cle/entrer', { answer })).status, 422, answer);
    }
    assert.equal((await browser.post('/equipe/cle/entrer', { answer: '{}' })).status, 410, 'a challenge serves once');
  });
});

describe('setting up', () => {
  it('opens a page that changes nothing, then takes a password once', async () => {
    const { db } = kept.state;
    const id = await addStaff(
      db,
      { email: 'new@example.org', name: 'Nouvelle Voix', roles: ['programmer'], language: 'fr' },
      { by: null },
    );
    const path = await makeSetupLink(db, id, { byMail: false, by: null });
    const browser = browserOf(kept.app);
    for (let scans = 0; scans < 3; scans++) assert.equal((await browser.get(path)).status, 200);
    const short = await browser.post(path, { password: 'court', again: 'court' });
    assert.equal(short.status, 422);
    assert.match(await short.text(), /trop court/);
    const other = await browser.post(path, { password: staffPassword, again: `${staffPassword}8` });
    assert.match(await other.text(), /pas pareils/);
    const done = await browser.post(path, { password: staffPassword, again: staffPassword });
    assert.equal(done.headers.get('location'), '/equipe');
    assert.equal((await browser.get('/equipe')).status, 200);
    assert.equal((await browser.get(path)).status, 410);
    assert.equal((await browser.post(path, { password: staffPassword, again: staffPassword })).status, 410);
    await disableStaff(db, id, { by: null });
    assert.equal((await browser.get('/equipe')).status, 303);
  });
});

describe('the people', () => {
  const told = {
    name: 'Éloi Exemple',
    phone: '+33555000000',
    commune: '23096',
    language: 'fr',
    channel: 'phone',
    kinds: ['wish'],
    wording: 'Lu.',
  } as const;

  it('who have no e-mail are registered with the very sentence that was read to them', async () => {
    const browser = await entered();
    const form = { name: 'Odile Essai', phone: '05 55 00 00 01', commune: 'gueret', channel: 'phone', kinds: 'digest' };
    const first = await (await browser.post('/equipe/personnes/inscrire', form)).text();
    const wording = /name="wording" value="([^"]+)"/.exec(first)?.[1] ?? '';
    assert.match(wording, /garde votre nom et votre numéro de téléphone/);
    const without = await browser.post('/equipe/personnes/inscrire', { ...form, wording });
    assert.match(await without.text(), /Sans son accord/);
    const changed = await browser.post('/equipe/personnes/inscrire', { ...form, channel: 'paper', wording, yes: 'on' });
    assert.equal(changed.status, 200, 'another sentence is to be read first');
    const done = await browser.post('/equipe/personnes/inscrire', { ...form, wording, yes: 'on' });
    assert.equal(done.status, 303);
    const consents = await kept.state.db.selectFrom('consent').selectAll().execute();
    assert.deepEqual(
      consents.map(({ kind, channel, action, source }) => [kind, channel, action, source]),
      [
        ['account', 'phone', 'given', 'staff'],
        ['digest', 'phone', 'given', 'staff'],
      ],
    );
    assert.ok(consents.every((one) => one.wording.endsWith(wording)));
    const page = await (await browser.get(done.headers.get('location') ?? '')).text();
    assert.match(page, /Odile Essai/);
    assert.match(page, /05\u00a055\u00a000\u00a000\u00a001/);
    for (const bad of [
      { name: '' },
      { name: 'a\nb' },
      { name: 'a\u202Eb' },
      { phone: '12' },
      { phone: '08 99 12 34 56' },
      { commune: 'Atlantis' },
      { kinds: 'none' },
    ])
      assert.equal(
        (await browser.post('/equipe/personnes/inscrire', { ...form, ...bad })).status,
        422,
        JSON.stringify(bad),
      );
  });

  it('are found, exported and erased, each noted in the log', async () => {
    const { db } = kept.state;
    const [staff] = await listStaff(db);
    assert.ok(staff !== undefined);
    const id = await registerPerson(db, told, { by: staff.id });
    const browser = await entered();
    for (const q of [id, '+33 5 55 00 00 00', '05 55 00 00 00', 'eloi', 'ÉLOI EX'])
      assert.match(await (await browser.post('/equipe/personnes', { q })).text(), /Éloi Exemple/, q);
    for (const q of ['él', 'nobody@example.org', '%', "' or 1=1 --"])
      assert.doesNotMatch(await (await browser.post('/equipe/personnes', { q })).text(), /Éloi Exemple/, q);
    const json = await browser.post(`/equipe/personnes/${id}/export`, { form: 'json' });
    assert.equal(json.headers.get('cache-control'), 'no-store');
    const held = Object(await json.json());
    assert.deepEqual([held.account.name, held.account.phone], ['Éloi Exemple', '+33555000000']);
    const csv = await (await browser.post(`/equipe/personnes/${id}/export`, { form: 'csv' })).text();
    assert.match(csv, /\r\naccount\.phone;"'\+33555000000"\r\n/);
    const give = async (email: string): Promise<string | null> =>
      (await browser.post(`/equipe/personnes/${id}/adresse`, { email })).headers.get('location');
    assert.equal(await give('no address'), `/equipe/personnes/${id}?done=address-wrong#done`);
    assert.equal(await give('Eloi@exemple.org'), `/equipe/personnes/${id}?done=address-asked#done`);
    assert.match(await (await browser.get(`/equipe/personnes/${id}?done=address-asked`)).text(), /La lettre part/);
    assert.equal((await personOf(db, id)).email, null, 'not before its owner says so');
    const { path } = await lastLetter(db);
    const owner = browserOf(kept.app);
    assert.match(await (await owner.get(path)).text(), /e…@exemple\.org/);
    await owner.post(path, {});
    assert.equal((await personOf(db, id)).email, 'eloi@exemple.org');
    const refused = await browser.post(`/equipe/personnes/${id}/effacer`, { confirm: 'effacer' });
    assert.equal(refused.status, 422);
    const gone = await browser.post(`/equipe/personnes/${id}/effacer`, { confirm: 'EFFACER' });
    assert.equal(gone.headers.get('location'), '/equipe/personnes?done=erased#done');
    assert.equal((await browser.get(`/equipe/personnes/${id}`)).status, 404);
    assert.equal((await browser.post(`/equipe/personnes/${id}/effacer`, { confirm: 'EFFACER' })).status, 404);
    const log = await listAudit(db, { most: 20 });
    for (const action of ['person-exported', 'person-address'])
      assert.ok(
        log.some((line) => line.action === action && line.subject === id),
        action,
      );
    assert.equal(
      log.filter(({ action, subject }) => action === 'people.erase' && subject === `customer:${id}`).length,
      1,
    );
    assert.ok(!JSON.stringify(log).includes('Exemple'));
  });

  it('are shown, exported and erased only to who proved within 15 minutes who they are', async () => {
    const browser = await entered();
    await age(16);
    for (const path of [
      '/equipe/personnes/x/export',
      '/equipe/personnes/x/effacer',
      '/equipe/reglages',
      '/equipe/membres',
      '/equipe/membres/ajouter',
      '/equipe/moi/mot-de-passe',
      '/equipe/moi/cle',
    ]) {
      const answer = await browser.post(path, {});
      assert.match(answer.headers.get('location') ?? '', /^\/equipe\/prouver\?back=%2Fequipe%2F/, path);
    }
    assert.match(await (await browser.get('/equipe/reglages')).text(), /Prouver que c’est moi/);
    const wrong = await browser.post('/equipe/prouver', { password: 'no', back: '/equipe/reglages' });
    assert.equal(wrong.status, 422);
    const earlier = browser.cookies.get('__Host-staff');
    const right = await browser.post('/equipe/prouver', { password: staffPassword, back: '/equipe/reglages' });
    assert.equal(right.headers.get('location'), '/equipe/reglages');
    assert.notEqual(browser.cookies.get('__Host-staff'), earlier);
    assert.doesNotMatch(await (await browser.get('/equipe/reglages')).text(), /Prouver que c’est moi/);
  });
});

describe('the house', () => {
  it('keeps settings that hold together, all or none', async () => {
    const browser = await entered();
    const values = {
      'wish-threshold': '12', 'digest-day': '2', 'digest-hour': '18:00', 'reminder-on': 'on', 'reminder-day': '5', 'reminder-hour': '10:00',
      'quiet-from': '21:00', 'quiet-until': '08:30', 'week-cap': '4', 'hold-campaigns': 'on', 'sender-name': 'Le Sémaphore', 'usual-radius': '30', 'settle-minutes': '5', 'sender-address': '',
    }; // prettier-ignore
    for (const bad of [
      { 'wish-threshold': '4' },
      { 'wish-threshold': '1e2' },
      { 'week-cap': '' },
      { 'digest-hour': '25:00' },
      { 'digest-day': '8' },
      { 'digest-hour': '23:00' },
      { 'quiet-until': '21:00' },
      { 'reminder-day': '2', 'reminder-hour': '19:00' },
      { 'sender-name': 'A\r\nBcc: x@y.z' },
      { 'hold-campaigns': 'maybe' },
    ])
      // prettier-ignore
      assert.equal((await browser.post('/equipe/reglages', { ...values, ...bad })).status, 422, JSON.stringify(bad));
    assert.equal(await houseValue(kept.state.db, 'wish-threshold'), null);
    assert.equal((await browser.post('/equipe/reglages', values)).status, 303);
    assert.equal(await houseValue(kept.state.db, 'sender-name'), 'Le Sémaphore');
    assert.equal(await houseValue(kept.state.db, 'digest-day'), null, 'what did not change is not written');
    await browser.post('/equipe/reglages/essai', {});
    const letter = await kept.state.db.selectFrom('outbox').select('payload').orderBy('id', 'desc').limit(1).execute();
    assert.match(letter[0]?.payload ?? '', /"purpose":"test"/);
  });

  it('adds a member, changes their role, and keeps a manager', async () => {
    const browser = await entered();
    const added = await (
      await browser.post('/equipe/membres/ajouter', {
        name: 'Cléo Essai',
        email: 'cleo@example.org',
        role: 'programmer',
      })
    ).text();
    assert.match(added, /value="http:\/\/films\.test\/equipe\/installer\/[\w-]{22}"/);
    const again = await browser.post('/equipe/membres/ajouter', {
      name: 'X',
      email: 'CLEO@example.org',
      role: 'manager',
    });
    assert.equal(again.status, 409);
    for (const bad of [{ email: 'no' }, { name: '' }, { name: 'a\r\nb' }])
      assert.equal(
        (await browser.post('/equipe/membres/ajouter', { name: 'X', email: 'x@example.org', role: '', ...bad })).status,
        422,
      );
    const all = await listStaff(kept.state.db);
    const [self, cleo] = [manager, 'cleo@example.org'].map((email) => all.find((one) => one.email === email)?.id ?? '');
    const last = await browser.post('/equipe/membres', { act: 'role', who: self ?? '', role: 'programmer' });
    assert.equal(last.status, 409);
    assert.match(await last.text(), /n’aurait plus de responsable/);
    for (const act of ['disable', 'enable', 'role'])
      assert.equal(
        (await browser.post('/equipe/membres', { act, who: cleo ?? '', role: 'programmer' })).status,
        303,
        act,
      );
    assert.match(await (await browser.post('/equipe/membres', { act: 'link', who: cleo ?? '' })).text(), /installer/);
    assert.equal((await browser.post('/equipe/membres', { act: 'role', who: 'x' })).status, 404);
  });

  it('shows the log by member and action, and as a file', async () => {
    const browser = await entered();
    const page = await (await browser.get('/equipe/journal?quoi=setting')).text();
    assert.match(page, /réglage changé/);
    assert.doesNotMatch(page, /<td>connexion<\/td>/);
    for (const query of ['?qui=x&quoi=%00&avant=-1', '?avant=99999999999999999999', `?quoi=${'x'.repeat(500)}`])
      assert.equal((await browser.get(`/equipe/journal${query}`)).status, 200, query);
    const file = await browser.get('/equipe/journal.csv?quoi=setting');
    assert.match(await file.text(), /;setting;sender-name;/);
    assert.match(await (await browser.get('/equipe')).text(), /Le programme de la semaine du/);
  });

  it('lets a member see to their own way in, and to nobody else’s', async () => {
    const [one, two] = [await entered(), await entered('programme@example.org')];
    const page = await (await one.get('/equipe/moi')).text();
    const id = /name="which" value="([\da-f]{64})"/.exec(page)?.[1] ?? '';
    await two.post('/equipe/moi/sessions', { which: id });
    assert.equal((await one.get('/equipe')).status, 200);
    assert.match(
      await (
        await one.post('/equipe/moi/mot-de-passe', { password: 'motdepasse1234', again: 'motdepasse1234' })
      ).text(),
      /essaierait en premier/,
    );
    const other = await entered();
    const next = 'quatre mots sans rapport';
    const without = await one.post('/equipe/moi/mot-de-passe', { current: 'no', password: next, again: next });
    assert.match(await without.text(), /pas votre mot de passe actuel/);
    assert.equal(
      (await one.post('/equipe/moi/mot-de-passe', { current: staffPassword, password: next, again: next })).status,
      303,
    );
    assert.equal((await other.get('/equipe')).status, 303, 'other sessions end');
    assert.equal((await one.get('/equipe')).status, 200);
    assert.equal(
      (await one.post('/equipe/moi/mot-de-passe', { current: next, password: staffPassword, again: staffPassword }))
        .status,
      303,
    );
    await one.post('/equipe/moi/sessions', { which: 'all' });
    assert.equal((await one.get('/equipe')).status, 303);
  });
});

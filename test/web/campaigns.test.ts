import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { asFilmId } from '#brand.ts';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { listAudit } from '#state/audit.ts';
import { campaignOf, campaignSamples } from '#state/campaigns.ts';
import { momentOf } from '#state/clock.ts';
import { masked } from '#web/components/outbox-box.tsx';
import { wordsOf } from '#web/language.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { aCustomer, aMember } from '../helpers/a-customer.ts';
import { seedWeek } from '../helpers/seed-programme.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const week = weekAfter(weekOf(dayInParis(Temporal.Now.instant())));
const id = `digest:${week.name}`;
const path = `/equipe/envois/${id}`;
const film = asFilmId('tt0060474') ?? assert.fail();

let kept: KeepingApp;
let staff: Record<string, string>;
before(async () => {
  kept = await keepingApp();
  const { db } = kept.state;
  staff = { Cookie: `__Host-staff=${await openStaffSession(db, await aMember(db), { by: 'password' })}` };
  await seedWeek(db, { films: 7, showings: 14 });
  const old = '2026-01-01T00:00:00.000Z';
  await db.updateTable('showing').set({ changed: old }).execute();
  const given = { name: 'Odile Exemple', email: 'odile@example.org', commune: '23096' };
  const { id: one } = await aCustomer(db, given, [['digest', 'email']]);
  const { visitor } = await db.selectFrom('customer').select('visitor').where('id', '=', one).executeTakeFirstOrThrow();
  await db.insertInto('wish').values({ visitor, film, commune: '23096', days: '', seats: 1, at: old }).execute();
  await aCustomer(db, { email: 'autre@example.org', name: 'Basile Exemple' }, [['wish', 'email']]);
});
after(() => kept[Symbol.asyncDispose]());

const get = async (address: string): Promise<string> => {
  const answer = await browserOf(kept.app).get(address, staff);
  const text = await answer.text();
  assert.equal(answer.status, 200, text.slice(0, 300));
  return text;
};
const post = (address: string, fields: Record<string, string>): Promise<Response> =>
  browserOf(kept.app).post(address, fields, staff);

describe('the mailings', () => {
  it('are told before they leave: how many, why not, and what the letters look like, naming nobody', async () => {
    assert.match(await get('/equipe/envois'), new RegExp(id));
    const page = await get(path);
    assert.match(page, /1\smessage partirait/);
    assert.match(page, /n’a pas demandé ce message/);
    assert.match(page, /La Grande Vadrouille/);
    const letter = await browserOf(kept.app).get(`${path}/lettre/1`, staff);
    const html = await letter.text();
    assert.match(letter.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
    assert.match(html, /La Grande Vadrouille/);
    for (const text of [page, html]) assert.doesNotMatch(text, /Odile|Basile|example\.org/);
    assert.equal((await browserOf(kept.app).get(`${path}/lettre/9`, staff)).status, 404);
    assert.equal(await campaignOf(kept.state.db, id), null, 'looking writes nothing');
  });

  it('carry a word of the house, are held, let go, and cancelled once that is confirmed', async () => {
    const { db } = kept.state;
    assert.equal((await post(path, { faire: 'note', note: 'x'.repeat(501) })).status, 422);
    assert.equal((await post(path, { faire: 'note', note: 'Bonne <b>semaine</b> !' })).status, 303);
    assert.match(await get(path), /Bonne &lt;b>semaine/);
    await post(path, { faire: 'hold' });
    assert.equal((await campaignOf(db, id))?.state, 'held');
    await post(path, { faire: 'release' });
    assert.equal((await campaignOf(db, id))?.state, 'released');
    assert.equal((await post(path, { faire: 'cancel' })).status, 422);
    assert.equal((await post(path, { faire: 'burn' })).status, 400);
    assert.equal((await campaignOf(db, id))?.state, 'released');
    await post(path, { faire: 'cancel', sure: 'yes' });
    assert.equal((await campaignOf(db, id))?.state, 'cancelled');
    const log = (await listAudit(db, { most: 10 })).map(({ action }) => action);
    assert.deepEqual(log, ['campaign-cancel', 'campaign-release', 'campaign-hold', 'campaign-note']);
    for (const bad of ['digest:2026-W99', 'wish:2026-W48', 'x'])
      assert.ok([400, 404].includes((await browserOf(kept.app).get(`/equipe/envois/${bad}`, staff)).status), bad);
  });

  it('show what could not leave without saying whose it is, and put it back', async () => {
    const { db } = kept.state;
    const now = Temporal.Now.instant();
    const at = momentOf(now);
    const row = {
      customer: null, channel: 'email', kind: 'digest', campaign: id, payload: '{}', state: 'failed', due: at, attempts: 8,
      stale: momentOf(now.add({ hours: 5 })), claimed_by: null, claimed_until: null, handed: null, sent_id: null,
      reason: '550 <odile@example.org> unknown, call +33 5 55 00 00 00', created: at, changed: at,
    } as const; // prettier-ignore
    for (const recipient of ['address:a@example.org', 'address:b@example.org'])
      await db
        .insertInto('outbox')
        .values({ ...row, recipient, message: 'digest:x' })
        .execute();
    assert.equal((await campaignSamples(db, id, 3)).length, 2);
    const page = await get('/equipe/envois');
    assert.match(page, /2\smessages n’ont pas pu partir/);
    assert.match(page, /550 &lt;•••> unknown, call •••/);
    assert.doesNotMatch(page, /example\.org/);
    const [, one = ''] = /name="id" value="(\d+)"/.exec(page) ?? [];
    const cancelled = await post('/equipe/envois/renvoyer', { id: 'all' });
    assert.match(cancelled.headers.get('location') ?? '', /done=0/, 'nothing of a mailing that was cancelled');
    await db.updateTable('campaign').set({ state: 'released' }).where('id', '=', id).execute();
    assert.match((await post('/equipe/envois/renvoyer', { id: one })).headers.get('location') ?? '', /done=1/);
    assert.match((await post('/equipe/envois/renvoyer', { id: 'all' })).headers.get('location') ?? '', /done=1/);
    assert.equal((await post('/equipe/envois/renvoyer', { id: 'x' })).status, 400);
    assert.equal((await listAudit(db, { action: 'outbox.resend', most: 9 })).length, 2);
    await db.updateTable('outbox').set({ state: 'failed', stale: at }).execute();
    const late = await get('/equipe/envois');
    assert.match(late, /2\smessages n’ont pas pu partir/);
    assert.match(late, /Il est trop tard pour l’envoyer/);
    assert.doesNotMatch(late, /envois\/renvoyer/, 'no button that would refuse');
  });
});

it('masks what a server repeats of somebody', () => {
  assert.equal(masked('421 4.7.0 try again later'), '421 4.7.0 try again later');
  assert.equal(masked('550 5.1.1 a.b+c@x.example: no'), '550 5.1.1 •••: no');
  assert.equal(masked('410 https://push.example/abc gone'), '410 ••• gone');
});

it('has a word for every action that the log may hold', () => {
  const actions = new Set<string>();
  const root = join(import.meta.dirname, '../../src');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    if (!text.includes('writeAudit(')) continue;
    for (const [, first = '', second] of text.matchAll(
      /action: (?:known === null \? )?'([\w.-]+)'(?: : '([\w.-]+)')?/g,
    ))
      for (const one of [first, second]) if (one !== undefined) actions.add(one);
  }
  for (const step of ['printed', 'told', 'no-answer', 'again']) actions.add(`by-hand.${step}`);
  for (const act of ['deleted', 'cancelled', 'revived']) actions.add(`showing.${act}`);
  for (const act of ['note', 'hold', 'release', 'cancel']) actions.add(`campaign-${act}`);
  assert.ok(actions.size > 40, String(actions.size));
  for (const language of ['fr', 'en'] as const) {
    const told = wordsOf(language).staff.journal.actions;
    assert.deepEqual(
      [...actions].filter((action) => told[action] === undefined && !['given', 'withdrawn', 'asked'].includes(action)),
      [],
      language,
    );
  }
});

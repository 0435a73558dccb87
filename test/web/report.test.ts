import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { asFilmId } from '#brand.ts';
import { lastWeek, weekAfter, weekBefore, weekOf, dayInParis } from '#calendar/week.ts';
import { setMark } from '#state/marks.ts';
import { createVisitor } from '#state/visitors.ts';
import { createApp } from '#web/app.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const week = lastWeek(Temporal.Now.instant());
const inside = { now: week.from.add({ hours: 50 }) };
const wanted = asFilmId('tt0119038');

describe('the weekly report on the site', () => {
  let kept: KeepingApp;
  let app: Hono;
  before(async () => {
    kept = await keepingApp();
    app = kept.app;
  });
  after(() => kept[Symbol.asyncDispose]());

  it('is a page out of search engines, with its sheet, its letter and the weeks around', async () => {
    const answer = await app.request('/rapport');
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.match(page, /<meta name="robots" content="noindex"/);
    assert.match(page, /vient d’ouvrir/);
    for (const address of [
      `/rapport.pdf?week=${week.name}`,
      `/rapport.html?week=${week.name}`,
      `/rapport?week=${weekBefore(week).name}`,
      `/rapport?week=${weekAfter(week).name}`,
    ])
      assert.ok(page.includes(`href="${address}"`), address);
    assert.doesNotMatch(page, / style=|<style/);
    const english = await (await app.request(`/en/rapport?week=${week.name}`)).text();
    assert.match(english, /<html lang="en"[\s\S]*has just opened/);
  });

  it('gives the sheet as a PDF', async () => {
    const answer = await app.request(`/rapport.pdf?week=${week.name}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Content-Type'), 'application/pdf');
    assert.match(answer.headers.get('Content-Disposition') ?? '', new RegExp(`rapport-${week.name}\\.pdf`));
    assert.equal(answer.headers.get('X-Robots-Tag'), 'noindex');
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1);
  });

  it('gives the letter, which may have styles and nothing else; other pages keep their policy', async () => {
    const answer = await app.request(`/en/rapport.html?week=${week.name}`);
    assert.equal(answer.status, 200);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'; style-src 'unsafe-inline'/);
    assert.doesNotMatch(policy, /script/);
    assert.match(await answer.text(), /<html lang="en">/);
    for (const path of ['/rapport', '/rapport.pdf', '/nowhere'])
      assert.match((await app.request(path)).headers.get('Content-Security-Policy') ?? '', /^default-src 'self'/, path);
  });

  it('refuses a week that is none, not begun or too old: 400, in both languages', async () => {
    const future = weekAfter(weekOf(dayInParis(Temporal.Now.instant()))).name;
    for (const name of ['2026-W60', 'hier', '%3Cscript%3E', '1999-W01', future])
      for (const path of ['/rapport', '/rapport.pdf', '/rapport.html', '/en/rapport']) {
        const answer = await app.request(`${path}?week=${name}`);
        assert.equal(answer.status, 400, `${path} ${name}`);
        const page = await answer.text();
        assert.match(page, /Il n’y a pas de rapport de cette semaine/);
        assert.match(page, /There is no report of this week/);
        assert.doesNotMatch(page, /<script>/);
      }
  });

  it('names a film that five people want, and never one that four do', async () => {
    assert.ok(wanted !== null);
    const keep = async (): Promise<void> => {
      const { visitor } = await createVisitor(kept.state.db, inside);
      await setMark(kept.state.db, visitor, wanted, 'wanted', inside);
    };
    const read = async (): Promise<string> =>
      (await (await app.request(`/rapport?week=${week.name}&n=${Math.random()}`)).text()).replace(/<footer[\s\S]*/, '');
    for (let at = 0; at < 4; at++) await keep();
    const four = await read();
    assert.doesNotMatch(four, /Dîner de cons/);
    assert.match(four, /trop peu \(moins de 5\)/);
    await keep();
    const five = await read();
    assert.match(five, /href="\/film\/tt0119038"[^>]*>Le Dîner de cons/);
    assert.match(five, /5\u00a0personnes/);
  });

  it('says that nothing is kept where nothing is', async () => {
    const lanterne = await starterLanterne();
    const page = await (await createApp(() => lanterne).request('/rapport')).text();
    assert.match(page, /ne garde rien de ses visiteurs/);
  });
});

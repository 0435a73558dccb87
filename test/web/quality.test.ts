import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { asFilmId } from '#brand.ts';
import { appendEvents } from '#state/events.ts';
import { createVisitor } from '#state/visitors.ts';
import { createApp } from '#web/app.ts';
import { keepingApp } from '../helpers/web-visitor.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const yesterday = { now: Temporal.Now.instant().subtract({ hours: 30 }) };

/** Lists of ten shown to so many visitors, of which each likes the first. */
async function showTo(kept: Awaited<ReturnType<typeof keepingApp>>, people: number, clock = yesterday): Promise<void> {
  const ids = ['tt0119038', 'tt0211915', 'tt0060474', 'tt0076759', 'tt0058089'].flatMap((id) => asFilmId(id) ?? []);
  for (let person = 0; person < people; person++) {
    const { visitor } = await createVisitor(kept.state.db);
    const row = { list: randomUUID(), model: 'content:1', propensity: 1, explored: false, team: null };
    await appendEvents(
      kept.state.db,
      visitor,
      [
        ...ids.map((film, at) => ({
          ...row,
          film,
          position: at,
          action: at === 0 ? ('liked' as const) : ('shown' as const),
        })),
        ...ids.slice(1, 2).map((film) => ({ ...row, film, position: 1, action: 'liked' as const })),
      ],
      clock,
    );
  }
}

describe('the quality of the recommendations', () => {
  it('is told without a memory, and in both languages', async () => {
    const lanterne = await starterLanterne();
    const app = createApp(() => lanterne);
    const page = await (await app.request('/qualite')).text();
    assert.match(page, /<h1>Nos conseils sont-ils bons\u00a0\?<\/h1>/);
    assert.match(page, /n’a appris des goûts de personne/);
    assert.match(page, /Ce site ne garde rien de ses visiteurs/);
    assert.match(page, /href="\/en\/qualite"/);
    assert.match(await (await app.request('/en/qualite')).text(), /Is our advice good\?/);
  });

  it('tells no figure of four people, and tells those of six', async () => {
    await using kept = await keepingApp();
    await showTo(kept, 4);
    const few = await (await kept.app.request('/qualite', { headers: { Cookie: 'a=b' } })).text();
    assert.match(few, /n &lt; 5/);
    assert.doesNotMatch(few, /ont été aimés \(/);
    await showTo(kept, 2);
    const enough = await (await kept.app.request('/qualite', { headers: { Cookie: 'a=b' } })).text();
    assert.match(enough, /Sur 24\u00a0films montrés à 6 personnes, 25,0/);
    assert.match(enough, /À 6 personnes le site a montré 4\u00a0films différents/);
    assert.match(enough, /trop peu \(n &lt; 5\)|d’après ce que sont les films/);
  });

  it('counts whole days only', async () => {
    await using kept = await keepingApp();
    await showTo(kept, 8, { now: Temporal.Now.instant() });
    assert.match(await (await kept.app.request('/qualite')).text(), /n &lt; 5/);
  });

  it('says that the memory does not answer, and tells the rest', async () => {
    const kept = await keepingApp();
    await kept[Symbol.asyncDispose]();
    const page = await kept.app.request('/qualite');
    assert.equal(page.status, 200);
    const text = await page.text();
    assert.match(text, /La mémoire du site ne répond pas/);
    assert.match(text, /n’a appris des goûts de personne/);
  });
});

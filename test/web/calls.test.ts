import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { asShowingId, asVenueId, type CustomerId, type FilmId } from '#brand.ts';
import { dayInParis, weekOf } from '#calendar/week.ts';
import type { Payload } from '#notify/payload.ts';
import { momentOf } from '#state/clock.ts';
import { enqueue } from '#state/outbox.ts';
import { putShowing } from '#state/showings.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { putVenue } from '#state/venues.ts';
import { aCustomer, aMember } from '../helpers/a-customer.ts';
import { film } from '../state/engines.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';
import { plainShowing, plainVenue } from '../helpers/plain-programme.ts';

const now = Temporal.Now.instant();
const starts = momentOf(now.add({ hours: 30 }));
const showing = asShowingId('S'.repeat(22)) ?? assert.fail();
const gone = asShowingId('G'.repeat(22)) ?? assert.fail();

let kept: KeepingApp;
let cookie = '';
before(async () => {
  kept = await keepingApp();
  const { db } = kept.state;
  cookie = `__Host-staff=${await openStaffSession(db, await aMember(db), { by: 'password' })}`;
  const venue = asVenueId('essai') ?? assert.fail();
  await putVenue(
    db,
    plainVenue({
      id: venue,
      name: 'La Lanterne',
    }),
  );
  for (const [id, cancelled] of [
    [showing, null],
    [gone, starts],
  ] as const)
    await putShowing(
      db,
      plainShowing({
        id,
        venue,
        title: `Film ${id}`,
        starts,
        day: dayInParis(now).toString(),
        cancelled,
      }),
    );
});
after(() => kept[Symbol.asyncDispose]());

const payload = (title: string, id = showing, at = now.add({ hours: 30 })): Payload => ({
  kind: 'wish',
  film: {
    film: { id: null, title, year: 2026 },
    showings: [
      {
        id,
        starts: momentOf(at),
        venueId: '',
        venue: 'La Lanterne',
        commune: 'Guéret',
        away: 12,
        version: 'vf',
        features: [],
      },
    ],
    why: { kind: 'wished', on: '2026-10-01' },
  },
});
let made = 0;
const tell = (customer: CustomerId, channel: 'phone' | 'paper', what: Payload) =>
  enqueue(kept.state.db, [
    {
      recipient: customer,
      customer,
      message: `wish:${++made}`,
      channel,
      kind: 'wish',
      campaign: null,
      payload: what,
      due: now,
      stale: now.add({ hours: 72 }),
    },
  ]);

const desk = (app: Hono) => {
  const plain = browserOf(app);
  return {
    get: async (path = '/equipe/appels') => (await plain.get(path, { Cookie: cookie })).text(),
    post: (path: string, fields: Record<string, string>) => plain.post(path, fields, { Cookie: cookie }),
  };
};
const rowsIn = (page: string, step: string): string[] =>
  [...page.matchAll(/name="step" value="([a-z-]+)"\/?><input type="hidden" name="rows" value="([\d:,]+)"/g)].flatMap(
    ([, one, rows = '']) => (one === step ? rows : []),
  );

describe('the calls of the house', () => {
  it('are for the staff alone, and kept by nobody', async () => {
    const answer = await browserOf(kept.app).get('/equipe/appels');
    assert.equal(answer.status, 303);
    assert.match(answer.headers.get('location') ?? '', /^\/equipe\/entrer\?back=%2Fequipe%2Fappels$/);
    for (const path of ['/equipe/appels', '/equipe/appels/feuilles.pdf'])
      assert.equal((await browserOf(kept.app).post(path, {})).status, 303);
    assert.equal(
      (await browserOf(kept.app).get('/equipe/appels', { Cookie: cookie })).headers.get('cache-control'),
      'no-store',
    );
    assert.match(await desk(kept.app).get(), /Personne à appeler pour l’instant/);
  });

  it('list whom to call and what to say, ticked once', async () => {
    const { get, post } = desk(kept.app);
    const { id } = await aCustomer(kept.state.db, { name: 'Mme <Martin>', phone: '+33555520000', commune: '23096' }, [
      ['wish', 'phone'],
    ]);
    await tell(id, 'phone', payload('La Rivière'));
    await tell(id, 'phone', payload('Le Pont'));
    await tell(id, 'phone', payload('Plus au programme', gone));
    const page = await get();
    assert.match(page, /À appeler \(1\)/);
    assert.match(page, /Mme &lt;Martin>, Guéret/);
    assert.match(page, /href="tel:\+33555520000">05\u00a055\u00a052\u00a000\u00a000</);
    assert.match(
      page,
      /«\u00a0La Rivière\u00a0», que vous vouliez voir[^]*«\u00a0Le Pont\u00a0», que vous vouliez voir/,
    );
    assert.doesNotMatch(page, /Plus au programme| style=/);
    assert.match(page, /1\u00a0message n’est plus à dire/);
    assert.match(await get('/en/equipe/appels'), /<html lang="en"[^]*To call \(1\)/);

    const [missed] = rowsIn(page, 'no-answer');
    assert.ok(missed !== undefined);
    const answer = await post('/equipe/appels', { step: 'no-answer', rows: missed });
    assert.equal(answer.headers.get('location'), '/equipe/appels?done=2#done');
    const again = await get();
    assert.match(again, /1\u00a0appel sans réponse/);
    assert.equal(
      (await post('/equipe/appels', { step: 'no-answer', rows: missed })).headers.get('location'),
      '/equipe/appels?done=0#done',
    );
    assert.match(await get('/equipe/appels?done=0'), /quelqu’un l’a fait entre-temps/);
    await post('/equipe/appels', { step: 'told', rows: rowsIn(again, 'told')[0] ?? '' });
    const afterwards = await get();
    assert.match(afterwards, /À appeler \(0\)[^]*Fait depuis mercredi \(1\)/);
    await post('/equipe/appels', { step: 'again', rows: rowsIn(afterwards, 'again')[0] ?? '' });
    assert.match(await get(), /À appeler \(1\)/);
    for (const fields of [
      {},
      { step: 'erase', rows: '1:0' },
      { step: 'told', rows: '1;drop,x:y,99999999999999999999:0' },
    ])
      assert.equal((await post('/equipe/appels', { ...fields })).headers.get('location'), '/equipe/appels?done=0#done');
  });

  it('say what is true when the page is read, on the page and for the day', async () => {
    const { get } = desk(kept.app);
    const { db } = kept.state;
    const { id } = await aCustomer(db, { name: 'M. Faux', phone: '+33555520001' }, [['wish', 'phone']]);
    const change = (to: { starts?: string; film?: FilmId | null }) =>
      db.updateTable('showing').set(to).where('id', '=', showing).execute();
    await tell(id, 'phone', payload('Le Jardin'));
    assert.match(await get(), /«\u00a0Le Jardin\u00a0»/);
    await change({ starts: '2199-11-30T17:00:00.000Z' });
    assert.match(await get(), /Le Jardin[^]*\S+ 30 novembre à 18\u00a0h/);
    await change({ film: film(5) });
    assert.doesNotMatch(await get(), /Le Jardin/);
    assert.doesNotMatch(await get('/equipe'), /personnes? à appeler/);
    await change({ film: null, starts });
    assert.match(await get(), /«\u00a0Le Jardin\u00a0»/);
    await db.deleteFrom('customer').where('id', '=', id).execute();
  });

  it('say how many messages of this week are no longer to be told, and none of the weeks before', async () => {
    const { get } = desk(kept.app);
    const { db } = kept.state;
    const { id } = await aCustomer(db, { name: 'Mme Tard', phone: '+33555520002' }, [['wish', 'phone']]);
    const { from } = weekOf(dayInParis(now));
    const said = async (): Promise<number> => Number(/(\d+)\u00a0messages? n[e’]/.exec(await get())?.[1] ?? 0);
    const earlier = await said();
    await tell(id, 'phone', payload('Hier', gone, from.add({ minutes: 1 })));
    assert.equal(await said(), earlier + 1);
    await tell(id, 'phone', payload('La semaine dernière', gone, from.subtract({ minutes: 1 })));
    assert.equal(await said(), earlier + 1);
    await db.deleteFrom('customer').where('id', '=', id).execute();
  });

  it('give the sheets as one file, and note them as printed', async () => {
    const { get, post } = desk(kept.app);
    for (const name of ['M. Durand', 'Mme Petit']) {
      const { id } = await aCustomer(kept.state.db, { name }, [['wish', 'paper']]);
      await tell(id, 'paper', payload('La Rivière'));
    }
    const earlier = await get();
    assert.match(earlier, /Feuilles à remettre \(2\)[^]*pas encore imprimée/);
    const answer = await post('/equipe/appels/feuilles.pdf', {});
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 2);
    const printed = await get();
    assert.doesNotMatch(printed, /pas encore imprimée/);
    assert.equal((await post('/equipe/appels/feuilles.pdf', {})).status, 200);
    assert.match(printed, /Toutes les feuilles imprimées sont remises/);
    await post('/equipe/appels', { step: 'told', rows: rowsIn(printed, 'told').at(-1) ?? '' });
    assert.match(await get(), /Feuilles à remettre \(0\)/);
  });

  it('count what was told since Wednesday only', async () => {
    const { from } = weekOf(dayInParis(now));
    await kept.state.db
      .updateTable('outbox')
      .set({ changed: from.subtract({ hours: 1 }).toString({ smallestUnit: 'millisecond' }) })
      .execute();
    assert.doesNotMatch(await desk(kept.app).get(), /Fait depuis mercredi/);
  });
});

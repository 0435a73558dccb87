import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Hono } from 'hono';
import { asVenueId } from '#brand.ts';
import { dayInParis, weekOf } from '#calendar/week.ts';
import { houseZone } from '#calendar/zone.ts';
import { momentOf } from '#state/clock.ts';
import { putShowing } from '#state/showings.ts';
import { putVenue } from '#state/venues.ts';
import { programmeFrame } from '#web/routes/programme-frame.tsx';
import { venue as venuePage } from '#web/routes/programme-venue.tsx';
import { programme } from '#web/routes/programme.tsx';
import { siteIn } from '#web/site.ts';
import { plainShowing, plainVenue } from '../helpers/plain-programme.ts';
import { showingIdOf } from '../helpers/seed-programme.ts';
import { keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const lux = asVenueId('lux') ?? assert.fail();
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

/** The last day of this week, whose last showings are in the evening. */
const tuesday = weekOf(dayInParis(Temporal.Now.instant())).last;

describe('the last evening of a week', () => {
  let kept: KeepingApp;
  before(async () => {
    kept = await keepingApp();
    await putVenue(kept.state.db, plainVenue({ id: lux, name: 'Le Lux' }));
    await announce(tuesday, '18:00', '20:30');
  });
  after(() => kept[Symbol.asyncDispose]());

  async function announce(on: Temporal.PlainDate, ...hours: readonly string[]): Promise<void> {
    const day = on.toString();
    for (const hour of hours) {
      const moment = Temporal.PlainDateTime.from(`${day}T${hour}`).toZonedDateTime(houseZone).toInstant();
      const about = { venue: lux, title: 'Fargo', day, starts: momentOf(moment) };
      await putShowing(kept.state.db, plainShowing({ id: showingIdOf(`${day} ${hour}`), ...about }));
    }
  }

  async function read(path: string, hour: string): Promise<string> {
    const now = Temporal.PlainDateTime.from(`${tuesday.toString()}T${hour}`).toZonedDateTime(houseZone).toInstant();
    const site = { ...siteIn(kept.lanterne, 'fr'), state: kept.state };
    const app = new Hono()
      .get('/programme', (context) => programme(context, site, { now }))
      .get('/programme/cadre', (context) => programmeFrame(context, site, { now }))
      .get('/programme/:venue', (context) => venuePage(context, site, { now }));
    const answer = await app.request(path);
    assert.equal(answer.status, 200);
    return answer.text();
  }

  it('says that the showings have begun, not that there were none', async () => {
    assert.match(words(await read('/programme', '19:00')), /Aujourd’hui.*20 h 30/);
    const late = words(await read('/programme', '21:00'));
    assert.match(late, /Les séances d’aujourd’hui ont commencé/);
    assert.match(late, /mardi \d+ \S+, séances commencées/);
    for (const path of ['/programme?par=film', '/programme/lux', '/programme/cadre'])
      assert.match(
        words(await read(path, '21:00')),
        /Les séances annoncées pour la semaine sont commencées ou passées/,
        path,
      );
    for (const path of ['/programme', '/programme?par=film', '/programme/lux', '/programme/cadre'])
      assert.doesNotMatch(
        words(await read(path, '21:00')),
        /[Aa]ucune séance n’est|Pas de séance|Rien n’est annoncé/,
        path,
      );
    assert.doesNotMatch(words(await read('/programme?version=vf&par=film', '19:00')), /commencé/, 'one is to come');
  });

  it('does not say so of those asked for while others are to come', async () => {
    const moment = Temporal.PlainDateTime.from(`${tuesday.toString()}T14:00`).toZonedDateTime(houseZone).toInstant();
    const about = { venue: lux, title: 'Mommy', day: tuesday.toString(), starts: momentOf(moment) };
    await putShowing(kept.state.db, plainShowing({ id: showingIdOf('vost'), ...about, version: 'vost' }));
    for (const path of ['/programme?version=vost', '/programme?version=vost&par=film']) {
      const said = words(await read(path, '17:00'));
      assert.doesNotMatch(said, /commencé|passées/, path);
      assert.match(said, /sans choisir la langue : 2 séances/, path);
    }
  });

  it('leads to tomorrow, and back to this week', async () => {
    await announce(tuesday.add({ days: 1 }), '14:30');
    assert.match(await read('/programme', '19:00'), /<b>Demain<\/b><span>mer\. \d+<\/span>/);
    const next = await read('/programme', '21:00');
    assert.match(words(next), /14 h 30/);
    const whole = /href="([^"]+)"(?: aria-current="page")?><b>Toute la semaine/;
    const [, back = ''] = /href="([^"]+)">Revenir à cette semaine/.exec(next) ?? [];
    const again = await read(back.replaceAll('&amp;', '&'), '21:00');
    assert.match(words(again), /Les séances .{0,40}commencé/);
    assert.match(whole.exec(again)?.[1] ?? '', new RegExp(`semaine=${weekOf(tuesday).first.toString()}`));
  });
});

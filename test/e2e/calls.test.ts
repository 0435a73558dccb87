import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asShowingId, asVenueId } from '#brand.ts';
import type { FilmAtCinema } from '#notify/payload.ts';
import { enqueue } from '#state/outbox.ts';
import { putShowing } from '#state/showings.ts';
import { openStaffSession } from '#state/staff-sessions.ts';
import { putVenue } from '#state/venues.ts';
import { serve } from '#web/serve.ts';
import { aCustomer, aMember } from '../helpers/a-customer.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { keepingApp } from '../helpers/web-visitor.ts';
import { plainShowing, plainVenue } from '../helpers/plain-programme.ts';

const showing = asShowingId('S'.repeat(22)) ?? assert.fail();

describe('the calls of the house', () => {
  it('are made without script, on any screen, and read by all', async (context) => {
    if (!needsChromium(context)) return;
    const now = Temporal.Now.instant();
    const starts = now.add({ hours: 30 }).toString({ smallestUnit: 'millisecond' });
    await using kept = await keepingApp();
    const { db } = kept.state;
    const venue = asVenueId('essai') ?? assert.fail();
    await putVenue(
      db,
      plainVenue({
        id: venue,
        name: 'La Lanterne',
      }),
    );
    await putShowing(
      db,
      plainShowing({
        id: showing,
        venue,
        title: 'La Rivière aux lanternes',
        starts,
        day: starts.slice(0, 10),
      }),
    );
    const film = (title: string): FilmAtCinema => ({
      film: { id: null, title, year: 2026 },
      showings: [
        {
          id: showing,
          starts,
          venueId: '',
          venue: 'La Lanterne',
          commune: 'Guéret',
          away: 12,
          version: 'vost',
          features: [],
        },
      ],
      why: { kind: 'taste', liked: [{ id: null, title: 'Le Bac du soir', year: 1990 }] },
    });
    for (const [name, channel, phone] of [
      ['Mme A.', 'phone', '+33555520000'],
      ['M. B.', 'phone', null],
      ['Mme C.', 'paper', null],
      ['M. D.', 'paper', null],
    ] as const) {
      const { id } = await aCustomer(db, { name, phone, commune: '23096' }, [['digest', channel]]);
      await enqueue(db, [
        {
          recipient: id,
          customer: id,
          message: 'digest:x',
          channel,
          kind: 'digest',
          campaign: null,
          payload: {
            kind: 'digest',
            week: '2026-W48',
            films: [film('La Rivière aux lanternes'), film('Le Pont de bois')],
          },
          due: now,
          stale: now.add({ hours: 72 }),
        },
      ]);
    }
    const value = await openStaffSession(db, await aMember(db), { by: 'password' });
    const server = await serve(kept.app, { host: '127.0.0.1', port: 0 });
    try {
      for (const [path, options] of [
        ['/equipe/appels', { javaScriptEnabled: true }],
        ['/en/equipe/appels', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' as const }],
      ] as const) {
        await using visitor = await visit({ baseURL: server.url, ...options });
        const { page } = visitor;
        await page.context().addCookies([
          {
            name: '__Host-staff',
            value,
            domain: '127.0.0.1',
            path: '/',
            secure: true,
            httpOnly: true,
            sameSite: 'Strict',
          },
        ]);
        await page.goto(path);
        await assertAccessible(page, path);
        await assertReflows(page, path);
      }
      await using plain = await visit({ baseURL: server.url, javaScriptEnabled: false });
      const { page } = plain;
      await page.context().addCookies([
        {
          name: '__Host-staff',
          value,
          domain: '127.0.0.1',
          path: '/',
          secure: true,
          httpOnly: true,
          sameSite: 'Strict',
        },
      ]);
      await page.goto('/equipe/appels');
      await page.getByRole('button', { name: 'Pas de réponse\u00a0: Mme A.' }).click();
      await page.getByText('1\u00a0appel sans réponse').waitFor();
      await page.getByRole('button', { name: 'C’est fait\u00a0: Mme A.' }).click();
      await page.getByRole('heading', { name: 'À appeler (1)' }).waitFor();
      await page.getByText('Fait depuis mercredi (1)').click();
      await page.getByRole('button', { name: 'Remettre sur la liste\u00a0: Mme A.' }).click();
      await page.getByRole('heading', { name: 'À appeler (2)' }).waitFor();
    } finally {
      await server.close();
    }
  });
});

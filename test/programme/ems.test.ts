import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { emsAdapter } from '#programme/adapters/ems.ts';
import { fetchProgramme, keepPlace } from '#programme/adapters/fetch-programme.ts';
import { coded } from '../helpers/coded.ts';
import { onBothEngines } from '../state/engines.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const recorded = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'recorded', name));

/** A ticketing system on this machine. */
async function listening(answer: RequestListener): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return {
    url: `http://127.0.0.1:${address.port}/programme?site=77`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

test('a message of EMS: sites, events, sessions, dates of Paris', () => {
  const { reading, next } = emsAdapter.read(recorded('ems-first.json'), { file: 'ems', now });
  assert.equal(next, '1042');
  assert.deepEqual(
    reading.drafts.map(
      ({ venue, title, director, starts, version, features, screen, minutes, price, booking, origin, keys }) => [
        venue,
        title,
        director,
        starts,
        version,
        features,
        screen,
        minutes,
        price,
        booking,
        origin,
        keys,
      ],
    ),
    [
      [
        'La Lanterne',
        'LE GRAND VOYAGE',
        'Anne Lutin',
        '2026-11-25T19:30:00.000Z',
        'vo',
        [],
        'Salle 1',
        105,
        650,
        'https://tickets.example/S1',
        'ems S1',
        [{ system: 'allocine', value: '900001' }],
      ],
      [
        'La Lanterne',
        'LE GRAND VOYAGE',
        'Anne Lutin',
        '2026-11-28T13:30:00.000Z',
        'vf',
        ['3d'],
        'Salle 1',
        105,
        650,
        null,
        'ems S2',
        [{ system: 'allocine', value: '900001' }],
      ],
    ],
  );
  assert.deepEqual(
    reading.faults.map(({ problems }) => problems[0]?.kind),
    ['noSuchDay', 'noTitle'],
  );
  assert.throws(
    () => emsAdapter.read(new TextEncoder().encode('{"shows": []}'), { file: 'ems', now }),
    coded('PROGRAMME_UNREADABLE', 'EMS'),
  );
  assert.throws(
    () => emsAdapter.read(Uint8Array.of(0xff, 0x00), { file: 'ems', now }),
    coded('PROGRAMME_UNREADABLE', 'JSON'),
  );
});

onBothEngines('what EMS says', ({ open }) => {
  test('it is asked from where it ended, once that is in the programme', async () => {
    const { db } = await open();
    const asked: (string | null)[] = [];
    await using system = await listening(({ url }, response) => {
      const version = new URL(url ?? '', 'http://here').searchParams.get('version');
      asked.push(version);
      response.end(recorded(version === '0' ? 'ems-first.json' : 'ems-next.json'));
    });
    const first = await fetchProgramme(db, emsAdapter, system.url, { now });
    await fetchProgramme(db, emsAdapter, system.url, { now });
    await keepPlace(db, emsAdapter, system.url, first.next, { now });
    const then = await fetchProgramme(db, emsAdapter, system.url, { now });
    assert.deepEqual(asked, ['0', '0', '1042']);
    assert.deepEqual(
      then.reading.drafts.map(({ origin, starts, calledOff }) => [origin, starts, calledOff]),
      [
        ['ems S1', '2026-11-25T20:00:00.000Z', false],
        ['ems S2', '2026-11-28T13:30:00.000Z', true],
      ],
    );
  });

  test('a system that refuses, stalls, sends too much, or leads elsewhere', async () => {
    const { db } = await open();
    const answers: [RequestListener, string][] = [
      [(_, response) => void response.writeHead(503).end(), '503'],
      [() => {}, 'no answer within 0.2 s'],
      [(_, response) => void response.writeHead(302, { Location: 'http://elsewhere.invalid/' }).end(), ''],
      [({ socket }) => void socket.destroy(), ''],
      [
        (_, response) => {
          const part = Buffer.alloc(1024 * 1024, 32);
          for (let at = 0; at < 10; at++) response.write(part);
          response.end();
        },
        'larger than 8 MB',
      ],
    ];
    for (const [answer, words] of answers) {
      await using system = await listening(answer);
      await assert.rejects(
        fetchProgramme(db, emsAdapter, system.url, { now, milliseconds: words.startsWith('no answer') ? 200 : 10_000 }),
        coded('ADAPTER_FAILED', words),
      );
    }
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { asFilmId, asShowingId, type CustomerId, type ShowingId } from '#brand.ts';
import type { Letter } from '#notify/channel.ts';
import { phoneChannel } from '#notify/channels/phone.ts';
import { paperChannel } from '#notify/channels/paper.ts';
import type { FilmAtCinema, Payload, ShowingTold } from '#notify/payload.ts';
import { sheetsPdf } from '#notify/by-hand/sheets-pdf.ts';
import { tellByHand, tellRow } from '#notify/by-hand/tell.ts';
import { customerOf } from '#state/customers.ts';
import { setMark } from '#state/marks.ts';
import type { Db } from '#state/schema.ts';
import { unsetWish } from '#state/wishes.ts';
import { film as filmOf, instant, onBothEngines, temporaryFolder } from '../state/engines.ts';
import { lux, showing as matchShowing } from './match-world.ts';
import { putPerson, putProgramme } from './people.ts';

const idOf = (number: number): ShowingId => asShowingId(String(number).padStart(22, 'A')) ?? assert.fail();
const showing = (number: number, starts: string, changes: Partial<ShowingTold> = {}): ShowingTold => ({
  id: idOf(number),
  starts,
  venueId: lux.id,
  venue: 'Le Sénéchal',
  commune: 'Guéret',
  away: 24.6,
  version: 'vf',
  features: [],
  ...changes,
});
const film = (
  title: string,
  showings: readonly ShowingTold[],
  why: FilmAtCinema['why'] = { kind: 'wished', on: '2026-10-01' },
): FilmAtCinema => ({
  film: { id: asFilmId('tt0000001'), title, year: 2026 },
  showings,
  why,
});
const wish: Payload = {
  kind: 'wish',
  film: film('La Rivière aux lanternes', [
    showing(1, '2026-11-25T19:30:00.000Z'),
    showing(2, '2026-11-28T20:00:00.000Z', { version: 'vost' }),
    showing(3, '2026-11-29T14:00:00.000Z'),
  ]),
};
const taste = { kind: 'taste', liked: [{ id: null, title: 'Le Bac', year: 1990 }] } as const;
const digest: Payload = {
  kind: 'digest',
  week: '2026-W48',
  films: [
    film('La Rivière aux lanternes', [showing(1, '2026-11-25T19:30:00.000Z')]),
    film('Le Pont\u202e de bois', [showing(4, '2026-11-26T13:00:00.000Z', { away: null, version: 'unknown' })], taste),
  ],
};
const told = (
  payload: Payload,
  {
    at = '2026-11-24T10:00:00Z',
    language = 'fr' as const,
    name = 'Mme Martin' as string | null,
  }: { at?: string; language?: 'fr' | 'en'; name?: string | null } = {},
) => tellByHand(payload, { house: 'le cinéma Le Rex', name, language, now: instant(at) });

describe('what is said on the telephone', () => {
  it('is two sentences: why, then when and where', () => {
    assert.deepEqual(told(wish)?.say, [
      'Bonjour, ici le cinéma Le Rex\u00a0: «\u00a0La Rivière aux lanternes\u00a0», que vous vouliez voir, passe près de chez vous.',
      'C’est mercredi 25 novembre à 20\u00a0h\u00a030, Le Sénéchal, Guéret, en français\u00a0; samedi 28 novembre à 21\u00a0h, Le Sénéchal, Guéret, en version originale sous-titrée, et 1\u00a0autre séance.',
    ]);
    assert.deepEqual(told(digest)?.say, [
      'Bonjour, ici le cinéma Le Rex\u00a0: voici ce qui passe cette semaine et qui devrait vous plaire.',
      'Il y a «\u00a0La Rivière aux lanternes\u00a0», mercredi 25 novembre à 20\u00a0h\u00a030, Le Sénéchal, Guéret, en français\u00a0; «\u00a0Le Pont de bois\u00a0», jeudi 26 novembre à 14\u00a0h, Le Sénéchal, Guéret.',
    ]);
    assert.match(
      told(wish, { language: 'en' })?.say.join(' ') ?? '',
      /^Good morning, this is le cinéma Le Rex: “La Rivière aux lanternes”, which you wanted to see, is on near you\. It is on Wednesday 25 November at 8:30\spm/,
    );
  });

  it('is of the hour in Paris, also when the clocks change', () => {
    for (const [starts, hour] of [
      ['2026-03-29T18:30:00.000Z', '20\u00a0h\u00a030'],
      ['2026-10-25T19:30:00.000Z', '20\u00a0h\u00a030'],
      ['2026-10-24T18:30:00.000Z', '20\u00a0h\u00a030'],
      ['2026-12-31T23:15:00.000Z', '1 janvier à 0\u00a0h\u00a015'],
    ] as const)
      assert.ok(
        told({ kind: 'wish', film: film('X', [showing(1, starts)]) }, { at: '2026-01-01T00:00:00Z' })?.say[1].includes(
          hour,
        ),
        starts,
      );
  });

  it('is of showings that are still to come, and nothing is said when none is left', () => {
    assert.match(
      told(wish, { at: '2026-11-27T10:00:00Z' })?.say[1] ?? '',
      /^C’est samedi 28 novembre à 21\u00a0h, [^]*; dimanche 29 novembre à 15\u00a0h, [^;]*\.$/,
    );
    assert.equal(told(wish, { at: '2026-11-29T14:00:00Z' }), null);
    assert.equal(told(digest, { at: '2026-11-26T09:00:00Z' })?.sheet.parts.length, 1);
    assert.equal(told({ kind: 'account', about: { purpose: 'test', minutes: 10 } }), null);
  });
});

onBothEngines('what is said on the telephone is true when it is read', ({ open }) => {
  const now = instant('2026-11-24T10:00:00Z');
  const [friday, sunday] = [
    matchShowing(filmOf(5), '2026-11-27 20:30'),
    matchShowing(filmOf(5), '2026-11-29 15:00', lux, { version: 'vf' }),
  ];
  const world = async () => {
    const { db } = await open();
    const customer = await putPerson(db, 1, { wishes: [filmOf(5)], channel: 'phone' });
    await putProgramme(db, [friday, sunday]);
    const showings = [friday, sunday].map(({ id, starts }) => showing(1, starts, { id }));
    const payload: Payload = {
      kind: 'wish',
      film: { ...film('Film 5', showings), film: { id: filmOf(5), title: 'Film 5', year: 2026 } },
    };
    const row = { payload: JSON.stringify(payload), customer, name: 'Rose', language: 'fr' as const };
    const read = async () => (await tellRow(db, row, { house: 'Le Lux', now, townOf: () => null }))?.say[1] ?? null;
    return { db, customer, read };
  };
  const visitorOf = async (db: Db, customer: CustomerId) => (await customerOf(db, customer))?.visitor ?? assert.fail();

  it('when a showing moved, or is called off', async () => {
    const { db, read } = await world();
    assert.match((await read()) ?? '', /^C’est vendredi 27 novembre à 20\u00a0h\u00a030[^]*; dimanche 29/);
    const change = (to: { starts?: string; cancelled?: string; version?: 'vost' }) =>
      db.updateTable('showing').set(to).where('id', '=', friday.id).execute();
    await change({ starts: '2026-11-30T17:00:00.000Z', version: 'vost' });
    assert.match((await read()) ?? '', /^C’est dimanche 29[^]*; lundi 30 novembre à 18\u00a0h, [^]*sous-titrée\.$/);
    await change({ cancelled: '2026-11-24T09:00:00.000Z' });
    assert.match((await read()) ?? '', /^C’est dimanche 29 [^;]*\.$/);
  });

  it('when a showing is of another film by now', async () => {
    const { db, read } = await world();
    await db
      .updateTable('showing')
      .set({ film: filmOf(6) })
      .execute();
    assert.equal(await read(), null);
  });

  it('when the film was seen since, or the wish taken back', async () => {
    const seen = await world();
    await setMark(seen.db, await visitorOf(seen.db, seen.customer), filmOf(5), 'seen', { now });
    assert.equal(await seen.read(), null);
    const back = await world();
    await unsetWish(back.db, await visitorOf(back.db, back.customer), filmOf(5));
    assert.equal(await back.read(), null);
  });

  it('and nothing is said of what the outbox holds no more', async () => {
    const { db } = await open();
    const row = { payload: '{}', customer: await putPerson(db, 1), name: null, language: 'fr' as const };
    assert.equal(await tellRow(db, row, { house: 'x', now, townOf: () => null }), null);
  });
});

describe('what is printed', () => {
  it('says for whom, what, when, why, and how to end it', () => {
    const sheet = told(digest)?.sheet;
    assert.equal(sheet?.person, 'Pour Mme Martin');
    assert.equal(sheet.title, 'Cette semaine au cinéma, pour vous');
    assert.deepEqual(sheet.parts, [
      {
        title: 'La Rivière aux lanternes',
        groups: [
          {
            head: 'Le Sénéchal, Guéret, à 25\u00a0min en voiture, en français',
            lines: ['mercredi 25 novembre à 20\u00a0h\u00a030'],
          },
        ],
        note: 'Vous avez dit que vous viendriez le voir.',
      },
      {
        title: 'Le Pont de bois',
        groups: [{ head: 'Le Sénéchal, Guéret', lines: ['jeudi 26 novembre à 14\u00a0h'] }],
        note: 'Parce que vous avez aimé «\u00a0Le Bac\u00a0».',
      },
    ]);
    assert.match(sheet.foot, /Pour ne plus la recevoir/);
  });

  it('is a PDF of A4, a page a person at least, whatever there is to say', async () => {
    const sheet = told(digest)?.sheet ?? assert.fail();
    const pages = async (sheets: Parameters<typeof sheetsPdf>[0]): Promise<number> => {
      const text = Buffer.from(await sheetsPdf(sheets, { house: 'Le Rex' })).toString('latin1');
      assert.ok(text.startsWith('%PDF-1.7'));
      assert.match(text, /MediaBox \[0 0 595\.28 841\.89\]/);
      return text.match(/\/Type \/Page\b/g)?.length ?? 0;
    };
    assert.equal(await pages([sheet]), 1);
    assert.equal(await pages([sheet, sheet, sheet]), 3);
    assert.equal(await pages([]), 1);
    const long = {
      ...sheet,
      parts: Array.from({ length: 30 }, () => ({
        title: 'Un titre '.repeat(20),
        groups: [{ head: '', lines: ['mot '.repeat(90)] }],
        note: 'x',
      })),
    };
    assert.ok((await pages([long])) > 5);
  });
});

describe('the channels by hand', () => {
  const letter: Letter = {
    subject: 'Le film que vous vouliez voir',
    text: 'La Rivière aux lanternes\nhttps://films.example/seance/x\n\nmercredi',
    html: '',
    short: '',
    link: '',
    language: 'fr',
    unsubscribe: null,
    list: null,
  };
  const to = { name: 'Mme Martin', email: null, phone: '05 55 52 00 00', push: [] };
  const signal = new AbortController().signal;

  it('write a sheet in the folder of the week, once a letter, and clear old weeks', async () => {
    const folder = temporaryFolder();
    for (const week of ['2026-W40', '2026-W47', 'notes']) mkdirSync(join(folder, 'paper', week), { recursive: true });
    await using channel = paperChannel({ folder, house: 'Le Rex', now: () => instant('2026-11-24T23:30:00Z') });
    for (const _ of [1, 2]) {
      const outcome = await channel.send({ outbox: 7, key: 'wish:tt1:../../x', to, letter }, signal, async () => true);
      assert.deepEqual([outcome.kind, outcome.code], ['sent', 'written']);
    }
    const files = readdirSync(join(folder, 'paper', '2026-W48'));
    assert.deepEqual(files, ['wish-tt1-..-..-x.pdf']);
    assert.ok(
      readFileSync(join(folder, 'paper', '2026-W48', files[0] ?? ''))
        .subarray(0, 5)
        .equals(Buffer.from('%PDF-')),
    );
    assert.deepEqual(readdirSync(join(folder, 'paper')).toSorted(), ['2026-W47', '2026-W48', 'notes']);
    await using nowhere = paperChannel({ folder: join(folder, 'paper', '2026-W48', files[0] ?? ''), house: 'Le Rex' });
    assert.equal((await nowhere.send({ outbox: 7, key: 'k', to, letter }, signal, async () => true)).kind, 'later');
    assert.ok(!existsSync(join(folder, 'x.pdf')));
  });

  it('put a call on the list, when there is a number', async () => {
    await using channel = phoneChannel();
    assert.equal((await channel.send({ outbox: 7, key: 'k', to, letter }, signal, async () => true)).kind, 'sent');
    for (const phone of [null, '15', '08 99 12 34 56'])
      assert.equal(
        (await channel.send({ outbox: 7, key: 'k', to: { ...to, phone }, letter }, signal, async () => true)).kind,
        'refused',
      );
  });
});

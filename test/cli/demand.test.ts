import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { asFilmId } from '#brand.ts';
import { attendanceOf } from '#state/attendance.ts';
import { listAudit } from '#state/audit.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { createVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { runHere } from '../helpers/run-lanterne.ts';
import { seedProgramme } from '../helpers/seed-programme.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const { config } = await starterLanterne();
const state = await openState(statePlace(config));
after(() => state[Symbol.asyncDispose]());
const demand = (...args: string[]) => runHere('demand', ...args, '--data', config.dataFolder);
const film = asFilmId('tt0119038') ?? assert.fail();
const showings = await seedProgramme(state.db, { now: Temporal.Now.instant().subtract({ hours: 24 * 14 }) });
for (let one = 0; one < 8; one++)
  await setWish(state.db, (await createVisitor(state.db)).visitor, { film, commune: '23096', days: [5], seats: 2 });

test('the demand is told as the CSV files of the page', async () => {
  const films = await demand('--csv');
  assert.equal(films.code, 0, films.err);
  assert.match(films.out, /^\ufeff# /);
  assert.match(films.out, /\r\nfilm-id,film,people,seats-asked,/);
  assert.match(films.out, /\r\ntt0119038,[^\r]+,8,16,/);
  assert.match((await demand('--csv', '--places', '--language', 'fr')).out, /\r\ntt0119038;[^\r]+;23096;Guéret;8;16/);
});

test('a film that nobody awaits is told apart from one that does not exist', async () => {
  const { code, out } = await demand('--film', 'tt0211915', '--json');
  assert.deepEqual([code, JSON.parse(out).films], [0, []]);
  assert.equal(JSON.parse((await demand('--film', film, '--json')).out).films[0].people, 8);
});

test('showings that are over are listed, counted and corrected', async () => {
  const one = showings.find((showing) => showing.film === film) ?? assert.fail();
  const list = JSON.parse((await demand('attendance', '--json')).out);
  const before = list.find(({ showing }: { showing: string }) => showing === one.id);
  assert.deepEqual([before.title, before.sold, before.came], [one.title, null, null]);
  assert.match((await demand('attendance')).out, new RegExp(`^${one.id} {2}.*not counted$`, 'm'));
  const counted = await demand('attendance', one.id, '40', '--came', '9');
  assert.equal(counted.code, 0, counted.err);
  assert.match(counted.out, new RegExp(`^${one.id} {2}[^\n]*40 sold, 9 of whom had answered\n$`));
  const again = JSON.parse((await demand('attendance', one.id, '41', '--json')).out);
  assert.deepEqual([again.showing, again.sold, again.came], [one.id, 41, null]);
  assert.deepEqual((await attendanceOf(state.db, [one.id])).get(one.id)?.sold, 41);
  const [line] = await listAudit(state.db, { most: 1 });
  assert.deepEqual([line?.staff, line?.action, line?.subject, line?.detail], [null, 'attendance', one.id, '41 sold']);
});

test('what cannot be asked of the demand is told', async () => {
  const one = showings.find((showing) => showing.film === film) ?? assert.fail();
  const cases: [string[], number, RegExp][] = [
    [['x'], 2, /Say `demand` or `demand attendance`/],
    [['--csv', '--json'], 2, /--json does not go with --csv/],
    [['--film', 'tt9999999'], 3, /no film tt9999999/],
    [['--film', 'tt9999999', '--json'], 3, /no film tt9999999/],
    [['--places'], 2, /--places goes with --csv/],
    [['attendance', one.id], 2, /how many tickets/],
    [['attendance', '--came', '3'], 2, /how many tickets/],
    [['attendance', one.id, 'many'], 2, /These numbers do not go together/],
    [['attendance', one.id, '3', '--came', '4'], 2, /These numbers do not go together/],
    [['attendance', 'x'.repeat(22), '3'], 3, /No showing “x+” of a film was over/],
  ];
  for (const [args, code, sentence] of cases) {
    const ran = await demand(...args);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, sentence);
    assert.equal(ran.out, '');
  }
});

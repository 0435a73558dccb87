import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '#catalogue/database.ts';
import { importRatings } from '#features/interactions/import-ratings.ts';
import { listInteractions, readInteractions } from '#features/interactions/read-store.ts';
import { byName, refused, scratch, type Scratch } from './ratings-files.ts';

const now = () => new Date('2026-03-04T05:06:07Z');
const links = 'movieId,title,imdbId,tmdbId\n1,"Nine, ten",0000009,3\n2,b,0000010,\n3,c,12345678,\n4,d,,7\n5,e,9,\n';
const reasons = (report: { rejected: readonly { reason: string; count: number }[] }) =>
  Object.fromEntries(report.rejected.map(({ reason, count }) => [reason, count]));

function world(): Scratch & { data: string } {
  const folder = scratch();
  return Object.assign(folder, { data: join(folder.path, 'data') });
}

test('movielens: a folder with ratings.csv and links.csv, by IMDb identifier; two numbers of one film are one film', async () => {
  using at = world();
  at.write('ml/links.csv', links);
  at.write(
    'ml/ratings.csv',
    'userId,movieId,rating,timestamp\n1,1,4.0,9\n1,2,2.0,9\n1,3,3.5,9\n2,5,5.0,9\n2,1,1.0,9\n2,4,5.0,9\n3,99,5.0,9\n3,1,7,9\n3,2,0,9\n',
  );
  const notes: string[] = [];
  const { report, films } = await importRatings(at.data, join(at.path, 'ml'), {
    onProgress: (message) => notes.push(message),
    now,
  });
  assert.deepEqual(films, ['tt0000009', 'tt0000010', 'tt12345678']);
  const { seconds, rejected, ...figures } = report;
  assert.deepEqual(figures, { name: 'ml', format: 'movielens', rows: 4, viewers: 2, films: 3, liked: 1, disliked: 2 });
  assert.ok(seconds >= 0);
  assert.deepEqual(reasons({ rejected }), {
    'the film has no IMDb identifier in links.csv': 2,
    'the rating is outside the scale': 2,
    'the same viewer and film again: the last rating is kept': 1,
  });
  assert.match(notes.join(), /recognised as movielens/);
  const read = await readInteractions(at.data);
  assert.ok(read !== null);
  assert.deepEqual(byName(read.films, read.likes), [['tt0000009'], []]);
  assert.deepEqual(byName(read.films, read.dislikes), [['tt0000010'], ['tt0000009']]);
  const [stored] = await listInteractions(at.data);
  assert.equal(stored?.about.date, '2026-03-04T05:06:07.000Z');
});

test('what is stored is a table that any reader of Parquet opens, sorted, on a scale of 0 to 1', async () => {
  using at = world();
  at.write('ml/links.csv', links);
  at.write('ml/ratings.csv', 'userId,movieId,rating\n7,3,4.0\n7,1,2.0\n12,2,3.5\n');
  await importRatings(at.data, join(at.path, 'ml'));
  await using database = await openDatabase(':memory:', 'READ_WRITE');
  const reader = await database.connection.runAndReadAll('SELECT * FROM read_parquet($file)', {
    file: join(at.data, 'interactions', 'ml.parquet'),
  });
  assert.deepEqual(reader.columnNames(), ['viewer', 'film', 'liked', 'rating']);
  assert.deepEqual(reader.columnTypes().map(String), ['INTEGER', 'VARCHAR', 'SMALLINT', 'FLOAT']);
  const rows = reader
    .getRows()
    .map(([viewer, film, liked, rating]) => [viewer, film, liked, Number(rating).toFixed(3)]);
  assert.deepEqual(rows, [
    [0, 'tt0000010', 0, '0.700'],
    [1, 'tt0000009', -1, '0.400'],
    [1, 'tt12345678', 1, '0.800'],
  ]);
  assert.deepEqual(readdirSync(join(at.data, 'interactions')), ['ml.parquet']);
});

test('movielens .dat, movietweetings, letterboxd and csv are told apart by their look', async () => {
  using at = world();
  const cases: [string, string, string, number, number][] = [
    ['a/ratings_without_timestamps.dat.gz', '1::1::5\n1::2::1\n2::1::3\n', 'movielens', 1, 1],
    [
      'b/ratings.dat',
      '1::0114508::8::1381006850\r\n2::0114508::4::1381006850\r\n3::114508::9::1\r\n',
      'movietweetings',
      2,
      1,
    ],
    ['c/ratings.csv', 'user,movie_idx,rating\n0,1,8\n0,2,4\n1,3,7\n', 'letterboxd', 1, 1],
    ['d/ratings.csv.gz', 'userId,movieId,rating\n0,1,8\n0,2,4\n1,3,7\n', 'letterboxd', 1, 1],
    ['e/mine.csv', 'rating,film,viewer,timestamp\n4,tt0057591,ana,1\n1,tt0058135,ana,2\n3,57591,leo,3\n', 'csv', 1, 1],
  ];
  for (const [name, content, format, liked, disliked] of cases) {
    const file = at.write(name, content);
    at.write(join(name, '..', 'links.csv'), 'movie_idx,imdb_id,how\n1,tt0000009,x\n2,tt0000010,x\n3,tt0000011,x\n');
    const csv = format === 'csv' ? { likeAt: 4, dislikeAt: 2 } : {};
    const { report } = await importRatings(at.data, file, csv);
    assert.equal(report.format, format, name);
    assert.deepEqual([report.liked, report.disliked], [liked, disliked], name);
    assert.equal(report.name, format === 'csv' ? 'mine' : name[0], name);
  }
  const own = await importRatings(at.data, join(at.path, 'e/mine.csv'), { likeAt: 4, own: true, name: 'house' });
  assert.deepEqual(reasons(own.report), { 'the film is no IMDb identifier (tt and digits)': 1 });
});

test('own feedback and public sets are read apart or together; viewers of different files are different', async () => {
  using at = world();
  const csv = (name: string, rows: string) => at.write(name, `viewer,film,rating\n${rows}`);
  await importRatings(at.data, csv('pub.csv', '1,tt0000020,5\n2,tt0000005,5\n2,tt0000030,1\n'), {
    likeAt: 4,
    dislikeAt: 2,
  });
  await importRatings(at.data, csv('house.csv', '1,tt0000005,1\n1,tt0000040,1\n'), {
    likeAt: 1,
    own: true,
    licence: "it's ours",
  });
  const read = async (options = {}) => {
    const found = await readInteractions(at.data, options);
    assert.ok(found !== null);
    return [found.films.length, byName(found.films, found.likes), byName(found.films, found.dislikes)];
  };
  assert.deepEqual(await read({ own: true }), [2, [['tt0000005', 'tt0000040']], [[]]]);
  assert.deepEqual(await read({ own: false }), [3, [['tt0000020'], ['tt0000005']], [[], ['tt0000030']]]);
  assert.deepEqual(await read(), [
    4,
    [['tt0000005', 'tt0000040'], ['tt0000020'], ['tt0000005']],
    [[], [], ['tt0000030']],
  ]);
  const about = (await listInteractions(at.data)).map((stored) => stored.about);
  assert.deepEqual(
    about.map(({ name, own, licence }) => [name, own, licence]),
    [
      ['house', true, "it's ours"],
      ['pub', false, null],
    ],
  );
});

test('nothing imported: null', async () => {
  using at = world();
  assert.equal(await readInteractions(at.data), null);
  assert.deepEqual(await listInteractions(at.data), []);
});

test('importing again replaces; a refused import leaves the old one untouched and nothing behind', async () => {
  using at = world();
  const file = at.write('mine.csv', 'viewer,film,rating\n1,tt0000020,5\n');
  await importRatings(at.data, file, { likeAt: 4 });
  at.write('mine.csv', 'viewer,film,rating\n1,tt0000020,5\n2,tt0000020,5\n');
  await importRatings(at.data, file, { likeAt: 4 });
  assert.equal((await readInteractions(at.data))?.viewers, 2);
  const path = join(at.data, 'interactions', 'mine.parquet');
  const before = readFileSync(path);
  at.write('mine.csv', 'viewer,film,rating\n1,Nosferatu,5\n');
  const error = await refused('NO_RATINGS', () => importRatings(at.data, file, { likeAt: 4 }));
  assert.match(error.message, /the film is no IMDb identifier/);
  at.write('mine.csv', 'viewer,title,rating\n1,Nosferatu,5\n');
  await refused('RATINGS_HEADER', () => importRatings(at.data, file, { likeAt: 4 }));
  await refused('RATINGS_HEADER', () => importRatings(at.data, file, { format: 'movietweetings' }));
  await refused('FILE_MISSING', () => importRatings(at.data, file, { format: 'movielens' }));
  assert.ok(readFileSync(path).equals(before));
  assert.deepEqual(readdirSync(join(at.data, 'interactions')), ['mine.parquet']);
});

test('thresholds: of csv, four fifths of the scale met unless told; a dislike stands below a like', async () => {
  using at = world();
  const header = 'viewer,film,rating\n';
  for (const [rows, liked, said] of [
    ['1,tt0000020,5\n1,tt0000021,4\n2,tt0000020,3.5\n', 2, 4],
    ['1,tt0000020,10\n1,tt0000021,8\n2,tt0000020,7\n', 2, 8],
    ['1,tt0000020,1\n1,tt0000021,1\n', 2, 0.8],
  ] as const) {
    const notes: string[] = [];
    const given = { onProgress: (message: string) => void notes.push(message) };
    const { report } = await importRatings(at.data, at.write('mine.csv', header + rows), given);
    assert.equal(report.liked, liked);
    assert.ok(notes.includes(`ratings of ${said} or more are taken for likes; --like-at says otherwise`));
  }
  const file = at.write('mine.csv', `${header}1,tt0000020,5\n`);
  await refused('USAGE', () => importRatings(at.data, file, { likeAt: 3, dislikeAt: 3 }));
});

test('links.csv: missing, or without the columns', async () => {
  using at = world();
  const file = at.write('ml/ratings.csv', 'userId,movieId,rating\n1,1,5\n');
  const missing = await refused('FILE_MISSING', () => importRatings(at.data, file));
  assert.match(missing.message, /links\.csv, which gives the IMDb identifiers/);
  at.write('ml/links.csv', 'a,b\n1,2\n');
  await refused('FILE_HEADER', () => importRatings(at.data, file));
  await refused('FILE_MISSING', () => importRatings(at.data, at.data));
  mkdirSync(join(at.path, 'empty'));
  await refused('FILE_MISSING', () => importRatings(at.data, join(at.path, 'empty')));
});

test('a damaged file, and one of another hand, are refused by name; what a killed import left is cleared', async () => {
  using at = world();
  const home = join(at.data, 'interactions');
  await importRatings(at.data, at.write('mine.csv', 'viewer,film,rating\n1,tt0000020,5\n'), { likeAt: 4 });
  const path = join(home, 'mine.parquet');
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, whole.length - 20));
  const damaged = await refused('INTERACTIONS_UNUSABLE', () => readInteractions(at.data));
  assert.match(damaged.message, /mine\.parquet is refused/);
  await using database = await openDatabase(':memory:', 'READ_WRITE');
  await database.connection.run('COPY (SELECT 1 AS a) TO $path (FORMAT parquet)', { path });
  const foreign = await refused('INTERACTIONS_UNUSABLE', () => readInteractions(at.data));
  assert.match(foreign.message, /not written by `lanterne import ratings`/);
  mkdirSync(join(home, '.importing-1'));
  writeFileSync(join(home, '.importing-1', 'draft.parquet'), 'half');
  await importRatings(at.data, join(at.path, 'mine.csv'), { likeAt: 4 });
  assert.deepEqual(readdirSync(home), ['mine.parquet']);
});

test('a data folder that is a file: the fault says so', async () => {
  using at = world();
  const file = at.write('mine.csv', 'viewer,film,rating\n1,tt0000020,5\n');
  await refused('CANNOT_WRITE', () => importRatings(file, file, { likeAt: 4 }));
});

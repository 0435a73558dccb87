import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { invariants, rejections } from '#catalogue/queries/info.ts';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { build, id, now, scratch, type Built } from './tiny-world.ts';

/** File, reason, count, and what the example must show. */
const expected: readonly (readonly [string, RegExp, number, RegExp])[] = [
  ['title.basics', /no primary title/, 4, new RegExp(`${id(3)} The Paper Orchard`)],
  ['title.basics', /no title in any source/, 1, new RegExp(id(4))],
  ['title.basics', /^adult film/, 3, new RegExp(id(10))],
  ['title.basics', /^adult series/, 1, new RegExp(id(105))],
  ['title.basics', /year out of range/, 1, /tt99000007 2115/],
  ['title.basics', /running time over 20 hours/, 1, /tt99000009 51420 min/],
  ['title.basics', /same identifier twice/, 1, new RegExp(id(30))],
  ['title.basics', /another number of columns/, 2, /One Column Short/],
  ['title.basics', /not a title identifier/, 2, /tt9x000040/],
  ['title.ratings', /same identifier twice/, 1, new RegExp(id(30))],
  ['title.ratings', /out of range/, 2, /tt99000041 11\.5 12/],
  ['title.principals', /no billing order/, 2, /tt99000002 nm99000006/],
  ['title.principals', /same person twice/, 2, /tt99000034 nm99000002 actor/],
  ['title.principals', /not an identifier/, 1, /tt99000034 producer/],
  ['title.principals', /another number of columns/, 1, /tt99000034/],
  ['title.principals, title.crew', /kept without a name/, 3, /nm99000016/],
  ['title.principals, title.crew', /named from TMDB/, 1, /nm99000060 Iris Pell/],
  ['name.basics', /birth year in the future/, 1, /nm99000014 Baby of the Cradle 2029/],
  ['name.basics', /same identifier twice/, 1, /nm99000015\tNora Vale/],
  ['tmdb_full', /budget under 1 000/, 1, /Small Change for Two 12/],
  ['tmdb_full', /revenue under 1 000/, 1, /Small Change for Two 300/],
  ['tmdb_full', /budget is not a usable whole number/, 2, /False a lot/],
  ['tmdb_full', /mean of 10/, 1, /A Perfect Score 2 votes/],
  ['tmdb_full', /mean rating without a vote/, 1, /Nobody Voted 6\.5/],
  ['tmdb_full', /mojibake/, 2, /line 12: .*cafÃ©/],
  ['tmdb_full', /HTML entities/, 1, /&quot;Tom &amp;amp; Lea&quot;/],
  ['tmdb_full', /placeholder/, 1, /No overview found/],
  ['tmdb_full', /neither True nor False/, 1, /False maybe/],
  ['tmdb_full', /one TMDB identifier on two IMDb titles/, 1, /TMDB 9900020 not given to tt99000019/],
  ['tmdb_full', /two TMDB rows on one IMDb title/, 1, /tt99000042 TMDB 9900992/],
  ['tmdb_full', /same row twice/, 1, /tt99000041/],
  ['tmdb_full', /title is a series/, 1, /tt99000101 The Weather Station/],
  ['tmdb_full', /short, episode or absent/, 1, /Five Minutes of Rain/],
  ['tmdb_full', /no IMDb identifier/, 2, /A Strange Identifier/],
  ['tmdb_full', /year differs/, 1, /tt99000025 1975 \/ 1981/],
  ['tmdb_full', /running time differs/, 1, /tt99000026 90 \/ 125/],
  ['tmdb_full', /release date out of range/, 1, /2115-01-01/],
  ['tmdb_full', /release date is not a date/, 1, /not a date/],
  ['tmdb_full', /production_countries is not a list/, 1, /Italy/],
  ['tmdb_keywords', /not a list/, 1, /line 3: tt99000013 \['purse'/],
  ['tmdb_fr', /HTML entities/, 1, /line 3: /],
  ['tmdb_fr', /placeholder/, 1, /line 5: /],
  ['tmdb_videos', /not usable/, 1, /bad key!/],
  ['afcae', /no film of this title/, 1, /Un film absent/],
];

suite('the report of a build', () => {
  const folder = scratch();
  let world: Built & AsyncDisposable;
  before(async () => void (world = await build(folder.path, { afcae: `${import.meta.dirname}/../tiny/afcae.csv` })));
  after(async () => {
    await world[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  test('every fault of the tiny world is counted under its reason, with an example; nothing else is', () => {
    for (const [file, reason, count, example] of expected) {
      const row = world.rejected(file, reason);
      assert.equal(row?.count, count, `${file}: ${reason} is counted ${row?.count ?? 0} times, not ${count}`);
      assert.match(row.example, example);
    }
    const unforeseen = world.report.rejected.filter(
      ({ file, reason }) => !expected.some(([name, pattern]) => name === file && pattern.test(reason)),
    );
    assert.deepEqual(unforeseen, []);
  });

  test('the line of an example is the line of the file, even after a record of two lines', () => {
    assert.match(world.rejected('tmdb_full', /neither True nor False/)?.example ?? '', /^line 19: tt99000023/);
  });

  test('the catalogue answers with the same report, and keeps all its promises', async () => {
    await using catalogue = await openCatalogue(folder.path);
    assert.deepEqual(
      await catalogue.run(rejections, {}).then((rows) => rows.map((row) => ({ ...row })).toSorted(byReason)),
      [...world.report.rejected].toSorted(byReason),
    );
    assert.deepEqual(
      (await catalogue.run(invariants, {})).filter(({ broken }) => broken > 0),
      [],
    );
    assert.equal(catalogue.builtAt, now().toISOString());
  });

  test('each source file is listed with its rows and its date', async () => {
    const rows = await world.rows(
      "SELECT name, file, row_count::INTEGER FROM source WHERE file IN ('title.basics.tsv', 'tmdb_full.csv', 'afcae.csv') ORDER BY file",
    );
    assert.deepEqual(rows, [
      ['afcae', 'afcae.csv', 3],
      ['imdb', 'title.basics.tsv', 55],
      ['tmdb', 'tmdb_full.csv', 32],
    ]);
    assert.equal(await world.one('SELECT count(*)::INTEGER FROM source'), 15);
    assert.equal(await world.one('SELECT count(*)::INTEGER FROM source WHERE date IS NULL'), 0);
  });

  test('a recommended film is found by its French title and its director, and only so', async () => {
    assert.deepEqual(
      await world.rows(
        'SELECT id, art_et_essai, art_et_essai_source FROM film WHERE art_et_essai IS NOT NULL ORDER BY film',
      ),
      [
        [id(1), 'Recherche et Découverte', 'afcae'],
        [id(27), 'Recommandé', 'afcae'],
      ],
    );
  });
});

function byReason(a: { file: string; reason: string }, b: { file: string; reason: string }): number {
  return `${a.file} ${a.reason}` < `${b.file} ${b.reason}` ? -1 : 1;
}

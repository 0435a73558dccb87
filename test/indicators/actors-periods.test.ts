import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { actorsPeriods } from '#indicators/actors-periods.ts';
import {
  ask,
  behind,
  madeCatalogue,
  personId,
  soundTold,
  tinyCatalogue,
  titleId,
  type MadeTitle,
} from './made-world.ts';

// Person 0 acts in many films of no esteem, 1 in few that everybody saw, 2 in few that are loved, 3 in one adored; 4 is billed low, 5 plays herself, 6 is
// in the archives, 7 and 8 have no place.
const films = (count: number, film: Omit<MadeTitle, 'year'>, from: number): MadeTitle[] =>
  Array.from({ length: count }, (_, i) => ({
    ...film,
    year: from + i,
    rating: (film.rating ?? 6) + (i % 2 === 0 ? -1 : 1),
  }));
const titles: MadeTitle[] = [
  ...films(20, { cast: [0, 9, 10, 11, 12, 4], rating: 5, votes: 2000 }, 1990),
  ...films(6, { cast: [1], rating: 6, votes: 900_000, genres: 'Action' }, 2000),
  ...films(6, { cast: [2], rating: 8, votes: 1500 }, 1960),
  { cast: [3], rating: 10, votes: 1200, year: 1995 },
  ...films(
    8,
    {
      cast: [13],
      others: [
        ['self', 5],
        ['archive_footage', 6],
      ],
      rating: 6,
    },
    1980,
  ),
  ...films(8, { unplaced: [7, 8, 14, 15, 16, 17], rating: 6 }, 1985),
  ...films(8, { cast: [13, 18], type: 'tvMovie' }, 1985),
  ...films(8, { cast: [18], minutes: 30 }, 1985),
  ...films(8, { cast: [18], votes: 50 }, 1985),
];
const people = Array.from({ length: 20 }, (_, i) => ({
  trade: i === 1 || i === 2 ? ('actress' as const) : ('actor' as const),
}));

suite('actors and their periods', () => {
  let world: Catalogue;
  before(async () => void (world = await madeCatalogue(titles, people)));
  after(() => world[Symbol.asyncDispose]());
  const order = async (filters: Parameters<typeof ask>[2]): Promise<unknown[]> =>
    (await ask(actorsPeriods, world, filters)).tables[0]?.rows.map(([id]) => id) ?? [];

  test('each list is led by who deserves it, and says which it is', async () => {
    assert.equal((await order({ sort: 'volume' }))[0], personId(0));
    assert.equal((await order({ sort: 'audience' }))[0], personId(1));
    assert.equal((await order({ sort: 'esteem' }))[0], personId(2));
    const told = await ask(actorsPeriods, world, { sort: 'audience' }, 'fr');
    soundTold(told);
    assert.match(
      told.finding[0] ?? '',
      /^En tête par l’audience \(votes\), films d’au moins 1\s000\svotes\s: Person 1, 5\s400\s000\svotes/,
    );
    assert.match(told.title, /par l’audience/);
  });

  test('one adored film is drawn towards the mean of all, more than six loved ones, and the raw mean stands beside', async () => {
    const told = await ask(actorsPeriods, world, { sort: 'esteem', credits: 1 });
    const rows = told.tables[0]?.rows ?? [];
    const columns = told.tables[0]?.columns.map(({ key }) => key) ?? [];
    const of = (person: number, key: string): number =>
      Number(rows.find(([id]) => id === personId(person))?.[columns.indexOf(key)]);
    assert.equal(of(3, 'mean'), 10);
    assert.ok(of(3, 'esteem') < 10 && of(3, 'low') < of(3, 'esteem') && of(3, 'esteem') < of(3, 'high'));
    assert.ok(of(2, 'mean') - of(2, 'esteem') < of(3, 'mean') - of(3, 'esteem'));
    assert.ok(of(3, 'high') - of(3, 'low') > of(2, 'high') - of(2, 'low'), 'one film says less than six');
  });

  test('neither “self” nor archives, nor television, nor short films, nor films below the floor', async () => {
    const ids = await order({ credits: 1 });
    for (const absent of [5, 6, 18]) assert.ok(!ids.includes(personId(absent)), `person ${absent}`);
    assert.ok((await order({ credits: 1, minVotes: 10 })).includes(personId(18)));
  });

  test('a place over the limit does not count; without a place, only when as likely as not', async () => {
    assert.ok(!(await order({})).includes(personId(4)));
    assert.ok((await order({ billing: 6 })).includes(personId(4)));
    assert.ok((await order({ billing: 3 })).includes(personId(7)), 'one of six has a chance in two to be among three');
    assert.ok(!(await order({ billing: 2 })).includes(personId(7)));
    const told = await ask(actorsPeriods, world, {});
    assert.ok(told.cautions.some((caution) => /% of the credits have no known place/.test(caution)));
    assert.ok(
      told.cautions.some((caution) =>
        /Counting only the credits whose place is certain keeps \d+ of the first/.test(caution),
      ),
    );
  });

  test('years, genre and sex narrow the lists; what is not a filter of it changes nothing', async () => {
    assert.equal((await order({ from: 1960, to: 1969, credits: 1 }))[0], undefined, 'fewer than three people');
    assert.match(
      (await ask(actorsPeriods, world, { from: 1960, to: 1969 })).finding[0] ?? '',
      /^Too few for a list \(films with at least 1,000\svotes, from 1960 to 1969\): 1\sperson has/,
    );
    assert.deepEqual(await order({ genre: 'Action', credits: 1 }), []);
    assert.ok((await order({ people: 'actor' })).every((id) => id !== personId(1) && id !== personId(2)));
    assert.deepEqual(await order({ weight: 7, stratum: 'top' }), await order({}));
    assert.ok(!actorsPeriods.filters.includes('weight') && !actorsPeriods.filters.includes('stratum'));
  });

  test('the bar covers eight films in ten, the dots are the films, and the keys lead to them', async () => {
    const told = await ask(actorsPeriods, world, {});
    const chart = told.charts[0];
    assert.ok(chart?.kind === 'span');
    const row = chart.rows[0];
    assert.deepEqual([row?.from, row?.to, row?.dots.length], [1991, 2007, 20]);
    assert.equal((await behind(actorsPeriods, world, row?.key ?? ''))?.length, 20);
    assert.deepEqual(await behind(actorsPeriods, world, `${titleId(0)}.${personId(0)}`), [0]);
    for (const none of ['nm9999999', 'x', `${titleId(50)}.${personId(0)}`, ''])
      assert.equal(await behind(actorsPeriods, world, none), null);
  });

  test('what may be counted: from the certain places to all the possible, and who could then lead', async () => {
    // 0 is placed in eight films; 1 in six, and one of seven without a place in four more: too unlikely to count, not impossible.
    const crowd = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const catalogue = await madeCatalogue(
      [...films(8, { cast: [0] }, 1990), ...films(6, { cast: [1, 2] }, 2000), ...films(4, { unplaced: crowd }, 2010)],
      people,
    );
    const told = await ask(actorsPeriods, catalogue, {});
    soundTold(told);
    soundTold(await ask(actorsPeriods, catalogue, {}, 'fr'));
    assert.match(told.finding[0] ?? '', /: Person 0, 8\sfilms, from 1990 to 1997, .* Person 1, 6\sfilms \(6 to 10\)/);
    const [, second] = told.tables[0]?.rows ?? [];
    assert.deepEqual(second?.slice(2, 5), [6, 6, 10]);
    await catalogue[Symbol.asyncDispose]();
    // Six without a place for three that count: as likely as not, so that they count though none is certain.
    const open = await madeCatalogue(
      [
        ...films(8, { unplaced: [0, 3, 4, 5, 6, 7] }, 1990),
        ...films(6, { cast: [1, 2] }, 2000),
        ...films(4, { unplaced: crowd }, 2010),
      ],
      people,
    );
    const unsure = await ask(actorsPeriods, open, { billing: 3 });
    assert.match(unsure.finding[0] ?? '', /Person 3, 8\sfilms \(0 to 12\)|8\sfilms \(0 to \d+\)/);
    assert.match(
      unsure.finding[1] ?? '',
      /^The order is not certain: the place in the cast is unknown for \d+% .* 0 to \d+ films, Person \d+/,
    );
    await open[Symbol.asyncDispose]();
  });

  test('the first stays first when no unknown place could change it; few films make no period', async () => {
    const catalogue = await madeCatalogue(
      [...films(20, { cast: [0, 1] }, 1990), ...films(3, { cast: [1] }, 1990), ...films(3, { unplaced: [2, 3] }, 1994)],
      people,
    );
    const told = await ask(actorsPeriods, catalogue, { billing: 1, credits: 1 });
    soundTold(told);
    assert.ok(told.finding.some((sentence) => /Person 0 stays first whatever the unknown places/.test(sentence)));
    assert.match(told.finding[0] ?? '', /eight films in ten/);
    await catalogue[Symbol.asyncDispose]();
    const few = await madeCatalogue([{ year: 1994, cast: [0, 1, 2] }], people);
    for (const language of ['fr', 'en'] as const) {
      const answer = await ask(actorsPeriods, few, { credits: 1 }, language);
      soundTold(answer);
      assert.doesNotMatch(answer.finding.join(' '), /1994|huit films|eight films|périodes|periods overlap/);
      assert.doesNotMatch(JSON.stringify(answer.charts[0]), /eight films in ten between|huit films sur dix entre/);
    }
    await few[Symbol.asyncDispose]();
  });

  test('the list by esteem says that countries rate their own', async () => {
    const caution = /own films above all/;
    const told = await ask(actorsPeriods, world, { sort: 'esteem' });
    assert.ok(told.cautions.some((sentence) => caution.test(sentence)));
    assert.ok(!(await ask(actorsPeriods, world, {})).cautions.some((sentence) => caution.test(sentence)));
  });

  test('when people do not differ, the order by esteem is said to mean nothing', async () => {
    const same = await madeCatalogue(
      Array.from({ length: 30 }, (_, i) => ({ year: 2000 + (i % 10), cast: [i % 5], rating: i < 15 ? 5 : 7 })),
      Array.from({ length: 5 }, () => ({ trade: 'actor' as const })),
    );
    const told = await ask(actorsPeriods, same, { sort: 'esteem' });
    soundTold(told);
    assert.ok(told.finding.some((sentence) => /the order means nothing/.test(sentence)));
    await same[Symbol.asyncDispose]();
  });

  test('the tiny world is too few, in both languages, without a chart of noise', async () => {
    const catalogue = await tinyCatalogue();
    for (const language of ['fr', 'en'] as const) {
      const told = await ask(actorsPeriods, catalogue, {}, language);
      soundTold(told);
      assert.deepEqual([told.charts.length, told.tables.length], [0, 0]);
      assert.match(told.finding[0] ?? '', /Trop peu|Too few/);
    }
    const some = await ask(actorsPeriods, catalogue, { minVotes: 0, credits: 1 });
    soundTold(some);
    assert.equal(some.charts.length, 1);
    await catalogue[Symbol.asyncDispose]();
  });
});

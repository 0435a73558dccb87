import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { actorsAge } from '#indicators/actors-age.ts';
import type { Told } from '#indicators/told.ts';
import { seededRandom } from '#kernels/random.ts';
import {
  ask,
  behind,
  madeCatalogue,
  saysYearsWithin,
  soundTold,
  tinyCatalogue,
  type MadePerson,
  type MadeTitle,
} from './made-world.ts';

interface Plan {
  readonly year: number;
  readonly women: readonly (number | null)[];
  readonly men: readonly (number | null)[];
}

/** Films of two, a woman and a man of these ages; null: the birth is not known. */
function worldOf(plans: readonly Plan[]): [MadeTitle[], MadePerson[]] {
  const titles: MadeTitle[] = [];
  const people: MadePerson[] = [];
  for (const { year, women, men } of plans)
    for (const [trade, ages] of [
      ['actress', women],
      ['actor', men],
    ] as const)
      for (const age of ages) {
        const person = people.push({ birth: age === null ? null : year - age, trade }) - 1;
        titles.push({ year, cast: [person] });
      }
  return [titles, people];
}
async function answers(plans: readonly Plan[], filters: Parameters<typeof ask>[2] = {}): Promise<Told> {
  await using catalogue = await madeCatalogue(...worldOf(plans));
  soundTold(await ask(actorsAge, catalogue, filters, 'fr'));
  const told = await ask(actorsAge, catalogue, filters);
  soundTold(told);
  return told;
}
const around = (middle: number, n = 40): number[] => Array.from({ length: n }, (_, i) => middle - 4 + (i % 9));
const said = (told: Told, words: RegExp): void =>
  assert.ok(
    told.finding.some((sentence) => words.test(sentence)),
    `${words} is not in: ${told.finding.join(' | ')}`,
  );

suite('the age of actors', () => {
  test('planted medians, a gap that narrowed, births all known', async () => {
    const told = await answers([
      { year: 1975, women: around(30), men: around(45) },
      { year: 2024, women: around(36), men: around(42) },
    ]);
    assert.match(told.title, /actors are 6\syears older than actresses/);
    said(
      told,
      /In films of the 2020s .* median age at release is 42 \(4\d to 4\d\) for actors .* and 36 \(3\d to 3\d\) for actresses/,
    );
    said(told, /actors are 6\.0 years \(4\.\d to 7\.\d\) older/);
    said(told, /The gap has narrowed: 15\.0 years .* in the 1970s, 6\.0 years .* in the 2020s/);
    said(told, /The birth of all these people is known/);
    said(told, /at work \(a film since 2021, no known death\) are 4[01]\.\d/);
    assert.equal(told.charts.length, 2);
  });

  test('women older, and a gap that narrowed though the difference rose; one that widened; one that turned', async () => {
    const told = await answers([
      { year: 1975, women: around(50), men: around(30) },
      { year: 2015, women: around(41), men: around(40) },
      { year: 2024, women: around(50), men: around(40) },
    ]);
    said(told, /actresses are 10\.0 years \(8\.\d to 11\.\d\) older than actors/);
    said(told, /The gap has narrowed: 20\.0 years .* in the 1970s, 10\.0 years/);
    const plan = (women: number, men: number): Plan[] => [
      { year: 1975, women: around(40), men: around(42) },
      { year: 2024, women: around(women), men: around(men) },
    ];
    said(await answers(plan(40, 50)), /The gap has widened: 2\.0 years .*, 10\.0 years/);
    said(
      await answers(plan(50, 40)),
      /The gap has turned round \(actors less actresses\): 2\.0 years .*, -10\.0 years/,
    );
  });

  test('the same age, and no change', async () => {
    const told = await answers([
      { year: 1985, women: around(40), men: around(40) },
      { year: 2024, women: around(40), men: around(40) },
    ]);
    assert.match(told.title, /of one age/);
    said(told, /cannot be told from zero/);
    said(told, /The gap is not seen to change/);
  });

  test('what the unknown could change: in every case, in the plausible ones only, in none', async () => {
    const plan = (women: number, men: number, unknown: number): Plan[] => [
      {
        year: 2024,
        women: [...around(women), ...Array.from({ length: unknown }, () => null)],
        men: [...around(men), ...Array.from({ length: unknown }, () => null)],
      },
    ];
    said(await answers(plan(30, 60, 10)), /holds in every case/);
    said(await answers(plan(40, 45, 30)), /holds in those cases, not in the worst/);
    said(await answers(plan(40, 41, 30)), /does not hold if the unknown/);
  });

  test('the level: rose whatever the unknown, rose but the unknown could explain it, fell, did not move', async () => {
    const some = (middle: number, unknown: number): (number | null)[] => [
      ...around(middle),
      ...Array.from({ length: unknown }, () => null),
    ];
    const plan = (then: number, now: number, unknown = 0): Plan[] => [
      { year: 2005, women: some(then, unknown), men: some(40, unknown) },
      { year: 2024, women: some(now, unknown), men: some(40, unknown) },
    ];
    const rose = await answers(plan(30, 40));
    said(rose, /median age of actresses rose: 30 .* 2000s, 40 .* 2020s; this holds whatever the unknown ages/);
    said(rose, /median age of actors has not moved/);
    said(
      await answers(plan(30, 36, 36)),
      /rose: .*; this holds in the plausible cases|rose: .*; the unknown ages would be enough/,
    );
    said(await answers(plan(34, 37, 60)), /rose: .*; the unknown ages would be enough/);
    said(await answers(plan(40, 30)), /median age of actresses fell: .*; this holds whatever/);
  });

  test('P7: births taken away show up in the coverage, by as much', async () => {
    const random = seededRandom(5);
    for (const missing of [0, 0.3, 0.7]) {
      const women = around(35, 150).map((age) => (random() < missing ? null : age));
      const known = women.filter((age) => age !== null).length;
      const told = await answers([{ year: 2024, women, men: around(45, 50) }]);
      const first = told.coverage[0];
      assert.deepEqual([first?.known, first?.of], [known + 50, 200]);
      const table = told.tables.find(({ name }) => name === 'age-by-decade');
      const place = (key: string): number => table?.columns.findIndex((column) => column.key === key) ?? -1;
      const row = table?.rows.find((cells) => cells[place('sex')] === 'actresses');
      assert.equal(row?.[place('share-known')], known / 150);
      assert.ok(Number(row?.[place('worst-high')]) - Number(row?.[place('worst-low')]) >= (missing === 0 ? 0 : 3));
    }
  });

  test('impossible and doubtful ages are unknown, and counted', async () => {
    const told = await answers([{ year: 2010, women: [...around(40), -3, 150, 105, 105], men: around(40) }]);
    assert.deepEqual([told.coverage[0]?.known, told.coverage[0]?.of], [80, 84]);
    assert.ok(told.cautions.some((caution) => /^4\simpossible or doubtful ages are held unknown/.test(caution)));
  });

  test('a decade that the filters cut is named by the years left, and not compared under five', async () => {
    const plans = [1972, 1976, 1985, 1995, 2003, 2024].map((year, i) => ({
      year,
      women: around(30 + i),
      men: around(45),
    }));
    const five = await answers(plans, { from: 1975, to: 2004 });
    // People at work are those of today, whatever years are chosen.
    const asked = { ...five, finding: five.finding.filter((sentence) => !/at work/.test(sentence)) };
    saysYearsWithin(asked, 1975, 2004);
    said(five, /The gap .* from 1975 to 1979, .* from 2000 to 2004/);
    said(five, /median age of actresses .* in the 1980s, .* from 2000 to 2004/);
    const piece = await answers(plans, { from: 1976, to: 2003 });
    said(piece, /leave only 1976 to 1979 and 2000 to 2003 of those decades: under 5 years, they are not compared/);
    said(piece, /The gap .* in the 1980s, .* in the 1990s/);
  });

  test('filters: one sex, years; the dead do not work; keys lead to films; no births: one sentence', async () => {
    const plans: Plan[] = [{ year: 2024, women: around(40), men: around(50) }];
    const one = await answers(plans, { people: 'actress' });
    assert.equal(one.count.value, 40);
    assert.doesNotMatch(one.finding.join(' '), /actors \(/);
    assert.match((await answers(plans, { to: 2000 })).finding[0] ?? '', /^Too few known ages/);
    const [titles, people] = worldOf(plans);
    await using dead = await madeCatalogue(
      titles,
      people.map((person) => ({ ...person, death: 2025 })),
    );
    said(await ask(actorsAge, dead), /Too few people at work whose age is known/);
    assert.equal((await behind(actorsAge, dead, 'woman.2024'))?.length, 40);
    assert.equal((await behind(actorsAge, dead, 'man.2020s'))?.length, 40);
    for (const none of ['woman.1999', 'all.2024', 'woman', 'x'])
      assert.equal(await behind(actorsAge, dead, none), null);
    const nobody = await answers([{ year: 2024, women: around(40).map(() => null), men: [] }]);
    assert.match(nobody.finding.join(' '), /^Too few known ages .*: 0 of 40\scredits/);
    assert.deepEqual([nobody.charts.length, nobody.tables.length], [0, 0]);
    await using tiny = await tinyCatalogue();
    for (const language of ['fr', 'en'] as const) soundTold(await ask(actorsAge, tiny, { minVotes: 0 }, language));
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { catalogueCoverage } from '#indicators/catalogue-coverage.ts';
import { noFilters, type Filters } from '#indicators/filters.ts';
import type { Told } from '#indicators/told.ts';
import type { Lanterne } from '#lanterne.ts';
import { speechOf } from '#words/speech.ts';
import { saysYearsWithin } from './made-world.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

let tiny: Lanterne;
let starter: Lanterne;
before(async () => {
  [tiny, starter] = await Promise.all([tinyLanterne(), starterLanterne()]);
});
const tell = async (filters: Partial<Filters> = {}, language: 'fr' | 'en' = 'fr'): Promise<Told> =>
  (await tiny.answers.answer(catalogueCoverage, { ...noFilters, ...filters }))(speechOf(language));
const table = (told: Told, name: string) => told.tables.find((one) => one.name === name);

describe('what the catalogue knows', () => {
  it('counts each fact over all the dated films, and births over the actors', async () => {
    const told = await tell();
    const rows = table(told, 'known')?.rows ?? [];
    const films = told.count.value;
    for (const [fact, known, of, share] of rows) {
      assert.ok(typeof known === 'number' && typeof of === 'number' && typeof share === 'number');
      assert.ok(known <= of, String(fact));
      assert.equal(share, known / of);
      if (fact !== 'Naissance des interprètes') assert.equal(of, films);
    }
    // by hand: as many films as the page of films says, less the one without a year
    const page = await tiny.browse({ genre: '', decade: '', country: '', theme: '', order: 'merit', page: 1 });
    assert.ok(page !== null && films <= page.total && films >= page.total - 3);
    assert.deepEqual(
      told.coverage.map(({ known, of }) => [known, of]),
      rows.map(([, known, of]) => [known, of]),
    );
  });

  it('adds up: the decades are the whole, whatever the fact', async () => {
    const told = await tell();
    const decades = table(told, 'decades');
    assert.ok(decades !== undefined);
    assert.equal(
      decades.rows.reduce((sum, [, films]) => sum + Number(films), 0),
      told.count.value,
    );
    const lengths = decades.columns.findIndex(({ key }) => key === 'length');
    const known = decades.rows.reduce((sum, row) => sum + Number(row[1]) * Number(row[lengths]), 0);
    assert.equal(Math.round(known), table(told, 'known')?.rows[0]?.[1]);
  });

  it('names a decade that the filters cut by the years left, and does not compare it under five', async () => {
    for (const language of ['fr', 'en'] as const)
      for (const [from, to] of [
        [1985, 2018],
        [1997, 2003],
        [1995, 2022],
      ] as const) {
        const answer = await starter.answers.answer(catalogueCoverage, { ...noFilters, from, to });
        const told = answer(speechOf(language));
        saysYearsWithin(told, from, to);
        assert.equal(
          told.finding.some((sentence) => /(à moins de|under) 5/.test(sentence)),
          from === 1997 || to === 2022,
        );
      }
  });

  it('finds sentences from the data, in both languages', async () => {
    const { finding } = await tell();
    assert.match(finding[0] ?? '', /^Le catalogue décrit \d+\u00a0films, de \d{4} à \d{4}\.$/);
    assert.match(finding[1] ?? '', /^Ce qu’on en connaît le mieux est .+ \(\d+\s%.*des films\), le moins bien .+\.$/);
    const english = await tell({}, 'en');
    assert.match(english.finding[0] ?? '', /^The catalogue describes \d+ films, from \d{4} to \d{4}\.$/);
    assert.equal(english.finding.length, finding.length);
    assert.match((await tell({ genre: 'Drama' })).finding[0] ?? '', /films \(genre\u00a0: drame\), de/);
  });

  it('draws nothing of too few films, and says so', async () => {
    const few = await tell({ minVotes: 5000 });
    assert.match(few.finding[0] ?? '', /^Trop peu de films répondent à ces filtres \(\d, il en faut 10\)/);
    assert.deepEqual([few.charts, few.tables, few.coverage], [[], [], []]);
    assert.deepEqual((await tell({ from: 1880, to: 1885 }, 'en')).finding, ['No film meets these filters.']);
  });

  it('names the source of each fact, and what the build set aside', async () => {
    const told = await tell();
    assert.ok(table(told, 'sources')?.rows.some(([fact, source]) => fact === 'Durée' && source === 'IMDb'));
    assert.ok(table(told, 'sources')?.rows.some(([fact, source]) => fact === 'Résumé' && source === 'TMDB'));
    assert.ok((table(told, 'set-aside')?.rows.length ?? 0) > 5);
  });

  it('gives the films behind each bar and each cell, the most voted first, as many as it counts', async () => {
    const told = await tell();
    const [bars] = told.charts;
    assert.ok(bars?.kind === 'bar');
    for (const { key, label } of bars.bars) {
      if (key === undefined) continue;
      const films = await tiny.answers.filmsBehind(catalogueCoverage, noFilters, key);
      assert.equal(films?.length, Number(/\((\d+) sur/.exec(label)?.[1]), label);
    }
    const films = await tiny.answers.filmsBehind(catalogueCoverage, noFilters, 'rating');
    const cards = await tiny.cardsAt(films ?? []);
    assert.ok(cards.length > 0);
    assert.deepEqual(
      cards.map(({ votes }) => votes),
      cards.map(({ votes }) => votes).toSorted((a, b) => b - a),
    );
    for (const key of ['births', 'nothing', 'length.19', '', "'; DROP"])
      assert.equal(await tiny.answers.filmsBehind(catalogueCoverage, noFilters, key), null, key);
  });

  it('has the rows of its charts in its first tables; a decade of few films is not drawn', async () => {
    const told = (await starter.answers.answer(catalogueCoverage, noFilters))(speechOf('fr'));
    const [bars, heat] = told.charts;
    assert.ok(bars?.kind === 'bar' && heat?.kind === 'heat');
    assert.equal(told.tables[0]?.rows.length, bars.bars.length);
    assert.equal(told.tables[1]?.rows.length, heat.columns.names.length);
    const [lengths = []] = heat.cells;
    for (const [at, [decade, films]] of (told.tables[1]?.rows ?? []).entries()) {
      const cell = lengths[at];
      assert.equal(cell?.value === null, Number(films) < 10, String(decade));
      if (cell?.key === undefined) continue;
      const behind = await starter.answers.filmsBehind(catalogueCoverage, noFilters, cell.key);
      assert.equal(behind?.length, Math.round(Number(films) * Number(cell.value)));
    }
    assert.equal((await tell()).charts.length, 1);
  });
});

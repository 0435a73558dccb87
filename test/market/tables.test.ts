import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { builtIn, readFigures } from '#market/built-in.ts';
import { localityOf } from '#advice/locality-of.ts';
import { openMarket } from '#market/book.ts';
import { computed } from '#market/computed.ts';
import { localTaste } from '#market/local-taste.ts';
import { departmentOf, departments, placeName, regions } from '#market/places.ts';
import { readTable } from '#market/read-table.ts';
import { unitWords } from '#market/units.ts';
import { coded } from '../helpers/coded.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-tables-'));
after(() => rmSync(work, { recursive: true, force: true }));
const own = builtIn();
const book = openMarket(work, { commune: '23096' });
const value = (id: string, year?: number): number => book.figure(id, year)?.value ?? Number.NaN;

suite('our tables', () => {
  test('every figure has a known source, a known unit, and stands once', () => {
    const sources = new Set(own.sources.map(({ id }) => id));
    const seen = new Set<string>();
    for (const figure of own.figures) {
      const key = `${figure.id} ${figure.year}`;
      assert.ok(sources.has(figure.source), `${key}: source ${figure.source}`);
      assert.ok(unitWords.has(figure.unit), `${key}: unit ${figure.unit}`);
      assert.ok(!seen.has(key), `${key} stands twice`);
      seen.add(key);
      if (figure.unit === 'share') assert.ok(Math.abs(figure.value) <= 1, `${key}: a share`);
      assert.match(figure.id, /^[a-z0-9]+(-[a-z0-9]+)*\.[A-Za-z0-9-]+$/);
    }
    assert.ok(own.figures.length > 800, String(own.figures.length));
  });

  test('every source has a publisher, an http address of its own and a date, and is used', () => {
    const used = new Set([...own.figures, ...own.communes, ...own.cinemas].map(({ source }) => source));
    const ids = own.sources.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    for (const source of own.sources) {
      assert.match(source.url, /^https?:\/\/[\w.-]+\.[a-z]+\//, source.id);
      assert.doesNotMatch(source.url, /github|huggingface/, source.id);
      assert.match(source.date, /^\d{4}(-\d\d(-\d\d)?)?$/, source.id);
      assert.ok(used.has(source.id), `${source.id} is used by nothing`);
    }
  });

  test('places are departments, regions, France, communes or cinemas of the book', () => {
    const cinemas = new Set(own.cinemas.map(({ id }) => id));
    for (const { id, place } of own.figures)
      assert.ok(placeName(place) !== null || cinemas.has(place) || /^\d{5}$/.test(place), id);
    assert.equal(departments.size, 101);
    for (const { region } of departments.values()) assert.ok(regions.has(region));
    assert.deepEqual(['23096', '2A004', '97411'].map(departmentOf), ['23', '2A', '974']);
  });

  test('the communes are those of the Creuse, and add up', () => {
    assert.equal(own.communes.length, 256);
    assert.equal(
      own.communes.reduce((sum, { population }) => sum + population, 0),
      value('population.23', 2022),
    );
    for (const { code, department, longitude, latitude } of own.communes) {
      assert.equal(departmentOf(code), department);
      assert.ok(longitude > 1.3 && longitude < 2.7 && latitude > 45.6 && latitude < 46.5, code);
    }
  });

  test('ages add up to the population, men and women to the ages', () => {
    for (const year of [2008, 2013, 2018, 2021, 2022]) {
      const bands = ['0-14', '15-29', '30-44', '45-59', '60-74', '75-plus'].map((band) =>
        value(`people-${band}.23`, year),
      );
      const difference = bands.reduce((sum, people) => sum + people, 0) - value('population.23', year);
      assert.ok(Math.abs(difference) <= 3, `${year}: ${difference}`);
    }
    for (const band of ['0-14', '15-29', '30-44', '45-59', '60-74'])
      assert.ok(Math.abs(value(`men-${band}.23`) + value(`women-${band}.23`) - value(`people-${band}.23`, 2021)) <= 2);
  });

  test('shares that part a whole add up to it', () => {
    const sum = (ids: string[], year?: number) => ids.reduce((total, id) => total + value(`${id}.FR`, year), 0);
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    for (const year of [2010, 2019])
      assert.ok(
        Math.abs(
          sum(
            days.map((day) => `weekday-share-${day}`),
            year,
          ) - 1,
        ) < 0.002,
      );
    for (const kind of ['french', 'american', 'comedy', 'fiction', '100k-500k', 'over-4m'])
      assert.ok(
        Math.abs(
          sum(
            ['3-14', '15-24', '25-49', '50-plus'].map((age) => `film-audience-${kind}-${age}`),
            2023,
          ) - 1,
        ) < 0.002,
        kind,
      );
    assert.equal(book.figure('film-audience-animation-15-24.FR'), null, 'wrong in the chart: left out');
    assert.equal(book.figure('film-audience-documentary-50-plus.FR'), null, 'wrong in the chart: left out');
  });
});

suite('what is computed from the tables equals the study', () => {
  const creuse = book.cinemas.filter(({ department }) => department === '23');
  const weighted = (cinemas: typeof creuse): number =>
    cinemas.reduce((sum, one) => sum + one.entries * (one.frenchShare ?? Number.NaN), 0) /
    cinemas.reduce((sum, one) => sum + one.entries, 0);
  const entries = creuse.reduce((sum, one) => sum + one.entries, 0);

  test('the index, the occupancy, the ages', () => {
    assert.equal(value('attendance-index.23'), 1.5);
    assert.equal(book.figure('attendance-index.23')?.year, 2024);
    assert.deepEqual([value('attendance-index.NAQ'), value('attendance-index.FR')], [2.68, 2.73]);
    assert.deepEqual([value('seat-occupancy.23'), value('seat-occupancy.FR')], [0.088, 0.121]);
    assert.equal(value('attendance-rank.23', 2024), 90);
    assert.equal(book.series('attendance-index.23').length, 59);
    const older = value('people-60-74.23') + value('people-75-plus.23');
    assert.equal((older / value('population.23', 2022)).toFixed(3), '0.399');
    assert.equal(
      (136_602 / value('population-total.23', 2019)).toFixed(2),
      value('attendance-index.23', 2022).toFixed(2),
    );
  });

  test('entries, viewers a screening, French films', () => {
    assert.equal(entries, value('entries.23', 2022));
    assert.equal(
      creuse.reduce((sum, one) => sum + one.entriesBefore, 0),
      value('entries.23', 2021),
    );
    assert.equal((entries / creuse.reduce((sum, one) => sum + one.screenings, 0)).toFixed(1), '12.6');
    assert.equal(weighted(creuse).toFixed(3), '0.521');
    assert.equal(weighted(creuse.filter(({ commune }) => commune !== '23096')).toFixed(3), '0.636');
    assert.deepEqual(
      [value('french-share.FR'), value('french-share-rural.FR')].map((share) => share.toFixed(3)),
      ['0.413', '0.535'],
    );
    assert.deepEqual(
      [value('viewers-per-screening.FR'), value('viewers-per-screening-rural.FR')].map((one) => one.toFixed(1)),
      ['18.1', '18.9'],
    );
    assert.deepEqual(
      [2022, 2023, 2024].map((year) => value('nationality-french-share.FR', year).toFixed(3)),
      ['0.410', '0.400', '0.448'],
    );
  });

  test('the seasons', () => {
    const mean = (years: number[]): string[] => {
      const months = Array.from({ length: 12 }, (_, month) =>
        years.reduce((sum, year) => sum + value(`entries-month-${String(month + 1).padStart(2, '0')}.FR`, year), 0),
      );
      const all = months.reduce((sum, one) => sum + one, 0);
      return months.map((one) => ((1200 * one) / all).toFixed(0));
    };
    assert.deepEqual(mean([2015, 2016, 2017, 2018, 2019]).slice(0, 3), ['100', '136', '111']);
    assert.equal(mean([2023, 2024])[6], '120');
  });
});

suite('the reader of tables', () => {
  const columns = 'topic\tplace\tyear\tvalue\tunit\tsource\treliability\tnote-fr\tnote-en';
  const refused = (text: string | Buffer, code: Parameters<typeof coded>[0], ...words: string[]): void => {
    const file = join(work, 'figures.tsv');
    writeFileSync(file, text);
    assert.throws(() => readFigures(file), coded(code, ...words));
  };

  test('names file, line and column', () => {
    refused(
      `${columns}\na\t23\t2020\t1,5\t\ts\tA\t\t\n`,
      'FILE_ROW',
      'figures.tsv, line 2',
      '“value”',
      '“1,5” is no number',
    );
    refused(`${columns}\na\t23\t2020\t1\t\ts\tE\t\t\n`, 'FILE_ROW', '“reliability”', '“E”');
    refused(`${columns}\na\t23\t2020\t1\t\t\tA\t\t\n`, 'FILE_ROW', '“source”');
    refused(`${columns}\na\t23\t20201\t1\t\ts\tA\t\t\n`, 'FILE_ROW', '“year”');
    refused(`${columns}\na\t23\t2020\t1\t\ts\tA\tSeul\t\n`, 'FILE_ROW', '“note-en”');
    refused(`${columns}\na\t23\t2020\t1\n`, 'FILE_ROW', 'line 2', '4 columns');
    refused(`${columns}\n\n`, 'FILE_ROW', 'line 2');
    refused(`${columns}\na\t23\t2020\t1\t\ts\tA\t\t`, 'FILE_ROW', 'does not end');
    refused('topic\tplace\tyear\n', 'FILE_HEADER', 'value');
    refused(`place\ttopic${columns.slice(11)}\n`, 'FILE_ROW', 'in this order');
    refused(Buffer.from(`${columns}\né\n`, 'latin1'), 'FILE_NOT_UTF8');
    assert.throws(() => readTable(join(work, 'none.tsv'), ['a']), coded('FILE_MISSING'));
  });
});

const measuredOnCinemas = [
  'offer',
  'french-films',
  'art-et-essai',
  'first-week-films',
  'audience-per-screening',
  'seat-occupancy',
  'access',
  'catchment',
  'huff',
  'leakage',
];

suite('cinemas of the tables', () => {
  test('of the Creuse they are all; of the departments around, only some: nothing is measured on these', () => {
    const limoges = openMarket(work, { commune: '87085' });
    assert.ok(limoges.cinemas.some(({ commune }) => commune === '87085'));
    assert.deepEqual(
      ['23', '87', '48'].map((department) => book.cinemasComplete?.(department)),
      [true, false, false],
    );
    const onCinemas = computed.filter(({ name }) => measuredOnCinemas.includes(name));
    assert.equal(onCinemas.length, measuredOnCinemas.length);
    for (const { name, compute } of onCinemas) {
      assert.notEqual(compute(book), null, name);
      assert.equal(compute(limoges), null, name);
    }
    assert.equal(localTaste(limoges)?.nearness, 'country');
    assert.equal(localTaste(book)?.nearness, 'cinema');
    const [far, near] = [localityOf(limoges, 2026).origins, localityOf(book, 2026).origins];
    assert.equal(far.french.local, null);
    assert.equal(near.french.local?.toFixed(3), '0.521');
  });
});

suite('home', () => {
  test('is the commune asked for; one that cannot be is named', () => {
    assert.deepEqual(openMarket(work, { commune: '31555' }).home, { commune: '31555', department: '31' });
    assert.throws(() => openMarket(work, { commune: '23999' }), coded('COMMUNE_UNKNOWN', '23999', 'Creuse'));
    assert.throws(() => openMarket(work, { commune: '99123' }), coded('COMMUNE_UNKNOWN', '99123'));
  });
});

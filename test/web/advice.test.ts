import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '#web/app.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

let app: Hono;
let tiny: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
  const small = await tinyLanterne();
  tiny = createApp(() => small);
});

const get = async (path: string, from = app): Promise<[number, string]> => {
  const response = await from.request(path);
  return [response.status, await response.text()];
};
const rows = (csv: string): string[] =>
  csv.split('\r\n').filter((line) => line !== '' && !line.replace('\ufeff', '').startsWith('#'));

describe('the advice', () => {
  it('names niches, what speaks for and against each, how far its rank holds, and leads to its season', async () => {
    for (const [path, against] of [
      ['/specialisation', 'Contre'],
      ['/en/specialisation', 'Against'],
    ] as const) {
      const [status, page] = await get(path);
      assert.equal(status, 200);
      assert.ok(page.includes(`<h4>${against}</h4>`));
      const niches = [...page.matchAll(/<li class="niche">/g)].length;
      assert.ok(niches >= 3, `${niches}`);
      assert.equal([...page.matchAll(/class="niche-holds">[^<]*\d/g)].length, niches);
      const [, season = ''] = /href="([^"]*\/specialisation\/saison\?[^"]*)"/.exec(page) ?? [];
      const [found, films] = await get(season.replaceAll('&amp;', '&'));
      assert.equal(found, 200);
      assert.match(films, /<li class="film">/);
    }
  });

  it('gives a handful of niches no rank, and holds none against them', async () => {
    const [, page] = await get('/specialisation');
    assert.match(page, /Pas de rang\u00a0: 4\u00a0niches seulement/);
    assert.doesNotMatch(page, /Son rang dépend/);
  });

  it('says that a catalogue without ratings knows no esteem', async () => {
    const [, page] = await get('/specialisation');
    assert.match(page, /100[\s\u00a0\u202f]?% des films n’ont pas de note/);
    assert.doesNotMatch(page, /Estime\u00a0: [+−]/);
  });

  it('refuses to advise on a handful of films, without a chart of noise', async () => {
    const [status, page] = await get('/specialisation?min-votes=1', tiny);
    assert.equal(status, 200);
    assert.match(page, /Trop peu de films/);
    assert.doesNotMatch(page, /<svg[^>]*class="[^"]*chart/);
  });

  it('gives all niches as CSV, in the order of the page, and its settings move them', async () => {
    const [status, csv] = await get('/specialisation.csv');
    assert.equal(status, 200);
    const [heads = '', first = ''] = rows(csv);
    assert.match(heads, /^niche;rank;/);
    assert.match(first, /;1;/);
    const [, supply] = await get('/specialisation.csv?supply=5&esteem=0&fit=0');
    const films = rows(supply)
      .slice(1)
      .map((row) => Number(row.split(';')[5]));
    assert.deepEqual(
      films,
      films.toSorted((a, b) => b - a),
    );
  });

  it('refuses in a sentence what it cannot use', async () => {
    for (const query of [
      'fit=9',
      'fit=-1',
      'supply=x',
      'supply=0&esteem=0&fit=0',
      'origin=mars',
      'show=all',
      'min-votes=0',
    ])
      for (const from of ['/specialisation', '/en/specialisation']) {
        const [status, page] = await get(`${from}?${query}`);
        assert.equal(status, 400, query);
        assert.match(page, /<div class="notice"><p>/);
      }
    const [status, page] = await get(`/specialisation?origin=${encodeURIComponent('<script>alert(1)</script>')}`);
    assert.equal(status, 400);
    assert.ok(!page.includes('<script>alert'));
  });
});

describe('a season', () => {
  it('holds as many films as asked, by as many directors, in the order of years', async () => {
    const [status, csv] = await get('/specialisation/saison.csv?genre=Comedy&origin=french&films=6');
    assert.equal(status, 200);
    const years = rows(csv)
      .slice(1)
      .map((row) => Number(/;(\d{4});/.exec(row)?.[1]));
    assert.equal(years.length, 6);
    assert.deepEqual(
      years,
      years.toSorted((a, b) => a - b),
    );
    const [, page] = await get('/specialisation/saison?genre=Comedy&origin=french&films=6');
    assert.equal([...page.matchAll(/<li class="film">/g)].length, 6);
    assert.match(page, /À demander/);
  });

  it('says when nothing will do, and what cannot be asked', async () => {
    const [found, none] = await get('/specialisation/saison?genre=Western&decade=1880&origin=french');
    assert.equal(found, 200);
    assert.match(none, /Aucun film ne convient/);
    for (const query of ['genre=Nope', 'decade=12', 'films=1', 'films=31', 'label=2', 'origin=x'])
      assert.equal((await get(`/specialisation/saison?${query}`))[0], 400, query);
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { indicators } from '#indicators/registry.ts';
import { createApp } from '#web/app.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

let app: Hono;
let starting: Hono;
before(async () => {
  const [tiny, starter] = await Promise.all([tinyLanterne(), starterLanterne()]);
  app = createApp(() => tiny);
  starting = createApp(() => starter);
});
const text = async (path: string, from = app): Promise<string> => (await from.request(path)).text();
const status = async (path: string): Promise<number> => (await app.request(path)).status;
const KNOWN = '/chiffres/catalogue-coverage';

describe('the list of figures', () => {
  it('holds every indicator, by theme, each with what it finds, and leads to the other studies', async () => {
    await Promise.all(indicators.map((one) => app.request(`/chiffres/${one.name}`)));
    const page = await text('/chiffres');
    for (const { name, question } of indicators) {
      assert.match(page, new RegExp(`href="/chiffres/${name}"`));
      assert.ok(page.includes(question.fr.replaceAll("'", '&#39;')), name);
    }
    assert.match(page, /Le catalogue décrit \d+\u00a0films/);
    for (const path of ['/etude', '/specialisation', '/qualite']) assert.match(page, new RegExp(`href="${path}"`));
    assert.match(page, /<link rel="canonical" href="http:\/\/localhost\/chiffres"\/>/);
    assert.doesNotMatch(page, /name="robots"/);
    const english = await text('/en/chiffres');
    assert.match(english, /<h1>Cinema in figures<\/h1>/);
    assert.match(english, /The catalogue describes \d+ films/);
  });

  it('is led to from every page, and from the map of the site', async () => {
    assert.match(await text('/film/tt99000001'), /href="\/chiffres"/);
    const map = await text('/sitemap-1.xml');
    for (const { name } of indicators) assert.match(map, new RegExp(`<loc>http://localhost/en/chiffres/${name}</loc>`));
  });

  it('stays small', async () => {
    for (const path of ['/chiffres', ...indicators.map(({ name }) => `/chiffres/${name}`)]) {
      const bytes = gzipSync(await text(path)).byteLength;
      assert.ok(bytes < 60_000, `${path}: ${bytes} bytes`);
    }
  });
});

describe('the page of an indicator', () => {
  it('has the question as its title, the finding first, then N, filters, charts with their tables, coverage, method, files', async () => {
    const page = await text(KNOWN);
    const order = [
      '<h1>Que savons-nous',
      'class="finding-first">Le catalogue décrit',
      'N\u00a0=\u00a0',
      '<form class="browse-form figure-form" method="get"',
      'class="chart-figure"',
      '<table',
      'Ce qu’on sait, ce qu’on ignore',
      'À garder en tête',
      'Comment c’est calculé',
      'Phrase à copier',
      'Emporter les données',
      'Sources',
    ].map((part) => page.indexOf(part));
    assert.ok(!order.includes(-1), order.join(' '));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.doesNotMatch(page, / style="|<style/);
  });

  it('tells machines that it is a dataset, with its files', async () => {
    const page = await text(`/en${KNOWN}`);
    const [dataset] = [...page.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
      ([, json = '']) => JSON.parse(json),
    );
    assert.equal(dataset['@type'], 'Dataset');
    assert.equal(dataset.url, `http://localhost/en${KNOWN}`);
    assert.equal(dataset.distribution[0].contentUrl, `http://localhost/en${KNOWN}.csv`);
    assert.match(dataset.usageInfo, /Information courtesy of IMDb/);
    assert.match(
      page,
      /<meta property="og:image" content="http:\/\/localhost\/en\/chiffres\/catalogue-coverage\.png"\/>/,
    );
  });

  it('answers with filters in its address, says them, keeps them in the links, and stays out of search engines then', async () => {
    const page = await text(`${KNOWN}?from=1950&genre=Drama`);
    assert.match(page, /Filtres\u00a0: à partir de 1950, genre\u00a0: drame/);
    assert.match(page, /<option value="Drama" selected>/);
    assert.match(page, /name="from"[^>]*value="1950"/);
    assert.match(page, /href="\/chiffres\/catalogue-coverage\.csv\?from=1950&amp;genre=Drama"/);
    assert.match(page, /\/chiffres\/catalogue-coverage\/films\?from=1950&(amp;)?genre=Drama&(amp;)?key=length/);
    assert.match(page, /name="robots" content="noindex"/);
    assert.match(page, /href="\/en\/chiffres\/catalogue-coverage\?from=1950&amp;genre=Drama"/);
  });

  it('sends a form on to the address that says the same in fewer words', async () => {
    const answer = await app.request(`${KNOWN}?from=&to=&genre=Drama&min-votes=`);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('Location'), `${KNOWN}?genre=Drama`);
  });

  it('says what cannot be asked, in a sentence above the form, with 400', async () => {
    for (const [query, sentence] of [
      ['from=abc', /nombre entier de 1870 à 2100/],
      ['genre=Nothing', /Aucun film du catalogue n’est du genre/],
      ['people=actress', /n’existe pas pour cet indicateur/],
      ['from=2000&to=1990', /La première année vient après la dernière/],
    ] as const) {
      const answer = await app.request(`${KNOWN}?${query}`);
      assert.equal(answer.status, 400, query);
      const page = await answer.text();
      assert.match(page, sentence);
      assert.match(page, /<form class="browse-form figure-form"/);
      assert.match(page, /name="robots" content="noindex"/);
    }
    assert.match(await text(`${KNOWN}?from=%3Cscript%3Ealert(1)`), /&lt;script/);
    assert.doesNotMatch(await text(`${KNOWN}?from=%3Cscript%3Ealert(1)`), /<script>alert/);
  });

  it('says what the catalogue lacks, and does not break: the starter has no votes', async () => {
    for (const { name } of indicators) {
      const answer = await starting.request(`/chiffres/${name}`);
      assert.equal(answer.status, 200, name);
      assert.match(await answer.text(), /class="finding-first">[^<]+\.</);
    }
    assert.equal((await starting.request('/chiffres')).status, 200);
  });

  it('is not there under another name', async () => {
    for (const path of [
      '/chiffres/nothing',
      '/chiffres/__proto__',
      '/chiffres/nothing.csv',
      '/chiffres/nothing/films?key=x',
    ])
      assert.equal(await status(path), 404, path);
  });

  it('is kept ready for readers of whom nothing is known', async () => {
    const first = await app.request(KNOWN);
    const etag = first.headers.get('ETag');
    assert.ok(etag !== null);
    assert.match(first.headers.get('Cache-Control') ?? '', /^public/);
    assert.equal((await app.request(KNOWN, { headers: { 'If-None-Match': etag } })).status, 304);
  });
});

describe('the files of an answer', () => {
  it('are CSV with the filters in their name and inside', async () => {
    const answer = await app.request(`${KNOWN}.csv?from=1950&table=decades`);
    assert.equal(answer.headers.get('Content-Type'), 'text/csv; charset=utf-8');
    assert.equal(
      answer.headers.get('Content-Disposition'),
      'attachment; filename="catalogue-coverage_from-1950_decades.csv"',
    );
    const csv = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    assert.match(csv, /^\ufeff# Indicateur;Ce que le catalogue sait\r\n/);
    assert.match(csv, /# Filtres;à partir de 1950\r\n/);
    assert.match(csv, /# Page;http:\/\/localhost\/chiffres\/catalogue-coverage\?from=1950\r\n/);
    assert.match(csv, /\r\ndecade;films;length;/);
    assert.match(await text(`/en${KNOWN}.csv`), /\r\nfact,known,of,share\r\n/);
  });

  it('are SVG and PNG with the filters, the date and the sources inside', async () => {
    const svg = await app.request(`${KNOWN}.svg?from=1950`);
    assert.equal(svg.headers.get('Content-Type'), 'image/svg+xml; charset=utf-8');
    const drawn = await svg.text();
    assert.match(drawn, /^<svg /);
    for (const said of ['à partir de 1950', 'Catalogue du', 'Information courtesy of IMDb'])
      assert.ok(drawn.includes(said), said);
    const png = await app.request(`${KNOWN}.png?chart=1`);
    assert.equal(png.headers.get('Content-Type'), 'image/png');
    const bytes = new Uint8Array(await png.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok(bytes.byteLength > 5000);
  });

  it('are not there when the part is not, nor with filters that cannot be used', async () => {
    for (const path of [
      '.csv?table=nothing',
      '.svg?chart=9',
      '.png?chart=0',
      '.png?chart=x',
      '.svg?from=1880&to=1881',
      '.gif',
    ])
      assert.equal(await status(KNOWN + path), 404, path);
    assert.equal(await status(`${KNOWN}.csv?from=abc`), 400);
    assert.equal(await status(`${KNOWN}.png?people=actor`), 400);
  });
});

describe('a table on a page of its own', () => {
  it('says what it is of, keeps the filters, and leads back and to its file', async () => {
    const page = await text(`${KNOWN}/table?from=1950&table=sources`);
    assert.match(page, /<h1>D’où vient chaque information/);
    assert.match(page, /<table[\s\S]*<td>IMDb<\/td>/);
    assert.match(page, /Filtres\u00a0: à partir de 1950/);
    assert.match(page, /href="\/chiffres\/catalogue-coverage\.csv\?from=1950&amp;table=sources"/);
    assert.match(page, /href="\/chiffres\/catalogue-coverage\?from=1950">Revenir à/);
    assert.match(page, /name="robots" content="noindex"/);
    assert.equal(await status(`${KNOWN}/table?table=nothing`), 404);
    assert.equal(await status(`${KNOWN}/table?from=x`), 400);
  });
});

describe('the films behind a point', () => {
  it('are shown as tiles with years and votes, with the way back, and stay out of search engines', async () => {
    const page = await text(`${KNOWN}/films?from=1950&key=rating`);
    assert.match(page, /<h1>Note \(un vote au moins\)\u00a0: /);
    assert.match(page, /\d+\u00a0films, du plus voté au moins voté\./);
    assert.match(page, /href="\/film\/tt99000001"/);
    assert.match(page, /sur 10 · \d/);
    assert.match(page, /name="robots" content="noindex"/);
    assert.match(page, /href="\/chiffres\/catalogue-coverage\?from=1950">Revenir à/);
  });

  it('are not there for a key that is none, nor past the last page', async () => {
    for (const query of [
      '',
      'key=',
      'key=nothing',
      `key=${'x'.repeat(500)}`,
      'key=rating&page=99',
      'key=rating&page=0',
      'key=rating&page=x',
    ])
      assert.equal(await status(`${KNOWN}/films?${query}`), 404, query);
    assert.equal(await status(`${KNOWN}/films?key=rating&from=x`), 400);
  });
});

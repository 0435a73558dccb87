import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Hono } from 'hono';
import type { BrowseWish, Lanterne } from '#lanterne.ts';
import { createApp } from '#web/app.ts';
import { browseQuery, readBrowse } from '#web/browse-url.ts';
import { asJsonLd } from '#web/json-ld.ts';
import { serve } from '#web/serve.ts';
import { noTaste } from '#web/taste-url.ts';
import { en } from '#web/words.en.ts';
import { fr } from '#web/words.fr.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

const DINNER = 'tt0119038';
const VEBER = 'nm0891554';
let app: Hono;
let rated: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
  const tiny = await tinyLanterne();
  rated = createApp(() => tiny);
});

const text = async (path: string, from = app): Promise<string> => (await from.request(path)).text();

function jsonLd(page: string): Record<string, unknown>[] {
  return [...page.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, json = '']) => {
    const value: unknown = JSON.parse(json);
    assert.ok(typeof value === 'object' && value !== null);
    return { ...value };
  });
}

describe('a film’s page', () => {
  it('leads to its people, its country and its themes, and keeps the taste', async () => {
    const page = await text(`/film/${DINNER}?liked=tt0060474`);
    assert.match(page, new RegExp(`href="/personne/${VEBER}\\?liked=tt0060474">Francis Veber</a>`));
    assert.match(page, /href="\/personne\/nm0508293\?liked=tt0060474">Thierry Lhermitte<\/a>/);
    assert.match(page, /href="\/parcourir\?liked=tt0060474&amp;country=FR">France<\/a>/);
    assert.match(page, /href="\/parcourir\?liked=tt0060474&amp;theme=farce">vaudeville<\/a>/);
    assert.match(
      page,
      /<nav class="crumbs" aria-label="Vous êtes ici">.*href="\/parcourir\?liked=tt0060474&amp;genre=Comedy">Comédie</,
    );
  });

  it('describes itself to machines as a Movie, in each language, without the reader’s taste', async () => {
    const [movie, crumbs] = jsonLd(await text(`/film/${DINNER}?liked=tt0060474`));
    assert.deepEqual(movie, {
      '@context': 'https://schema.org',
      '@type': 'Movie',
      '@id': `http://localhost/film/${DINNER}`,
      url: `http://localhost/film/${DINNER}`,
      name: 'Le Dîner de cons',
      alternateName: ['The Dinner Game'],
      image: movie?.['image'],
      description: movie?.['description'],
      datePublished: '1998',
      duration: 'PT1H20M',
      genre: ['comédie'],
      inLanguage: 'fr',
      countryOfOrigin: [{ '@type': 'Country', name: 'FR' }],
      director: [{ '@type': 'Person', name: 'Francis Veber', url: `http://localhost/personne/${VEBER}` }],
      author: [{ '@type': 'Person', name: 'Francis Veber', url: `http://localhost/personne/${VEBER}` }],
      actor: movie?.['actor'],
      keywords: movie?.['keywords'],
      sameAs: `https://www.imdb.com/title/${DINNER}/`,
    });
    assert.match(String(movie?.['image']), /^http:\/\/localhost\/poster\/tt0119038\.svg\?v=\w+$/);
    assert.equal(crumbs?.['@type'], 'BreadcrumbList');
    assert.doesNotMatch(JSON.stringify(crumbs), /liked/);
    const [english] = jsonLd(await text(`/en/film/${DINNER}`));
    assert.equal(english?.['name'], 'The Dinner Game');
    assert.equal(english?.['url'], `http://localhost/en/film/${DINNER}`);
  });

  it('has a canonical address and Open Graph at the public address, when one is set', async () => {
    const lanterne = await withSettings({ origin: 'https://films.example' });
    const page = await text(
      `/en/film/${DINNER}?liked=tt0060474`,
      createApp(() => lanterne),
    );
    assert.match(page, new RegExp(`<link rel="canonical" href="https://films.example/en/film/${DINNER}"/>`));
    assert.match(page, /<meta property="og:type" content="video.movie"\/>/);
    assert.match(page, /<meta property="og:locale" content="en_GB"\/>/);
    assert.equal(jsonLd(page)[0]?.['url'], `https://films.example/en/film/${DINNER}`);
  });

  it('takes its address from the Host header, whatever the request line says', async () => {
    const server = await serve(app, { host: '127.0.0.1', port: 0 });
    try {
      const { host, port } = new URL(server.url);
      const answer = await new Promise<string>((resolve, reject) => {
        let read = '';
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(`GET http://evil.example/film/${DINNER} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
        );
        socket.setEncoding('utf8').on('data', (part: string) => (read += part));
        socket.on('end', () => resolve(read)).on('error', reject);
      });
      assert.doesNotMatch(answer, /evil\.example/);
      assert.match(answer, new RegExp(`<link rel="canonical" href="http://${host}/film/${DINNER}"/>`));
    } finally {
      await server.close();
    }
  });

  it('says where it stands by weighted rating, among how many, with m and C', async () => {
    const page = await text('/film/tt99000001', rated);
    assert.match(page, /Note d’IMDb\u00a0: 7,4 sur 10, 5\s210\u00a0votes\./);
    assert.match(page, /1er sur 3\u00a0films ayant au moins 1\s000 votes\./);
    assert.match(page, /m\u00a0=\u00a01\s000 le nombre de votes/);
    assert.match(page, /C\u00a0=\u00a06,\d la moyenne/);
    assert.match(await text('/en/film/tt99000001', rated), /1st of 3 films with at least 1,000 votes\./);
    assert.match(await text('/film/tt99000003', rated), /Pas de rang\u00a0: il faut 1\s000 votes, ce film en a 95\./);
    const unrated = await text('/film/tt99000018', rated);
    assert.doesNotMatch(unrated, /Sa place/);
    assert.match(await text(`/film/${DINNER}`), /Notoriété\u00a0: 5 sur 5, de l’avis de notre rédaction/);
  });

  it('says when the story is in the other language only, and leaves the trailer behind a link', async () => {
    const page = await changed(DINNER, { overviewFr: null, trailer: 'a"b&c' });
    assert.match(page, /Nous n’avons ce résumé qu’en anglais\u00a0:<\/p><p class="story" lang="en">/);
    assert.match(
      page,
      /<a class="quiet button" href="https:\/\/www\.youtube\.com\/watch\?v=a%22b%26c" rel="noreferrer noopener external">/,
    );
    assert.match(page, /Vous quittez ce site/);
    assert.doesNotMatch(page, /<iframe|<video|youtube-nocookie|ytimg/);
  });

  it('lets no title act as markup, nor break what machines read', async () => {
    for (const title of [
      '</script><script>alert(1)</script>',
      '<!--<script>',
      '\u202efdp.exe',
      'a\u0000b\u2028c',
      '"\\\'&lt;',
      '\ud800',
    ]) {
      const page = await changed(DINNER, { title });
      assert.doesNotMatch(page, /<script>alert|<!--/, title);
      const [movie] = jsonLd(page);
      assert.equal(movie?.['@type'], 'Movie');
      const name = String(movie?.['name']);
      assert.doesNotMatch(name, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      if (title.startsWith('<')) assert.equal(name, title);
    }
  });
});

describe('JSON-LD', () => {
  it('says the same as the value, and holds nothing that HTML would read', () => {
    const words = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.dictionary(words, words, { maxKeys: 6 }), (value) => {
        const json = asJsonLd(value);
        assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a person’s page', () => {
  it('has films by role with their parts, periods and company', async () => {
    const page = await text(`/personne/${VEBER}`);
    assert.match(page, /<h1>Francis Veber<\/h1>/);
    assert.match(page, /<h2 id="director-title">Réalisation<\/h2>/);
    assert.match(page, /<h2 id="writer-title">Scénario<\/h2>/);
    assert.match(page, new RegExp(`href="/film/${DINNER}"`));
    assert.match(page, /<h2 id="periods-title">Périodes<\/h2>/);
    assert.match(page, /Aux mêmes génériques[^]*films en commun/);
    const [person] = jsonLd(page);
    assert.deepEqual(
      [person?.['@type'], person?.['name'], person?.['url'], person?.['sameAs']],
      ['Person', 'Francis Veber', `http://localhost/personne/${VEBER}`, `https://www.imdb.com/name/${VEBER}/`],
    );
  });

  it('by year lists every film under its decade, the latest first', async () => {
    const page = await text(`/personne/${VEBER}?order=year&liked=${DINNER}`);
    const years = [...page.slice(0, page.indexOf('id="director"')).matchAll(/class="year">(\d{4})</g)].map(([, year]) =>
      Number(year),
    );
    assert.ok(years.length >= 3);
    assert.deepEqual(
      years,
      years.toSorted((a, b) => b - a),
    );
    assert.match(page, /<h3 id="writer-1990">Années 1990<\/h3>/);
    assert.match(page, new RegExp(`href="/personne/${VEBER}\\?liked=${DINNER}">Les plus connus d’abord`));
    assert.match(page, /<meta name="robots" content="noindex"\/>/);
  });

  it('has cinema and series apart, with years and parts', async () => {
    const page = await text('/personne/nm99000002', rated);
    assert.match(
      page,
      /Au cinéma[^]*La Lanterne de sel[^]*dans le rôle de Victor[^]*En séries[^]*2015\u00a0–\u00a02019[^]*La Station météo/,
    );
    assert.match(page, /Naissance en 1970/);
    assert.match(await text('/en/personne/nm99000004', rated), /1930–1999/);
  });

  it('answers 404 in both languages for those who are not there', async () => {
    for (const id of ['nm9999999', 'nm1', 'tm0000001', 'nonsense', '%3Cscript%3E', 'nm0891554%00', DINNER]) {
      const answer = await app.request(`/personne/${id}`);
      assert.equal(answer.status, 404, id);
      assert.match(
        await answer.text(),
        /Cette personne n’est pas dans notre catalogue[^]*That person is not in our catalogue/,
      );
    }
  });
});

describe('browsing', () => {
  it('begins with links and a form that say how many films each choice has', async () => {
    const page = await text('/parcourir');
    assert.match(page, /<a href="\/parcourir\?genre=Comedy">Comédie <small>\d+<\/small>/);
    assert.match(page, /<option value="FR">France \(\d+\)<\/option>/);
    assert.match(page, /676\u00a0films, du plus connu au moins connu de l’avis de notre rédaction/);
    assert.match(page, /<form class="browse-form" method="get" action="\/parcourir"/);
    assert.equal([...page.matchAll(/<li class="film">/g)].length, 24);
  });

  it('combines facets, in an order that it tells', async () => {
    const page = await text(`/parcourir?genre=Comedy&decade=1960&country=FR&order=year&liked=${DINNER}`);
    assert.match(page, /<h1>Comédie, années 1960, France<\/h1>/);
    assert.match(page, /du plus récent au plus ancien\u00a0; dans une même année, le plus connu d’abord/);
    assert.match(page, /<input type="hidden" name="liked" value="tt0119038"\/>/);
    assert.match(
      page,
      new RegExp(
        `href="/parcourir\\?liked=${DINNER}&amp;genre=Comedy&amp;country=FR&amp;order=year" aria-label="Retirer «\u00a0années 1960\u00a0»"`,
      ),
    );
    assert.match(page, /<option value="1960" selected/);
    const years = [...page.matchAll(/class="facts">(\d{4}) ·/g)].map(([, year]) => Number(year));
    assert.ok(years.length >= 3 && years.every((year) => year >= 1960 && year <= 1969));
  });

  it('orders rated films by weighted rating, and says so with m and C', async () => {
    assert.match(
      await text('/parcourir', rated),
      /une note donnée par peu de personnes est ramenée vers la moyenne de notre catalogue, 6,\d sur 10, qui pèse 1\s000 votes/,
    );
    assert.match(await text('/en/parcourir?order=year', rated), /the newest first; in one year, the best rated first/);
  });

  it('goes on by pages of 24, linked both ways', async () => {
    const [first, second] = await Promise.all([text('/parcourir'), text('/parcourir?page=2')]);
    const ids = (page: string): string[] =>
      [...page.matchAll(/<h3 class="film-title"><a href="\/film\/(tt\d+)/g)].map(([, id = '']) => id);
    assert.equal(new Set([...ids(first), ...ids(second)]).size, 48);
    assert.match(first, /<link rel="next" href="\/parcourir\?page=2"\/>/);
    assert.match(second, /<link rel="prev" href="\/parcourir"\/><link rel="next" href="\/parcourir\?page=3"\/>/);
    assert.match(second, /<span aria-current="page">Page 2 sur 29<\/span>/);
    assert.match(second, /<link rel="canonical" href="http:\/\/localhost\/parcourir\?page=2"\/>/);
  });

  it('says what to loosen when nothing meets all the conditions', async () => {
    const answer = await app.request('/parcourir?genre=Western&decade=2020&country=FR');
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(page, /Aucun film ne remplit toutes ces conditions/);
    assert.match(
      page,
      /<a href="\/parcourir\?decade=2020&amp;country=FR">sans «\u00a0western\u00a0», \d+\u00a0films<\/a>/,
    );
    assert.match(page, /noindex/);
  });

  it('answers 404 for what no film has, and the clean address for what goes without saying', async () => {
    for (const query of [
      'genre=Nope',
      'decade=1700',
      'decade=196',
      'country=fr',
      'theme=%00',
      'theme=%3Cscript%3E',
      'order=random',
      'page=0',
      'page=-1',
      'page=1e3',
      'page=999',
      'genre=__proto__',
      'page=2&genre=Comedy&decade=1890',
    ])
      assert.equal((await app.request(`/parcourir?${query}`)).status, 404, query);
    const answer = await app.request(`/en/parcourir?liked=${DINNER}&genre=&decade=1960&country=&order=&page=1`);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), `/en/parcourir?liked=${DINNER}&decade=1960`);
  });

  it('reads its own addresses back', () => {
    const values = fc.constantFrom('', 'Comedy', '1960', 'a&b=c', 'é ; +', '%41');
    const wishes: fc.Arbitrary<BrowseWish> = fc.record({
      genre: values,
      decade: values,
      country: values,
      theme: values,
      order: fc.constantFrom('merit', 'year'),
      page: fc.integer({ min: 1, max: 999_999 }),
    });
    fc.assert(
      fc.property(wishes, (wish) =>
        assert.deepEqual(readBrowse(new URLSearchParams(browseQuery(wish, noTaste))), { ...wish }),
      ),
    );
  });
});

describe('what search engines read', () => {
  it('is a map of the films in both languages, in parts', async () => {
    const index = await app.request('/sitemap.xml');
    assert.equal(index.headers.get('content-type'), 'application/xml; charset=utf-8');
    const parts = [...(await index.text()).matchAll(/<loc>http:\/\/localhost(\/sitemap-\d+\.xml)<\/loc>/g)].map(
      ([, path = '']) => path,
    );
    assert.deepEqual(parts, ['/sitemap-1.xml', '/sitemap-2.xml']);
    assert.match(await text('/sitemap-1.xml'), /<loc>http:\/\/localhost\/parcourir<\/loc>/);
    const films = await text('/sitemap-2.xml');
    assert.equal([...films.matchAll(/<url>/g)].length, 2 * 676);
    assert.match(
      films,
      new RegExp(`<loc>http://localhost/en/film/${DINNER}</loc><lastmod>\\d{4}-\\d\\d-\\d\\d</lastmod>`),
    );
    for (const path of ['/sitemap-3.xml', '/sitemap-0.xml', '/sitemap-x.xml', '/sitemap-99999.xml'])
      assert.equal((await app.request(path)).status, 404, path);
  });

  it('is told where the map is, and what readers made for themselves is left out', async () => {
    const robots = await text('/robots.txt');
    assert.match(robots, /^User-agent: \*\nDisallow: \/api\/\n/);
    assert.match(robots, /\nDisallow: \/\*liked=\n/);
    assert.match(robots, /\nSitemap: http:\/\/localhost\/sitemap\.xml\n$/);
  });

  it('names the sources that are shown at the foot of every page', async () => {
    for (const path of ['/', '/film/tt99000001', '/personne/nm99000002', '/parcourir']) {
      const foot = (await text(path, rated)).split('<footer')[1] ?? '';
      assert.match(
        foot,
        /Information courtesy of IMDb[^]*This product uses the TMDB API but is not endorsed or certified by TMDB\./,
        path,
      );
      assert.doesNotMatch((await text(path === '/' ? path : '/parcourir')).split('<footer')[1] ?? '', /IMDb|TMDB/);
    }
  });
});

describe('ordinals', () => {
  it('follow each language', () => {
    assert.deepEqual(
      [1, 2, 21].map((place) => fr.catalogue.standing.among(place, 30)),
      ['\u00a0: 1er sur 30.', '\u00a0: 2e sur 30.', '\u00a0: 21e sur 30.'],
    );
    assert.deepEqual(
      [1, 2, 3, 11, 22].map((place) => en.catalogue.standing.among(place, 30)),
      [': 1st of 30.', ': 2nd of 30.', ': 3rd of 30.', ': 11th of 30.', ': 22nd of 30.'],
    );
  });
});

/** The page of a film of which some facts are other than they are. */
async function changed(
  id: string,
  { title, ...facts }: { title?: string; overviewFr?: null; trailer?: string },
): Promise<string> {
  const lanterne = await starterLanterne();
  const filmPage: Lanterne['filmPage'] = async (asked) => {
    const page = await lanterne.filmPage(asked);
    if (page === null) return null;
    return {
      ...page,
      ...facts,
      card: title === undefined ? page.card : { ...page.card, title, titleFr: title, originalTitle: title },
    };
  };
  return text(
    `/film/${id}`,
    createApp(() => ({ ...lanterne, filmPage })),
  );
}

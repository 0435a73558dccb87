import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '#web/app.ts';
import { nextSeed, readSeed, seedOf } from '#web/surprise.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { browserOf, keepingApp } from '../helpers/web-visitor.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
const BASKET = `liked=${DINNER}&liked=${STROLL}`;
let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});

const text = async (path: string): Promise<string> => (await app.request(path)).text();
const plain = (html: string): string => html.replaceAll('&amp;', '&');
const list = (html: string): string[] =>
  [
    ...html
      .slice(html.indexOf('<ol class="films">'), html.indexOf('</ol>'))
      .matchAll(/film-title"><a href="[^"]*\/film\/(tt\d+)/g),
  ].map(([, id = '']) => id);
const years = (html: string): number[] =>
  [...html.slice(html.indexOf('<ol class="films">'), html.indexOf('</ol>')).matchAll(/class="facts">(\d{4}) ·/g)].map(
    ([, year]) => Number(year),
  );
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a refined list', () => {
  it('changes with each dial, and is as it came when the dial is back', async () => {
    const usual = list(await text(`/films?${BASKET}`));
    for (const asked of ['rare=2', 'rare=-2', 'recent=2', 'recent=-2', 'far=2', 'far=-2', 'plain=1'])
      assert.notDeepEqual(list(await text(`/films?${BASKET}&${asked}`)), usual, asked);
    assert.deepEqual(list(await text(`/films?${BASKET}&rare=0&recent=0&far=0&plain=0&kind=&from=`)), usual);
  });

  it('leans in time', async () => {
    const [old, usual, recent] = await Promise.all(
      ['-2', '0', '2'].map(async (step) => mean(years(await text(`/films?${BASKET}&recent=${step}`)))),
    );
    assert.ok(old !== undefined && usual !== undefined && recent !== undefined);
    assert.ok(old < usual - 3 && usual < recent - 3, `${old} ${usual} ${recent}`);
  });

  it('holds what meets its conditions alone, with a basket and without', async () => {
    for (const start of [BASKET, '']) {
      for (const year of years(await text(`/films?${start}&from=1960&to=1969`)))
        assert.equal(Math.floor(year / 10), 196);
      const lanterne = await starterLanterne();
      const films = await lanterne.cards(list(await text(`/films?${start}&length=100&land=FR`)));
      assert.ok(films.length >= 10);
      for (const { runtime, countries } of films) assert.ok((runtime ?? 999) <= 100 && countries.includes('FR'));
    }
  });

  it('keeps what was asked in every link that stays among the lists', async () => {
    for (const prefix of ['', '/en']) {
      const page = plain(await text(`${prefix}/films?${BASKET}&rare=1&length=100&kind=Comedy&valence=6&energy=-5`));
      const links = [...page.matchAll(/href="((?:\/en)?\/(?:films|film\/tt\d+|humeur|surprise)\?[^"]*)"/g)].map(
        ([, href = '']) => href,
      );
      const kept = 'rare=1&length=100&kind=Comedy&valence=6&energy=-5';
      const changing = /without-|reset|-to-|quick-|loosen|more-/;
      const others = links.filter(
        (href) =>
          !changing.test(page.slice(page.lastIndexOf('<', page.indexOf(`"${href}"`)), page.indexOf(`"${href}"`))),
      );
      assert.ok(others.length > 30);
      for (const href of others) assert.ok(href.includes(kept), href);
      const box = page.slice(page.indexOf('<div id="kept"'), page.indexOf('<label for="q"'));
      assert.match(box, /name="length" value="100"/);
    }
  });

  it('says what it was asked, each with its way out', async () => {
    const page = plain(await text(`/films?${BASKET}&rare=2&from=1990&length=100&kind=Comedy&valence=6&energy=-5`));
    for (const told of [
      'des films rares',
      'à partir de 1990',
      '1\u00a0h\u00a040 au plus',
      'comédie',
      'humeur\u00a0: doux',
    ])
      assert.ok(page.includes(`aria-label="Retirer «\u00a0${told}\u00a0»"`), told);
    assert.match(
      page,
      new RegExp(`id="without-length" href="/films\\?${BASKET}&rare=2&from=1990&kind=Comedy&valence=6&energy=-5"`),
    );
    assert.match(await text(`/en/films?${BASKET}&length=100`), /aria-label="Remove “1 h 40 at most”"/);
  });

  it('is never empty in silence: it says what to loosen, with a link that brings films', async () => {
    for (const [prefix, said] of [
      ['', /Aucun film ne remplit toutes vos conditions\./],
      ['/en', /No film meets all your conditions\./],
    ] as const) {
      for (const start of [BASKET, '']) {
        const page = plain(await text(`${prefix}/films?${start}&length=60&kind=Western`));
        assert.match(page, said);
        assert.equal(list(page).length, 0);
        const [, link = ''] = /id="loosen-length" href="([^"]+)"/.exec(page) ?? [];
        assert.match(link, /kind=Western/);
        assert.ok(list(await text(link)).length > 5, link);
      }
    }
  });

  it('does without what an address says that means nothing, and says so', async () => {
    const usual = list(await text(`/films?${BASKET}`));
    for (const hostile of [
      'rare=9',
      'kind=%3Cscript%3E',
      'kind=Nope',
      'land=ZZ',
      'length=-1',
      'from=%00',
      'valence=1e9',
      'tongue=__proto__',
      'kind=constructor',
    ]) {
      const answer = await app.request(`/films?${BASKET}&${hostile}`);
      const page = await answer.text();
      assert.equal(answer.status, 200, hostile);
      assert.match(page, /Une partie de cette adresse ne veut rien dire pour nous/, hostile);
      assert.deepEqual(list(page), usual, hostile);
      assert.doesNotMatch(page, /<script>|Nope|ZZ"|1e9/);
    }
    assert.doesNotMatch(await text(`/films?${BASKET}&rare=1`), /ne veut rien dire/);
  });

  it('explains itself: by content alone, for who starts, and what is kept', async () => {
    const page = await text(`/films?${BASKET}`);
    assert.match(page, /Comment ces films sont choisis<\/summary>[^]*d’après le contenu seulement/);
    assert.match(page, /Rien n’est gardé de votre passage\u00a0:/);
    assert.match(await text('/films'), /Ce n’est pas encore un choix pour vous/);
    assert.match(await text(`/en/films?${BASKET}&plain=1`), /the list follows the ranking alone/);
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    assert.match(await (await one.get(`/films?${BASKET}`)).text(), /tant que vous ne rangez aucun film/);
    await one.post('/marque', { film: 'tt0211915', kind: 'wanted' });
    assert.match(await (await one.get(`/films?${BASKET}`)).text(), /Une place sur dix est laissée au hasard/);
  });

  it('asks by a plain form that loses nothing', async () => {
    const page = plain(await text(`/films?${BASKET}&not=tt0076759&valence=3&energy=1`));
    const form = page.slice(page.indexOf('data-refine'), page.indexOf('</form>', page.indexOf('data-refine')));
    for (const [name, value] of [
      ['liked', DINNER],
      ['liked', STROLL],
      ['not', 'tt0076759'],
      ['valence', '3'],
      ['energy', '1'],
    ])
      assert.match(form, new RegExp(`type="hidden" name="${name}" value="${value}"`));
    for (const name of ['rare', 'recent', 'far'])
      assert.match(form, new RegExp(`name="${name}" type="range" min="-2" max="2" step="1" value="0"`));
    assert.match(form, /<option value="Comedy">comédie<\/option>/);
    assert.match(form, /<option value="FR">France<\/option>/);
  });
});

describe('the shelves', () => {
  it('show posters, say why they are there, and lead to a longer list like them', async () => {
    const page = plain(await text(`/films?${BASKET}&length=120`));
    const shelves = page.slice(page.indexOf('<div class="shelves">'));
    const sections = shelves.split('<section').slice(1);
    assert.ok(sections.length >= 4);
    for (const section of sections) {
      assert.match(section, /<h3 id="shelf-[\w-]+">[^<]+<\/h3><p class="facts">[^<]{10,}/);
      assert.ok((section.match(/<img /g) ?? []).length >= 3);
    }
    const [, more = ''] = /id="more-french"[^>]* href="([^"]+)"/.exec(shelves) ?? [];
    assert.match(more, /length=120&land=FR&tongue=fr/);
    assert.ok(list(await text(more)).length > 12);
  });
});

describe('the mood page', () => {
  it('asks first, by words and by a plain form', async () => {
    const page = plain(await text('/humeur'));
    assert.match(page, /href="\/humeur\?valence=6&energy=-5#results-title">doux<\/a>/);
    assert.match(page, /<input id="valence" name="valence" type="range" min="-10" max="10"/);
    assert.doesNotMatch(page, /<ol class="films">/);
    assert.match(plain(await text('/en/humeur')), /energy=-5#results-title">gentle<\/a>/);
  });

  it('gives other films for another mood, from a basket or from none, and says what changed', async () => {
    for (const start of [BASKET, '']) {
      const gentle = await text(`/humeur?${start}&valence=6&energy=-5`);
      const scary = await text(`/humeur?${start}&valence=-9&energy=8`);
      assert.equal(list(gentle).length, 12);
      assert.ok(list(gentle).filter((id) => list(scary).includes(id)).length < 6);
      assert.match(gentle, /Humeur\u00a0: doux/);
      assert.match(
        gentle,
        /12 films, \d+\u00a0(?:est|sont) venus? avec l’humeur|Aucun de ces films n’était|L’humeur a choisi ces 12 films/,
      );
      assert.match(gentle, /elle n’interdit aucun film/);
    }
    assert.match(await text(`/humeur?valence=6&energy=-5`), /Vous n’avez pas nommé de film aimé/);
  });

  it('gives the same films as the list that carries the mood', async () => {
    const [here, there] = [
      await text(`/humeur?${BASKET}&valence=6&energy=-5`),
      await text(`/films?${BASKET}&valence=6&energy=-5`),
    ];
    const both = list(here).filter((id) => list(there).includes(id));
    assert.ok(both.length >= 10, `${both.length}`);
  });
});

describe('a mood without a film', () => {
  it('speaks of no list before, and says of films what the mood saw in them', async () => {
    for (const [path, chose, side, other] of [
      [
        '/humeur?valence=8&energy=5',
        /L’humeur a choisi ces 12 films/,
        /Plutôt (gai|vif|gai et vif), d’après/,
        /Plutôt (sombre|calme)/,
      ],
      [
        '/en/humeur?valence=-7&energy=-4',
        /The mood chose these 12 films/,
        /Rather (dark|calm|dark and calm), going/,
        /Rather (bright|lively)/,
      ],
    ] as const) {
      const page = plain(await text(path));
      assert.match(page, chose);
      assert.doesNotMatch(page, /liste d’avant|list before/);
      assert.match(page, side);
      assert.doesNotMatch(page, other);
    }
  });
});

describe('an address with a slash too many', () => {
  it('leads to its page', async () => {
    for (const [from, to] of [
      ['/en/', '/en'],
      ['/films/?liked=tt0119038', '/films?liked=tt0119038'],
    ] as const) {
      const answer = await app.request(from);
      assert.equal(answer.status, 301, from);
      const { host, pathname, search } = new URL(answer.headers.get('location') ?? '', 'http://localhost');
      assert.equal(host + pathname + search, `localhost${to}`);
    }
    for (const path of ['/', '/en']) assert.equal((await app.request(path)).status, 200, path);
    assert.equal((await app.request('/nowhere')).status, 404);
  });
});

describe('a surprise', () => {
  const film = (page: string): string => /id="idea-title"><a href="[^"]*\/film\/(tt\d+)/.exec(page)?.[1] ?? '';

  it('is drawn by a seed that the address gets, and nobody keeps', async () => {
    const answer = await app.request(`/en/surprise?${BASKET}&length=120`);
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(answer.headers.get('location') ?? '', new RegExp(`^/en/surprise\\?${BASKET}&length=120&graine=\\d+$`));
    for (const bad of ['x', '-1', '1.5', '99999999999', '4294967296', ''])
      assert.equal((await app.request(`/surprise?graine=${bad}`)).status, 302, bad);
  });

  it('is the same for the same address, and another for the next, without a repeat', async () => {
    assert.equal(await text(`/surprise?${BASKET}&graine=640`), await text(`/surprise?${BASKET}&graine=640`));
    for (const start of [BASKET, '']) {
      const drawn: string[] = [];
      for (let seed = 640; seed < 652; seed++) drawn.push(film(await text(`/surprise?${start}&graine=${seed}`)));
      assert.ok(drawn.every((id) => id !== ''));
      assert.equal(new Set(drawn).size, drawn.length);
    }
    const page = plain(await text('/surprise?graine=640'));
    assert.match(page, /href="\/surprise\?graine=641"/);
    assert.equal(readSeed(String(nextSeed(seedOf(7) + 63))), nextSeed(seedOf(7) + 63));
    assert.notEqual(Math.floor(nextSeed(703) / 64), 10);
  });

  it('is neither liked, refused, seen, nor among the first of the list, and meets the conditions', async () => {
    const lanterne = await starterLanterne();
    const seen = film(await text(`/surprise?${BASKET}&graine=640`));
    for (let seed = 640; seed < 664; seed++) {
      const taste = `${BASKET}&not=tt0076759&seen=${seen}`;
      const first = list(await text(`/films?${taste}`));
      const drawn = film(await text(`/surprise?${taste}&graine=${seed}`));
      assert.ok(![DINNER, STROLL, 'tt0076759', seen, ...first].includes(drawn), drawn);
      const [card] = await lanterne.cards([film(await text(`/surprise?length=95&graine=${seed}`))]);
      assert.ok((card?.runtime ?? 999) <= 95);
    }
  });

  it('is none of the best known, as long as the catalogue holds others', async () => {
    const lanterne = await starterLanterne();
    for (let seed = 640; seed < 660; seed++) {
      const [card] = await lanterne.cards([film(await text(`/surprise?graine=${seed}`))]);
      assert.ok(card?.renown !== null && Number(card?.renown) >= 2 && Number(card?.renown) <= 4, String(card?.id));
    }
  });

  it('steps aside for another once the visitor has seen it, and comes back when that is undone', async () => {
    await using kept = await keepingApp();
    const one = browserOf(kept.app);
    const path = `/surprise?${BASKET}&graine=640`;
    const drawn = film(await (await one.get(path)).text());
    const answer = await one.post('/marque', { film: drawn, kind: 'seen', back: path });
    const next = await (await one.get(answer.headers.get('Location') ?? '')).text();
    assert.match(next, /est rangé dans vos films déjà vus/);
    assert.notEqual(film(next), drawn);
    const undone = await one.post('/marque', { film: drawn, kind: '-seen', back: path });
    assert.equal(film(await (await one.get(undone.headers.get('Location') ?? '')).text()), drawn);
  });
});

describe('the home page', () => {
  it('leads to the other ways to choose, with the films named', async () => {
    const page = plain(await text(`/?liked=${DINNER}`));
    for (const path of ['/humeur', '/surprise', '/parcourir', '/groupe'])
      assert.match(page, new RegExp(`<nav class="ways-in"[^]*href="${path}\\?liked=${DINNER}"`));
  });
});

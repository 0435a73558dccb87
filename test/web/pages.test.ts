import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { createApp } from '#web/app.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});

const text = async (path: string): Promise<string> => (await app.request(path)).text();

describe('the home page', () => {
  it('is a plain form in French, and in English under /en', async () => {
    const french = await text('/');
    assert.match(french, /<html lang="fr">/);
    assert.match(french, /<form [^>]*action="\/films"[^>]*method="get"/);
    assert.match(french, /hreflang="en" href="\/en"/);
    const english = await text('/en');
    assert.match(english, /<html lang="en">/);
    assert.match(english, /action="\/en\/films"/);
    assert.match(english, /Which film tonight\?/);
  });

  it('weighs less than 60 kB with its style and script, and its script less than 15 kB', async () => {
    const page = await text('/');
    const [style = ''] = page.match(/\/style\.css\?v=[\w-]+/) ?? [];
    const [box = ''] = page.match(/\/island\/[\w-]+\/taste-box\.js/) ?? [];
    const scripts = (await text(box)) + (await text(box.replace('taste-box', 'go-on')));
    assert.ok(scripts.length > 1000);
    assert.ok(gzipSync(scripts).length < 6000, `script of ${gzipSync(scripts).length} bytes`);
    const whole = gzipSync(page).length + gzipSync(await text(style)).length + gzipSync(scripts).length;
    assert.ok(whole < 60_000, `first page of ${whole} bytes`);
  });

  it('asks nothing of any other host, and holds no inline script or style', async () => {
    for (const path of [
      '/',
      '/en',
      `/films?liked=${DINNER}`,
      `/film/${DINNER}`,
      '/mentions',
      '/films?q=la+belle+et+la+bete',
    ]) {
      const page = await text(path);
      assert.doesNotMatch(page, /(?:src|srcset)="https?:/);
      assert.doesNotMatch(page, /<link (?!rel="(?:canonical|alternate)")[^>]*href="https?:/);
      assert.doesNotMatch(page, /<script(?! type="application\/ld\+json")(?![^>]*src=)|<style|\sstyle="|\son\w+="/);
    }
  });
});

describe('typing titles', () => {
  it('adds the film that is clearly meant, and goes on to an address that says so and can undo it', async () => {
    const answer = await app.request(`/films?liked=${STROLL}&q=le+diner+de+con`);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), `/films?liked=${STROLL}&liked=${DINNER}&undo=x0-0119038#q`);
    assert.equal(
      (await app.request('/?q=le+diner+de+con')).headers.get('location'),
      `/films?liked=${DINNER}&undo=x0-0119038#q`,
    );
    assert.equal(
      (await app.request('/en/films?q=diner+de+cons')).headers.get('location'),
      `/en/films?liked=${DINNER}&undo=x0-0119038#q`,
    );
  });

  it('reads several titles at once, by semicolons, commas or lines', async () => {
    for (const separator of [';', ',', '\n']) {
      const typed = encodeURIComponent(['le diner de con', 'la grande vadrouile'].join(separator));
      const answer = await app.request(`/films?q=${typed}`);
      assert.equal(answer.headers.get('location'), `/films?liked=${DINNER}&liked=${STROLL}&undo=x0-0119038-0060474#q`);
    }
  });

  it('takes a title with commas for one title', async () => {
    const answer = await app.request(`/films?q=${encodeURIComponent('le bon, la brute et le truand')}`);
    assert.equal(answer.headers.get('location'), '/films?liked=tt0060196&undo=x0-0060196#q');
  });

  it('tells homonyms apart and lets the reader choose', async () => {
    const answer = await app.request(`/films?liked=${DINNER}&q=la+belle+et+la+bete`);
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(page, /1946 · /);
    assert.match(page, /1991 · /);
    const links = page.match(/href="\/films\?liked=tt0119038&amp;liked=tt\d+&amp;undo=x0-\d+#q"/g) ?? [];
    assert.ok(links.length >= 2);
  });

  it('keeps the other titles to decide while one is chosen', async () => {
    const page = await text(`/films?q=${encodeURIComponent('la belle et la bete ; le bossu ; le diner de cons')}`);
    assert.match(page, new RegExp(`href="/films\\?liked=${DINNER}&amp;liked=tt\\d+&amp;q=le\\+bossu#q"`));
  });

  it('offers the nearest titles of an unknown one, with the text kept', async () => {
    const answer = await app.request('/films?q=le+dimer+des+clowns+volants');
    const page = await answer.text();
    assert.ok(answer.status === 404 || answer.status === 200);
    assert.match(page, /class="film"/);
  });

  it('says so when no title is near, in the reader’s language', async () => {
    const answer = await app.request('/en/films?q=xzqvwk');
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /No film of our catalogue is called “xzqvwk”/);
  });

  it('goes on to the clean address when nothing was typed', async () => {
    assert.equal(
      (await app.request(`/films?liked=${DINNER}&q=++`)).headers.get('location'),
      `/films?liked=${DINNER}#q`,
    );
  });
});

describe('the list of films', () => {
  it('gives each film a reason that names a liked film', async () => {
    const page = await text(`/films?liked=${DINNER}&liked=${STROLL}`);
    const films = page.match(/<li class="film">/g) ?? [];
    const reasons =
      page.match(
        /class="reason">Parce que vous avez aimé «\u00a0(?:Le Dîner de cons|La Grande Vadrouille)\u00a0» \(\d+\s%\)/g,
      ) ?? [];
    assert.equal(films.length, 24);
    assert.equal(reasons.length, 24);
  });

  it('ends with named shelves, in both languages, of films that are nowhere else on the page', async () => {
    const page = await text(`/films?liked=${DINNER}&liked=${STROLL}`);
    const [list = '', shelves = ''] = page.slice(page.indexOf('<ol class="films">')).split('<div class="shelves">');
    const links = (part: string): string[] => [...part.matchAll(/href="\/film\/(tt\d+)/g)].map(([, id = '']) => id);
    const shown = links(shelves);
    assert.ok(shown.length >= 12);
    assert.equal(new Set(shown).size, shown.length);
    assert.ok(shown.every((id) => !links(list).includes(id) && id !== DINNER && id !== STROLL));
    assert.match(shelves, /<h3 id="shelf-close">Tout près de vos films<\/h3>/);
    assert.match(await text(`/en/films?liked=${DINNER}`), /<h3 id="shelf-close">Close to your films<\/h3>/);
    assert.doesNotMatch(await text('/films'), /class="shelves"/);
  });

  it('never proposes a film that was liked, refused or seen', async () => {
    const page = await text(`/films?liked=${DINNER}&not=${STROLL}&seen=tt0058089`);
    const list = page.slice(page.indexOf('<ol class="films">'));
    for (const id of [DINNER, STROLL, 'tt0058089']) assert.doesNotMatch(list, new RegExp(`href="/film/${id}[?"]`));
  });

  it('keeps the whole state in the links of a film and of the other language', async () => {
    const page = await text(`/films?liked=${DINNER}&not=${STROLL}`);
    assert.match(page, new RegExp(`href="/en/films\\?liked=${DINNER}&amp;not=${STROLL}"`));
    assert.match(page, new RegExp(`href="/film/tt\\d+\\?liked=${DINNER}&amp;not=${STROLL}"`));
  });

  it('starts from what is seen in the place when nothing was chosen, and says in what proportions', async () => {
    const page = await text('/films');
    assert.match(page, /Pour commencer/);
    assert.match(page, /dans les proportions du cinéma à Guéret\u00a0: 43\s%/);
    assert.doesNotMatch(page, /nous les devinons/);
    const years = [...page.matchAll(/class="facts">(\d{4}) ·/g)].map(([, year]) => Number(year));
    assert.equal(years.length, 24);
    const old = years.filter((year) => year < Math.max(...years) - 10).length;
    assert.ok(old >= 4 && old <= 10, `${old} films of the heritage among 24`);
    assert.match(await text('/en/films'), /in the proportions of the cinema in Guéret: 43%/);
  });

  it('starts from well-known films of all times where nothing is known of the place', async () => {
    const lanterne = await starterLanterne();
    const nowhere = createApp(() => ({ ...lanterne, localTaste: null }));
    const page = await (await nowhere.request('/films')).text();
    assert.match(page, /Des films que beaucoup de gens connaissent/);
  });
});

describe('a film’s page', () => {
  it('shows its facts, its story and its close films', async () => {
    const page = await text(`/film/${DINNER}`);
    assert.match(page, /<h1>Le Dîner de cons<\/h1>/);
    assert.match(page, /Francis Veber/);
    assert.match(page, /Thierry Lhermitte/);
    assert.match(page, /1\u00a0h\u00a020/);
    assert.match(page, /En commun\u00a0: /);
    const english = await text(`/en/film/${DINNER}`);
    assert.match(english, /<h1>The Dinner Game<\/h1>/);
    assert.match(english, /lang="fr">Le dîner de cons|lang="fr">Le Dîner de cons/);
  });

  it('answers 404 for a film that is not there', async () => {
    for (const path of ['/film/tt9999999999', '/film/nonsense', '/en/film/tt0000001']) {
      const answer = await app.request(path);
      assert.equal(answer.status, 404);
      const page = await answer.text();
      assert.match(page, /n’est pas dans notre catalogue/);
      assert.match(page, /is not in our catalogue/);
    }
  });
});

describe('the titles being typed', () => {
  it('come with what tells them apart, and a sentence to announce', async () => {
    const answer = await app.request('/api/titles?q=la+belle+et+la+be');
    const body: unknown = await answer.json();
    assert.ok(
      typeof body === 'object' && body !== null && 'films' in body && Array.isArray(body.films) && 'announce' in body,
    );
    assert.ok(body.films.length >= 2);
    assert.match(String(body.announce), /films trouvés/);
  });

  it('are none for an empty text', async () => {
    assert.deepEqual(await (await app.request('/api/titles?q=')).json(), {
      announce: 'Aucun titre proche de «\u00a0\u00a0».',
      films: [],
    });
  });
});

describe('what surrounds the pages', () => {
  it('answers with strict headers everywhere', async () => {
    for (const path of ['/', '/style.css', `/poster/${DINNER}.svg`, '/nowhere', '/healthz']) {
      const { headers } = await app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'self'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|https?:/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.notEqual(headers.get('referrer-policy'), null);
    }
  });

  it('refuses what is not reading, in both languages', async () => {
    const answer = await app.request('/films', { method: 'POST' });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
    assert.match(await answer.text(), /Cette action n’est pas possible ici[^]*That cannot be done here/);
    const head = await app.request('/', { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
  });

  it('keeps versioned files for ever and pages not at all', async () => {
    const page = await text('/');
    const [style = ''] = page.match(/\/style\.css\?v=[\w-]+/) ?? [];
    const [drawn = ''] = page.match(/\/poster\/tt\d+\.svg\?v=\w+/) ?? [];
    for (const path of [style, drawn])
      assert.match((await app.request(path)).headers.get('cache-control') ?? '', /immutable/);
    assert.doesNotMatch((await app.request('/style.css?v=old')).headers.get('cache-control') ?? '', /immutable/);
    const home = await app.request('/');
    assert.equal(home.headers.get('cache-control'), 'public, max-age=0, must-revalidate, s-maxage=300');
    assert.match(home.headers.get('vary') ?? '', /Cookie/);
    const known = await app.request('/', { headers: { Cookie: '__Host-visitor=x' } });
    assert.equal(known.headers.get('cache-control'), 'private, no-cache');
    const etag = (await app.request('/style.css')).headers.get('etag') ?? '';
    assert.equal((await app.request('/style.css', { headers: { 'If-None-Match': etag } })).status, 304);
  });

  it('compresses pages for those who take it', async () => {
    const plain = await text(`/films?liked=${DINNER}&seen=tt0060474`);
    const decode = { gzip: gunzipSync, br: brotliDecompressSync };
    for (const path of [`/films?liked=${DINNER}&seen=tt0060474`, `/films?liked=${DINNER}&seen=tt0211915`])
      for (const name of ['gzip', 'br', 'gzip'] as const)
        for (const Cookie of ['', 'a=b']) {
          const headers = { 'Accept-Encoding': name, ...(Cookie === '' ? {} : { Cookie }) };
          const answer = await app.request(path, { headers });
          const encoding = answer.headers.get('content-encoding');
          const body = Buffer.from(await answer.arrayBuffer());
          const html = (encoding === null ? body : decode[encoding === 'br' ? 'br' : 'gzip'](body)).toString();
          assert.match(html, /^<!doctype html><html lang="fr">[^]*<\/html>$/);
          if (path.endsWith('474')) assert.equal(html, plain);
          assert.ok(encoding === name || (Cookie !== '' && name === 'br'));
        }
  });

  it('says how it is', async () => {
    const body: unknown = await (await app.request('/healthz')).json();
    assert.ok(typeof body === 'object' && body !== null && 'status' in body && body.status === 'ok');
  });
});

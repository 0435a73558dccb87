import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Lanterne } from '#lanterne.ts';
import { importMarket } from '#market/import/import-market.ts';
import { createApp } from '#web/app.ts';
import { livePage, readyPages, publicPage } from '#web/ready-pages.ts';
import { cinemas, series } from '../market/official-files.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-ready-'));
after(() => rmSync(work, { recursive: true, force: true }));

async function counting(): Promise<{ app: Hono; made: () => number; swap: () => void }> {
  let lanterne: Lanterne = await starterLanterne();
  let made = 0;
  const app = new Hono();
  app.use(readyPages(() => lanterne));
  app.get('/page', (context) => {
    made++;
    context.header('Cache-Control', publicPage);
    return context.html(html`<p>${context.req.query('q') ?? ''} ${'é'.repeat(500)} ${made}</p>`);
  });
  app.get('/live', (context) => {
    made++;
    context.header('Cache-Control', livePage);
    return context.html(`<p>${made}</p>`);
  });
  app.get('/own', (context) => {
    made++;
    context.header('Cache-Control', 'no-store');
    return context.html('<p>own</p>');
  });
  app.get('/lost', (context) => {
    made++;
    context.header('Cache-Control', publicPage);
    return context.html('<p>lost</p>', 404);
  });
  return { app, made: () => made, swap: () => void (lanterne = { ...lanterne }) };
}

describe('pages kept ready', () => {
  it('are made once for all anonymous readers, and again for another catalogue', async () => {
    const { app, made, swap } = await counting();
    const first = await (await app.request('/page?q=a')).text();
    assert.equal(await (await app.request('/page?q=a')).text(), first);
    assert.equal(made(), 1);
    await app.request('/page?q=b');
    await app.request('/page?q=a', { headers: { Host: 'other.test' } });
    assert.equal(made(), 3);
    swap();
    assert.notEqual(await (await app.request('/page?q=a')).text(), first);
  });

  it('that tell of the programme say that they last a minute', async () => {
    const { app, made } = await counting();
    for (let i = 0; i < 2; i++) assert.equal((await app.request('/live')).headers.get('Cache-Control'), livePage);
    assert.equal(made(), 1);
  });

  it('never serve who has a cookie, a page of one’s own, or a fault', async () => {
    const { app, made } = await counting();
    for (let i = 0; i < 2; i++) {
      await app.request('/page', { headers: { Cookie: 'a=b' } });
      await app.request('/own');
      assert.equal((await app.request('/lost')).status, 404);
    }
    assert.equal(made(), 6);
  });

  it('come compressed as the browser wishes, the same letters', async () => {
    const { app } = await counting();
    const plain = await (await app.request('/page')).text();
    const as = async (accepted: string): Promise<[string | null, Buffer]> => {
      const answer = await app.request('/page', { headers: { 'Accept-Encoding': accepted } });
      return [answer.headers.get('Content-Encoding'), Buffer.from(await answer.arrayBuffer())];
    };
    const [br, small] = await as('gzip, deflate, br');
    assert.equal(br, 'br');
    assert.equal(brotliDecompressSync(small).toString(), plain);
    const [gz, zipped] = await as('gzip;q=1, br;q=0');
    assert.equal(gz, 'gzip');
    assert.equal(gunzipSync(zipped).toString(), plain);
    assert.equal((await as('identity'))[0], null);
    assert.ok(small.length < plain.length / 4);
  });

  it('are compressed once in the whole site', async () => {
    const lanterne = await starterLanterne();
    const app = createApp(() => lanterne);
    const plain = await (await app.request('/', { headers: { Host: 'films.test' } })).text();
    for (const host of ['new.test', 'films.test']) {
      const headers = { Host: host, 'Accept-Encoding': 'gzip, deflate, br' };
      const answer = await app.request('/', { headers });
      assert.equal(answer.headers.get('Content-Encoding'), 'br');
      const letters = brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString();
      assert.equal(letters.slice(0, 200), plain.slice(0, 200), host);
    }
  });

  it('are made again once figures were imported: the next request says them', async () => {
    const lanterne = await withSettings({ dataFolder: join(work, 'data') });
    const app = createApp(() => lanterne);
    const shown = async (path: string): Promise<string> => {
      const answer = await app.request(`http://films.test${path}`);
      assert.equal(answer.status, 200, path);
      return answer.text();
    };
    const paths = ['/etude', '/specialisation', '/rapport'];
    const before = await Promise.all(paths.map(shown));
    assert.deepEqual(await Promise.all(paths.map(shown)), before);
    assert.match(before[0] ?? '', /data-figure="cinemas\.23 2024"[^>]*>7</);
    const folder = join(work, 'in');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.csv'), series('etablissements'));
    writeFileSync(join(folder, 'b.csv'), cinemas());
    await importMarket(join(work, 'data'), folder);
    const now = await Promise.all(paths.map(shown));
    assert.doesNotMatch(now[0] ?? '', /data-figure="cinemas\.23 2024"[^>]*>7</);
    for (const [at, path] of paths.entries()) assert.notEqual(now[at], before[at], path);
  });

  it('are known again by their ETag', async () => {
    const { app } = await counting();
    const etag = (await app.request('/page')).headers.get('ETag') ?? '';
    const again = await app.request('/page', { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal((await app.request('/page', { headers: { 'If-None-Match': '"x"' } })).status, 200);
  });
});

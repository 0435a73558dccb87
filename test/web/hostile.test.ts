import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Hono } from 'hono';
import { fault } from '#errors.ts';
import { createApp } from '#web/app.ts';
import { serve } from '#web/serve.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});

describe('hostile addresses', () => {
  it('never let typed text act as markup', async () => {
    const attacks = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'-alert(1)-'",
      '\u202etxt.exe',
      'a\u0000b',
      '${7*7}',
      '__proto__',
      '../../etc/passwd',
    ];
    for (const attack of attacks) {
      for (const path of [
        '/films?q=',
        '/en/films?q=',
        '/?q=',
        '/films?liked=',
        '/film/',
        '/api/titles?q=',
        '/poster/',
        '/image/w342/',
      ]) {
        const answer = await app.request(path + encodeURIComponent(attack));
        const body = await answer.text();
        assert.ok(answer.status < 500, `${path}${attack}: ${answer.status}`);
        assert.doesNotMatch(body, /<script>alert|<img src=x/);
      }
    }
  });

  it('answer any text at all without a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
        const answer = await app.request(`/films?q=${encodeURIComponent(typed.toWellFormed())}`);
        await answer.text();
        return answer.status < 500;
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('survive malformed percent codes and parameters', async () => {
    for (const path of [
      '/films?q=%E0%A4%A',
      '/films?liked=%',
      '/film/%zz',
      '/films?liked[]=tt0119038',
      '/films?__proto__=1&liked=tt0119038',
      '/image/w342/%2e%2e%2fa.jpg',
    ]) {
      assert.ok((await app.request(path)).status < 500, path);
    }
  });

  it('count twenty films, name those left aside, and say how many are unknown', async () => {
    const lanterne = await starterLanterne();
    const { films } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 25 });
    const known = films.map(({ card }) => `liked=${card.id}`).join('&');
    const page = await (await app.request(`/films?${known}`)).text();
    assert.match(page, /Vingt films au plus comptent\. Laissés de côté\u00a0: /);
    assert.match(page, /d’après 20\u00a0films que vous avez aimés/);
    const forged = await (await app.request('/films?liked=tt0119038&liked=tt9999999999&liked=nonsense&not=42')).text();
    assert.match(forged, /3\u00a0films de cette adresse ne sont pas dans notre catalogue/);
    assert.doesNotMatch(forged, /nonsense/);
  });

  it('with a thousand films still get a page, over a real connection', async () => {
    await using server = await started();
    const ids = Array.from({ length: 1000 }, (_, at) => `liked=tt${String(60_000 + at * 7).padStart(7, '0')}`).join(
      '&',
    );
    const answer = await fetch(`${server.url}/films?${ids}`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Vingt films au plus comptent/);
    const tooLong = await fetch(`${server.url}/films?${ids}&${'x'.repeat(80_000)}`).catch(() => null);
    assert.ok(tooLong === null || tooLong.status === 431);
  });
});

describe('faults', () => {
  it('with a code have their page and status, in both languages', async () => {
    const broken = createApp(() => {
      throw fault('CATALOGUE_MISSING', { file: '/secret/place/catalogue.duckdb' });
    });
    const answer = await broken.request('/');
    const body = await answer.text();
    assert.equal(answer.status, 503);
    assert.match(body, /Le catalogue n’est pas prêt[^]*The catalogue is not ready/);
    assert.doesNotMatch(body, /secret/);
  });

  it('of ours leak nothing', async (context) => {
    const logged = context.mock.method(console, 'error', () => {});
    const broken = createApp(() => {
      throw new Error('connection string postgres://user:password@host');
    });
    const answer = await broken.request('/en/films');
    const body = await answer.text();
    assert.equal(answer.status, 500);
    assert.doesNotMatch(body, /postgres|password|at .*\.ts/);
    assert.match(body, /<html lang="en">/);
    assert.equal(logged.mock.callCount(), 1);
  });

  it('of a taken port are told by their code', async () => {
    await using server = await started();
    const port = Number(new URL(server.url).port);
    await assert.rejects(serve(app, { host: '127.0.0.1', port }), { code: 'PORT_TAKEN' });
  });
});

async function started(): Promise<{ url: string } & AsyncDisposable> {
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  return { url: server.url, [Symbol.asyncDispose]: server.close };
}

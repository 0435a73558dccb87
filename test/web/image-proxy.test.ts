import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createApp } from '#web/app.ts';
import { createImageProxy } from '#web/image-proxy.ts';
import { withSettings } from '../helpers/starter-lanterne.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
const DAY = 86_400_000;

describe('the image proxy', () => {
  it('asks once, keeps what it got, and answers with its type and a tag', async () => {
    await using world = await upstream((request, response) => response.end(request.url?.endsWith('.png') ? PNG : JPEG));
    const proxy = createImageProxy({ folder: world.folder, base: world.base });
    const first = await proxy.get('w342', 'a.jpg');
    const second = await proxy.get('w342', 'a.jpg');
    assert.equal(first?.type, 'image/jpeg');
    assert.deepEqual(Buffer.from(second?.body ?? []), JPEG);
    assert.equal(first?.etag, second?.etag);
    assert.equal((await proxy.get('w185', 'b.png'))?.type, 'image/png');
    assert.deepEqual(world.asked, ['/w342/a.jpg', '/w185/b.png']);
  });

  it('asks once for many who want the same picture together', async () => {
    await using world = await upstream((_, response) => setTimeout(() => response.end(JPEG), 50));
    const proxy = createImageProxy({ folder: world.folder, base: world.base });
    await Promise.all(Array.from({ length: 20 }, () => proxy.get('w342', 'a.jpg')));
    assert.equal(world.asked.length, 1);
  });

  it('never keeps what is not a picture, or is too large, or comes with an error', async () => {
    const answers: [string, RequestListener][] = [
      [
        'a page that calls itself a picture',
        (_, response) =>
          response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end('<html><script>alert(1)</script>'),
      ],
      [
        'an SVG',
        (_, response) =>
          response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ],
      ['three megabytes', (_, response) => response.end(Buffer.concat([JPEG, Buffer.alloc(3_000_000)]))],
      ['an error', (_, response) => response.writeHead(500).end(JPEG)],
      ['a way elsewhere', (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/secret' }).end()],
      ['a broken answer', (_, response) => response.destroy()],
      ['nothing', (_, response) => response.end()],
    ];
    for (const [name, answer] of answers) {
      await using world = await upstream(answer);
      assert.equal(await createImageProxy({ folder: world.folder, base: world.base }).get('w342', 'a.jpg'), null, name);
      assert.deepEqual(readdirSync(world.folder), [], name);
    }
  });

  it('gives a slow host up, and does not ask it again at once', async () => {
    await using world = await upstream(() => {});
    let now = Date.now();
    const proxy = createImageProxy({ folder: world.folder, base: world.base, timeout: 80, now: () => now });
    assert.equal(await proxy.get('w342', 'a.jpg'), null);
    assert.equal(await proxy.get('w342', 'a.jpg'), null);
    assert.equal(world.asked.length, 1);
    now += 61_000;
    await proxy.get('w342', 'a.jpg');
    assert.equal(world.asked.length, 2);
  });

  it('shows the kept picture when its host is down, six months at most', async () => {
    let works = true;
    await using world = await upstream((_, response) => (works ? response.end(JPEG) : response.destroy()));
    const options = { folder: world.folder, base: world.base };
    await createImageProxy(options).get('w342', 'a.jpg');
    works = false;
    const [kept = ''] = readdirSync(world.folder);
    age(join(world.folder, kept), 170);
    assert.equal((await createImageProxy(options).get('w342', 'a.jpg'))?.type, 'image/jpeg');
    age(join(world.folder, kept), 181);
    assert.equal(await createImageProxy(options).get('w342', 'a.jpg'), null);
    assert.deepEqual(readdirSync(world.folder), []);
  });
});

describe('the image route', () => {
  it('answers pictures, 304 for those known, and the drawn poster for those not to be had', async () => {
    await using world = await upstream((request, response) =>
      request.url === '/w342/good.jpg' ? response.end(JPEG) : response.writeHead(404).end(),
    );
    const lanterne = await withSettings({ imageBase: world.base, dataFolder: world.folder });
    const app = createApp(() => lanterne);
    const good = await app.request('/image/w342/good.jpg?film=tt0119038');
    assert.equal(good.status, 200);
    assert.equal(good.headers.get('content-type'), 'image/jpeg');
    const etag = good.headers.get('etag') ?? '';
    assert.equal((await app.request('/image/w342/good.jpg', { headers: { 'If-None-Match': etag } })).status, 304);
    const missing = await app.request('/image/w342/missing.jpg?film=tt0119038');
    assert.equal(missing.status, 302);
    assert.match(missing.headers.get('location') ?? '', /^\/poster\/tt0119038\.svg\?v=\w+$/);
  });

  it('asks nothing for names and sizes that are no poster', async () => {
    await using world = await upstream((_, response) => response.end(JPEG));
    const lanterne = await withSettings({ imageBase: world.base, dataFolder: world.folder });
    const app = createApp(() => lanterne);
    for (const path of [
      '/image/original/a.jpg',
      '/image/w342/..%2f..%2fsecret.jpg',
      '/image/w342/a.svg',
      '/image/w342/a.jpg%00.png',
      '/image/w342/http:%2f%2fhost%2fa.jpg',
      '/image/w342/.jpg',
      '/image/w342/a%0d%0aHost:b.jpg',
    ]) {
      assert.equal((await app.request(`${path}?film=tt0119038`)).status, 404, path);
    }
    assert.deepEqual(world.asked, []);
  });

  it('asks nothing when posters are off', async () => {
    await using world = await upstream((_, response) => response.end(JPEG));
    const lanterne = await withSettings({ imageBase: world.base, dataFolder: world.folder, postersOn: false });
    assert.equal((await createApp(() => lanterne).request('/image/w342/a.jpg?film=tt0119038')).status, 302);
    assert.deepEqual(world.asked, []);
  });
});

function age(path: string, days: number): void {
  const then = new Date(Date.now() - days * DAY);
  utimesSync(path, then, then);
}

async function upstream(
  answer: RequestListener,
): Promise<{ base: string; folder: string; asked: string[] } & AsyncDisposable> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-images-'));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    folder,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createApp } from '#web/app.ts';
import { openFetchGate } from '#web/fetch-gate.ts';
import { createImageProxy } from '#web/image-proxy.ts';
import { withSettings } from '../helpers/starter-lanterne.ts';
import { until } from '../helpers/until.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 0xff, 0xd9]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9, ...Buffer.from('IEND'), 1, 2, 3, 4]);
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
    await using world = await upstream((_, response) => void setTimeout(50).then(() => response.end(JPEG)));
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
      ['a picture cut short', (_, response) => response.end(JPEG.subarray(0, 6))],
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
    const proxy = createImageProxy({ folder: world.folder, base: world.base, timeout: 500, now: () => now });
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

describe('a picture of five months', () => {
  it('is shown at once while it is renewed behind, and the new one after', async () => {
    const answers = [JPEG, PNG];
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    await using world = await upstream(async (_, response) => {
      const body = answers.shift();
      if (body === PNG) await opened;
      response.end(body);
    });
    const proxy = createImageProxy({ folder: world.folder, base: world.base });
    await proxy.get('w342', 'a.jpg');
    const [kept = ''] = readdirSync(world.folder);
    age(join(world.folder, kept), 151);
    const shown = await Promise.all(Array.from({ length: 5 }, () => proxy.get('w342', 'a.jpg')));
    assert.ok(shown.every((picture) => picture?.type === 'image/jpeg' && picture.stale));
    open();
    await until(async () => (await proxy.get('w342', 'a.jpg'))?.type === 'image/png');
    assert.equal((await proxy.get('w342', 'a.jpg'))?.stale, false);
    assert.equal(world.asked.length, 2);
  });

  it('goes on while its host is slow, down, or sends pages', async () => {
    const faults: RequestListener[] = [
      () => {},
      (_, response) => response.destroy(),
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>sign in</html>'),
      (_, response) => response.writeHead(404).end(),
      (_, response) => response.writeHead(503).end(),
      (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
    ];
    for (const fault of faults) {
      let fails = false;
      await using world = await upstream((request, response) =>
        fails ? fault(request, response) : response.end(JPEG),
      );
      const options = { folder: world.folder, base: world.base };
      await createImageProxy(options).get('w342', 'a.jpg');
      const proxy = createImageProxy({ ...options, timeout: 50 });
      fails = true;
      age(join(world.folder, readdirSync(world.folder)[0] ?? ''), 160);
      for (let time = 0; time < 3; time++) {
        assert.equal((await proxy.get('w342', 'a.jpg'))?.stale, true);
        await setTimeout(30);
      }
    }
  });
});

describe('the disk', () => {
  it('never holds more than told: what was not used for longest goes', async () => {
    const size = 10_000;
    await using world = await upstream((_, response) =>
      response.end(Buffer.concat([JPEG.subarray(0, 8), Buffer.alloc(size - JPEG.length), JPEG.subarray(8)])),
    );
    const proxy = createImageProxy({ folder: world.folder, base: world.base, mostBytes: 5 * size });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await proxy.get('w342', `${name}.jpg`);
    await proxy.get('w342', 'a.jpg');
    await proxy.get('w342', 'f.jpg');
    await proxy.get('w342', 'g.jpg');
    await until(() => readdirSync(world.folder).length === 5);
    const before = world.asked.length;
    await proxy.get('w342', 'a.jpg');
    assert.equal(world.asked.length, before);
    await proxy.get('w342', 'b.jpg');
    assert.equal(world.asked.length, before + 1);
  });

  it('is bounded in number too, over a new start', async () => {
    await using world = await upstream((_, response) => response.end(JPEG));
    const first = createImageProxy({ folder: world.folder, base: world.base });
    for (let one = 0; one < 12; one++) await first.get('w185', `${one}.jpg`);
    for (const [at, name] of readdirSync(world.folder).entries()) age(join(world.folder, name), at + 1);
    writeFileSync(join(world.folder, 'README'), 'not ours');
    const second = createImageProxy({ folder: world.folder, base: world.base, mostFiles: 4 });
    await second.get('w185', 'new.jpg');
    await until(() => readdirSync(world.folder).filter((name) => name !== 'README').length === 4);
    assert.ok(readdirSync(world.folder).includes('README'));
  });

  it('loses what is past six months, and drafts left behind, though nobody asks for them', async () => {
    await using world = await upstream((_, response) => response.end(JPEG));
    const options = { folder: world.folder, base: world.base };
    await createImageProxy(options).get('w185', 'a.jpg');
    const [kept = ''] = readdirSync(world.folder);
    const draft = `${kept}.00000000-0000-4000-8000-000000000000`;
    writeFileSync(join(world.folder, draft), 'half');
    age(join(world.folder, draft), 1);
    age(join(world.folder, kept), 181);
    await createImageProxy(options).get('w185', 'b.jpg');
    await until(() => readdirSync(world.folder).every((name) => name !== kept && name !== draft));
    assert.equal(readdirSync(world.folder).length, 1);
  });
});

describe('the gate before the host', () => {
  it('lets few ask at the same time, and the others in their turn', async () => {
    let open = 0;
    let most = 0;
    await using world = await upstream(async (_, response) => {
      most = Math.max(most, ++open);
      await setTimeout(10);
      open--;
      response.end(JPEG);
    });
    const proxy = createImageProxy({ folder: world.folder, base: world.base, atOnce: 3 });
    const pictures = await Promise.all(Array.from({ length: 30 }, (_, one) => proxy.get('w185', `${one}.jpg`)));
    assert.ok(pictures.every((picture) => picture !== null));
    assert.equal(most, 3);
  });

  it('leaves a host that is down alone for a while, then asks again', async () => {
    let works = false;
    let now = Date.now();
    await using world = await upstream((_, response) => (works ? response.end(JPEG) : response.destroy()));
    const proxy = createImageProxy({ folder: world.folder, base: world.base, atOnce: 1, now: () => now });
    for (let one = 0; one < 40; one++) assert.equal(await proxy.get('w185', `${one}.jpg`), null);
    const asked = world.asked.length;
    assert.ok(asked <= 26, `${asked} asked`);
    works = true;
    assert.equal(await proxy.get('w185', 'other.jpg'), null);
    assert.equal(world.asked.length, asked);
    now += 61_000;
    assert.equal((await proxy.get('w185', 'other.jpg'))?.type, 'image/jpeg');
  });

  it('turns away those who would wait too long', async () => {
    const gate = openFetchGate({ atOnce: 1, waiting: 2, patience: 20, silences: 9, pause: 1000 });
    const forever = gate.pass<number>(() => setTimeout(100, { kind: 'got' as const, value: 1 }));
    const [late, later, tooMany] = await Promise.all(
      [2, 3, 4].map((value) => gate.pass(() => Promise.resolve({ kind: 'got' as const, value }))),
    );
    assert.deepEqual([late?.kind, later?.kind, tooMany?.kind], ['silent', 'silent', 'silent']);
    assert.deepEqual(await forever, { kind: 'got', value: 1 });
    assert.deepEqual(await gate.pass(() => Promise.resolve({ kind: 'got' as const, value: 5 })), {
      kind: 'got',
      value: 5,
    });
  });

  it('asks nothing for what is no name of a poster, whoever calls', async () => {
    await using world = await upstream((_, response) => response.end(JPEG));
    const proxy = createImageProxy({ folder: world.folder, base: `${world.base}/t/p` });
    for (const [size, name] of [
      ['original', 'a.jpg'],
      ['w342', '../secret.jpg'],
      ['..', 'a.jpg'],
      ['w342', 'a.jpg?x=1'],
      ['w342', '@127.0.0.1:1/a.jpg'],
      ['w342', '%2e%2e%2fa.jpg'],
      ['w342', 'a.jpg#'],
      ['w342', ''],
    ] as const)
      assert.equal(await proxy.get(size, name), null, name);
    assert.deepEqual(world.asked, []);
    await proxy.get('w342', 'a.jpg');
    assert.deepEqual(world.asked, ['/t/p/w342/a.jpg']);
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
    assert.match(
      good.headers.get('cache-control') ?? '',
      /^public, max-age=604800, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    );
    assert.equal(good.headers.get('vary'), null);
    for (const tag of [`"other", ${etag}`, `W/${etag}`, '*'])
      assert.equal((await app.request('/image/w342/good.jpg', { headers: { 'If-None-Match': tag } })).status, 304);
    assert.equal((await app.request('/image/w342/good.jpg', { headers: { 'If-None-Match': '"other"' } })).status, 200);
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

describe('the box of a poster', () => {
  it('asks for the width it is shown at, keeps its place, and shows in a colour of the film while it loads', async () => {
    const lanterne = await withSettings({});
    const cards: typeof lanterne.cards = async (ids) =>
      (await lanterne.cards(ids)).map((card) => ({ ...card, posterPath: '/abc.jpg' }));
    const app = createApp(() => ({ ...lanterne, cards }));
    const page = await (await app.request('/films?liked=tt0119038')).text();
    const [, ground = ''] =
      page.match(
        /<span class="poster (ground-\d+)"><img src="\/image\/w342\/abc\.jpg\?film=tt0119038" srcset="\/image\/w185\/abc\.jpg\?film=tt0119038 185w, \/image\/w342\/abc\.jpg\?film=tt0119038 342w, \/image\/w500\/abc\.jpg\?film=tt0119038 500w" sizes="[^"]+" alt width="300" height="450"/,
      ) ?? [];
    assert.match(ground, /^ground-\d+$/);
    const style = await (await app.request('/style.css')).text();
    assert.match(style, new RegExp(`\\.poster\\.${ground}\\{(?=[^}]*background:#)(?=[^}]*color:#)`));
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

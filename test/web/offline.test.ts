import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gzipSync, inflateSync } from 'node:zlib';
import type { Hono } from 'hono';
import { z } from 'zod';
import { createApp } from '#web/app.ts';
import { drawIcon } from '#web/offline/draw-icon.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';

let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});

const text = async (path: string): Promise<string> => (await app.request(path)).text();
const manifestShape = z.object({
  name: z.string().min(1),
  short_name: z.string().min(1).max(12),
  start_url: z.string(),
  scope: z.literal('/'),
  display: z.literal('standalone'),
  lang: z.string(),
  theme_color: z.string().regex(/^#[\da-f]{6}$/),
  background_color: z.string().regex(/^#[\da-f]{6}$/),
  icons: z.array(
    z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.enum(['any', 'maskable']) }),
  ),
});

describe('the manifest', () => {
  it('is linked from every page, in each language, with pages and icons that exist', async () => {
    for (const [path, manifest, lang] of [
      ['/', '/manifest.webmanifest', 'fr'],
      ['/en/mentions', '/en/manifest.webmanifest', 'en'],
    ] as const) {
      assert.match(await text(path), new RegExp(`<link rel="manifest" href="${manifest}"`));
      const answer = await app.request(manifest);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/manifest\+json/);
      const read = manifestShape.parse(await answer.json());
      assert.equal(read.lang, lang);
      assert.equal((await app.request(read.start_url)).status, 200);
      for (const { src, type } of read.icons) {
        const icon = await app.request(src);
        assert.equal(icon.status, 200, src);
        assert.ok(icon.headers.get('content-type')?.startsWith(type), src);
      }
      for (const sizes of ['192x192', '512x512'])
        assert.ok(read.icons.some((icon) => icon.sizes === sizes && icon.purpose === 'any'));
      assert.ok(read.icons.some(({ purpose }) => purpose === 'maskable'));
    }
  });

  it('bears the cinema’s name and colour', async () => {
    const lanterne = await withSettings({ cinemaName: 'Cinéma Le Sénéchal', accent: '#0055aa' });
    const read = manifestShape.parse(await (await createApp(() => lanterne).request('/manifest.webmanifest')).json());
    assert.equal(read.name, 'Cinéma Le Sénéchal');
    assert.equal(read.short_name, 'Cinéma Le');
    assert.match(read.theme_color, /^#00/);
    const long = await withSettings({ cinemaName: 'Kinématographe' });
    assert.equal(
      manifestShape.parse(await (await createApp(() => long).request('/manifest.webmanifest')).json()).short_name,
      'Kinématograp',
    );
  });
});

describe('the icons', () => {
  it('are pictures of the size they say', async () => {
    for (const [name, size] of [
      ['180.png', 180],
      ['192.png', 192],
      ['512.png', 512],
      ['maskable-512.png', 512],
    ] as const) {
      const answer = await app.request(`/icon/${name}`);
      const { width, height } = pixelsOf(Buffer.from(await answer.arrayBuffer()));
      assert.deepEqual([width, height], [size, size]);
    }
    for (const name of ['9999.png', '..%2f..%2fetc', '192.svg', '__proto__'])
      assert.equal((await app.request(`/icon/${name}`)).status, 404);
  });

  it('have clear corners, or none where they will be cut, and a lantern in the middle', () => {
    const any = pixelsOf(drawIcon(192));
    assert.deepEqual(any.at(0, 0), [0, 0, 0, 0]);
    assert.deepEqual(any.at(96, 110), [0xf0, 0xb0, 0x4f, 255]);
    assert.deepEqual(any.at(96, 8), [0x14, 0x1c, 0x33, 255]);
    const maskable = pixelsOf(drawIcon(192, { maskable: true }));
    assert.deepEqual(maskable.at(0, 0), [0x14, 0x1c, 0x33, 255]);
    // all of the drawing stands in the circle of four fifths
    for (let row = 0; row < 192; row++)
      for (let column = 0; column < 192; column++)
        if (Math.hypot(row - 95.5, column - 95.5) > 77)
          assert.deepEqual(maskable.at(column, row), [0x14, 0x1c, 0x33, 255]);
  });
});

describe('the service worker', () => {
  it('is asked anew each time, at one address, and is small', async () => {
    const answer = await app.request('/sw.js');
    const script = await answer.text();
    assert.match(answer.headers.get('content-type') ?? '', /^text\/javascript/);
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
    assert.ok(gzipSync(script).length < 3000, `${gzipSync(script).length}`);
    assert.doesNotThrow(() => new Function(script));
    const etag = answer.headers.get('etag') ?? '';
    assert.equal((await app.request('/sw.js', { headers: { 'If-None-Match': etag } })).status, 304);
  });

  it('changes with the style and with what the offline page says, and with nothing else', async () => {
    const script = await text('/sw.js');
    assert.equal(await text('/sw.js'), script);
    for (const changes of [{ accent: '#0055aa' }, { cinemaName: 'Le Rex' }]) {
      const lanterne = await withSettings(changes);
      assert.notEqual(await (await createApp(() => lanterne).request('/sw.js')).text(), script);
    }
  });

  it('keeps files that exist, from its first version on', async () => {
    const [, list = ''] = /shell:\[([^\]]+)\]/.exec(await text('/sw.js')) ?? [];
    const shell = [...list.matchAll(/"([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(shell.length >= 8);
    for (const path of shell) assert.equal((await app.request(path)).status, 200, path);
  });
});

describe('the offline page', () => {
  it('says what is kept and how to erase it, in both languages', async () => {
    assert.match(await text('/hors-ligne'), /<h1>Sans réseau<\/h1>[^]*Effacer de cet appareil/);
    assert.match(await text('/en/hors-ligne'), /<h1>No network<\/h1>[^]*Erase from this device/);
    assert.match(await text('/mentions'), /copiée dans votre appareil[^]*href="\/hors-ligne"/);
  });
});

interface Pixels {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): number[];
}

function pixelsOf(png: Buffer): Pixels {
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const place = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(place + 4, place + 4 + png.readUInt32BE(place - 4)));
  return {
    width,
    height,
    at: (x, y) => [...rows.subarray(y * (width * 4 + 1) + 1 + x * 4, y * (width * 4 + 1) + 5 + x * 4)],
  };
}

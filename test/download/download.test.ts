import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { collections, listedWorkbooks, type Collection } from '#download/collections.ts';
import { download, type DownloadOptions } from '#download/download.ts';
import { coded } from '../helpers/coded.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { answers, cutAfter, serveFiles, type Served, type Trick } from './file-server.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-download-'));
after(() => rmSync(work, { recursive: true, force: true }));

const bytes = gzipSync(
  Buffer.from(Array.from({ length: 60_000 }, (_, line) => `${(line * 7919) % 65_521}`).join('\n')),
);
const sha256 = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');
const name = 'title.basics.tsv.gz';
const one: Collection = {
  name: 'one',
  licence: ['free'],
  files: [{ name, url: 'http://none.invalid/x', form: 'gzip' }],
  next: '',
};
const quick: DownloadOptions = { firstWait: 1, now: () => new Date('2026-02-03T00:00:00Z') };

/** A server of one file, a folder, and the download of the one into the other. */
async function bench(file: Partial<Served> = {}) {
  const server = await serveFiles({ [name]: { bytes, ...file } });
  const folder = mkdtempSync(join(work, 'to-'));
  const path = join(folder, name);
  return {
    server,
    folder,
    path,
    run: (options: DownloadOptions = {}, collection = one) =>
      download(collection, folder, { ...quick, from: server.url, ...options }),
    whole: () => {
      assert.equal(sha256(readFileSync(path)), sha256(server.file(name).bytes));
      assert.deepEqual(readdirSync(folder).toSorted(), ['manifest.json', name]);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

suite('a file', () => {
  test('comes whole; its size and checksum stand in the manifest; once more, it is not sent again', async () => {
    await using at = await bench();
    const steps: (number | undefined)[] = [];
    const [got] = await at.run({ onProgress: (_, done) => steps.push(done) });
    at.whole();
    assert.deepEqual([got?.bytes, got?.sha256, got?.unchanged], [bytes.length, sha256(bytes), false]);
    assert.equal(Math.max(...steps.map((step) => step ?? 0)), 1);
    const manifest = JSON.parse(readFileSync(join(at.folder, 'manifest.json'), 'utf8'));
    assert.deepEqual(manifest.files[name], {
      url: `${at.server.url}${name}`,
      bytes: bytes.length,
      sha256: sha256(bytes),
      tag: at.server.file(name).tag,
      date: '2026-02-03',
    });
    assert.deepEqual(manifest.licence, ['free']);
    const [again] = await at.run();
    assert.equal(again?.unchanged, true);
    assert.equal(at.server.asked[1]?.ifNoneMatch, at.server.file(name).tag);
  });

  test('that changed on the server is fetched anew; one that was damaged here too', async () => {
    await using at = await bench();
    await at.run();
    Object.assign(at.server.file(name), { bytes: gzipSync('new'), tag: '"new"' });
    assert.equal((await at.run())[0]?.unchanged, false);
    at.whole();
    writeFileSync(at.path, 'short');
    assert.equal((await at.run())[0]?.unchanged, false);
    at.whole();
  });

  test('whose connection is cut goes on where it was, as often as it takes', async () => {
    await using at = await bench({ tricks: [cutAfter(10_000), cutAfter(20_000), cutAfter(5000)] });
    await at.run();
    at.whole();
    assert.deepEqual(
      at.server.asked.map(({ range }) => range),
      [undefined, 'bytes=10000-', 'bytes=30000-', 'bytes=35000-'],
    );
    assert.ok(at.server.asked.slice(1).every(({ ifRange }) => ifRange === at.server.file(name).tag));
  });

  test('that was given up goes on in a later run', async () => {
    await using at = await bench({ tricks: [cutAfter(40_000), answers(503), answers(503)] });
    await assert.rejects(at.run({ tries: 2 }), coded('DOWNLOAD_FAILED', '503'));
    assert.deepEqual(readdirSync(at.folder).toSorted(), [`${name}.part`, `${name}.part.json`]);
    at.server.file(name).tricks.length = 0;
    await at.run();
    at.whole();
    assert.equal(at.server.asked.at(-1)?.range, 'bytes=40000-');
  });

  test('whose tag changed in between begins again: the server sends the whole', async () => {
    const changed = gzipSync(Buffer.alloc(30_000, 'another'));
    const swap: Trick = (request, response, file) => {
      cutAfter(10_000)(request, response, file);
      Object.assign(file, { bytes: changed, tag: '"changed"' });
    };
    await using at = await bench({ tricks: [swap] });
    await at.run();
    at.whole();
    assert.equal(sha256(readFileSync(at.path)), sha256(changed));
  });

  test('of a server without tags begins again from nothing', async () => {
    await using at = await bench({ tag: null, tricks: [cutAfter(10_000)] });
    await at.run();
    at.whole();
    assert.deepEqual(
      at.server.asked.map(({ range }) => range),
      [undefined, undefined],
    );
  });

  test('a range that is refused (416), or another than asked for, begins again', async () => {
    const other = answers(206, { 'content-range': `bytes 0-9/${bytes.length}`, 'content-length': '10' }, '0123456789');
    for (const trick of [answers(416, { 'content-range': 'bytes */5' }), other]) {
      await using at = await bench({ tricks: [cutAfter(10_000), trick] });
      await at.run();
      at.whole();
      assert.equal(at.server.asked.at(-1)?.range, undefined);
    }
  });

  test('a part that is already whole is not asked for', async () => {
    await using at = await bench();
    const { tag } = at.server.file(name);
    writeFileSync(`${at.path}.part`, bytes);
    writeFileSync(
      `${at.path}.part.json`,
      JSON.stringify({ url: `${at.server.url}${name}`, validator: tag, total: bytes.length }),
    );
    await at.run();
    at.whole();
    assert.equal(at.server.asked.length, 0);
  });

  test('a part of another address, or whose notes are damaged, is thrown away', async () => {
    for (const notes of ['{', JSON.stringify({ url: 'http://else.invalid/', validator: '"x"', total: 9 })]) {
      await using at = await bench();
      writeFileSync(`${at.path}.part`, 'rubbish');
      writeFileSync(`${at.path}.part.json`, notes);
      await at.run();
      at.whole();
      assert.equal(at.server.asked[0]?.range, undefined);
    }
  });

  test('a server that fails is asked again; one that refuses is not', async () => {
    await using at = await bench({ tricks: [answers(500), answers(429, { 'retry-after': '0' }), answers(408)] });
    await at.run();
    at.whole();
    for (const status of [403, 404, 410]) {
      await using no = await bench({ tricks: [answers(status)] });
      await assert.rejects(no.run(), coded('DOWNLOAD_FAILED', String(status)));
      assert.equal(no.server.asked.length, 1);
    }
  });

  test('a web page in place of the file is refused, whatever its status and type say', async () => {
    const page = '<!DOCTYPE html><html><body>Maintenance</body></html>';
    for (const type of ['text/html; charset=utf-8', 'application/octet-stream']) {
      await using at = await bench({ tricks: [answers(200, { 'content-type': type }, page)] });
      await assert.rejects(at.run(), coded('DOWNLOAD_FAILED', 'web page'));
      assert.ok(!existsSync(at.path));
      assert.ok(!existsSync(`${at.path}.part`) || type.startsWith('text/html'));
    }
  });

  test('bytes of another form are refused', async () => {
    await using at = await bench({ bytes: Buffer.from('tconst\ttitle\n') });
    await assert.rejects(at.run(), coded('DOWNLOAD_FAILED', 'gzip'));
    await using empty = await bench({ bytes: Buffer.alloc(0) });
    await assert.rejects(empty.run(), coded('DOWNLOAD_FAILED', 'empty'));
    assert.deepEqual(readdirSync(empty.folder), []);
  });

  test('a body shorter than announced is never taken for whole', async () => {
    const short: Trick = (_, response, file) => {
      response.writeHead(200, { 'content-length': file.bytes.length });
      response.write(file.bytes.subarray(0, 100), () => setTimeout(() => response.destroy(), 10));
    };
    await using at = await bench({ tag: null, tricks: [short, short, short] });
    await assert.rejects(at.run({ tries: 3 }), coded('DOWNLOAD_FAILED'));
    assert.ok(!existsSync(at.path));
  });

  test('a rest longer than the file is thrown away, and the file begun again', async () => {
    const long: Trick = (_, response, file) => {
      const body = Buffer.concat([file.bytes.subarray(10_000), Buffer.alloc(50)]);
      response
        .writeHead(206, {
          'content-length': body.length,
          'content-range': `bytes 10000-${file.bytes.length - 1}/${file.bytes.length}`,
        })
        .end(body);
    };
    await using at = await bench({ tricks: [cutAfter(10_000), long] });
    await at.run();
    at.whole();
  });

  test('a server that falls silent is given up', async () => {
    const silent: Trick = (_, response, file) => {
      response.writeHead(200, { 'content-length': file.bytes.length, etag: file.tag ?? '' });
      response.write(file.bytes.subarray(0, 5000));
    };
    await using at = await bench({ tricks: [silent] });
    await at.run({ idle: 150 });
    at.whole();
    assert.equal(at.server.asked[1]?.range, 'bytes=5000-');
  });

  test('a server that is not there is said to be so', async () => {
    const folder = mkdtempSync(join(work, 'to-'));
    await assert.rejects(
      download(one, folder, { ...quick, from: 'http://127.0.0.1:9/', tries: 2 }),
      coded('DOWNLOAD_FAILED', 'does not answer'),
    );
  });

  test('a folder that cannot be one is named', async () => {
    writeFileSync(join(work, 'file'), '');
    await assert.rejects(download(one, join(work, 'file'), quick), coded('CANNOT_WRITE'));
  });
});

suite('collections', () => {
  test('have a licence, official addresses, and files of their own', () => {
    for (const { licence, files } of collections('23')) {
      assert.ok(licence.length > 0 && files.length > 0);
      assert.equal(new Set(files.map((file) => file.name)).size, files.length);
      for (const { url } of files)
        assert.match(
          url,
          /^https:\/\/(datasets\.imdbws\.com|data\.culture\.gouv\.fr|www\.data\.gouv\.fr|www\.insee\.fr|geo\.api\.gouv\.fr)\//,
        );
    }
    assert.equal(collections('23')[0]?.files.length, 7);
  });

  test('of a data set’s description, the workbooks are fetched', async () => {
    const description = {
      resources: [
        { format: 'csv', url: 'http://a.invalid/1' },
        { format: 'xlsx', url: 'http://a.invalid/2' },
        { format: 'xlsx', url: 'file:///etc/passwd' },
        null,
      ],
    };
    assert.deepEqual(listedWorkbooks(description), [
      { name: 'cnc-attendance-2.xlsx', url: 'http://a.invalid/2', form: 'workbook' },
    ]);
    for (const other of [null, 3, [], {}, { resources: 'x' }]) assert.deepEqual(listedWorkbooks(other), []);
    const workbook = Buffer.from('PK\u0003\u0004 a workbook');
    await using server = await serveFiles({
      'cnc-attendance.json': { bytes: Buffer.from(JSON.stringify(description)) },
      'cnc-attendance-2.xlsx': { bytes: workbook },
    });
    const folder = mkdtempSync(join(work, 'to-'));
    const listing: Collection = {
      ...one,
      files: [{ name: 'cnc-attendance.json', url: 'http://none.invalid/', form: 'json' }],
    };
    const got = await download(listing, folder, { ...quick, from: server.url });
    assert.deepEqual(
      got.map((file) => file.name),
      ['cnc-attendance.json', 'cnc-attendance-2.xlsx'],
    );
  });
});

suite('on the command line', () => {
  test('the licence is said first; then what was fetched, as text and as JSON', async () => {
    const files = Object.fromEntries((collections('23')[0]?.files ?? []).map((file) => [file.name, { bytes }]));
    await using server = await serveFiles(files);
    const data = mkdtempSync(join(work, 'data-'));
    const text = await runLanterne(['download', 'imdb', '--from', server.url, '--data', data]);
    assert.equal(text.code, 0, text.err);
    assert.match(text.err.split('\n')[0] ?? '', /personal and non-commercial use only/);
    assert.match(text.out, /title\.basics\.tsv\.gz/);
    assert.match(text.out, /Next: lanterne build --imdb /);
    const json = JSON.parse(
      (await runLanterne(['download', 'imdb', '--from', server.url, '--data', data, '--json'])).out,
    );
    assert.equal(json.files.length, 7);
    assert.ok(json.files.every((file: { unchanged: boolean }) => file.unchanged));
    assert.ok(existsSync(join(data, 'raw/imdb/name.basics.tsv.gz')));
    for (const wrong of [[], ['films'], ['imdb', '--from', 'ftp://x']])
      assert.equal((await runLanterne(['download', ...wrong, '--data', data])).code, 2);
  });
});

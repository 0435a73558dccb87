import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { openDatabase } from '#catalogue/database.ts';
import { countLines, lineBlocks } from '#catalogue/sources/byte-lines.ts';
import { csvRows } from '#catalogue/sources/csv-rows.ts';
import { pythonList } from '#catalogue/sources/python-list.ts';
import { tsvWriter, type Cell } from '#catalogue/sources/tsv-writer.ts';
import { scratch } from './tiny-world.ts';

/** A list as Python prints it: repr() of a list of str. */
function printed(items: readonly string[]): string {
  return `[${items.map(printedText).join(', ')}]`;
}

function printedText(item: string): string {
  const quote = item.includes("'") && !item.includes('"') ? '"' : "'";
  const named: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const body = Array.from(item, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const known = named[character];
    if (known !== undefined) return known;
    if (character === quote) return `\\${quote}`;
    if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad)
      return `\\x${code.toString(16).padStart(2, '0')}`;
    if ([0x200b, 0x2028, 0xfeff].includes(code)) return `\\u${code.toString(16).padStart(4, '0')}`;
    if (code >= 0xe0000) return `\\U${code.toString(16).padStart(8, '0')}`;
    return character;
  });
  return `${quote}${body.join('')}${quote}`;
}

const word = fc.string({ unit: fc.constantFrom(...'aé\'"\\, []\n\t\u00a0\u200b\u00ad\u{e0041}🎬x19u'), maxLength: 8 });

suite('python lists', () => {
  test('what Python prints is read back, empty items dropped', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (items) => {
        assert.deepEqual(
          pythonList(printed(items)),
          items.map((item) => item.trim()).filter((item) => item !== ''),
        );
      }),
    );
  });

  test('what is not a list of texts is null, nothing is an empty list', () => {
    for (const text of ['FR', "['FR'", "['FR' 'BE']", '[1, 2]', "['a',, 'b']", "[']", '{}'])
      assert.equal(pythonList(text), null, text);
    for (const text of ['', '[]', '[ ]', "['']"]) assert.deepEqual(pythonList(text), [], text);
  });

  test('a list cut anywhere is refused', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (items, at) => {
        const text = printed(items);
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        if (!cut.endsWith(']')) assert.equal(pythonList(cut), null);
      }),
    );
  });
});

suite('rows written for the database', () => {
  test('are read back as they were, tabs and line breaks made spaces', async () => {
    using folder = scratch();
    await using database = await openDatabase(':memory:', 'READ_WRITE');
    const path = join(folder.path, 'rows.tsv');
    const text = fc
      .string({ unit: fc.constantFrom(...'aé"\'\\,;|#\t\n\r 🎬œ\u2028N0'), maxLength: 12 })
      .filter((value) => value !== '\\N');
    const row = fc.tuple(
      text,
      fc.option(fc.integer()),
      fc.option(fc.boolean()),
      fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      fc.array(
        text.filter((item) => item !== ''),
        { maxLength: 3 },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const writer = tsvWriter(path);
        for (const cells of rows) writer.row(cells satisfies readonly Cell[]);
        writer.close();
        const read = await database.connection.runAndReadAll(
          `SELECT t, n, b, d, l FROM read_csv($1, delim = '\t', quote = '', escape = '', header = false, nullstr = '\\N', auto_detect = false, parallel = false, columns = {'t': 'VARCHAR', 'n': 'INTEGER', 'b': 'BOOLEAN', 'd': 'DOUBLE', 'l': 'VARCHAR'})`,
          [path],
        );
        const plain = (value: string): string => value.replaceAll(/[\t\r\n]+/g, ' ');
        const wanted = rows.map(([t, n, b, d, l]) => [
          t === '' ? null : plain(t),
          n,
          b,
          d === null ? null : d + 0,
          l.length === 0 ? null : l.map(plain).join('\u001f'),
        ]);
        assert.deepEqual(
          read.getRows().map(([t, n, b, d, l]) => [t, n, b, typeof d === 'number' ? d + 0 : d, l]),
          wanted,
        );
      }),
      { numRuns: 40 },
    );
  });
});

suite('records of a CSV file', () => {
  const field = fc.string({ unit: fc.constantFrom(...'ab,"\n é'), maxLength: 6 });
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  test('come with the line where they start, whatever their quotes, line feeds and blank lines', async () => {
    using folder = scratch();
    const path = join(folder.path, 'rows.csv');
    const record = fc.record({ a: fc.constantFrom('x', 'y z'), b: field, blank: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (records, end, zipped) => {
          let text = `a,b${end}`;
          const wanted = records.map(({ a, b, blank }) => {
            text += end.repeat(blank);
            const line = text.split('\n').length;
            text += `${a},${quoted(b)}${end}`;
            return { line, a, b: b.trim() };
          });
          writeFileSync(path, zipped ? gzipSync(text) : text);
          const read: { line: number; a: string; b: string }[] = [];
          for await (const row of csvRows(path, ['a'])) read.push({ line: row.line, a: row.get('a'), b: row.get('b') });
          assert.deepEqual(read, wanted);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('an absent column is empty, a byte order mark is not a part of the first name', async () => {
    using folder = scratch();
    const path = join(folder.path, 'bom.csv');
    writeFileSync(path, '\uFEFFa,b\n1,2\n');
    for await (const row of csvRows(path, ['a', 'b']))
      assert.deepEqual([row.get('a'), row.get('b'), row.get('c')], ['1', '2', '']);
  });
});

suite('blocks of whole lines', () => {
  test('join to the file, each ending at a line, plain and gzip alike, however long the lines', async () => {
    using folder = scratch();
    const path = join(folder.path, 'lines.tsv');
    const lengths = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.nat(2000) },
        { weight: 1, arbitrary: fc.integer({ min: 500_000, max: 2_500_000 }) },
      ),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(lengths, fc.boolean(), fc.boolean(), async (sizes, ended, zipped) => {
        const text = sizes.map((size, place) => `${place}${'é'.repeat(size >> 1)}`).join('\n') + (ended ? '\n' : '');
        writeFileSync(path, zipped ? gzipSync(text, { level: 1 }) : text);
        const cursor = { line: 1 };
        const blocks: Buffer[] = [];
        for await (const block of lineBlocks(path, cursor)) {
          blocks.push(Buffer.from(block));
          cursor.line += countLines(block);
        }
        assert.ok(Buffer.concat(blocks).equals(Buffer.from(text)));
        assert.ok(blocks.slice(0, -1).every((block) => block.at(-1) === 10));
        assert.equal(cursor.line, text.split('\n').length);
      }),
      { numRuns: 25 },
    );
  });

  test('the line of a byte that is not UTF-8 is named, in any block', async () => {
    using folder = scratch();
    const path = join(folder.path, 'bytes.tsv');
    await fc.assert(
      fc.asyncProperty(fc.nat(299_999), fc.boolean(), fc.boolean(), async (row, zipped, csv) => {
        const bytes = Buffer.from(`id,name\n${'123456,héé\n'.repeat(300_000)}`);
        bytes[8 + row * 13 + 8] = 0x65;
        writeFileSync(path, zipped ? gzipSync(bytes, { level: 1 }) : bytes);
        const read = async (): Promise<void> => {
          const cursor = { line: 1 };
          if (csv) for await (const found of csvRows(path, ['id'])) assert.ok(found.line > 1);
          else for await (const block of lineBlocks(path, cursor)) cursor.line += countLines(block);
        };
        await assert.rejects(read, { code: 'FILE_NOT_UTF8', values: { file: path, line: row + 2 } });
      }),
      { numRuns: 6 },
    );
    assert.ok(readFileSync(path).length > 0);
  });
});

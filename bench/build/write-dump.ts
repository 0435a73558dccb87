// A worker thread that writes one dump file: under another name first, so that a file of the right name is whole.
import { createWriteStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createGzip } from 'node:zlib';
import { dumpFiles } from './dump-files.ts';
import { type Job, jobSchema, type Note } from './job.ts';
import { endRow, openLines, putAscii } from './lines.ts';
import { createWorld } from './world.ts';

const piecesPerNote = 64;

async function writeDump({ file, seed, scale, out }: Job, post: (note: Note) => void): Promise<void> {
  const dump = dumpFiles.get(file);
  if (dump === undefined) throw new Error(`${file} is not one of the seven dump files.`);
  const lines = openLines();
  putAscii(lines, dump.columns.join('\t'));
  endRow(lines);
  let bytes = 0;
  let pieces = 0;
  function* counted(rows: Generator<Buffer>): Generator<Buffer> {
    for (const piece of rows) {
      bytes += piece.length;
      if (++pieces % piecesPerNote === 0) post({ file, done: false, rows: lines.rows - 1, bytes, gzBytes: 0 });
      yield piece;
    }
  }
  const partial = join(out, `${file}.${process.pid}.partial`);
  await pipeline(
    Readable.from(counted(dump.rows(createWorld(seed, scale), lines)), { highWaterMark: 2 }),
    createGzip({ level: 6, chunkSize: 1 << 18 }),
    createWriteStream(partial),
  );
  const { size } = await stat(partial);
  await rename(partial, join(out, file));
  post({ file, done: true, rows: lines.rows - 1, bytes, gzBytes: size });
}

const port = parentPort;
await writeDump(jobSchema.parse(workerData), (note) => port?.postMessage(note));

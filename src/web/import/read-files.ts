import { decodeExport } from '#web/import/decode-export.ts';
import { isArchive, openArchive } from '#web/import/open-archive.ts';
import { readCsv } from '#web/import/read-csv.ts';
import { readTrakt } from '#web/import/read-trakt.ts';
import {
  cleanTitle,
  mostRows,
  UnreadableFile,
  type FileFault,
  type GivenFile,
  type ReadFile,
} from '#web/import/taste-row.ts';

/** Everything read of the files given, and why some could not be. */
export interface ReadFiles extends ReadFile {
  readonly faults: readonly { readonly name: string; readonly fault: FileFault; readonly detail: string }[];
}

/** Reads every file that a visitor gave; nothing is written anywhere. */
export async function readFiles(given: readonly GivenFile[]): Promise<ReadFiles> {
  const faults: ReadFiles['faults'][number][] = [];
  const read: ReadFile[] = [];
  let rows = 0;
  const guarded = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      faults.push({ name: cleanTitle(name), fault: error.fault, detail: error.detail });
    }
  };
  const readOne = (file: GivenFile): Promise<void> =>
    guarded(file.name, async () => {
      const text = decodeExport(file.bytes);
      const one = /^\s*[[{]/.test(text) ? readTrakt(text) : await readCsv(file.name, text);
      rows += one.rows.length + one.others;
      if (rows > mostRows) throw new UnreadableFile('tooManyRows');
      read.push(one);
    });
  for (const file of given) {
    if (!isArchive(file.bytes)) await readOne(file);
    else
      await guarded(file.name, async () => {
        const before = read.length;
        for (const inside of openArchive(file)) await readOne(inside);
        // an export holds a file for hearts, or for what to watch, also when there are none
        if (read.length > before) faults.splice(0, faults.length, ...faults.filter(({ fault }) => fault !== 'empty'));
      });
  }
  return {
    rows: read.flatMap((one) => one.rows),
    others: read.reduce((sum, one) => sum + one.others, 0),
    nameless: read.reduce((sum, one) => sum + one.nameless, 0),
    faults,
  };
}

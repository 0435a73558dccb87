import { fault } from '#errors.ts';
import { lineBlocks } from '#catalogue/sources/byte-lines.ts';
import { tsvWriter } from '#catalogue/sources/tsv-writer.ts';

/** Reads `renown.tsv` (header `tconst<TAB>renown`): our editorial 1 to 5, how well the public here knows a film. Returns its rows. */
export async function readRenown(path: string, out: string): Promise<number> {
  const cursor = { line: 1 };
  using writer = tsvWriter(out);
  let rows = 0;
  for await (const block of lineBlocks(path, cursor)) {
    for (const line of block.toString('utf8').split('\n')) {
      const [id = '', renown = ''] = line.trim().split('\t');
      if (cursor.line === 1 && (id !== 'tconst' || renown !== 'renown'))
        throw fault('FILE_HEADER', { file: path, missing: 'tconst, renown' });
      if (cursor.line > 1 && id !== '') {
        writer.row([id, renown]);
        rows++;
      }
      cursor.line++;
    }
    cursor.line--;
  }
  if (rows === 0) throw fault('FILE_EMPTY', { file: path });
  writer.close();
  return rows;
}

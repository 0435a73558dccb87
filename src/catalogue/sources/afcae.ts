import { csvRows } from '#catalogue/sources/csv-rows.ts';
import { tsvWriter } from '#catalogue/sources/tsv-writer.ts';

/** Reads the list of films recommended "art et essai" (CSV: titre, realisateur, labels, date_sortie, distributeur, visa); returns its rows. */
export async function readAfcae(path: string, out: string): Promise<number> {
  using writer = tsvWriter(out);
  let rows = 0;
  for await (const row of csvRows(path, ['titre', 'realisateur', 'labels', 'date_sortie'])) {
    writer.row(
      ['titre', 'realisateur', 'labels', 'date_sortie', 'distributeur', 'visa'].map((column) => row.get(column)),
    );
    rows++;
  }
  writer.close();
  return rows;
}

import { readFileSync } from 'node:fs';
import { openDatabase } from '#catalogue/database.ts';
import { findFiles, imdbFiles } from '#catalogue/sources/files.ts';

export interface StarterReport {
  readonly titles: number;
  /** Titles of ours that the reference does not have. */
  readonly absent: number;
  readonly absentIds: readonly string[];
  readonly figures: readonly { readonly what: string; readonly agree: number; readonly compared: number }[];
  readonly disagreements: readonly {
    readonly what: string;
    readonly id: string;
    readonly ours: string;
    readonly theirs: string;
  }[];
}

/**
 * Compares the starter's facts with files of IMDb's format: year, title and directors of each title that both have, the first three actors
 * where the reference credits at least eight people, and birth years. Nothing of the reference is kept.
 */
export async function checkStarter(starter: string, reference: string): Promise<StarterReport> {
  await using database = await openDatabase(':memory:', 'READ_WRITE', { memory: '2GB' });
  const { connection } = database;
  for (const [side, folder] of [
    ['ours', starter],
    ['theirs', reference],
  ] as const) {
    const files = findFiles(folder, imdbFiles, 'tsv', ['title.basics', 'title.principals', 'name.basics']);
    for (const name of ['title.basics', 'title.principals', 'name.basics', 'title.akas', 'title.crew'] as const) {
      const table = `${side}_${name.replace('.', '_')}`;
      await connection.run('SET VARIABLE file = $1', [files.get(name) ?? files.get('title.basics') ?? '']);
      await connection.run(
        `CREATE TABLE ${table} AS SELECT * FROM read_csv(getvariable('file'), delim = '\t', quote = '', escape = '', header = true, nullstr = '\\N', all_varchar = true)${files.has(name) ? '' : ' LIMIT 0'}`,
      );
    }
  }
  await connection.run(readFileSync(new URL('checks/starter.sql', import.meta.url), 'utf8'));
  const rows = async (sql: string): Promise<string[][]> =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String));
  const figures = await rows(
    'SELECT what, count(*) FILTER (agree), count(*) FROM comparison GROUP BY what ORDER BY what',
  );
  const disagreements = await rows(
    "SELECT what, id, coalesce(ours, '?'), coalesce(theirs, '?') FROM comparison WHERE NOT agree ORDER BY what, length(id), id",
  );
  const absent = await rows(
    'SELECT tconst FROM ours_title_basics ANTI JOIN theirs_title_basics USING (tconst) ORDER BY length(tconst), tconst',
  );
  const [[titles = '0'] = []] = await rows('SELECT count(*) FROM ours_title_basics');
  return {
    titles: Number(titles),
    absent: absent.length,
    absentIds: absent.map(([id = '']) => id),
    figures: figures.map(([what = '', agree, compared]) => ({
      what,
      agree: Number(agree),
      compared: Number(compared),
    })),
    disagreements: disagreements.map(([what = '', id = '', ours = '', theirs = '']) => ({ what, id, ours, theirs })),
  };
}

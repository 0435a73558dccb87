import type { Invocation } from '#cli/command.ts';
import { oneFilm } from '#cli/one-film.ts';
import { tellStanding } from '#cli/programme/one-import.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import { importStanding } from '#programme/import-standing.ts';
import { chooseFilms } from '#programme/imports.ts';
import { withoutCard } from '#programme/prepare.ts';
import type { Db } from '#state/schema.ts';

/**
 * Keeps which film a refused line of an import means, for each line that says the same; nothing is on the programme before it is applied.
 * @throws USAGE, PROGRAMME_IMPORT_UNKNOWN, PROGRAMME_IMPORT_UNDONE, PROGRAMME_LINE_SETTLED, FILM_UNKNOWN, TITLE_UNKNOWN, TITLE_AMBIGUOUS
 */
export async function chooseFilm(invocation: Invocation, db: Db, id: string): Promise<void> {
  const [, , line = '', film = ''] = invocation.positionals;
  if (!/^\d{1,7}$/.test(line))
    throw fault('USAGE', { problem: `A line is a number, not “${line}”.`, command: 'programme' });
  const now = Temporal.Now.instant();
  await using lanterne = await openLanterne(settings(invocation), { onProgress: invocation.note });
  const { row, preview } = await importStanding(db, lanterne, id, { now });
  if (row.undone !== null) throw fault('PROGRAMME_IMPORT_UNDONE', { id });
  const asked = preview?.report.refused.find((one) => one.line === Number(line) && one.film !== null)?.film ?? null;
  if (asked === null) throw fault('PROGRAMME_LINE_SETTLED', { id, line });
  const chosen = film === withoutCard ? withoutCard : (await oneFilm(lanterne, film)).id;
  await chooseFilms(db, id, { [asked]: chosen });
  tellStanding(invocation, await importStanding(db, lanterne, id, { now }));
}

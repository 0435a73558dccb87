import { dayInParis, weekOf } from '#calendar/week.ts';
import { townNames } from '#market/town-names.ts';
import { lastTold, tellRow, type ByHand } from '#notify/by-hand/tell.ts';
import { listByHand, type HandChannel, type HandRow, type SeenRow } from '#state/by-hand.ts';
import { momentOf } from '#state/clock.ts';
import { stateOf, type Site } from '#web/site.ts';

/** Someone to be told, and what. */
export interface HandPerson {
  readonly row: HandRow;
  readonly name: string;
  /** The name of their commune. */
  readonly place: string;
  readonly rows: readonly HandRow[];
  readonly told: readonly ByHand[];
}

export interface HandList {
  readonly open: readonly HandPerson[];
  readonly done: readonly HandPerson[];
  /** Messages of this week that are not true any more. */
  readonly over: number;
}

/** What the house is to tell by hand this week, person by person; what was told since Wednesday. */
export async function handList(site: Site, channel: HandChannel, now: Temporal.Instant): Promise<HandList> {
  const { db } = stateOf(site);
  const since = weekOf(dayInParis(now)).from;
  const { open, told } = await listByHand(db, channel, { since, now });
  const places = townNames(site.market());
  const house = site.lanterne.config.cinemaName;
  let over = 0;
  const standing: { readonly row: HandRow; readonly by: ByHand }[] = [];
  for (const row of open) {
    const by = await tellRow(db, row, { house, now, townOf: (code) => places.get(code) ?? null });
    if (by !== null) standing.push({ row, by });
    else if (lastTold(row.payload) >= momentOf(since)) over++;
  }
  const person = (rows: readonly HandRow[], by: readonly ByHand[]): HandPerson[] => {
    const [row] = rows;
    if (row === undefined) return [];
    const name = row.name ?? site.words.push.calls.nameless;
    return [{ row, name, place: places.get(row.commune ?? '') ?? '', rows, told: by }];
  };
  return {
    open: [...Map.groupBy(standing, ({ row }) => row.customer).values()].flatMap((some) =>
      person(
        some.map(({ row }) => row),
        some.map(({ by }) => by),
      ),
    ),
    done: [...Map.groupBy(told, ({ customer }) => customer).values()].flatMap((rows) => person(rows, [])),
    over,
  };
}

/** Rows as a form carries them: `12:0,13:1`, each with the tries that it had. */
export const writeSeen = (rows: readonly SeenRow[]): string =>
  rows.map(({ id, attempts }) => `${id}:${attempts}`).join(',');

/** Reads what writeSeen wrote; what is none is left out. */
export const readSeen = (text: string): SeenRow[] =>
  text.split(',').flatMap((one) => {
    const [, id, attempts] = /^(\d{1,15}):(\d{1,4})$/.exec(one) ?? [];
    return id === undefined ? [] : [{ id: Number(id), attempts: Number(attempts) }];
  });

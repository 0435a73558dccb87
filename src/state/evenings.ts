import type { FilmId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { addReceived } from '#state/group-members.ts';
import { holdGroup } from '#state/groups.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

/** A film that a group chose, and what it brought to each who was there. */
export interface Evening {
  readonly film: FilmId;
  /** UTC. */
  readonly at: string;
  /** A relevance, 0 to 1, by the member's own key. */
  readonly gains: ReadonlyMap<string, number>;
}

/** The evenings of a group, the first one first; a member who left took theirs away. */
export async function eveningsOf(db: Db, code: string): Promise<Evening[]> {
  const rows = await db
    .selectFrom('group_gain')
    .innerJoin('group_member', 'group_member.id', 'group_gain.member')
    .select(['group_gain.film', 'group_gain.at', 'group_gain.member', 'group_gain.gain'])
    .where('group_member.session', '=', code)
    .orderBy('group_gain.at')
    .orderBy('group_gain.film')
    .execute();
  return [...Map.groupBy(rows, ({ film }) => film)].map(([film, gains]) => ({
    film,
    at: gains[0]?.at ?? '',
    gains: new Map(gains.map(({ member, gain }) => [member, gain])),
  }));
}

/**
 * The group has chosen a film: what it brings is added to what each received, so that the next evening makes up for it. Told once, by however many of
 * them; resolves to whether this was the first time.
 * @param gains 0 to 1, by the member's own key; who is no member is left out
 * @throws GROUP_GONE
 */
export const addEvening = (
  db: Db,
  code: string,
  { film, gains }: Pick<Evening, 'film' | 'gains'>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<boolean> =>
  inTransaction(db, async (within) => {
    await holdGroup(within, code, now);
    if ((await eveningsOf(within, code)).some((evening) => evening.film === film)) return false;
    const members = await within.selectFrom('group_member').select('id').where('session', '=', code).execute();
    const rows = members.flatMap(({ id }) => {
      const gain = gains.get(id);
      return gain === undefined ? [] : [{ member: id, film, gain, at: momentOf(now) }];
    });
    if (rows.length === 0) return false;
    await within.insertInto('group_gain').values(rows).execute();
    await addReceived(within, code, new Map(rows.map(({ member, gain }) => [member, gain])), { now });
    return true;
  });

/** It was not that film after all: takes back what it brought. Resolves to whether there was such an evening. @throws GROUP_GONE */
export const takeBackEvening = (
  db: Db,
  code: string,
  film: FilmId,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<boolean> =>
  inTransaction(db, async (within) => {
    await holdGroup(within, code, now);
    const taken = await within
      .deleteFrom('group_gain')
      .where('film', '=', film)
      .where('member', 'in', (row) => row.selectFrom('group_member').select('id').where('session', '=', code))
      .returning(['member'])
      .execute();
    for (const { member } of taken) {
      const left = await within.selectFrom('group_gain').select('gain').where('member', '=', member).execute();
      await within
        .updateTable('group_member')
        .set({ received: left.reduce((sum, { gain }) => sum + gain, 0) })
        .where('id', '=', member)
        .execute();
    }
    return taken.length > 0;
  });

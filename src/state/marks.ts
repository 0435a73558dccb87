import type { FilmId, VisitorId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { markKinds, type Db, type MarkKind } from '#state/schema.ts';
import { withVisitor } from '#state/visitors.ts';

/** What a visitor said of one film. */
export interface FilmMark {
  readonly kind: MarkKind;
  /** UTC, to the millisecond. */
  readonly at: string;
}

export interface Mark extends FilmMark {
  readonly film: FilmId;
}

/** What the engine is given: the films liked, disliked and seen, the latest first. */
export interface MarkedTaste {
  readonly liked: readonly FilmId[];
  readonly disliked: readonly FilmId[];
  readonly seen: readonly FilmId[];
}

/**
 * Marks a film; a like takes the dislike away, and the reverse. Resolves to the film's marks as they were, for `restoreMarks`.
 * @throws VISITOR_UNKNOWN
 */
export const setMark = (
  db: Db,
  visitor: VisitorId,
  film: FilmId,
  kind: MarkKind,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<FilmMark[]> =>
  withVisitor(db, visitor, async (within, holder) => {
    const before = await marksOfFilm(within, holder, film);
    const opposite = kind === 'liked' ? 'disliked' : kind === 'disliked' ? 'liked' : null;
    if (opposite !== null) await remove(within, holder, film, opposite);
    const at = momentOf(now);
    await within
      .insertInto('mark')
      .values({ visitor: holder, film, kind, at })
      .onConflict((conflict) => conflict.columns(['visitor', 'film', 'kind']).doUpdateSet({ at }))
      .execute();
    return before;
  });

/**
 * Takes a mark away; nothing happens when there is none. Resolves to the film's marks as they were.
 * @throws VISITOR_UNKNOWN
 */
export const unsetMark = (db: Db, visitor: VisitorId, film: FilmId, kind: MarkKind): Promise<FilmMark[]> =>
  withVisitor(db, visitor, async (within, holder) => {
    const before = await marksOfFilm(within, holder, film);
    await remove(within, holder, film, kind);
    return before;
  });

/**
 * Undoes: puts a film's marks back as `setMark` or `unsetMark` said that they were. Of a like and a dislike, the first stands.
 * @throws VISITOR_UNKNOWN
 */
export const restoreMarks = (
  db: Db,
  visitor: VisitorId,
  film: FilmId,
  before: readonly FilmMark[],
): Promise<FilmMark[]> =>
  withVisitor(db, visitor, async (within, holder) => {
    const undone = await marksOfFilm(within, holder, film);
    await within.deleteFrom('mark').where('visitor', '=', holder).where('film', '=', film).execute();
    const slots = new Map<string, FilmMark>();
    for (const mark of before) {
      const slot = mark.kind === 'disliked' ? 'liked' : mark.kind;
      if (!slots.has(slot)) slots.set(slot, mark);
    }
    if (slots.size > 0)
      await within
        .insertInto('mark')
        .values([...slots.values()].map(({ kind, at }) => ({ visitor: holder, film, kind, at })))
        .execute();
    return undone;
  });

/** Everything that a visitor marked, or of one kind; the latest first. */
export function listMarks(db: Db, visitor: VisitorId, { kind }: { kind?: MarkKind } = {}): Promise<Mark[]> {
  const all = db.selectFrom('mark').select(['film', 'kind', 'at']).where('visitor', '=', visitor);
  return (kind === undefined ? all : all.where('kind', '=', kind))
    .orderBy('at', 'desc')
    .orderBy('film')
    .orderBy('kind')
    .execute();
}

/** The visitor's marks on these films alone: what the cards of a page show. */
export async function marksOn(
  db: Db,
  visitor: VisitorId,
  films: readonly FilmId[],
): Promise<Map<FilmId, Set<MarkKind>>> {
  const rows =
    films.length === 0
      ? []
      : await db
          .selectFrom('mark')
          .select(['film', 'kind'])
          .where('visitor', '=', visitor)
          .where('film', 'in', [...new Set(films)])
          .execute();
  const marks = new Map<FilmId, Set<MarkKind>>();
  for (const { film, kind } of rows) marks.set(film, (marks.get(film) ?? new Set()).add(kind));
  return marks;
}

/** Marks as the engine wants them: wishes are no taste. */
export function toTaste(marks: readonly Mark[]): MarkedTaste {
  const of = (wanted: MarkKind): FilmId[] => marks.flatMap(({ film, kind }) => (kind === wanted ? [film] : []));
  return { liked: of('liked'), disliked: of('disliked'), seen: of('seen') };
}

/** Reads a mark's kind typed in a form or an address; null when it is none. */
export const asMarkKind = (text: string): MarkKind | null => markKinds.find((kind) => kind === text) ?? null;

const marksOfFilm = (db: Db, visitor: VisitorId, film: FilmId): Promise<FilmMark[]> =>
  db
    .selectFrom('mark')
    .select(['kind', 'at'])
    .where('visitor', '=', visitor)
    .where('film', '=', film)
    .orderBy('kind')
    .execute();

async function remove(db: Db, visitor: VisitorId, film: FilmId, kind: MarkKind): Promise<void> {
  await db
    .deleteFrom('mark')
    .where('visitor', '=', visitor)
    .where('film', '=', film)
    .where('kind', '=', kind)
    .execute();
}

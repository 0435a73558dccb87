import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { FilmId, VisitorId } from '#brand.ts';
import { listMarks, toTaste, type MarkedTaste } from '#state/marks.ts';
import type { State } from '#state/open-state.ts';
import type { MarkKind } from '#state/schema.ts';
import { tellFailing, type Memory } from '#web/memory.ts';
import { visitorIdOf } from '#state/secret.ts';
import { createVisitor, recogniseVisitor } from '#state/visitors.ts';

/** A visitor who kept something here: known by a random identifier in their cookie, and by nothing else. */
export interface Visitor {
  readonly id: VisitorId;
  readonly taste: MarkedTaste;
  /** Films to watch, the latest first. */
  readonly wanted: readonly FilmId[];
  /** What was said of each film. */
  readonly marks: ReadonlyMap<FilmId, ReadonlySet<MarkKind>>;
}

export interface Remembered {
  readonly visitor: Visitor | null;
  readonly memory: Memory;
}

/** `__Host-`: sent back to this very host alone, over an encrypted connection (or to this machine itself), never to a script. RFC 6265bis. */
const cookieName = 'visitor';
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;
const DAY = 86_400;

/**
 * The visitor of a request, null when nobody is known; and whether the memory could tell. Pages that show films do without it, those that say what
 * is kept must not.
 */
export async function visitorOf(context: Context, state: State | null): Promise<Remembered> {
  const secret = getCookie(context, cookieName, 'host');
  if (secret === undefined || state === null) return { visitor: null, memory: state === null ? 'none' : 'ready' };
  try {
    const id = await recogniseVisitor(state.db, secret);
    if (id === null) return { visitor: null, memory: 'ready' };
    const list = await listMarks(state.db, id);
    const marks = new Map<FilmId, Set<MarkKind>>();
    for (const { film, kind } of list) marks.set(film, (marks.get(film) ?? new Set()).add(kind));
    const wanted = list.flatMap((one) => (one.kind === 'wanted' ? one.film : []));
    return { visitor: { id, taste: toTaste(list), wanted, marks }, memory: 'ready' };
  } catch (error) {
    tellFailing(error);
    return { visitor: null, memory: 'failing' };
  }
}

/** The visitor who asks for something to be kept: the known one, or a new one, whose cookie the answer will set. */
export async function visitorToKeep(context: Context, { db }: State, visitorDays: number): Promise<VisitorId> {
  const known = getCookie(context, cookieName, 'host');
  const id = known === undefined ? null : await recogniseVisitor(db, known);
  if (id !== null && known !== undefined) {
    keepCookie(context, known, visitorDays);
    return id;
  }
  const { secret, visitor } = await createVisitor(db);
  keepCookie(context, secret, visitorDays);
  return visitor;
}

/** Whether the browser sent a visitor's cookie at all. */
export const hasCookie = (context: Context): boolean => getCookie(context, cookieName, 'host') !== undefined;

/** What the browser's own cookie names, whoever it stands for; null when it sends none that could be ours. */
export const browserOwnId = (context: Context): VisitorId | null =>
  visitorIdOf(getCookie(context, cookieName, 'host') ?? '');

/** Has the browser forget the visitor. */
export const forgetCookie = (context: Context): void => void deleteCookie(context, cookieName, cookieOptions);

/** Has the browser hold a visitor's secret; 400 days are the most that browsers keep a cookie. */
export function keepCookie(context: Context, secret: string, days: number): void {
  setCookie(context, cookieName, secret, { ...cookieOptions, maxAge: Math.min(days, 400) * DAY });
}

import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { asShowingId } from '#brand.ts';
import { fault } from '#errors.ts';
import { toCsv } from '#programme/publish/csv.ts';
import { toFeed } from '#programme/publish/feed.ts';
import { toIcs } from '#programme/publish/ics.ts';
import { toJson } from '#programme/publish/json.ts';
import { lastChange, momentOfShowing, type Publication } from '#programme/publish/published.ts';
import type { Clock } from '#state/clock.ts';
import { changesOf, findShowing } from '#state/showing-lookup.ts';
import { queryOf } from '#web/page.ts';
import { everything, readAsked } from '#web/programme/asked.ts';
import { aboutFilms, hereOf, nearShowings } from '#web/programme/gather.ts';
import { publication, publishedOf } from '#web/programme/publish.ts';
import { feedKinds, feedTypes, type FeedKind } from '#web/programme/take.tsx';
import { whenOf } from '#web/programme/told.ts';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';

/** The programme as a file for other programs: a calendar, news, data, a table. It follows the filters of its address, and knows nobody. */
export const programmeFeed =
  (kind: FeedKind) =>
  async (context: Context, site: Site, { now = Temporal.Now.instant() }: Clock = {}): Promise<Response> => {
    const nobody = { ...site, visitor: null };
    const asked = { ...readAsked(queryOf(context)), day: null, week: null, fitting: false };
    const made = await publication(nobody, asked, { now, past: kind === 'ics' });
    return sendFile(context, {
      kind,
      body: bodyOf(kind, nobody, made),
      changed: lastChange(made.showings),
      name: `programme${asked.venue === null ? '' : `-${asked.venue}`}`,
    });
  };

/** One showing for a calendar. @throws PAGE_UNKNOWN */
export async function showingCalendar(context: Context, site: Site): Promise<Response> {
  const id = asShowingId((context.req.param('file') ?? '').replace(/\.ics$/, ''));
  const found = id === null || site.state === null ? null : await findShowing(site.state.db, id);
  if (found === null || site.state === null) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  const nobody = { ...site, visitor: null };
  const [showing] = nearShowings(nobody, [found], await hereOf(nobody, everything));
  const changes = await changesOf(site.state.db, { from: found.day, until: found.day });
  const about = await aboutFilms(nobody, [found], noTaste);
  const showings =
    showing === undefined ? [] : [publishedOf(nobody, showing, about, changes.get(found.id) ?? found.starts)];
  const body = toIcs({
    title: found.title,
    description: site.words.programme.feed.description,
    page: site.here,
    showings,
  });
  return sendFile(context, { kind: 'ics', body, changed: lastChange(showings), name: `seance-${found.day}` });
}

function bodyOf(kind: FeedKind, site: Site, made: Publication): string {
  const { programme } = site.words;
  switch (kind) {
    case 'ics':
      return toIcs(made);
    case 'json':
      return `${JSON.stringify(toJson(made), null, 1)}\n`;
    case 'csv':
      return toCsv(made.showings, site.language, {
        ...programme.feed,
        weekday: (day) => programme.day(day).split(' ')[0] ?? '',
      });
    default: {
      const feed = toFeed(made, {
        item: (title, from, until) => programme.feed.item(title, programme.date(from), programme.date(until)),
        cancelled: programme.feed.cancelled,
        when: (one) => whenOf(site, { day: one.day, moment: momentOfShowing(one) }),
      });
      return kind === 'rss' ? feed.rss2() : feed.json1();
    }
  }
}

interface Sent {
  readonly kind: FeedKind;
  readonly body: string;
  readonly changed: string | null;
  /** Of the file, without its end. */
  readonly name: string;
}

/** Asked again, the answer that is the same is a few bytes (RFC 9110, 13); other sites may read it from their pages. */
function sendFile(context: Context, { kind, body, changed, name }: Sent): Response {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Cache-Control': 'public, max-age=300, stale-if-error=86400',
    ETag: etag,
    'Access-Control-Allow-Origin': '*',
    'X-Robots-Tag': 'noindex',
    ...(changed === null ? {} : { 'Last-Modified': new Date(changed).toUTCString() }),
  };
  if (context.req.header('If-None-Match')?.includes(etag) === true) return context.body(null, 304, headers);
  const shown = kind === 'rss' || kind.endsWith('json');
  return context.body(body, 200, {
    ...headers,
    'Content-Type': `${feedTypes[kind]}; charset=utf-8`,
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${name}.${kind === 'rss' ? 'xml' : kind}"`,
  });
}

/** The addresses of the files. */
export const feedPaths = feedKinds.map((kind) => [kind, `/programme.${kind}`] as const);

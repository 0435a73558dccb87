import { Feed } from 'feed';
import { weekOf } from '#calendar/week.ts';
import {
  lastChange,
  placeOfShowing,
  plainLine,
  titleOfShowing,
  type Publication,
  type PublishedShowing,
} from '#programme/publish/published.ts';

export interface FeedWords {
  /** `Le Dîner de cons, du 25 novembre au 1er décembre`. */
  item(title: string, from: string, until: string): string;
  cancelled(title: string): string;
  /** `mercredi 25 novembre à 20 h 30`. */
  when(showing: PublishedShowing): string;
}

/** The most entries of a feed, the latest changed first. */
const mostItems = 100;

/** The programme as news: one entry a film and week, which is new when the film comes and changes when its showings do. */
export function toFeed(publication: Publication, words: FeedWords): Feed {
  const { title, description, language, page, self, showings } = publication;
  const feed = new Feed({
    id: page,
    title: plainLine(title),
    description: plainLine(description),
    link: page,
    language,
    updated: new Date(lastChange(showings) ?? 0),
    generator: 'Lanterne',
    ttl: 240,
    feedLinks: { rss: self.rss, json: self['feed.json'] },
  });
  const weeks = Map.groupBy(
    showings,
    (one) => `${one.film?.id ?? one.title.toLocaleLowerCase()} ${weekOf(Temporal.PlainDate.from(one.day)).name}`,
  );
  const entries = [...weeks.values()].flatMap((list) => entryOf(list, words) ?? []);
  for (const entry of entries.toSorted((a, b) => b.date.getTime() - a.date.getTime()).slice(0, mostItems))
    feed.addItem(entry);
  return feed;
}

function entryOf(showings: readonly PublishedShowing[], words: FeedWords): Parameters<Feed['addItem']>[0] | null {
  const [first] = showings;
  if (first === undefined) return null;
  const { name, first: from, last } = weekOf(Temporal.PlainDate.from(first.day));
  const title = unmarked(titleOfShowing(first));
  const lines = showings.map((one) => {
    const line = unmarked(`${words.when(one)}, ${placeOfShowing(one)}${one.marks.map((mark) => `, ${mark}`).join('')}`);
    return one.cancelled === null ? line : words.cancelled(line);
  });
  const link = first.film?.page ?? first.page;
  return {
    id: `urn:lanterne:${encodeURIComponent(first.film?.id ?? title.toLocaleLowerCase())}:${name}`,
    title: words.item(title, from.toString(), last.toString()),
    link,
    date: new Date(lastChange(showings) ?? 0),
    description: lines.slice(0, 3).join(' ; '),
    content: `<ul>${showings.map((one, at) => `<li><a href="${text(one.page)}">${text(lines[at] ?? '')}</a></li>`).join('')}</ul>`,
    ...(first.film === null ? {} : { image: first.film.picture }),
  };
}

// some readers take a title for HTML, others do not: no sign of it is left
const unmarked = (value: string): string => plainLine(value).replaceAll('<', '‹').replaceAll('>', '›');

const text = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

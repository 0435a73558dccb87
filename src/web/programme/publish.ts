import { pathIn } from '#web/language.ts';
import { programmeAddress, type Asked } from '#web/programme/asked.ts';
import { chooseShowings, type NearShowing } from '#web/programme/choose.ts';
import { aboutFilms, communeName, conditionsOf, hereOf, nearShowings } from '#web/programme/gather.ts';
import type { AboutFilms } from '#web/programme/programme-films.ts';
import { feedAddress } from '#web/programme/take.tsx';
import { marksOf } from '#web/programme/told.ts';
import { dayInParis, weekOf } from '#calendar/week.ts';
import type { FilmCard } from '#lanterne.ts';
import type { Publication, PublishedFilm, PublishedShowing } from '#programme/publish/published.ts';
import { changesOf } from '#state/showing-lookup.ts';
import { listShowings } from '#state/showings.ts';
import { listVenues } from '#state/venues.ts';
import { pictureAddress } from '#web/poster-address.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

/** How long a calendar still has what is over: a programme that follows would else take away yesterday's evening. */
const keptDays = 14;
const farthestDays = 366;

/**
 * What a file of the programme holds: what its address asks for, of nobody in particular. From this week's Wednesday on, or, `past`, two weeks back;
 * called off showings too, so that who follows is told.
 */
export async function publication(
  site: Site,
  asked: Asked,
  { now, past }: { readonly now: Temporal.Instant; readonly past: boolean },
): Promise<Publication> {
  const today = dayInParis(now);
  const from = past ? today.subtract({ days: keptDays }) : weekOf(today).first;
  const days = { from: from.toString(), until: today.add({ days: farthestDays }).toString() };
  const db = site.state?.db ?? null;
  const here = await hereOf(site, asked);
  const [listed, changes, venues] =
    db === null
      ? [[], new Map<string, string>(), []]
      : await Promise.all([listShowings(db, { ...days, cancelled: true }), changesOf(db, days), listVenues(db)]);
  const about = await aboutFilms(site, listed, noTaste);
  // a file without a place is of everywhere
  const around = { ...here, radius: asked.radius ?? (asked.commune === null ? 0 : here.radius) };
  const chosen = chooseShowings(nearShowings(site, listed, around), {
    ...conditionsOf(asked, around, about),
    fitting: false,
  });
  const named = venues.find(({ id }) => id === asked.venue)?.name;
  const card = asked.film === null ? undefined : about.cards.get(asked.film);
  const of = [
    card === undefined ? '' : titleOf(card, site.language),
    named ?? '',
    ...asked.access.map((access) => site.words.programme.filters.accesses[access][0] ?? ''),
  ].filter((part) => part !== '');
  const { feed } = site.words.programme;
  const plain: Asked = { ...asked, day: null, week: null, by: 'day', fitting: false };
  const whole = (kind: 'ics' | 'rss' | 'feed.json' | 'json' | 'csv'): string =>
    site.here + feedAddress(site, kind, plain);
  return {
    title: feed.title(site.lanterne.config.cinemaName, of.join(', ')),
    description: feed.description,
    language: site.language,
    page: site.here + programmeAddress(site, plain, noTaste),
    self: {
      ics: whole('ics'),
      rss: whole('rss'),
      'feed.json': whole('feed.json'),
      json: whole('json'),
      csv: whole('csv'),
    },
    showings: chosen.map((one) => publishedOf(site, one, about, changes.get(one.id) ?? one.starts)),
  };
}

/** One showing as other programs are told of it. */
export function publishedOf(
  site: Site,
  showing: NearShowing,
  { cards }: Pick<AboutFilms, 'cards'>,
  changed: string,
): PublishedShowing {
  const { film: id, ...rest } = showing;
  const card = id === null ? undefined : cards.get(id);
  return {
    ...rest,
    changed,
    page: site.here + pathIn(site.language, `/seance/${showing.id}`),
    venuePage: site.here + pathIn(site.language, `/programme/${showing.at.id}`),
    communeName: communeName(site, showing.at.commune),
    film: card === undefined ? null : publishedFilm(site, card),
    marks: marksOf(site, showing),
  };
}

const publishedFilm = (site: Site, card: FilmCard): PublishedFilm => ({
  id: card.id,
  title: titleOf(card, site.language),
  year: card.year,
  directors: card.directors.slice(0, 3),
  runtime: card.runtime,
  page: site.here + filmAddress(site, card.id, noTaste),
  picture: site.here + pictureAddress(site, card, 'w342'),
});

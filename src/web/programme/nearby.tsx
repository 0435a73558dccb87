import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import { dayInParis } from '#calendar/week.ts';
import type { Clock } from '#state/clock.ts';
import { listShowings } from '#state/showings.ts';
import { Poster } from '#web/components/poster.tsx';
import { tellFailing } from '#web/memory.ts';
import { everything, programmeAddress, showingAddress } from '#web/programme/asked.ts';
import { aboutFilms, hasBegun, hereOf, inOpenVenues, nearShowings, nextShowings } from '#web/programme/gather.ts';
import { VenueHours } from '#web/programme/hours.tsx';
import { filmsOf, venuesOf, type ProgrammeFilm } from '#web/programme/programme-films.ts';
import { dayName, hourOf, nameOf } from '#web/programme/told.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface NearbyProps {
  readonly site: Site;
  readonly taste: TasteUrl;
}

const MOST_SHOWINGS = 24;
const MOST_VENUES = 3;
const MOST_FILMS = 4;

/** The next showings of a film near the reader, for its page; null when there are none, or when the memory fails: the page does without. */
export async function nearbyShowings(
  { site, taste }: NearbyProps,
  film: FilmId,
  { title, now = Temporal.Now.instant() }: Clock & { readonly title: string },
): Promise<JSX.Element | null> {
  const here = await quietly(() => hereOf(site, everything));
  if (here === null) return null;
  const next = (await quietly(() => nextShowings(site, here, { film, most: MOST_SHOWINGS, now }))) ?? [];
  const near = next.filter(({ away }) => here.radius === 0 || away === null || away <= here.radius);
  if (near.length === 0) return null;
  const { nearby } = site.words.programme;
  return (
    <section class="nearby" aria-labelledby="nearby-title">
      <h2 id="nearby-title">{nearby.title}</h2>
      {venuesOf(near)
        .slice(0, MOST_VENUES)
        .map((at) => (
          <VenueHours key={at.venue.id} site={site} taste={taste} asked={everything} title={title} at={at} byDay />
        ))}
      <p>
        <a href={programmeAddress(site, { ...everything, film, by: 'film' }, taste)}>{nearby.all}</a>
      </p>
    </section>
  );
}

/** A few films of the seven days to come for the home page: those of the reader's taste or wishes first; null when nothing is shown. */
export async function weekStrip(
  { site, taste }: NearbyProps,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<JSX.Element | null> {
  const films = await quietly(() => weekFilms({ site, taste }, now));
  if (films === null || films.length === 0) return null;
  const { nearby } = site.words.programme;
  const today = dayInParis(now);
  return (
    <section class="week-strip" aria-labelledby="strip-title">
      <h2 id="strip-title">{nearby.strip}</h2>
      <ul>
        {films.map((film) => (
          <li key={film.key}>
            <a href={showingAddress(site, film.first.id, taste)}>
              {film.card === null ? null : <Poster site={site} card={film.card} silent sizes="3.2rem" />}
              <span>
                <b>{nameOf(site, film)}</b>
                <small>
                  {dayName(site, film.first.day, today) ?? site.words.programme.shortDay(film.first.day)}{' '}
                  {hourOf(site, film.first.moment)}, {film.first.at.name}
                </small>
                {film.wished || film.fit !== null ? (
                  <small class="badge">{film.wished ? site.words.programme.wished : site.words.programme.fits}</small>
                ) : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={programmeAddress(site, everything, taste)}>{nearby.stripAll}</a>
      </p>
    </section>
  );
}

async function weekFilms({ site, taste }: NearbyProps, now: Temporal.Instant): Promise<ProgrammeFilm[]> {
  if (site.state === null) return [];
  const today = dayInParis(now);
  const here = await hereOf(site, everything);
  const listed = await listShowings(site.state.db, {
    from: today.toString(),
    until: today.add({ days: 6 }).toString(),
  });
  const near = nearShowings(site, inOpenVenues(listed), here).filter(
    (one) => !hasBegun(one, now) && (here.radius === 0 || one.away === null || one.away <= here.radius),
  );
  if (near.length === 0) return [];
  const films = filmsOf(near, await aboutFilms(site, near, taste));
  const rank = ({ wished, fit }: ProgrammeFilm): number => (wished ? 0 : fit === null ? 2 : 1);
  return films.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_FILMS);
}

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    tellFailing(error);
    return null;
  }
}

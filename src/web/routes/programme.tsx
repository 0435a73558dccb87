import type { Context } from 'hono';
import type { JSX } from 'preact';
import { PublicPage } from '#web/components/public-page.tsx';
import { page, queryOf } from '#web/page.ts';
import { programmeQuery, readAsked, type Asked } from '#web/programme/asked.ts';
import { NothingShown, type NothingShownProps } from '#web/programme/empty.tsx';
import { FilmBlock } from '#web/programme/film-block.tsx';
import { ActiveFilters, FilterForm } from '#web/programme/filter-form.tsx';
import { gatherProgramme, type Gathered } from '#web/programme/gather.ts';
import { filmsOf } from '#web/programme/programme-films.ts';
import { FeedLinks, Legend, TakeAway } from '#web/programme/take.tsx';
import { dayName } from '#web/programme/told.ts';
import { isThisWeek, WeekNav } from '#web/programme/week-nav.tsx';
import { programmeSheet } from '#web/routes/programme-sheet.tsx';
import type { Clock } from '#state/clock.ts';
import type { Site } from '#web/site.ts';
import { staffOf } from '#web/staff.ts';
import { isEmptyTaste, readTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

const FIRST_ROWS = 3;

/**
 * The programme near the reader: one day of the week, or the whole week by film. Opened without a day, it shows the first one that still has
 * something.
 */
export async function programme(
  context: Context,
  site: Site,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Response> {
  const query = queryOf(context);
  if (query.has('imprimer')) return programmeSheet(context, site, { now });
  const taste = readTaste(query);
  const asked = readAsked(query);
  const found = await gatherProgramme(site, asked, { taste, now });
  const day = asked.by === 'film' ? null : dayShown(asked, found);
  const { programme: words } = site.words;
  const film = asked.film === null ? null : await filmNamed(site, asked, found);
  const heading = film === null ? words.heading(found.here.name) : words.headingFilm(film);
  const nothing = found.announced.length === 0 && found.all.length === 0;
  const house = nothing && site.state !== null && (await staffOf(context, site.state)) !== null;
  soon(context);
  return page(
    context,
    <PublicPage
      site={site}
      title={heading}
      path="/programme"
      query={programmeQuery(asked, taste)}
      description={words.description(found.here.name)}
      indexed={isEmptyTaste(taste) && programmeQuery(asked, taste) === ''}
      class="programme"
      head={<FeedLinks site={site} asked={asked} />}
    >
      <h1>{heading}</h1>
      <FilterForm site={site} taste={taste} asked={asked} found={found} film={film} />
      <ActiveFilters site={site} taste={taste} asked={asked} found={found} film={film} />
      {nothing ? null : <WeekNav site={site} taste={taste} asked={asked} found={found} day={day} />}
      <Shown site={site} taste={taste} asked={asked} found={found} day={day} house={house} />
      <Legend site={site} showings={found.chosen} />
      <TakeAway site={site} asked={asked} />
    </PublicPage>,
  );
}

/** A programme changes at any time, and today is over at midnight: browsers keep it for a minute where nobody is known, this server makes it anew. */
function soon(context: Context): void {
  if (context.req.header('Cookie') === undefined)
    context.header('Cache-Control', 'public, max-age=60, stale-if-error=86400');
}

function Shown({ site, taste, asked, found, day, house }: NothingShownProps): JSX.Element {
  const { programme: words } = site.words;
  const { week, today } = found;
  const showings = day === null ? found.chosen : found.chosen.filter((one) => one.day === day);
  const films = filmsOf(showings, found.about);
  const heading =
    day === null
      ? isThisWeek(found)
        ? words.thisWeek
        : words.weekOf(week.first.toString(), week.last.toString())
      : words.dayHeading(dayName(site, day, today), day);
  const put = asked.day === null && day !== null && day !== today.toString() && isThisWeek(found);
  return (
    <section class="shown" aria-labelledby="shown-title">
      {put && films.length > 0 ? <Put site={site} found={found} /> : null}
      <div class="shown-head">
        <h2 id="shown-title">{heading}</h2>
        {films.length === 0 ? null : <p>{words.count(showings.length, films.length)}</p>}
      </div>
      {films.length === 0 ? (
        <NothingShown site={site} taste={taste} asked={asked} found={found} day={day} house={house} />
      ) : (
        <ul class="shown-films">
          {films.map((film, at) => (
            <FilmBlock
              key={film.key}
              site={site}
              taste={taste}
              asked={asked}
              film={film}
              eager={at < FIRST_ROWS}
              byDay={day === null}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** That the day shown is not today, and why. */
function Put({ site, found: { all, today, here } }: Pick<NothingShownProps, 'site' | 'found'>): JSX.Element {
  const { empty } = site.words.programme;
  const begun = all.some(({ day }) => day === today.toString());
  return <p class="notice">{begun ? `${empty.overTitle}.` : `${empty.todayTitle(here.name)}.`}</p>;
}

/** The day asked for; else today, or the first day of the week that has something. */
function dayShown(asked: Asked, { chosen, today, week }: Gathered): string {
  if (asked.day !== null) return asked.day;
  const first = Temporal.PlainDate.compare(today, week.first) > 0 ? today : week.first;
  return chosen.find(({ day }) => day >= first.toString())?.day ?? first.toString();
}

async function filmNamed(site: Site, { film }: Asked, { about }: Gathered): Promise<string | null> {
  if (film === null) return null;
  const card = about.cards.get(film) ?? (await site.lanterne.cards([film]))[0];
  return card === undefined ? film : titleOf(card, site.language);
}

import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { Clock } from '#state/clock.ts';
import { styleSheet } from '#web/assets.ts';
import { Layout } from '#web/components/layout.tsx';
import { ThemeColours } from '#web/components/theme-colours.tsx';
import { pathIn } from '#web/language.ts';
import { lookClasses, usualLook } from '#web/look.ts';
import { page, queryOf } from '#web/page.ts';
import { everything, pairsOf, programmeAddress, readAsked, showingAddress, type Asked } from '#web/programme/asked.ts';
import { allBegun, gatherProgramme, type Gathered } from '#web/programme/gather.ts';
import { filmsOf } from '#web/programme/programme-films.ts';
import { feedAddress } from '#web/programme/take.tsx';
import { dayName, hourOf, marksOf, nameOf } from '#web/programme/told.ts';
import { VenueSelect } from '#web/programme/venue-select.tsx';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';

/** The one page that other sites may show inside theirs: no script, no form, nothing of the reader. */
const framed =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** The week of the programme in a frame: links open outside of it. */
export async function programmeFrame(
  context: Context,
  site: Site,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Response> {
  const nobody: Site = { ...site, visitor: null, look: usualLook };
  const asked: Asked = { ...readAsked(queryOf(context)), by: 'film', day: null, week: null, fitting: false };
  const wide = { ...asked, radius: asked.radius ?? (asked.commune === null ? 0 : null) };
  const found = await gatherProgramme(nobody, wide, { taste: noTaste, now });
  context.header('Content-Security-Policy', framed);
  context.header('Cache-Control', 'public, max-age=300');
  context.header('X-Robots-Tag', 'noindex');
  return page(context, <Frame site={nobody} asked={asked} found={found} />);
}

interface FrameProps {
  readonly site: Site;
  readonly asked: Asked;
  readonly found: Gathered;
}

function Frame({ site, asked, found }: FrameProps): JSX.Element {
  const { language, lanterne, words } = site;
  const { programme } = words;
  const { cinemaName, accent } = lanterne.config;
  const days = Map.groupBy(found.chosen, ({ day }) => day);
  const outside = { target: '_blank', rel: 'noopener' } as const;
  return (
    <html lang={language} class={lookClasses(site.look)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{programme.frame.title(cinemaName)}</title>
        <ThemeColours look={site.look} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/style.css?v=${styleSheet(accent).version}`} />
      </head>
      <body class="framed">
        <main>
          <h1>
            {found.venues.find(({ id }) => id === asked.venue)?.name ?? cinemaName}
            <span>{programme.weekOf(found.week.first.toString(), found.week.last.toString())}</span>
          </h1>
          {days.size === 0 ? (
            <p class="notice">{allBegun(found, null) ? `${programme.empty.weekOverTitle}.` : programme.sheet.none}</p>
          ) : null}
          {[...days].map(([day, showings]) => (
            <section key={day} aria-labelledby={`day-${day}`}>
              <h2 id={`day-${day}`}>{programme.dayHeading(dayName(site, day, found.today), day)}</h2>
              <ul>
                {filmsOf(showings, found.about).flatMap((film) =>
                  film.venues.map(({ venue, showings: list }) => (
                    <li key={`${film.key} ${venue.id}`}>
                      <b>{nameOf(site, film)}</b>
                      {asked.venue === null ? <span>{venue.name}</span> : null}
                      <span class="hours">
                        {list.map((one) => (
                          <a key={one.id} class="hour" href={showingAddress(site, one.id, noTaste)} {...outside}>
                            {hourOf(site, one.moment)} <small>{marksOf(site, one).join(' · ')}</small>
                            <span class="heard-only">
                              {' '}
                              {nameOf(site, film)}, {programme.frame.opens}
                            </span>
                          </a>
                        ))}
                      </span>
                    </li>
                  )),
                )}
              </ul>
            </section>
          ))}
          <p>
            <a href={programmeAddress(site, { ...everything, venue: asked.venue }, noTaste)} {...outside}>
              {programme.frame.all}
              <span class="heard-only">, {programme.frame.opens}</span>
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}

/** How another site shows the programme: the code to copy, and the files for those who make their own. */
export async function programmeEmbed(context: Context, site: Site): Promise<Response> {
  const asked: Asked = { ...everything, venue: readAsked(queryOf(context)).venue };
  const { venues } = await gatherProgramme(site, everything, { taste: noTaste });
  const { embed, take, frame } = site.words.programme;
  const filters = new URLSearchParams(pairsOf(asked)).toString();
  const path = pathIn(site.language, '/programme/cadre') + (filters === '' ? '' : `?${filters}`);
  const title = frame.title(site.lanterne.config.cinemaName).replaceAll('"', '’');
  const code = `<iframe src="${site.here}${path}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
  const open = venues.filter(({ closed }) => closed === null);
  return page(
    context,
    <Layout
      site={site}
      title={embed.title}
      path="/programme/integrer"
      query={filters === '' ? '' : `?${filters}`}
      description={embed.lead}
      class="programme embed"
    >
      <div class="narrow">
        <h1>{embed.title}</h1>
        <p class="lead">{embed.lead}</p>
        {open.length < 2 ? null : (
          <form method="get" action={pathIn(site.language, '/programme/integrer')} class="filter-row">
            <VenueSelect venues={open} chosen={asked.venue} label={embed.venue} every={embed.everyVenue} />
            <button>{embed.make}</button>
          </form>
        )}
        <h2 id="code-title">{embed.code}</h2>
        <p class="hint" id="code-hint">
          {embed.codeHint}
        </p>
        <textarea class="snippet" readonly rows={4} aria-labelledby="code-title" aria-describedby="code-hint">
          {code}
        </textarea>
        <h2>{embed.preview}</h2>
        <p>
          <a href={path}>{frame.all}</a>
        </p>
        <h2>{embed.feeds}</h2>
        <p>{embed.feedsLead}</p>
        <ul class="files">
          {(
            [
              ['ics', take.calendar],
              ['rss', take.rss],
              ['feed.json', take.jsonFeed],
              ['json', take.json],
              ['csv', take.csv],
            ] as const
          ).map(([kind, name]) => (
            <li key={kind}>
              <a href={feedAddress(site, kind, asked)}>{name}</a>
            </li>
          ))}
        </ul>
        <p class="hint">{embed.docs}</p>
      </div>
    </Layout>,
  );
}

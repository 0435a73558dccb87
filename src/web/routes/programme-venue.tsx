import type { Context } from 'hono';
import type { ComponentChildren, JSX } from 'preact';
import { asVenueId } from '#brand.ts';
import { webAddress } from '#programme/publish/published.ts';
import { travelBy } from '#programme/travel.ts';
import type { Clock } from '#state/clock.ts';
import { listVenues, type Venue } from '#state/venues.ts';
import { Layout } from '#web/components/layout.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { pathIn } from '#web/language.ts';
import { keepBriefly, page, queryOf } from '#web/page.ts';
import { everything, placeOf, programmeAddress, readAsked, venueAddress, type Asked } from '#web/programme/asked.ts';
import { FilmBlock } from '#web/programme/film-block.tsx';
import { allBegun, communeName, gatherProgramme, hereOf, type Here } from '#web/programme/gather.ts';
import { filmsOf } from '#web/programme/programme-films.ts';
import { publishedOf } from '#web/programme/publish.ts';
import { screeningJsonLd, theatre } from '#web/programme/screening-json-ld.ts';
import { FeedLinks, Legend, TakeAway } from '#web/programme/take.tsx';
import { isThisWeek, OtherWeeks } from '#web/programme/week-nav.tsx';
import type { Site } from '#web/site.ts';
import { isEmptyTaste, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';

const FIRST_ROWS = 2;

/** A venue: where it is, how one is welcomed there, its week, its files. */
export async function venue(
  context: Context,
  site: Site,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Response> {
  const query = queryOf(context);
  const taste = readTaste(query);
  const id = asVenueId(context.req.param('venue') ?? '');
  const venues = site.state === null ? [] : await listVenues(site.state.db);
  const found = venues.find((one) => one.id === id);
  keepBriefly(context);
  if (found === undefined) return unknownVenue(context, site, { venues, taste });
  const { commune, radius, week, day } = readAsked(query);
  const asked: Asked = { ...everything, commune, radius, week, day, by: 'film', venue: found.id };
  const gathered = await gatherProgramme(site, asked, { taste, now });
  const { programme } = site.words;
  const title = programme.venue.programme(found.name);
  const path = `/programme/${found.id}`;
  const place = communeName(site, found.commune);
  const description = programme.venue.description(found.name, place);
  const films = filmsOf(gathered.chosen, gathered.about);
  const events = gathered.chosen.map((one) =>
    screeningJsonLd(site, publishedOf(site, one, gathered.about, one.starts)),
  );
  const about = {
    '@context': 'https://schema.org',
    ...theatre(found, { communeName: place, venuePage: site.here + pathIn(site.language, path) }),
  };
  const { first, last } = gathered.week;
  return page(
    context,
    <PublicPage
      site={site}
      title={title}
      path={path}
      query={tasteQuery(taste, { ...placeOf(asked), ...(week === null ? {} : { semaine: week }) })}
      description={description}
      indexed={isEmptyTaste(taste) && week === null}
      class="programme venue"
      about={[about, ...(events.length === 0 ? [] : [{ '@context': 'https://schema.org', '@graph': events }])]}
      head={<FeedLinks site={site} asked={{ ...everything, venue: found.id }} />}
    >
      <p class="back">
        <a href={programmeAddress(site, { ...everything, commune, radius }, taste)}>
          {programme.showing.backToProgramme}
        </a>
      </p>
      <h1>{found.name}</h1>
      <p class="lead">{addressOf(site, found)}</p>
      {found.closed === null ? null : <p class="notice">{programme.venue.closed}</p>}
      <section class="shown" aria-labelledby="shown-title">
        <div class="shown-head">
          <h2 id="shown-title">
            {isThisWeek(gathered) ? programme.thisWeek : programme.weekOf(first.toString(), last.toString())}
          </h2>
          {films.length === 0 ? null : <p>{programme.count(gathered.chosen.length, films.length)}</p>}
        </div>
        {films.length === 0 ? (
          <p class="notice">{allBegun(gathered, null) ? `${programme.empty.weekOverTitle}.` : programme.venue.none}</p>
        ) : null}
        <ul class="shown-films">
          {films.map((film, at) => (
            <FilmBlock
              key={film.key}
              site={site}
              taste={taste}
              asked={asked}
              film={film}
              eager={at < FIRST_ROWS}
              byDay
              oneVenue
            />
          ))}
        </ul>
        <OtherWeeks
          site={site}
          found={gathered}
          to={(one) => venueAddress(site, found.id, taste, asked) + weekPart(asked, taste, one)}
        />
      </section>
      <Legend site={site} showings={gathered.chosen} />
      <section class="come" aria-labelledby="come-title">
        <h2 id="come-title">{programme.venue.come}</h2>
        <VenueFacts site={site} venue={found} here={await hereOf(site, asked)} />
      </section>
      <TakeAway site={site} asked={{ ...everything, venue: found.id, week }} />
      <OtherVenues site={site} taste={taste} venues={venues.filter((one) => one !== found && one.closed === null)} />
    </PublicPage>,
  );
}

const weekPart = (asked: Asked, taste: TasteUrl, week: string): string =>
  `${tasteQuery(taste, placeOf(asked)) === '' ? '?' : '&'}semaine=${week}`;

/** `4 allée des Tilleuls, Guéret`. */
function addressOf(site: Site, { address, commune }: Venue): string {
  const place = communeName(site, commune);
  return address === null ? place : address.includes(place) ? address : `${address}, ${place}`;
}

function VenueFacts({
  site,
  venue: at,
  here,
}: {
  readonly site: Site;
  readonly venue: Venue;
  readonly here: Here;
}): JSX.Element {
  const { programme } = site.words;
  const { venue: words } = programme;
  const place = communeName(site, at.commune);
  const away = travelBy(site.market())({ commune: here.commune }, at);
  const website = webAddress(at.website);
  const rows: readonly (readonly [name: string, value: ComponentChildren])[] = [
    [
      words.address,
      <>
        {at.address === null ? words.noAddress(place) : addressOf(site, at)}
        {at.latitude === null || at.longitude === null ? null : (
          <>
            <br />
            <a
              href={`https://www.openstreetmap.org/?mlat=${at.latitude}&mlon=${at.longitude}#map=17/${at.latitude}/${at.longitude}`}
              rel="noopener noreferrer external"
            >
              {words.map}
            </a>{' '}
            <small>({words.mapOn})</small>
          </>
        )}
      </>,
    ],
    ...(away === null ? [] : [[words.away, words.from(programme.minutesAway(away), here.name)] as const]),
    [
      words.access,
      at.equipment.length === 0 ? (
        words.accessUnknown
      ) : (
        <ul class="told">
          {at.equipment.map((one) => (
            <li key={one}>{programme.equipment[one].replace(/^./, (letter) => letter.toLocaleUpperCase())}</li>
          ))}
        </ul>
      ),
    ],
    ...(at.seats === null ? [] : [[words.seats, words.seatsCount(at.seats)] as const]),
    ...(website === null
      ? []
      : [
          [
            words.website,
            <a href={website} rel="noopener noreferrer external">
              {new URL(website).host}
            </a>,
          ] as const,
        ]),
  ];
  return (
    <>
      {at.kind === 'travelling' ? <p class="facts">{words.kind.travelling}</p> : null}
      <dl class="sheet venue-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface OthersProps {
  readonly site: Site;
  readonly venues: readonly Venue[];
  readonly taste: TasteUrl;
}

function OtherVenues({ site, venues, taste }: OthersProps): JSX.Element | null {
  if (venues.length === 0) return null;
  return (
    <section aria-labelledby="others-title">
      <h2 id="others-title">{site.words.programme.venue.others}</h2>
      <VenueList site={site} venues={venues} taste={taste} />
    </section>
  );
}

const VenueList = ({ site, venues, taste }: OthersProps): JSX.Element => (
  <ul class="lines">
    {venues.map(({ id, name, commune }) => (
      <li key={id}>
        <a href={venueAddress(site, id, taste)}>{name}</a> <span>{communeName(site, commune)}</span>
      </li>
    ))}
  </ul>
);

function unknownVenue(context: Context, site: Site, { venues, taste }: Omit<OthersProps, 'site'>): Response {
  const { venue: words, title } = site.words.programme;
  const open = venues.filter(({ closed }) => closed === null);
  return page(
    context,
    <Layout site={site} title={words.unknownTitle} path="/programme" query="">
      <div class="narrow">
        <h1>{words.unknownTitle}</h1>
        {open.length === 0 ? null : (
          <>
            <p>{words.unknown}</p>
            <VenueList site={site} venues={open} taste={taste} />
          </>
        )}
        <p>
          <a class="button" href={programmeAddress(site, everything, taste)}>
            {title}
          </a>
        </p>
      </div>
    </Layout>,
    404,
  );
}

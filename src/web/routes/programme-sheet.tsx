import type { Context } from 'hono';
import type { JSX } from 'preact';
import { Layout } from '#web/components/layout.tsx';
import { pathIn } from '#web/language.ts';
import { keepBriefly, page, queryOf } from '#web/page.ts';
import { programmeAddress, programmeQuery, readAsked, type Asked } from '#web/programme/asked.ts';
import { chooseShowings } from '#web/programme/choose.ts';
import { communeName, gatherProgramme, type Gathered } from '#web/programme/gather.ts';
import { filmsOf, venuesOf, type AtVenue } from '#web/programme/programme-films.ts';
import { nameOf } from '#web/programme/told.ts';
import { daysOf, SmallHour, WeekGrid } from '#web/programme/week-grid.tsx';
import { qrCodeOf } from '#web/qr-code.ts';
import type { Clock } from '#state/clock.ts';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';

const MOST_SHEETS = 12;
/** The most films that a page has room for with their posters, and at its usual size. */
/** The most showings that a page in large letters has room for without drawing them closer. */
const LARGE_LINES = 14;
const FEW = 6;
const ROOMY = 9;
const DENSE = 13;

/** The week as sheets of paper, one a venue: a table of films and days, or, `imprimer=grand`, large letters day by day. */
export async function programmeSheet(context: Context, site: Site, { now = Temporal.Now.instant() }: Clock = {}) {
  const asked = readAsked(queryOf(context));
  const large = queryOf(context).get('imprimer') === 'grand';
  const found = await gatherProgramme(site, asked, { taste: noTaste, now });
  const venues = venuesOf(chooseShowings(found.all, found.conditions));
  const { sheet } = site.words.programme;
  const more = { imprimer: large ? 'grand' : '1' };
  keepBriefly(context);
  return page(
    context,
    <Layout
      site={site}
      title={sheet.title}
      path="/programme"
      query={programmeQuery(asked, noTaste, more)}
      class={large ? 'sheets large-sheets' : 'sheets'}
    >
      <div class="sheet-controls">
        <h1>{sheet.title}</h1>
        <p>{sheet.how}</p>
        <Controls site={site} asked={asked} found={found} large={large} />
      </div>
      {venues.length === 0 ? <p class="notice">{sheet.none}</p> : null}
      {venues.slice(0, MOST_SHEETS).map((at) => (
        <Sheet key={at.venue.id} site={site} found={found} at={at} large={large} />
      ))}
    </Layout>,
  );
}

interface ControlsProps {
  readonly site: Site;
  readonly asked: Asked;
  readonly found: Gathered;
  readonly large: boolean;
}

function Controls({ site, asked, found, large }: ControlsProps): JSX.Element {
  const { programme } = site.words;
  const { sheet } = programme;
  const to = (part: Partial<Asked>, letters: string): string =>
    programmeAddress(site, { ...asked, ...part }, noTaste, { imprimer: letters });
  const kept = large ? 'grand' : '1';
  const venues = venuesOf(found.all).map(({ venue }) => venue);
  return (
    <>
      <ul class="sheet-ways">
        <li>
          <a href={to({}, '1')} aria-current={large ? undefined : 'true'}>
            {sheet.usual}
          </a>
        </li>
        <li>
          <a href={to({}, 'grand')} aria-current={large ? 'true' : undefined}>
            {sheet.large}
          </a>
        </li>
        <li>
          <a href={programmeAddress(site, asked, noTaste)}>{sheet.back}</a>
        </li>
      </ul>
      {venues.length < 2 ? null : (
        <nav aria-label={sheet.choose}>
          <ul class="sheet-ways">
            <li>
              <a href={to({ venue: null }, kept)} aria-current={asked.venue === null ? 'true' : undefined}>
                {programme.filters.everyVenue}
              </a>
            </li>
            {venues.map(({ id, name }) => (
              <li key={id}>
                <a href={to({ venue: id }, kept)} aria-current={asked.venue === id ? 'true' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

interface SheetProps {
  readonly site: Site;
  readonly found: Gathered;
  readonly at: AtVenue;
  readonly large: boolean;
}

function Sheet({ site, found, at, large }: SheetProps): JSX.Element {
  const { programme } = site.words;
  const { week, about } = found;
  const { venue, showings } = at;
  const films = filmsOf(showings, about);
  const address = `${site.here}${pathIn(site.language, `/programme/${venue.id}`)}`;
  const code = qrCodeOf(address);
  const size =
    films.length <= FEW ? 'few' : films.length <= ROOMY ? 'roomy' : films.length <= DENSE ? 'usual' : 'dense';
  return (
    <section
      class={`paper ${large && showings.length > LARGE_LINES ? 'tight' : size}`}
      aria-labelledby={`paper-${venue.id}`}
    >
      <header>
        <h2 id={`paper-${venue.id}`}>{venue.name}</h2>
        <p class="paper-place">
          {venue.address ?? communeName(site, venue.commune)}
          {venue.address === null || venue.address.includes(communeName(site, venue.commune))
            ? null
            : `, ${communeName(site, venue.commune)}`}
        </p>
        <p class="paper-week">{programme.weekOf(week.first.toString(), week.last.toString())}</p>
      </header>
      {large ? (
        <ByDay site={site} found={found} at={at} />
      ) : (
        <WeekGrid site={site} week={week} films={films} posters={films.length <= ROOMY} />
      )}
      <footer>
        <div>
          <p>{programme.sheet.legend}</p>
          <p>
            {programme.sheet.changed} <b>{address.replace(/^https?:\/\//, '')}</b>
          </p>
        </div>
        {code === null ? null : (
          <svg viewBox={`0 0 ${code.size} ${code.size}`} aria-hidden="true" shape-rendering="crispEdges">
            <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
            <path fill="#000" d={code.path} />
          </svg>
        )}
      </footer>
    </section>
  );
}

/** The days that have something, each with its hours and titles. */
function ByDay({ site, found: { week, about }, at }: Omit<SheetProps, 'large'>): JSX.Element {
  const byDay = Map.groupBy(at.showings, ({ day }) => day);
  return (
    <div class="paper-days">
      {daysOf(week)
        .filter((day) => byDay.has(day))
        .map((day) => (
          <section key={day}>
            <h3>{site.words.programme.dayHeading(null, day)}</h3>
            <ul>
              {(byDay.get(day) ?? []).map((one) => (
                <li key={one.id}>
                  <SmallHour site={site} showing={one} />
                  <b>
                    {nameOf(site, {
                      card: one.film === null ? null : (about.cards.get(one.film) ?? null),
                      title: one.title,
                    })}
                  </b>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

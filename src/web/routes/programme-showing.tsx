import type { Context } from 'hono';
import type { ComponentChildren, JSX } from 'preact';
import { asShowingId } from '#brand.ts';
import { webAddress } from '#programme/publish/published.ts';
import type { Clock } from '#state/clock.ts';
import { findShowing } from '#state/showing-lookup.ts';
import { Layout } from '#web/components/layout.tsx';
import { Poster } from '#web/components/poster.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { pathIn } from '#web/language.ts';
import { keepBriefly, page, queryOf } from '#web/page.ts';
import { everything, placeOf, programmeAddress, readAsked, venueAddress } from '#web/programme/asked.ts';
import type { NearShowing } from '#web/programme/choose.ts';
import { Badges, FilmFacts } from '#web/programme/film-block.tsx';
import { aboutFilms, communeName, hasBegun, hereOf, nearShowings, nextShowings } from '#web/programme/gather.ts';
import { VenueHours } from '#web/programme/hours.tsx';
import { filmsOf, venuesOf, type ProgrammeFilm } from '#web/programme/programme-films.ts';
import { publishedOf } from '#web/programme/publish.ts';
import { screeningJsonLd } from '#web/programme/screening-json-ld.ts';
import { hourOf, nameOf, whenOf } from '#web/programme/told.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { isEmptyTaste, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';

const MOST_OTHERS = 12;

/** The page of one showing: the film, the moment, the place, what to know before coming, and the way to a ticket. */
export async function showing(
  context: Context,
  site: Site,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Response> {
  const query = queryOf(context);
  const taste = readTaste(query);
  const asked = { ...everything, ...pick(readAsked(query)) };
  const id = asShowingId(context.req.param('id') ?? '');
  const row = id === null || site.state === null ? null : await findShowing(site.state.db, id);
  const here = await hereOf(site, asked);
  const [one] = row === null ? [] : nearShowings(site, [row], here);
  keepBriefly(context);
  if (one === undefined) return unknownShowing(context, site, taste);
  const about = await aboutFilms(site, [one], taste);
  const [film] = filmsOf([one], about);
  if (film === undefined) return unknownShowing(context, site, taste);
  const facts = film.card === null ? null : await site.lanterne.filmPage(film.card.id);
  const others =
    one.film === null ? [] : await nextShowings(site, here, { film: one.film, most: MOST_OTHERS + 1, now });
  const { programme } = site.words;
  const name = nameOf(site, film);
  const title = programme.showing.title(name, whenOf(site, one));
  const path = `/seance/${one.id}`;
  const description = `${title}, ${one.at.name}, ${communeName(site, one.at.commune)}.`;
  const over = hasBegun(one, now);
  const published = publishedOf(site, one, about, one.starts);
  return page(
    context,
    <PublicPage
      site={site}
      title={title}
      path={path}
      query={tasteQuery(taste, placeOf(asked))}
      description={description}
      indexed={isEmptyTaste(taste) && !over}
      class="programme showing"
      about={[screeningJsonLd(site, published, facts)]}
    >
      <p class="back">
        <a href={programmeAddress(site, { ...asked, day: over ? null : one.day }, taste)}>
          {programme.showing.backToProgramme}
        </a>
      </p>
      <article class="one-showing">
        {film.card === null ? null : (
          <Poster site={site} card={film.card} eager sizes="(min-width: 48rem) 16rem, 8rem" />
        )}
        <div class="heading">
          <h1>{name}</h1>
          <FilmFacts site={site} film={film} />
          <State site={site} one={one} now={now} />
          <p class="moment">
            <time dateTime={one.moment.toString({ timeZoneName: 'never', smallestUnit: 'minute' })}>
              <b>{hourOf(site, one.moment)}</b> {programme.dayHeading(null, one.day)}
            </time>
          </p>
          <p class="moment-place">
            <a href={venueAddress(site, one.at.id, taste, asked)}>{one.at.name}</a>, {communeName(site, one.at.commune)}
          </p>
          {over || one.cancelled !== null ? null : <Ways site={site} one={one} film={film} taste={taste} />}
          <Badges site={site} film={film} />
        </div>
        <Facts site={site} one={one} film={film} taste={taste} from={here.name} />
      </article>
      <Others site={site} taste={taste} film={film} others={others.filter((other) => other.id !== one.id)} />
    </PublicPage>,
  );
}

const pick = ({ commune, radius }: ReturnType<typeof readAsked>) => ({ commune, radius });

/** That it is called off, or over. */
function State({
  site,
  one,
  now,
}: {
  readonly site: Site;
  readonly one: NearShowing;
  readonly now: Temporal.Instant;
}): JSX.Element | null {
  const { showing: words } = site.words.programme;
  if (one.cancelled !== null)
    return (
      <div class="notice called-off">
        <p>
          <strong>{words.cancelledTitle}</strong>
        </p>
        <p>{words.cancelled}</p>
      </div>
    );
  if (!hasBegun(one, now)) return null;
  const hours = one.moment.toInstant().until(now).total('hours');
  return (
    <p class="notice">
      <strong>{hours < 3 ? words.beganTitle : words.pastTitle}</strong>
    </p>
  );
}

interface PartProps {
  readonly site: Site;
  readonly one: NearShowing;
  readonly film: ProgrammeFilm;
  readonly taste: TasteUrl;
}

/** To a ticket, to one's calendar, to somebody else. */
function Ways({ site, one }: PartProps): JSX.Element {
  const { showing: words } = site.words.programme;
  const booking = webAddress(one.booking);
  return (
    <>
      <ul class="ways">
        {booking === null ? null : (
          <li>
            <a class="button" href={booking} rel="noopener noreferrer external" aria-describedby="leaves">
              {words.book}
            </a>
          </li>
        )}
        <li>
          <a class="quiet button" href={pathIn(site.language, `/seance/${one.id}.ics`)}>
            {words.calendar}
          </a>
        </li>
        <li>
          <a class="quiet button" href={`${pathIn(site.language, '/envoyer')}?seance=${one.id}`}>
            {words.send}
          </a>
        </li>
      </ul>
      <p class="hint" id="leaves">
        {booking === null ? words.noBooking : words.bookOn(new URL(booking).host)}
      </p>
    </>
  );
}

function Facts({ site, one, film, taste, from }: PartProps & { readonly from: string }): JSX.Element {
  const { words } = site;
  const { programme } = words;
  const { showing: said, venue: place } = programme;
  const minutes = film.card?.runtime ?? one.minutes;
  const rows: readonly (readonly [name: string, value: ComponentChildren])[] = [
    [
      said.when,
      <>
        {whenOf(site, one)}
        {minutes === null ? null : (
          <>
            <br />
            {said.ends(hourOf(site, one.moment.add({ minutes })))}
          </>
        )}
      </>,
    ],
    [
      said.where,
      <>
        <a href={venueAddress(site, one.at.id, taste)}>{one.at.name}</a>
        {one.screen === '' ? null : `, ${said.screen.toLocaleLowerCase()} ${one.screen}`}
        <br />
        {one.at.address ?? communeName(site, one.at.commune)}
        {one.away === null ? null : (
          <>
            <br />
            {place.from(programme.minutesAway(one.away), from)}
          </>
        )}
      </>,
    ],
    [said.version, programme.versionsTold[one.version]],
    ...(one.price === null ? [] : [[said.price, programme.price(one.price)] as const]),
    ...(one.features.length + one.at.equipment.length === 0
      ? []
      : [
          [
            said.good,
            <ul class="told">
              {one.features.map((feature) => (
                <li key={feature}>{programme.featuresTold[feature]}</li>
              ))}
              {one.at.equipment.map((equipment) => (
                <li key={equipment}>{capital(programme.equipment[equipment])}.</li>
              ))}
            </ul>,
          ] as const,
        ]),
    ...(one.note === null ? [] : [[said.note, one.note] as const]),
  ];
  return (
    <div class="body">
      <dl class="sheet">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {film.card === null ? null : (
        <p class="side-door">
          <a href={filmAddress(site, film.card.id, taste)}>{said.aboutFilm}</a>
        </p>
      )}
    </div>
  );
}

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toLocaleUpperCase());

function Others({
  site,
  taste,
  film,
  others,
}: Omit<PartProps, 'one'> & { readonly others: readonly NearShowing[] }): JSX.Element | null {
  if (film.id === null) return null;
  const { showing: words } = site.words.programme;
  const name = nameOf(site, film);
  return (
    <section class="other-showings" aria-labelledby="others-title">
      <h2 id="others-title">{words.others(name)}</h2>
      {others.length === 0 ? (
        <p>{words.noOthers}</p>
      ) : (
        venuesOf(others).map((at) => (
          <VenueHours key={at.venue.id} site={site} taste={taste} asked={everything} title={name} at={at} byDay />
        ))
      )}
    </section>
  );
}

function unknownShowing(context: Context, site: Site, taste: TasteUrl): Response {
  const { showing: words, title } = site.words.programme;
  return page(
    context,
    <Layout site={site} title={words.unknownTitle} path="/programme" query="">
      <div class="narrow">
        <h1>{words.unknownTitle}</h1>
        <p>{words.unknown}</p>
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

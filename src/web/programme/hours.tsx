import type { JSX } from 'preact';
import type { NearShowing } from '#web/programme/choose.ts';
import { showingAddress, venueAddress, type Asked } from '#web/programme/asked.ts';
import { communeName } from '#web/programme/gather.ts';
import type { AtVenue } from '#web/programme/programme-films.ts';
import { hourOf, marksOf } from '#web/programme/told.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

export interface HoursProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly asked: Pick<Asked, 'commune' | 'radius'>;
  readonly title: string;
}

/** The hours of a film in one venue: each leads to its showing. With `byDay`, under the day that they are of. */
export function VenueHours({
  at: { venue, away, showings },
  byDay,
  named = true,
  ...shared
}: HoursProps & { readonly at: AtVenue; readonly byDay: boolean; readonly named?: boolean }): JSX.Element {
  const { site, taste, asked } = shared;
  const { programme } = site.words;
  const days = Map.groupBy(showings, ({ day }) => day);
  return (
    <div class="at-venue">
      {named ? (
        <p class="venue-line">
          <a href={venueAddress(site, venue.id, taste, asked)}>{venue.name}</a>
          <span>
            {communeName(site, venue.commune)}
            {away === null ? null : `\u00a0· ${programme.away(away)}`}
          </span>
        </p>
      ) : null}
      {byDay ? (
        <ul class="by-day">
          {[...days].map(([day, list]) => (
            <li key={day}>
              <span class="day-of">{programme.shortDate(day)}</span>
              <Hours {...shared} venue={venue.name} showings={list} />
            </li>
          ))}
        </ul>
      ) : (
        <Hours {...shared} venue={venue.name} showings={showings} />
      )}
    </div>
  );
}

function Hours({
  site,
  taste,
  asked,
  title,
  venue,
  showings,
}: HoursProps & { readonly venue: string; readonly showings: readonly NearShowing[] }): JSX.Element {
  return (
    <ul class="hours">
      {showings.map((one) => (
        <li key={one.id}>
          <a class="hour" href={showingAddress(site, one.id, taste, asked)}>
            <time dateTime={one.moment.toString({ timeZoneName: 'never', smallestUnit: 'minute' })}>
              {hourOf(site, one.moment)}
            </time>
            <Marks marks={marksOf(site, one)} />
            <span class="heard-only">
              {' '}
              {title}, {venue}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const Marks = ({ marks }: { readonly marks: readonly string[] }): JSX.Element | null =>
  marks.length === 0 ? null : <small>{marks.join(' · ')}</small>;

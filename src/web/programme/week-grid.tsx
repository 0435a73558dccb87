import type { JSX } from 'preact';
import type { Week } from '#calendar/week.ts';
import { Poster } from '#web/components/poster.tsx';
import type { NearShowing } from '#web/programme/choose.ts';
import type { ProgrammeFilm } from '#web/programme/programme-films.ts';
import { hourOf, nameOf } from '#web/programme/told.ts';
import type { Site } from '#web/site.ts';

interface WeekGridProps {
  readonly site: Site;
  readonly week: Week;
  /** The films of one venue. */
  readonly films: readonly ProgrammeFilm[];
  /** Beyond so many films the sheet has no room for posters. */
  readonly posters: boolean;
}

/** The days of a week, as `2026-11-25`. */
export const daysOf = ({ first }: Week): string[] =>
  Array.from({ length: 7 }, (_, at) => first.add({ days: at }).toString());

/** The week of one venue as a table: a film a row, a day a column. */
export function WeekGrid({ site, week, films, posters }: WeekGridProps): JSX.Element {
  const { programme } = site.words;
  const days = daysOf(week);
  const label = programme.venue.caption(programme.day(week.first.toString()), programme.day(week.last.toString()));
  return (
    <div class="table-room" tabIndex={0} role="group" aria-label={label}>
      <table class="week-grid">
        <caption class="heard-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{programme.venue.film}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {programme.shortDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {films.map((film) => (
            <tr key={film.key}>
              <th scope="row">
                {posters && film.card !== null ? (
                  <Poster site={site} card={film.card} silent eager sizes="4rem" />
                ) : null}
                <b>{nameOf(site, film)}</b>
                <SmallFacts site={site} film={film} />
              </th>
              {days.map((day) => (
                <td key={day}>
                  {film.venues
                    .flatMap(({ showings }) => showings.filter((one) => one.day === day))
                    .map((one) => (
                      <SmallHour key={one.id} site={site} showing={one} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SmallFacts({ site, film }: { readonly site: Site; readonly film: ProgrammeFilm }): JSX.Element | null {
  const { words } = site;
  const minutes = film.card?.runtime ?? film.first.minutes;
  const facts = [
    film.card === null || film.card.directors[0] === undefined
      ? null
      : words.programme.directedBy(film.card.directors[0]),
    minutes === null ? null : words.duration(minutes),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : <small>{facts.join(' · ')}</small>;
}

/** `20 h 30 VOST SME`. */
export function SmallHour({ site, showing }: { readonly site: Site; readonly showing: NearShowing }): JSX.Element {
  const { versions, sheet } = site.words.programme;
  const marks = [versions[showing.version], ...showing.features.map((one) => sheet.marks[one])].filter(Boolean);
  return (
    <span class="small-hour">
      <time dateTime={showing.moment.toPlainDateTime().toString({ smallestUnit: 'minute' })}>
        {hourOf(site, showing.moment)}
      </time>{' '}
      {marks.length === 0 ? null : <small>{marks.join(' ')}</small>}
    </span>
  );
}

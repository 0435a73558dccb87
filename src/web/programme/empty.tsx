import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import { programmeAddress, type Asked } from '#web/programme/asked.ts';
import { chooseShowings, conditions, type Condition } from '#web/programme/choose.ts';
import { allBegun, hasBegun, type Gathered } from '#web/programme/gather.ts';
import { dayName } from '#web/programme/told.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

export interface NothingShownProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly asked: Asked;
  readonly found: Gathered;
  /** The day that is shown; null: the whole week. */
  readonly day: string | null;
  /** Whether somebody of the house reads. */
  readonly house: boolean;
}

const mostDays = 3;

/** Nothing to show: why, and what to do. */
export function NothingShown(props: NothingShownProps): JSX.Element {
  const { site, found, day } = props;
  const { empty } = site.words.programme;
  if (found.all.length === 0 && found.announced.length === 0) return <NoProgramme {...props} />;
  const past = day !== null && day < found.today.toString();
  const lifts = past ? [] : liftsOf(props);
  const title = past
    ? empty.pastTitle
    : allBegun(found, day)
      ? day === null
        ? empty.weekOverTitle
        : empty.overTitle
      : lifts.length > 0
        ? empty.filteredTitle
        : day === null
          ? empty.weekTitle(found.here.name)
          : empty.dayTitle(found.here.name);
  return (
    <div class="notice nothing-shown">
      <h3>{title}</h3>
      {lifts.length === 0 ? null : (
        <>
          <p>{empty.lift}</p>
          <ul class="lines">
            {lifts.map(({ condition, count, address }) => (
              <li key={condition}>
                <a href={address}>{empty.found(empty.without[condition], count)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <OtherDays {...props} />
    </div>
  );
}

function NoProgramme({ site, taste, house }: NothingShownProps): JSX.Element {
  const { empty } = site.words.programme;
  const ways = ['/', '/parcourir'];
  return (
    <div class="notice nothing-shown">
      <h3>{empty.noneTitle}</h3>
      {house ? (
        <p>
          <a href={pathIn(site.language, '/equipe/programme')}>{empty.begin}</a>
        </p>
      ) : null}
      <p>{empty.none}</p>
      <ul class="lines">
        {empty.noneWays.map((way, at) => (
          <li key={way}>
            <a href={pathIn(site.language, ways[at] ?? '/') + tasteQuery(taste)}>{way}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The next days that have showings, with what is asked where it can be told. */
function OtherDays({ site, taste, asked, found, day }: NothingShownProps): JSX.Element | null {
  const { programme } = site.words;
  const { today, chosen, announced, week } = found;
  const here = Map.groupBy(chosen, (one) => one.day);
  const counts =
    here.size > 0
      ? [...here].map(([one, list]) => ({ day: one, showings: list.length }))
      : announced.filter((one) => one.day > week.last.toString() || (day !== null && one.day > day));
  const days = counts.filter((one) => one.day !== day && one.day >= today.toString()).slice(0, mostDays);
  if (days.length === 0) return null;
  return (
    <>
      <p>{programme.empty.next}</p>
      <ul class="lines">
        {days.map((one) => (
          <li key={one.day}>
            <a href={programmeAddress(site, { ...asked, day: one.day, week: null, by: 'day' }, taste)}>
              {programme.empty.nextDay(programme.dayHeading(dayName(site, one.day, today), one.day), one.showings)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Lift {
  readonly condition: Condition;
  readonly count: number;
  readonly address: string;
}

/** What lifting one condition would show, of the day or of the week. */
function liftsOf({ site, taste, asked, found, day }: NothingShownProps): Lift[] {
  const lifted: Record<Condition, Partial<Asked>> = {
    version: { version: null },
    access: { access: [] },
    venue: { venue: null },
    film: { film: null },
    fitting: { fitting: false },
    radius: { radius: 0 },
  };
  return conditions.flatMap((condition) => {
    const showings = chooseShowings(found.all, found.conditions, condition).filter(
      (one) => (day === null || one.day === day) && !hasBegun(one, found.now),
    );
    const farther = condition !== 'radius' || found.here.radius !== 0;
    return showings.length === 0 || !farther
      ? []
      : [
          {
            condition,
            count: showings.length,
            address: programmeAddress(site, { ...asked, ...lifted[condition] }, taste),
          },
        ];
  });
}

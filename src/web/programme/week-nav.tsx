import type { JSX } from 'preact';
import { weekOf } from '#calendar/week.ts';
import { programmeAddress, type Asked } from '#web/programme/asked.ts';
import { allBegun, hasBegun, type Gathered } from '#web/programme/gather.ts';
import { dayName } from '#web/programme/told.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface WeekNavProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly asked: Asked;
  readonly found: Gathered;
  /** The day that is shown; null when the whole week is. */
  readonly day: string | null;
}

/** The days of the week that are not over, as plain links; the whole week by film; the other weeks that are announced. */
export function WeekNav({ site, taste, asked, found, day }: WeekNavProps): JSX.Element {
  const { programme } = site.words;
  const { week, today, chosen, announced } = found;
  const counts = Map.groupBy(chosen, (one) => one.day);
  const tomorrow = today.add({ days: 1 });
  const days = Array.from({ length: 7 }, (_, at) => week.first.add({ days: at })).filter(
    (one) => Temporal.PlainDate.compare(one, today) >= 0,
  );
  // on the last evening of a week one asks for tomorrow, which is in the next
  const next = announced.find((one) => one.day === tomorrow.toString());
  if (today.equals(week.last) && next !== undefined) days.push(tomorrow);
  const to = (part: Partial<Asked>): string => programmeAddress(site, { ...asked, ...part }, taste);
  return (
    <nav class="week-nav" aria-label={programme.days}>
      <ul class="day-tabs">
        {days.map((one) => {
          const iso = one.toString();
          const films = iso > week.last.toString() ? (next?.showings ?? 0) : (counts.get(iso)?.length ?? 0);
          const name = dayName(site, iso, today);
          return (
            <li key={iso}>
              <a
                href={to({ day: iso, week: null, by: 'day' })}
                aria-current={iso === day ? 'page' : undefined}
                class={films === 0 ? 'bare' : undefined}
              >
                {name === null ? null : <b>{name}</b>}
                <span>{programme.shortDay(iso)}</span>
                <span class="heard-only">
                  {` ${programme.day(iso)}${films > 0 ? '' : `, ${allBegun(found, iso) ? programme.begunThatDay : programme.noShowingThatDay}`}`}
                </span>
              </a>
            </li>
          );
        })}
        <li class="whole">
          <a
            href={to({ day: null, week: isWhatOpens(found) ? null : week.first.toString(), by: 'film' })}
            aria-current={day === null ? 'page' : undefined}
          >
            <b>{programme.wholeWeek}</b>
            <span>{programme.byFilm}</span>
          </a>
        </li>
      </ul>
      <OtherWeeks
        site={site}
        found={found}
        to={(first) => programmeAddress(site, { ...asked, day: null, week: first }, taste)}
      />
    </nav>
  );
}

/** The other weeks that are announced; this one's address names it where it would lead to the next, as nothing of it is to come. */
export function OtherWeeks({
  site,
  found,
  to,
}: Pick<WeekNavProps, 'site' | 'found'> & { readonly to: (week: string) => string }): JSX.Element | null {
  const { programme } = site.words;
  const { week, announced } = found;
  const current = weekOf(found.today).first.toString();
  const firsts = new Set(announced.map(({ day }) => weekOf(Temporal.PlainDate.from(day)).first.toString()));
  const others = [...firsts].filter((first) => first !== week.first.toString()).toSorted();
  if (others.length === 0) return null;
  return (
    <ul class="other-weeks" aria-label={programme.weeks}>
      {others.slice(0, mostWeeks).map((first) => (
        <li key={first}>
          <a href={to(first)}>{first === current ? programme.earlierWeek : programme.nextWeek(first)}</a>
        </li>
      ))}
    </ul>
  );
}

const mostWeeks = 5;

/** Whether the programme opens on this week: it has something to come. */
const isWhatOpens = (found: Gathered): boolean =>
  isThisWeek(found) && found.all.some((one) => !hasBegun(one, found.now));

export const isThisWeek = ({ week, today }: Pick<Gathered, 'week' | 'today'>): boolean =>
  week.name === weekOf(today).name;

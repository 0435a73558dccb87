import type { Context } from 'hono';
import type { JSX } from 'preact';
import { dayInParis, weekAfter, weekBefore, type Week } from '#calendar/week.ts';
import { fault } from '#errors.ts';
import { copyWeek } from '#programme/copy-week.ts';
import { weekAsked } from '#programme/week-asked.ts';
import { writeAudit } from '#state/audit.ts';
import { listShowings, type ShowingAt } from '#state/showings.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { inTransaction } from '#state/transaction.ts';
import { listVenues } from '#state/venues.ts';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { dayTold, daysOf, hourTold } from '#web/programme-staff/told-days.ts';
import { stateOf, type Site } from '#web/site.ts';

/** The programme of a week, day by day, to be changed. */
export async function staffProgramme(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const words = site.words.staff.programme;
  const query = queryOf(context);
  const now = Temporal.Now.instant();
  const week = weekAsked(query.get('semaine'), now);
  if (week === null) throw fault('PAGE_UNKNOWN', { path: '/equipe/programme' });
  const [showings, venues] = [
    await listShowings(db, { from: String(week.first), until: String(week.last), cancelled: true }),
    await listVenues(db),
  ];
  return page(
    context,
    <StaffLayout
      site={site}
      member={member}
      title={words.title}
      path="/equipe/programme"
      query={`?semaine=${week.name}`}
    >
      <div class="staff-programme">
        <h1>{words.title}</h1>
        <Done site={site} query={query} />
        {venues.length === 0 ? <p class="notice">{words.noVenue}</p> : null}
        <p class="staff-acts">
          {venues.length === 0 ? null : (
            <a class="button" href={pathIn(site.language, `/equipe/programme/seance?semaine=${week.name}`)}>
              {words.add}
            </a>
          )}
          <a class="quiet button" href={pathIn(site.language, '/equipe/programme/importer')}>
            {words.importing}
          </a>
          <a class="quiet button" href={pathIn(site.language, '/equipe/salles')}>
            {words.venuesLink}
          </a>
        </p>
        <h2>{words.week(dayTold(site, week.first, 'long'), dayTold(site, week.last, 'long'))}</h2>
        <Weeks site={site} week={week} />
        <p>{showings.length === 0 ? words.empty : words.showings(showings.length)}</p>
        {daysOf(week).map((day) => (
          <Day
            key={String(day)}
            site={site}
            day={day}
            showings={showings.filter((one) => one.day === String(day))}
            adds={venues.length > 0 && Temporal.PlainDate.compare(day, dayInParis(now)) >= 0}
          />
        ))}
        <form class="staff-form" method="post" action={pathIn(site.language, '/equipe/programme/reprendre')}>
          <input type="hidden" name="semaine" value={week.name} />
          <button class="quiet button" aria-describedby="copy-hint">
            {words.copy}
          </button>
          <p class="hint" id="copy-hint">
            {words.copyHint}
          </p>
        </form>
      </div>
    </StaffLayout>,
  );
}

/** Takes up the week before. */
export async function copyWeekHere(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const now = Temporal.Now.instant();
  const week = weekAsked(field('semaine'), now);
  if (week === null) throw fault('FORM_INVALID');
  const { added } = await inTransaction(db, async (inside) => {
    const done = await copyWeek(inside, week, { now, author: member.id });
    if (done.id !== null)
      await writeAudit(
        inside,
        { staff: member.id, action: 'programme.copy', subject: done.id, detail: week.name },
        { now },
      );
    return done;
  });
  return context.redirect(pathIn(site.language, `/equipe/programme?semaine=${week.name}&repris=${added}`), 303);
}

function Done({ site, query }: { readonly site: Site; readonly query: URLSearchParams }): JSX.Element | null {
  const words = site.words.staff.programme;
  const [done, copied] = [query.get('fait') ?? '', query.get('repris')];
  const sentences: Readonly<Record<string, string>> = words.done;
  const told =
    copied !== null && /^\d{1,5}$/.test(copied)
      ? words.copied(Number(copied))
      : Object.hasOwn(sentences, done)
        ? sentences[done]
        : undefined;
  return told === undefined ? null : (
    <p class="notice" role="status">
      {told}
    </p>
  );
}

function Weeks({ site, week }: { readonly site: Site; readonly week: Week }): JSX.Element {
  const words = site.words.staff.programme;
  const to = (one: Week): string => pathIn(site.language, `/equipe/programme?semaine=${one.name}`);
  return (
    <nav class="staff-acts" aria-label={words.weeks}>
      <a href={to(weekBefore(week))} rel="prev">
        {words.before}
      </a>
      <a href={pathIn(site.language, '/equipe/programme')}>{words.thisWeek}</a>
      <a href={to(weekAfter(week))} rel="next">
        {words.after}
      </a>
    </nav>
  );
}

function Day({
  site,
  day,
  showings,
  adds,
}: {
  readonly site: Site;
  readonly day: Temporal.PlainDate;
  readonly showings: readonly ShowingAt[];
  readonly adds: boolean;
}): JSX.Element {
  const words = site.words.staff.programme;
  const told = dayTold(site, day, 'weekday');
  return (
    <section aria-labelledby={`day-${day}`}>
      <h3 id={`day-${day}`}>{told}</h3>
      <ul class="staff-list">
        {showings.map((showing) => (
          <Line key={showing.id} site={site} showing={showing} />
        ))}
      </ul>
      {adds ? (
        <p>
          <a href={pathIn(site.language, `/equipe/programme/seance?jour=${day}`)} aria-label={words.addOn(told)}>
            {words.add}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Line({ site, showing }: { readonly site: Site; readonly showing: ShowingAt }): JSX.Element {
  const words = site.words.staff.programme;
  const { id, title, film, version, features, screen, at, cancelled, starts } = showing;
  const hour = hourTold(site, starts);
  const marks = [
    ...(version === 'unknown' ? [] : [words.versions[version]]),
    ...features.map((one) => words.features[one]),
    ...(film === null ? [words.noCard] : []),
  ];
  return (
    <li class={cancelled === null ? undefined : 'called-off'}>
      <span>
        <b>{hour}</b> <span class="what">{title}</span>
        {cancelled === null ? null : <strong> ({words.cancelled})</strong>}
        <br />
        <small>{[words.at(at.name, screen), ...marks].join(' · ')}</small>
      </span>
      <a href={pathIn(site.language, `/equipe/programme/seance?id=${id}`)} aria-label={words.edit(title, hour)}>
        {words.editShort}
      </a>
    </li>
  );
}

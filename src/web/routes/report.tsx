import type { Context } from 'hono';
import type { JSX } from 'preact';
import { weekAfter, weekBefore, weekNamed, type Week } from '#calendar/week.ts';
import { Breadcrumb } from '#web/components/breadcrumb.tsx';
import { Layout } from '#web/components/layout.tsx';
import { WeekParts } from '#web/components/week-parts.tsx';
import { figuresTrail } from '#web/figure-addresses.ts';
import { page } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { reportAddress, weekAsked, weekReport } from '#web/week-report.ts';

/** The manager's weekly page. @throws WEEK_INVALID */
export async function report(context: Context, site: Site): Promise<Response> {
  const now = Temporal.Now.instant();
  const week = weekAsked(context, site, now);
  const told = await weekReport(site, week, now);
  const { report: text } = site.words;
  return page(
    context,
    <Layout
      site={site}
      title={`${text.place}, ${told.title}`}
      path="/rapport"
      query={`?week=${week.name}`}
      description={text.description(told.title)}
      class="week-report"
    >
      <Breadcrumb site={site} trail={figuresTrail(site)} here={text.place} />
      <p class="kicker">
        {told.kicker} · {told.weekSaid}
      </p>
      <h1>{told.title}</h1>
      <div class="lead">
        {told.lead.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p class="week-doors">
        <a class="button" href={reportAddress(site, week.name, '.pdf')}>
          {text.pdf}
        </a>
        <a class="quiet button" href={reportAddress(site, week.name, '.html')}>
          {text.letter}
        </a>
      </p>
      <WeekParts site={site} told={told} />
      <OtherWeeks site={site} week={week} now={now} />
      <div class="week-foot">
        {[...told.foot.slice(0, 1), `${told.madeOn}.`].map((line) => (
          <p key={line} class="hint">
            {line}
          </p>
        ))}
      </div>
    </Layout>,
  );
}

function OtherWeeks({
  site,
  week,
  now,
}: {
  readonly site: Site;
  readonly week: Week;
  readonly now: Temporal.Instant;
}): JSX.Element {
  const { report: text } = site.words;
  const links = [
    [text.before, weekBefore(week)],
    [text.after, weekAfter(week)],
  ] as const;
  return (
    <nav class="week-turns" aria-label={text.weeks}>
      {links
        .filter(([, { name }]) => isKnown(name, site, now))
        .map(([label, { name }]) => (
          <a key={name} class="quiet button" href={reportAddress(site, name)}>
            {`${label}, ${name}`}
          </a>
        ))}
    </nav>
  );
}

function isKnown(name: string, { lanterne }: Site, now: Temporal.Instant): boolean {
  try {
    return weekNamed(name, { now, days: lanterne.config.eventDays }).name === name;
  } catch {
    return false;
  }
}

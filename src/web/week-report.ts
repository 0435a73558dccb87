import type { Context } from 'hono';
import { asReportFilm } from '#report/as-report-film.ts';
import { gatherReport } from '#report/gather.ts';
import { tellReport } from '#report/tell.ts';
import type { ToldReport } from '#report/told-report.ts';
import { lastWeek, weekNamed, type Week } from '#calendar/week.ts';
import { pathIn } from '#web/language.ts';
import { queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** The week that an address asks for: the last one that is over, unless it names another. @throws WEEK_INVALID */
export function weekAsked(context: Context, { lanterne }: Site, now: Temporal.Instant): Week {
  const name = queryOf(context).get('week');
  return name === null || name === '' ? lastWeek(now) : weekNamed(name, { now, days: lanterne.config.eventDays });
}

/** The report of a week in the reader's language. */
export async function weekReport(site: Site, week: Week, now: Temporal.Instant): Promise<ToldReport> {
  const { lanterne, state, language } = site;
  const report = await gatherReport(
    {
      cinema: lanterne.config.cinemaName,
      book: site.market(),
      db: state?.db ?? null,
      adviser: lanterne.adviser,
      films: async (ids) => (await lanterne.cards(ids)).map(asReportFilm),
      hasRatings: lanterne.hasRatings,
      sources: lanterne.sources,
      catalogueDate: lanterne.catalogueDate,
    },
    week,
    { now },
  );
  return tellReport(report, speechOf(language));
}

/** Where the report of a week is: the page, the sheet, the letter. */
export const reportAddress = (
  { language }: Pick<Site, 'language'>,
  week: string,
  file: '' | '.pdf' | '.html' = '',
): string => `${pathIn(language, `/rapport${file}`)}?week=${week}`;

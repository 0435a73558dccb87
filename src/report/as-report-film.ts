import type { ReportFilm } from '#report/report.ts';

/** A film's card as the report names it. */
export const asReportFilm = ({
  id,
  title,
  titleFr,
  year,
  runtime,
  directors,
}: {
  readonly id: string;
  readonly title: string;
  readonly titleFr: string | null;
  readonly year: number | null;
  readonly runtime: number | null;
  readonly directors: readonly string[];
}): ReportFilm => ({ id, title: { fr: titleFr ?? title, en: title }, year, runtime, directors });

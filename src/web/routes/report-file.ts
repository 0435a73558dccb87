import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import { reportHtml } from '#report/report-html.ts';
import { reportPdf } from '#report/report-pdf.ts';
import type { ToldReport } from '#report/told-report.ts';
import { accentFrom } from '#web/accent.ts';
import type { Site } from '#web/site.ts';
import { weekAsked, weekReport } from '#web/week-report.ts';

/** Sheets laid out lately, by what is on them. */
const laidOut = new LRUCache<string, Promise<Uint8Array>>({ max: 40 });

/** The report as one A4 sheet. @throws WEEK_INVALID */
export async function reportPaper(context: Context, site: Site): Promise<Response> {
  const now = Temporal.Now.instant();
  const told = await weekReport(site, weekAsked(context, site, now), now);
  const { onPaper } = accentFrom(site.lanterne.config.accent);
  return context.body(new Uint8Array(await sheetOf(told, onPaper)), 200, {
    ...headers,
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${nameOf(told)}.pdf"`,
  });
}

/** The report as a letter. Its styles are in it, as mail wants them: it alone may have them so, and it can do nothing else. @throws WEEK_INVALID */
export async function reportLetter(context: Context, site: Site): Promise<Response> {
  const now = Temporal.Now.instant();
  const told = await weekReport(site, weekAsked(context, site, now), now);
  const accent = accentFrom(site.lanterne.config.accent);
  return context.body(reportHtml(told, { accent, origin: site.here }), 200, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Disposition': `inline; filename="${nameOf(told)}.html"`,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
}

const headers = { 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' };

const nameOf = ({ week, language }: ToldReport): string => `${language === 'fr' ? 'rapport' : 'report'}-${week}`;

function sheetOf(told: ToldReport, accent: string): Promise<Uint8Array> {
  const key = JSON.stringify([told, accent]);
  const known = laidOut.get(key);
  if (known !== undefined) return known;
  const made = reportPdf(told, { accent });
  laidOut.set(key, made);
  made.catch(() => laidOut.delete(key));
  return made;
}

import { sheetsPdf } from '#notify/by-hand/sheets-pdf.ts';
import type { HandRow } from '#state/by-hand.ts';
import { accentFrom } from '#web/accent.ts';
import { handList } from '#web/hand-list.ts';
import type { Site } from '#web/site.ts';

/** The sheets of all who are to have one, in one PDF, and the rows that are to be noted as printed once they are. */
export async function handSheets(
  site: Site,
  now: Temporal.Instant,
): Promise<{
  readonly pdf: Awaited<ReturnType<typeof sheetsPdf>>;
  readonly sheets: number;
  readonly unprinted: readonly HandRow[];
}> {
  const { open } = await handList(site, 'paper', now);
  const { cinemaName, accent } = site.lanterne.config;
  const sheets = open.flatMap(({ told }) => told.map(({ sheet }) => sheet));
  return {
    pdf: await sheetsPdf(sheets, { house: cinemaName, accent: accentFrom(accent).onPaper }),
    sheets: sheets.length,
    unprinted: open.flatMap(({ rows }) => rows.filter(({ printed }) => !printed)),
  };
}

import { reportMarkdown, type Report } from '#evaluate/report.ts';

/**
 * Puts reports into a page of Markdown, each between the comments `<!-- evaluate KEY -->` and `<!-- end KEY -->`; what stood between them goes, the rest
 * of the page stays. A report without its comments goes to the end.
 */
export function withReports(page: string, reports: readonly Report[]): string {
  return reports.reduce((text, report) => {
    const [begin, end] = [`<!-- evaluate ${report.key} -->`, `<!-- end ${report.key} -->`];
    const section = `${begin}\n${reportMarkdown(report)}\n${end}`;
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    return from < 0 || to < from
      ? `${text.trimEnd()}\n\n${section}\n`
      : text.slice(0, from) + section + text.slice(to + end.length);
  }, page);
}

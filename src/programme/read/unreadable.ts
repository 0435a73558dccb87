import { fault } from '#errors.ts';

/** Why nothing can be read in a file; pages have their own sentence for each. */
export const unreadableReasons = {
  empty: 'it is empty.',
  noText: 'it is no text.',
  tooLarge: 'it is larger than 8 MB.',
  workbook: 'it is a workbook or a document: save it as CSV or as text.',
  pdf: 'it is a PDF: open it, copy its text and paste that.',
  json: 'it is not JSON.',
  list: 'this JSON has no list of showings: give {"showings": […]}, or a list of ScreeningEvent.',
  calendar: 'it is no calendar.',
  columns: 'its first line must name the columns, a title (titre), a day (date) and an hour (heure) among them.',
  table: 'it is no table: is a quote never closed?',
  ems: 'it is no message of EMS: it has no sites.',
} as const;
export type Unreadable = keyof typeof unreadableReasons;

/** Makes PROGRAMME_UNREADABLE; `detail` is added to its reason. */
export const unreadable = (file: string, why: Unreadable, detail = '', cause?: unknown): Error =>
  fault(
    'PROGRAMME_UNREADABLE',
    {
      file,
      why,
      detail,
      reason: detail === '' ? unreadableReasons[why] : `${unreadableReasons[why].replace(/[.?]$/, '')} (${detail}).`,
    },
    cause,
  );

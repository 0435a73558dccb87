import { isCsv, readCsv } from '#programme/read/csv.ts';
import { decodeProgramme } from '#programme/read/decode-programme.ts';
import type { ProgrammeFormat, Reading, ReadOptions } from '#programme/read/draft.ts';
import { readIcs } from '#programme/read/ics.ts';
import { readJson } from '#programme/read/json.ts';
import { readText } from '#programme/read/text.ts';
import { unreadable } from '#programme/read/unreadable.ts';

export interface ReadProgrammeOptions extends ReadOptions {
  /** How messages call it. */
  readonly file: string;
  /** Without it, what the file looks like. */
  readonly format?: Exclude<ProgrammeFormat, 'ems'>;
}

/** The most that a programme may weigh, bytes: ten times that of a house of a dozen rooms. */
export const mostBytes = 8 * 1024 * 1024;

/**
 * Reads a programme, whatever it is written in.
 * @throws PROGRAMME_UNREADABLE when it is empty, no text, too large, or nothing of what it says it is
 */
export function readProgramme(bytes: Uint8Array, options: ReadProgrammeOptions): Reading {
  const { file } = options;
  if (bytes.length > mostBytes) throw unreadable(file, 'tooLarge');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw unreadable(file, 'workbook');
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44) throw unreadable(file, 'pdf');
  const { text, notes } = decodeProgramme(bytes);
  if (text === null) throw unreadable(file, 'noText');
  if (text.trim() === '') throw unreadable(file, 'empty');
  const reading = readers[options.format ?? formatOf(text)](text, options);
  return { ...reading, notes: [...notes, ...reading.notes] };
}

const readers = { csv: readCsv, ics: readIcs, json: readJson, text: readText } as const;

function formatOf(text: string): keyof typeof readers {
  const start = text.trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'ics';
  if (/^[[{]\s*["{}[\]\d]/.test(start)) return 'json';
  return isCsv(start) ? 'csv' : 'text';
}

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInParis, weekOf } from '#calendar/week.ts';
import type { Channel, Letter } from '#notify/channel.ts';
import { handWords } from '#notify/by-hand/words.ts';
import { sheetsPdf, type Sheet, type SheetsOptions } from '#notify/by-hand/sheets-pdf.ts';

export interface PaperOptions extends Pick<SheetsOptions, 'house' | 'accent'> {
  /** The folder that holds `paper/WEEK/`: `outbox` of the data folder. */
  readonly folder: string;
  readonly now?: () => Temporal.Instant;
}

/** Weeks that sheets stay in the folder. */
const weeksKept = 4;

/**
 * A sheet of A4 in large letters for one person, written to `paper/WEEK/` of a folder, whole or not at all; the same letter again takes its own place. Sheets of
 * more than four weeks ago go.
 */
export const paperChannel = ({ folder, house, accent, now = Temporal.Now.instant }: PaperOptions): Channel => ({
  name: 'paper',
  async send({ key, to, letter }) {
    const at = now();
    const week = weekOf(dayInParis(at));
    const place = join(folder, 'paper', week.name);
    const file = `${key
      .replaceAll(/[^\w.-]/g, '-')
      .replace(/^\.+/, '')
      .slice(0, 150)}.pdf`;
    const draft = join(place, `.${randomBytes(6).toString('hex')}`);
    try {
      const pdf = await sheetsPdf([sheetOf(letter, to.name)], {
        house,
        ...(accent === undefined ? {} : { accent }),
        made: new Date(at.epochMilliseconds),
      });
      await mkdir(place, { recursive: true, mode: 0o700 });
      await writeFile(draft, pdf, { mode: 0o600, flush: true });
      await rename(draft, join(place, file));
      await prune(join(folder, 'paper'), weekOf(week.first.subtract({ weeks: weeksKept })).name);
      return { kind: 'sent', id: `paper:${week.name}/${file}`, code: 'written', detail: `${week.name}/${file}` };
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      return {
        kind: 'later',
        code: 'EWRITE',
        detail: error instanceof Error ? error.message : String(error),
        domain: null,
      };
    }
  },
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

/** The words of a letter for paper: addresses of pages are for screens. */
function sheetOf({ subject, text, language }: Letter, name: string | null): Sheet {
  const lines = text
    .split('\n')
    .map((line) => line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter((line) => line !== '' && !/https?:\/\//.test(line));
  return {
    language,
    person: name === null ? '' : handWords[language].forWhom(name),
    title: subject,
    parts: [{ title: '', groups: [{ head: '', lines }], note: '' }],
    foot: '',
  };
}

async function prune(folder: string, oldest: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^\d{4}-W\d{2}$/.test(name) && name < oldest) await rm(join(folder, name), { recursive: true, force: true });
}

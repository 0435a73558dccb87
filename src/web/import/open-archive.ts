import { unzipSync } from 'fflate';
import { UnreadableFile, type GivenFile } from '#web/import/taste-row.ts';

const MOST_FILES = 20;
const MOST_BYTES = 20 * 1024 * 1024;

/** Letterboxd's export; what was deleted, what lost its film, and lists that may be anything stay closed. */
const LETTERBOXD = /^(?!deleted\/|orphaned\/)(?:[^/]+\/)?(?:(?:ratings|watched|watchlist|diary)|likes\/films)\.csv$/i;
/** Trakt's; its history repeats what was watched, and its other files are not about films. */
const TRAKT = /(?:^|\/)(?:ratings-movies|watched-movies|(?:lists?-)?watchlist(?:-movies)?)(?:-\d+)?\.json$/i;

/** "PK", then the signs of a first file, or of an archive without any. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * The files of an export that tell of a taste. Only those are opened, twenty at most, and 20 MB in all as the archive itself declares: its bytes never
 * fill more than what they declare.
 * @throws UnreadableFile
 */
export function openArchive({ bytes }: GivenFile): GivenFile[] {
  let isWorkbook = false;
  let tooLarge = false;
  let files = 0;
  let size = 0;
  const opened = attempt(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        isWorkbook ||= name === '[Content_Types].xml' || name === 'mimetype';
        if (!LETTERBOXD.test(name) && !TRAKT.test(name)) return false;
        files += 1;
        size += originalSize;
        tooLarge ||= files > MOST_FILES || size > MOST_BYTES;
        return !tooLarge;
      },
    }),
  );
  if (isWorkbook) throw new UnreadableFile('workbook');
  if (tooLarge) throw new UnreadableFile('tooLarge');
  if (opened === null) throw new UnreadableFile('archive');
  if (opened.length === 0) throw new UnreadableFile('nothingInside');
  return opened;
}

function attempt(open: () => Record<string, Uint8Array>): GivenFile[] | null {
  try {
    return Object.entries(open()).map(([name, bytes]) => ({ name, bytes }));
  } catch {
    return null;
  }
}

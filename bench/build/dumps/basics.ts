import { episodeYear, putOriginal, putPrimary, walkTitles } from '../titles.ts';
import { hash01 } from '../episodes.ts';
import {
  endRow,
  isFull,
  type Lines,
  putAscii,
  putByte,
  putNull,
  putNumber,
  putPiece,
  putTab,
  putTitleId,
  takeBytes,
  toPieces,
} from '../lines.ts';
import { createVocabulary, zipf } from '../words.ts';
import { miniSeries, movie, series, stream, titleTypes, type World } from '../world.ts';

const genres =
  'Drama Comedy Documentary Short Talk-Show Romance Family News Animation Reality-TV Music Crime Action Adventure Game-Show Sport Fantasy Mystery Horror Thriller History Biography Sci-Fi Musical War Western'.split(
    ' ',
  );
const runtimes: Readonly<Record<string, readonly [number, number]>> = {
  tvEpisode: [20, 45],
  movie: [70, 70],
  short: [2, 35],
  video: [20, 100],
  tvSeries: [20, 40],
  tvMovie: [45, 75],
  tvMiniSeries: [30, 150],
};

/** The rows of title.basics: one a title. */
export function* basicsRows(world: World, lines: Lines): Generator<Buffer> {
  const random = stream(world.seed, 'basics');
  const vocabulary = createVocabulary(world.seed);
  const nextNaming = walkTitles(world, vocabulary);
  const names = toPieces(titleTypes.map((type) => type.name));
  const combinations = toPieces(combineGenres(random));
  for (let position = 0; position < world.titles; position++) {
    const type = world.types[position] ?? 0;
    const naming = nextNaming(position);
    const { of } = naming;
    putTitleId(lines, world.titleNumbers[position] ?? 0);
    putTab(lines);
    putPiece(lines, names, type);
    putTab(lines);
    putPrimary(lines, naming, vocabulary);
    putTab(lines);
    putOriginal(lines, naming, vocabulary);
    putTab(lines);
    const adult = (of === null ? random() : hash01(of.parent, 99)) < (type === movie ? 0.012 : 0.03);
    putByte(lines, adult ? 49 : 48);
    putTab(lines);
    const year = of === null ? Math.floor(2027 - 115 * random() ** 2.4) : episodeYear(of);
    putOrNull(lines, year, random() < 0.1);
    const ends = (type === series || type === miniSeries) && random() < 0.45;
    putOrNull(lines, Math.min(2026, year + Math.floor(random() * 6)), !ends);
    const [least, range] = runtimes[titleTypes[type]?.name ?? ''] ?? [10, 80];
    const length = of === null ? (random() + random()) / 2 : Math.floor(hash01(of.parent, 98) * 4) / 4;
    putOrNull(lines, Math.round(least + range * length), random() < (type === movie ? 0.36 : 0.68));
    const combination = of === null ? zipf(combinations.count, random) : seriesGenres(of.parent, combinations.count);
    if (adult) putAscii(lines, 'Adult');
    else if (random() < 0.045) putNull(lines);
    else putPiece(lines, combinations, combination);
    endRow(lines);
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

function putOrNull(lines: Lines, value: number, missing: boolean): void {
  if (missing) putNull(lines);
  else putNumber(lines, value);
  putTab(lines);
}

/** The genres of the episodes of a series hardly change. */
const seriesGenres = (parent: number, count: number): number => Math.floor(count * hash01(parent, 97) ** 3);

/** Each genre alone, then combinations of two or three in alphabetical order. */
function combineGenres(random: () => number): string[] {
  const made = new Set(genres.slice(0, 12));
  while (made.size < 700) {
    const few = new Set([zipf(genres.length, random), zipf(genres.length, random), zipf(genres.length, random)]);
    made.add(
      [...few]
        .map((k) => genres[k] ?? 'Drama')
        .toSorted()
        .join(','),
    );
  }
  return [...made];
}

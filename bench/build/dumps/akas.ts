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
import { quota } from '../quota.ts';
import { putOriginal, walkTitles } from '../titles.ts';
import { createVocabulary, drawTitle, emptyTitle, putTitle, type TitleWords, type Vocabulary, zipf } from '../words.ts';
import { stream, titlesByType, titleTypes, type World } from '../world.ts';

const regions = 'DE JP FR IN ES IT PT US BR GB CA MX RU PL HU GR TR AR FI SE DK NL RO BG UA AU CZ NO XWW KR'.split(' ');
const languages = new Map([
  ['CA', 'fr'],
  ['IN', 'hi'],
  ['JP', 'ja'],
  ['TR', 'tr'],
  ['BG', 'bg'],
  ['XWW', 'en'],
]);
const french = regions.indexOf('FR');
const foreignRegions = new Set(['JP', 'RU', 'GR', 'BG', 'UA', 'KR'].map((region) => regions.indexOf(region)));
/** On top of the rows that `regions` gives to France by its rank: 6 % of all rows in the end. */
const moreFrench = 0.034;

/**
 * The rows of title.akas: of a title that has any, the original title first, then titles by region; about six rows in a
 * hundred are French. Reality has ten times as many, nearly all for episodes.
 */
export function* akasRows(world: World, lines: Lines): Generator<Buffer> {
  const random = stream(world.seed, 'akas');
  const vocabulary = createVocabulary(world.seed);
  const nextNaming = walkTitles(world, vocabulary);
  const counts = titlesByType(world.scale);
  const rows = titleTypes.map((type, k) => {
    const total = Math.round(type.akas * world.scale);
    const titles = counts[k] ?? 0;
    return quota(total, titles, Math.max(0, Math.floor(total / Math.max(1, titles)) - 1), random);
  });
  const codes = toPieces(regions);
  const scratch = emptyTitle();
  for (let position = 0; position < world.titles; position++) {
    const naming = nextNaming(position);
    const count = rows[world.types[position] ?? 0]?.() ?? 0;
    for (let k = 0; k < count; k++) {
      putTitleId(lines, world.titleNumbers[position] ?? 0);
      putTab(lines);
      putNumber(lines, k + 1);
      putTab(lines);
      if (k === 0) {
        putOriginal(lines, naming, vocabulary);
        putAscii(lines, '\t\\N\t\\N\toriginal\t\\N\t1');
      } else {
        const region = random() < moreFrench ? french : zipf(regions.length, random);
        putRegional(lines, region, scratch, vocabulary, random);
        putTab(lines);
        putPiece(lines, codes, region);
        putTail(lines, regions[region] ?? '', random);
      }
      endRow(lines);
    }
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

function putRegional(
  lines: Lines,
  region: number,
  scratch: TitleWords,
  vocabulary: Vocabulary,
  random: () => number,
): void {
  if (!foreignRegions.has(region)) {
    drawTitle(scratch, vocabulary, random);
    return putTitle(lines, scratch, vocabulary);
  }
  const words = 1 + Math.floor(random() * 3);
  for (let k = 0; k < words; k++) {
    if (k > 0) putByte(lines, 32);
    putPiece(lines, vocabulary.foreign, zipf(vocabulary.foreign.count, random));
  }
}

/** Language, types, attributes, isOriginalTitle. */
function putTail(lines: Lines, region: string, random: () => number): void {
  putTab(lines);
  const language = languages.get(region);
  if (language === undefined) putNull(lines);
  else putAscii(lines, language);
  const kind = random();
  putAscii(lines, kind < 0.7 ? '\timdbDisplay' : kind < 0.8 ? '\tworking' : kind < 0.85 ? '\tdvd' : '\t\\N');
  putAscii(lines, random() < 0.04 ? '\tliteral title\t0' : '\t\\N\t0');
}

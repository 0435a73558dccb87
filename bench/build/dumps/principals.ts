import { categories, cinematographer, director, producer, self, walkCredits, writer } from '../credits.ts';
import {
  endRow,
  isFull,
  type Lines,
  putAscii,
  putByte,
  putNull,
  putNumber,
  putPersonId,
  putPiece,
  putTab,
  putTitleId,
  takeBytes,
  toPieces,
} from '../lines.ts';
import { createVocabulary, type Vocabulary } from '../words.ts';
import { personNumber, stream, type World } from '../world.ts';

const jobs = toPieces([
  'producer',
  'director',
  'director of photography',
  'screenplay',
  'written by',
  'story',
  'creator',
  'executive producer',
  'novel',
  'screenplay by',
]);
const firstWriting = 3;
const writings = 7;
const selves = toPieces([
  'Self',
  'Self - Host',
  'Self',
  'Self - Guest',
  'Self',
  'Self - Presenter',
  'Self',
  'Self - Panelist',
]);

/** The rows of title.principals: the credits of each title, billed 1 to n. */
export function* principalsRows(world: World, lines: Lines): Generator<Buffer> {
  const random = stream(world.seed, 'principals');
  const vocabulary = createVocabulary(world.seed);
  const nextCredits = walkCredits(world);
  const names = toPieces(categories);
  for (let position = 0; position < world.titles; position++) {
    const number = world.titleNumbers[position] ?? 0;
    const { count, people, categories: kinds, roles } = nextCredits(position);
    for (let k = 0; k < count; k++) {
      const kind = kinds[k] ?? 0;
      putTitleId(lines, number);
      putTab(lines);
      putNumber(lines, k + 1);
      putTab(lines);
      putPersonId(lines, personNumber(people[k] ?? 0));
      putTab(lines);
      putPiece(lines, names, kind);
      putTab(lines);
      putJob(lines, kind, random);
      putTab(lines);
      putCharacters(lines, kind, roles[k] ?? 0, vocabulary, random);
      endRow(lines);
    }
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

function putJob(lines: Lines, kind: number, random: () => number): void {
  if (kind === producer && random() < 0.8) putPiece(lines, jobs, random() < 0.85 ? 0 : 7);
  else if (kind === director && random() < 0.12) putPiece(lines, jobs, 1);
  else if (kind === cinematographer && random() < 0.35) putPiece(lines, jobs, 2);
  else if (kind === writer && random() < 0.4)
    putPiece(lines, jobs, firstWriting + Math.floor(writings * random() ** 2));
  else putNull(lines);
}

/** A JSON array of the names of the characters, almost always one; a nickname in escaped quotes now and then. */
function putCharacters(
  lines: Lines,
  kind: number,
  role: number,
  { firstNames, lastNames }: Vocabulary,
  random: () => number,
): void {
  if (kind > self || (kind < self && random() < 0.12)) return putNull(lines);
  const spread = role * firstNames.count;
  const first = Math.floor(spread * role * role);
  const rest = spread - Math.floor(spread);
  putAscii(lines, '["');
  if (kind === self) putPiece(lines, selves, Math.floor(role * selves.count));
  else {
    putPiece(lines, firstNames, first);
    putByte(lines, 32);
    if (rest < 0.02) putAscii(lines, String.raw`\"Ace\" `);
    if (rest < 0.6) putPiece(lines, lastNames, Math.floor((rest / 0.6) ** 3 * lastNames.count));
    else putAscii(lines, 'Jr.');
    if (rest > 0.97) {
      putAscii(lines, '","');
      putPiece(lines, firstNames, Math.floor(rest * 1000));
    }
  }
  putAscii(lines, '"]');
}

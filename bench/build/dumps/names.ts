import {
  endRow,
  isFull,
  type Lines,
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
import { createVocabulary, zipf } from '../words.ts';
import { inTextOrder, personNumber, stream, type World } from '../world.ts';

const professions = toPieces([
  'actor',
  'actress',
  'miscellaneous',
  'producer',
  'writer',
  'actor,writer',
  'camera_department',
  'director',
  'director,writer,producer',
  'art_department',
  'sound_department',
  'actor,producer',
  'editor',
  'composer',
  'actress,soundtrack',
  'cinematographer,camera_department',
  'music_department,composer,soundtrack',
]);
const famousShare = 0.02;
const bornWhenFamous = 0.45;
const bornOtherwise = 0.036;

/** The rows of name.basics: one a person. People of low identifiers have most credits and most birth years, as in reality. */
export function* namesRows(world: World, lines: Lines): Generator<Buffer> {
  const random = stream(world.seed, 'names');
  const { firstNames, lastNames } = createVocabulary(world.seed);
  const numbers = inTextOrder(Int32Array.from({ length: world.people }, (_, k) => personNumber(k)));
  const famous = personNumber(Math.floor(world.people * famousShare));
  for (const number of numbers) {
    putPersonId(lines, number);
    putTab(lines);
    putPiece(lines, firstNames, zipf(firstNames.count, random));
    putByte(lines, 32);
    putPiece(lines, lastNames, zipf(lastNames.count, random));
    putTab(lines);
    putLife(lines, random() < (number < famous ? bornWhenFamous : bornOtherwise), random);
    if (random() < 0.19) putNull(lines);
    else putPiece(lines, professions, zipf(professions.count, random));
    putTab(lines);
    putKnownFor(lines, world.titleNumbers, random);
    endRow(lines);
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

function putLife(lines: Lines, known: boolean, random: () => number): void {
  const birth = Math.floor(1870 + 135 * Math.sqrt(random()));
  const death = birth + Math.floor(35 + 60 * Math.sqrt(random()));
  if (known) putNumber(lines, birth);
  else putNull(lines);
  putTab(lines);
  if (known && death <= 2025 && random() < 0.8) putNumber(lines, death);
  else putNull(lines);
  putTab(lines);
}

/** One to four titles, most often one; nobody in nine. They exist, but are drawn without looking at the principals. */
function putKnownFor(lines: Lines, titleNumbers: Int32Array, random: () => number): void {
  const count = random() < 0.11 ? 0 : 1 + Math.floor(4 * random() ** 2.5);
  for (let k = 0; k < count; k++) {
    if (k > 0) putByte(lines, 44);
    putTitleId(lines, titleNumbers[Math.floor(random() * titleNumbers.length)] ?? 0);
  }
  if (count === 0) putNull(lines);
}

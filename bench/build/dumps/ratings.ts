import { endRow, isFull, type Lines, putByte, putNumber, putTab, putTitleId, takeBytes } from '../lines.ts';
import { quota } from '../quota.ts';
import { stream, titlesByType, titleTypes, type World } from '../world.ts';

const fewestVotes = 5;
const mostVotes = 3_100_000;

/** The rows of title.ratings: films and series more often than the rest; votes follow a power law (exponent 0.9 of the rank). */
export function* ratingsRows(world: World, lines: Lines): Generator<Buffer> {
  const random = stream(world.seed, 'ratings');
  const counts = titlesByType(world.scale);
  const rated = titleTypes.map((type, k) => quota(Math.round(type.rated * world.scale), counts[k] ?? 0, 0, random));
  for (let position = 0; position < world.titles; position++) {
    const type = world.types[position] ?? 0;
    if (rated[type]?.() !== 1) continue;
    const tail = (titleTypes[type]?.votes ?? 0) * ((1 - random()) ** -0.9 - 1);
    const tenths = Math.round(Math.min(100, Math.max(10, 68 + 14 * bell(random))));
    putTitleId(lines, world.titleNumbers[position] ?? 0);
    putTab(lines);
    putNumber(lines, Math.floor(tenths / 10));
    putByte(lines, 46);
    putNumber(lines, tenths % 10);
    putTab(lines);
    putNumber(lines, Math.min(mostVotes, fewestVotes + Math.floor(tail)));
    endRow(lines);
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

/** About normal, mean 0, deviation 1: the sum of three uniform numbers. */
const bell = (random: () => number): number => 2 * (random() + random() + random() - 1.5);

import { type Credits, director, walkCredits, writer } from '../credits.ts';
import { endRow, isFull, type Lines, putByte, putNull, putPersonId, putTab, putTitleId, takeBytes } from '../lines.ts';
import { personNumber, type World } from '../world.ts';

/** The rows of title.crew: one a title, the directors and writers of its principals. */
export function* crewRows(world: World, lines: Lines): Generator<Buffer> {
  const nextCredits = walkCredits(world);
  for (let position = 0; position < world.titles; position++) {
    const credits = nextCredits(position);
    putTitleId(lines, world.titleNumbers[position] ?? 0);
    putTab(lines);
    putPeople(lines, credits, director);
    putTab(lines);
    putPeople(lines, credits, writer);
    endRow(lines);
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

function putPeople(lines: Lines, { count, people, categories }: Credits, kind: number): void {
  let found = 0;
  for (let k = 0; k < count; k++) {
    if (categories[k] !== kind) continue;
    if (found++ > 0) putByte(lines, 44);
    putPersonId(lines, personNumber(people[k] ?? 0));
  }
  if (found === 0) putNull(lines);
}

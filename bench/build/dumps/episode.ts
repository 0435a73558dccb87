import { walkEpisodes } from '../episodes.ts';
import { endRow, isFull, type Lines, putNull, putNumber, putTab, putTitleId, takeBytes } from '../lines.ts';
import { episode, type World } from '../world.ts';

/** The rows of title.episode: one for each title of type tvEpisode; the parent is a series or a mini-series of title.basics. */
export function* episodeRows(world: World, lines: Lines): Generator<Buffer> {
  const nextEpisode = walkEpisodes(world);
  for (let position = 0; position < world.titles; position++) {
    if (world.types[position] !== episode) continue;
    const { parent, season, number, style } = nextEpisode();
    putTitleId(lines, world.titleNumbers[position] ?? 0);
    putTab(lines);
    putTitleId(lines, world.titleNumbers[parent] ?? 0);
    putTab(lines);
    if (style === 'dated') putNull(lines);
    else putNumber(lines, season);
    putTab(lines);
    if (style === 'dated') putNull(lines);
    else putNumber(lines, number);
    endRow(lines);
    if (isFull(lines)) yield takeBytes(lines);
  }
  yield takeBytes(lines);
}

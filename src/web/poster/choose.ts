import type { Chance } from '#web/poster/chance.ts';
import type { Family } from '#web/poster/composition.ts';
import { arcs, cutouts, diagonals, scales, tiles, twin } from '#web/poster/compositions/forms.ts';
import { fields, horizon, sea, strata } from '#web/poster/compositions/land.ts';
import { beam, blinds, stairs, sunburst, windows } from '#web/poster/compositions/light.ts';
import { grid, moon, orbits } from '#web/poster/compositions/sky.ts';
import { arches, curtain } from '#web/poster/compositions/stage.ts';
import { palettes, type Mood, type Palette } from '#web/poster/palettes.ts';

type Families = readonly [Family, ...Family[]];

// the first of these that a film has gives its poster's mood: the rarer genre says more
const byGenre: readonly [genre: string, mood: Mood, families: Families][] = [
  ['Film-Noir', 'night', [blinds]],
  ['Western', 'desert', [horizon]],
  ['Horror', 'fear', [stairs, moon]],
  ['Sci-Fi', 'space', [orbits, orbits, grid]],
  ['Musical', 'stage', [curtain, scales]],
  ['Music', 'stage', [curtain, scales, arcs]],
  ['War', 'banner', [diagonals, strata, arches]],
  ['Animation', 'laugh', [tiles, moon, fields]],
  ['Fantasy', 'space', [moon, orbits, arches]],
  ['Mystery', 'fear', [stairs, blinds, windows]],
  ['Documentary', 'meadow', [fields, beam, strata]],
  ['Sport', 'drive', [diagonals, arcs]],
  ['Family', 'meadow', [fields, tiles, moon]],
  ['Thriller', 'night', [blinds, stairs, diagonals]],
  ['Crime', 'night', [blinds, windows, diagonals]],
  ['History', 'museum', [arches, strata, curtain]],
  ['Biography', 'museum', [arches, beam, windows]],
  ['Adventure', 'meadow', [sea, horizon, fields]],
  ['Action', 'drive', [diagonals, grid]],
  ['Comedy', 'laugh', [tiles, scales, arcs, cutouts, beam]],
  ['Romance', 'rose', [twin, windows, strata]],
  ['Drama', 'home', [strata, windows, twin, fields]],
];
const byDecade = new Map<number, Families>([
  [1900, [sunburst]],
  [1910, [sunburst]],
  [1920, [sunburst]],
  [1930, [sunburst, arches]],
  [1940, [sunburst, windows]],
  [1950, [cutouts]],
  [1960, [cutouts, tiles]],
  [1970, [arcs]],
  [1980, [grid, arcs]],
]);
const SHARE_OF_DECADE = 0.42;

/** The family and the colours of a film's poster: by its rarest genre, or its decade, as chance has it. */
export function chooseLook(
  genres: readonly string[],
  year: number | null,
  chance: Chance,
): { family: Family; palette: Palette } {
  const found = byGenre.find(([genre]) => genres.includes(genre));
  const [, mood, families] = found ?? ['', 'home', [beam, strata] satisfies Families];
  const palette = chance.pick(palettes[mood]);
  const ofDecade = year === null ? undefined : byDecade.get(Math.floor(year / 10) * 10);
  const followsDecade = chance.between(0, 1) < SHARE_OF_DECADE;
  const family = chance.pick(ofDecade !== undefined && followsDecade ? ofDecade : families);
  return { family, palette };
}

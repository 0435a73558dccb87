import { widthOf } from '#charts/measure.ts';
import { text, type Sheet } from '#charts/sheet.ts';
import type { Box } from '#charts/axes.ts';

interface Named {
  readonly name: string;
  readonly at: readonly [number, number];
}

/** Names beside their points, where none covers another or a point; a name without any room is left to its point. */
export function placeNames(sheet: Sheet, named: readonly Named[], box: Box): string[] {
  const size = sheet.font - 1;
  const taken: Box[] = named.map(({ at: [x, y] }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  return named.flatMap(({ name, at: [x, y] }) => {
    const wide = widthOf(name, size, true);
    const sides = [
      { left: x + 9, base: y + size * 0.36 },
      { left: x - 9 - wide, base: y + size * 0.36 },
      { left: x - wide / 2, base: y - 11 },
      { left: x - wide / 2, base: y + 11 + size * 0.75 },
      { left: x + 5 - wide, base: y - 11 },
      { left: x - 5, base: y - 11 },
      { left: x + 5 - wide, base: y + 11 + size * 0.75 },
      { left: x - 5, base: y + 11 + size * 0.75 },
    ];
    for (const { left, base } of sides) {
      const room = { left, right: left + wide, top: base - size, bottom: base + 2 };
      const within = room.left >= 0 && room.right <= sheet.width && room.top >= box.top && room.bottom <= box.bottom;
      if (!within || taken.some((other) => meet(room, other))) continue;
      taken.push(room);
      const at = [left, base] as const;
      return [text(name, at, { size, class: 'ink halo', bold: true })];
    }
    return [];
  });
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

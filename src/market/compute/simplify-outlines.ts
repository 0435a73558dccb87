/** Polygons of rings of [longitude, latitude]. */
export type Outline = readonly (readonly (readonly Point[])[])[];
type Point = readonly [number, number];

/**
 * Outlines with fewer points, whose shared borders stay shared: each border between two points where three places meet (or two and the outside)
 * is simplified by itself, so that both its sides lose the same points. Rings that shrink to less than a triangle are left out.
 * Method: Douglas & Peucker, Algorithms for the Reduction of the Number of Points Required to Represent a Digitized Line, 1973.
 *
 * @param tolerance in degrees: no point that is left out is farther than this from the line kept
 */
export function simplifyOutlines(
  outlines: ReadonlyMap<string, Outline>,
  tolerance: number,
): ReadonlyMap<string, Outline> {
  const meets = junctions(outlines);
  return new Map(
    [...outlines].map(([code, polygons]) => [
      code,
      polygons
        .map((rings) => rings.map((ring) => simplifyRing(ring, meets, tolerance)).filter((ring) => ring.length >= 4))
        .filter((rings) => rings.length > 0),
    ]),
  );
}

const keyOf = ([x, y]: Point): string => `${x} ${y}`;

/** Points from which more than two borders leave. */
function junctions(outlines: ReadonlyMap<string, Outline>): ReadonlySet<string> {
  const beside = new Map<string, Set<string>>();
  for (const polygons of outlines.values())
    for (const ring of polygons.flat())
      for (const [at, point] of ring.entries()) {
        const next = ring[at + 1];
        if (next === undefined) continue;
        const [one, other] = [keyOf(point), keyOf(next)];
        put(beside, one, other);
        put(beside, other, one);
      }
  return new Set([...beside].filter(([, keys]) => keys.size > 2).map(([key]) => key));
}

function put(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** A closed ring, from junction to junction. */
function simplifyRing(ring: readonly Point[], meets: ReadonlySet<string>, tolerance: number): readonly Point[] {
  const open = ring.slice(0, -1);
  const first = open.findIndex((point) => meets.has(keyOf(point)));
  const turned = first > 0 ? [...open.slice(first), ...open.slice(0, first)] : open;
  const [start] = turned;
  if (start === undefined) return [];
  const closed = [...turned, start];
  const cuts = closed.flatMap((point, at) =>
    at === 0 || at === closed.length - 1 || meets.has(keyOf(point)) ? [at] : [],
  );
  // a ring of one border is cut in two at its farthest point: a line has two ends
  if (cuts.length === 2) cuts.splice(1, 0, farthestFrom(closed));
  return cuts.flatMap((from, at) => {
    const to = cuts[at + 1];
    return to === undefined
      ? closed.slice(from, from + 1)
      : simplifyLine(closed.slice(from, to + 1), tolerance).slice(0, -1);
  });
}

function farthestFrom(line: readonly Point[]): number {
  const [start = [0, 0]] = line;
  let best = 0;
  let most = -1;
  for (const [at, [x, y]] of line.entries()) {
    const away = (x - start[0]) ** 2 + (y - start[1]) ** 2;
    if (away > most) [best, most] = [at, away];
  }
  return best;
}

function simplifyLine(line: readonly Point[], tolerance: number): readonly Point[] {
  const [start, end] = [line[0], line.at(-1)];
  if (start === undefined || end === undefined || line.length < 3) return line;
  let at = 0;
  let most = 0;
  for (let place = 1; place < line.length - 1; place++) {
    const away = distance(line[place] ?? start, start, end);
    if (away > most) [at, most] = [place, away];
  }
  if (most <= tolerance) return [start, end];
  return [...simplifyLine(line.slice(0, at + 1), tolerance), ...simplifyLine(line.slice(at), tolerance).slice(1)];
}

/** Of a point from the segment between two others; longitudes are taken as they are at 46° north. */
function distance(point: Point, from: Point, to: Point): number {
  const scale = Math.cos((46 * Math.PI) / 180);
  const [x, y] = [(point[0] - from[0]) * scale, point[1] - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * scale, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
  return Math.hypot(x - along * dx, y - along * dy);
}

import { z } from 'zod';
import { fault } from '#errors.ts';
import { draft, rounded, type Draft } from '#market/import/draft.ts';
import { departmentOf } from '#market/places.ts';
import type { Outline } from '#market/store.ts';

const position = z.array(z.number()).min(2);
const polygon = z.array(z.array(position).min(1)).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);
const feature = z.object({ properties: z.object({ code: z.string() }), geometry });

/** Less than a metre is kept out: a hundred-thousandth of a degree is what the files write, a ten-thousandth what a map shows. */
const digits = 4;

/**
 * Outlines of communes in GeoJSON, each feature with the INSEE code in its property `code`.
 * Source: france-geojson, from IGN Admin Express.
 * @returns null when the JSON holds none: outlines of departments or others
 * @throws FILE_ROW for JSON that is cut, or an outline that is none; its line is the place of the feature
 */
export function readOutlines(file: string, text: string): Draft | null {
  const features = featuresOf(file, text);
  if (features === null) return null;
  const codes = features.map((one) => codeOf(one));
  if (!codes.some((code) => isCommune(code))) return null;
  const outlines = features.map((one, place) => {
    const read = feature.safeParse(one);
    const [issue] = read.error?.issues ?? [];
    if (issue !== undefined) throw wrong(file, place, `${issue.path.join('.')}: ${issue.message}`);
    const { properties, geometry: shape } = read.data ?? {};
    if (properties === undefined || shape === undefined || !isCommune(properties.code))
      throw wrong(file, place, `“${codes[place] ?? ''}” is no code of a commune`);
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    return [properties.code, polygons.map((rings) => rings.map((ring) => requireRing(file, place, ring)))] as const;
  });
  const departments = [...new Set(outlines.map(([code]) => departmentOf(code)))].sort();
  const centres = outlines.map(([code, outline]) => [code, ...centreOf(outline)] as const);
  return draft('outlines', departments.join(' '), outlines.length, { centres }, { outlines });
}

function featuresOf(file: string, text: string): readonly unknown[] | null {
  if (!/"(FeatureCollection|Feature)"/.test(text.slice(0, 4096))) return null;
  try {
    const read: unknown = JSON.parse(text);
    const { success, data } = z.object({ features: z.array(z.unknown()) }).safeParse(read);
    return success ? data.features : [];
  } catch (error) {
    const problem = 'the GeoJSON ends too early, or is damaged';
    throw fault('FILE_ROW', { file, line: text.split('\n').length, problem }, error);
  }
}

const codeOf = (one: unknown): string => {
  const read = z.object({ properties: z.object({ code: z.string() }) }).safeParse(one);
  return read.success ? read.data.properties.code : '';
};

const isCommune = (code: string): boolean => /^(\d{2}|2[AB])\d{3}$/.test(code);

function requireRing(file: string, place: number, ring: readonly (readonly number[])[]): (readonly [number, number])[] {
  return ring.map(([longitude = Number.NaN, latitude = Number.NaN]) => {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
      throw wrong(file, place, `[${longitude}, ${latitude}] is no longitude and latitude`);
    return [rounded(longitude, digits), rounded(latitude, digits)] as const;
  });
}

/** The centroid of the largest outer ring (the surveyor's formula); of a ring without area, its first point. */
function centreOf(outline: Outline): [number, number] {
  let best: [number, number] = [0, 0];
  let most = -1;
  for (const [ring = []] of outline) {
    let [area, x, y] = [0, 0, 0];
    for (const [place, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
      const cross = x1 * y2 - x2 * y1;
      area += cross;
      x += (x1 + x2) * cross;
      y += (y1 + y2) * cross;
    }
    const [first = [0, 0] as const] = ring;
    if (Math.abs(area) <= most) continue;
    most = Math.abs(area);
    best = area === 0 ? [first[0], first[1]] : [rounded(x / (3 * area), digits), rounded(y / (3 * area), digits)];
  }
  return best;
}

function wrong(file: string, place: number, problem: string): Error {
  return fault('FILE_ROW', { file, line: 1, problem: `feature ${place + 1}: ${problem}` });
}

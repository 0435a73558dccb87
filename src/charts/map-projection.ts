import { geoMercator } from 'd3-geo';
import type { Box } from '#charts/axes.ts';
import type { MapChart } from '#charts/chart.ts';
import { px } from '#charts/svg.ts';

type Place = MapChart['places'][number];
export type LongLat = readonly [number, number];

export interface Projection {
  readonly project: (at: LongLat) => readonly [number, number];
  /** How much of the box's height is used. */
  readonly height: number;
}

const MARGIN = 12;
const LEAST = 120;

/** Whether a place can be shown on a Mercator. */
export const isOnEarth = ({ longitude, latitude }: Pick<Place, 'longitude' | 'latitude'>): boolean =>
  Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85;

/** A Mercator that holds every place at the top of a box, as large as it can; around one place alone, some kilometres. */
export function projectionOf({ places, points }: MapChart, { left, right, top, bottom }: Box): Projection {
  const all = [
    ...[...places, ...points].filter(isOnEarth).map(({ longitude, latitude }): LongLat => [longitude, latitude]),
    ...places
      .flatMap(({ outline = [] }) => outline.flat(2))
      .filter(([longitude, latitude]) => isOnEarth({ longitude, latitude })),
  ];
  const [longitude, latitude] = all[0] ?? [0, 0];
  const around = [-0.05, 0.05].map((by): LongLat => [bounded(longitude + by, 180), bounded(latitude + by, 85)]);
  // as on a flat sheet, not on the sphere: what is fitted is where the places are drawn
  const plain = geoMercator().scale(1).translate([0, 0]);
  const flat = [...all, ...around].map(([x, y]): LongLat => plain([x, y]) ?? [0, 0]);
  const [west, east] = [least(flat, 0), -least(flat, 0, -1)];
  const [north, south] = [least(flat, 1), -least(flat, 1, -1)];
  const scale = Math.min((right - left - 2 * MARGIN) / (east - west), (bottom - top - 2 * MARGIN) / (south - north));
  const height = Math.max(LEAST, (south - north) * scale + 2 * MARGIN);
  const middle = [(left + right) / 2, top + height / 2] as const;
  return {
    height,
    project: ([x, y]) => {
      const [across = 0, down = 0] = plain([x, y]) ?? [];
      return [middle[0] + (across - (west + east) / 2) * scale, middle[1] + (down - (north + south) / 2) * scale];
    },
  };
}

/** An outline as a path on a grid of half units: neighbours keep the same border, and no more points than are seen. */
export function outlineOf({ outline = [] }: Place, { project }: Projection): string {
  return outline
    .flat()
    .map((ring) => {
      const steps: string[] = [];
      let last: readonly [number, number] | null = null;
      for (const [longitude, latitude] of ring) {
        if (!isOnEarth({ longitude, latitude })) continue;
        const [x, y] = project([longitude, latitude]);
        const at = [Math.round(x * 2) / 2, Math.round(y * 2) / 2] as const;
        if (last === null) steps.push(`M${px(at[0])} ${px(at[1])}`);
        else if (last[0] !== at[0] || last[1] !== at[1]) steps.push(`l${px(at[0] - last[0])} ${px(at[1] - last[1])}`);
        last = at;
      }
      return steps.length < 3 ? '' : `${steps.join('')}z`;
    })
    .join('');
}

const bounded = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** The least of a coordinate; of its opposite when `sign` is -1. */
const least = (places: readonly (readonly [number, number])[], which: 0 | 1, sign = 1): number =>
  places.reduce((low, place) => Math.min(low, place[which] * sign), Infinity);

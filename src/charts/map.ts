import { geoMercator, type GeoProjection } from 'd3-geo';
import { scaleSqrt } from 'd3-scale';
import type { MapChart } from '#charts/chart.ts';
import { hatching } from '#charts/hatching.ts';
import { legend } from '#charts/labels.ts';
import { placeNames } from '#charts/map-names.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { STEPS } from '#charts/palette.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { px, tag } from '#charts/svg.ts';

type Place = MapChart['places'][number];
type LongLat = readonly [number, number];

/** Places coloured by class: outlines where there are some, circles elsewhere; points with their names. Mercator, fitted. */
export function drawMap(chart: MapChart, sheet: Sheet): Drawn {
  const size = sheet.font - 1;
  const classes = chart.classes.names.map((name, index) => ({ name, fill: fillOf(index, chart, sheet) }));
  const missing = {
    name: sheet.say.pick({ fr: 'sans valeur', en: 'no value' }),
    fill: { fill: `url(#${sheet.id}-hatch)` },
  };
  const unknown = chart.places.some(({ value }) => classOf(value, chart) === null);
  const keys = legend(
    sheet,
    [...classes, ...(unknown ? [missing] : [])].map(({ name, fill }) => ({
      name,
      key: (x, y) => tag('rect', { ...fill, x, y: y - 6, width: 16, height: 12 }),
    })),
    { top: size * 1.6, keyWidth: 16 },
  );
  const top = size * 1.6 + keys.height + 10;
  const box = { left: 4, right: sheet.width - 4, top, bottom: top + sheet.width * (sheet.narrow ? 1.05 : 0.72) };
  const project = projectionOf(chart, box);
  const most = chart.places.reduce((high, place) => Math.max(high, Number.isFinite(place.size) ? place.size : 0), 0);
  const radius = scaleSqrt()
    .domain([0, most || 1])
    .range([2, sheet.narrow ? 11 : 18])
    .clamp(true);
  const groups = [null, ...classes.map((_, index) => index)].map((wanted) => {
    const drawn = chart.places
      .filter((place) => classOf(place.value, chart) === wanted && isOnEarth(place))
      .toSorted((a, b) => b.size - a.size)
      .map((place) => {
        const fill = wanted === null ? missing.fill : fillOf(wanted, chart, sheet);
        const d = outlineOf(place, project);
        const [cx, cy] = project([place.longitude, place.latitude]);
        if (d !== '')
          return mark(
            sheet,
            place,
            tag('path', { ...fill, d }),
            tag('path', { class: 'edge', d }),
            tag('path', { class: 'hit', d }),
          );
        const at = { cx, cy, r: radius(Number.isFinite(place.size) ? place.size : 0) };
        return mark(
          sheet,
          place,
          tag('circle', { ...fill, ...at }),
          tag('circle', { class: 'ring', ...at }),
          tag('circle', { class: 'hit', ...at }),
        );
      });
    const name = wanted === null ? missing.name : (classes[wanted]?.name ?? '');
    return drawn.length === 0 ? '' : marks(sheet, `${name} : ${sheet.say.number(drawn.length)}`, drawn);
  });
  const points = chart.points
    .filter(isOnEarth)
    .map((point) => ({ point, at: project([point.longitude, point.latitude]) }));
  const named = points.map(({ point, at: [cx, cy] }) =>
    mark(
      sheet,
      point,
      tag('rect', {
        class: 'point',
        x: cx - 4,
        y: cy - 4,
        width: 8,
        height: 8,
        transform: `rotate(45 ${px(cx)} ${px(cy)})`,
      }),
      tag('circle', { class: 'hit', cx, cy, r: 9 }),
    ),
  );
  const body = [
    hatching(sheet),
    unheard(text(chart.classes.title, [0, size], { size, class: 'soft', most: sheet.width })),
    keys.body,
    ...groups,
    ...named,
    unheard(
      ...placeNames(
        sheet,
        points.map(({ point, at }) => ({ name: point.name, at })),
        box,
      ),
    ),
  ];
  return { body: body.join(''), height: box.bottom + 4 };
}

/** The class of a value: how many bounds it reaches; null without a value. */
function classOf(value: number | null, { classes: { bounds, names } }: MapChart): number | null {
  if (value === null || !Number.isFinite(value) || names.length === 0) return null;
  return Math.min(names.length - 1, bounds.filter((bound) => value >= bound).length);
}

/** Classes are spread over the whole scale of colours. */
function fillOf(index: number, { classes: { names } }: MapChart, _sheet: Sheet): { readonly class: string } {
  const step = names.length < 2 ? STEPS - 2 : Math.round((index * (STEPS - 1)) / (names.length - 1));
  return { class: `q${Math.min(STEPS - 1, step)}` };
}

const isOnEarth = ({ longitude, latitude }: Pick<Place, 'longitude' | 'latitude'>): boolean =>
  Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85;

/** A Mercator that holds every place; around one place alone, some kilometres. */
function projectionOf(
  { places, points }: MapChart,
  {
    left,
    right,
    top,
    bottom,
  }: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): (at: LongLat) => readonly [number, number] {
  const all = [
    ...[...places, ...points].filter(isOnEarth).map(({ longitude, latitude }): LongLat => [longitude, latitude]),
    ...places
      .flatMap(({ outline = [] }) => outline.flat(2))
      .filter(([longitude, latitude]) => isOnEarth({ longitude, latitude })),
  ];
  const around = [-0.05, 0.05].map((by): LongLat => {
    const [longitude, latitude] = all[0] ?? [0, 0];
    return [Math.max(-180, Math.min(180, longitude + by)), Math.max(-85, Math.min(85, latitude + by))];
  });
  const coordinates = [...all, ...around].map(([longitude, latitude]) => [longitude, latitude]);
  const projection: GeoProjection = geoMercator().fitExtent(
    [
      [left + 12, top + 12],
      [right - 12, bottom - 12],
    ],
    { type: 'MultiPoint', coordinates },
  );
  return ([longitude, latitude]) => projection([longitude, latitude]) ?? [left, top];
}

/** An outline as a path on a grid of half units: neighbours keep the same border, and no more points than are seen. */
function outlineOf({ outline = [] }: Place, project: (at: LongLat) => readonly [number, number]): string {
  return outline
    .flat()
    .map((ring) => {
      const places: (readonly [number, number])[] = [];
      for (const [longitude, latitude] of ring) {
        if (!isOnEarth({ longitude, latitude })) continue;
        const at = project([longitude, latitude]).map((place) => Math.round(place * 2) / 2);
        const [x = 0, y = 0] = at;
        const before = places.at(-1);
        if (before === undefined || before[0] !== x || before[1] !== y) places.push([x, y]);
      }
      return places.length < 3
        ? ''
        : `${places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')}Z`;
    })
    .join('');
}

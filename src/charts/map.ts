import { scaleSqrt } from 'd3-scale';
import type { MapChart } from '#charts/chart.ts';
import { hatching } from '#charts/hatching.ts';
import { legend } from '#charts/labels.ts';
import { placeNames } from '#charts/map-names.ts';
import { isOnEarth, outlineOf, projectionOf, type Projection } from '#charts/map-projection.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { STEPS } from '#charts/palette.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { px, tag, type Attributes } from '#charts/svg.ts';

type Place = MapChart['places'][number];

interface Class {
  readonly name: string;
  readonly step: number | null;
  readonly places: readonly Place[];
}

/** Places coloured by class: outlines where there are some, circles elsewhere; points with their names. Mercator, fitted. */
export function drawMap(chart: MapChart, sheet: Sheet): Drawn {
  const size = sheet.font - 1;
  const classes = classesOf(chart, sheet);
  const keys = legend(
    sheet,
    classes
      .filter(({ step, places }) => step !== null || places.length > 0)
      .map(({ name, step }) => ({
        name,
        key: (x, y) => tag('rect', { ...coloured(sheet, step, 'area'), x, y: y - 6, width: 16, height: 12 }),
      })),
    { top: size * 1.6, keyWidth: 16 },
  );
  const top = size * 1.6 + keys.height + 10;
  const room = { left: 0, right: sheet.width, top, bottom: top + sheet.width * (sheet.narrow ? 1.1 : 0.78) };
  const projection = projectionOf(chart, room);
  const box = { ...room, bottom: top + projection.height };
  const most = chart.places.reduce((high, { size: one }) => Math.max(high, Number.isFinite(one) ? one : 0), 0);
  const scale = scaleSqrt()
    .domain([0, most || 1])
    .range([2, sheet.narrow ? 11 : 18])
    .clamp(true);
  const radius = (one: number): number => scale(Number.isFinite(one) ? one : 0);
  const drawn = classes.map((one) => shapesOf(one, projection, radius, sheet));
  const points = chart.points
    .filter(isOnEarth)
    .map((point) => ({ point, at: projection.project([point.longitude, point.latitude]) }));
  const body = [
    hatching(sheet),
    unheard(text(chart.classes.title, [0, size], { size, class: 'soft', most: sheet.width })),
    keys.body,
    ...drawn.map(({ areas }) => areas),
    ...drawn.map(({ circles }) => circles),
    ...points.map(({ point, at: [cx, cy] }) => {
      const transform = `rotate(45 ${px(cx)} ${px(cy)})`;
      const diamond = tag('rect', { class: 'point', x: cx - 4, y: cy - 4, width: 8, height: 8, transform });
      return mark(sheet, point, diamond, tag('circle', { class: 'hit', cx, cy, r: 9 }));
    }),
    unheard(
      ...placeNames(
        sheet,
        points.map(({ point: { name }, at }) => ({ name, at })),
        box,
      ),
    ),
  ];
  return { body: body.join(''), height: box.bottom + 4 };
}

/** The classes of value, and last that of the places without one. Colours are spread over the whole scale. */
function classesOf({ places, classes: { names, bounds } }: MapChart, sheet: Sheet): readonly Class[] {
  const known = places.filter(isOnEarth).toSorted((a, b) => b.size - a.size);
  const classOf = ({ value }: Place): number =>
    value === null || !Number.isFinite(value)
      ? names.length
      : Math.max(0, Math.min(names.length - 1, bounds.filter((bound) => value >= bound).length));
  const unknown = sheet.say.pick({ fr: 'sans valeur', en: 'no value' });
  return [...names, unknown].map((name, index) => ({
    name,
    step: index === names.length ? null : stepOf(index, names.length),
    places: known.filter((place) => classOf(place) === index),
  }));
}

const stepOf = (index: number, count: number): number =>
  count < 2 ? STEPS - 2 : Math.round((Math.min(index, count - 1) * (STEPS - 1)) / (count - 1));

function shapesOf(
  { name, step, places }: Class,
  projection: Projection,
  radius: (size: number) => number,
  sheet: Sheet,
): { readonly areas: string; readonly circles: string } {
  const areas: string[] = [];
  const circles: string[] = [];
  for (const place of places) {
    const d = outlineOf(place, projection);
    const [cx, cy] = projection.project([place.longitude, place.latitude]);
    if (d !== '') areas.push(mark(sheet, place, tag('path', { ...coloured(sheet, step, 'area'), d })));
    else
      circles.push(
        mark(sheet, place, tag('circle', { ...coloured(sheet, step, 'ring'), cx, cy, r: radius(place.size) })),
      );
  }
  const grouped = (drawn: readonly string[]): string =>
    drawn.length === 0 ? '' : marks(sheet, `${name} (${sheet.say.number(drawn.length)})`, drawn);
  return { areas: grouped(areas), circles: grouped(circles) };
}

/** The fill of a class; hatched without a value. */
const coloured = ({ id }: Sheet, step: number | null, edge: 'area' | 'ring'): Attributes =>
  step === null ? { class: edge, fill: `url(#${id}-hatch)` } : { class: `q${step} ${edge}` };

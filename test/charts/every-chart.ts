import * as fc from 'fast-check';
import type { BarChart, Chart, DotChart, HeatChart, LineChart, MapChart, SpanChart } from '#charts/chart.ts';

const words = fc.oneof(
  fc.constantFrom(
    'Comédie',
    'L’été',
    '<script>alert(1)</script>',
    '"]]>&amp;\'',
    '\u0000\ud800 bad',
    '',
    'a b c d e f g h i j k',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 1e-9, 1e12, -1e12, 0.5, 2000, Number.MIN_VALUE),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: -10, max: 10 }),
);
const anyNumber = fc.oneof(
  { weight: 9, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
);
const year = fc.integer({ min: 1890, max: 2030 });
const mark = { label: words, key: words };
const base = { title: words, description: words, language: fc.constantFrom('fr' as const, 'en' as const) };
const options = { requiredKeys: [] };
const axis = fc
  .record(
    { unit: words, share: fc.boolean(), scale: fc.constantFrom('linear' as const, 'log' as const), zero: fc.boolean() },
    options,
  )
  .map((rest) => ({ title: 'Âge', ...rest }));
const few = { maxLength: 5 };

/** A line chart of any values, its numbers drawn from `value`. */
const line = (value: fc.Arbitrary<number>): fc.Arbitrary<LineChart> =>
  fc.record(
    {
      ...base,
      kind: fc.constant('line' as const),
      x: axis,
      y: axis,
      series: fc.array(
        fc.record({
          name: words,
          points: fc.array(
            fc.record(
              { ...mark, x: fc.oneof(year, value), y: value, low: value, high: value, from: value, to: value },
              { requiredKeys: ['label', 'x', 'y'] },
            ),
            { maxLength: 30 },
          ),
        }),
        { maxLength: 4 },
      ),
      strip: fc.record({ title: words, points: fc.array(fc.record({ x: year, n: value }), few) }),
      rules: fc.array(fc.record({ x: year, label: words }), few),
    },
    { requiredKeys: ['title', 'description', 'language', 'kind', 'x', 'y', 'series'] },
  );

const bar = (value: fc.Arbitrary<number>): fc.Arbitrary<BarChart> =>
  fc.record({
    ...base,
    kind: fc.constant('bar' as const),
    lying: fc.boolean(),
    category: fc.record({ title: words }),
    y: axis,
    parts: fc.array(words, { minLength: 1, maxLength: 4 }),
    bars: fc.array(
      fc.record(
        { ...mark, name: words, values: fc.array(value, { minLength: 1, maxLength: 4 }), from: value, to: value },
        { requiredKeys: ['label', 'name', 'values'] },
      ),
      { maxLength: 60 },
    ),
  });

const dot = (value: fc.Arbitrary<number>): fc.Arbitrary<DotChart> =>
  fc.record(
    {
      ...base,
      kind: fc.constant('dot' as const),
      x: axis,
      neutral: value,
      dots: fc.array(
        fc.record(
          { ...mark, name: words, group: words, x: value, from: value, to: value },
          { requiredKeys: ['label', 'name', 'x', 'from', 'to'] },
        ),
        { maxLength: 20 },
      ),
    },
    { requiredKeys: ['title', 'description', 'language', 'kind', 'x', 'dots'] },
  );

const span = (value: fc.Arbitrary<number>): fc.Arbitrary<SpanChart> =>
  fc.record({
    ...base,
    kind: fc.constant('span' as const),
    x: axis,
    size: words,
    rows: fc.array(
      fc.record({
        ...mark,
        name: words,
        from: fc.oneof(year, value),
        to: fc.oneof(year, value),
        dots: fc.array(fc.record({ ...mark, x: fc.oneof(year, value), size: value }), few),
      }),
      few,
    ),
  });

const heat = (value: fc.Arbitrary<number>): fc.Arbitrary<HeatChart> =>
  fc.record({ rows: fc.array(words, few), columns: fc.array(words, few) }).chain(({ rows, columns }) =>
    fc.record(
      {
        ...base,
        kind: fc.constant('heat' as const),
        rows: fc.constant({ title: 'genre', names: rows }),
        columns: fc.constant({ title: 'décennie', names: columns }),
        cells: fc.array(
          fc.array(fc.record({ ...mark, value: fc.option(value), text: words }), {
            minLength: columns.length,
            maxLength: columns.length,
          }),
          { minLength: rows.length, maxLength: rows.length },
        ),
        legend: fc.record({ title: words, share: fc.boolean(), digits: fc.integer({ min: 0, max: 3 }) }),
        middle: value,
      },
      { requiredKeys: ['title', 'description', 'language', 'kind', 'rows', 'columns', 'cells', 'legend'] },
    ),
  );

const place = {
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
};
const map = (value: fc.Arbitrary<number>): fc.Arbitrary<MapChart> =>
  fc.record({
    ...base,
    kind: fc.constant('map' as const),
    places: fc.array(
      fc.record(
        {
          ...mark,
          ...place,
          value: fc.option(value),
          size: value,
          outline: fc.array(fc.array(fc.array(fc.tuple(place.longitude, place.latitude), few), few), few),
        },
        { requiredKeys: ['label', 'longitude', 'latitude', 'value', 'size'] },
      ),
      { maxLength: 12 },
    ),
    points: fc.array(fc.record({ ...mark, ...place, name: words }), few),
    classes: fc.record({ title: words, bounds: fc.constant([10, 20, 30]), names: fc.array(words, few) }),
  });

/** Charts of every kind, whatever they hold, with numbers that can be drawn. */
export const drawable: fc.Arbitrary<Chart> = fc.oneof(...[line, bar, dot, span, heat, map].map((kind) => kind(number)));

/** The same, and now and then what is no number. */
export const hostile: fc.Arbitrary<Chart> = fc.oneof(
  ...[line, bar, dot, span, heat, map].map((kind) => kind(anyNumber)),
);

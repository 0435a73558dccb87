/** A value at a place, that can be reached and read. */
export interface Mark {
  /** What a reader of the mark hears: “1994: 98 min (95 to 101)”. */
  readonly label: string;
  /** The key of its films; none when there is nothing behind it. */
  readonly key?: string;
}

export interface ChartBase {
  /** The finding, in a few words. */
  readonly title: string;
  /** What is drawn, for who cannot see it: axes, extent, the shape in words. */
  readonly description: string;
  /** The language of the numbers on the axes. */
  readonly language: 'fr' | 'en';
}

export interface Axis {
  readonly title: string;
  /** Unit after the number of each tick: “min”, “%”. */
  readonly unit?: string;
  /** A share from 0 to 1 is written as a percentage. */
  readonly share?: boolean;
  /** Digits after the point of the values written beside the marks; as many as are read at a glance unless told. */
  readonly digits?: number;
  readonly scale?: 'linear' | 'log';
  /** Bars and curves start at zero unless told otherwise; dots only when told. */
  readonly zero?: boolean;
}

export interface LinePoint extends Mark {
  readonly x: number;
  readonly y: number;
  /** The band: 25 % to 75 %, or the interval. */
  readonly low?: number;
  readonly high?: number;
  /** The interval of y itself, drawn as a whisker. */
  readonly from?: number;
  readonly to?: number;
}

/** Curves over years, with bands, and a strip of counts under them. A gap in x is a gap in the line. */
export interface LineChart extends ChartBase {
  readonly kind: 'line';
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly { readonly name: string; readonly points: readonly LinePoint[] }[];
  /** N at each x. */
  readonly strip?: { readonly title: string; readonly points: readonly { readonly x: number; readonly n: number }[] };
  /** Vertical rules with a word: change points, 2020. */
  readonly rules?: readonly { readonly x: number; readonly label: string }[];
}

/** Bars, plain or stacked, upright (over years) or lying (over names); an interval on each whole bar when it has one. */
export interface BarChart extends ChartBase {
  readonly kind: 'bar';
  readonly lying: boolean;
  readonly category: { readonly title: string };
  readonly y: Axis;
  /** Names of the parts of a stacked bar; one part for plain bars. */
  readonly parts: readonly string[];
  readonly bars: readonly (Mark & {
    readonly name: string;
    readonly values: readonly number[];
    readonly from?: number;
    readonly to?: number;
  })[];
}

/** A dot and its interval for each name, against a line of no effect: traits, niches, returns. */
export interface DotChart extends ChartBase {
  readonly kind: 'dot';
  readonly x: Axis;
  /** The value of “no difference”. */
  readonly neutral?: number;
  readonly dots: readonly (Mark & {
    readonly name: string;
    readonly group?: string;
    readonly x: number;
    readonly from: number;
    readonly to: number;
  })[];
}

/** A row a person: dots are works by year, their area the votes; a bar over the years of most of the work. */
export interface SpanChart extends ChartBase {
  readonly kind: 'span';
  readonly x: Axis;
  readonly size: string;
  readonly rows: readonly (Mark & {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly dots: readonly (Mark & { readonly x: number; readonly size: number })[];
  })[];
}

/** A grid of cells, the darker the more; a cell without a value is hatched. */
export interface HeatChart extends ChartBase {
  readonly kind: 'heat';
  readonly rows: { readonly title: string; readonly names: readonly string[] };
  readonly columns: { readonly title: string; readonly names: readonly string[] };
  /** Row by row; `text` is written in the cell. */
  readonly cells: readonly (readonly (Mark & { readonly value: number | null; readonly text: string })[])[];
  readonly legend: { readonly title: string; readonly share?: boolean; readonly digits?: number };
  /** Diverging around this value when given: two hues. */
  readonly middle?: number;
}

/** Places: outlines coloured by value where there are outlines, circles sized by `size` elsewhere; and points with a name. */
export interface MapChart extends ChartBase {
  readonly kind: 'map';
  readonly places: readonly (Mark & {
    readonly longitude: number;
    readonly latitude: number;
    readonly value: number | null;
    readonly size: number;
    /** GeoJSON rings, longitude and latitude: polygons of rings of points. */
    readonly outline?: readonly (readonly (readonly (readonly [number, number])[])[])[];
  })[];
  readonly points: readonly (Mark & { readonly name: string; readonly longitude: number; readonly latitude: number })[];
  /** Bounds of the classes of value, rising; and the name of each class (one more than the bounds). */
  readonly classes: { readonly title: string; readonly bounds: readonly number[]; readonly names: readonly string[] };
}

export type Chart = LineChart | BarChart | DotChart | SpanChart | HeatChart | MapChart;

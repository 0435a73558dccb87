/** SVG fragments with rounded numbers; every colour comes from a palette, so nothing here needs escaping. */
const round = (value: number): string => String(Math.round(value * 10) / 10);

export const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<path fill="${fill}" d="M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z"/>`;

export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/>`;

export const ring = (x: number, y: number, radius: number, width: number, stroke: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${stroke}" stroke-width="${round(width)}"/>`;

/** A filled outline through the points, given as x, y, x, y… */
export const polygon = (fill: string, ...points: number[]): string =>
  `<path fill="${fill}" d="M${points.map(round).join(' ')}z"/>`;

/** A filled path; the numbers between the letters of `data` are rounded. */
export const shape = (fill: string, data: string): string => `<path fill="${fill}" d="${tidy(data)}"/>`;

/** A stroked path. */
export const line = (stroke: string, width: number, data: string): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${round(width)}" d="${tidy(data)}"/>`;

const tidy = (data: string): string => data.replaceAll(/-?\d+\.\d+/g, (number) => round(Number(number)));

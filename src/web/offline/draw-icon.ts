import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
interface Shape {
  readonly colour: Colour;
  readonly opacity: number;
  /** The corners of a box that holds it, in units. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** How far a point is outside, in units; negative inside. */
  readonly outside: (x: number, y: number) => number;
}

const UNITS = 40;
const NIGHT: Colour = [0x14, 0x1c, 0x33];
const GLOW: Colour = [0xf0, 0xb0, 0x4f];
const PALE: Colour = [0xf6, 0xea, 0xd3];
/** Launchers cut a maskable icon to a circle of four fifths: the drawing must stand inside. https://www.w3.org/TR/appmanifest/#icon-masks */
const INSIDE = 0.72;

/** The mark of components/lantern-mark.tsx, back to front; parts that touch overlap a little, or the ground would show between them. */
const mark: readonly Shape[] = [
  polygon(GLOW, 0.45, '20,21 2,32 2,10'),
  polygon(GLOW, 0.45, '20,21 38,10 38,32'),
  polygon(PALE, 1, '13,13 27,13 30,33 10,33'),
  polygon(GLOW, 1, '16,17 24,17 25.6,29 14.4,29'),
  polygon(PALE, 1, '11,32 29,32 29,37 11,37'),
  polygon(PALE, 1, '15,8.7 25,8.7 25,14 15,14'),
  {
    colour: PALE,
    opacity: 1,
    box: [14, 3, 26, 9],
    outside: (x, y) => Math.max(Math.abs(Math.hypot(x - 20, y - 9) - 5) - 1, y - 9),
  },
];
const ground: Shape = { colour: NIGHT, opacity: 1, box: [0, 0, UNITS, UNITS], outside: roundedSquare(9) };
const wholeGround: Shape = { ...ground, outside: () => -1 };

/** The icon as a PNG, `size` pixels a side; to the edges and with room to be cut when `maskable`. */
export function drawIcon(
  size: number,
  { maskable = false }: { readonly maskable?: boolean } = {},
): Buffer<ArrayBuffer> {
  const pixels = Buffer.alloc(size * size * 4);
  const scale = maskable ? INSIDE : 1;
  paint(pixels, size, maskable ? wholeGround : ground, 1);
  for (const shape of mark) paint(pixels, size, shape, scale);
  return encode(pixels, size);
}

/** Lays a shape over the picture; at its edge, a pixel is covered in proportion to the distance. */
function paint(pixels: Buffer, size: number, { colour, opacity, box, outside }: Shape, scale: number): void {
  const unit = UNITS / size / scale;
  const from = (UNITS - UNITS / scale) / 2;
  const pixel = (at: number): number => Math.min(size, Math.max(0, Math.round((at - from) / unit)));
  const [left, top, right, bottom] = box;
  for (let row = pixel(top - unit); row < pixel(bottom + unit); row++) {
    for (let column = pixel(left - unit); column < pixel(right + unit); column++) {
      const distance = outside(from + (column + 0.5) * unit, from + (row + 0.5) * unit) / unit;
      const cover = opacity * Math.min(1, Math.max(0, 0.5 - distance));
      if (cover === 0) continue;
      const at = (row * size + column) * 4;
      const below = (pixels[at + 3] ?? 0) / 255;
      const alpha = cover + below * (1 - cover);
      for (const [channel, value] of colour.entries())
        pixels[at + channel] = Math.round((value * cover + (pixels[at + channel] ?? 0) * below * (1 - cover)) / alpha);
      pixels[at + 3] = Math.round(alpha * 255);
    }
  }
}

/** A convex polygon, its corners `x,y` clockwise as seen on a screen. */
function polygon(colour: Colour, opacity: number, corners: string): Shape {
  const points = corners.split(' ').map((corner) => {
    const [x = 0, y = 0] = corner.split(',').map(Number);
    return { x, y };
  });
  const edges = points.map(({ x, y }, at) => {
    const next = points[(at + 1) % points.length] ?? { x, y };
    const length = Math.hypot(next.x - x, next.y - y);
    return { x, y, across: (next.y - y) / length, down: -(next.x - x) / length };
  });
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    colour,
    opacity,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    outside: (x, y) =>
      edges.reduce((most, edge) => Math.max(most, (x - edge.x) * edge.across + (y - edge.y) * edge.down), -Infinity),
  };
}

function roundedSquare(radius: number): Shape['outside'] {
  const half = UNITS / 2 - radius;
  return (x, y) =>
    Math.hypot(Math.max(0, Math.abs(x - UNITS / 2) - half), Math.max(0, Math.abs(y - UNITS / 2) - half)) - radius;
}

/** Eight bits a channel, red, green, blue, alpha, rows unfiltered. https://www.w3.org/TR/png-3 */
function encode(pixels: Buffer, size: number): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++)
    pixels.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

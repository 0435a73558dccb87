/** The cinema's accent colour, made legible on each ground. */
export interface Accent {
  readonly onPaper: string;
  readonly onNight: string;
  /** The colour of letters on a button of each. */
  readonly paperLetters: string;
  readonly nightLetters: string;
}

type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [239, 223, 178];
const NIGHT: Colour = [32, 43, 71];
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [20, 16, 28];
/** WCAG 2.2, 1.4.3, and a little more. */
const ENOUGH = 4.8;

/** Darkens `#rrggbb` until it reads on paper, and lightens it until it reads at night (WCAG 2.2 contrast of at least 4.5). */
export function accentFrom(hex: string): Accent {
  const colour = parse(hex);
  const onPaper = shift(colour, -1, PAPER);
  const onNight = shift(colour, 1, NIGHT);
  return {
    onPaper: write(onPaper),
    onNight: write(onNight),
    paperLetters: lettersOn(onPaper),
    nightLetters: lettersOn(onNight),
  };
}

/** The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  return contrastOf(parse(one), parse(other));
}

/** Moves the lightness alone, so that the colour keeps its hue and its strength. */
function shift(colour: Colour, direction: 1 | -1, ground: Colour): Colour {
  const { hue, strength, light } = toHsl(colour);
  for (let step = 0; step < 100; step++) {
    const moved = fromHsl(hue, strength, light + (direction * step) / 100);
    if (contrastOf(moved, ground) >= ENOUGH) return moved;
  }
  return direction === 1 ? WHITE : BLACK;
}

/** Hue in degrees, the others 0 to 1. https://www.w3.org/TR/css-color-4/#rgb-to-hsl */
function toHsl([red, green, blue]: Colour): { hue: number; strength: number; light: number } {
  const [high, low] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255];
  const [light, span] = [(high + low) / 2, high - low];
  if (span === 0) return { hue: 0, strength: 0, light };
  const turn =
    high * 255 === red
      ? (green - blue) / 255 / span
      : high * 255 === green
        ? (blue - red) / 255 / span + 2
        : (red - green) / 255 / span + 4;
  return { hue: (turn * 60 + 360) % 360, strength: span / (1 - Math.abs(2 * light - 1)), light };
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl(hue: number, strength: number, light: number): Colour {
  const kept = Math.min(1, Math.max(0, light));
  const channel = (offset: number): number => {
    const at = (offset + hue / 30) % 12;
    return 255 * (kept - strength * Math.min(kept, 1 - kept) * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

const lettersOn = (ground: Colour): string =>
  write(contrastOf(ground, WHITE) >= contrastOf(ground, BLACK) ? WHITE : BLACK);

function contrastOf(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

const parse = (hex: string): Colour => [part(hex, 1), part(hex, 3), part(hex, 5)];
const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
const write = (colour: Colour): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

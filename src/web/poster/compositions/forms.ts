import { boxBetween, footLine, WIDTH, type Composition, type Family } from '#web/poster/composition.ts';
import { disc, polygon, rect, shape } from '#web/poster/shapes.ts';

const FOOT = 290;
const titleBelow = (
  look: Parameters<typeof boxBetween>[2] = {},
): Pick<Composition, 'box' | 'byline' | 'plate' | 'rule'> => ({
  box: boxBetween(306, 404, look),
  byline: footLine(look.align),
  plate: FOOT,
  rule: null,
});

/** Slabs of cut paper: the title sequences of the 1950s and 1960s. */
export const cutouts: Family = ({ one, two, three }, chance) => {
  const colours = [one, two, three, one] as const;
  let art = '';
  let x = chance.between(20, 40);
  for (const colour of colours) {
    const wide = chance.between(42, 62);
    const high = chance.between(90, 262);
    art += polygon(
      colour,
      x + chance.between(-6, 6),
      0,
      x + wide + chance.between(-6, 6),
      0,
      x + wide + chance.between(-9, 9),
      high,
      x + chance.between(-9, 9),
      high + chance.between(-16, 16),
    );
    x += wide + chance.between(6, 16);
  }
  art += disc(chance.between(60, 240), chance.between(200, 244), chance.between(18, 30), chance.pick([two, three]));
  return { art, ...titleBelow({ face: 'sans', capitals: true }) };
};

/** Quarter rounds and half rounds on a board of nine: comedies, cartoons. */
export const tiles: Family = ({ one, two, three, ink }, chance) => {
  const side = 80;
  let art = '';
  for (let at = 0; at < 9; at++) {
    const x = 24 + (at % 3) * 86;
    const y = 24 + Math.floor(at / 3) * 86;
    const [under, over] = chance.pick([
      [one, two],
      [two, three],
      [three, one],
      [one, ink],
    ] as const);
    art += rect(x, y, side, side, under);
    const kind = chance.whole(0, 4);
    if (kind === 0) art += disc(x + side / 2, y + side / 2, side * 0.36, over);
    else if (kind === 1) art += shape(over, `M${x} ${y}h${side}a${side} ${side} 0 0 1 ${-side} ${side}z`);
    else if (kind === 2)
      art += shape(over, `M${x + side} ${y + side}h${-side}a${side} ${side} 0 0 1 ${side} ${-side}z`);
    else if (kind === 3) art += shape(over, `M${x} ${y}a${side / 2} ${side / 2} 0 0 0 ${side} 0z`);
    else art += shape(over, `M${x} ${y + side}a${side / 2} ${side / 2} 0 0 1 ${side} 0z`);
  }
  return { art, ...titleBelow({ face: 'sans' }) };
};

/** Bold concentric stripes: the 1970s. */
export const arcs: Family = ({ ground, one, two, three }, chance) => {
  const middle = chance.pick([0, WIDTH, WIDTH / 2]);
  const wide = chance.pick([24, 28, 32]);
  const colours = chance.pick([
    [one, two, three],
    [two, three, one],
    [three, two, one],
  ] as const);
  let art = '';
  const outer = middle === WIDTH / 2 ? 5 : 8;
  for (let at = outer; at > 1; at--) {
    const radius = at * wide;
    art += shape(
      at % 4 === 0 ? ground : (colours[at % 3] ?? one),
      `M${middle - radius} ${FOOT}A${radius} ${radius} 0 0 1 ${middle + radius} ${FOOT}z`,
    );
  }
  art += shape(ground, `M${middle - wide} ${FOOT}A${wide} ${wide} 0 0 1 ${middle + wide} ${FOOT}z`);
  return { art, ...titleBelow({ face: 'sans' }) };
};

/** Rows of scales, as on a music-hall curtain. */
export const scales: Family = ({ ground, one, two, three }, chance) => {
  const side = chance.pick([50, 60, 75]);
  const half = side / 2;
  const colours = chance.pick([
    [one, ground, two],
    [two, three, one],
    [one, two, three],
  ] as const);
  const scale = (x: number, y: number): string =>
    disc(x, y, half, colours[0]) + disc(x, y, half * 0.7, colours[1]) + disc(x, y, half * 0.38, colours[2]);
  const art =
    `<pattern id="p" width="${side}" height="${side}" patternUnits="userSpaceOnUse">` +
    rect(0, 0, side, side, colours[0]) +
    scale(half, 0) +
    scale(0, half) +
    scale(side, half) +
    scale(half, side) +
    `</pattern>${rect(0, 0, WIDTH, FOOT, 'url(#p)')}`;
  return { art, ...titleBelow({ align: 'middle' }) };
};

/** Two rounds that meet: love stories. */
export const twin: Family = ({ one, two, three }, chance) => {
  const radius = chance.between(74, 92);
  const apart = radius * chance.between(0.48, 0.68);
  const tilt = chance.between(-0.5, 0.5);
  const [x, y] = [apart * Math.cos(tilt), apart * Math.sin(tilt)];
  const middle = { x: WIDTH / 2, y: 150 };
  const reach = Math.sqrt(radius * radius - apart * apart);
  const [across, up] = [reach * Math.sin(tilt), reach * Math.cos(tilt)];
  const r = radius.toFixed(1);
  const art =
    disc(middle.x - x, middle.y - y, radius, one) +
    disc(middle.x + x, middle.y + y, radius, two) +
    shape(
      three,
      `M${middle.x + across} ${middle.y - up}A${r} ${r} 0 0 1 ${middle.x - across} ${middle.y + up}A${r} ${r} 0 0 1 ${middle.x + across} ${middle.y - up}z`,
    );
  return { art, ...titleBelow({ align: 'middle' }) };
};

/** Slanted bands: pursuits, battles, sport. */
export const diagonals: Family = ({ one, two, three }, chance) => {
  const turned = chance.pick([false, true]);
  const lean = chance.between(70, 120);
  const flip = (x: number): number => (turned ? WIDTH - x : x);
  let art = '';
  let x = chance.between(-60, -20);
  for (const colour of [one, two, three, one, two]) {
    const wide = chance.between(22, 66);
    const foot = FOOT - chance.between(0, 60);
    const shift = lean * (1 - foot / FOOT);
    art += polygon(
      colour,
      flip(x + lean),
      0,
      flip(x + wide + lean),
      0,
      flip(x + wide + shift),
      foot,
      flip(x + shift),
      foot,
    );
    x += wide + chance.between(6, 26);
  }
  return { art, ...titleBelow({ face: 'sans', capitals: true }) };
};

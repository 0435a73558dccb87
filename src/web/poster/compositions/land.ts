import { boxBetween, HEIGHT, WIDTH, type Composition, type Family } from '#web/poster/composition.ts';
import type { Chance } from '#web/poster/chance.ts';
import { disc, line, shape } from '#web/poster/shapes.ts';

const titleAbove = (
  look: Parameters<typeof boxBetween>[2] = {},
): Pick<Composition, 'box' | 'byline' | 'plate' | 'rule'> => ({
  box: boxBetween(56, 186, { rise: 'top', ...look }),
  byline: { y: 40, align: look.align ?? 'start' },
  plate: 0,
  rule: null,
});

/** Sun and mesas: westerns and far journeys. */
export const horizon: Family = ({ one, two, three }, chance) => {
  const sun = chance.between(80, 220);
  const art =
    disc(sun, chance.between(262, 284), chance.between(46, 66), three) +
    mesa(one, 296, chance) +
    mesa(two, 340, chance) +
    shape(
      mixed(one, two, chance),
      `M0 ${HEIGHT}V398Q${chance.between(60, 240)} ${chance.between(370, 392)} ${WIDTH} 402V${HEIGHT}z`,
    );
  return { art, ...titleAbove({ face: 'sans', capitals: true }) };
};

/** Hills and furrows: the country, families, documentaries. */
export const fields: Family = ({ one, two, three }, chance) => {
  const furrow = chance.between(90, 210);
  let lines = '';
  for (let at = -3; at <= 3; at++) lines += `M${furrow + at * 12} 372Q${furrow + at * 34} 400 ${furrow + at * 78} 452`;
  const art =
    disc(chance.between(60, 240), chance.between(226, 262), chance.between(24, 40), three) +
    hill(one, 280, chance) +
    hill(two, 324, chance) +
    hill(three, 368, chance) +
    line(two, 2.4, lines);
  return { art, ...titleAbove() };
};

/** Layers of mist, a low sun: the drama of today. */
export const strata: Family = ({ one, two, three }, chance) => {
  const colours = [three, one, two, one] as const;
  const base = chance.between(206, 226);
  let art = disc(chance.between(70, 230), base + 14, chance.between(24, 52), two);
  colours.forEach((colour, layer) => {
    const y = base + 26 + layer * 50;
    const swell = chance.between(-26, 26);
    art += shape(
      colour,
      `M0 ${y}C75 ${y - swell} 110 ${y + swell} 150 ${y}S250 ${y - swell * 1.3} ${WIDTH} ${y + swell / 3}V${HEIGHT}H0z`,
    );
  });
  return { art, ...titleAbove() };
};

/** The sea under the sky, a sail: adventures. */
export const sea: Family = ({ one, two, three }, chance) => {
  const mast = chance.between(90, 210);
  let waves = '';
  for (let y = 350; y < HEIGHT; y += 26) {
    const start = chance.between(-40, 0);
    waves += `M${start} ${y}`;
    for (let x = 0; x < 9; x++) waves += `q10 -9 20 0t20 0`;
  }
  const art =
    disc(WIDTH - mast, 244, chance.between(22, 34), three) +
    shape(three, `M${mast} 212V318H${mast - 52}z`) +
    shape(two, `M${mast + 7} 232V318H${mast + 42}z`) +
    shape(two, `M${mast - 60} 324H${mast + 54}L${mast + 36} 346H${mast - 42}z`) +
    shape(one, `M0 340H${WIDTH}V${HEIGHT}H0z`) +
    line(two, 2.5, waves);
  return { art, ...titleAbove() };
};

function hill(fill: string, y: number, chance: Chance): string {
  const first = chance.between(-44, 30);
  const second = chance.between(-30, 40);
  return shape(
    fill,
    `M0 ${y + second / 2}C80 ${y + first} 130 ${y + first} 170 ${y}S260 ${y + second} ${WIDTH} ${y - first / 2}V${HEIGHT}H0z`,
  );
}

function mesa(fill: string, y: number, chance: Chance): string {
  const left = chance.between(10, 150);
  const wide = chance.between(60, 120);
  const high = chance.between(24, 52);
  return shape(
    fill,
    `M0 ${y + 16}L${left} ${y + 8}L${left + 12} ${y - high}H${left + wide}L${left + wide + 14} ${y + 6}L${WIDTH} ${y + 18}V${HEIGHT}H0z`,
  );
}

const mixed = (one: string, two: string, chance: Chance): string => chance.pick([one, two]);

import { boxBetween, footLine, HEIGHT, WIDTH, type Family } from '#web/poster/composition.ts';
import { disc, line, polygon, rect, ring } from '#web/poster/shapes.ts';

/** Art-deco rays over a horizon: the 1920s and 1930s. */
export const sunburst: Family = ({ one, two, three }, chance) => {
  const middle = chance.pick([WIDTH / 2, WIDTH / 2, 60, 240]);
  const rays = chance.pick([15, 19, 23]);
  const horizon = 286;
  let art = '';
  for (let ray = 0; ray < rays; ray += 2) {
    const from = Math.PI * (1 + ray / rays);
    const to = Math.PI * (1 + (ray + 1) / rays);
    art += polygon(
      one,
      middle,
      horizon,
      middle + 480 * Math.cos(from),
      horizon + 480 * Math.sin(from),
      middle + 480 * Math.cos(to),
      horizon + 480 * Math.sin(to),
    );
  }
  const radius = chance.between(58, 84);
  art += disc(middle, horizon, radius, three) + disc(middle, horizon, radius - 12, two);
  return {
    art,
    box: boxBetween(306, 404, { align: 'middle', capitals: true }),
    byline: footLine('middle'),
    plate: horizon,
    rule: two,
  };
};

/** The moon behind a blind: film noir, crime. */
export const blinds: Family = ({ ground, one, two, three }, chance) => {
  const lean = chance.pick([-46, -30, 34, 50]);
  const left = chance.between(52, 84);
  const right = left + chance.between(140, 170);
  const slat = chance.pick([17, 20, 24]);
  let art =
    rect(0, 0, WIDTH, 290, one) +
    polygon(two, left + lean, 0, right + lean, 0, right - lean, 290, left - lean, 290) +
    disc(chance.between(110, 190), chance.between(80, 170), chance.between(36, 60), three);
  for (let y = slat / 2; y < 290; y += slat) art += rect(0, y, WIDTH, slat * 0.42, ground);
  return { art, box: boxBetween(306, 404), byline: footLine(), plate: 290, rule: null };
};

/** A facade, somebody awake. */
export const windows: Family = ({ one, two, three, ink }, chance) => {
  const columns = chance.pick([4, 5, 6]);
  const rows = chance.pick([4, 5]);
  const wide = (WIDTH - 48) / columns;
  const high = 250 / rows;
  const lit = chance.whole(0, columns * rows - 1);
  const alsoLit = chance.whole(0, columns * rows - 1);
  let art = '';
  for (let at = 0; at < columns * rows; at++) {
    const x = 24 + (at % columns) * wide + wide * 0.16;
    const y = 30 + Math.floor(at / columns) * high;
    const fill = at === lit ? two : at === alsoLit ? three : one;
    art += rect(x, y, wide * 0.68, high * 0.72, fill);
    if (at === lit)
      art +=
        rect(x + wide * 0.25, y + high * 0.34, wide * 0.18, high * 0.38, ink) +
        disc(x + wide * 0.34, y + high * 0.26, wide * 0.085, ink);
  }
  return { art, box: boxBetween(300, 404), byline: footLine(), plate: 290, rule: null };
};

/** Stairs to a door left ajar: mysteries. */
export const stairs: Family = ({ one, two, three }, chance) => {
  const steps = chance.pick([6, 7, 8]);
  const turned = chance.pick([false, true]);
  const flip = (x: number): number => (turned ? WIDTH - x : x);
  const door = { x: 186, y: 34, wide: 62, high: 104 };
  const rise = (288 - door.y - door.high) / steps;
  let art =
    polygon(
      one,
      flip(door.x),
      door.y + door.high,
      flip(door.x + door.wide),
      door.y + door.high,
      flip(door.x + door.wide + 40),
      288,
      flip(0),
      288,
    ) +
    polygon(
      two,
      flip(door.x),
      door.y,
      flip(door.x + door.wide),
      door.y,
      flip(door.x + door.wide),
      door.y + door.high,
      flip(door.x),
      door.y + door.high,
    );
  for (let step = 0; step < steps; step++) {
    const y = door.y + door.high + step * rise;
    const reach = (door.x / steps) * (step + 1);
    art += polygon(
      step % 2 ? three : two,
      flip(door.x - reach),
      y + rise * 0.62,
      flip(door.x + door.wide + step * 5),
      y + rise * 0.62,
      flip(door.x + door.wide + step * 5 + 3),
      y + rise,
      flip(door.x - reach - 5),
      y + rise,
    );
  }
  return { art, box: boxBetween(304, 404), byline: footLine(), plate: 290, rule: null };
};

/** A lantern's beam thrown on a screen: for films that fit no other family. */
export const beam: Family = ({ one, two, three }, chance) => {
  const turned = chance.pick([false, true]);
  const flip = (x: number): number => (turned ? WIDTH - x : x);
  const top = chance.between(34, 60);
  const foot = top + chance.between(120, 140);
  const art =
    polygon(one, flip(30), 262, flip(130), top, flip(270), top - 12, flip(270), foot + 6, flip(130), foot) +
    polygon(two, flip(130), top, flip(270), top - 12, flip(270), foot + 6, flip(130), foot) +
    disc(flip(30), 262, 17, three) +
    ring(flip(30), 262, 26, 3, three) +
    line(three, 3, `M${flip(30)} 288V300`);
  return { art, box: boxBetween(310, 404), byline: footLine(), plate: HEIGHT, rule: null };
};

import { boxBetween, footLine, WIDTH, type Family } from '#web/poster/composition.ts';
import { disc, line, rect, ring } from '#web/poster/shapes.ts';

/** A planet and its orbits: science fiction, fantasy. */
export const orbits: Family = ({ one, two, three }, chance) => {
  const x = chance.between(90, 210);
  const y = chance.between(110, 170);
  const step = chance.pick([22, 26, 30]);
  let art = disc(x, y, step * 4.4, one);
  for (let at = 2; at < 8; at++) art += ring(x, y, at * step, 1.6, three);
  art += disc(x, y, step * 1.25, two);
  for (const orbit of [3, 5]) {
    const angle = chance.between(0, 6.28);
    art += disc(x + orbit * step * Math.cos(angle), y + orbit * step * Math.sin(angle), chance.between(5, 11), two);
  }
  return {
    art,
    box: boxBetween(306, 404, { align: 'middle', face: 'sans', capitals: true }),
    byline: footLine('middle'),
    plate: 290,
    rule: null,
  };
};

/** A slatted sun over a grid: the 1980s. */
export const grid: Family = ({ ground, one, two, three }, chance) => {
  const middle = chance.between(120, 180);
  const radius = chance.between(62, 80);
  let art = rect(0, 0, WIDTH, 196, one) + disc(middle, 168, radius, two);
  for (let y = 130; y < 196; y += 14) art += rect(0, y, WIDTH, (y - 116) / 12, one);
  art += rect(0, 196, WIDTH, 94, ground);
  let lines = '';
  for (let at = -6; at <= 6; at++) lines += `M${middle + at * 14} 196L${middle + at * 62} 290`;
  for (const y of [196, 206, 220, 240, 266, 290]) lines += `M0 ${y}H${WIDTH}`;
  return {
    art: art + line(three, 1.6, lines),
    box: boxBetween(306, 404, { face: 'sans', capitals: true }),
    byline: footLine(),
    plate: 291,
    rule: null,
  };
};

/** A moon among stars over roofs: tales, nights, cartoons. */
export const moon: Family = ({ ground, one, two, three }, chance) => {
  const x = chance.between(100, 200);
  const radius = chance.between(56, 76);
  let art = rect(0, 0, WIDTH, 290, one) + disc(x, 130, radius, two);
  if (chance.pick([true, false])) art += disc(x + radius * 0.42, 130 - radius * 0.22, radius * 0.86, one);
  for (let star = 0; star < 14; star++) {
    art += disc(chance.between(12, 288), chance.between(12, 226), chance.between(1, 2.6), three);
  }
  let left = 0;
  while (left < WIDTH) {
    const wide = chance.between(34, 62);
    const top = chance.between(222, 262);
    art += `<path fill="${ground}" d="M${left.toFixed(0)} 291V${(top + 14).toFixed(0)}l${(wide / 2).toFixed(0)} -18l${(wide / 2).toFixed(0)} 18V291z"/>`;
    left += wide - 1;
  }
  return { art, box: boxBetween(306, 404), byline: footLine(), plate: 290, rule: null };
};

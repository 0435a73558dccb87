import { boxBetween, footLine, HEIGHT, WIDTH, type Family } from '#web/poster/composition.ts';
import { disc, rect, shape } from '#web/poster/shapes.ts';

/** A curtain that opens on the title: musicals, theatre. */
export const curtain: Family = ({ ground, one, two, three }, chance) => {
  const folds = chance.pick([10, 12, 15]);
  const wide = WIDTH / folds;
  let art = rect(0, 0, WIDTH, HEIGHT, one);
  for (let fold = 0; fold < folds; fold += 2) art += rect(fold * wide, 0, wide, HEIGHT, three);
  art += shape(ground, `M34 ${HEIGHT}C34 380 48 300 48 236A102 112 0 0 1 252 236C252 300 266 380 266 ${HEIGHT}z`);
  for (let at = 0; at < 6; at++) art += disc(at * 60, 0, 42, two) + disc(at * 60, 0, 33, one);
  return {
    art,
    box: boxBetween(176, 392, { left: 66, right: 234, align: 'middle', face: 'serif' }),
    byline: { y: 428, align: 'middle' },
    plate: HEIGHT,
    rule: null,
  };
};

/** Arches within arches: history, lives of the great. */
export const arches: Family = ({ ground, one, two, three }, chance) => {
  const colours = [one, ground, three, ground, two] as const;
  const step = chance.pick([17, 20, 23]);
  const middle = WIDTH / 2;
  const high = chance.between(40, 60);
  const art = colours
    .map((colour, at) => {
      const half = 112 - at * step;
      return shape(
        colour,
        `M${middle - half} 290V${high + 100}A${half} ${half} 0 0 1 ${middle + half} ${high + 100}V290z`,
      );
    })
    .join('');
  return {
    art,
    box: boxBetween(306, 404, { align: 'middle', capitals: chance.pick([true, false]) }),
    byline: footLine('middle'),
    plate: 290,
    rule: two,
  };
};

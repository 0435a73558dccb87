import { ink, type Box, type Pen, type TextStyle } from '#report/paper/pen.ts';

/** Something that takes a place on the sheet: writes itself into a box, and says how high it is. */
export type Block = (pen: Pen, box: Box) => number;

export const colours = { ink, soft: '#574e5f', line: '#cdb993', ground: '#f8f1e3', bar: '#c4b091' } as const;

/** A text as a block. */
export const written =
  (text: string, style: TextStyle): Block =>
  (pen, box) =>
    pen.text(text, box, style);

/** Space, in points at scale 1. */
export const space =
  (height: number): Block =>
  ({ scale }) =>
    height * scale;

/** Blocks one under the other. */
export const stacked =
  (...blocks: readonly Block[]): Block =>
  (pen, { x, y, width }) =>
    blocks.reduce((height, block) => height + block(pen, { x, y: y + height, width }), 0);

/** Blocks side by side, each of its part of the width. */
export const beside =
  (parts: readonly number[], gap: number, ...blocks: readonly Block[]): Block =>
  (pen, { x, y, width }) => {
    const whole = parts.slice(0, blocks.length).reduce((sum, part) => sum + part, 0);
    const free = width - gap * pen.scale * (blocks.length - 1);
    let left = x;
    let height = 0;
    for (const [at, block] of blocks.entries()) {
      const own = (free * (parts[at] ?? 1)) / whole;
      height = Math.max(height, block(pen, { x: left, y, width: own }));
      left += own + gap * pen.scale;
    }
    return height;
  };

/** A block on a tinted ground, with room around. */
export const onGround =
  (block: Block, padding: number): Block =>
  (pen, { x, y, width }) => {
    const room = padding * pen.scale;
    const inside = { x: x + room, y: y + room, width: width - 2 * room };
    const height = block(pen.measure, inside) + 2 * room;
    pen.ornament((doc) => void doc.roundedRect(x, y, width, height, 4).fill(colours.ground));
    block(pen, inside);
    return height;
  };

/** A thin line across. */
export const rule =
  (colour: string = colours.line, thickness = 0.7): Block =>
  (pen, { x, y, width }) => {
    pen.ornament((doc) => void doc.rect(x, y, width, thickness).fill(colour));
    return thickness;
  };

/** A line of a list: number, title cut to one line, and what stands at the right. */
export const ranked =
  (rank: string, title: string, right: string, accent: string): Block =>
  (pen, { x, y, width }) => {
    const size = 9;
    const rankWidth = 19 * pen.scale;
    const style: TextStyle = { size, colour: colours.soft, lines: 1, align: 'right' };
    const rightWidth = pen.widthOf(right, style) + 1;
    const line = { size, lines: 1 } as const;
    pen.text(
      rank,
      { x, y, width: rankWidth - 4 * pen.scale },
      { ...line, font: 'bold', colour: accent, align: 'right' },
    );
    const height = pen.text(
      title,
      { x: x + rankWidth, y, width: width - rankWidth - rightWidth - 6 * pen.scale },
      { ...line, font: 'bold' },
    );
    pen.text(right, { x: x + width - rightWidth, y, width: rightWidth }, style);
    return height + 1.6 * pen.scale;
  };

import { colours, type Block } from '#report/paper/blocks.ts';
import type { ToldMonth, ToldShare } from '#report/told-report.ts';

const axisHeight = 11;

/** The year in twelve bars, this month and the next in the accent; a thin line from the lowest year to the highest, and the mean of 100. */
export const monthChart =
  (months: readonly ToldMonth[], said: string, accent: string, height: number): Block =>
  (pen, { x, y, width }) => {
    const { scale } = pen;
    const tall = (height - axisHeight) * scale;
    const most = Math.max(...months.map(({ high }) => high));
    const step = width / months.length;
    const at = (value: number): number => y + tall - (tall * value) / most;
    pen.figure(`${said} ${months.map(({ label }) => label).join(', ')}.`, (doc) => {
      doc.font('plain').fontSize(7.5 * scale);
      for (const [place, { value, low, high, letter, now, next }] of months.entries()) {
        const left = x + place * step + step * 0.16;
        const bar = step * 0.68;
        doc.rect(left, at(value), bar, y + tall - at(value)).fill(now || next ? accent : colours.bar);
        const middle = left + bar / 2;
        doc.moveTo(middle, at(high)).lineTo(middle, at(low)).lineWidth(0.8).stroke(colours.ink);
        doc
          .font(now || next ? 'bold' : 'plain')
          .fillColor(colours.ink)
          .text(letter, left - 4, y + tall + 2 * scale, {
            width: bar + 8,
            align: 'center',
            height: 20,
            lineBreak: false,
          });
      }
      const mean = at(100);
      doc
        .moveTo(x, mean)
        .lineTo(x + width, mean)
        .lineWidth(0.6)
        .dash(2, { space: 2 })
        .stroke(colours.soft)
        .undash();
      doc
        .font('plain')
        .fontSize(6.5 * scale)
        .fillColor(colours.ink);
      for (const [place, { value, now, next }] of months.entries())
        if (now || next) {
          const text = String(Math.round(value));
          doc.fillColor('#ffffff').text(text, x + place * step, y + tall - 9.5 * scale, {
            width: step,
            align: 'center',
            height: 20,
            lineBreak: false,
          });
        }
    });
    return height * scale;
  };

/** A share on a line from nothing to twice its upper end, with its interval. */
export const shareBar =
  ({ share, low, high, text }: ToldShare, said: string, accent: string): Block =>
  (pen, { x, y, width }) => {
    const { scale } = pen;
    const most = Math.min(1, Math.max(0.2, Math.ceil(high * 12) / 10));
    const at = (value: number): number => x + (width * value) / most;
    const middle = y + 6 * scale;
    const percent = (value: number): string =>
      `${Math.round(value * 100)}${text.endsWith('\u00a0%') || text.endsWith('\u202f%') ? '\u00a0' : ''}%`;
    pen.figure(said, (doc) => {
      doc.rect(x, middle - 0.4, width, 0.8).fill(colours.line);
      doc.rect(at(low), middle - 3 * scale, at(high) - at(low), 6 * scale).fill(colours.bar);
      doc.circle(at(share), middle, 3.6 * scale).fill(accent);
      doc
        .font('plain')
        .fontSize(7 * scale)
        .fillColor(colours.soft);
      doc.text(percent(0), x, middle + 5 * scale, { width: 60, height: 20, lineBreak: false });
      doc.text(percent(most), x + width - 60, middle + 5 * scale, {
        width: 60,
        align: 'right',
        height: 20,
        lineBreak: false,
      });
    });
    return 20 * scale;
  };

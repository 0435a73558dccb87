import { beside, colours, onGround, ranked, rule, space, stacked, written, type Block } from '#report/paper/blocks.ts';
import { drawingPen, loadFonts, measuringPen, newDocument, type Fit, type TextStyle } from '#report/paper/pen.ts';
import { monthChart, shareBar } from '#report/paper/shapes.ts';
import type { ToldCount, ToldList, ToldReport } from '#report/told-report.ts';

export interface PaperOptions {
  /** `#rrggbb`, legible on white. */
  readonly accent?: string;
  /** When it is made: the same report made at the same moment has the same bytes. */
  readonly made?: Date;
}

const sheet = { width: 595.28, height: 841.89, margin: 38, foot: 26 };
/** From the largest letters to the smallest that still read on a wall; then shorter texts. */
const sizes: readonly Fit[] = [
  ...[1.24, 1.2, 1.16, 1.12, 1.08, 1.04, 1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79].map((scale) => ({
    scale,
    lines: 1,
  })),
  ...[0.75, 0.5, 0.34].map((lines) => ({ scale: 0.79, lines })),
];
const smallest: Fit = { scale: 0.76, lines: 0.25 };
/** Room between two parts: at least, and at most when there is room left over. */
const gaps = { least: 9, most: 26 };

/**
 * The report as one A4 sheet: real text with its accents, tagged for screen readers (PDF/UA), never a second page. Letters are as large as the sheet
 * allows; what is too long even so ends at a sentence.
 */
export function reportPdf(
  told: ToldReport,
  { accent = '#8a3f14', made = new Date() }: PaperOptions = {},
): Promise<Uint8Array> {
  const title = `${told.cinema}, ${told.kicker}, ${told.title}`;
  const doc = newDocument(
    { title, author: told.cinema, subject: told.lead.join(' '), made },
    told.language === 'fr' ? 'fr-FR' : 'en-GB',
  );
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  loadFonts(doc);
  doc.addPage();
  const parts = partsOf(told, accent);
  const [head, foot] = [headOf(told, accent), footOf(told)];
  const width = sheet.width - 2 * sheet.margin;
  const at = (y: number) => ({ x: sheet.margin, y, width });
  const room = sheet.height - sheet.margin - sheet.foot;
  const heights = (fit: Fit): number =>
    [head, ...parts, foot].reduce((sum, part) => sum + part(measuringPen(doc, fit), at(0)), 0);
  const least = ({ scale }: Fit): number => (parts.length + 1) * gaps.least * scale;
  const fits = (fit: Fit): boolean => heights(fit) + least(fit) <= room;
  const fit = sizes.find(fits) ?? smallest;
  // what nobody would write: the last parts go, that nothing stands on anything else
  while (!fits(fit) && parts.length > 1) parts.pop();
  const gap = Math.min(gaps.most * fit.scale, (room - heights(fit)) / (parts.length + 1));
  const pen = drawingPen(doc, fit);
  let y = sheet.margin;
  for (const part of [head, ...parts]) y += part(pen, at(y)) + gap;
  foot(pen, at(sheet.height - sheet.foot - foot(pen.measure, at(0))));
  doc.end();
  return done;
}

const small: TextStyle = { size: 7.6, colour: colours.soft };
const body: TextStyle = { size: 9.2 };

const headOf = (told: ToldReport, accent: string): Block =>
  stacked(
    rule(accent, 3),
    space(7),
    beside(
      [3, 1],
      10,
      written(`${told.cinema} · ${told.kicker}`, { size: 10, colour: colours.soft, font: 'bold', lines: 1 }),
      written(told.weekSaid, { size: 10, colour: colours.soft, align: 'right', lines: 1 }),
    ),
    space(1),
    written(told.title, { size: 24, font: 'title', role: 'H1', lines: 2 }),
    space(3),
    written(told.lead.join(' '), { size: 11, lines: 4 }),
  );

function partsOf(told: ToldReport, accent: string): Block[] {
  const { counts, lists, received, season, idea, figure, missing } = told;
  const h2 = (text: string): Block =>
    stacked(written(text, { size: 12.5, font: 'title', colour: accent, role: 'H2', lines: 2 }), space(2));
  const parts: Block[] = [];
  if (counts !== null)
    parts.push(
      stacked(
        h2(counts.title),
        onGround(beside([1, 1, 1, 1], 10, ...counts.items.map((item) => countBlock(item, accent))), 8),
        space(2),
        written(counts.note, { ...small, lines: 2 }),
      ),
    );
  if (lists !== null)
    parts.push(stacked(h2(lists.title), beside([1, 1], 22, ...lists.lists.map((list) => listBlock(list, accent)))));
  const reception =
    received === null
      ? []
      : [
          stacked(
            h2(received.title),
            ...(received.share === null
              ? []
              : [
                  written(received.share.text, { size: 20, font: 'title', colour: accent, lines: 1 }),
                  shareBar(received.share, `${received.share.text} ${received.text}`, accent),
                  space(3),
                ]),
            written(received.text, { ...body, lines: 5 }),
            ...(received.note === '' ? [] : [space(1), written(received.note, { ...small, lines: 2 })]),
          ),
        ];
  const year =
    season === null
      ? []
      : [
          yearBlock(
            reception.length === 0,
            h2(season.title),
            monthChart(season.months, season.chart, accent, reception.length === 0 ? 92 : 62),
            written(season.text, { ...body, lines: 7 }),
            space(2),
            written(`${season.source.map(({ text }) => text).join('\u00a0; ')}. ${season.chart}`, {
              ...small,
              size: 7,
              lines: 6,
            }),
          ),
        ];
  if (reception.length + year.length > 0) parts.push(beside([4, 5], 22, ...reception, ...year));
  if (idea !== null) parts.push(onGround(ideaBlock(idea, h2), 9));
  const number =
    figure === null
      ? []
      : [
          stacked(
            h2(figure.title),
            written(figure.big, { size: 24, font: 'title', colour: accent, lines: 1 }),
            written(figure.text, { ...body, lines: 5 }),
            space(1),
            written(
              `${figure.sourceTitle} (${figure.mark})${told.language === 'fr' ? '\u00a0:' : ':'} ${figure.source.map(({ text }) => text).join('\u00a0; ')}`,
              { ...small, size: 7, lines: 4 },
            ),
          ),
        ];
  const lacks = stacked(
    h2(missing.title),
    ...missing.items.flatMap((item) => [
      written(`– ${item}`, { ...body, size: 8.4, role: 'LI', lines: 3 }),
      space(1.5),
    ]),
  );
  parts.push(beside([1, 1], 22, ...number, lacks));
  return parts;
}

/** The chart above what is said of it; beside it where the sheet is theirs alone. */
const yearBlock = (wide: boolean, title: Block, chart: Block, ...said: readonly Block[]): Block =>
  wide
    ? stacked(title, space(3), beside([1, 1], 22, chart, stacked(...said)))
    : stacked(title, space(3), chart, space(3), ...said);

const countBlock = ({ name, value, isNumber, of, before }: ToldCount, accent: string): Block =>
  stacked(
    written(value, { size: isNumber ? 25 : 10, font: 'title', colour: accent, lines: 2 }),
    written(of === '' ? name : `${name}, ${of}`, { size: 8.6, lines: 3 }),
    written(before, { ...small, lines: 2 }),
  );

const listBlock = ({ title, counted, films, empty }: ToldList, accent: string): Block =>
  stacked(
    films.length === 0
      ? written(title, { size: 9.6, font: 'bold', role: 'H3', lines: 1 })
      : beside(
          [3, 1],
          4,
          written(title, { size: 9.6, font: 'bold', role: 'H3', lines: 1 }),
          written(counted, { size: 8, colour: colours.soft, align: 'right', lines: 1 }),
        ),
    space(2),
    ...(films.length === 0
      ? [written(empty, { ...body, lines: 3 })]
      : films.map((film, at) => ranked(`${at + 1}.`, film.title, film.people, accent))),
  );

function ideaBlock(idea: NonNullable<ToldReport['idea']>, h2: (text: string) => Block): Block {
  const why = stacked(
    ...idea.reasons.flatMap((reason) => [written(`– ${reason}`, { ...body, role: 'LI', lines: 3 }), space(1)]),
    written(idea.holds, { ...body, lines: 2 }),
    space(2),
    written(`${idea.against.title}\u00a0: ${idea.against.text}`.replace(/^But\u00a0:/, 'But:'), {
      ...body,
      font: 'bold',
      lines: 4,
    }),
  );
  const films = stacked(
    written(idea.filmsTitle, { size: 9.6, font: 'bold', role: 'H3', lines: 1 }),
    space(2),
    ...idea.films.flatMap(({ title, detail, count }) => [
      written(title, { ...body, font: 'bold', lines: 2 }),
      written([detail, count].filter(Boolean).join(' · '), { ...small, lines: 2 }),
      space(3),
    ]),
  );
  return stacked(
    h2(idea.title),
    written(idea.name, { size: 15, font: 'title', role: 'H3', lines: 2 }),
    space(4),
    idea.films.length === 0 ? why : beside([3, 2], 20, why, films),
  );
}

const footOf = (told: ToldReport): Block =>
  stacked(
    rule(),
    space(3),
    written([...told.foot, `${told.madeOn}.`].join(' '), { size: 6.6, colour: colours.soft, lines: 4 }),
  );

import { createRequire } from 'node:module';
import Document from 'pdfkit';

/** What is printed for one person. */
export interface Sheet {
  readonly language: 'fr' | 'en';
  /** For whom. */
  readonly person: string;
  readonly title: string;
  readonly parts: readonly SheetPart[];
  /** Why they have it, and how to end it. */
  readonly foot: string;
}

export interface SheetPart {
  readonly title: string;
  readonly groups: readonly SheetGroup[];
  /** A quieter line; empty where there is none. */
  readonly note: string;
}

/** Lines under what they share: moments under a place. */
export interface SheetGroup {
  /** Empty where there is none. */
  readonly head: string;
  readonly lines: readonly string[];
}

export interface SheetsOptions {
  readonly house: string;
  /** `#rrggbb`, legible on white. */
  readonly accent?: string;
  readonly made?: Date;
}

const margin = 50;
/** Points: nothing is smaller than 14, and what is to be read is 18 and more. */
const sizes = { person: 16, title: 27, part: 22, line: 18, note: 16, foot: 14 };
const colours = { ink: '#1d1a24', soft: '#4a4452' };
const require = createRequire(import.meta.url);
const fontFile = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** Sheets of A4 in large letters, each person's on pages of their own, tagged for screen readers. */
export function sheetsPdf(
  sheets: readonly Sheet[],
  { house, accent = '#8a3f14', made = new Date() }: SheetsOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = sheets;
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margin,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: first?.language === 'en' ? 'en-GB' : 'fr-FR',
    info: { Title: house, Author: house, Creator: 'Lanterne', CreationDate: made, ModDate: made },
  };
  // pdfkit knows PDF/UA, its types do not
  const doc = new Document(Object.assign(options, { subset: 'PDF/UA' }));
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  doc.registerFont('plain', fontFile('DejaVuSansCondensed'));
  doc.registerFont('bold', fontFile('DejaVuSansCondensed-Bold'));
  doc.registerFont('title', fontFile('DejaVuSerifCondensed-Bold'));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const heightOf = (text: string, { size, font = 'plain' }: TextLook): number =>
    text === ''
      ? 0
      : doc
          .font(font)
          .fontSize(size)
          .heightOfString(text, { width: doc.page.width - 2 * margin, lineGap: size * leading });
  const write = (role: string, text: string, look: TextLook): void => {
    if (text === '') return;
    const { size, font = 'plain', colour = colours.ink, above = 0 } = look;
    // a line stands whole on one page
    if (doc.y + above + heightOf(text, look) > doc.page.height - margin) doc.addPage();
    else doc.y += above;
    const width = doc.page.width - 2 * margin;
    root.add(
      doc.struct(role, {}, () =>
        doc
          .font(font)
          .fontSize(size)
          .fillColor(colour)
          .text(text, margin, doc.y, { width, lineGap: size * leading }),
      ),
    );
  };
  for (const { person, title, parts, foot } of sheets.length === 0 ? [nobody] : sheets) {
    doc.addPage();
    write('P', [house, person].filter((text) => text !== '').join(' · '), { size: sizes.person, colour: colours.soft });
    write('H1', title, { size: sizes.title, font: 'title', colour: accent, above: 6 });
    for (const part of parts) {
      const told = partOf(part);
      // a film stands whole on one page where a page can hold it
      const whole = told.reduce((sum, [, text, look]) => sum + heightOf(text, look) + (look.above ?? 0), 0);
      if (whole <= doc.page.height - 2 * margin && doc.y + whole > doc.page.height - margin) doc.addPage();
      for (const [role, text, look] of told) write(role, text, look);
    }
    write('P', foot, { size: sizes.foot, colour: colours.soft, above: 26 });
  }
  doc.end();
  return done;
}

interface TextLook {
  readonly size: number;
  readonly font?: 'plain' | 'bold' | 'title';
  readonly colour?: string;
  /** Points above it, but at the head of a page. */
  readonly above?: number;
}

type Line = readonly [role: string, text: string, look: TextLook];

const partOf = ({ title, groups, note }: SheetPart): Line[] => [
  ['H2', title, { size: sizes.part, font: 'bold', above: 18 }],
  ...groups.flatMap(({ head, lines }): Line[] => [
    ['P', head, { size: sizes.note, above: 4 }],
    ...lines.map((line): Line => ['P', line, { size: sizes.line, font: head === '' ? 'plain' : 'bold', above: 1 }]),
  ]),
  ['P', note, { size: sizes.note, colour: colours.soft, above: 3 }],
];

/** Between lines, as a part of the letters' size. */
const leading = 0.16;
const nobody: Sheet = { language: 'fr', person: '', title: '—', parts: [], foot: '' };

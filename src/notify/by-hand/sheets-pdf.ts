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
  readonly lines: readonly string[];
  /** A quieter line; empty where there is none. */
  readonly note: string;
}

export interface SheetsOptions {
  readonly house: string;
  /** `#rrggbb`, legible on white. */
  readonly accent?: string;
  readonly made?: Date;
}

const margin = 56;
/** Points: nothing is smaller than 14, and what is to be read is 18 and more. */
const sizes = { person: 16, title: 30, part: 23, line: 18, note: 16, foot: 14 };
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
  const write = (role: string, text: string, style: TextLook): void => {
    if (text === '') return;
    const { size, font = 'plain', colour = colours.ink, above = 0, indent = 0 } = style;
    doc.font(font).fontSize(size);
    const width = doc.page.width - 2 * margin - indent;
    // a line stands whole on one page, and a title is never left alone at the foot of it
    const room = doc.heightOfString(text, { width, lineGap: size * leading }) + (style.keep ?? 0);
    if (doc.y + above + room > doc.page.height - margin) doc.addPage();
    else doc.y += above;
    root.add(
      doc.struct(role, {}, () =>
        doc
          .font(font)
          .fontSize(size)
          .fillColor(colour)
          .text(text, margin + indent, doc.y, { width, lineGap: size * leading }),
      ),
    );
  };
  for (const { person, title, parts, foot } of sheets.length === 0 ? [nobody] : sheets) {
    doc.addPage();
    write('P', [house, person].filter((text) => text !== '').join(' · '), { size: sizes.person, colour: colours.soft });
    write('H1', title, { size: sizes.title, font: 'title', colour: accent, above: 6 });
    for (const part of parts) {
      write('H2', part.title, { size: sizes.part, font: 'bold', above: 20, keep: 60 });
      for (const line of part.lines) write('P', line, { size: sizes.line, above: 4 });
      write('P', part.note, { size: sizes.note, colour: colours.soft, above: 4 });
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
  readonly indent?: number;
  /** Points that what follows needs on the same page. */
  readonly keep?: number;
}

/** Between lines, as a part of the letters' size. */
const leading = 0.16;
const nobody: Sheet = { language: 'fr', person: '', title: '—', parts: [], foot: '' };

import { createRequire } from 'node:module';
import Document from 'pdfkit';

/** What a piece of text is on the page: its font, and where it may stand. Sizes are in points at scale 1. */
export interface TextStyle {
  readonly size: number;
  readonly font?: 'plain' | 'bold' | 'title';
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** The most lines: what is longer ends at a sentence, with “…”. None unless told. */
  readonly lines?: number;
  /** What it is to who hears the page: `P` unless told. */
  readonly role?: 'H1' | 'H2' | 'H3' | 'P' | 'LI' | 'Caption';
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Draws, or only measures, on one sheet. Heights and places are in points. */
export interface Pen {
  /** By how much everything is larger than at scale 1. */
  readonly scale: number;
  /** The same pen, that only measures. */
  readonly measure: Pen;
  /** Writes text in a box; resolves to its height. */
  text(text: string, box: Box, style: TextStyle): number;
  /** Width of a line of text. */
  widthOf(text: string, style: TextStyle): number;
  /** Shapes that say nothing by themselves. */
  ornament(draw: (doc: PDFKit.PDFDocument) => void): void;
  /** Shapes that say something: `said` says it. */
  figure(said: string, draw: (doc: PDFKit.PDFDocument) => void): void;
}

const require = createRequire(import.meta.url);
const fontFile = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const fonts = { plain: 'DejaVuSansCondensed', bold: 'DejaVuSansCondensed-Bold', title: 'DejaVuSerifCondensed-Bold' };
export const ink = '#221c2c';
/** Between lines, as a part of the letters' size. */
const leading = 0.12;

/** Gives a document its fonts. */
export function loadFonts(doc: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, fontFile(file));
}

/** How large everything is, and what part of its most lines a text may have: under 1 where even small letters do not fit. */
export interface Fit {
  readonly scale: number;
  readonly lines: number;
}

/** A pen that measures, and draws nothing. */
export function measuringPen(doc: PDFKit.PDFDocument, fit: Fit): Pen {
  const { scale } = fit;
  const pen: Pen = {
    scale,
    get measure() {
      return pen;
    },
    text: (text, box, style) => fitted(doc, text, box, style, fit).height,
    widthOf: (text, style) => setStyle(doc, style, scale).widthOfString(text),
    ornament: () => {},
    figure: () => {},
  };
  return pen;
}

/** A pen that draws: every text is an element of the document's structure, in the order in which it is written. */
export function drawingPen(doc: PDFKit.PDFDocument, fit: Fit): Pen {
  const { scale } = fit;
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    scale,
    measure: measuringPen(doc, fit),
    text(text, box, style) {
      const cut = fitted(doc, text, box, style, fit);
      const write = (): void => {
        setStyle(doc, style, scale)
          .fillColor(style.colour ?? ink)
          .text(cut.text, box.x, box.y, {
            width: box.width,
            align: style.align ?? 'left',
            lineGap: gapOf(style, scale),
            // a height, so that no text ever begins another page
            height: cut.height + 1,
          });
      };
      const { role = 'P' } = style;
      const item = (): PDFKit.PDFStructureElement => doc.struct('LI', {}, doc.struct('LBody', {}, write));
      root.add(role === 'LI' ? doc.struct('L', {}, item()) : doc.struct(role, {}, write));
      return cut.height;
    },
    widthOf: (text, style) => setStyle(doc, style, scale).widthOfString(text),
    ornament(draw) {
      doc.markContent('Artifact', { type: 'Layout' });
      draw(doc);
      doc.endMarkedContent();
    },
    figure: (said, draw) => void root.add(doc.struct('Figure', { alt: said }, () => draw(doc))),
  };
}

/** A new document of one sheet, that says what it is. */
export function newDocument(
  info: { readonly title: string; readonly author: string; readonly subject: string; readonly made: Date },
  language: string,
): PDFKit.PDFDocument {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Creator: 'Lanterne',
      CreationDate: info.made,
      ModDate: info.made,
    },
  };
  // pdfkit knows PDF/UA, its types do not
  return new Document(Object.assign(options, { subset: 'PDF/UA' }));
}

const gapOf = ({ size }: TextStyle, scale: number): number => size * scale * leading;

const setStyle = (doc: PDFKit.PDFDocument, { font = 'plain', size }: TextStyle, scale: number): PDFKit.PDFDocument =>
  doc.font(font).fontSize(size * scale);

/** The text that fits, cut at the end of a sentence, or of a word where there is no sentence to keep; and its height. */
function fitted(
  doc: PDFKit.PDFDocument,
  text: string,
  { width }: Box,
  style: TextStyle,
  { scale, lines }: Fit,
): { readonly text: string; readonly height: number } {
  setStyle(doc, style, scale);
  const lineGap = gapOf(style, scale);
  const heightOf = (some: string): number => doc.heightOfString(some, { width, lineGap });
  const height = heightOf(text);
  if (style.lines === undefined) return { text, height };
  const allowed = Math.max(1, Math.floor(style.lines * lines)) * (doc.currentLineHeight(true) + lineGap) + 0.01;
  if (height <= allowed) return { text, height };
  const fits = (some: string): boolean => heightOf(some) <= allowed;
  const sentences = text.match(/[^.!?]+[.!?]+(?=\s|$)\s*|.+$/gsu) ?? [text];
  const upTo = (kept: number): string => `${sentences.slice(0, kept).join('').trimEnd()} …`;
  const kept = most(sentences.length - 1, (some) => fits(upTo(some)));
  const cut = kept > 0 ? upTo(kept) : cutInWords(text, fits);
  return { text: cut, height: heightOf(cut) };
}

/** The greatest number up to `high` that will do, when every smaller one does too. */
function most(high: number, does: (some: number) => boolean): number {
  let low = 0;
  for (let top = high; low < top;) {
    const middle = Math.ceil((low + top) / 2);
    if (does(middle)) low = middle;
    else top = middle - 1;
  }
  return low;
}

function cutInWords(text: string, fits: (some: string) => boolean): string {
  const letters = Array.from(text.slice(0, longest));
  const upTo = (kept: number): string => letters.slice(0, kept).join('');
  const whole = upTo(most(letters.length, (some) => fits(`${upTo(some)}…`)));
  const atWord = whole.replace(/[\s,;:(]+[^\s]*$/u, '');
  return `${atWord.length > whole.length * 0.6 ? atWord : whole}…`;
}

/** No text of the sheet has as many letters. */
const longest = 2000;

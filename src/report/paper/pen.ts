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

/** A pen that measures, and draws nothing. */
export function measuringPen(doc: PDFKit.PDFDocument, scale: number): Pen {
  return {
    scale,
    text: (text, box, style) => fitted(doc, text, box, style, scale).height,
    widthOf: (text, style) => setStyle(doc, style, scale).widthOfString(text),
    ornament: () => {},
    figure: () => {},
  };
}

/** A pen that draws: every text is an element of the document's structure, in the order in which it is written. */
export function drawingPen(doc: PDFKit.PDFDocument, scale: number): Pen {
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    scale,
    text(text, box, style) {
      const fit = fitted(doc, text, box, style, scale);
      const write = (): void => {
        setStyle(doc, style, scale)
          .fillColor(style.colour ?? ink)
          .text(fit.text, box.x, box.y, {
            width: box.width,
            align: style.align ?? 'left',
            lineGap: gapOf(style, scale),
            // a height, so that no text ever begins another page
            height: fit.height + 1,
          });
      };
      const { role = 'P' } = style;
      const item = (): PDFKit.PDFStructureElement => doc.struct('LI', {}, doc.struct('LBody', {}, write));
      root.add(role === 'LI' ? doc.struct('L', {}, item()) : doc.struct(role, {}, write));
      return fit.height;
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
  scale: number,
): { readonly text: string; readonly height: number } {
  setStyle(doc, style, scale);
  const lineGap = gapOf(style, scale);
  const heightOf = (some: string): number => doc.heightOfString(some, { width, lineGap });
  const height = heightOf(text);
  if (style.lines === undefined) return { text, height };
  const most = style.lines * (doc.currentLineHeight(true) + lineGap) + 0.01;
  if (height <= most) return { text, height };
  const fits = (some: string): boolean => heightOf(some) <= most;
  const sentences = text.match(/[^.!?]+[.!?]+(?=\s|$)\s*|.+$/gsu) ?? [text];
  for (let kept = sentences.length - 1; kept > 0; kept--) {
    const cut = `${sentences.slice(0, kept).join('').trimEnd()} …`;
    if (fits(cut)) return { text: cut, height: heightOf(cut) };
  }
  return cutInWords(text, fits, heightOf);
}

function cutInWords(
  text: string,
  fits: (some: string) => boolean,
  heightOf: (some: string) => number,
): { text: string; height: number } {
  const letters = Array.from(text);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${letters.slice(0, middle).join('')}…`)) low = middle;
    else high = middle - 1;
  }
  const whole = letters.slice(0, low).join('');
  const atWord = whole.replace(/[\s,;:(]+[^\s]*$/u, '');
  const cut = `${atWord.length > whole.length * 0.6 ? atWord : whole}…`;
  return { text: cut, height: heightOf(cut) };
}

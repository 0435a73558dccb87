/** A piece of HTML that was made here. */
export interface Html {
  readonly text: string;
}

type Part = string | number | Html | readonly Html[];

/** HTML from a template: what is put in is escaped, but for pieces of HTML themselves. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  text: pieces.map((piece, at) => piece + written(parts[at] ?? '')).join(''),
});

function written(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'text' in part ? part.text : part.map(({ text }) => text).join('');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

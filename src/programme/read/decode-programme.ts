import { decodeText } from '#decode-text.ts';
import { problem, type Note } from '#programme/read/draft.ts';

export interface Decoded {
  /** Null: this is no text. */
  readonly text: string | null;
  readonly notes: readonly Note[];
}

/** The text of a file; Windows-1252 is told. What has many signs that no text has is no text. */
export function decodeProgramme(bytes: Uint8Array): Decoded {
  const { text, charset } = decodeText(bytes);
  const notes: Note[] = charset === 'windows-1252' ? [{ line: 0, ...problem('windows1252') }] : [];
  // oxlint-disable-next-line no-control-regex -- control signs are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
  const strange = text.match(control)?.length ?? 0;
  if (strange > Math.max(20, text.length / 100)) return { text: null, notes };
  if (strange > 0) notes.push({ line: 0, ...problem('control', { count: String(strange) }) });
  return { text: text.replaceAll(control, '').replaceAll(/\r\n?/g, '\n'), notes };
}

import { problem, type Note } from '#programme/read/draft.ts';

export interface Decoded {
  /** Null: this is no text. */
  readonly text: string | null;
  readonly notes: readonly Note[];
}

/** The text of a file: UTF-8, UTF-16 with its mark, else Windows-1252, which is told. What has many signs that no text has is no text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first = 0, second = 0] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const notes: Note[] = [];
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
    notes.push({ line: 0, ...problem('windows1252') });
  }
  // oxlint-disable-next-line no-control-regex -- control signs are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
  const strange = text.match(control)?.length ?? 0;
  if (strange > Math.max(20, text.length / 100)) return { text: null, notes };
  if (strange > 0) notes.push({ line: 0, ...problem('control', { count: String(strange) }) });
  return { text: text.replaceAll(control, '').replaceAll(/\r\n?/g, '\n'), notes };
}

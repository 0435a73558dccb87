/** What a file must look like: a server may answer 200 with an error page. */
export type FileForm = 'gzip' | 'workbook' | 'text' | 'json';

/** Why the first bytes of a file cannot be those of its form; null when they can. */
export function contentProblem(first: Uint8Array, form: FileForm): string | null {
  const text = new TextDecoder('latin1')
    .decode(first)
    .replace(/^ï»¿/, '')
    .trimStart();
  if (text === '') return 'the file is empty';
  if (/^<(!doctype html|html|head|\?xml)/i.test(text)) return 'the server answered with a web page, not with the file';
  if (form === 'gzip' && !(first[0] === 0x1f && first[1] === 0x8b)) return 'what came is not a gzip file';
  if (form === 'workbook' && !text.startsWith('PK')) return 'what came is not an Excel workbook';
  if (form === 'json' && !/^[{[]/.test(text)) return 'what came is not JSON';
  return null;
}

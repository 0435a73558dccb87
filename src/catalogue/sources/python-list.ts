const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Reads a list of strings as Python prints it: `['FR', "L'île", '']` -> ['FR', "L'île"]. Empty items are dropped.
 * @returns null when the text is not such a list
 */
export function pythonList(text: string): string[] | null {
  if (text === '') return [];
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const items: string[] = [];
  const body = text.slice(1, -1);
  const item = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*(?:,|$)/y;
  while (item.lastIndex < body.length) {
    const match = item.exec(body);
    if (match === null) return body.trim() === '' ? items : null;
    const value = (match[1] ?? match[2] ?? '')
      .replaceAll(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/g, unescaped)
      .trim();
    if (value !== '') items.push(value);
  }
  return items;
}

/** Python's repr escapes what cannot be printed by its code, and the quote it stands in. */
function unescaped(whole: string, byte?: string, short?: string, long?: string, other = ''): string {
  const code = Number.parseInt(byte ?? short ?? long ?? '', 16);
  if (Number.isNaN(code)) return controls[other] ?? other;
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

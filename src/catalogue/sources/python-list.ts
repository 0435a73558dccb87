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
    const value = (match[1] ?? match[2] ?? '').replaceAll(/\\(.)/g, '$1').trim();
    if (value !== '') items.push(value);
  }
  return items;
}

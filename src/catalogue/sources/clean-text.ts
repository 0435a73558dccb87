/** What was done to a text, to be counted. */
export type Repair = 'mojibake repaired' | 'HTML entities decoded' | 'placeholder text set aside';

// The 27 characters that Windows-1252 puts where Latin-1 has controls. Source: WHATWG Encoding Standard, index-windows-1252.
const cp1252 = new Map([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, position) => [character, [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f][position] ?? 0]));
const suspicious = /[ÂÃâÅÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]/;
const strict = new TextDecoder('utf-8', { fatal: true });
const placeholders = /^(no overview( found)?|overview not available|n\/?a|none|null|nan|\.+|-+|\\n)\.?$/i;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', hellip: '…', mdash: '—', ndash: '–', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”' };

/**
 * Makes a text of a source fit to be read: UTF-8 that was read as Windows-1252 is put right ("RÃªve" -> "Rêve"), HTML entities are
 * decoded, placeholders ("No overview found.") become ''. White space is collapsed.
 */
export function cleanText(raw: string): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  let text = raw.replaceAll(/\s+/g, ' ').trim();
  if (suspicious.test(text)) {
    const repaired = repairMojibake(text);
    if (repaired !== text) {
      text = repaired;
      repairs.push('mojibake repaired');
    }
  }
  if (text.includes('&')) {
    const decoded = decodeEntities(decodeEntities(text));
    if (decoded !== text) {
      text = decoded.replaceAll(/\s+/g, ' ').trim();
      repairs.push('HTML entities decoded');
    }
  }
  if (placeholders.test(text)) {
    text = '';
    repairs.push('placeholder text set aside');
  }
  return { text, repairs };
}

/** Undoes one reading of UTF-8 as Windows-1252, run by run, where the bytes are valid UTF-8; otherwise leaves the text alone. */
export function repairMojibake(text: string): string {
  return text.replaceAll(/[\u0080-\u00ff‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{2,}/g, (run) => {
    const bytes = [...run].map((character) => cp1252.get(character) ?? character.codePointAt(0) ?? 0);
    if (bytes.some((byte) => byte > 0xff)) return run;
    try {
      return strict.decode(Uint8Array.from(bytes));
    } catch {
      return run;
    }
  });
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}

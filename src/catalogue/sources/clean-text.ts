/** What was done to a text, to be counted. */
export type Repair = 'mojibake repaired' | 'HTML entities decoded' | 'placeholder text set aside';

// The 27 characters that Windows-1252 puts where Latin-1 has controls. Source: WHATWG Encoding Standard, index-windows-1252.
const special = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const places = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
  0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];
const toByte = new Map([...special].map((character, position) => [character, places[position] ?? 0]));
const fromByte = new Map([...toByte].map(([character, byte]) => [byte, character]));
const next = `[\\u0080-\\u00bf${special}]`;
// Sequences that French never writes: "Ã©" (é), "Å“" (œ), "â€™" (’), "â‚¬" (€), "ðŸŽ¬" (an emoji). "É»", "é…»" are valid UTF-8 as well, and French.
const mojibake = new RegExp(`[ÂÃÅÐÑ]${next}|â[€‚„]${next}|ðŸ${next}{2}`, 'g');
const utf8 = new TextDecoder('utf-8');
const placeholders = /^(no overview( found)?|overview not available|n\/?a|none|null|nan|\.+|-+|\\n)\.?$/i;
const placeholderFirst = /^no overview found\.\s+/i;
const entities = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    euro: '€',
    deg: '°',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    euml: 'ë',
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    auml: 'ä',
    ccedil: 'ç',
    icirc: 'î',
    iuml: 'ï',
    iacute: 'í',
    ocirc: 'ô',
    ouml: 'ö',
    oacute: 'ó',
    ugrave: 'ù',
    ucirc: 'û',
    uuml: 'ü',
    uacute: 'ú',
    ntilde: 'ñ',
    oelig: 'œ',
    aelig: 'æ',
    szlig: 'ß',
  }),
);

/**
 * Makes a text of a source fit to be read: UTF-8 that was read as Windows-1252 is put right ("RÃªve" -> "Rêve"), HTML entities are
 * decoded, white space is collapsed. In prose, placeholders ("No overview found.") become ''; a name may be "None".
 */
export function cleanText(raw: string, kind: 'prose' | 'name' = 'prose'): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  let text = repairMojibake(raw);
  if (text !== raw) repairs.push('mojibake repaired');
  if (text.includes('&')) {
    const decoded = decodeEntities(decodeEntities(text));
    if (decoded !== text) {
      text = decoded;
      repairs.push('HTML entities decoded');
    }
  }
  text = text.replaceAll(/\s+/g, ' ').trim();
  if (kind === 'prose') {
    const told = placeholders.test(text) ? '' : text.replace(placeholderFirst, '');
    if (told !== text) repairs.push('placeholder text set aside');
    text = told;
  }
  return { text, repairs };
}

/** Undoes one reading of UTF-8 as Windows-1252, character by character; a text without such sequences is left alone. */
export function repairMojibake(text: string): string {
  const repaired = text
    .replaceAll(mojibake, (sequence) =>
      utf8.decode(
        Uint8Array.from([...sequence], (character) => toByte.get(character) ?? character.codePointAt(0) ?? 0),
      ),
    )
    .replaceAll('â€', '”'); // its third byte, 9D, is no character of Windows-1252: some programs drop it
  // The second half of "à" is a no-break space, which many programs have made a plain one.
  return repaired === text ? text : repaired.replaceAll(/Ã(?= |$)/g, 'à');
}

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities.get(name) ?? entities.get(name.toLowerCase())?.toUpperCase() ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isSurrogate = code >= 0xd800 && code <= 0xdfff;
      return code > 31 && code < 0x110000 && !isSurrogate ? (fromByte.get(code) ?? String.fromCodePoint(code)) : whole;
    },
  );
}

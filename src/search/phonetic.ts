// Applied in this order to one folded word. Each line is one habit of French spelling that the ear does not hear.
const RULES: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/sch|sh|ch/g, '%'],
  [/th/g, 't'],
  [/h/g, ''],
  [/e?aux?$|e?au/g, 'o'],
  [/(?<=.)(?:er|ez|et|ets|ee|ees|es|ent|e)$/, 'e'],
  [/ai|ei|ay|ey/g, 'e'],
  [/c?qu|q|ck/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/ge(?=[ao])/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/sc(?=[eiy])|c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/(?<=[aeou])m(?=[bp])/g, 'n'],
  [/en(?=[^aeiou]|$)/g, 'an'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)[tsdxp]+$/, ''],
  [/(?<=..)e$/, ''],
];

const cache = new Map<string, string>();
const LARGEST_CACHE = 50_000;

/**
 * How the words sound to a French ear, run together: ph = f, c = k = qu, eau = o, ai = é, one consonant for two, no silent final.
 * A coarse key in the manner of Phonex (Brouard 1999) and Soundex FR, kept longer than theirs so that it stays selective.
 */
export function phoneticKey(words: string[]): string {
  return words.map(sound).join('');
}

function sound(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const heard = RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
  if (cache.size >= LARGEST_CACHE) cache.clear();
  cache.set(word, heard);
  return heard;
}

import type { Fields } from '#programme/read/fields.ts';
import { readTitle, saysMarks, trimTitle } from '#programme/read/titles.ts';

/** What a title line says: the title, and its price and its room when they stand beside it. */
export function titleFields(text: string): Fields {
  const price = /(?:tarif(?: unique)?\s*:?\s*)?(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:€|euros?)/i.exec(text);
  const written = price === null ? text : text.replace(price[0], ' ');
  const room = /\b(?:salle|écran)\s+(?!(?:des?|du|aux?|et)\b)(\w{1,12})\b/i.exec(written);
  const bare = room === null ? written : written.replace(room[0], ' ');
  return {
    title: trimTitle(bare.replace(/^\s*film\s*:\s+/i, '').replace(/\s+à\s*$/i, '')),
    ...(price === null ? {} : { price: price[1] ?? '' }),
    ...(room === null ? {} : { screen: room[0] }),
  };
}

/** Fields, and what words after an hour add to them. */
export function withMarks(fields: Fields, said: string): Fields {
  if (said === '') return fields;
  const { price, screen } = titleFields(said);
  return {
    ...fields,
    ...(saysMarks(said) ? { version: said } : {}),
    ...(price === undefined ? {} : { price }),
    ...(screen === undefined ? {} : { screen }),
  };
}

/** What a line under a title adds to it: director, year, length, version; null when it says nothing of the kind. */
export function detailFields(text: string): Fields | null {
  const { year, minutes, director, version, features } = readTitle(
    `x (${text.replaceAll(/[()[\]]/g, ',').replaceAll(/\s[-–—|•]\s/g, ', ')})`,
  );
  const said: Fields = {
    ...(year === null ? {} : { year: String(year) }),
    ...(minutes === null ? {} : { minutes: String(minutes) }),
    ...(director === null ? {} : { director }),
    ...(version === 'unknown' && features.length === 0
      ? {}
      : { version: [version, ...features].join(' ').toUpperCase() }),
  };
  return Object.keys(said).length === 0 ? null : said;
}

/** Whether a line may be a title, and no sentence nor heading. */
export const isTitle = (text: string): boolean =>
  text.length <= 120 &&
  !/[.!?…]\s+\S.*[.!?…]$/.test(text) &&
  !/^(?:avec|de|synopsis|genre|durée|réal|réalis|tarifs?|programme|cinéma|séances?|voici|à bientôt|merci|retrouvez|horaires|semaine|renseignements|tél|bonjour|cordialement|www|https?)(?![\p{L}])/iu.test(
    text,
  );
/** “De rouille et d’os”, “Avec amour et acharnement”: as titles do, and the line of a director or of a cast. */
export const opensAsCredits = (text: string): boolean => text.length <= 60 && /^(?:de|avec)\s[^,:]*$/i.test(text);
/** “en salle 2”. */
export const isRoom = (text: string): boolean => /^\W*(?:en\s+)?(?:salle|écran)\s+\w{1,12}\W*$/i.test(text.trim());
/** “Tarif : 5 €”. */
export const isPrice = (text: string): boolean =>
  /^\W*(?:tarif\s*(?:unique)?\s*:?)?\s*\d{1,2}(?:[.,]\d{1,2})?\s*(?:€|euros?)\W*$/i.test(text.trim());

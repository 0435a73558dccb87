import type { SpokenLanguage } from '#words/speech.ts';

/** A place as it stands in a sentence. */
export interface PlaceWords {
  /** “la Creuse”, “the Creuse”. */
  readonly the: string;
  /** “de la Creuse”, “of the Creuse”. */
  readonly of: string;
  /** “dans la Creuse”, “in the Creuse”. */
  readonly in: string;
}

/**
 * A French department in a sentence: its article is known by its code. Source of the articles: INSEE, Code officiel géographique (TNCC).
 * @param code INSEE code
 * @param name as INSEE writes it; null when it is not known: “le département 23”
 */
export function departmentWords(code: string, name: string | null, language: SpokenLanguage): PlaceWords {
  if (name === null)
    return language === 'fr'
      ? placed('le', `département ${code}`)
      : { the: `department ${code}`, of: `of department ${code}`, in: `in department ${code}` };
  if (language === 'en') {
    const the = alone.has(code) ? name : `the ${name}`;
    return { the, of: `of ${the}`, in: `in ${the}` };
  }
  if (alone.has(code)) return { the: name, of: `de ${name}`, in: `à ${name}` };
  return placed(articleOf(code, name), name);
}

/** A town in a French sentence, or in an English one: “à Guéret”, “au Mans”. */
export function townWords(name: string, language: SpokenLanguage): PlaceWords {
  if (language === 'en') return { the: name, of: `of ${name}`, in: `in ${name}` };
  const [, article = '', rest = name] = /^(Le|Les) (.+)$/.exec(name) ?? [];
  if (article === 'Le') return { the: name, of: `du ${rest}`, in: `au ${rest}` };
  if (article === 'Les') return { the: name, of: `des ${rest}`, in: `aux ${rest}` };
  return { the: name, of: isVowel(name) ? `d’${name}` : `de ${name}`, in: `à ${name}` };
}

/** A sentence begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

type Article = 'la' | 'le' | 'les' | 'l’';

function placed(article: Article, name: string): PlaceWords {
  switch (article) {
    case 'l’':
      return { the: `l’${name}`, of: `de l’${name}`, in: `dans l’${name}` };
    case 'la':
      return { the: `la ${name}`, of: `de la ${name}`, in: `dans la ${name}` };
    case 'le':
      return { the: `le ${name}`, of: `du ${name}`, in: `dans le ${name}` };
    case 'les':
      return { the: `les ${name}`, of: `des ${name}`, in: `dans les ${name}` };
  }
}

const articleOf = (code: string, name: string): Article =>
  plural.has(code) ? 'les' : isVowel(name) || code === '34' ? 'l’' : masculine.has(code) ? 'le' : 'la';

const isVowel = (name: string): boolean => /^[aeiouyàâéèêëîïôûü]/i.test(name);

// Paris, La Réunion and Mayotte have no article of their own
const alone = new Set(['75', '974', '976']);
const plural = new Set(['04', '05', '06', '08', '13', '22', '40', '64', '65', '66', '78', '79', '88', '92']);
const masculine = new Set(
  '14 15 18 25 29 30 32 39 41 45 46 47 49 56 59 62 63 67 68 69 81 82 83 84 90 94 95'.split(' '),
);

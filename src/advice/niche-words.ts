import type { Niche, Origin } from '#advice/niche.ts';
import type { Speech } from '#words/speech.ts';

/** How a niche is called: “comédies françaises des années 1990”, “French comedies of the 1990s”. Without its first letter raised. */
export function nicheName({ genre, decade, origin }: Partial<Niche>, say: Speech): string {
  return say.language === 'fr' ? inFrench(say, genre, decade, origin) : inEnglish(say, genre, decade, origin);
}

function inFrench(say: Speech, genre?: string, decade?: number, origin?: Origin): string {
  const { plural, feminine } = french.get(genre ?? '') ?? {
    plural: genre === undefined ? 'films' : `films du genre ${say.genre(genre)}`,
    feminine: false,
  };
  const from = origin === undefined ? '' : ` ${adjectives[origin][feminine ? 1 : 0]}`;
  return `${plural}${from}${decade === undefined ? '' : ` des ${say.decade(decade)}`}`;
}

function inEnglish(say: Speech, genre?: string, decade?: number, origin?: Origin): string {
  const plural = genre === undefined ? 'films' : (english.get(genre) ?? `${say.genre(genre)} films`);
  const when = decade === undefined ? '' : ` of the ${say.decade(decade)}`;
  if (origin === undefined) return plural + when;
  if (origin === 'other') return `${plural} from elsewhere${when}`;
  return `${{ french: 'French', american: 'American', european: 'other European' }[origin]} ${plural}${when}`;
}

const adjectives: Readonly<Record<Origin, readonly [string, string]>> = {
  french: ['français', 'françaises'],
  american: ['américains', 'américaines'],
  european: ['d’autres pays d’Europe', 'd’autres pays d’Europe'],
  other: ['venus d’ailleurs', 'venues d’ailleurs'],
};

const masculine = (plural: string) => ({ plural, feminine: false });
const feminine = (plural: string) => ({ plural, feminine: true });
const french: ReadonlyMap<string, { plural: string; feminine: boolean }> = new Map([
  ['Action', masculine('films d’action')],
  ['Adventure', masculine('films d’aventure')],
  ['Animation', masculine('films d’animation')],
  ['Biography', feminine('biographies')],
  ['Comedy', feminine('comédies')],
  ['Crime', masculine('films policiers')],
  ['Documentary', masculine('documentaires')],
  ['Drama', masculine('drames')],
  ['Family', masculine('films pour la famille')],
  ['Fantasy', masculine('films fantastiques')],
  ['Film-Noir', masculine('films noirs')],
  ['History', masculine('films historiques')],
  ['Horror', masculine('films d’horreur')],
  ['Music', masculine('films sur la musique')],
  ['Musical', feminine('comédies musicales')],
  ['Mystery', masculine('films à énigme')],
  ['Romance', masculine('films d’amour')],
  ['Sci-Fi', masculine('films de science-fiction')],
  ['Sport', masculine('films sur le sport')],
  ['Thriller', masculine('thrillers')],
  ['War', masculine('films de guerre')],
  ['Western', masculine('westerns')],
]);
const english: ReadonlyMap<string, string> = new Map([
  ['Biography', 'biographies'],
  ['Comedy', 'comedies'],
  ['Documentary', 'documentaries'],
  ['Drama', 'dramas'],
  ['Film-Noir', 'films noirs'],
  ['History', 'history films'],
  ['Musical', 'musicals'],
  ['Mystery', 'mysteries'],
  ['Romance', 'love stories'],
  ['Sci-Fi', 'science-fiction films'],
  ['Thriller', 'thrillers'],
  ['Western', 'westerns'],
]);

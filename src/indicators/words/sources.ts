import { attribution } from '#words/attribution.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

interface SourceWords {
  readonly name: Bilingual;
  /** The sentence that its owner asks for, or under what terms it is given. */
  readonly licence: Bilingual;
}

const words: Readonly<Record<string, SourceWords>> = {
  imdb: { name: { fr: 'IMDb', en: 'IMDb' }, licence: { fr: attribution.imdb, en: attribution.imdb } },
  tmdb: { name: { fr: 'TMDB', en: 'TMDB' }, licence: { fr: attribution.tmdb, en: attribution.tmdb } },
  afcae: {
    name: { fr: 'AFCAE', en: 'AFCAE' },
    licence: {
      fr: 'Films recommandés art et essai\u00a0: liste de l’Association française des cinémas d’art et d’essai.',
      en: 'Recommended art-house films: list of the Association française des cinémas d’art et d’essai.',
    },
  },
  starter: {
    name: { fr: 'catalogue de départ de Lanterne', en: 'Lanterne’s starter catalogue' },
    licence: {
      fr: 'Catalogue de départ écrit pour Lanterne, librement réutilisable.',
      en: 'Starter catalogue written for Lanterne, free to reuse.',
    },
  },
};

/** What a source is called. */
export function sourceName(source: string, say: Speech): string {
  const known = words[source];
  return known === undefined ? source : say.pick(known.name);
}

/** What is owed to a source, or null. */
export function sourceLicence(source: string, say: Speech): string | null {
  const known = words[source];
  return known === undefined ? null : say.pick(known.licence);
}

/** “IMDb, 22 novembre 2026 ; TMDB, 22 novembre 2026”. */
export const sourcesLine = (
  sources: readonly { readonly name: string; readonly date: string }[],
  say: Speech,
): string =>
  sources
    .map(({ name, date }) => `${sourceName(name, say)}, ${say.date(date)}`)
    .join(say.pick({ fr: '\u00a0; ', en: '; ' }));

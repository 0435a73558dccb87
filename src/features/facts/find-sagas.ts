import { titleStems, type TitleStem } from '#features/facts/title-stems.ts';
import type { Sagas } from '#features/facts/film-facts.ts';

/** What tells the films of a saga, a film each, in the order of the dense indices. */
export interface SagaClues {
  /** The names under which a film may stand in a list: international, original, French. */
  readonly names: readonly (readonly string[])[];
  readonly keywords: readonly (readonly string[])[];
  /** Identifiers or numbers of people: homonyms must differ. */
  readonly directors: readonly (readonly (string | number)[])[];
}

/** An opening that more films share is too common to name a saga. */
const mostNamesakes = 200;
/** A keyword held by a larger share of the films binds nothing. */
const commonKeyword = 0.02;

/**
 * Finds the sagas, and the versions of one story under one title: films whose names open alike and that share a director or telling keywords.
 * The less the names say, the more must be shared: see `bound`. Sagas whose titles have nothing in common are not found.
 * @returns the saga of each film, numbered from 0 by its first film, -1 for none
 */
export function findSagas({ names, keywords, directors }: SagaClues): Sagas {
  const telling = tellingKeywords(keywords);
  const parent = Int32Array.from(names.keys());
  const root = (film: number): number => {
    let at = film;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  for (const namesakes of byStem(names).values()) {
    if (namesakes.size < 2 || namesakes.size > mostNamesakes) continue;
    const films = [...namesakes];
    for (const [place, [a, stemA]] of films.entries()) {
      for (const [b, stemB] of films.slice(place + 1)) {
        if (root(a) === root(b)) continue;
        const shared = {
          director: common(directors[a], directors[b]) > 0,
          keywords: common(telling[a], telling[b]),
        };
        if (bound(stemA, stemB, shared)) parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
      }
    }
  }
  return numbered(Int32Array.from(parent, (_, film) => root(film)));
}

/** Films by opening; the stem that says most when several names of a film open so. */
function byStem(names: readonly (readonly string[])[]): Map<string, Map<number, TitleStem>> {
  const stems = new Map<string, Map<number, TitleStem>>();
  for (const [film, own] of names.entries()) {
    for (const stem of own.flatMap(titleStems)) {
      const films = stems.get(stem.text) ?? new Map<number, TitleStem>();
      const known = films.get(film);
      if (known === undefined || weightOf(stem) > weightOf(known)) films.set(film, stem);
      stems.set(stem.text, films);
    }
  }
  return stems;
}

const weightOf = ({ edge, numbered: counted }: TitleStem): number => Number(edge) + Number(counted);

interface Shared {
  readonly director: boolean;
  readonly keywords: number;
}

/**
 * Whether two films that open alike are of one saga: five points, of which one at least from what they share. A point a word (two at most),
 * one when both names pause there, one when one of them counts on from there (Taxi 2); two for a shared director, one a shared keyword (three at most).
 * Names that do not pause there (Before Sunrise, Before Sunset) need a shared director.
 */
function bound(a: TitleStem, b: TitleStem, { director, keywords }: Shared): boolean {
  const pause = a.edge && b.edge;
  const sequel = pause && (a.numbered || b.numbered);
  const shared = (director ? 2 : 0) + Math.min(3, keywords);
  return shared > 0 && (pause || director) && Math.min(2, a.words) + Number(pause) + Number(sequel) + shared >= 5;
}

function common(a: readonly (string | number)[] = [], b: readonly (string | number)[] = []): number {
  return a.filter((value) => b.includes(value)).length;
}

function tellingKeywords(keywords: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const frequency = new Map<string, number>();
  for (const own of keywords) for (const keyword of own) frequency.set(keyword, (frequency.get(keyword) ?? 0) + 1);
  const most = Math.max(10, keywords.length * commonKeyword);
  return keywords.map((own) => own.filter((keyword) => (frequency.get(keyword) ?? 0) <= most));
}

/** Roots that several films share, numbered by first film. */
function numbered(roots: Int32Array): Sagas {
  const size = new Map<number, number>();
  for (const root of roots) size.set(root, (size.get(root) ?? 0) + 1);
  const number = new Map<number, number>();
  for (const root of roots) if ((size.get(root) ?? 0) > 1 && !number.has(root)) number.set(root, number.size);
  return roots.map((root) => number.get(root) ?? -1);
}

import type { FilmCard, Lanterne } from '#lanterne.ts';
import { placesOf, readChange, sameTaste, undone } from '#web/change.ts';
import { namesFilms, tasteLists, type TasteList, type TasteUrl } from '#web/taste-url.ts';

/** What the last action did to a taste, as it can be told: each film once, and the taste as it was. */
export interface ChangeTold {
  readonly added: Readonly<Record<TasteList, readonly FilmCard[]>>;
  readonly moved: Readonly<Record<TasteList, readonly FilmCard[]>>;
  readonly removed: readonly FilmCard[];
  /** Nothing is left of the lists. */
  readonly emptied: boolean;
  readonly before: TasteUrl;
}

/**
 * Reads the `undo` of an address. It is not trusted: what is told follows from where the films stand now, and films that the catalogue does not
 * have are not told. Null when there is nothing to undo.
 */
export async function changeTold(
  lanterne: Pick<Lanterne, 'cards'>,
  taste: TasteUrl,
  text: string | null,
): Promise<ChangeTold | null> {
  const change = text === null ? null : readChange(text);
  if (change === null) return null;
  const before = undone(taste, change);
  if (sameTaste(before, taste)) return null;
  const [was, now] = [placesOf(before), placesOf(taste)];
  const cards = await lanterne.cards(change.flatMap(({ films }) => films));
  if (cards.length === 0) return null;
  const places = new Map([...was, ...now].map(([id]): [string, Places] => [id, [was.get(id), now.get(id)]]));
  const pick = (wanted: (places: Places) => boolean): FilmCard[] =>
    cards.filter(({ id }) => wanted(places.get(id) ?? [undefined, undefined]));
  const each = (wanted: (places: Places, list: TasteList) => boolean): ChangeTold['added'] => {
    const [liked, not, seen] = tasteLists.map((list) => pick((one) => wanted(one, list)));
    return { liked: liked ?? [], not: not ?? [], seen: seen ?? [] };
  };
  return {
    added: each(([old, list], wanted) => old === undefined && list === wanted),
    moved: each(([old, list], wanted) => old !== undefined && old !== list && list === wanted),
    removed: pick(([old, list]) => old !== undefined && list === undefined),
    emptied: !namesFilms(taste),
    before,
  };
}

type Places = readonly [before: TasteList | undefined, now: TasteList | undefined];

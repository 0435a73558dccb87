import type { FilmIndex } from '#brand.ts';
import type { Cards, FilmCard, RecommendedFilm, TasteById } from '#cards.ts';
import type { Dials } from '#models/model.ts';
import type { Ground } from '#recommend/choose.ts';
import { chooseForGroup } from '#recommend/group/choose-group.ts';
import type { ChoiceKind } from '#recommend/group/choices.ts';
import type { GroupPick, MemberGain } from '#recommend/group/group.ts';
import type { Filters, Loosening } from '#recommend/shape/filters.ts';

/** One of the people who watch together. */
export interface MemberById extends TasteById {
  /** How much they count, > 0; 1 unless told. */
  readonly weight?: number;
  /** What past evenings brought them: the sum of their `share` of the films that were watched; 0 unless told. */
  readonly received?: number;
}

export interface TogetherOptions {
  /** Films in the list. */
  readonly top: number;
  readonly dials?: Dials;
  /** What every film must meet. */
  readonly filters?: Filters;
  /** Identifiers of films that are out for everybody. */
  readonly away?: readonly string[];
  /** Identifiers of films of which it is asked what they would bring; answered for those that may be chosen. */
  readonly also?: readonly string[];
  /** The most liked films that a reason names; 2 unless told. */
  readonly reasons?: number;
  /** Whether a reason says what the two films share; true unless told. */
  readonly traits?: boolean;
}

/** What a film brings a member: see MemberGain. */
export type FilmForMember = Omit<MemberGain, 'reasons'> & { readonly reasons: RecommendedFilm['reasons'] };

export interface FilmForAll {
  readonly card: FilmCard;
  /** In the order of the members. */
  readonly members: readonly FilmForMember[];
}

export interface ChoiceForAll {
  readonly kind: ChoiceKind;
  /** null when no film may bear the label. */
  readonly film: FilmForAll | null;
  /** The member whose turn it is, by place; null for the other labels. */
  readonly turn: number | null;
}

export interface Together {
  readonly choices: readonly ChoiceForAll[];
  readonly films: readonly FilmForAll[];
  readonly also: readonly FilmForAll[];
  readonly members: readonly {
    /** What the list brings them, as a share of what a list of the same length made for them alone would. */
    readonly listShare: number;
    /** Whether the best known films stand for their taste: they named none that we know. */
    readonly unnamed: boolean;
  }[];
  readonly unknown: readonly string[];
  readonly loosen: readonly Loosening[];
}

interface Tools extends Pick<Cards, 'cardsOf'> {
  readonly ground: Pick<Ground, 'model' | 'facts' | 'fame'>;
  /** The dense indices of identifiers; unknown ones are left out. */
  indices(ids: readonly string[]): Promise<ReadonlyMap<string, FilmIndex>>;
}

/** Chooses for people who watch together, with the cards of all films named: see recommendGroup. */
export async function chooseTogether(
  { ground, indices, cardsOf }: Tools,
  people: readonly MemberById[],
  { away = [], also = [], ...wishes }: TogetherOptions,
): Promise<Together> {
  const asked = people.flatMap(({ liked, disliked, seen }) => [...liked, ...disliked, ...seen]);
  const known = await indices([...asked, ...away, ...also]);
  const pick = (ids: readonly string[]): FilmIndex[] => [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
  const members = people.map(({ liked, disliked, seen, weight = 1, received = 0 }) => ({
    weight,
    received,
    taste: { liked: pick(liked), disliked: pick(disliked), seen: pick(seen) },
  }));
  const found = chooseForGroup(ground, members, { ...wishes, away: new Set(pick(away)), also: pick(also) });
  const picks = [...found.choices.flatMap((choice) => choice.pick ?? []), ...found.list, ...found.also];
  const cards = await cardsOf(
    picks.flatMap((one) => [one.film, ...one.members.flatMap(({ reasons }) => reasons.map(({ film }) => film))]),
  );
  const withCard = ({ film, members: gains }: GroupPick): FilmForAll[] => {
    const card = cards.get(film);
    if (card === undefined) return [];
    const told = gains.map(({ reasons, ...gain }) => ({
      ...gain,
      reasons: reasons.flatMap(({ film: liked, ...reason }) => {
        const one = cards.get(liked);
        return one === undefined ? [] : [{ card: one, ...reason }];
      }),
    }));
    return [{ card, members: told }];
  };
  return {
    choices: found.choices.map((choice) => ({
      kind: choice.kind,
      turn: choice.turn,
      film: (choice.pick === null ? [] : withCard(choice.pick))[0] ?? null,
    })),
    films: found.list.flatMap(withCard),
    also: found.also.flatMap(withCard),
    members: members.map(({ taste }, place) => ({
      listShare: found.listShares[place] ?? 0,
      unnamed: taste.liked.length + taste.disliked.length === 0,
    })),
    unknown: [...new Set(asked)].filter((id) => !known.has(id)),
    loosen: found.loosen,
  };
}

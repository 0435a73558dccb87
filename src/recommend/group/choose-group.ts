import { loosening, type Ground, type Wishes } from '#recommend/choose.ts';
import { recommendGroup, type GroupMember, type GroupRecommendation } from '#recommend/group/group.ts';
import { passes, type Loosening } from '#recommend/shape/filters.ts';

export interface GroupWishes extends Pick<Wishes, 'dials' | 'filters'> {
  /** Films in the list. */
  readonly top: number;
  /** Films that the group will not have: those of past evenings, or that somebody refused without wanting to be known by it. */
  readonly away?: ReadonlySet<number>;
  /** Films of which it is asked what they would bring, whether they are chosen or not. */
  readonly also?: readonly number[];
  readonly reasons?: number;
  readonly traits?: boolean;
}

export interface ChosenForGroup extends GroupRecommendation {
  /** When the conditions leave fewer films than asked for: what to loosen. */
  readonly loosen: readonly Loosening[];
}

/** Three choices and a list for a group under conditions; for a member who liked and disliked nothing, the best known films stand for their taste. */
export function chooseForGroup(
  { model, facts, fame }: Pick<Ground, 'model' | 'facts' | 'fame'>,
  members: readonly GroupMember[],
  { filters, away, ...wishes }: GroupWishes,
): ChosenForGroup {
  const meets = filters === undefined ? null : passes(filters, facts);
  const found = recommendGroup(model, members, {
    ...wishes,
    renown: fame,
    allow: (film) => (meets?.(film) ?? true) && away?.has(film) !== true,
  });
  const short = filters !== undefined && found.list.length < wishes.top;
  const all = {
    liked: members.flatMap(({ taste }) => taste.liked),
    disliked: members.flatMap(({ taste }) => taste.disliked),
    seen: members.flatMap(({ taste }) => taste.seen),
  };
  return { ...found, loosen: short ? loosening({ model, facts }, all, { filters }) : [] };
}

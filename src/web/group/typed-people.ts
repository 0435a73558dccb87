import type { Lanterne } from '#lanterne.ts';
import { mostMembers } from '#state/group-members.ts';
import { isNobody, nameFrom, nobody, type GroupUrl, type UrlMember } from '#web/group/group-url.ts';
import { noTaste } from '#web/taste-url.ts';
import { readTypedTitles, type Pending } from '#web/typed-titles.ts';

/** What became of the names and titles typed for the people of an address. */
export interface TypedPeople {
  /** Nobody is left in it unless titles are still to decide for them: places are those of `pending`. */
  readonly group: GroupUrl;
  /** By place, what each still has to decide. */
  readonly pending: ReadonlyMap<number, readonly Pending[]>;
}

/**
 * Reads a form of names (`n0`, `n1`…) and titles (`q0`, `q1`…), a pair a place, over the people of the address; null when the address holds no form.
 * Films clearly meant join their member's.
 */
export async function readTypedPeople(
  lanterne: Lanterne,
  group: GroupUrl,
  parameters: URLSearchParams,
): Promise<TypedPeople | null> {
  const places = [...Array(mostMembers).keys()];
  if (places.every((place) => parameters.get(`n${place}`) === null && parameters.get(`q${place}`) === null))
    return null;
  const members: UrlMember[] = [];
  const pending = new Map<number, readonly Pending[]>();
  for (const place of places) {
    const before = group.members[place] ?? nobody;
    const name = parameters.get(`n${place}`);
    const typed = await readTypedTitles(
      lanterne,
      { ...noTaste, liked: before.liked, not: before.refused },
      parameters.get(`q${place}`) ?? '',
    );
    const { liked, not: refused } = typed.taste;
    const member = { ...before, name: name === null ? before.name : nameFrom(name), liked, refused };
    if (isNobody(member) && typed.pending.length === 0) continue;
    if (typed.pending.length > 0) pending.set(members.length, typed.pending);
    members.push(member);
  }
  return { group: { ...group, members }, pending };
}

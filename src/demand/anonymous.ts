/** Fewer people than this are never told of, anywhere. */
export const fewest = 5;

/** How many people there are in one place. */
export interface Cell {
  readonly place: string;
  readonly people: number;
}

/** Places told of together: five people at least. */
export interface Group {
  readonly places: readonly string[];
  readonly people: number;
  /** Which zones hold every place of the group; null: its places are not all in the same ones. */
  readonly zones: string | null;
}

/**
 * Places put together so that every number may be told: a place of five people stands alone, the others are told with those of the same zones; what is
 * still too few is told with the places of any zone, and when these are too few in turn, with the smallest group. All that is ever told is a sum of whole
 * groups (a total, a zone), so whatever is subtracted from whatever, what is left is a sum of whole groups too: nobody, or five people at least. That
 * is complementary suppression by construction (Willenborg & de Waal 2001, “Elements of statistical disclosure control”, chapter 6).
 * @param zonesOf which zones a place is in, as one text: catchments of venues, say
 * @returns nothing when all together are fewer than five
 */
export function safeGroups(cells: readonly Cell[], zonesOf: (place: string) => string, least = fewest): Group[] {
  const held = cells.filter(({ people }) => people > 0).toSorted((a, b) => (a.place < b.place ? -1 : 1));
  const alone = held
    .filter(({ people }) => people >= least)
    .map(({ place, people }) => ({ places: [place], people, zones: zonesOf(place) }));
  const pools = new Map<string, Group>();
  for (const { place, people } of held) {
    if (people >= least) continue;
    const zones = zonesOf(place);
    const pool = pools.get(zones) ?? { places: [], people: 0, zones };
    pools.set(zones, { zones, places: [...pool.places, place], people: pool.people + people });
  }
  // parts that all hold as many as they may without being told alone are a sum that fixes each of them
  const few = least - 1;
  const mayBeTold = ({ people }: Group, most: number): boolean => people >= least && people < most;
  const [enough, parts] = [new Array<Group>(), new Array<Group>()];
  for (const pool of pools.values()) (mayBeTold(pool, few * pool.places.length) ? enough : parts).push(pool);
  const rest = join(parts);
  const most = parts.some(({ people }) => people > few) ? 0 : few * parts.length;
  const groups = [...alone, ...enough];
  if (rest === null) return groups.toSorted(inOrder);
  if (mayBeTold(rest, most)) return [...groups, rest].toSorted(inOrder);
  const [smallest, ...others] = groups.toSorted((a, b) => a.people - b.people || inOrder(a, b));
  if (smallest === undefined) return rest.people < least ? [] : [rest];
  const joined = join([smallest, rest]);
  return [...others, ...(joined === null ? [] : [joined])].toSorted(inOrder);
}

/** Of people in two times, how many in the later one; null when either would be told of fewer than five. */
export function safeShare(recent: number, all: number, least = fewest): number | null {
  const whole = (count: number): boolean => count === 0 || count >= least;
  return whole(recent) && whole(all - recent) && whole(all) ? recent : null;
}

function join(groups: readonly Group[]): Group | null {
  const [first, ...others] = groups;
  if (first === undefined) return null;
  return {
    places: groups.flatMap(({ places }) => places),
    people: groups.reduce((sum, { people }) => sum + people, 0),
    zones: others.every(({ zones }) => zones === first.zones) ? first.zones : null,
  };
}

/** Those that are named first, the largest first; then by what is told alone: an order by the places inside would tell of them. */
const inOrder = (a: Group, b: Group): number =>
  Math.min(a.places.length, 2) - Math.min(b.places.length, 2) ||
  b.people - a.people ||
  compare(a.zones ?? '~', b.zones ?? '~') ||
  (a.places.length === 1 ? compare(a.places[0] ?? '', b.places[0] ?? '') : 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

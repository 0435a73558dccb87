import { bestList, type BestList } from '#kernels/best-list.ts';
import { mostShared } from '#kernels/gram-index.ts';
import { nearPrefix } from '#kernels/near-prefix.ts';
import { costs, fameCost } from '#search/costs.ts';
import { units, type Reading } from '#search/query.ts';
import type { Keys, TitleIndex } from '#search/title-index.ts';

/**
 * Titles worth judging for one reading, popular ones first among equals; at most `room` by their spelling, and a few tens by the
 * trigrams they share. Looks farther only when nothing nearer was found.
 */
export function gatherTitles(index: TitleIndex, reading: Reading, room: number): number[] {
  const list = bestList(room);
  const [whole] = reading.forms;
  if (whole === undefined) return [];
  const length = whole.key.length;
  let least = reading.words.length > 1 ? equal(index, index.bag, reading.bag, list) : Infinity;
  const look = (keys: Keys, query: Uint16Array, limit: number, extra: number): void => {
    least = Math.min(least, near(index, keys, query, limit, extra, list));
  };
  for (const form of reading.forms) look(index.spelling, form.units, length < 3 ? 0 : 1, 0);
  if (!reading.doubtful) {
    if (length >= 3 && reading.sound.length >= 3) look(index.sound, units(reading.sound), 0, costs.sound);
    if (length < LONG && least > farEnough(length)) look(index.spelling, whole.units, 2, 0);
    if (length >= 6 && least > farEnough(length)) look(index.sound, units(reading.sound), 1, costs.sound);
  }
  const titles = new Set(list.ranked().map(({ item }) => item));
  if (length >= 4 && !reading.doubtful)
    for (const { text } of mostShared(index.grams, reading.text, GRAM_ROOM, GRAM_BUDGET)) titles.add(text);
  return [...titles];
}

const GRAM_ROOM = 60;
const GRAM_BUDGET = 40_000;
// a longer query with two typos shares enough trigrams with its title
const LONG = 16;

// in a short query two typos leave nothing to go by; in a long one, something within one typo is what was meant
function farEnough(length: number): number {
  const oneTypo = 1.4 * costs.typo;
  return length < 5
    ? Infinity
    : length < 7
      ? FAR
      : length < 9
        ? oneTypo
        : oneTypo + costs.unfinished + costs.missingPart;
}

const FAR = 1e9;

// offers every title near the query at its rough cost; returns the least rough cost met, fame apart
function near(index: TitleIndex, keys: Keys, query: Uint16Array, limit: number, extra: number, list: BestList): number {
  const { start } = keys.table;
  const { titleFame } = index;
  const m = query.length;
  const typo = costs.typo * (1 + costs.typoShort / m);
  let least = Infinity;
  nearPrefix(keys.table, query, limit, (low, high, distance) => {
    const base = extra + distance * typo;
    for (let rank = low; rank < high; rank++) {
      const size = (start[rank + 1] ?? 0) - (start[rank] ?? 0);
      const missing = size - m - distance;
      const cost = missing > 0 ? base + costs.unfinished + (costs.missingPart * missing) / size : base;
      if (cost < least) least = cost;
      const title = keys.entry[rank] ?? 0;
      const whole = cost + fameCost(titleFame[title] ?? 0, cost === 0) + (cost > 0 ? costs.inexact : 0);
      if (whole <= list.worst()) list.offer(whole, title);
    }
  });
  return least;
}

function equal(index: TitleIndex, keys: Keys, key: string, list: BestList): number {
  const { start } = keys.table;
  let least = Infinity;
  nearPrefix(keys.table, units(key), 0, (low, high) => {
    for (let rank = low; rank < high; rank++) {
      if ((start[rank + 1] ?? 0) - (start[rank] ?? 0) !== key.length) continue;
      const title = keys.entry[rank] ?? 0;
      least = costs.swapped;
      list.offer(costs.swapped + fameCost(index.titleFame[title] ?? 0, false), title);
    }
  });
  return least;
}

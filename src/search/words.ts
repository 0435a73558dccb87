import { osaDistance, osaPrefixDistance } from '#kernels/osa.ts';
import { costs } from '#search/costs.ts';

const MOST_WORDS = 24;

/**
 * The cost of reading the query as words of the title in any order, some mistyped, the last one unfinished, some left out:
 * "retour du roi", "anneau seigneur". Infinity when no word is found.
 */
export function alignWords(asked: string[], title: string[]): number {
  const words = title.slice(0, MOST_WORDS);
  const used = new Uint8Array(words.length);
  let cost = 0;
  let found = 0;
  let previous = -1;
  let breaks = 0;
  let left = 0;
  for (const [place, word] of asked.slice(0, MOST_WORDS).entries()) {
    const match = bestWord(word, words, used, place === asked.length - 1, previous);
    if (match.at < 0) cost += costs.lostWord * (/^\d/.test(word) ? 1 : Math.min(1, word.length / 4));
    else {
      used[match.at] = 1;
      left += Math.max(0, (words[match.at]?.length ?? 0) - word.length);
      found++;
      cost += match.cost;
      if (match.at !== previous + 1) breaks++;
      previous = match.at;
    }
  }
  if (found === 0) return Infinity;
  let total = 0;
  for (const [at, word] of words.entries()) {
    total += word.length;
    if (used[at] === 0) left += word.length;
  }
  return cost + (costs.leftOver * left) / total + costs.scattered * Math.min(2, breaks);
}

function bestWord(word: string, words: string[], used: Uint8Array, last: boolean, previous: number) {
  const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let cost = Infinity;
  let at = -1;
  for (let step = 0; step < words.length; step++) {
    // the word that follows the last one found is tried first, so that it wins ties
    const place = (previous + 1 + step) % words.length;
    const found = words[place];
    if (found === undefined || used[place] !== 0) continue;
    const here = wordCost(word, found, limit, last);
    if (here < cost) {
      cost = here;
      at = place;
      if (here === 0) break;
    }
  }
  return { at, cost };
}

function wordCost(word: string, found: string, limit: number, last: boolean): number {
  if (word === found) return 0;
  if (found.startsWith(word)) return last ? costs.insideWord : costs.insideWord + 1;
  if (limit === 0) return Infinity;
  const distance = osaDistance(word, found, limit);
  if (distance <= limit) return costs.wordTypo * distance;
  if (!last) return Infinity;
  const begun = osaPrefixDistance(word, found, limit);
  return begun <= limit ? costs.wordTypo * begun + costs.insideWord : Infinity;
}

import { osaDistance, osaPrefixDistance } from '#kernels/osa.ts';
import { typingDistance } from '#kernels/typing-distance.ts';
import { costs } from '#search/costs.ts';
import { bagKey, canonicalWords } from '#search/fold.ts';
import { phoneticKey } from '#search/phonetic.ts';
import type { Form, Reading } from '#search/query.ts';
import { keyKinds, spellings } from '#search/title-index.ts';
import { alignWords } from '#search/words.ts';

/** How near a title is to a reading: its cost, fame apart; whether it is the very title; whether the query goes to its end. */
export interface Verdict {
  readonly cost: number;
  readonly exact: boolean;
  readonly complete: boolean;
}

/** Judges one title (folded words separated by one space) against one reading of the query. */
export function judge(reading: Reading, title: string): Verdict {
  const words = title.split(' ');
  const exact = words.join('') === reading.forms[0]?.key;
  if (exact) return { cost: 0, exact, complete: true };
  let { cost, complete } = bySpelling(reading.forms, words);
  const consider = (other: number, ends: boolean): void => {
    if (other < cost) [cost, complete] = [other, ends];
  };
  if (cost > costs.swapped && words.length > 1 && reading.bag === bagKey(words)) consider(costs.swapped, true);
  if (cost > costs.sound) bySound(reading.sound, words, consider);
  if (cost > costs.scattered) consider(alignWords(reading.plain, canonicalWords(words)), false);
  return { cost: cost + costs.inexact, exact, complete };
}

type Consider = (cost: number, complete: boolean) => void;

const distance = { whole: 0, begun: 0 };

function bySpelling(forms: readonly Form[], words: string[]): { cost: number; complete: boolean } {
  let cost = Infinity;
  let complete = false;
  for (const [kind, key] of spellings(words)) {
    for (const form of forms) {
      const length = form.key.length;
      const short = 1 + costs.typoShort / length;
      const slips = length < 3 ? 0 : length < 5 ? 1 : length < 12 ? 2 : 3;
      const { loose, plain } = kindCost(form.kind, kind);
      const limit = Math.min(slips * costs.typing.replaced, (cost - plain) / short);
      if (limit < 0) continue;
      typingDistance(form.key, key.slice(0, length + slips + 1), costs.typing, limit, distance);
      if (distance.begun === Infinity) continue;
      if (key.length <= length + slips) {
        const whole = distance.whole * short + (distance.whole === 0 ? plain : loose);
        if (whole < cost) [cost, complete] = [whole, true];
      }
      const begun = distance.begun * short + loose + unfinished(form.key, key, distance.begun === 0, kind, words);
      if (begun < cost) [cost, complete] = [begun, false];
    }
  }
  return { cost, complete };
}

function kindCost(asked: number, found: number): { plain: number; loose: number } {
  const article = isBare(asked) || isBare(found);
  const plain = (article ? costs.article : 0) + (hasNumbers(asked) || hasNumbers(found) ? costs.numbers : 0);
  return { plain, loose: article ? plain + costs.articleLoose : plain };
}

const isBare = (kind: number): boolean => kind === keyKinds.bare || kind === keyKinds.bareNumbers;
const hasNumbers = (kind: number): boolean => kind === keyKinds.numbers || kind === keyKinds.bareNumbers;

function unfinished(asked: string, found: string, clean: boolean, kind: number, words: string[]): number {
  const part = Math.max(1, found.length - asked.length) / found.length;
  const inside = !clean || kind > keyKinds.bare || !endsWord(asked.length, kind, words);
  return costs.unfinished + costs.missingPart * part + (inside ? costs.insideWord : 0);
}

function endsWord(length: number, kind: number, words: string[]): boolean {
  let at = 0;
  for (const word of kind === keyKinds.bare ? words.slice(1) : words) {
    at += word.length;
    if (at >= length) return at === length;
  }
  return false;
}

function bySound(asked: string, words: string[], consider: Consider): void {
  if (asked.length < 3) return;
  const found = phoneticKey(words);
  if (found === asked) return consider(costs.sound, true);
  const begun = costs.unfinished + costs.missingPart * (1 - asked.length / found.length) + costs.insideWord;
  if (found.startsWith(asked)) return consider(costs.sound + begun, false);
  if (asked.length < 6 || osaPrefixDistance(asked, found, 1) > 1) return;
  const typo = costs.sound + costs.typo * (1 + costs.typoShort / asked.length);
  if (osaDistance(asked, found, 1) <= 1) consider(typo, true);
  else consider(typo + begun, false);
}

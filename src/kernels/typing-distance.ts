/** The price of each slip. `alike` tells which replacements are cheap: bit b of `alike[a]` for the letters a, b of the alphabet (0 to 25). */
export interface TypingPrices {
  /** A letter left out, or typed too many. */
  readonly missing: number;
  readonly extra: number;
  /** The same when it repeats the letter before it. */
  readonly doubled: number;
  readonly swapped: number;
  readonly replaced: number;
  readonly replacedAlike: number;
  readonly alike: Int32Array;
}

/** `whole`: the price of having typed the whole text; `begun`: that of having typed some beginning of it. Infinity beyond the limit. */
export interface TypingDistance {
  whole: number;
  begun: number;
}

const scratch = { size: 0, rows: [new Float64Array(0), new Float64Array(0), new Float64Array(0)] };

/**
 * The least price of the slips that turn a text, or a beginning of it, into what was typed: optimal string alignment with a price a kind
 * of slip. With every price 1 it is the number of edits. Source: Brill and Moore 2000, "An improved error model for noisy channel
 * spelling correction", reduced to single letters.
 * @param out receives the result
 */
export function typingDistance(
  typed: string,
  text: string,
  prices: TypingPrices,
  limit: number,
  out: TypingDistance,
): void {
  const { missing, extra, doubled, swapped, replaced, replacedAlike, alike } = prices;
  const m = typed.length;
  let [before, above, here] = rowsFor(m + 1);
  above[0] = 0;
  for (let j = 1; j <= m; j++)
    above[j] = above[j - 1]! + (j > 1 && typed.charCodeAt(j - 1) === typed.charCodeAt(j - 2) ? doubled : extra);
  out.begun = above[m]! <= limit ? above[m]! : Infinity;
  out.whole = text.length === 0 ? out.begun : Infinity;
  let previous = -1;
  let leastBefore = 0;
  for (let i = 1; i <= text.length; i++) {
    const unit = text.charCodeAt(i - 1);
    const skip = unit === previous ? doubled : missing;
    let least = (here[0] = above[0]! + skip);
    let turned = -2;
    for (let j = 1; j <= m; j++) {
      const asked = typed.charCodeAt(j - 1);
      let price = above[j - 1]!;
      if (asked !== unit) {
        price += areAlike(asked, unit, alike) ? replacedAlike : replaced;
        if (asked === previous && turned === unit) price = Math.min(price, before[j - 2]! + swapped);
      }
      const tooMany = here[j - 1]! + (asked === turned ? doubled : extra);
      if (tooMany < price) price = tooMany;
      if (above[j]! + skip < price) price = above[j]! + skip;
      here[j] = price;
      if (price < least) least = price;
      turned = asked;
    }
    if (here[m]! < out.begun && here[m]! <= limit) out.begun = here[m]!;
    if (i === text.length && here[m]! <= limit) out.whole = here[m]!;
    // a swap leaps over one row
    if (least > limit && leastBefore > limit) return;
    leastBefore = least;
    [before, above, here] = [above, here, before];
    previous = unit;
  }
}

/** The table of `alike` from groups of letters that are alike, one way and the other: "az", "aq". */
export function alikeLetters(groups: readonly string[]): Int32Array {
  const alike = new Int32Array(26);
  for (const group of groups) {
    for (const a of group)
      for (const b of group) if (a !== b) alike[a.charCodeAt(0) - 97]! |= 1 << (b.charCodeAt(0) - 97);
  }
  return alike;
}

function areAlike(a: number, b: number, alike: Int32Array): boolean {
  const x = a - 97;
  const y = b - 97;
  return x >= 0 && x < 26 && y >= 0 && y < 26 && (alike[x]! & (1 << y)) !== 0;
}

// one scratch for all calls: nothing here is re-entrant
function rowsFor(size: number): [Float64Array, Float64Array, Float64Array] {
  if (scratch.size < size) {
    scratch.size = 2 * size;
    scratch.rows = scratch.rows.map(() => new Float64Array(scratch.size));
  }
  const [first, second, third] = scratch.rows;
  return [first!, second!, third!];
}

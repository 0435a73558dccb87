/**
 * The number written in `bytes[from..to)` in ASCII: sign, digits, point, exponent. NaN for anything else, and for a number too large to be finite.
 * Up to 15 digits are read without making a string: both terms of the division are exact, so its result is the nearest double.
 */
export function readDecimal(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const sign = bytes[at] === 45 ? -1 : 1;
  if (bytes[at] === 45 || bytes[at] === 43) at++;
  let digits = 0;
  let mantissa = 0;
  let decimals = -1;
  for (; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (bytes[at] === 46 && decimals === -1) decimals = 0;
    else return byText(bytes, from, to);
  }
  if (digits === 0) return Number.NaN;
  if (digits > 15) return byText(bytes, from, to);
  return decimals > 0 ? (sign * mantissa) / powers[decimals]! : sign * mantissa;
}

const powers = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));
const longest = 400;

function byText(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > longest) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(from, to));
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}

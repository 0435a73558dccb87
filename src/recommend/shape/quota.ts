import type { Aim } from '#recommend/shape/greedy.ts';

/**
 * The aim that the first k films of a list hold wanted shares of classes, for every k: a film costs weight x (what the squared deviations of the classes
 * from k x share, in places, become with it). This is calibrated recommendation with another divergence than Kullback and Leibler's: theirs gives one of
 * the first places to every class, however rare, since to lack one costs most; in places, a class is due once it is owed half of one. Without other
 * aims it gives the shares of the largest-deficit rule, less than one place away.
 * Source: Steck 2018, "Calibrated recommendations", RecSys (the greedy choice, equation 4); Balinski and Young 1982, "Fair representation" (quotas).
 * @param wanted shares by class; those of the classes that no film can have are shared among the others by who calls
 * @param sharesOf how much of each class a film is, 1 in all; empty: none that is known, which costs nothing
 */
export function inQuota<Name extends string>(
  wanted: ReadonlyMap<Name, number>,
  sharesOf: (film: number) => ReadonlyMap<Name, number>,
  weight: number,
): Aim {
  const held = new Map<Name, number>();
  let films = 0;
  return {
    cost(film) {
      const own = sharesOf(film);
      if (own.size === 0) return 0;
      let cost = 0;
      for (const [name, share] of wanted) {
        const due = (films + 1) * share;
        const before = held.get(name) ?? 0;
        cost += (before + (own.get(name) ?? 0) - due) ** 2 - (before - due) ** 2;
      }
      return weight * cost;
    },
    take(film) {
      const own = sharesOf(film);
      if (own.size === 0) return;
      films++;
      for (const [name, share] of own) held.set(name, (held.get(name) ?? 0) + share);
    },
  };
}

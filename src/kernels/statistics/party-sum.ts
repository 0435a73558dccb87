import { normalCdf } from './normal.ts';

const fewParties = 150;

/**
 * How many people come when each of some parties comes whole with probability p, on its own: P(X = k), k from 0 to all of them. Exact up to 150
 * parties; beyond, the normal law of the same mean and variance, each whole number taking half a step on either side, the ends what is beyond them.
 * @param parties parties[i]: how many parties of i + 1 people
 */
export function partySum(parties: ArrayLike<number>, p: number): Float64Array {
  let [count, most, squares] = [0, 0, 0];
  for (let i = 0; i < parties.length; i++) {
    count += parties[i]!;
    most += (i + 1) * parties[i]!;
    squares += (i + 1) * (i + 1) * parties[i]!;
  }
  const mass = new Float64Array(most + 1);
  const deviation = Math.sqrt(p * (1 - p) * squares);
  if (count <= fewParties || deviation < 1e-9) exactly(mass, parties, p);
  else nearly(mass, p * most, deviation);
  return mass;
}

function exactly(mass: Float64Array, parties: ArrayLike<number>, p: number): void {
  mass[0] = 1;
  let reached = 0;
  for (let i = 0; i < parties.length; i++)
    for (let party = 0; party < parties[i]!; party++) {
      reached += i + 1;
      for (let k = reached; k >= 0; k--) mass[k] = mass[k]! * (1 - p) + (k > i ? mass[k - i - 1]! * p : 0);
    }
}

function nearly(mass: Float64Array, mean: number, deviation: number): void {
  let below = 0;
  for (let k = 0; k < mass.length; k++) {
    const upTo = k === mass.length - 1 ? 1 : normalCdf((k + 0.5 - mean) / deviation);
    mass[k] = upTo - below;
    below = upTo;
  }
}

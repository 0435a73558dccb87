import { houseValue } from '#state/house.ts';
import type { Db } from '#state/schema.ts';

/** From how many people the house looks whether it can show a film, unless it says otherwise. */
export const usualThreshold = 10;

/** From how many people the house looks whether it can show a film: its value `wish-threshold`. */
export async function readThreshold(db: Db): Promise<number> {
  const value = Number((await houseValue(db, 'wish-threshold')) ?? usualThreshold);
  return Number.isInteger(value) && value > 0 ? value : usualThreshold;
}

import { houseSettings } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';

/** From how many people the house looks whether it can show a film: its value `wish-threshold`. */
export const readThreshold = async (db: Db): Promise<number> => (await houseSettings(db)).wishThreshold;

import { houseSettingKinds, type HouseSettingKey } from '#state/house-settings.ts';
import type { SettingFault } from '#web/staff-settings.ts';
import type { Words } from '#web/words.fr.ts';

/** What is said of a setting that cannot be kept. */
export function settingFaultTold(
  { faults }: Words['staff']['settings'],
  key: HouseSettingKey,
  fault: SettingFault,
): string {
  const kind = houseSettingKinds[key];
  if (fault === 'number') return kind.form === 'number' ? faults.number(kind.low, kind.high) : '';
  if (fault === 'text') return faults.text(kind.form === 'text' ? kind.most : 0);
  return faults[fault];
}

import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { usualText } from '#state/house-settings.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { readSettings, settingFields } from '#web/staff-settings.ts';
import { en } from '#web/words.en.ts';

/** Each setting with its value, and the usual one. */
export async function run(invocation: Invocation): Promise<void> {
  await using state = await openState(statePlace(settings(invocation)));
  const values = await readSettings(state.db);
  const all = settingFields.map(({ key }) => ({ key, value: values[key], usual: usualText(key) }));
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(all));
  const { fields } = en.staff.settings;
  for (const { key, value, usual } of all)
    invocation.print(
      `${key.padEnd(15)}  ${value === '' ? '-' : value}${value === usual ? '' : ` (usually ${usual === '' ? 'empty' : usual})`}  ${fields[key][0]}`,
    );
}

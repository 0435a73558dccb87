import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { usualText } from '#state/house-settings.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { faultsOf, keepSettings, readSettings, settingFields, settingsFrom } from '#web/staff-settings.ts';
import { settingFaultTold } from '#web/setting-fault.ts';
import { en } from '#web/words.en.ts';

/** Changes one setting, with the checks of the page, or puts the usual one back. @throws USAGE, SETTING_REFUSED */
export async function run(invocation: Invocation): Promise<void> {
  const [name = '', said] = invocation.positionals;
  const field = settingFields.find(({ key }) => key === name);
  if (field === undefined)
    throw usage(`There is no setting “${name}”: they are ${settingFields.map(({ key }) => key).join(', ')}.`);
  if ((invocation.values['usual'] === true) === (said !== undefined))
    throw usage(`Say which value \`house set ${name}\` keeps, or --usual.`);
  const { key } = field;
  await using state = await openState(statePlace(settings(invocation)));
  const before = await readSettings(state.db);
  const values = settingsFrom((one) => (one === key ? (said ?? usualText(key)) : before[one]));
  const [first] = faultsOf(values);
  if (first !== undefined)
    throw fault('SETTING_REFUSED', { key: first[0], reason: settingFaultTold(en.staff.settings, ...first) });
  await keepSettings(state.db, values, { by: null });
  const kept = { key, value: values[key], before: before[key], usual: usualText(key) };
  invocation.print(
    invocation.values['json'] === true
      ? JSON.stringify(kept)
      : `${key}: ${JSON.stringify(kept.before)} → ${JSON.stringify(kept.value)}`,
  );
}

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'house' });

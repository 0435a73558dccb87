import type { StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { houseSetting, houseSettingKinds, readHouseSetting, type HouseSettingKey } from '#state/house-settings.ts';
import { setHouseValue } from '#state/house.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

/** The values of the house that its manager sets, in the order of the page; what each may be, src/state/house-settings.ts says. */
export const settingFields = [
  { key: 'wish-threshold', group: 'demand' },
  { key: 'digest-day', group: 'digest', day: true },
  { key: 'digest-hour', group: 'digest' },
  { key: 'reminder-on', group: 'digest' },
  { key: 'reminder-day', group: 'digest', day: true },
  { key: 'reminder-hour', group: 'digest' },
  { key: 'quiet-from', group: 'care' },
  { key: 'quiet-until', group: 'care' },
  { key: 'week-cap', group: 'care' },
  { key: 'usual-radius', group: 'care' },
  { key: 'settle-minutes', group: 'care' },
  { key: 'hold-campaigns', group: 'care' },
  { key: 'sender-name', group: 'sender' },
  { key: 'sender-address', group: 'sender' },
] as const satisfies readonly { key: HouseSettingKey; group: string; day?: true }[];

export type SettingField = (typeof settingFields)[number];
export type SettingValues = Readonly<Record<HouseSettingKey, string>>;
export type SettingFault = 'number' | 'day' | 'hour' | 'text' | 'reminderFirst' | 'quietSame' | 'digestQuiet';

/** The values as they stand, the usual ones where none was set. */
export async function readSettings(db: Db): Promise<SettingValues> {
  const values = new Map<string, string>();
  for (const { key } of settingFields) values.set(key, await houseSetting(db, key));
  return settingsFrom((key) => values.get(key) ?? '');
}

/** A value for each key, as it is kept where it may be. */
export function settingsFrom(read: (key: HouseSettingKey) => string): SettingValues {
  const value = (key: HouseSettingKey): string => readHouseSetting(key, read(key)) ?? read(key);
  return {
    'wish-threshold': value('wish-threshold'),
    'digest-day': value('digest-day'),
    'digest-hour': value('digest-hour'),
    'reminder-on': value('reminder-on'),
    'reminder-day': value('reminder-day'),
    'reminder-hour': value('reminder-hour'),
    'quiet-from': value('quiet-from'),
    'quiet-until': value('quiet-until'),
    'week-cap': value('week-cap'),
    'usual-radius': value('usual-radius'),
    'settle-minutes': value('settle-minutes'),
    'hold-campaigns': value('hold-campaigns'),
    'sender-name': value('sender-name'),
    'sender-address': value('sender-address'),
  };
}

/** What is wrong with values that were written: each by itself, then those that cannot go together. Empty: they may be kept. */
export function faultsOf(values: SettingValues): ReadonlyMap<HouseSettingKey, SettingFault> {
  const faults = new Map<HouseSettingKey, SettingFault>();
  for (const field of settingFields)
    if (readHouseSetting(field.key, values[field.key]) === null) faults.set(field.key, faultIn(field));
  if (faults.size > 0) return faults;
  const place = (day: HouseSettingKey, hour: HouseSettingKey): number =>
    ((Number(values[day]) - wednesday + 7) % 7) * DAY + minutesOf(values[hour]);
  const [from, until, digest] = [
    minutesOf(values['quiet-from']),
    minutesOf(values['quiet-until']),
    minutesOf(values['digest-hour']),
  ];
  if (from === until) faults.set('quiet-until', 'quietSame');
  else if (isQuiet(digest, from, until)) faults.set('digest-hour', 'digestQuiet');
  // a letter of Wednesday tells of the week that it is in, any other of the week to come: the reminder lies between two letters
  const [reminder, letter] = [place('reminder-day', 'reminder-hour'), place('digest-day', 'digest-hour')];
  const between = values['digest-day'] === String(wednesday) ? reminder > letter : reminder < letter;
  if (values['reminder-on'] === 'on' && !between) faults.set('reminder-day', 'reminderFirst');
  return faults;
}

/** Keeps values that have no fault; each that changes leaves a line in the log. @param options.by null: the command line @returns how many changed */
export const keepSettings = (db: Db, values: SettingValues, { by }: { readonly by: StaffId | null }): Promise<number> =>
  inTransaction(db, async (within) => {
    const before = await readSettings(within);
    const changed = settingFields.filter(({ key }) => before[key] !== values[key]);
    for (const { key } of changed) {
      await setHouseValue(within, key, values[key]);
      await writeAudit(within, {
        staff: by,
        action: 'setting',
        subject: key,
        detail: `${before[key]} → ${values[key]}`,
      });
    }
    return changed.length;
  });

function faultIn(field: SettingField): SettingFault {
  const { form } = houseSettingKinds[field.key];
  if (form === 'number') return 'day' in field ? 'day' : 'number';
  return form === 'hour' ? 'hour' : 'text';
}

const wednesday = 3;
const DAY = 1440;
const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const isQuiet = (at: number, from: number, until: number): boolean =>
  from < until ? at >= from && at < until : at >= from || at < until;

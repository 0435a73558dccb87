import { houseValue, setHouseValue } from '#state/house.ts';
import { writeAudit } from '#state/audit.ts';
import type { Db } from '#state/schema.ts';
import type { StaffId } from '#brand.ts';
import { inTransaction } from '#state/transaction.ts';

/** What may be written of a value of the house. */
export type SettingKind =
  | { readonly kind: 'number'; readonly low: number; readonly high: number }
  /** 1 Monday to 7 Sunday. */
  | { readonly kind: 'day' }
  /** `18:00`. */
  | { readonly kind: 'hour' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'text'; readonly most: number };

/** The values of the house that its manager sets, in the order of the page, with what each is when it was never set. */
export const houseSettings = [
  { key: 'wish-threshold', group: 'demand', usual: '10', kind: 'number', low: 5, high: 200 },
  { key: 'digest-day', group: 'digest', usual: '2', kind: 'day' },
  { key: 'digest-hour', group: 'digest', usual: '18:00', kind: 'hour' },
  { key: 'reminder-on', group: 'digest', usual: 'off', kind: 'yes-no' },
  { key: 'reminder-day', group: 'digest', usual: '5', kind: 'day' },
  { key: 'reminder-hour', group: 'digest', usual: '10:00', kind: 'hour' },
  { key: 'quiet-from', group: 'care', usual: '21:00', kind: 'hour' },
  { key: 'quiet-until', group: 'care', usual: '08:30', kind: 'hour' },
  { key: 'week-cap', group: 'care', usual: '4', kind: 'number', low: 1, high: 14 },
  { key: 'hold-campaigns', group: 'care', usual: 'off', kind: 'yes-no' },
  { key: 'sender-name', group: 'sender', usual: '', kind: 'text', most: 60 },
] as const satisfies readonly (SettingKind & { key: string; group: string; usual: string })[];

export type HouseSetting = (typeof houseSettings)[number];
export type SettingKey = HouseSetting['key'];
export type SettingValues = Readonly<Record<SettingKey, string>>;
export type SettingFault = 'number' | 'day' | 'hour' | 'text' | 'reminderFirst' | 'quietSame' | 'digestQuiet';

export const usualOf = (key: SettingKey): string => houseSettings.find((one) => one.key === key)?.usual ?? '';

/** The values as they stand, the usual ones where none was set. */
export async function readSettings(db: Db): Promise<SettingValues> {
  const values = new Map<string, string>();
  for (const { key, usual } of houseSettings) values.set(key, (await houseValue(db, key)) ?? usual);
  return settingsFrom((key) => values.get(key) ?? '');
}

/** A value for each key. */
export const settingsFrom = (read: (key: SettingKey) => string): SettingValues => ({
  'wish-threshold': read('wish-threshold'),
  'digest-day': read('digest-day'),
  'digest-hour': read('digest-hour'),
  'reminder-on': read('reminder-on'),
  'reminder-day': read('reminder-day'),
  'reminder-hour': read('reminder-hour'),
  'quiet-from': read('quiet-from'),
  'quiet-until': read('quiet-until'),
  'week-cap': read('week-cap'),
  'hold-campaigns': read('hold-campaigns'),
  'sender-name': read('sender-name'),
});

/** What is wrong with values that were written: each by itself, then those that cannot go together. Empty: they may be kept. */
export function faultsOf(values: SettingValues): ReadonlyMap<SettingKey, SettingFault> {
  const faults = new Map<SettingKey, SettingFault>();
  for (const setting of houseSettings) {
    const fault = faultOf(setting, values[setting.key]);
    if (fault !== null) faults.set(setting.key, fault);
  }
  if (faults.size > 0) return faults;
  const place = (day: SettingKey, hour: SettingKey): number =>
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

/** Keeps values that have no fault; each that changes leaves a line in the log. @returns how many changed */
export const keepSettings = (db: Db, values: SettingValues, { by }: { readonly by: StaffId }): Promise<number> =>
  inTransaction(db, async (within) => {
    const before = await readSettings(within);
    const changed = houseSettings.filter(({ key }) => before[key] !== values[key]);
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

function faultOf(setting: SettingKind, value: string): SettingFault | null {
  if (setting.kind === 'number')
    return /^\d{1,4}$/.test(value) && Number(value) >= setting.low && Number(value) <= setting.high ? null : 'number';
  if (setting.kind === 'day') return /^[1-7]$/.test(value) ? null : 'day';
  if (setting.kind === 'hour') return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'hour';
  if (setting.kind === 'yes-no') return value === 'on' || value === 'off' ? null : 'text';
  // no control characters: it goes into the headers of letters
  return [...value].length <= setting.most && !/\p{Control}/u.test(value) ? null : 'text';
}

const wednesday = 3;
const DAY = 1440;
const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const isQuiet = (at: number, from: number, until: number): boolean =>
  from < until ? at >= from && at < until : at >= from || at < until;

import { houseValue } from '#state/house.ts';
import type { Db } from '#state/schema.ts';

/** What the house decided of its alerts; each has its usual value. */
export interface HouseSettings {
  /** People who would come to a film before it is told to the programmer. */
  readonly wishThreshold: number;
  /** The week's programme leaves on this day (1 Monday to 7 Sunday), at this minute of the day. */
  readonly digestDay: number;
  readonly digestHour: number;
  /** Its reminder. */
  readonly reminderOn: boolean;
  readonly reminderDay: number;
  readonly reminderHour: number;
  /** Between these minutes of the day nobody is written to; `from` after `until` goes over midnight. */
  readonly quietFrom: number;
  readonly quietUntil: number;
  /** The most messages that one person is sent in seven days. */
  readonly weekCap: number;
  /** Minutes by car that people are taken to come from, unless they say. */
  readonly usualRadius: number;
  /** Minutes that the programme must have stood unchanged before anybody is told of it. */
  readonly settleMinutes: number;
  /** Whether what leaves for many waits for somebody of the house. */
  readonly holdCampaigns: boolean;
  /** Who the letters are from, and where that is; empty: the cinema's name, no address. */
  readonly senderName: string;
  readonly senderAddress: string;
}

type Kind =
  | { readonly form: 'number'; readonly low: number; readonly high: number; readonly usual: number }
  /** `18:00`, in the house's time zone. */
  | { readonly form: 'hour'; readonly usual: string }
  /** `on` or `off`. */
  | { readonly form: 'switch'; readonly usual: boolean }
  | { readonly form: 'text'; readonly most: number };

const number = (usual: number, low: number, high: number) => ({ form: 'number' as const, usual, low, high });

/** Each value by its key in the table `house`: what it may be, and what it is until somebody sets it. */
export const houseSettingKinds = {
  // five at least: nobody is to be made out
  'wish-threshold': number(10, 5, 200),
  'digest-day': number(2, 1, 7),
  'digest-hour': { form: 'hour', usual: '18:00' },
  'reminder-on': { form: 'switch', usual: false },
  'reminder-day': number(5, 1, 7),
  'reminder-hour': { form: 'hour', usual: '10:00' },
  'quiet-from': { form: 'hour', usual: '21:00' },
  'quiet-until': { form: 'hour', usual: '08:30' },
  'week-cap': number(4, 1, 14),
  'usual-radius': number(30, 5, 240),
  'settle-minutes': number(5, 0, 120),
  'hold-campaigns': { form: 'switch', usual: false },
  'sender-name': { form: 'text', most: 80 },
  'sender-address': { form: 'text', most: 200 },
} as const satisfies Record<string, Kind>;

export type HouseSettingKey = keyof typeof houseSettingKinds;

/** A value as it is kept, or null when it may not be: for whoever sets one. */
export function readHouseSetting(key: HouseSettingKey, text: string): string | null {
  const kind: Kind = houseSettingKinds[key];
  const said = text.trim();
  if (kind.form === 'number') {
    const value = Number(said);
    return /^\d{1,4}$/.test(said) && value >= kind.low && value <= kind.high ? String(value) : null;
  }
  if (kind.form === 'hour') return minuteOf(said) === null ? null : hourText(minuteOf(said) ?? 0);
  if (kind.form === 'switch') return said === 'on' || said === 'off' ? said : null;
  // oxlint-disable-next-line no-control-regex -- what would break a header of a letter
  return said.length > kind.most || /[\u0000-\u001f\u007f]/.test(said) ? null : said;
}

/** The settings of the house. A value that cannot be read counts as the usual one. */
export async function houseSettings(db: Db): Promise<HouseSettings> {
  const rows = await db
    .selectFrom('house')
    .select(['key', 'value'])
    .where('key', 'in', Object.keys(houseSettingKinds))
    .execute();
  return settingsOf(new Map(rows.map(({ key, value }) => [key, value])));
}

/** The settings from their texts. */
export function settingsOf(kept: ReadonlyMap<string, string>): HouseSettings {
  const valid = (key: HouseSettingKey): string | null => {
    const text = kept.get(key);
    return text === undefined ? null : readHouseSetting(key, text);
  };
  const count = (key: KeysOf<'number'>): number => Number(valid(key) ?? houseSettingKinds[key].usual);
  const hour = (key: KeysOf<'hour'>): number => minuteOf(valid(key) ?? houseSettingKinds[key].usual) ?? 0;
  const isOn = (key: KeysOf<'switch'>): boolean =>
    valid(key) === null ? houseSettingKinds[key].usual : valid(key) === 'on';
  return {
    wishThreshold: count('wish-threshold'),
    digestDay: count('digest-day'),
    digestHour: hour('digest-hour'),
    reminderOn: isOn('reminder-on'),
    reminderDay: count('reminder-day'),
    reminderHour: hour('reminder-hour'),
    quietFrom: hour('quiet-from'),
    quietUntil: hour('quiet-until'),
    weekCap: count('week-cap'),
    usualRadius: count('usual-radius'),
    settleMinutes: count('settle-minutes'),
    holdCampaigns: isOn('hold-campaigns'),
    senderName: valid('sender-name') ?? '',
    senderAddress: valid('sender-address') ?? '',
  };
}

/** One setting alone, as text: what is kept, or the usual. */
export async function houseSetting(db: Db, key: HouseSettingKey): Promise<string> {
  const kept = await houseValue(db, key);
  return (kept === null ? null : readHouseSetting(key, kept)) ?? usualText(key);
}

/** The usual value of a setting, as it would be kept. */
export function usualText(key: HouseSettingKey): string {
  const kind: Kind = houseSettingKinds[key];
  if (kind.form === 'text') return '';
  if (kind.form === 'switch') return kind.usual ? 'on' : 'off';
  return String(kind.usual);
}

type KeysOf<Form extends Kind['form']> = {
  [K in HouseSettingKey]: (typeof houseSettingKinds)[K]['form'] extends Form ? K : never;
}[HouseSettingKey];

/** The minute of the day of `18:00` or `8:30`; null when it is none. */
function minuteOf(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? minute : null;
}

const hourText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

import type { VisitorId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { withVisitor } from '#state/visitors.ts';

/** What a visitor may set, and to what. */
export const settingValues = {
  language: ['fr', 'en'],
  theme: ['light', 'dark', 'system'],
  largePrint: ['on', 'off'],
} as const;

export type Settings = { readonly [Key in keyof typeof settingValues]?: (typeof settingValues)[Key][number] };

/** What a visitor has set; a value that is no longer offered is left out. */
export async function settingsOf(db: Db, visitor: VisitorId): Promise<Settings> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).where('visitor', '=', visitor).execute();
  const held = (key: string): string | undefined => rows.find((row) => row.key === key)?.value;
  const [language, theme, largePrint] = [
    settingValues.language.find((value) => value === held('language')),
    settingValues.theme.find((value) => value === held('theme')),
    settingValues.largePrint.find((value) => value === held('largePrint')),
  ];
  return {
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(largePrint === undefined ? {} : { largePrint }),
  };
}

/**
 * Changes the settings that are given, and leaves the others.
 * @throws VISITOR_UNKNOWN
 */
export const changeSettings = (
  db: Db,
  visitor: VisitorId,
  settings: Settings,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  withVisitor(db, visitor, async (within, holder) => {
    const at = momentOf(now);
    for (const [key, value] of Object.entries(settings))
      await within
        .insertInto('setting')
        .values({ visitor: holder, key, value, at })
        .onConflict((conflict) => conflict.columns(['visitor', 'key']).doUpdateSet({ value, at }))
        .execute();
  });

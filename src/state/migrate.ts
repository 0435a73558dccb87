import { Migrator, sql } from 'kysely';
import { fault } from '#errors.ts';
import { migrationWords, type StateMigration } from '#state/migrations/words.ts';
import type { Db, StateEngine } from '#state/schema.ts';

export type StateMigrations = Readonly<Record<string, StateMigration>>;

/** What a database was given already, and what it lacks. */
export interface Standing {
  readonly done: readonly string[];
  readonly pending: readonly string[];
}

/**
 * Reads the standing of a database.
 * @throws STATE_NEWER when it was given a migration that is not among ours
 */
export async function readStanding(db: Db, migrations: StateMigrations, place: string): Promise<Standing> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const known = tables.some(({ name }) => name === 'kysely_migration');
  const done = known
    ? (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
        ({ name }) => name,
      )
    : [];
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw fault('STATE_NEWER', { place, unknown: unknown.join(', ') });
  return { done, pending: Object.keys(migrations).filter((name) => !done.includes(name)) };
}

/**
 * Brings a database to the schema of this version, in one transaction under a lock: of several processes that start together one does it, the
 * others wait and find it done.
 * @throws STATE_NEWER, STATE_UNUSABLE
 */
export async function migrate(db: Db, engine: StateEngine, migrations: StateMigrations, place: string): Promise<void> {
  const words = migrationWords[engine];
  const steps = Object.entries(migrations).map(
    ([name, migration]) =>
      [
        name,
        {
          async up(within: Db) {
            for (const statement of migration(words)) await sql.raw(statement).execute(within);
          },
        },
      ] as const,
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(steps) },
    allowUnorderedMigrations: true, // it orders them by the clock, which may jump
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  await readStanding(db, migrations, place); // a newer version may have come in between: that is the better reason
  throw fault('STATE_UNUSABLE', { place, reason: error instanceof Error ? error.message : String(error) }, error);
}

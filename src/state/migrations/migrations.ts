import { people } from '#state/migrations/0001-people.ts';
import { evenings } from '#state/migrations/0002-evenings.ts';
import type { StateMigration } from '#state/migrations/words.ts';

/** In order; the names are what the database remembers. */
export const stateMigrations: Readonly<Record<string, StateMigration>> = {
  '0001-people': people,
  '0002-evenings': evenings,
};

import type { StateMigration } from '#state/migrations/words.ts';

/** Which browser of an account takes notifications there: signed out, it takes none. */
export const pushBrowser: StateMigration = () => [
  'alter table push_subscription add column browser text references visitor (id) on delete cascade',
  'create index push_subscription_browser on push_subscription (browser)',
];

import { people } from '#state/migrations/0001-people.ts';
import { evenings } from '#state/migrations/0002-evenings.ts';
import { programme } from '#state/migrations/0003-programme.ts';
import { customers } from '#state/migrations/0004-customers.ts';
import { wishes } from '#state/migrations/0005-wishes.ts';
import { outbox } from '#state/migrations/0006-outbox.ts';
import { staff } from '#state/migrations/0007-staff.ts';
import { passkeys } from '#state/migrations/0008-passkeys.ts';
import { pushBrowser } from '#state/migrations/0009-push-browser.ts';
import { outboxNumbers } from '#state/migrations/0010-outbox-numbers.ts';
import type { StateMigration } from '#state/migrations/words.ts';

/** In order; the names are what the database remembers. */
export const stateMigrations: Readonly<Record<string, StateMigration>> = {
  '0001-people': people,
  '0002-evenings': evenings,
  '0003-programme': programme,
  '0004-customers': customers,
  '0005-wishes': wishes,
  '0006-outbox': outbox,
  '0007-staff': staff,
  '0008-passkeys': passkeys,
  '0009-push-browser': pushBrowser,
  '0010-outbox-numbers': outboxNumbers,
};

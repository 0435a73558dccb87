import { attemptIndex, attemptTable, outboxIndexes, outboxTable } from '#state/migrations/0006-outbox.ts';
import type { StateMigration } from '#state/migrations/words.ts';

/**
 * The number of a message is what its letter, its file and what comes back of it are known by: it is never given again. SQLite gave the number of the
 * newest message anew once that was deleted; the table is made again with numbers that only grow. PostgreSQL's always did.
 */
export const outboxNumbers: StateMigration = (words) =>
  words.countedOnce === words.counted
    ? []
    : [
        outboxTable(words, { name: 'outbox_once', id: words.countedOnce }),
        'insert into outbox_once select * from outbox',
        // with its own tries beside: to drop a table deletes what refers to it
        attemptTable(words, { name: 'attempt_once', of: 'outbox_once' }),
        'insert into attempt_once select * from attempt',
        'drop table attempt',
        'drop table outbox',
        'alter table outbox_once rename to outbox',
        'alter table attempt_once rename to attempt',
        ...outboxIndexes,
        attemptIndex,
        ...words.appendOnly('attempt'),
      ];

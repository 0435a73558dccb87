import { textOption, type Invocation } from '#cli/command.ts';
import { fault } from '#errors.ts';
import { auditActions, listAudit, type WhichAudit } from '#state/audit.ts';
import type { Db } from '#state/schema.ts';
import { listStaff, staffOfEmail } from '#state/staff.ts';
import { journalCsv, takeJournal } from '#web/journal-file.ts';
import { en } from '#web/words.en.ts';

const linesShown = 50;

/** The log: the latest lines to be read, or all of them as CSV or JSON. @throws USAGE, STAFF_UNKNOWN */
export async function journal(db: Db, { invocation }: { readonly invocation: Invocation }): Promise<void> {
  const { values, print, note } = invocation;
  const [csv, json] = [values['csv'] === true, values['json'] === true];
  if (csv && json) throw usage('--csv and --json do not go together.');
  const which = await asked(db, invocation);
  if (csv) return print(journalCsv('en', await takeJournal(db, which, null)).replace(/\n$/, ''));
  if (json) return print(JSON.stringify(await takeJournal(db, which, null)));
  const found = await listAudit(db, { ...which, most: linesShown + 1 });
  const names = new Map<string, string>((await listStaff(db)).map(({ id, name }) => [id, name]));
  const { none, system } = en.staff.journal;
  if (found.length === 0) note(none);
  for (const { at, name, action, subject, detail } of found.slice(0, linesShown))
    print([at, name ?? system, action, names.get(subject) ?? subject, detail].filter((cell) => cell !== '').join('  '));
  if (found.length > linesShown) note(`These are the latest ${linesShown}; --csv and --json give all.`);
}

async function asked(db: Db, invocation: Invocation): Promise<Omit<WhichAudit, 'most'>> {
  const [action, member] = [textOption(invocation, 'action'), textOption(invocation, 'member')];
  const actions = [...new Set([...Object.keys(en.staff.journal.actions), ...(await auditActions(db))])].toSorted();
  if (action !== undefined && !actions.includes(action))
    throw usage(`--action is one of ${actions.join(', ')}, not “${action}”.`);
  return {
    ...(action === undefined ? {} : { action }),
    ...(member === undefined ? {} : { staff: (await staffOfEmail(db, member)).id }),
  };
}

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'staff' });

import type { StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { enqueue } from '#state/outbox.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

/** What changed of a member's way in, or who came in by it. OWASP ASVS 5.0, 6.3.5 and 6.3.7. */
export const staffChanges = [
  'staff-password-set',
  'staff-passkey-added',
  'staff-passkey-removed',
  'staff-new-browser',
] as const;
export type StaffChange = (typeof staffChanges)[number];

/** What a letter to a member holds: an AccountLetter of src/notify/payload.ts, for their eyes alone. */
export type StaffLetter =
  | { readonly purpose: 'staff-code'; readonly code: string; readonly minutes: number }
  | { readonly purpose: 'staff-setup'; readonly path: string; readonly minutes: number }
  | { readonly purpose: 'test'; readonly minutes: number }
  | { readonly purpose: StaffChange; readonly at: string; readonly minutes: number };

/** Writes a letter to a member, which leaves at once and is worth nothing later than what it holds. */
export const tellStaff = (
  db: Db,
  staff: StaffId,
  message: string,
  about: StaffLetter,
  now: Temporal.Instant,
): Promise<number> =>
  enqueue(
    db,
    [
      {
        recipient: `staff:${staff}`,
        customer: null,
        message,
        channel: 'email',
        kind: 'account',
        campaign: null,
        payload: { kind: 'account', about },
        due: now,
        stale: now.add({ minutes: about.minutes }),
      },
    ],
    { now },
  );

/** Tells a member what changed, in the transaction that changes it: if it was somebody else, they know. */
export async function tellStaffChange(
  db: Db,
  staff: StaffId,
  purpose: StaffChange,
  now: Temporal.Instant,
): Promise<void> {
  const at = momentOf(now);
  await tellStaff(db, staff, `${purpose}:${at}:${newSecret()}`, { purpose, at, minutes: 72 * 60 }, now);
}

/** Writes a member a letter that says nothing, to see that letters arrive. @param options.by who asks for it; null: the command line */
export const tellTest = (
  db: Db,
  staff: StaffId,
  { by, now = Temporal.Now.instant() }: Clock & { readonly by: StaffId | null },
): Promise<number> =>
  inTransaction(db, async (within) => {
    const written = await tellStaff(within, staff, `staff-test:${newSecret()}`, { purpose: 'test', minutes: 60 }, now);
    await writeAudit(within, { staff: by, action: 'test-letter', subject: staff }, { now });
    return written;
  });

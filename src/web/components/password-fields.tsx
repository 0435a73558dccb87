import type { JSX } from 'preact';
import { passwordLength, type PasswordFault } from '#state/staff-password.ts';
import { StaffField } from '#web/components/staff-field.tsx';
import type { Site } from '#web/site.ts';

/** What is wrong with a new password: one of its faults, or the second time it is another. */
export type PasswordWrong = PasswordFault | 'other';

/** What is wrong with a password written twice. */
export const passwordWrong = (password: string, again: string, fault: PasswordFault | null): PasswordWrong | null =>
  fault ?? (password === again ? null : 'other');

/** A new password, written twice; it may be pasted, and a password manager may choose it. */
export function PasswordFields({
  site,
  wrong,
}: {
  readonly site: Site;
  readonly wrong: PasswordWrong | null;
}): JSX.Element {
  const { password: words } = site.words.staff;
  const input = {
    type: 'password',
    autocomplete: 'new-password',
    required: true,
    minLength: passwordLength.least,
    maxLength: passwordLength.most * 2,
  } as const;
  return (
    <>
      <StaffField
        name="password"
        label={words.next}
        hint={words.hint}
        wrong={wrong === null || wrong === 'other' ? null : words.faults[wrong]}
        input={input}
      />
      <StaffField
        name="again"
        label={words.again}
        wrong={wrong === 'other' ? words.faults.other : null}
        input={input}
      />
    </>
  );
}

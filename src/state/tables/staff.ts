import type { Generated } from 'kysely';
import type { StaffId } from '#brand.ts';

/** `manager`: everything; `programmer`: the programme, the campaigns and the demand, not the people nor the settings. */
export const staffRoles = ['manager', 'programmer'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffTables {
  staff: {
    id: StaffId;
    email: string;
    name: string;
    /** Roles by commas. */
    roles: string;
    language: 'fr' | 'en';
    /** As `hashPassword` wrote it; null: none yet. */
    password: string | null;
    created: string;
    disabled: string | null;
  };
  staff_session: {
    /** SHA-256 of what the cookie holds. */
    id: string;
    staff: StaffId;
    created: string;
    last_used: string;
    expires: string;
    /** When they last proved who they are, and with what: `2026-11-22T…Z passkey`. */
    proven: string;
  };
  /** A proof that is under way: a code by e-mail, a set-up link. Its secrets are held as hashes. */
  staff_sign_in: {
    id: string;
    staff: StaffId | null;
    purpose: 'password' | 'setup';
    secret_hash: string;
    browser_hash: string;
    tries: number;
    created: string;
    expires: string;
  };
  /** Tries that failed, and until when the next one waits. */
  staff_wait: {
    /** SHA-256 of the e-mail address that was typed, or the identifier of a known browser. */
    id: string;
    failures: number;
    until: string;
    changed: string;
  };
  /** A browser in which a member signed in: strangers who type their address do not make them wait there. */
  staff_browser: {
    /** SHA-256 of its member and of what its cookie holds; of the latter alone in rows that are older than that. */
    id: string;
    staff: StaffId;
    last_used: string;
  };
  /** Append-only: who did what to what. No personal data of customers in `detail`: their identifier in `subject` at most. */
  audit: {
    id: Generated<number>;
    /** Null: the command line, or the system itself. */
    staff: StaffId | null;
    action: string;
    subject: string;
    detail: string;
    at: string;
  };
}

export const staffColumns = {
  staff: ['id', 'email', 'name', 'roles', 'language', 'password', 'created', 'disabled'],
  staff_session: ['id', 'staff', 'created', 'last_used', 'expires', 'proven'],
  staff_sign_in: ['id', 'staff', 'purpose', 'secret_hash', 'browser_hash', 'tries', 'created', 'expires'],
  staff_wait: ['id', 'failures', 'until', 'changed'],
  staff_browser: ['id', 'staff', 'last_used'],
  audit: ['id', 'staff', 'action', 'subject', 'detail', 'at'],
} as const satisfies { [T in keyof StaffTables]: readonly (keyof StaffTables[T])[] };

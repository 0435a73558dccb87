import type { ComponentChildren, JSX } from 'preact';
import type { StaffMember } from '#state/staff-sessions.ts';
import type { Site } from '#web/site.ts';
import { isProven, proveAddress } from '#web/staff.ts';

/** What was just done, or what is wrong: read aloud, and where the page goes to. */
export const StaffNotice = ({
  text,
  wrong = false,
}: {
  readonly text: string | null | undefined;
  readonly wrong?: boolean;
}): JSX.Element | null =>
  text ? (
    <p id="done" class="notice" role={wrong ? 'alert' : 'status'} tabIndex={-1}>
      {text}
    </p>
  ) : null;

/** What only a member who proved within 15 minutes who they are may see; for the others, the way to prove it. */
export const Proven = ({
  site,
  member,
  back,
  children,
}: {
  readonly site: Site;
  readonly member: StaffMember;
  /** The path of this page, without language. */
  readonly back: string;
  readonly children: ComponentChildren;
}): JSX.Element =>
  isProven(member) ? (
    <>{children}</>
  ) : (
    <p>
      {site.words.staff.prove.needed} <a href={proveAddress(site, back)}>{site.words.staff.prove.link}</a>
    </p>
  );

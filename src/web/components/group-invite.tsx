import type { JSX } from 'preact';
import type { Site } from '#web/site.ts';

/** The link of a group and the ways to send it, by the reader's own programs. */
export function GroupInvite({
  site,
  link,
  open,
}: {
  readonly site: Site;
  readonly link: string;
  readonly open: boolean;
}): JSX.Element {
  const { group } = site.words.group;
  const mail = `mailto:?subject=${encodeURIComponent(group.mailSubject)}&body=${encodeURIComponent(group.mailBody(link).replaceAll('\n', '\r\n'))}`;
  return (
    <details class="panel invite" open={open}>
      <summary>{group.linkTitle}</summary>
      <p>{group.linkLead}</p>
      <label for="group-link">{group.link}</label>
      <input id="group-link" readonly value={link} data-copy={group.copy} data-copied={group.copied} />
      <p class="ways">
        <a class="quiet button" href={mail}>
          {group.mail}
        </a>
      </p>
      {/* A QR code of `link` goes here. */}
    </details>
  );
}

import type { JSX } from 'preact';
import type { VisitorExport } from '#state/rights.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** What is held of an account, and of wishes, counted; nothing for who has neither. */
export function AccountHeld({ site, held }: { readonly site: Site; readonly held: VisitorExport }): JSX.Element | null {
  const { mine, link } = site.words.account;
  const { account, wishes } = held;
  const { number } = site.words;
  if (account === null && wishes.length === 0) return null;
  const counts = [
    [mine.wishes, wishes.length],
    ...(account === null
      ? []
      : ([
          [mine.subscriptions, account.subscriptions.length],
          [mine.consents, account.consents.length],
          [mine.messages, account.messages.length],
          [site.words.passkeys.held, account.passkeys.length],
        ] as const)),
  ] as const;
  return (
    <section>
      {account === null ? null : (
        <p>
          {account.email === null ? mine.nameless : mine.has(account.email)}{' '}
          <a href={pathIn(site.language, '/alertes')}>{link}</a>
        </p>
      )}
      <ul>
        {counts.map(([text, count]) => (
          <li key={text}>{`${text.charAt(0).toUpperCase()}${text.slice(1)}\u00a0: ${number(count)}`}</li>
        ))}
      </ul>
    </section>
  );
}

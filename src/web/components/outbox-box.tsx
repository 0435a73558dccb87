import type { JSX } from 'preact';
import { outboxStatus, type DeadLetter, type OutboxStatus } from '#state/outbox-status.ts';
import { countSuppressed } from '#state/suppression.ts';
import { outboxStates } from '#state/tables/outbox.ts';
import { PostButton } from '#web/components/post-button.tsx';
import { pathIn } from '#web/language.ts';
import { stateOf, type Site } from '#web/site.ts';

/** States that are told even when they hold nothing. */
const usual: ReadonlySet<string> = new Set(['queued', 'sent', 'failed']);

export interface OutboxView {
  readonly status: OutboxStatus;
  readonly suppressed: number;
  /** Whether e-mails leave, or are written as files. */
  readonly mails: boolean;
}

export async function outboxView(site: Site, now: Temporal.Instant): Promise<OutboxView> {
  const { db } = stateOf(site);
  return {
    status: await outboxStatus(db, { now }),
    suppressed: await countSuppressed(db),
    mails: site.lanterne.config.smtpUrl !== undefined,
  };
}

/** How the outbox stands, what could not leave and why; it names nobody. */
export function OutboxBox({ site, view }: { readonly site: Site; readonly view: OutboxView }): JSX.Element {
  const { moment, campaigns } = site.words.staff;
  const { box: words } = campaigns;
  const { status, suppressed, mails } = view;
  const open = status.circuits.flatMap(({ openUntil, ...circuit }) =>
    openUntil === null ? [] : [{ ...circuit, openUntil }],
  );
  return (
    <section aria-labelledby="outbox">
      <h2 id="outbox">{words.title}</h2>
      <p>{words.lead}</p>
      <p class={mails ? undefined : 'notice'}>{mails ? words.leaving : words.toFiles}</p>
      <p>
        {status.oldest === null ? words.none : words.oldest(moment(status.oldest.due))}
        {suppressed === 0 ? null : ` ${words.suppressed(suppressed)}`}
      </p>
      {open.length === 0 ? null : (
        <>
          <h3>{words.circuits}</h3>
          <ul class="bullets">
            {open.map(({ domain, failures, openUntil }) => (
              <li key={domain}>{words.circuit(domain, failures, moment(openUntil))}</li>
            ))}
          </ul>
        </>
      )}
      <dl class="staff-facts">
        {outboxStates
          .filter((state) => usual.has(state) || status.states[state] > 0)
          .map((state) => (
            <div key={state}>
              <dt>{words.states[state]}</dt>
              <dd>{status.states[state]}</dd>
            </div>
          ))}
      </dl>
      <DeadLetters site={site} status={status} />
    </section>
  );
}

function DeadLetters({ site, status }: { readonly site: Site; readonly status: OutboxStatus }): JSX.Element | null {
  const { box: words } = site.words.staff.campaigns;
  const count = status.states.failed;
  if (count === 0) return null;
  const action = pathIn(site.language, '/equipe/envois/renvoyer');
  return (
    <>
      <h3>{words.deadTitle(count)}</h3>
      {count > status.dead.length ? <p class="hint">{words.deadMore(status.dead.length)}</p> : null}
      <ul class="staff-list">
        {status.dead.map((dead) => (
          <Dead key={dead.id} site={site} dead={dead} action={action} />
        ))}
      </ul>
      {count < 2 || status.dead.every(({ late }) => late) ? null : (
        <PostButton action={action} fields={{ id: 'all' }} class="quiet button">
          {words.resendAll}
        </PostButton>
      )}
    </>
  );
}

function Dead({
  site,
  dead,
  action,
}: {
  readonly site: Site;
  readonly dead: DeadLetter;
  readonly action: string;
}): JSX.Element {
  const { moment, campaigns } = site.words.staff;
  const { box: words, kinds, channels } = campaigns;
  const kind = dead.kind === 'account' ? words.account : kinds[dead.kind];
  return (
    <li>
      <span>
        <b>{words.dead(kind, channels[dead.channel], dead.id)}</b>
        <br />
        {dead.reason === null || dead.reason === '' ? words.noReason : words.reason(masked(dead.reason))}
        <br />
        <small>{words.tried(dead.attempts, moment(dead.changed))}</small>
      </span>
      {dead.late ? (
        <span class="hint">{words.tooLate}</span>
      ) : (
        <PostButton
          action={action}
          fields={{ id: String(dead.id) }}
          class="quiet button"
          label={words.resendOne(dead.id)}
        >
          {words.resend}
        </PostButton>
      )}
    </li>
  );
}

/** What a server answered, without the addresses and numbers that it repeats: they are somebody's. */
export const masked = (reason: string): string =>
  reason
    .replaceAll(/https?:\/\/\S+/gi, '•••')
    .replaceAll(/[^\s<>:;,"'()=]+@[^\s<>:;,"'()]+/g, '•••')
    .replaceAll(/(?:\+|\b0)\d[\d .-]{6,}\d/g, '•••')
    .slice(0, 300);

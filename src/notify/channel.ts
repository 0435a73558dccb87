import type { ChannelName } from '#state/tables/customers.ts';

/** Words ready to leave, whatever the channel; each takes what it can carry. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** For e-mail. */
  readonly html: string;
  /** One line, for a notification or a short message. */
  readonly short: string;
  /** Where it leads, absolute. */
  readonly link: string;
  readonly language: 'fr' | 'en';
  /** Absolute address of the one-click unsubscription (RFC 8058); null for letters of kind `account`. */
  readonly unsubscribe: string | null;
  /** For List-Id: `digest`, `wish`; null for letters of kind `account`. */
  readonly list: string | null;
}

/** A letter and where it goes. */
export interface Delivery {
  /** The row of the outbox. */
  readonly outbox: number;
  /** The same at each try, so that who receives twice can tell: the RFC 5322 Message-ID without its brackets is made of it. */
  readonly key: string;
  readonly to: Addressee;
  readonly letter: Letter;
}

export interface Addressee {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly push: readonly PushAddress[];
}

export interface PushAddress {
  /** SHA-256 of the endpoint. */
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** What became of one try. */
export type Outcome =
  /** The next server has it: `id` as it calls it. */
  | { readonly kind: 'sent'; readonly id: string; readonly code: string; readonly detail: string }
  /** Not now: to be tried again. `domain`: of the server that fails, for the circuit; null when only this letter is concerned. `after`: seconds that the server asked to wait. */
  | {
      readonly kind: 'later';
      readonly code: string;
      readonly detail: string;
      readonly domain: string | null;
      readonly after?: number;
    }
  /** Never: `address` says that the address itself is bad, and is to be written to no more. */
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string; readonly address: boolean };

/**
 * Asked right before the one step that cannot be taken back: the final dot of SMTP, the rename of a file. It waits until no more letters than allowed are
 * between that step and our own commit, and writes down that this one is about to be. False: do not take the step.
 */
export type Gate = () => Promise<boolean>;

/** What a channel says when the gate said no. */
export const withheld: Outcome = { kind: 'later', code: 'WITHHELD', detail: 'not sent after all', domain: null };

/** One way to reach people. */
export interface Channel extends AsyncDisposable {
  readonly name: ChannelName;
  /** Asks the gate itself, as late as it can; without it the gate is asked before `send`. */
  readonly gated?: boolean;
  /** The one server that all goes through, as the circuit calls it; without one each addressee's own counts. */
  readonly server?: string;
  /** Sends, and says what came of it; it never throws for what a server answers. @param signal ends the wait */
  send(delivery: Delivery, signal: AbortSignal, gate: Gate): Promise<Outcome>;
}

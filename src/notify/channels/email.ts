import { domainToASCII } from 'node:url';
import { withheld, type Channel, type Outcome } from '#notify/channel.ts';
import { composeMail, type Sender } from '#notify/channels/compose-mail.ts';
import { createSmtpPool, type SmtpServer, type SmtpTimes } from '#notify/channels/smtp-pool.ts';
import { domainOf, smtpOutcome } from '#notify/deliver/smtp-outcome.ts';

/** E-mail by the house's mail server. */
export function emailChannel(
  smtp: SmtpServer,
  {
    sender,
    bounceAddress = null,
    times,
  }: {
    readonly sender: () => Promise<Sender>;
    /** Letters that cannot be delivered come back to `local+KEY@domain` of it, which says which letter. */
    readonly bounceAddress?: string | null;
    readonly times?: SmtpTimes;
  },
): Channel {
  const pool = createSmtpPool(smtp, times === undefined ? {} : { times });
  const server = `smtp:${smtp.host}`;
  return {
    name: 'email',
    gated: true,
    server,
    async send(delivery, _signal, gate): Promise<Outcome> {
      const address = delivery.to.email;
      if (address === null || !/^[^\s<>@"]+@[^\s<>@"]+$/.test(address))
        return { kind: 'refused', code: 'ADDRESS', detail: 'no usable address', address: false };
      const from = await sender();
      const { raw, messageId } = await composeMail(delivery, from);
      const envelope = {
        from: returnPath(bounceAddress, delivery.key) ?? from.address,
        to: inAscii(address),
        envid: delivery.key,
      };
      const sent = await pool.send(envelope, raw, gate);
      if ('withheld' in sent) return withheld;
      if ('failed' in sent) return smtpOutcome(sent.failed, { server, domain: domainOf(address) });
      const code = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(sent.said)?.[0].replace('-', ' ') ?? '250';
      return { kind: 'sent', id: messageId, code, detail: sent.said.slice(0, 300) };
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/** A return path that says which letter came back (VERP); null: none is set. */
export const returnPath = (bounceAddress: string | null, key: string): string | null => {
  const at = bounceAddress?.lastIndexOf('@') ?? -1;
  return bounceAddress === null || at < 1 ? null : `${bounceAddress.slice(0, at)}+${key}${bounceAddress.slice(at)}`;
};

/**
 * How a mail server's address is meant: `smtps://` is encrypted from the first byte; `smtp://` asks for STARTTLS where it is offered, and refuses to go on
 * without when there is a password to keep, or `?tls=required`; `?tls=none` never asks.
 */
export function readSmtpUrl(text: string): SmtpServer {
  const url = new URL(text);
  const asked = url.searchParams.get('tls');
  const implicit = url.protocol === 'smtps:';
  const user = url.username === '' ? null : decodeURIComponent(url.username);
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit
      ? 'implicit'
      : asked === 'none'
        ? 'none'
        : asked === 'required' || (user !== null && !near)
          ? 'required'
          : 'offered',
    user,
    password: decodeURIComponent(url.password),
  };
}

/** A domain with accents as mail servers that know ASCII alone call it (RFC 5891). */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

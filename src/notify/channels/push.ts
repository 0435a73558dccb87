import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { Channel, Delivery, Letter, Outcome, PushAddress } from '#notify/channel.ts';
import { endpointFault, type EndpointRules } from '#notify/push/endpoint.ts';
import { post, type Answer } from '#notify/push/post.ts';
import { vapidOf, type HouseVapid, type VapidKeys } from '#notify/push/vapid.ts';
import { notePushRefused, notePushSent, prunePushDevice } from '#state/push-subscriptions.ts';
import type { Db } from '#state/schema.ts';

export interface PushOptions extends EndpointRules {
  /** Whom push services may write to: see vapidSubject. */
  readonly subject: string;
  /** Milliseconds that a push service has to answer. */
  readonly patience?: number;
  readonly now?: () => Temporal.Instant;
}

/**
 * Notifications of browsers (RFC 8030, 8291, 8292), to every device of a person: sent when one took it. The topic has a repeat replace the first where it
 * has not been shown yet. A device that is gone (404, 410) is forgotten at once, one that refuses five times in a row too; a service that is busy or down is
 * asked again later. What is sent is encrypted for the device: the service sees where to, how much and when.
 */
export function pushChannel(
  db: Db,
  { subject, patience = 10_000, now = Temporal.Now.instant, loopback = false }: PushOptions,
): Channel {
  const ask = async (device: PushAddress, keys: VapidKeys, message: Message, signal: AbortSignal): Promise<Answer> => {
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
      message.body,
      {
        vapidDetails: { subject, publicKey: keys.publicKey, privateKey: keys.privateKey },
        contentEncoding: 'aes128gcm',
        TTL: secondsKept,
        urgency: 'normal',
        topic: message.topic,
      },
    );
    const written = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    return post(device.endpoint, Object.fromEntries(written), body, { signal, patience, now, loopback });
  };

  /** Shortens what is too long, and tries the keys of before on a device that has not been given the new ones. */
  const tell = async (
    device: PushAddress,
    vapid: HouseVapid,
    delivery: Delivery,
    signal: AbortSignal,
  ): Promise<Answer> => {
    const asked = await ask(device, vapid, messageOf(delivery), signal);
    if (asked.status === 413) return ask(device, vapid, messageOf(delivery, shortest), signal);
    if (vapid.previous === null || !otherKeys.has(asked.status)) return asked;
    return ask(device, vapid.previous, messageOf(delivery), signal);
  };

  const one = async (
    device: PushAddress,
    vapid: HouseVapid,
    delivery: Delivery,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    const fault = endpointFault(device.endpoint, { loopback });
    if (fault !== null) {
      await prunePushDevice(db, device.id);
      return { kind: 'refused', code: 'EADDRESS', detail: fault, address: false };
    }
    const host = new URL(device.endpoint).host;
    let answer: Answer;
    try {
      answer = await tell(device, vapid, delivery, signal);
    } catch (error) {
      return { kind: 'later', code: codeOf(error), detail: `${host}: ${saidBy(error)}`, domain: host };
    }
    const { status, said, location, retryAfter } = answer;
    const [code, detail] = [String(status), `${host} ${status} ${said}`.trim()];
    if (status >= 200 && status < 300) {
      await notePushSent(db, device.id, { now: now() });
      return { kind: 'sent', id: location ?? `push:${delivery.key}`, code, detail: `${host} ${status}` };
    }
    if (status === 404 || status === 410) {
      await prunePushDevice(db, device.id);
      return { kind: 'refused', code, detail: `${detail}: this device is forgotten`, address: false };
    }
    if (status === 429 || status >= 500)
      return { kind: 'later', code, detail, domain: host, ...(retryAfter === null ? {} : { after: retryAfter }) };
    const forgotten = await notePushRefused(db, device.id);
    return {
      kind: 'refused',
      code,
      detail: forgotten ? `${detail}: this device is forgotten` : detail,
      address: false,
    };
  };

  return {
    name: 'push',
    async send(delivery, signal) {
      const devices = delivery.to.push;
      if (devices.length === 0) return { kind: 'refused', code: 'ENODEVICE', detail: 'no device', address: false };
      const vapid = await vapidOf(db);
      return together(await Promise.all(devices.map((device) => one(device, vapid, delivery, signal))));
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** What the worker of the page reads: src/web/offline/worker-push.ts. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly tag: string;
  readonly lang: string;
}

interface Message {
  readonly body: string;
  readonly topic: string;
}

/** Letters of the title and of the text: encrypted they stay under the 4096 bytes that every service takes. */
const usual = { title: 120, body: 500 };
const shortest = { title: 60, body: 100 };
/** A day: who has their device off for longer finds the rest in the letter, or on the page. */
const secondsKept = 86_400;
/** How services say that they know the device under another key of ours. */
const otherKeys = new Set([400, 401, 403]);

function messageOf({ key, letter }: Delivery, most = usual): Message {
  const topic = topicOf(key);
  const { subject, short, link, language }: Letter = letter;
  const told: PushMessage = {
    title: cut(subject, most.title),
    body: cut(short, most.body),
    link,
    tag: topic,
    lang: language,
  };
  return { body: JSON.stringify(told), topic };
}

/** 32 letters of base64url, as many as RFC 8030 allows. */
const topicOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 32);

/** Never in the middle of a character. */
const cut = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** One outcome of several: sent when one device took it; later when one may; else refused. */
function together(outcomes: readonly Outcome[]): Outcome {
  const sent = outcomes.filter((one) => one.kind === 'sent');
  const later = outcomes.filter((one) => one.kind === 'later');
  const all = outcomes
    .map(({ detail }) => detail)
    .join('; ')
    .slice(0, 500);
  const [first] = sent.length > 0 ? sent : later.toSorted((a, b) => (a.after ?? 0) - (b.after ?? 0));
  const [refused] = outcomes;
  const told = first ?? refused;
  return told === undefined
    ? { kind: 'refused', code: 'ENODEVICE', detail: 'no device', address: false }
    : { ...told, detail: all };
}

const codeOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'ETIMEDOUT'; // a DOMException, whose code is a number
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EFAILED';
};
const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

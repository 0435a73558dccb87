import type { Config } from '#config.ts';
import type { Letter } from '#notify/channel.ts';
import type { Compose, NotBefore } from '#notify/deliver/one-letter.ts';
import type { Payload } from '#notify/payload.ts';
import type { Db } from '#state/schema.ts';
import { linkKeyOf, signLink } from '#state/signed-links.ts';
import { alertOf } from '#state/outbox-recipient.ts';

/** How the rows of the outbox become letters, and when they may leave: what `start` and `notify run` give to the delivery. */
export interface Writing {
  readonly compose: Compose;
  readonly notBefore: NotBefore;
}

/** Plain letters, one line a film: until the letters of src/notify/letters take their place. */
export function plainWriting(db: Db, { cinemaName, origin, host, port }: Config): Writing {
  const site = origin ?? `http://${host}:${port}`;
  return {
    notBefore: (_row, _to, now) => now,
    async compose(row, to): Promise<Letter> {
      const lines = linesOf(row.payload);
      const kind = alertOf(row.kind);
      const unsubscribe =
        to.customer === null || kind === null
          ? null
          : `${site}/desabonner/${signLink(await linkKeyOf(db), { purpose: 'unsubscribe', customer: to.customer.id, kind, channel: row.channel })}`;
      const text = [...lines, '', site, ...(unsubscribe === null ? [] : [unsubscribe])].join('\n');
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return {
        subject: `${cinemaName} : ${lines[0] ?? row.kind}`,
        text,
        html: `<pre style="font-size:18px;white-space:pre-wrap">${escaped}</pre>`,
        short: lines[0] ?? row.kind,
        link: site,
        language: to.language,
        unsubscribe,
        list: row.kind === 'account' ? null : row.kind,
      };
    },
  };
}

function linesOf(json: string): string[] {
  const payload: Payload = JSON.parse(json);
  if (payload.kind === 'account')
    return [
      'code' in payload.about ? payload.about.code : payload.about.purpose,
      ...('path' in payload.about ? [payload.about.path] : []),
    ];
  const films = payload.kind === 'wish' ? [payload.film] : payload.films;
  return films.map(({ film, showings }) =>
    [film.title, ...showings.map(({ starts, venue }) => `${starts.slice(0, 16).replace('T', ' ')} ${venue}`)].join(
      ', ',
    ),
  );
}

import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { withheld, type Channel, type Delivery, type Gate, type Outcome } from '#notify/channel.ts';
import { composeMail, type Sender } from '#notify/channels/compose-mail.ts';

/**
 * Letters as files `KEY.eml` of a folder, for a house without a mail server: each whole or not there, and the same name at each try, so that none is there
 * twice. Any mail program opens them.
 */
export function fileChannel(folder: string, { sender }: { readonly sender: () => Promise<Sender> }): Channel {
  const place = `file:${folder}`;
  return {
    name: 'email',
    gated: true,
    server: place,
    async send(delivery: Delivery, _signal: AbortSignal, gate: Gate): Promise<Outcome> {
      const { raw, messageId } = await composeMail(delivery, await sender());
      const file = join(folder, `${delivery.key}.eml`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const partial = `${file}.${process.pid}.partial`;
        await using written = await open(partial, 'w', 0o600);
        await written.writeFile(raw);
        await written.sync();
        if (!(await gate())) return withheld;
        await rename(partial, file);
        return { kind: 'sent', id: messageId, code: 'FILE', detail: file };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'FILE';
        return { kind: 'later', code, detail: String(error).slice(0, 300), domain: place };
      }
    },
    async [Symbol.asyncDispose]() {},
  };
}

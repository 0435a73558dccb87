import type { Channel } from '#notify/channel.ts';
import { normalPhone } from '#state/phone-number.ts';

/** A call that somebody of the house makes: sending puts it on their list (`/equipe/appels`), where it is ticked once made. */
export const phoneChannel = (): Channel => ({
  name: 'phone',
  send: ({ key, to }) =>
    Promise.resolve(
      to.phone !== null && normalPhone(to.phone) !== null
        ? { kind: 'sent', id: `phone:${key}`, code: 'listed', detail: 'on the list to call' }
        : { kind: 'refused', code: 'ENUMBER', detail: 'no number to call', address: false },
    ),
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

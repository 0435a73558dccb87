import type { Letter } from '#notify/channel.ts';
import { tellAccount } from '#notify/letters/tell-account.ts';
import { tellAlert } from '#notify/letters/tell-alert.ts';
import type { LetterContext } from '#notify/letters/context.ts';
import { letterHtml } from '#notify/letters/letter-html.ts';
import { letterText } from '#notify/letters/letter-text.ts';
import type { Payload } from '#notify/payload.ts';

/**
 * Puts words to a message: subject, text, HTML (large type, for dark devices too, that asks nothing of any server), one line for a telephone.
 * Showings that are past are left out; `current` leaves out what is no longer true.
 * @returns null when nothing that it tells is still to come
 */
export function composeLetter(payload: Payload, context: LetterContext): Letter | null {
  const told = payload.kind === 'account' ? tellAccount(payload.about, context) : tellAlert(payload, context);
  if (told === null) return null;
  const { letter, ...rest } = told;
  return {
    ...rest,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    language: letter.language,
  };
}

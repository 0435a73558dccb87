import { cleanLine } from '#notify/letters/clean.ts';
import type { LetterContext } from '#notify/letters/context.ts';
import { senderOf, type Told } from '#notify/letters/tell-alert.ts';
import type { ToldLetter } from '#notify/letters/told-letter.ts';
import { whenIn } from '#notify/letters/when.ts';
import { lettersEn } from '#notify/letters/words.en.ts';
import { lettersFr } from '#notify/letters/words.fr.ts';
import type { AccountLetter } from '#notify/payload.ts';

/** Tells what somebody asked for this minute: the code first, then what it is for. */
export function tellAccount(about: AccountLetter, context: LetterContext): Told {
  const language = 'language' in about ? about.language : context.language;
  const words = language === 'fr' ? lettersFr : lettersEn;
  const house = cleanLine(context.house.name, 80);
  const link = (path: string): string => `${context.origin}${path}`;
  const base = {
    language,
    house,
    note: null,
    films: [],
    onward: null,
    foot: { lines: [], links: [], sender: senderOf(context, words) },
  };
  const done = (letter: ToldLetter, to = context.origin): Told => ({
    letter,
    short: letter.subject,
    link: to,
    unsubscribe: null,
    list: null,
  });
  switch (about.purpose) {
    case 'confirm':
    case 'sign-in': {
      const say = words.account[about.purpose];
      const button = { before: say.instead, text: say.button, href: link(about.path) };
      return done(
        {
          ...base,
          subject: say.subject(about.code, house),
          title: say.title,
          lead: say.lead,
          code: about.code,
          button,
          after: [say.holds(about.minutes), say.after],
        },
        button.href,
      );
    }
    case 'staff-code': {
      const say = words.account['staff-code'];
      const after = [say.holds(about.minutes), say.after];
      return done({
        ...base,
        subject: say.subject(house),
        title: say.title,
        lead: say.lead,
        code: about.code,
        button: null,
        after,
      });
    }
    case 'staff-setup': {
      const say = words.account['staff-setup'];
      const button = { before: '', text: say.button, href: link(about.path) };
      const after = [say.holds(about.minutes), say.after];
      return done(
        { ...base, subject: say.subject(house), title: say.title, lead: say.lead, code: null, button, after },
        button.href,
      );
    }
    case 'staff-password-set':
    case 'staff-passkey-added':
    case 'staff-passkey-removed':
    case 'staff-new-browser': {
      const say = words.account[about.purpose];
      const { instead, button: text, after } = words.account['staff-changed'];
      const button = { before: instead, text, href: link(`${language === 'en' ? '/en' : ''}/equipe/moi`) };
      const at = whenIn(language, context.now).dayAndTime(about.at);
      return done(
        {
          ...base,
          subject: say.subject(house),
          title: say.title,
          lead: [say.lead(at)],
          code: null,
          button,
          after: [after],
        },
        button.href,
      );
    }
    case 'soon-erased': {
      const say = words.account['soon-erased'];
      const button = { before: '', text: say.button, href: link(about.path) };
      return done(
        {
          ...base,
          subject: say.subject(house),
          title: say.title,
          lead: say.lead(about.on),
          code: null,
          button,
          after: [say.after],
        },
        button.href,
      );
    }
    case 'passkey-added':
    case 'passkey-removed': {
      const say = words.account[about.purpose];
      const button = { before: say.instead, text: say.button, href: link(about.path) };
      return done(
        {
          ...base,
          subject: say.subject(house),
          title: say.title,
          lead: say.lead,
          code: null,
          button,
          after: [say.after],
        },
        button.href,
      );
    }
    case 'test':
    case 'address-changed':
    case 'erased': {
      const say = words.account[about.purpose];
      const after = say.after === '' ? [] : [say.after];
      return done({
        ...base,
        subject: say.subject(house),
        title: say.title,
        lead: say.lead,
        code: null,
        button: null,
        after,
      });
    }
  }
}

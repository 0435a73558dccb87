import type { Words } from '#web/words.fr.ts';
import { quoted } from '#words/english.ts';
import { preferencesEn } from '#web/words/account-preferences.en.ts';

/** The account, what one asks to be told, and how it ends. */
export const accountEn: Words['account'] = {
  title: 'My alerts',
  link: 'My alerts',
  lead: (cinema) => `Leave your address, and ${cinema} tells you when a film for you is on near you.`,
  leadFilm: (title) =>
    `Leave your address, tick “A film that I am waiting for”, and you will be told when ${quoted(title)} is on near you.`,
  without: 'All the rest of the site works without an account.',
  email: 'Your e-mail address',
  emailHint: 'For example first.last@example.org. You have an account already? This address is enough.',
  by: {
    email: (cinema) => `I want ${cinema} to send me an e-mail for:`,
    push: (cinema) => `I want ${cinema} to send a notification to my devices for:`,
    sms: (cinema) => `I want ${cinema} to send me a text message for:`,
    paper: (cinema) => `I want ${cinema} to print me a sheet for:`,
    phone: (cinema) => `I want ${cinema} to call me for:`,
  },
  kinds: {
    wish: ['A film that I am waiting for', 'When a film for which I said “I would come” is programmed.'],
    digest: ['The week by my taste', 'A letter on Tuesday, only when there is a film for me.'],
    new: ['A film for me is coming', 'When a film close to those I liked is added to the programme.'],
    'last-days': ['The last showings', 'When a film for me is about to leave.'],
  },
  where: 'Where do you live?',
  whereHint: 'So that we only tell you of showings nearby. You may say nothing.',
  commune: 'Your commune',
  anyCommune: 'I would rather not say',
  radius: 'Up to',
  anyRadius: 'However far',
  minutes: (minutes) => `${minutes} minutes by car`,
  promise: (cinema) =>
    `By sending this, I ask ${cinema} to write me a letter of confirmation, and to keep my address for my account until I erase it.`,
  rights:
    'Your address serves nothing else, is given to nobody, and you erase it whenever you like. Each letter has a link to stop.',
  send: 'Receive the letter',
  trap: 'Leave this field empty',
  refused: {
    robot: 'That came too fast for us to be sure that you are not a robot. Read it again, then send it once more.',
    email: 'This e-mail address cannot be used. Check it: it needs an @ and a dot, and no space.',
    title: 'The letter was not sent',
  },
  code: {
    title: 'Look at your mail',
    lead: 'We have just written to you. The letter holds a code of six digits and a link: either will do, for ten minutes.',
    label: 'The code of six digits',
    hint: 'It works here alone, in this browser.',
    send: 'Go on',
    nothing:
      'Nothing comes? Look among unwanted mail, and check the address. We send three letters an hour at most to one address.',
    again: 'Start again',
    wrong: (left) =>
      left === 1
        ? 'That is not the right code. One try is left.'
        : `That is not the right code. ${left} tries are left.`,
    overTitle: 'This code no longer holds',
    over: 'It was used, it is more than ten minutes old, or it was tried five times. Ask for a new letter.',
  },
  confirm: {
    title: 'Confirm your address',
    signInTitle: 'Open your account',
    who: (masked) => `This letter was asked for the address ${masked}.`,
    newAddress: (masked) => `Your account will have this new address: ${masked}.`,
    go: 'Yes, it is me',
    device:
      'This browser will stay tied to your account. On a computer that is not yours, remember to sign out afterwards, in “My alerts”.',
    not: 'It is not you? Close this page: nothing will be done.',
    usedTitle: 'This link was used already',
    used: 'A link works once. If you are in already, all is well; else ask for a new letter.',
    lateTitle: 'This link no longer holds',
    late: 'It holds for ten minutes. Ask for a new letter, it comes at once.',
    takenTitle: 'This address has an account already',
    taken: 'We changed nothing. Enter the other account with that address, or erase it first.',
    again: 'Ask for a letter',
  },
  mine: {
    has: (email) => `You have an account, at the address ${email}.`,
    nameless: 'You have an account.',
    subscriptions: 'alerts asked for',
    consents: 'agreements and refusals noted',
    messages: 'messages written for you',
    wishes: 'films that you would come to see',
    csv: 'Download my data (CSV tables)',
    eraseHint:
      'Your account and your alerts disappear too. A last letter confirms it; of your address a fingerprint alone is left, which keeps us from writing to you by mistake.',
  },
  preferences: preferencesEn,
};

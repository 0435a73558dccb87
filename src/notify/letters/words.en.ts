import type { LetterWords } from '#notify/letters/words.fr.ts';
import { lists, quoted, several } from '#words/english.ts';

const others = (count: number): string => (count === 0 ? '' : ` and ${several(count, 'other film', 'other films')}`);
const names = (titles: readonly string[], more: number): string =>
  more === 0 ? lists.format(titles.map(quoted)) : `${titles.map(quoted).join(', ')}${others(more)}`;

const dayOn = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What the letters say. */
export const lettersEn: LetterWords = {
  quoted,
  inTown: (town) => `in ${town}`,
  colon: ':',
  subject: {
    wish: (title, where, when) => `${quoted(title)} is on ${where}, ${when}`,
    digest: (first, last, titles, more) => `${first} to ${last}: ${names(titles, more)}`,
    reminder: (titles, more) => `Still on this week: ${names(titles, more)}`,
    new: (title, when, more) => `New near you: ${quoted(title)}, ${when}${others(more)}`,
    'last-days': (title, when, more) => `Last announced showing of ${quoted(title)}: ${when}${others(more)}`,
  },
  title: {
    wish: 'The film that you wanted to see is on',
    digest: 'Your week at the cinema',
    reminder: 'Still on this week',
    new: 'New near you',
    'last-days': 'Leaving the screens near you',
  },
  lead: {
    wish: 'It is on near you. Here are the showings.',
    digest: (first, last, films) => `From ${first} to ${last}, ${several(films, 'film', 'films')} chosen for you.`,
    reminder: (films) => `${several(films, 'film is', 'films are')} still waiting for you until Tuesday.`,
    new: (films) =>
      films === 1
        ? 'A film that you may like has just joined the programme.'
        : 'Films that you may like have just joined the programme.',
    'last-days': (films) =>
      films === 1
        ? 'No other showing of this film is announced after these.'
        : 'No other showing of these films is announced after these.',
  },
  why: {
    wished: (day) => `You said on ${day} that you would come and see it.`,
    'to-watch': (day) => `You put it among your films to watch on ${day}.`,
    taste: (titles) =>
      titles.length === 0
        ? 'To your taste, from the films that you liked.'
        : `To your taste: you liked ${lists.format(titles.map(quoted))}.`,
  },
  told: 'We have told you of it already.',
  away: (minutes) => `about ${several(minutes, 'minute', 'minutes')} by car`,
  estimated: 'Times by car are estimates.',
  suits: 'On the days that suit you',
  otherDays: 'On other days',
  more: (count) => `And ${several(count, 'other showing', 'other showings')}`,
  programme: 'See the whole programme',
  filmPage: 'More about this film',
  version: {
    vf: 'in French (VF)',
    vost: 'original language, French subtitles (VOST)',
    vo: 'original language',
    silent: 'silent film',
    unknown: '',
  },
  feature: {
    sme: 'subtitles for the deaf and hard of hearing (SME)',
    ad: 'audio description',
    relaxed: 'relaxed showing',
    'hearing-loop': 'hearing loop',
    '3d': 'in 3D',
    preview: 'preview',
    debate: 'with a talk afterwards',
  },
  note: 'A word from the staff',
  foot: {
    kind: {
      wish: 'to be told when a film that you want to see is on near you',
      digest: 'for the programme chosen for you every week',
      new: 'to be told when a film for you joins the programme',
      'last-days': 'to be told when a film for you is about to leave the screens',
    },
    why: (asked, since) =>
      `You receive this message because you asked${since === null ? '' : `, on ${since},`} ${asked}.`,
    preferences: 'Choose what we send you',
    unsubscribe: 'Stop these messages',
    from: (house) => `This message is sent to you by ${house}.`,
    contact: (email) => `A question? Write to ${email}.`,
  },
  short: {
    wish: (title, where, when) => `${quoted(title)} is on ${where}, ${when}.`,
    digest: (title, more) => `Your week at the cinema: ${quoted(title)}${others(more)}.`,
    reminder: (title, more) => `Still on this week: ${quoted(title)}${others(more)}.`,
    new: (title, more) => `New near you: ${quoted(title)}${others(more)}.`,
    'last-days': (title, more) => `Last announced showings: ${quoted(title)}${others(more)}.`,
  },
  account: {
    confirm: {
      subject: (code, house) => `${code}, your code (${house})`,
      title: 'Confirm your address',
      lead: ['Here is your code. Type it in the page where you asked for it, on the same device.'],
      button: 'Confirm my address',
      instead: 'Or open this link, then press the button of the page:',
      holds: (minutes) => `The code and the link work once, for ${several(minutes, 'minute', 'minutes')}.`,
      after: 'If you asked for nothing, do nothing: you will receive nothing else.',
    },
    'sign-in': {
      subject: (code, house) => `${code}, your code (${house})`,
      title: 'Your code to sign in',
      lead: ['Type this code in the page where you asked for it, on the same device.'],
      button: 'Sign in',
      instead: 'Or open this link, then press the button of the page:',
      holds: (minutes) => `The code and the link work once, for ${several(minutes, 'minute', 'minutes')}.`,
      after: 'If you asked for nothing, do nothing and give this code to nobody: without it, nobody gets in.',
    },
    'staff-code': {
      subject: (house) => `Your code for the staff (${house})`,
      title: 'Your code',
      lead: ['Type this code in the page of the staff, after your password.'],
      holds: (minutes) => `It works once, for ${several(minutes, 'minute', 'minutes')}.`,
      after: 'If you did not ask for it, somebody knows your password: change it, and tell a manager.',
    },
    test: {
      subject: (house) => `Test letter (${house})`,
      title: 'Letters arrive',
      lead: ['You asked for this test letter in the settings of the house. It took the same way as all the others.'],
      after: 'There is nothing to do.',
    },
    'staff-setup': {
      subject: (house) => `Welcome to the staff (${house})`,
      title: 'Welcome to the staff',
      lead: ['Your way into the pages of the staff is ready. Open this link to choose how you will sign in:'],
      button: 'Set up my access',
      holds: (minutes) =>
        minutes >= 120
          ? `This link works once, for ${several(Math.round(minutes / 60), 'hour', 'hours')}.`
          : `This link works once, for ${several(minutes, 'minute', 'minutes')}.`,
      after: 'If you did not expect this message, do nothing.',
    },
    'staff-changed': {
      instead: 'Your ways in and your sessions are on the page “My access”:',
      button: 'My access',
      after:
        'If it was you, there is nothing to do. If not, change your password, close the other sessions and tell a manager.',
    },
    'staff-password-set': {
      subject: (house) => `Your password for the staff has just been chosen (${house})`,
      title: 'Your password has just been chosen',
      lead: (at) => `On ${at}, a new password was chosen to enter the pages of the staff with your address.`,
    },
    'staff-passkey-added': {
      subject: (house) => `A passkey now opens the pages of the staff (${house})`,
      title: 'One more passkey',
      lead: (at) => `On ${at}, a passkey was added: the device that has it enters the pages of the staff as you.`,
    },
    'staff-passkey-removed': {
      subject: (house) => `A passkey no longer opens the pages of the staff (${house})`,
      title: 'One passkey fewer',
      lead: (at) => `On ${at}, one of your passkeys for the pages of the staff was removed.`,
    },
    'staff-new-browser': {
      subject: (house) => `You signed in from a new device (${house})`,
      title: 'A sign-in from a new device',
      lead: (at) => `On ${at}, one of your passkeys opened the pages of the staff in a browser that we did not know.`,
    },
    'address-changed': {
      subject: (house) => `The address of your account has changed (${house})`,
      title: 'The address of your account has changed',
      lead: ['Your account now writes to another address: nothing more will come to this one.'],
      after: 'If it was not you who changed it, tell us.',
    },
    'soon-erased': {
      subject: (house) => `Do you want to keep your account? (${house})`,
      title: 'Do you want to keep your account?',
      lead: (on) => [
        `You have not come for a long time. On ${dayOn.format(new Date(on))}, your account and all that we know of you will be erased: we keep nothing for longer.`,
        'To keep it, coming back is enough:',
      ],
      button: 'Keep my account',
      after: 'Otherwise, do nothing: everything will be erased by itself, and we will not write again.',
    },
    'passkey-added': {
      subject: (house) => `A passkey now opens your account (${house})`,
      title: 'A passkey now opens your account',
      lead: [
        'It has just been added: the face, the fingerprint or the code of a device opens your account, without waiting for a letter.',
      ],
      instead: 'Your passkeys are on the page “My alerts”:',
      button: 'My alerts',
      after: 'If it was not you, sign in, remove this passkey and sign the other devices out.',
    },
    'passkey-removed': {
      subject: (house) => `A passkey no longer opens your account (${house})`,
      title: 'A passkey no longer opens your account',
      lead: ['It has just been removed, on the page “My alerts”.'],
      instead: 'Those that are left are there:',
      button: 'My alerts',
      after: 'If it was not you, sign in and sign the other devices out.',
    },
    erased: {
      subject: (house) => `Your data are erased (${house})`,
      title: 'Your data are erased',
      lead: [
        'As you asked, your account and all that we knew of you are erased: your films, your wishes, your choices, your address.',
        'This message is the last one. Our backups hold a copy for thirty days at most.',
      ],
      after: '',
    },
  },
};

import type { Words } from '#web/words.fr.ts';

/** What the page shown without a network says, in English. */
export const offlineEn: Words['offline'] = {
  title: 'No network',
  lead: 'Without a connection, you can read again what this device has kept: your last list of films and the last programme you looked at.',
  away: 'The page you asked for needs a connection. It will open as soon as the network is back.',
  keptTitle: 'Kept on this device',
  saved: 'kept on',
  nothing: 'Nothing is kept on this device for now.',
  erase: 'Erase from this device',
  erased: 'Erased: this device keeps no list and no poster any more.',
  whatTitle: 'What is kept, and what is not:',
  what: [
    'The last list takes the place of the one before, and so does the last programme. They stay in this device, and nowhere else.',
    'If others use this device, they can read them: erase them here whenever you like.',
    'Your data, your searches and the files that you import are never kept this way.',
  ],
  again: 'Try again',
  privacy: 'So that it can be read without a network, your last list is copied to your device, and only there.',
  privacyLink: 'See it or erase it',
};

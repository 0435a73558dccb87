import type { Words } from '#web/words.fr.ts';
import { quoted, several } from '#words/english.ts';

/** What a visitor keeps here, in English. */
export const keptEn: Words['kept'] = {
  wanted: 'To watch',
  seen: 'Seen',
  not: 'Not for me',
  done: {
    liked: (title) => `${quoted(title)} is among the films you liked.`,
    wanted: (title) => `${quoted(title)} is on your list to watch.`,
    seen: (title) => `${quoted(title)} is among the films you have seen.`,
    disliked: (title) => `${quoted(title)} will not be suggested again.`,
    undone: (title) => `Undone for ${quoted(title)}.`,
    kept: (count) => `${several(count, 'film', 'films')} kept on this device.`,
    notKept: 'Your browser did not keep this choice: it refuses cookies, or the connection is not encrypted.',
    failed: 'This choice could not be kept. Try again in a moment.',
  },
  undo: 'Undo',
  undoFor: (title) => `Undo for ${quoted(title)}`,
  mine: 'My films',
  title: 'My films',
  lead: 'What you have put aside here, on this device.',
  empty:
    'You have put nothing aside yet. Under each film, choose “To watch”, “Seen” or “Not for me”: it will come here.',
  lists: {
    wanted: 'To watch',
    liked: 'Liked',
    seen: 'Seen',
    disliked: 'Not for me',
  },
  remove: (title) => `Remove ${quoted(title)}`,
  fromLiked: 'Films from those I liked',
  keep: 'Keep my films on this device',
  keepAgain: 'Keep these films too',
  keepHint: 'They will wait for your next visit.',
  welcome: (count) => `You had kept ${several(count, 'film you liked', 'films you liked')}.`,
  welcomeGo: 'See my suggestions',
  data: {
    link: 'My data',
    title: 'My data',
    nobody: 'We hold nothing about you: you have put nothing aside here, and no cookie tells who you are.',
    guest:
      'You have put nothing aside here, but this device has a place in a group: your name and your films are held there.',
    yourGroups: 'Your groups',
    leaveHint: 'On the page of a group, “Leave the group” erases your place.',
    lead: 'This is all that is held about this device. No name, no address, no e-mail.',
    leadAccount: 'This is all that is held about you, on this device and in your account.',
    marks: (count) => several(count, 'film put aside', 'films put aside'),
    groups: (count) => several(count, 'evening with others', 'evenings with others'),
    events: (count) => several(count, 'line about lists shown', 'lines about lists shown'),
    settings: (count) => several(count, 'setting', 'settings'),
    since: (first, last) => `First kept visit on ${first}, the last on ${last}.`,
    until: (months) => `After ${months} months without a visit, everything is erased by itself.`,
    untilAccount: (years) =>
      `After ${years} years without you, your account and all the rest are erased by themselves.`,
    download: 'Download my data (JSON)',
    erase: 'Erase everything',
    eraseHint:
      'At once and for good: your films, evenings and settings disappear from here, and this device’s places in groups, for everyone who uses it.',
    erased: 'It is erased. We hold nothing about you any more.',
  },
};

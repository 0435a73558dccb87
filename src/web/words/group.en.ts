import type { Words } from '#web/words.fr.ts';
import { days, lists, quoted, several } from '#words/english.ts';

const ofName = (name: string): string => `${name}’s`;

/** Choosing a film for several people, in English. */
export const groupEn: Words['group'] = {
  title: 'A film for several people',
  lead: 'Say which films each person liked. We look for those that will bring you together, and say what each person gets from them.',
  person: (place) => `Person ${place}`,
  films: (count) => (count === 0 ? 'no film yet' : several(count, 'film', 'films')),

  here: {
    title: 'Together, on this device',
    lead: 'Write your names and, for each person, one or two films they liked. Nothing is kept: it all stands in the address of the page.',
    name: 'Name',
    films: 'Films liked',
    filmsHint: 'Several titles? Put a semicolon between them.',
    more: 'Are there more of you?',
    again: 'Change the names, add films or people',
    submit: 'Find our films',
    remove: (name) => `Remove ${name} from the group`,
    restart: 'Start again',
    leftOut: (count) =>
      `${several(count, 'part of this address was not understood', 'parts of this address were not understood')}: we leave it aside.`,
    which: (name) => `For ${name}`,
    pick: (title, name) => `Choose ${quoted(title)} for ${name}`,
  },

  apart: {
    title: 'Apart, with your phones',
    lead: 'You open a group and send its link. Each person adds their own films. After seven days everything is erased.',
    name: 'Your name',
    nameHint: 'The others will see it. A nickname will do.',
    submit: 'Open a group',
    yours: 'Your groups',
    one: (names, until) =>
      `${names.length === 0 ? 'Group still empty' : `Group of ${lists.format(names)}`}, until ${days.format(new Date(until))}`,
  },

  group: {
    title: 'Our group',
    until: (until) => `This group and its films will be erased on ${days.format(new Date(until))}.`,
    wait: 'As soon as two people have added a film, your suggestions appear here.',
    see: 'See our films',
    refresh: 'Refresh the page',
    live: 'Follow changes by itself',
    linkTitle: 'Invite the others',
    linkLead: 'Send this link. Whoever receives it can enter the group: do not publish it.',
    link: 'Link of the group',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    mail: 'Send by e-mail',
    mailSubject: 'Which film together?',
    mailBody: (link) =>
      `Hello,\n\nLet us choose a film together. Open this link and add one or two films that you liked:\n${link}\n\nSee you soon!`,
    people: 'Who is here',
    you: 'you',
    nobody: 'Nobody has come in yet.',
    noFilm: (names) => `We are waiting for films from ${lists.format(names)} to count them in.`,
    joined: (name) => `${name} has joined the group.`,
    now: (name, count) => `${name} now has ${several(count, 'liked film', 'liked films')} in the group.`,
    left: (name) => `${name} has left the group.`,
    back: 'Back to the group',
    changed: 'The group’s choice has changed.',
  },

  join: {
    title: 'Count me in',
    second: 'Another person, on this device',
    lead: 'Before you enter: the other members will see your name and the films that you add here. On this device a cookie keeps your place until the group is over.',
    name: 'Your name',
    films: 'A film that you liked (you can add others)',
    submit: 'Enter the group',
    full: 'This group already has its eight people: it is full.',
  },

  mine: {
    title: (name) => `${ofName(name)} films`,
    add: 'Add a film you liked',
    whose: 'For whom?',
    submit: 'Add',
    none: 'No film yet: add one or two.',
    remove: (title, name) => `Remove ${quoted(title)} from ${ofName(name)} films`,
    refused: 'Anything but',
    allow: (title, name) => `Allow ${quoted(title)} again for ${name}`,
    bring: (count) => `Add ${several(count, 'liked film kept on this device', 'liked films kept on this device')} too`,
    leave: (name) => `Leave the group (${name})`,
    leaveHint: 'Your name and your films disappear from the group.',
  },

  results: {
    title: 'To bring you together',
    summary: (names) => `From the films of ${lists.format(names)}.`,
    kinds: {
      'best-for-all': 'Best for the group',
      'nobody-unhappy': 'Nobody unhappy',
      'whose-turn': 'Whose turn is it?',
    },
    why: {
      best: 'The film that brings the group most, all tastes added up.',
      nobody: 'The film that pleases most the person it serves least.',
      turn: (name) => `Tonight, for ${name} first: the first choice suits them least.`,
      owed: (name) => `${ofName(name)} turn: past evenings brought them least.`,
    },
    same: (title, kind) =>
      `${quoted(title)} again, already ${quoted(kind)}: another film would leave somebody less happy.`,
    none: 'No film suits everybody well enough. Add films, or look at the list.',
    empty: 'No film is left to suggest: everything is seen or set aside.',
    gains: (title) => `What ${quoted(title)} brings`,
    fit: [
      'rather far from their taste',
      'may please them',
      'to their taste',
      'very much their taste',
      'nearly their ideal',
    ],
    from: (title) => `from ${quoted(title)}`,
    also: (kind) => `Suggested above: ${kind.replace(/\?$/, '').toLowerCase()}.`,
    listTitle: 'The list, in equal parts',
    listLead:
      'Each film makes up for what those before it gave somebody less of. Go down it from the top, evening after evening.',
    listShares: (shares) =>
      `What this list brings to each person, beside a list made for them alone: ${lists.format(shares)}.`,
    share: (name, percent) => `${name} ${percent}`,
    basis: 'A film that somebody liked, saw or set aside is never suggested.',
  },

  act: {
    choose: 'We have chosen this film',
    chooseFor: (title) => ` (${title})`,
    not: 'Anything but this',
    notFor: (name) => `Anything but this, says ${name}`,
    who: 'Who does not want it?',
  },

  evenings: {
    title: 'Your evenings',
    one: (title, at) => (at === null ? quoted(title) : `${quoted(title)}, on ${days.format(new Date(at))}`),
    takeBack: (title) => `In the end, not ${quoted(title)}`,
    owed: (name) => `So far these films have brought ${name} least: what follows makes up for it.`,
    even: 'So far everybody has received as much.',
  },

  done: {
    joined: (name) => `Welcome, ${name}: you are in the group.`,
    added: (titles) => `Added: ${lists.format(titles.map(quoted))}.`,
    full: 'Twenty liked films at most count for each person: the last ones were not added.',
    removed: (title) => `${quoted(title)} is removed.`,
    refused: (title) => `${quoted(title)} is set aside: it will not be suggested to the group again.`,
    allowed: (title) => `${quoted(title)} may be suggested again.`,
    chosen: (title) => `Noted: you have chosen ${quoted(title)}. Enjoy it!`,
    takenBack: (title) => `Undone: ${quoted(title)} no longer counts.`,
    gone: (title) => `${quoted(title)} cannot be chosen: somebody has already seen it or set it aside.`,
    left: 'Done: this place and its films are erased from the group.',
    needName: 'Write your name, or a nickname, to enter the group.',
  },
};

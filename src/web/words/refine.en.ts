import type { Words } from '#web/words.fr.ts';
import { quoted, several } from '#words/english.ts';

/** The list and how one wants it, in English. */
export const refineEn: Words['refine'] = {
  title: 'Refine the list',
  apply: 'Apply',
  dialsTitle: 'Rather…',
  needsLiked: 'With one film that you liked, you may also ask for rarer films, or more surprising ones.',
  dials: {
    rare: {
      label: 'Well known or rare',
      ends: ['well known', 'rare'],
      steps: [
        'very well-known films',
        'rather well-known films',
        'well known or not',
        'rather rare films',
        'rare films',
      ],
    },
    recent: {
      label: 'Old or recent',
      ends: ['old', 'recent'],
      steps: ['old films', 'rather old films', 'of any time', 'rather recent films', 'recent films'],
    },
    far: {
      label: 'Close or surprising',
      ends: ['close', 'surprising'],
      steps: [
        'very close to your films',
        'rather close to your films',
        'neither too close nor too far',
        'a little surprising',
        'surprising',
      ],
    },
  },
  middle: 'no matter',
  plain: 'Do not vary: the surest first, even if they are alike',
  conditionsTitle: 'Only…',
  from: 'From',
  to: 'Until',
  anyYear: 'any year',
  length: 'Length',
  anyLength: 'any length',
  atMost: (duration) => `${duration} at most`,
  genre: 'Genre',
  anyGenre: 'any genre',
  country: 'Country',
  anyCountry: 'any country',
  language: 'Original language',
  anyLanguage: 'any language',
  family: 'To watch with the family',
  familyNote:
    'From genres and themes: our sources give no advised age. Have a look at the film’s page before you choose for children.',
  years: (from, to) =>
    from !== null && to !== null
      ? from === to
        ? `of ${from}`
        : `from ${from} to ${to}`
      : from !== null
        ? `from ${from} on`
        : `until ${to}`,
  inLanguage: (name) => `language: ${name}`,
  inFamily: 'with the family',
  notVaried: 'not varied',
  inMood: (name) => `mood: ${name}`,
  asked: 'You asked for:',
  remove: (what) => `Remove ${quoted(what)}`,
  reset: 'Remove all',
  refused: 'Part of this address means nothing to us. We leave it out; the rest is applied.',
  few: (films) =>
    films === 0
      ? 'No film meets all your conditions.'
      : films === 1
        ? 'Only one film meets all your conditions.'
        : `Only ${several(films, 'film meets', 'films meet')} all your conditions.`,
  loosen: 'To see more:',
  loosenOne: (what) => `Remove ${quoted(what)}`,
  loosenGives: (films) => several(films, 'film in all', 'films in all'),
  loosenAll: 'Remove all conditions',
  startSummary: (films) =>
    `${several(films, 'well-known film that answers', 'well-known films that answer')} your choices. Say which ones you liked, and the list will become yours.`,
  quick: 'Shortcuts',
  inFrench: 'in French',
  before: (year) => `from before ${year}`,
  byMood: 'by mood',
  surprise: 'surprise me',

  shelvesTitle: 'By shelf',
  shelvesLead: 'More films for you, sorted. None of them is already above.',
  more: 'See more',
  moreOf: (shelf) => `of this shelf: ${shelf}`,
  shelfWhy: {
    close: 'Those that share most with the films you liked.',
    'off-the-beaten-track': 'Less known, but your kind.',
    french: 'From France and in French, after your taste.',
    heritage: 'From before 1970, after your taste.',
    recent: 'From the last few years, after your taste.',
    'same-director': 'By those who made the films you liked.',
    'short-evening': 'About an hour and a half, or less.',
  },

  explain: {
    title: 'How these films are chosen',
    content: [
      'Of each film we know the genres, the themes, the story, the time, the country, the language and the people who made it. We look for films that share most with those you liked.',
      'It is a choice by content only: we do not know what other viewers thought of them. A film that is poorly described may be missed, and two films alike on paper may be very different on the screen.',
    ],
    likes: [
      'We learnt, from ratings given by many viewers without their names, which films please the same people. Those who liked your films often liked these.',
      'For films that few people rated, we look at what they are: genres, themes, story, time, country, people. We know much-seen films better than the others: the setting “rare” leaves them less room.',
    ],
    start: [
      'You have not named a film that you liked yet: we show films that many people know, of every time. It is not a choice for you yet.',
    ],
    varied: 'Then we vary: two films of one series at most, and genres in proportion to yours.',
    plain: 'You asked us not to vary: the list follows the ranking alone.',
    condition:
      'A condition (length, country…) leaves out the films that do not meet it, and those of which we do not know. The dials and the mood leave nothing out: they change the order.',
    wrong:
      'It is a calculation, made here. Nobody pays to be in it. It is wrong at times: “Not for me” helps it do better.',
    keptNone:
      'Nothing of your visit is kept: your films and your settings are in the address of the page, and nowhere else.',
    keptIfAsked:
      'Nothing of your visit is kept as long as you put no film aside: your films and your settings are in the address of the page.',
    kept: 'You have put films aside here: we keep which ones, which lists you were shown and what you did with them, without name or address. One place in ten is left to chance, to learn what people like.',
  },
};

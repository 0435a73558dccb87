import type { Words } from '#web/words.fr.ts';
import { adviceEn } from '#web/words/advice.en.ts';
import { tasteEn } from '#web/words/taste.en.ts';
import { importEn } from '#web/words/import.en.ts';
import { offlineEn } from '#web/words/offline.en.ts';
import { shareEn } from '#web/words/share.en.ts';
import { catalogueEn } from '#web/words/catalogue.en.ts';
import { chartsEn } from '#web/words/charts.en.ts';
import { figuresEn } from '#web/words/figures.en.ts';
import { groupEn } from '#web/words/group.en.ts';
import { localEn } from '#web/words/local.en.ts';
import { keptEn } from '#web/words/kept.en.ts';
import { moodEn } from '#web/words/mood.en.ts';
import { qualityEn } from '#web/words/quality.en.ts';
import { faultsEn } from '#web/words/faults.en.ts';
import { programmeEn } from '#web/words/programme.en.ts';
import { wishesEn } from '#web/words/wishes.en.ts';
import { accountEn } from '#web/words/account.en.ts';
import { passkeysEn } from '#web/words/passkeys.en.ts';
import { pushEn } from '#web/words/push.en.ts';
import { staffEn } from '#web/words/staff.en.ts';
import { refineEn } from '#web/words/refine.en.ts';
import { lookEn } from '#web/words/look.en.ts';
import { statementEn } from '#web/words/statement.en.ts';
import { reportEn } from '#web/words/report.en.ts';
import { studyEn } from '#web/words/study.en.ts';
import { countries, days, lists, numbers, percents, quoted, several, tongues } from '#words/english.ts';

/** Every sentence that a visitor reads, in English. */
export const en: Words = {
  code: 'en',
  otherLanguage: { code: 'fr', name: 'Français', label: 'Lire cette page en français' },
  quoted,
  number: (value) => numbers.format(value),
  percent: (share) => percents.format(share),
  list: (names) => lists.format(names),
  duration: (minutes) =>
    minutes < 60
      ? `${minutes} min`
      : `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${String(minutes % 60).padStart(2, '0')}`}`,
  date: (iso) => days.format(new Date(iso)),
  country: (code) => countries.of(code) ?? null,
  tongue: (code) => tongues.of(code) ?? null,
  genre: (name) => (name === 'Sci-Fi' ? 'science fiction' : name.replace('-', ' ').toLowerCase()),
  decade: (year) => `${Math.floor(year / 10) * 10}s`,

  skip: 'Skip to content',
  homeLabel: (cinema) => `${cinema}, home`,
  footerLabel: 'Information',
  languagesLabel: 'Language and display',
  tagline: 'films you will love, from the films you loved',
  rights: 'Sources and rights',
  filmsKnown: (count) => several(count, 'film in the catalogue', 'films in the catalogue'),

  home: {
    title: 'Which film tonight?',
    lead: 'Write a film that you loved, then another. We suggest films that are like them, and tell you why.',
    wall: 'No title in mind?',
    wallLead: 'Touch the films that you liked; touch again to take out.',
    points: [
      ['Several films are better', 'Two or three films say more than one. Add some whenever you like, up to twenty.'],
      [
        'A reason every time',
        'Under each film, you read which of yours called for it, and what the two have in common.',
      ],
      [
        'Nothing to create, nothing to give',
        'No account, no address, no tracker. Your list is in the address of the page: keep it, send it.',
      ],
    ],
  },

  box: {
    first: 'A film that you liked',
    next: 'Add another film that you liked',
    hint: 'Typing mistakes are fine. Several titles? Put a semicolon between them.',
    example: 'The Dinner Game',
    submit: 'Add',
    listLabel: 'Films found',
    found: (count, text) =>
      count === 0
        ? `No title is close to ${quoted(text)}.`
        : `${several(count, 'film found', 'films found')}. Arrows to choose, Enter to add.`,
  },

  taste: tasteEn,

  basket: {
    title: 'Your films',
    liked: 'You liked',
    not: 'Not for you',
    seen: 'Already seen',
    remove: (title) => `Remove ${quoted(title)}`,
    clear: 'Clear all',
    empty: 'You have not chosen a film yet.',
    leftAside: (titles, others) =>
      `Twenty films count at most. Left aside: ${lists.format([...titles.map(quoted), ...(others > 0 ? [several(others, 'other film', 'other films')] : [])])}.`,
    unknown: (count) =>
      `${several(count, 'film of this address is', 'films of this address are')} not in our catalogue and left out.`,
  },

  results: {
    title: 'Films for you',
    titleFrom: (titles, others) =>
      `Films from ${lists.format([...titles.map(quoted), ...(others > 0 ? [several(others, 'other', 'others')] : [])])}`,
    startTitle: 'To begin with',
    summary: (films, liked) =>
      `${several(films, 'film suggested', 'films suggested')} from ${several(liked, 'film that you liked', 'films that you liked')}.`,
    startSummary: 'Films that many people know. Say which ones you liked, and this list will become yours.',
    basis: {
      likes: 'The choice comes from viewers who liked the same films as you, and from what the films are.',
      content: 'The choice comes from what the films are: genres, themes, stories, people, renown.',
    },
    shares: 'The percentage is the part of the suggestion that comes from that film.',
    none: 'No film is left to suggest. Remove one from your lists.',
    actions: (title) => `What do you say of ${quoted(title)}?`,
    alsoLiked: 'I liked it',
    seen: 'Seen it',
    not: 'Not for me',
  },

  shelves: {
    close: 'Close to your films',
    'off-the-beaten-track': 'Off the beaten track',
    french: 'From France',
    heritage: 'Heritage films',
    recent: 'Among the most recent',
    'same-director': 'By the same directors',
    'short-evening': 'For a short evening',
  },

  kept: keptEn,
  refine: refineEn,
  mood: moodEn,
  catalogue: catalogueEn,
  figures: figuresEn,
  advice: adviceEn,
  group: groupEn,

  look: lookEn,

  statement: statementEn,
  study: studyEn,
  report: reportEn,

  choice: {
    title: 'Which one is it?',
    lead: (text, films) =>
      films === 1
        ? `For ${quoted(text)}, do you mean this film?`
        : `Several films answer to ${quoted(text)}. Choose yours.`,
    noneTitle: 'We did not find that film',
    none: (text) => `No film of our catalogue is called ${quoted(text)}.`,
    nearest: 'The nearest titles:',
    pick: (title) => `Choose ${quoted(title)}`,
    help: 'Check the spelling, add the year, or try the original title.',
    added: (titles) => `Added: ${lists.format(titles.map(quoted))}.`,
    back: 'Back to my films',
  },

  reason: {
    because: (title, share) => `Because you liked ${quoted(title)}${share === null ? '' : ` (${share})`}`,
    also: (title, share) => `And ${quoted(title)}${share === null ? '' : ` (${share})`}`,
    close: 'In common',
    between: ': ',
    join: '; ',
    end: '.',
    none: 'A film that many people know.',
    viewers: 'often liked by the same viewers',
    director: (names) => `also by ${lists.format(names)}`,
    cast: (names) => `also with ${lists.format(names)}`,
    writer: (names) => `written by ${lists.format(names)}`,
    composer: (names) => `music by ${lists.format(names)}`,
    crew: (names) => `in the crew, ${lists.format(names)}`,
    keyword: (labels) => labels.join(', '),
    genre: (labels) => labels.join(', '),
    country: (names) => `same country, ${lists.format(names)}`,
    language: (names) => `same language, ${lists.format(names)}`,
    company: (names) => `same production company, ${lists.format(names)}`,
    sameDecade: (decade) => `both from the ${decade}`,
    era: 'of nearby years',
    story: 'stories that are close',
    title: 'titles that are close',
    esteem: 'of similar standing',
  },

  film: {
    originalTitle: 'Original title',
    with: 'With',
    role: (character) => `as ${character}`,
    countries: 'Country',
    spoken: 'Languages',
    release: 'Released',
    genres: 'Genres',
    themes: 'Themes',
    artEtEssai: 'Recommended as art house in France',
    otherTitles: 'Other titles',
    story: 'The story',
    noStory: 'We have no summary of this film.',
    otherStoryLanguage: 'We have this summary in French only:',
    trailer: 'Watch the trailer on YouTube',
    add: 'I liked this film',
    added: 'Among the films you liked',
    seen: 'Seen it',
    not: 'Not for me',
    backToList: 'Back to my list',
    similar: 'Films close to it',
    actions: 'This film and you',
    unknownTitle: 'Unknown film',
  },

  mentions: {
    title: 'Sources and rights',
    lead: 'Where the titles, names and summaries that you read here come from.',
    starter:
      'The starter catalogue was written for Lanterne: the facts, the summaries and how well known each film is (1 to 5) are our own writing. It holds no rating and no vote.',
    imdbTitle: 'IMDb',
    imdbNote: 'Titles, years, lengths, genres, people, ratings and votes.',
    tmdbTitle: 'TMDB',
    tmdbNote: 'Summaries, keywords, countries, languages and posters.',
    drawn:
      'The posters drawn in flat colours are made here, from the title, the year and the genre of each film: they are not the distributors’ posters.',
    privacyTitle: 'Your choices stay with you',
    privacy:
      'Everything works without an account, but being told. The films that you choose are written in the address of the page, and we do not keep them.',
    privacyKept: (months) => [
      `We keep something only if you ask for it: a film put down as to watch, seen or not for you, or your list. A cookie, \`__Host-visitor\`, then knows your device again: it is a number drawn at random, without name or address. We forget everything ${several(months, 'month', 'months')} after your last visit.`,
      'If you say “I would come”, we keep the film, the commune, the days and the number of seats. The cinema reads only numbers of these, never of fewer than 5 people.',
      'If you ask to be told, and only then, we keep your e-mail address, what you agreed to and the letters that were sent. A cookie, `__Host-asking`, waits ten minutes for the code of the letter; another, `__Host-proven`, remembers for fifteen minutes that you have just signed in. Each letter can be ended with one click, none says whether it was read; three years after you last came, everything is erased.',
      'If you add a passkey, we keep its public part, the name that you give it and when it was used. Your face and your fingerprint do not leave your device. A cookie, `__Host-key-asked`, waits five minutes for its answer.',
      'If you receive notifications, we keep the address that the service of your browser (of Google, Mozilla, Apple or Microsoft) gives us for this device. That service knows when we write, not what we write.',
      'The staff of the cinema come in with a cookie of their own, `__Host-staff`.',
      'With your films, we keep which lists you were shown and what you did with them, to the hour, so as to suggest better ones.',
      'If you enter a group, its members see the name that you give and your films. The group is erased after seven days. A cookie whose name begins with `__Host-group-` keeps your place until then.',
      'If you change the display, a cookie, `__Host-look`, remembers your colours and the size of letters for a year.',
    ],
    privacyNobody:
      'Our pages ask nobody but our server: no advertising, no audience measurement, no third party. Notifications alone, if you ask for them, pass through the service of your browser.',
    privacyRights: 'See, download or erase what is kept',
    built: (date) => `Catalogue of ${date}.`,
  },

  importing: importEn,
  charts: chartsEn,
  share: shareEn,
  offline: offlineEn,

  errors: faultsEn,
  toHome: 'Go to the home page',
  local: localEn,
  quality: qualityEn,
  programme: programmeEn,
  wishes: wishesEn,
  account: accountEn,
  passkeys: passkeysEn,
  push: pushEn,
  staff: staffEn,
};

import type { Words } from '#web/words.fr.ts';
import { numbers, quoted, several } from '#words/english.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

const ordinal = (place: number): string => numbers.format(place) + (endings[ordinals.select(place)] ?? 'th');

/** The catalogue without a taste, in English. */
export const catalogueEn: Words['catalogue'] = {
  places: 'The catalogue',
  breadcrumb: 'You are here',
  home: 'Home',
  browse: 'Browse',

  leaves: 'You leave this site; YouTube has rules of its own.',
  moreCast: (count) => `Show ${several(count, 'other actor', 'other actors')}`,

  standing: {
    title: 'Where it stands',
    rating: (rating, votes) => `IMDb rating: ${tenths.format(rating)} out of 10, ${several(votes, 'vote', 'votes')}.`,
    weighted: (rating) => `Weighted rating: ${tenths.format(rating)} out of 10.`,
    rank: (rank, ranked, least) =>
      `${ordinal(rank)} of ${several(ranked, 'film', 'films')} with at least ${numbers.format(least)} votes.`,
    unranked: (votes, least) =>
      `No rank: that takes ${numbers.format(least)} votes, this film has ${numbers.format(votes)}.`,
    among: (rank, ranked) => `: ${ordinal(rank)} of ${numbers.format(ranked)}.`,
    how: 'How is this place worked out?',
    formula: (rating, votes, least, mean) =>
      `A rating given by few people is less certain: IMDb draws it towards the mean. The weighted rating is v ÷ (v + m) × R + m ÷ (v + m) × C. Here R = ${tenths.format(rating)} is the film’s rating, v = ${numbers.format(votes)} its number of votes, C = ${tenths.format(mean)} the mean rating of all rated films of our catalogue, and m = ${numbers.format(least)} the number of votes that this mean weighs. Films of equal rating share their place.`,
    renown: (renown) =>
      `Renown: ${renown} out of 5, in our editors’ opinion. This catalogue has neither ratings nor votes.`,
  },

  roles: {
    director: 'Directing',
    acting: 'Acting',
    writer: 'Writing',
    composer: 'Music',
    cinematographer: 'Photography',
    editor: 'Editing',
    producer: 'Production',
    self: 'As themselves',
    other: 'Other work',
  },

  person: {
    life: (birth, death) =>
      birth !== null && death !== null
        ? `${birth}–${death}`
        : birth !== null
          ? `Born in ${birth}`
          : death !== null
            ? `Died in ${death}`
            : '',
    summary: (films, series, first, last) => {
      const works = [
        ...(films > 0 ? [several(films, 'film', 'films')] : []),
        ...(series > 0 ? [several(series, 'series', 'series')] : []),
      ].join(' and ');
      const when =
        first === null || last === null ? '' : first === last ? `, in ${first}` : `, from ${first} to ${last}`;
      return `${works} in our catalogue${when}.`;
    },
    orders: 'Order of the films',
    known: 'Best known first',
    byYear: 'By year',
    roles: 'Roles',
    films: (count) => several(count, 'film', 'films'),
    cinema: 'In the cinema',
    series: 'In series',
    seriesYears: (start, end) =>
      start === null ? '' : end === null || end === start ? String(start) : `${start}–${end}`,
    all: (count) => `See the ${numbers.format(count)} films, by year`,
    undated: 'Year unknown',
    periods: 'Periods',
    periodsLead: 'Films, and series begun, in each decade.',
    company: 'In the same credits',
    companyLead: 'The people with whom the films in common are the most numerous.',
    shared: (count) => `${several(count, 'film', 'films')} in common`,
  },

  facets: {
    title: 'Browse films',
    lead: 'Choose a genre, a time, a country, or all three.',
    form: 'Choice of films',
    names: { genre: 'Genre', decade: 'Time', country: 'Country of production', theme: 'Theme' },
    any: { genre: 'All genres', decade: 'All times', country: 'All countries' },
    by: { genre: 'By genre', decade: 'By time', country: 'By country' },
    order: 'Order',
    best: 'Best rated first',
    known: 'Best known first',
    newest: 'Newest first',
    show: 'Show',
    value: (label, films) => `${label} (${numbers.format(films)})`,
    conditions: 'Your conditions',
    remove: (label) => `Remove ${quoted(label)}`,
    count: (films) => several(films, 'film', 'films'),
    byMerit: (mean, least) =>
      `, the best rated first. The order is that of IMDb’s weighted rating: a rating given by few people is drawn towards the mean of our catalogue, ${tenths.format(mean)} out of 10, which weighs ${numbers.format(least)} votes. Films without votes come last.`,
    byRenown:
      ', the best known first, in our editors’ opinion; of equal renown, the newest first. This catalogue has neither ratings nor votes.',
    byNewest: (rated) => `, the newest first; in one year, the best ${rated ? 'rated' : 'known'} first.`,
    rating: (rating, votes) => `${tenths.format(rating)} out of 10 · ${several(votes, 'vote', 'votes')}`,
    none: 'No film meets all these conditions.',
    loosen: 'Remove one of them:',
    without: (label, films) => `without ${quoted(label)}, ${several(films, 'film', 'films')}`,
    restart: 'Remove all conditions',
    results: 'Films',
    pages: 'Pages',
    before: 'Previous page',
    after: 'Next page',
    page: (page, pages) => `Page ${numbers.format(page)} of ${numbers.format(pages)}`,
  },
};

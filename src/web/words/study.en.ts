import type { Words } from '#web/words.fr.ts';
import { studyRestEn } from '#web/words/study-rest.en.ts';
import { capital } from '#words/departments.ts';

/** The market study, in English. */
export const studyEn: Words['study'] = {
  title: (at) => `Cinema ${at.in}`,
  kicker: 'Market study',
  description: (at) =>
    `Who lives ${at.in}, who goes to the cinema, what they see there, when, how far away, and what it means for a cinema. Every number has its source.`,
  lead: (at) =>
    `Who lives ${at.in}, who comes to the cinema, what they see there, when, how far away; and what it means for a cinema.`,
  contents: 'Contents',
  legend: 'How to read the numbers',
  legendSaid:
    'A small letter follows each number: it says where the number comes from, and leads to its source or to its calculation, at the end; on paper, its number follows it (c for a calculation).',
  marks: { officiel: 'official', presse: 'press', estimation: 'estimate' },
  markSaid: {
    officiel: 'published by the CNC, INSEE or another public body, or worked out from what they publish',
    presse: 'reported by a newspaper or a magazine',
    estimation: 'worked out here by a model: the range says what is not known',
  },
  toSource: (mark, number) => `${mark}, source ${number}`,
  toMethod: (mark, number) => `${mark}, calculation ${number}`,
  third: 'transcribed by a third party',
  from: 'Sources:',
  range: (low, high) => `${low} to ${high}`,
  what: 'What',
  low: 'Low',
  high: 'High',
  upTo: (age) => `${age} and over`,
  ages: (from, to) => `${from} to ${to}`,
  france: 'France',
  rural: 'Rural cinemas of France',
  lacking: {
    title: 'What the book of figures lacks',
    lead: (at) => `Nothing was imported for ${at.the} yet: what the study cannot work out is named here.`,
    some: 'This study cannot answer these questions yet:',
    import: (needs) => `import ${needs}`,
    how: 'Official files are imported by the command',
  },

  summary: {
    title: (points) => (points === 5 ? 'In five points' : 'In short'),
    people: (at) => `{population} people live ${at.in}; {sixty} are 60 or over.`,
    attendance: {
      below: (year) =>
        `Each goes to the cinema {index} times a year on average (${year}), against {france} in France; for 100 entries a head in 2019 there are {back}, against {backFrance} in France.`,
      other: (year) =>
        `Each goes to the cinema {index} times a year on average (${year}), and {france} times in France; for 100 entries a head in 2019 there are {back}, and {backFrance} in France.`,
    },
    films: {
      above: (town) =>
        `More French films are seen here: {share} of the entries, against {france} in France, and {elsewhere} outside ${town.the}.`,
      aboveAll: 'More French films are seen here: {share} of the entries, against {france} in France.',
      other: 'French films make {share} of the entries, and {france} in France.',
    },
    distance:
      'A fixed cinema is 20 minutes away or less for {near} of the people, 30 minutes or less for {far}; no road was measured, it is an estimate.',
    potential: {
      short:
        'If everybody went to the cinema as French people of their age do, with a cinema as near as theirs, {low} to {high} entries a year would be made: that is a ceiling. {entries} are made.',
      expected: 'With the country and the distances of this place, {low} to {high} are expected:',
      versus: {
        above: 'the cinemas do better than what distance leaves them.',
        within: 'what comes is already in this range.',
        below: 'there is an audience to win back, even at this distance.',
      },
      growth: (where) => `What is left to win: ${where}.`,
      met: 'If everybody went to the cinema as French people of their age do, {low} to {high} entries a year would be made; {entries} are. The potential is met.',
    },
  },

  people: {
    title: 'Who lives here',
    fell: (from, to) => `The population is falling: {before} people in ${from}, {now} in ${to}.`,
    rose: (from, to) => `The population is growing: {before} people in ${from}, {now} in ${to}.`,
    steady: (from, to) => `The population hardly moves: {before} people in ${from}, {now} in ${to}.`,
    projected: (year) => `INSEE expects {people} of them in ${year}.`,
    ages: '{sixty} of the people are 60 or over and {young} under 15: there are {index} people of 65 and over for 100 under 20.',
    households:
      '{alone} of the households are one person alone, {couple} a couple without children, {children} a couple with children.',
    retired: '{retired} of those of 15 and over are retired.',
    income: 'The median income is {income} a year, and {poverty} of the people live under the poverty line.',
    country: '{far} of the people live far from a town.',
    small: '{small} communes of {all} have fewer than 500 people.',
    homes: (year) =>
      `In ${year}, {second} of the dwellings were second homes: summer brings an audience that these figures of residents do not count.`,
    ageChart: (year) => `People by age, ${year}`,
    ageTold: 'Lying bars: one for each band of ages, its length is the number of people.',
    age: 'Age',
    people: 'people',
    year: 'Year',
  },

  public: {
    title: 'Who comes',
    offer: (year) => `{cinemas} cinemas, {screens} screens and {seats} seats (${year}).`,
    index: {
      below: (at, year) =>
        `The attendance index ${at.of} (entries a head and a year) is {index} in ${year}, against {france} in France.`,
      above: (at, year) =>
        `The attendance index ${at.of} (entries a head and a year) is {index} in ${year}, more than the {france} of France.`,
    },
    region: 'It is {region} in the region.',
    rank: 'It ranks {rank} of the 96 departments of mainland France.',
    back: {
      more: (at) =>
        `For 100 entries a head in 2019, there are {here} ${at.in} and {france} in France: more of them here.`,
      less: (at) =>
        `For 100 entries a head in 2019, there are {here} ${at.in} and {france} in France: fewer of them here.`,
      same: (at) => `For 100 entries a head in 2019, there are {here} ${at.in} and {france} in France, much the same.`,
    },
    supply: {
      back: (year) =>
        `There were {now} screenings in ${year} and {before} in 2019: the supply is back, the audience not yet.`,
      other: (year) => `There were {now} screenings in ${year} and {before} in 2019.`,
    },
    screening: {
      fewer: 'A screening gathers {here} people, against {france} in France: screenings are less full here.',
      other: 'A screening gathers {here} people, and {france} in France.',
    },
    occupancy: (year) => `{here} of the seats offered were filled in ${year}, and {france} in France.`,
    old: 'In France, people of 50 and over make {national} of the entries. With the ages of this place and the national habits, they would make {low} to {high}.',
    travelling:
      'A travelling circuit makes {share} of these entries; a part of them is sold in villages of other departments, and counted here. In France, {fifty} of the audience of circuits is 50 or over, and {women} are women.',
    price: {
      low: (year) =>
        `An entry brings {here} (${year}), against {france} in France: the average ticket is cheaper here; what the price changes to attendance, these numbers do not say.`,
      other: (year) => `An entry brings {here} (${year}), and {france} in France.`,
    },
    less: (year) =>
      `Of the French of 60 and over who go less (${year}), {habit} have lost the habit, {films} find no film, {price} find the price too high.`,
    indexChart: {
      below: (at) => `Attendance ${at.in} stays under that of France`,
      other: (at) => `Attendance ${at.in} and in France`,
    },
    indexTold: 'A curve for each place, of the attendance index by year.',
    indexAxis: 'entries a head',
    neighbours: (year) => `Comparable departments in ${year}`,
    regional: (year) => `The departments of the region in ${year}`,
    neighboursTold: 'Lying bars: one for each department, its length is the attendance index.',
    department: 'Department',
    cinemaChart: (year) => `People at a screening, ${year}`,
    cinemaTold: 'Lying bars: one for each cinema, then France.',
    cinema: 'Cinema',
    perScreening: 'people at a screening',
    entries: 'entries',
    screenings: 'screenings',
  },

  films: {
    title: 'What they see',
    french: {
      above: (year) =>
        `French films make {share} of the entries in ${year}, against {france} in France, {above} points more; the taste of the audience and what it is shown cannot be told apart in it.`,
      below: (year) =>
        `French films make {share} of the entries in ${year}, against {france} in France: fewer than elsewhere.`,
      same: (year) => `French films make {share} of the entries in ${year}, and {france} in France: as elsewhere.`,
    },
    places: (town) => `${capital(town.in)} it is {home}; outside ${town.the}, {elsewhere}.`,
    artEtEssai: 'Films recommended art et essai make {share} of the entries, and {france} in France.',
    label: '{labelled} cinemas of {all} are classified art et essai.',
    firstWeek: (town) =>
      `Outside ${town.the}, a fixed cinema shows {elsewhere} films in the week of their release in a year; the mean of France is {france}. The other films come there later, or do not come.`,
    ages: 'In France, people of 50 and over make {french} of the audience of French films, and {american} of that of American ones.',
    middle: 'They make {middle} of the audience of films of 100,000 to 500,000 entries.',
    liked:
      'The genres that French people say they like: comedy ({comedy}), action and adventure ({action}), crime ({thriller}).',
    version:
      '{dubbed} saw a foreign film in French; the keenest viewers choose the original version for {original} of them.',
    actors: 'For a French film, {actors} come for the actors.',
    chart: {
      above: (town) => `Outside ${town.the}, people see more French films`,
      other: 'The share of French, American and other films',
    },
    told: 'Stacked lying bars: one for each cinema and one for France; French films, American films, others.',
    parts: ['French', 'American', 'others'],
    share: 'share of the entries',
    nationalityChart: 'The share of French and American films in France',
    nationalityTold: 'Two curves by year: French films, American films.',
    frenchFilms: 'French films',
    americanFilms: 'American films',
    series: (from, to) => `In France, the share of French films is {now} in ${to}; it was {before} in ${from}.`,
  },

  ...studyRestEn,
};

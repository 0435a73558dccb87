import type { studyRestFr } from '#web/words/study-rest.fr.ts';
import { lists, several } from '#words/english.ts';

/** The second half of the market study, in English. */
export const studyRestEn: typeof studyRestFr = {
  when: {
    title: 'When',
    months: (full, empty) => `The fullest months are ${full}; the emptiest, ${empty}.`,
    monthOf: (month) => `${month} ({x})`,
    days: 'At the weekend, Saturday makes {saturday} of the entries and Sunday {sunday}; Wednesday, {wednesday}.',
    afternoon: '{afternoon} of viewers come in the afternoon.',
    release: '{within} of viewers in France see a film within 15 days of its release.',
    company: 'People come as a couple ({couple}), with family ({family}), or alone ({alone}).',
    monthChart: (full, empty) => `${full} highest, ${empty} lowest`,
    monthTold: (years) =>
      `Bars: one for each month, 100 is the mean of the year; the line goes from the lowest to the highest year (${years}).`,
    month: 'Month',
    index: 'index, 100 = mean',
    dayChart: 'Entries by day of the week',
    dayTold: 'Bars: one for each day, its height is the share of the entries.',
    day: 'Day',
    days7: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    note: 'These are the months and the days of France: those of the department are not published.',
  },

  distance: {
    title: 'How far',
    access:
      'A fixed cinema of the department is 10 minutes away or less for {ten} of the people, 20 minutes or less for {twenty}, 30 minutes or less for {thirty}.',
    mean: 'The mean journey is {mean} minutes.',
    multiplexNone: 'Nobody, or nearly nobody, is less than 30 minutes away from a multiplex ({thirty}).',
    multiplex: 'A multiplex is 30 minutes away or less for {thirty} of the people.',
    usage:
      'In France, {under} of viewers come from less than 30 minutes away, and {near} choose their cinema because it is near.',
    zones: (best, worst) =>
      `Each cinema draws more or less from the communes it is the nearest to: in entries a head and a year, {best} around ${best.the}, {worst} around ${worst.the}.`,
    gap: (zone) =>
      `The zone of ${zone.the} ({people} people, index {index}) is where there is most to win: it is the one that lacks the most entries to reach the mean of the zones.`,
    accessChart: 'How many people, how many minutes',
    accessTold:
      'Lying bars: one for each time, its length is the share of the people; the line goes from slow winding roads to fast straight ones.',
    minutes: (n) => `${n} minutes or less`,
    within: 'Journey',
    share: 'share of the people',
    mapTitle: 'The communes, by minutes to the nearest fixed cinema',
    mapTold: 'Map of the communes, coloured by classes of minutes; a diamond at each cinema.',
    mapTable: (rows) => `The ${rows} most populated communes`,
    mapClasses: 'estimated minutes',
    classes: ['10 or less', '11 to 15', '16 to 20', '21 to 30', 'over 30'],
    commune: 'Commune',
    nearest: 'Nearest cinema',
    time: 'Minutes',
    markSaid: (commune, minutes) => `${commune}, ${minutes} min`,
    zoneChart: 'Entries a head in the zone of each cinema',
    zoneTold:
      'Lying bars: one for each fixed cinema; its length is the number of entries a head of the communes nearest to it.',
    zone: 'Zone',
    zoneIndex: 'entries a head',
    primary: 'Within 15 min',
    secondary: '16 to 20 min',
    tertiary: '21 to 30 min',
    beyond: 'Beyond',
    later: 'Later',
    tableTitle: 'The zones of the cinemas',
  },

  potential: {
    title: 'What it implies',
    age: {
      notAge: (at) =>
        `Age does not explain all the gap: with the ages ${at.of} and the national habits of each age, there would be {low} to {high} entries a head, against {france} in France. There are {here}.`,
      other: (at) =>
        `With the ages ${at.of} and the national habits of each age, there would be {low} to {high} entries a head; France has {france}.`,
    },
    range:
      'That would make {low} to {high} entries a year: a ceiling, which supposes for everybody a cinema as near as for the average French person. The low end supposes that nobody comes after 75, the high end that people go then as they do at 50.',
    coverage: '{entries} are made: {low} to {high} of this ceiling.',
    rural:
      'The share of country people who go to the cinema in the year is {factor} of that of dense towns, and a part of this audience goes to see films elsewhere.',
    expected:
      'Once the country and distance are counted, {low} to {high} entries would be expected: the range is wide, for three estimates are multiplied in it.',
    versus: {
      above: 'More are made: the cinemas do better than what distance leaves them.',
      within:
        'What is made lies in it already: nothing says that the cinemas lose the audience that distance leaves them.',
      below: 'Fewer are made: there is an audience to win back, even at this distance.',
    },
    growth: {
      often: 'how often those who can come do come',
      zone: (zone) => `a zone such as that of ${zone.the}`,
      away: 'the audience that goes to see films elsewhere',
    },
    chart: 'What is made, what is expected, and the ceiling',
    told: 'A dot for each line, and its range: entries sold, entries expected, potential by age. The dot of the potential is in the middle of its range.',
    rows: { observed: 'Entries sold', expected: 'Expected', potential: 'Ceiling, by age' },
    entries: 'entries a year',
    ageChart: 'The potential by age',
    ageTold:
      'Lying bars: one for each band of ages, its length is the number of entries a year at the national habits.',
    age3: 'Age',
    people: 'People',
    viewers: 'Viewers',
  },

  huff: {
    title: 'Size, distance and the choice of a cinema',
    lead: 'The model of Huff supposes that a cinema draws all the more as it has screens (α) and all the less as it is far in minutes (β). Move them, and see what changes.',
    alpha: 'α, the weight of size',
    beta: 'β, the weight of time',
    now: (value) => `now ${value}`,
    submit: 'Compute',
    detail: 'Where the demand goes, and the error of each pair',
    absent: (at) =>
      `This model is not computed ${at.in}: it needs at least two fixed cinemas to compare, and the communes that the audience comes from.`,
    rivals: (kilometres) =>
      `The error depends on the list of competitors: here, the fixed cinemas with at least a screening a week, less than ${kilometres} km away from a cinema of the department. Another list would give another error.`,
    back: 'Back to the study',
    reset: 'Back to α = 1 and β = 2',
    fit: (alpha, beta) =>
      `With α = ${alpha} and β = ${beta}, the model is wrong by {error} points on average on the shares of the cinemas.`,
    bestFit: 'The best pair of the grid, α = {alpha} and β = {beta}, is wrong by {error} points.',
    unidentified: (cinemas) =>
      `${cinemas} cinemas are not enough to find α and β: many pairs fit as well. The range says what they give.`,
    leakage: 'The model sends {value} of the demand out of the department, and {low} to {high} with other pairs.',
    chart: 'The share of each cinema, modelled and sold',
    told: 'For each fixed cinema of the department, two dots: the modelled share with its range, and the share sold.',
    modelled: 'Modelled share',
    sold: 'Share sold',
    grid: 'The error of each pair',
    gridTold: 'Grid: a line for each α, a column for each β; the stronger the colour, the more the model is wrong.',
    gridLegend: 'error in points',
    drawn: 'Where the demand goes',
    drawnTold: 'The cinemas that take the most of the demand of the department, by the model.',
    demand: 'share of the demand',
  },

  advice: {
    title: 'What to do',
    lead: 'These follow from numbers of this place: if the numbers change, so do they.',
    french: (at) =>
      `Keep the place of French films: they make {share} of the entries ${at.in}, against {france} in France. Is it the taste of the audience, or what it is shown? These numbers do not say.`,
    alert: (town) =>
      `Tell each person when the film that they wait for arrives: ${town.in}, a cinema shows {here} films in the week of their release in a year, against {france} in France, and {within} of viewers in France see a film within 15 days of its release.`,
    screenings: (cinemas) =>
      `Fill screenings rather than add some: in people at a screening, ${cinemas}, against {france} in France.`,
    screeningsAt: (cinema, place) => `${cinema} ({${place}})`,
    nationalTitle: 'What is known of France, to be checked here',
    nationalLead: 'Nothing is published on this for this place: these are habits of France, to be tried and counted.',
    habit: 'Fixed appointments in the afternoon: {afternoon} of viewers in France come then.',
    zone: (zone) => `Fetch the audience around ${zone.the}: {people} people, index {index}.`,
    calendar: (full, empty) =>
      `Tell people before the fullest months (${full}); keep events for the emptiest (${empty}).`,
    channels:
      'Write to each by what they read, printed programme, e-mail or SMS as much as the site: {phone} of those of 70 and over have a connected telephone, and {lost} of those of 75 and over do not use the Internet with ease.',
    hearing: 'Subtitle and describe: past 50, {fifty} hear less well, and {eighty} past 80.',
    breakEvenTitle: 'From how many entries a cinema holds',
    breakEven: 'An entry leaves {low} to {high} to the cinema, once taxes and the distributor are paid, with the shop.',
    breakEvenFrom: {
      local: (at) => `It is computed from the average receipt of an entry ${at.in}, {receipt}.`,
      national:
        'It is computed from the average receipt of an entry in France, {receipt}: that of the department is not known.',
    },
    breakEvenKnown: (cinema) =>
      `For ${cinema}, the known break-even is {entries} entries: that supposes {low} to {high} of fixed costs a year.`,
    breakEvenChart: 'The entries that it takes, by fixed costs',
    breakEvenTold: 'A dot for each amount of fixed costs, and its range.',
    costs: 'Fixed costs a year',
    needed: 'entries a year',
    costsOf: (euros) => `€${euros}`,
  },

  unknown: {
    title: 'What is not known',
    points: [
      'Where the viewers of each cinema come from: the postcode would have to be asked at the desk.',
      'How many go to the cinema after 75: the national survey does not separate them from the others over 50.',
      'What each would like to see and is not shown: entries only say what was seen of what was shown.',
      'The months, days and hours of this place: only those of France are published.',
      'The true roads: the minutes are estimated, without a bend or snow.',
    ],
    cinemas: (year) =>
      `The entries, the screenings and the films of each cinema after ${year}: the next file is not imported yet.`,
  },

  methods: {
    title: 'The calculations',
    lead: 'Each calculation has its formula, what it does not say, and the numbers that it starts from.',
    rests: (count) => `${several(count, 'number used', 'numbers used')}, sources`,
  },
  sources: {
    title: 'The sources',
    read: (date) => `as of ${date}`,
    imported: (files) => `Files imported: ${lists.format(files)}.`,
    notice: 'The data of the CNC, INSEE and IGN are published under the Licence Ouverte 2.0.',
  },
  print: 'To print this study: your browser’s Print command sets it on A4 pages.',
};

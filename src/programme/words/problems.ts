import type { Problem, ProblemKind } from '#programme/read/draft.ts';
import type { Bilingual, SpokenLanguage } from '#words/speech.ts';

/** What is said of a line: what is wrong, and what to do. `{text}` is what is written there. */
const sentences: Readonly<Record<ProblemKind, Bilingual>> = {
  noTitle: { fr: 'Il manque le titre du film.', en: 'The title of the film is missing.' },
  noDay: { fr: 'Il manque le jour.', en: 'The day is missing.' },
  noTime: { fr: 'Il manque l’heure («\u00a0{text}\u00a0»).', en: 'The hour is missing (“{text}”).' },
  dayUnreadable: {
    fr: '«\u00a0{text}\u00a0» n’est pas un jour\u00a0: écrivez 25/11/2026 ou mercredi 25 novembre.',
    en: '“{text}” is no day: write 25/11/2026 or 25 November.',
  },
  noSuchDay: { fr: 'Le «\u00a0{text}\u00a0» n’existe pas.', en: 'There is no such day as “{text}”.' },
  weekdayWrong: {
    fr: '«\u00a0{text}\u00a0»\u00a0: ce jour n’est pas celui-là de la semaine. Corrigez l’un ou l’autre.',
    en: '“{text}”: that day is another day of the week. Correct one or the other.',
  },
  timeUnreadable: {
    fr: '«\u00a0{text}\u00a0» n’est pas une heure\u00a0: écrivez 20h30.',
    en: '“{text}” is no hour: write 20:30.',
  },
  noSuchHour: {
    fr: 'L’heure «\u00a0{text}\u00a0» n’existe pas\u00a0: elles vont de 0h00 à 23h59.',
    en: 'There is no hour “{text}”: they go from 0:00 to 23:59.',
  },
  hourSkipped: {
    fr: '{text} n’existe pas\u00a0: cette nuit-là, on avance les montres d’une heure.',
    en: '{text} does not exist: the clocks go forward that night.',
  },
  hourTwice: {
    fr: '{text} a lieu deux fois cette nuit-là, où l’on recule les montres\u00a0: la première est prise.',
    en: '{text} comes twice that night, when the clocks go back: the first is taken.',
  },
  past: { fr: 'Cette séance est déjà passée.', en: 'This showing is over.' },
  tooFar: {
    fr: '{text} est dans plus d’un an\u00a0: vérifiez l’année.',
    en: '{text} is more than a year ahead: check the year.',
  },
  price: {
    fr: '«\u00a0{text}\u00a0» n’est pas un tarif\u00a0: écrivez 5,50.',
    en: '“{text}” is no price: write 5.50.',
  },
  link: {
    fr: '«\u00a0{text}\u00a0» n’est pas l’adresse d’une billetterie\u00a0: elle commence par https://.',
    en: '“{text}” is no address of a ticketing page: it begins with https://.',
  },
  minutes: {
    fr: '«\u00a0{text}\u00a0» n’est pas une durée\u00a0: écrivez 1h45 ou 105.',
    en: '“{text}” is no length: write 1h45 or 105.',
  },
  year: { fr: '«\u00a0{text}\u00a0» n’est pas une année.', en: '“{text}” is no year.' },
  formula: {
    fr: '«\u00a0{text}\u00a0» est une formule de tableur, pas un texte.',
    en: '“{text}” is a formula of a spreadsheet, not a text.',
  },
  tooLong: {
    fr: 'Un texte est trop long ({field}\u00a0: {most} signes au plus).',
    en: 'A text is too long ({field}: {most} signs at most).',
  },
  key: { fr: '«\u00a0{text}\u00a0» n’est pas un numéro de {system}.', en: '“{text}” is no identifier of {system}.' },
  versionUnknown: {
    fr: 'La version «\u00a0{text}\u00a0» n’est pas connue, et laissée de côté\u00a0: écrivez VF, VOST, VO ou muet.',
    en: 'The version “{text}” is unknown, and left aside: write VF, VOST, VO or silent.',
  },
  markUnknown: {
    fr: 'La mention «\u00a0{text}\u00a0» n’est pas connue, et laissée de côté.',
    en: '“{text}” is no known feature, and left aside.',
  },
  range: {
    fr: 'Une suite de jours (du… au…, tous les jours) n’est pas lue\u00a0: écrivez chaque jour.',
    en: 'A run of days (from… to…) is not read: write each day.',
  },
  cell: {
    fr: '«\u00a0{text}\u00a0»{column,, sous\u00a0} ne se lit pas\u00a0: écrivez 20h30, ou 20h30 et le titre.',
    en: '“{text}”{column,, under } cannot be read: write 20:30, or 20:30 and the title.',
  },
  marksWhose: {
    fr: '«\u00a0{text}\u00a0»{column,, sous\u00a0}\u00a0: de quelle heure est la mention\u00a0? Écrivez-la après chacune\u00a0: 14h30 VF / 20h30 VOST.',
    en: '“{text}”{column,, under }: which hour do the words after it go with? Write them after each: 14:30 VF / 20:30 VOST.',
  },
  unaligned: {
    fr: '«\u00a0{text}\u00a0»\u00a0: on ne voit pas de quelle colonne c’est. Envoyez ce tableau en CSV, ou collez-le depuis le tableur.',
    en: '“{text}”: its column cannot be told. Send this table as CSV, or paste it from the spreadsheet.',
  },
  notDay: {
    fr: '«\u00a0{text}\u00a0» est sous «\u00a0{column}\u00a0», qui n’est pas un jour\u00a0: écrivez ces séances à leurs jours.',
    en: '“{text}” is under “{column}”, which is no day: write these showings under their days.',
  },
  rule: {
    fr: 'Cette répétition n’est pas lue ({text})\u00a0: seules celles par jour ou par semaine le sont.',
    en: 'This repetition is not read ({text}): only those by day or by week are.',
  },
  ruleCut: {
    fr: 'Cette répétition va trop loin\u00a0: les {count} premières séances sont prises.',
    en: 'This repetition goes too far: its first {count} showings are taken.',
  },
  zone: { fr: 'Le fuseau horaire «\u00a0{text}\u00a0» est inconnu.', en: 'The time zone “{text}” is unknown.' },
  shape: { fr: 'Cette entrée n’est pas une séance.', en: 'This entry is no showing.' },
  columns: { fr: 'Colonnes laissées de côté\u00a0: {text}.', en: 'Columns left aside: {text}.' },
  noVenue: {
    fr: 'Il manque le lieu\u00a0: ajoutez-le, ou choisissez celui de tout le fichier.',
    en: 'The venue is missing: add it, or choose one for the whole file.',
  },
  venueUnknown: {
    fr: 'Le lieu «\u00a0{text}\u00a0» est inconnu.{nearest, Voulez-vous dire\u00a0: }',
    en: 'The venue “{text}” is unknown.{nearest, Do you mean: }',
  },
  venueClosed: { fr: '{text} est fermé depuis le {since}.', en: '{text} is closed since {since}.' },
  filmSeveral: {
    fr: 'Plusieurs films peuvent s’appeler «\u00a0{text}\u00a0»\u00a0: choisissez, ou ajoutez l’année.{films, Par exemple\u00a0: }',
    en: 'More than one film may be “{text}”: choose, or add its year.{films, For instance: }',
  },
  filmUnknown: {
    fr: 'Le catalogue n’a pas «\u00a0{text}\u00a0»\u00a0: choisissez, ou annoncez-le sans fiche.{films, Les plus proches\u00a0: }',
    en: 'The catalogue does not have “{text}”: choose, or announce it without a card.{films, The nearest: }',
  },
  filmSupposed: {
    fr: '«\u00a0{text}\u00a0» est pris pour {film}\u00a0: rien d’autre que le titre ne le dit.',
    en: '“{text}” is taken for {film}: nothing but its title says so.',
  },
  repeated: {
    fr: 'Cette séance est déjà dans le fichier{line,, ligne }{entry,, entrée }.',
    en: 'This showing is in the file already{line,, line }{entry,, entry }.',
  },
  absent: {
    fr: 'Cette séance annulée n’était pas au programme.',
    en: 'This cancelled showing was not on the programme.',
  },
  windows1252: {
    fr: 'Le fichier n’est pas en UTF-8\u00a0: il est lu comme du Windows-1252. Vérifiez les accents.',
    en: 'The file is not UTF-8: it is read as Windows-1252. Check the accents.',
  },
  control: { fr: '{count} signes invisibles ont été retirés.', en: '{count} invisible signs were taken out.' },
  leftAside: {
    fr: 'Lignes qui n’annoncent rien, laissées de côté\u00a0: {lines}.',
    en: 'Lines that announce nothing, left aside: {lines}.',
  },
  undated: {
    fr: 'Les jours sans date sont pris pour les premiers à venir, du {from} au {to}\u00a0: vérifiez que c’est la bonne semaine.',
    en: 'Days without a date are taken for the first to come, from {from} to {to}: check that this is the week that is meant.',
  },
  titleAlone: { fr: '«\u00a0{text}\u00a0»\u00a0: aucune séance n’a été lue.', en: '“{text}”: no showing was read.' },
  tooMany: { fr: 'Seules les {most} premières séances sont lues.', en: 'Only the first {most} showings are read.' },
  notCalledOff: {
    fr: 'Des lignes n’ont pas pu être lues\u00a0: rien n’est annulé, puisqu’une séance qui manque est peut-être l’une d’elles.',
    en: 'Some lines could not be read: nothing is called off, since a showing that is missing may be one of them.',
  },
  venueNoName: { fr: 'Il manque le nom du lieu.', en: 'The name of the venue is missing.' },
  venueId: {
    fr: '«\u00a0{text}\u00a0» n’est pas un identifiant\u00a0: des minuscules sans accent, des chiffres et des tirets, 60 signes au plus.',
    en: '“{text}” is no identifier: small letters without accents, digits and dashes, 60 signs at most.',
  },
  venueReserved: {
    fr: 'Un lieu ne peut pas s’appeler «\u00a0{text}\u00a0»\u00a0: c’est l’adresse d’une page du programme. Donnez-lui un autre nom, ou un autre identifiant.',
    en: 'A venue cannot be called “{text}”: a page of the programme has that address. Give it another name, or another identifier.',
  },
  venueSeveral: {
    fr: 'Plusieurs lieux de cette commune s’appellent «\u00a0{text}\u00a0»\u00a0: dites l’identifiant de celui-ci.',
    en: 'Several venues of that commune are called “{text}”: say the identifier of this one.',
  },
  venueTwice: {
    fr: 'Le lieu «\u00a0{text}\u00a0» est deux fois dans le fichier.',
    en: 'The venue “{text}” is there twice.',
  },
  communeMissing: {
    fr: 'Il manque la commune\u00a0: son code INSEE (23096) ou son nom.',
    en: 'The commune is missing: its INSEE code (23096) or its name.',
  },
  communeCode: {
    fr: '«\u00a0{text}\u00a0» n’est pas le code INSEE d’une commune\u00a0: écrivez par exemple 23096 (ce n’est pas le code postal), ou le nom.',
    en: '“{text}” is no INSEE code of a commune: write 23096 for one (it is not the postal code), or the name.',
  },
  communeUnknown: {
    fr: 'La commune «\u00a0{text}\u00a0» est inconnue\u00a0: écrivez son nom entier, ou son code INSEE (23096).',
    en: 'The commune “{text}” is unknown: write its whole name, or its INSEE code (23096).',
  },
  communeSeveral: {
    fr: 'Plusieurs communes s’appellent «\u00a0{text}\u00a0»\u00a0: écrivez le code INSEE de celle-ci ({codes}).',
    en: 'Several communes are called “{text}”: write the INSEE code of this one ({codes}).',
  },
  latitude: {
    fr: 'La latitude «\u00a0{text}\u00a0» n’est pas un nombre de -90 à 90.',
    en: 'The latitude “{text}” is no number from -90 to 90.',
  },
  longitude: {
    fr: 'La longitude «\u00a0{text}\u00a0» n’est pas un nombre de -180 à 180.',
    en: 'The longitude “{text}” is no number from -180 to 180.',
  },
  coordinatesAlone: {
    fr: 'La latitude et la longitude vont ensemble\u00a0: donnez les deux, ou aucune.',
    en: 'Latitude and longitude go together: give both, or neither.',
  },
  seats: {
    fr: '«\u00a0{text}\u00a0» n’est pas un nombre de places\u00a0: un nombre entier, de 1 à 10 000.',
    en: '“{text}” is no number of seats: a whole number from 1 to 10 000.',
  },
  website: {
    fr: '«\u00a0{text}\u00a0» n’est pas l’adresse d’un site\u00a0: elle commence par https:// ou http://.',
    en: '“{text}” is no address of a site: it begins with https:// or http://.',
  },
  equipmentUnknown: {
    fr: 'L’équipement «\u00a0{text}\u00a0» n’est pas connu, et laissé de côté. Connus\u00a0: {known}.',
    en: 'The equipment “{text}” is unknown, and left aside. Known: {known}.',
  },
};

/** The sentence of a problem. `{name, words}` stands for the words and the value, and for nothing when the value is empty. */
export const tellProblem = ({ kind, values }: Problem, language: SpokenLanguage): string =>
  sentences[kind][language].replaceAll(/\{(\w+)(?:,([^}]*))?\}/g, (_, name: string, before: string | undefined) => {
    const value = values[name] ?? '';
    return value === ''
      ? ''
      : `${before === undefined ? '' : before}${value}${before !== undefined && !['line', 'entry', 'column'].includes(name) ? '.' : ''}`;
  });

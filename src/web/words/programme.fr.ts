import { quoted, several } from '#words/french.ts';
import { programmePlaceFr } from '#web/words/programme-place.fr.ts';

const longDay = new Intl.DateTimeFormat('fr', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('fr', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
const shortDate = new Intl.DateTimeFormat('fr', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const dayOfMonth = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const euros = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' });
const first = (text: string): string => text.replace(/(^|\s)1(?=\s|$)/, '$11er');
const day = (iso: string): string => first(longDay.format(new Date(iso)));
const date = (iso: string): string => first(dayOfMonth.format(new Date(iso)));
const hour = (hours: number, minutes: number): string =>
  `${hours}\u00a0h${minutes === 0 ? '' : `\u00a0${String(minutes).padStart(2, '0')}`}`;

/** The programme: what is shown where and when. */
export const programmeFr = {
  title: 'Le programme',
  nav: 'Programme',
  /** `2026-11-25` as mercredi 25 novembre, mer. 25, 25 novembre. */
  day,
  shortDay: (iso: string): string => first(shortDay.format(new Date(iso))),
  shortDate: (iso: string): string => first(shortDate.format(new Date(iso))),
  date,
  hour,
  at: (iso: string, hours: number, minutes: number): string => `${day(iso)} à ${hour(hours, minutes)}`,
  price: (cents: number): string => (cents === 0 ? 'gratuit' : euros.format(cents / 100)),
  minutesAway: (minutes: number): string => `environ ${minutes}\u00a0min en voiture`,
  away: (minutes: number): string => `${minutes}\u00a0min`,

  heading: (place: string): string => `Au cinéma près de ${place}`,
  headingFilm: (title: string): string => `Où voir ${quoted(title)}`,
  lead: 'Les séances des cinémas autour de chez vous. Touchez une heure pour voir la séance.',
  description: (place: string): string =>
    `Tous les films de la semaine au cinéma près de ${place}\u00a0: jours, heures, VF et VOST, séances accessibles.`,
  today: 'Aujourd’hui',
  tonight: 'Ce soir',
  tomorrow: 'Demain',
  dayHeading: (label: string | null, iso: string): string =>
    label === null ? day(iso).replace(/^./, (letter) => letter.toUpperCase()) : `${label}, ${day(iso)}`,
  days: 'Jours de la semaine',
  weeks: 'Semaines',
  thisWeek: 'Cette semaine',
  weekOf: (from: string, until: string): string => `Semaine du ${date(from)} au ${date(until)}`,
  nextWeek: (from: string): string => `Semaine du ${date(from)}`,
  earlierWeek: 'Revenir à cette semaine',
  views: 'Ranger les séances',
  byDay: 'Jour par jour',
  byFilm: 'Film par film',
  wholeWeek: 'Toute la semaine',
  count: (showings: number, films: number): string =>
    `${several(showings, 'séance', 'séances')}, ${several(films, 'film', 'films')}`,
  noShowingThatDay: 'aucune séance',
  begunThatDay: 'séances commencées',

  fits: 'À votre goût',
  wished: 'Vous vouliez le voir',
  directedBy: (names: string): string => `de ${names}`,
  cancelled: 'Annulée',
  past: 'Passée',
  noCard: 'Hors catalogue',

  versions: { vf: 'VF', vost: 'VOST', vo: 'VO', silent: 'sans paroles', unknown: '' },
  versionsTold: {
    vf: 'Version française (VF)\u00a0: le film est parlé en français.',
    vost: 'Version originale sous-titrée (VOST)\u00a0: le film est dans sa langue, avec des sous-titres en français.',
    vo: 'Version originale (VO)\u00a0: le film est dans sa langue, sans sous-titres.',
    silent: 'Film sans paroles\u00a0: rien à traduire.',
    unknown: 'La langue n’est pas précisée\u00a0: demandez au cinéma.',
  },
  features: {
    sme: 'sous-titres sourds',
    ad: 'audiodescription',
    relaxed: 'séance relax',
    'hearing-loop': 'boucle magnétique',
    '3d': '3D',
    preview: 'avant-première',
    debate: 'rencontre',
  },
  featuresTold: {
    sme: 'Sous-titres pour sourds et malentendants (SME)\u00a0: les paroles, les bruits et la musique sont écrits sur l’écran.',
    ad: 'Audiodescription (AD)\u00a0: une voix raconte l’image dans un casque, prêté à l’accueil ou sur votre téléphone.',
    relaxed:
      'Séance relax\u00a0: lumière douce, son moins fort, chacun peut bouger, parler ou sortir. Elle accueille les personnes autistes, polyhandicapées ou qui vivent avec la maladie d’Alzheimer, et tout le monde.',
    'hearing-loop': 'Boucle magnétique\u00a0: réglez votre appareil auditif sur T pour entendre le film directement.',
    '3d': 'En relief (3D)\u00a0: des lunettes sont prêtées à l’entrée.',
    preview: 'Avant-première\u00a0: le film passe avant sa sortie.',
    debate: 'Suivie d’une rencontre ou d’un débat.',
  },
  equipment: {
    wheelchair: 'accessible en fauteuil roulant',
    'hearing-loop': 'boucle magnétique pour les appareils auditifs',
    'audio-description': 'casques d’audiodescription',
    parking: 'stationnement à proximité',
  },
  legend: 'Ce que veulent dire VF, VOST et les autres mentions',

  filters: {
    place: 'Où êtes-vous\u00a0?',
    radius: 'Jusqu’où\u00a0?',
    minutes: (minutes: number): string => (minutes === 0 ? 'peu importe' : `${minutes}\u00a0min en voiture`),
    estimate: 'Les temps de trajet sont des estimations, sans neige ni travaux.',
    show: 'Voir les séances',
    more: 'Changer le lieu, la langue, l’accessibilité…',
    version: 'Langue',
    any: 'VF et VOST',
    vf: 'VF seulement',
    vost: 'VOST seulement',
    access: 'Séances accessibles',
    accesses: {
      sme: ['Sous-titres pour sourds et malentendants', 'SME\u00a0: paroles et bruits écrits sur l’écran'],
      ad: ['Audiodescription', 'une voix raconte l’image, dans un casque'],
      relaxed: ['Séance relax', 'lumière et son doux, on peut bouger et parler'],
      'hearing-loop': ['Boucle magnétique', 'pour un appareil auditif réglé sur T'],
      wheelchair: ['Salle accessible en fauteuil', 'entrée et place sans marche'],
    },
    venue: 'Cinéma',
    everyVenue: 'Tous',
    fitting: 'Seulement les films à mon goût',
    fittingHint: 'd’après les films que vous avez dit avoir aimés ici',
    fittingNeeds: 'Dites d’abord un film que vous avez aimé.',
    fittingWay: 'Dire un film',
    active: 'Vous avez choisi',
    lift: 'Enlever',
    radiusOf: (minutes: number, place: string): string => `à ${minutes}\u00a0min de ${place}`,
    filmOf: (title: string): string => `le film ${quoted(title)}`,
  },

  empty: {
    noneTitle: 'Le programme n’est pas encore en ligne',
    none: 'Les séances paraissent ici dès que le cinéma les annonce, en général avant le mercredi. En attendant\u00a0:',
    begin: 'Vous êtes de la maison\u00a0: mettez le programme en ligne',
    noneWays: ['Dites les films que vous aimez\u00a0: nous vous en proposons d’autres', 'Découvrez des films'],
    dayTitle: (place: string): string => `Pas de séance ce jour-là près de ${place}`,
    overTitle: 'Les séances d’aujourd’hui ont commencé',
    weekOverTitle: 'Les séances annoncées pour la semaine sont commencées ou passées',
    todayTitle: (place: string): string => `Pas de séance aujourd’hui près de ${place}`,
    pastTitle: 'Ce jour est passé',
    past: 'Voir les séances d’aujourd’hui',
    weekTitle: (place: string): string => `Pas de séance cette semaine-là près de ${place}`,
    next: 'Prochaine séance\u00a0:',
    nextDay: (label: string, count: number): string => `${label}\u00a0: ${several(count, 'séance', 'séances')}`,
    filteredTitle: 'Aucune séance avec ces choix',
    lift: 'En enlevant un choix\u00a0:',
    without: {
      version: 'sans choisir la langue',
      access: 'sans choisir l’accessibilité',
      venue: 'dans tous les cinémas',
      film: 'pour tous les films',
      fitting: 'sans s’en tenir à votre goût',
      radius: 'en allant plus loin',
    },
    found: (label: string, count: number): string => `${label}\u00a0: ${several(count, 'séance', 'séances')}`,
  },

  showing: {
    title: (title: string, when: string): string => `${title}, ${when}`,
    when: 'Quand',
    where: 'Où',
    ends: (at: string): string => `Fin vers ${at}, sans compter les annonces.`,
    screen: 'Salle',
    version: 'Langue',
    price: 'Prix',
    good: 'Bon à savoir',
    note: 'Note du cinéma',
    book: 'Réserver',
    bookOn: (host: string): string => `Vous quittez ce site pour ${host}. Nous ne vendons pas de billets.`,
    noBooking: 'Les places se prennent à l’entrée.',
    calendar: 'Ajouter à mon agenda',
    send: 'Envoyer cette séance à quelqu’un',
    sendTitle: 'Une séance pour vous',
    sendBody: (title: string, when: string, where: string, address: string): string =>
      `On y va ensemble\u00a0?\n\n${title}\n${when}\n${where}\n\n${address}\n`,
    code: 'À scanner',
    codeLead: 'Pour ouvrir cette séance sur un téléphone.',
    codeLabel: 'Code à scanner qui mène à cette séance',
    cancelledTitle: 'Cette séance est annulée',
    cancelled: 'Ne vous déplacez pas. Le cinéma l’a retirée de son programme.',
    pastTitle: 'Cette séance est passée',
    beganTitle: 'Cette séance a commencé',
    others: (title: string): string => `Les prochaines séances de ${quoted(title)}`,
    noOthers: 'Aucune autre séance de ce film n’est annoncée pour l’instant.',
    sameVenue: 'Le programme de ce cinéma',
    aboutFilm: 'En savoir plus sur le film',
    backToProgramme: 'Tout le programme',
    unknownTitle: 'Cette séance n’existe pas',
    unknown: 'Elle a peut-être été retirée, ou l’adresse est incomplète. Le programme est à jour\u00a0:',
  },

  nearby: {
    title: 'Au cinéma près d’ici',
    all: 'Toutes les séances de ce film',
    strip: 'Cette semaine au cinéma',
    stripAll: 'Tout le programme',
  },

  ...programmePlaceFr,
};

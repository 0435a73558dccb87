import { quoted, several } from '#words/french.ts';

/** Added, changed, there already, cancelled. */
type Counts = readonly [added: number, updated: number, unchanged: number, cancelled: number];

const counted = (counts: Counts, names: readonly (readonly [string, string])[]): string => {
  const told = names.flatMap(([one, more], at) =>
    (counts[at] ?? 0) === 0 ? [] : [several(counts[at] ?? 0, one, more)],
  );
  return told.length === 0 ? 'Rien ne change.' : `${told.join(', ')}.`;
};

/** The pages where the staff keeps the programme. */
export const staffProgrammeFr = {
  title: 'Le programme',
  week: (from: string, until: string): string => `Du ${from} au ${until}`,
  weeks: 'Changer de semaine',
  before: 'Semaine d’avant',
  after: 'Semaine d’après',
  thisWeek: 'Cette semaine',
  showings: (count: number): string => several(count, 'séance', 'séances'),
  empty: 'Rien n’est encore programmé cette semaine.',
  add: 'Ajouter une séance',
  addOn: (day: string): string => `Ajouter une séance ${day}`,
  importing: 'Importer un programme',
  venuesLink: 'Les lieux',
  noVenue: 'Commencez par ajouter un lieu\u00a0: le programme dit ce qui est projeté, et où.',
  copy: 'Reprendre la semaine d’avant',
  copyHint:
    'Mêmes films, mêmes lieux, mêmes jours et mêmes heures. Ce qui est déjà là ne bouge pas, et cela peut être annulé.',
  edit: (title: string, time: string): string => `Modifier ${quoted(title)}, ${time}`,
  editShort: 'Modifier',
  cancelled: 'annulée',
  noCard: 'sans fiche',
  at: (venue: string, screen: string): string => (screen === '' ? venue : `${venue}, ${screen}`),
  done: {
    saved: 'La séance est enregistrée.',
    cancelled: 'La séance est annulée. Elle reste affichée, avec cette mention.',
    revived: 'La séance est de nouveau au programme.',
    deleted: 'La séance est supprimée.',
    venue: 'Le lieu est enregistré.',
  },
  copied: (count: number): string =>
    count === 0
      ? 'Rien à reprendre\u00a0: tout y est déjà, ou la semaine d’avant est vide.'
      : `${several(count, 'séance reprise', 'séances reprises')} de la semaine d’avant.`,
  versions: { vf: 'VF', vost: 'VOST', vo: 'VO', silent: 'muet', unknown: 'non précisée' },
  features: {
    sme: 'sous-titres sourds et malentendants',
    ad: 'audiodescription',
    relaxed: 'séance relax',
    'hearing-loop': 'boucle magnétique',
    '3d': '3D',
    preview: 'avant-première',
    debate: 'débat ou rencontre',
  },
  form: {
    newTitle: 'Ajouter une séance',
    editTitle: 'Modifier une séance',
    film: 'Titre du film',
    filmHint: 'S’il y en a plusieurs, ajoutez l’année entre parenthèses.',
    taken: (film: string): string => `Fiche\u00a0: ${film}.`,
    noCardTaken: 'Annoncé sans fiche du catalogue.',
    which: 'De quel film s’agit-il\u00a0?',
    withoutCard: 'Aucun de ceux-là\u00a0: l’annoncer sans fiche (un opéra, un documentaire d’ici)',
    venue: 'Lieu',
    day: 'Jour',
    time: 'Heure',
    version: 'Version',
    features: 'Ce qui est proposé',
    screen: 'Salle (s’il y en a plusieurs)',
    minutes: 'Durée, en minutes',
    price: 'Tarif, en euros',
    booking: 'Lien vers la billetterie',
    bookingHint: 'Il commence par https://. Rien n’est vendu ici.',
    note: 'Remarque affichée',
    save: 'Enregistrer',
    back: 'Retour au programme',
    problems: 'Ceci est à corriger',
    placeTaken: 'Ce film est déjà annoncé à cette heure dans ce lieu.',
    more: 'Annuler ou supprimer',
    cancel: 'Annuler la séance',
    cancelHint:
      'Elle reste affichée avec la mention «\u00a0annulée\u00a0»\u00a0: c’est ce qu’il faut pour une séance déjà annoncée.',
    revive: 'La remettre au programme',
    delete: 'Supprimer',
    deleteHint: 'Elle disparaît comme si elle n’avait jamais été annoncée\u00a0: pour une erreur de saisie.',
  },
  import: {
    title: 'Importer un programme',
    lead: 'Collez le texte de votre programme, ou donnez un fichier. Rien n’est changé avant que vous ayez vu ce qui le serait.',
    text: 'Le texte du programme',
    textHint: 'Un titre puis ses jours et ses heures, ou un jour puis ses heures et ses titres.',
    example: 'LE GRAND VOYAGE (1h45) VOST\nmercredi 25 novembre 20h30\nsamedi 28 novembre 14h30, 20h30',
    file: 'Ou un fichier',
    fileHint: 'CSV (titre, date, heure, lieu…), calendrier ICS, JSON ou texte. 2\u00a0Mo au plus.',
    venue: 'Lieu des lignes qui n’en disent pas',
    venueSaid: 'Chaque ligne dit le sien',
    mode: 'Ce fichier…',
    modes: {
      add: 'ajoute des séances et met à jour celles qui y sont',
      replace: 'est tout le programme de ses lieux pour ses jours\u00a0: ce qui n’y est plus est annulé',
    },
    preview: 'Voir ce que cela donne',
    none: 'Collez un texte ou choisissez un fichier.',
    tooBig: 'C’est plus que 2\u00a0Mo\u00a0: envoyez moins à la fois.',
    unreadable: {
      empty: 'Il n’y a rien dans ce fichier.',
      noText: 'Ce fichier n’est pas du texte.',
      tooLarge: 'Ce fichier est trop grand.',
      workbook: 'C’est un classeur ou un document\u00a0: enregistrez-le en CSV (ou copiez son texte et collez-le).',
      pdf: 'C’est un PDF\u00a0: ouvrez-le, copiez son texte et collez-le ici.',
      json: 'Ce fichier JSON est abîmé.',
      list: 'Ce fichier JSON n’a pas de liste de séances.',
      calendar: 'Ce calendrier est abîmé.',
      columns: 'La première ligne du tableau doit nommer les colonnes, au moins titre, date et heure.',
      table: 'Ce tableau ne se lit pas\u00a0: un guillemet n’est peut-être jamais fermé.',
      ems: 'Ce n’est pas un message d’EMS.',
    },
    nothing: 'Aucune séance n’a été trouvée dans ce texte.',
    previewTitle: (source: string): string => `Aperçu\u00a0: ${source}`,
    appliedTitle: (source: string): string => `Import\u00a0: ${source}`,
    pasted: 'texte collé',
    copyOf: (week: string): string => `semaine ${week} reprise`,
    would: (...counts: Counts): string =>
      counted(counts, [
        ['séance à ajouter', 'séances à ajouter'],
        ['séance à modifier', 'séances à modifier'],
        ['déjà là', 'déjà là'],
        ['à annuler', 'à annuler'],
      ]),
    did: (...counts: Counts): string =>
      counted(counts, [
        ['séance ajoutée', 'séances ajoutées'],
        ['séance modifiée', 'séances modifiées'],
        ['déjà là', 'déjà là'],
        ['annulée', 'annulées'],
      ]),
    refused: (count: number): string => several(count, 'ligne n’est pas prise', 'lignes ne sont pas prises'),
    refusedHint:
      'Rien n’en est perdu\u00a0: choisissez les films ci-dessous, ou corrigez le texte et envoyez-le de nouveau.',
    toCheck: 'À vérifier',
    line: (line: number): string => `Ligne ${line}`,
    entry: (entry: number): string => `Entrée ${entry}`,
    chooseLater: 'Pas maintenant',
    chooseFor: (title: string): string => `Quel film est ${quoted(title)}\u00a0?`,
    withoutCard: 'L’annoncer sans fiche',
    identifier: 'Ou son numéro IMDb (tt…)',
    choose: 'Tenir compte de ces choix',
    apply: (count: number): string => `Mettre au programme (${several(count, 'séance', 'séances')})`,
    keepRefused: (count: number): string => `Garder ${several(count, 'ligne', 'lignes')} à reprendre`,
    nothingToApply: 'Il n’y a rien à mettre au programme.',
    changes: 'Ce qui change',
    kinds: { added: 'ajoutée', updated: 'modifiée', cancelled: 'annulée' },
    more: (count: number): string => `et ${several(count, 'autre', 'autres')}`,
    undo: 'Annuler cet import',
    undoHint:
      'Chaque séance redevient ce qu’elle était, sauf celles que quelqu’un a changées depuis, ou dont les entrées sont comptées.',
    undone: (when: string): string => `Annulé le ${when}.`,
    undid: (removed: number, restored: number, left: number): string =>
      `Import annulé\u00a0: ${several(removed, 'séance retirée', 'séances retirées')}, ${several(restored, 'remise comme avant', 'remises comme avant')}, ${several(left, 'laissée, car changée ou comptée depuis', 'laissées, car changées ou comptées depuis')}.`,
    willTell: (minutes: number): string =>
      minutes === 0
        ? 'Les personnes concernées sont prévenues dans la minute. D’ici là, vous pouvez annuler cet import.'
        : `Les personnes concernées seront prévenues quand le programme n’aura plus changé depuis ${several(minutes, 'minute', 'minutes')}. D’ici là, vous pouvez annuler cet import sans que personne ait rien reçu.`,
    noSchedule: 'Cette machine ne prévient personne d’elle-même\u00a0: les alertes y sont arrêtées.',
    toldAlready: (sent: number, waiting: number): string =>
      [
        ...(sent === 0
          ? []
          : [
              `${several(sent, 'message', 'messages')} sur ces films ${sent === 1 ? 'est déjà parti' : 'sont déjà partis'} depuis cet import\u00a0: ils ne se rattrapent pas.`,
            ]),
        ...(waiting === 0
          ? []
          : [
              `${several(waiting, 'message attend', 'messages attendent')} encore\u00a0: chacun est relu au départ, et ne dit que ce qui est encore vrai.`,
            ]),
      ].join(' ') || 'Personne n’a encore été prévenu de ces films depuis cet import.',
    history: 'Les derniers imports',
    see: 'Voir',
    waiting: 'Cet aperçu attend sept jours, puis il est oublié.',
  },
  venues: {
    title: 'Les lieux',
    lead: 'Un cinéma, ou une salle où passe un circuit itinérant\u00a0: un lieu par village.',
    add: 'Ajouter un lieu',
    edit: (name: string): string => `Modifier ${name}`,
    name: 'Nom',
    commune: 'Commune (nom ou code INSEE)',
    kind: 'Sorte',
    kinds: { fixed: 'cinéma', travelling: 'circuit itinérant' },
    address: 'Adresse',
    latitude: 'Latitude',
    longitude: 'Longitude',
    seats: 'Nombre de places',
    equipment: 'Équipement',
    equipments: {
      wheelchair: 'accessible en fauteuil roulant',
      'hearing-loop': 'boucle magnétique',
      'audio-description': 'audiodescription',
      parking: 'stationnement',
    },
    website: 'Site web',
    closed: 'Ce lieu ne projette plus rien',
    isClosed: 'fermé',
    seatsTold: (count: number): string => several(count, 'place', 'places'),
    save: 'Enregistrer',
    none: 'Il n’y a pas encore de lieu.',
    identifier: 'Identifiant (dans les adresses et les fichiers)',
  },
};

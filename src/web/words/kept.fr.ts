import { quoted, several } from '#words/french.ts';

/** What a visitor keeps here: the marks under each film, the list of one's films, one's data. */
export const keptFr = {
  wanted: 'À voir',
  seen: 'Déjà vu',
  not: 'Pas pour moi',
  /** What was done, for the ear and the eye. */
  done: {
    liked: (title: string): string => `${quoted(title)} est dans vos films aimés.`,
    wanted: (title: string): string => `${quoted(title)} est dans vos films à voir.`,
    seen: (title: string): string => `${quoted(title)} est rangé dans vos films déjà vus.`,
    disliked: (title: string): string => `${quoted(title)} ne vous sera plus proposé.`,
    undone: (title: string): string => `C’est annulé pour ${quoted(title)}.`,
    kept: (count: number): string => `${several(count, 'film gardé', 'films gardés')} sur cet appareil.`,
    notKept:
      'Votre navigateur n’a pas gardé ce choix\u00a0: il refuse les témoins de connexion, ou la connexion n’est pas chiffrée.',
    failed: 'Ce choix n’a pas pu être gardé. Réessayez dans un instant.',
  },
  undo: 'Annuler',
  undoFor: (title: string): string => `Annuler pour ${quoted(title)}`,
  mine: 'Mes films',
  title: 'Mes films',
  lead: 'Ce que vous avez rangé ici, sur cet appareil.',
  empty:
    'Vous n’avez encore rien rangé. Sous chaque film proposé, choisissez «\u00a0À voir\u00a0», «\u00a0Déjà vu\u00a0» ou «\u00a0Pas pour moi\u00a0»\u00a0: il viendra ici.',
  lists: {
    wanted: 'À voir',
    liked: 'Aimés',
    seen: 'Déjà vus',
    disliked: 'Pas pour moi',
  },
  remove: (title: string): string => `Retirer ${quoted(title)}`,
  fromLiked: 'Des films d’après ceux que j’ai aimés',
  keep: 'Garder mes films sur cet appareil',
  keepAgain: 'Garder aussi ces films',
  keepHint: 'Ils vous attendront à votre prochaine visite.',
  welcome: (count: number): string => `Vous aviez gardé ${several(count, 'film aimé', 'films aimés')}.`,
  welcomeGo: 'Voir mes propositions',
  data: {
    link: 'Mes données',
    title: 'Mes données',
    nobody:
      'Nous ne gardons rien sur vous\u00a0: vous n’avez rien rangé ici, et aucun témoin de connexion ne vous reconnaît.',
    guest:
      'Vous n’avez rien rangé ici, mais cet appareil a une place dans un groupe\u00a0: votre prénom et vos films y sont gardés.',
    yourGroups: 'Vos groupes',
    leaveHint: 'Dans la page d’un groupe, «\u00a0Quitter le groupe\u00a0» efface votre place.',
    lead: 'Voici tout ce qui est gardé à propos de cet appareil. Ni nom, ni adresse, ni courriel.',
    leadAccount: 'Voici tout ce qui est gardé à propos de vous, sur cet appareil et dans votre compte.',
    marks: (count: number): string => several(count, 'film rangé', 'films rangés'),
    groups: (count: number): string => several(count, 'soirée à plusieurs', 'soirées à plusieurs'),
    events: (count: number): string =>
      several(count, 'ligne sur les listes montrées', 'lignes sur les listes montrées'),
    settings: (count: number): string => several(count, 'réglage', 'réglages'),
    since: (first: string, last: string): string => `Première visite gardée le ${first}, dernière le ${last}.`,
    until: (months: number): string => `Sans visite pendant ${months} mois, tout s’efface seul.`,
    untilAccount: (years: number): string =>
      `Si vous ne revenez pas pendant ${years} ans, votre compte et tout le reste s’effacent seuls.`,
    download: 'Télécharger mes données (JSON)',
    erase: 'Tout effacer',
    eraseHint:
      'C’est immédiat et définitif\u00a0: vos films rangés, vos soirées et vos réglages disparaissent d’ici, et les places de cet appareil dans les groupes, pour toutes les personnes qui s’en servent.',
    erased: 'C’est effacé. Nous ne gardons plus rien sur vous.',
  },
};

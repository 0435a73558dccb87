import type { ChoiceKind } from '#recommend/group/choices.ts';
import { days, lists, of, quoted, several } from '#words/french.ts';

/** Choosing a film for several people. */
export const groupFr = {
  title: 'Un film à plusieurs',
  lead: 'Dites quels films chaque personne a aimés. Nous cherchons ceux qui vous réuniront, et nous disons ce que chaque personne y gagne.',
  person: (place: number): string => `Personne ${place}`,
  films: (count: number): string => (count === 0 ? 'pas encore de film' : several(count, 'film', 'films')),

  here: {
    title: 'Ensemble, sur cet appareil',
    lead: 'Écrivez vos prénoms et, pour chaque personne, un ou deux films aimés. Rien n’est gardé\u00a0: tout tient dans l’adresse de la page.',
    name: 'Prénom',
    films: 'Films aimés',
    filmsHint: 'Plusieurs titres\u00a0? Séparez-les par un point-virgule.',
    more: 'Vous êtes plus nombreux\u00a0?',
    again: 'Changer les prénoms, ajouter des films ou des gens',
    submit: 'Trouver nos films',
    remove: (name: string): string => `Retirer ${name} du groupe`,
    restart: 'Tout recommencer',
    leftOut: (count: number): string =>
      `${several(count, 'élément de cette adresse n’a pas été compris', 'éléments de cette adresse n’ont pas été compris')}\u00a0: nous n’en tenons pas compte.`,
    which: (name: string): string => `Pour ${name}`,
    pick: (title: string, name: string): string => `Choisir ${quoted(title)} pour ${name}`,
  },

  apart: {
    title: 'À distance, avec vos téléphones',
    lead: 'Vous ouvrez un groupe et vous envoyez son lien. Chaque personne met ses films de son côté. Au bout de sept jours, tout s’efface.',
    name: 'Votre prénom',
    nameHint: 'Les autres le verront. Un surnom suffit.',
    submit: 'Ouvrir un groupe',
    yours: 'Vos groupes en cours',
    one: (names: readonly string[], until: string): string =>
      `${names.length === 0 ? 'Groupe encore vide' : `Groupe ${of(lists.format(names))}`}, jusqu’au ${days.format(new Date(until))}`,
  },

  group: {
    title: 'Notre groupe',
    until: (until: string): string => `Ce groupe et ses films s’effacent le ${days.format(new Date(until))}.`,
    wait: 'Dès que deux personnes ont mis un film, vos propositions s’affichent ici.',
    see: 'Voir nos films',
    refresh: 'Actualiser la page',
    live: 'Suivre les changements tout seul',
    linkTitle: 'Inviter les autres',
    linkLead: 'Envoyez ce lien. Qui le reçoit peut entrer dans le groupe\u00a0: ne le publiez pas.',
    link: 'Lien du groupe',
    copy: 'Copier le lien',
    copied: 'Le lien est copié.',
    mail: 'Envoyer par courriel',
    mailSubject: 'Quel film ensemble\u00a0?',
    mailBody: (link: string): string =>
      `Bonjour,\n\nChoisissons un film ensemble. Ouvrez ce lien et mettez un ou deux films que vous avez aimés\u00a0:\n${link}\n\nÀ bientôt\u00a0!`,
    people: 'Qui est là',
    you: 'vous',
    nobody: 'Personne n’est encore entré.',
    noFilm: (names: readonly string[]): string =>
      `Nous attendons les films ${of(lists.format(names))} pour en tenir compte.`,
    joined: (name: string): string => `${name} a rejoint le groupe.`,
    now: (name: string, count: number): string =>
      `${name} a maintenant ${several(count, 'film aimé', 'films aimés')} dans le groupe.`,
    left: (name: string): string => `${name} a quitté le groupe.`,
    back: 'Revenir au groupe',
    changed: 'Le choix du groupe a changé.',
  },

  join: {
    title: 'Je participe',
    second: 'Une autre personne, sur cet appareil',
    lead: 'Avant d’entrer\u00a0: les autres membres verront votre prénom et les films que vous mettez ici. Sur cet appareil, un témoin de connexion garde votre place jusqu’à la fin du groupe.',
    name: 'Votre prénom',
    films: 'Un film que vous avez aimé (vous pourrez en ajouter)',
    submit: 'Entrer dans le groupe',
    full: 'Ce groupe a déjà ses huit personnes\u00a0: il est complet.',
  },

  mine: {
    title: (name: string): string => `Les films ${of(name)}`,
    add: 'Ajouter un film aimé',
    whose: 'Pour qui\u00a0?',
    submit: 'Ajouter',
    none: 'Aucun film pour l’instant\u00a0: mettez-en un ou deux.',
    remove: (title: string, name: string): string => `Retirer ${quoted(title)} des films ${of(name)}`,
    refused: 'Surtout pas',
    allow: (title: string, name: string): string => `Ne plus écarter ${quoted(title)} pour ${name}`,
    bring: (count: number): string =>
      `Mettre aussi ${several(count, 'film aimé gardé sur cet appareil', 'films aimés gardés sur cet appareil')}`,
    leave: (name: string): string => `Quitter le groupe (${name})`,
    leaveHint: 'Votre prénom et vos films disparaissent du groupe.',
  },

  results: {
    title: 'Pour vous réunir',
    summary: (names: readonly string[]): string => `D’après les films ${of(lists.format(names))}.`,
    kinds: {
      'best-for-all': 'Le mieux pour le groupe',
      'nobody-unhappy': 'Sans faire de malheureux',
      'whose-turn': 'À qui le tour\u00a0?',
    } satisfies Record<ChoiceKind, string>,
    why: {
      best: 'Le film qui apporte le plus au groupe, tous goûts additionnés.',
      nobody: 'Le film qui plaît le plus à la personne la moins bien servie.',
      turn: (name: string): string => `Ce soir, d’abord pour ${name}\u00a0: le premier choix lui convient le moins.`,
      owed: (name: string): string => `Au tour ${of(name)}, à qui les soirées passées ont apporté le moins.`,
    },
    same: (title: string, kind: string): string =>
      `C’est ${quoted(title)} aussi, déjà ${quoted(kind)}\u00a0: un autre film ferait quelqu’un moins content.`,
    none: 'Aucun film ne convient assez à tout le monde. Ajoutez des films, ou regardez la liste.',
    empty: 'Il ne reste aucun film à proposer\u00a0: tout est vu ou écarté.',
    gains: (title: string): string => `Ce que ${quoted(title)} apporte`,
    fit: [
      'assez loin de ses goûts',
      'peut lui plaire',
      'à son goût',
      'tout à fait son goût',
      'presque son idéal',
    ] as const,
    from: (title: string): string => `d’après ${quoted(title)}`,
    also: (kind: string): string => `Déjà proposé ci-dessus\u00a0: ${kind.replace(/\s\?$/, '').toLowerCase()}.`,
    listTitle: 'La liste, à parts égales',
    listLead:
      'Chaque film rattrape ce que les précédents ont donné de moins à quelqu’un. Regardez-la de haut en bas, soir après soir.',
    listShares: (shares: readonly string[]): string =>
      `Ce que cette liste apporte à chaque personne, comparée à une liste faite pour elle seule\u00a0: ${lists.format(shares)}.`,
    share: (name: string, percent: string): string => `${name} ${percent}`,
    basis: 'Un film que quelqu’un a aimé, vu ou écarté n’est jamais proposé.',
  },

  act: {
    choose: 'Nous avons choisi ce film',
    chooseFor: (title: string): string => ` (${title})`,
    not: 'Surtout pas',
    notFor: (name: string): string => `Surtout pas, dit ${name}`,
    who: 'Qui n’en veut pas\u00a0?',
  },

  evenings: {
    title: 'Vos soirées',
    one: (title: string, at: string | null): string =>
      at === null ? quoted(title) : `${quoted(title)}, le ${days.format(new Date(at))}`,
    takeBack: (title: string): string => `Finalement non, pas ${quoted(title)}`,
    owed: (name: string): string =>
      `Jusqu’ici, ces films ont apporté le moins à ${name}\u00a0: la suite en tient compte.`,
    even: 'Jusqu’ici, tout le monde a reçu autant.',
  },

  done: {
    joined: (name: string): string => `Bienvenue, ${name}\u00a0: vous êtes dans le groupe.`,
    added: (titles: readonly string[]): string => `Ajouté\u00a0: ${lists.format(titles.map(quoted))}.`,
    full: 'Vingt films aimés au plus comptent par personne\u00a0: les derniers n’ont pas été ajoutés.',
    removed: (title: string): string => `${quoted(title)} est retiré.`,
    refused: (title: string): string => `${quoted(title)} est écarté\u00a0: il ne sera plus proposé au groupe.`,
    allowed: (title: string): string => `${quoted(title)} peut de nouveau être proposé.`,
    chosen: (title: string): string => `C’est noté\u00a0: vous avez choisi ${quoted(title)}. Bon film\u00a0!`,
    takenBack: (title: string): string => `C’est annulé\u00a0: ${quoted(title)} n’est plus compté.`,
    gone: (title: string): string => `${quoted(title)} ne peut pas être choisi\u00a0: quelqu’un l’a déjà vu ou écarté.`,
    left: 'C’est fait\u00a0: cette place et ses films sont effacés du groupe.',
    needName: 'Écrivez votre prénom, ou un surnom, pour entrer dans le groupe.',
  },
};

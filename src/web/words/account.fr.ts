import { quoted } from '#words/french.ts';
import { preferencesFr } from '#web/words/account-preferences.fr.ts';

/** The account, what one asks to be told, and how it ends. */
export const accountFr = {
  title: 'Mes alertes',
  link: 'Mes alertes',
  lead: (cinema: string): string =>
    `Laissez votre adresse, et ${cinema} vous prévient quand un film pour vous passe près de chez vous.`,
  leadFilm: (title: string): string =>
    `Laissez votre adresse, cochez «\u00a0Un film que j’attends\u00a0», et vous serez prévenu quand ${quoted(title)} passera près de chez vous.`,
  without: 'Tout le reste du site marche sans compte.',
  email: 'Votre adresse de courriel',
  emailHint: 'Par exemple prenom.nom@exemple.fr. Vous avez déjà un compte\u00a0? Cette adresse suffit.',
  /** What a person ticks: the sentence is kept as it was shown. */
  by: {
    email: (cinema: string): string => `Je veux que ${cinema} m’écrive un courriel pour\u00a0:`,
    push: (cinema: string): string => `Je veux que ${cinema} envoie une notification sur mes appareils pour\u00a0:`,
    sms: (cinema: string): string => `Je veux que ${cinema} m’envoie un SMS pour\u00a0:`,
    paper: (cinema: string): string => `Je veux que ${cinema} m’imprime une feuille pour\u00a0:`,
    phone: (cinema: string): string => `Je veux que ${cinema} m’appelle au téléphone pour\u00a0:`,
  },
  kinds: {
    wish: ['Un film que j’attends', 'Quand un film pour lequel j’ai dit «\u00a0Je viendrais\u00a0» est programmé.'],
    digest: ['La semaine selon mes goûts', 'Une lettre le mardi, seulement s’il y a un film pour moi.'],
    new: ['Un film pour moi arrive', 'Quand un film proche de ceux que j’ai aimés est ajouté au programme.'],
    'last-days': ['Les dernières séances', 'Quand un film pour moi va quitter les écrans.'],
  },
  where: 'Où habitez-vous\u00a0?',
  whereHint: 'Pour ne vous parler que des séances proches. Vous pouvez ne rien dire.',
  commune: 'Votre commune',
  anyCommune: 'Je préfère ne pas dire',
  radius: 'Jusqu’à',
  anyRadius: 'Peu importe la route',
  minutes: (minutes: number): string => `${minutes}\u00a0minutes en voiture`,
  promise: (cinema: string): string =>
    `En envoyant cette demande, je demande à ${cinema} de m’écrire une lettre de confirmation, et de garder mon adresse pour mon compte jusqu’à ce que je l’efface.`,
  rights:
    'Votre adresse ne sert qu’à cela, n’est donnée à personne, et vous l’effacez quand vous voulez. Chaque lettre a un lien pour arrêter.',
  send: 'Recevoir la lettre',
  trap: 'Laissez ce champ vide',
  refused: {
    robot:
      'Votre demande est partie trop vite pour que nous soyons sûrs que vous n’êtes pas un robot. Relisez, puis envoyez-la à nouveau.',
    email: 'Cette adresse de courriel n’est pas utilisable. Vérifiez-la\u00a0: il faut un @ et un point, sans espace.',
    title: 'La lettre n’est pas partie',
  },
  code: {
    title: 'Regardez votre courrier',
    lead: 'Nous venons de vous écrire. La lettre contient un code de six chiffres et un lien\u00a0: l’un ou l’autre suffit, pendant dix minutes.',
    label: 'Le code de six chiffres',
    hint: 'Il marche seulement ici, dans ce navigateur.',
    send: 'Valider',
    nothing:
      'Rien n’arrive\u00a0? Regardez dans les courriers indésirables, et vérifiez l’adresse. Nous envoyons au plus trois lettres par heure à une même adresse.',
    again: 'Recommencer',
    wrong: (left: number): string =>
      left === 1
        ? 'Ce n’est pas le bon code. Il reste un essai.'
        : `Ce n’est pas le bon code. Il reste ${left} essais.`,
    overTitle: 'Ce code n’est plus valable',
    over: 'Il a déjà servi, il a plus de dix minutes, ou il a été essayé cinq fois. Demandez une nouvelle lettre.',
  },
  confirm: {
    title: 'Confirmer votre adresse',
    signInTitle: 'Ouvrir votre compte',
    who: (masked: string): string => `Cette lettre a été demandée pour l’adresse ${masked}.`,
    newAddress: (masked: string): string => `Votre compte aura cette nouvelle adresse\u00a0: ${masked}.`,
    go: 'Oui, c’est moi',
    device:
      'Ce navigateur restera relié à votre compte. Sur un ordinateur qui n’est pas à vous, pensez à vous déconnecter ensuite, dans «\u00a0Mes alertes\u00a0».',
    not: 'Ce n’est pas vous\u00a0? Fermez cette page\u00a0: rien ne sera fait.',
    usedTitle: 'Ce lien a déjà servi',
    used: 'Un lien ne sert qu’une fois. Si vous êtes déjà entré, tout va bien\u00a0; sinon demandez une nouvelle lettre.',
    lateTitle: 'Ce lien n’est plus valable',
    late: 'Il ne vaut que dix minutes. Demandez une nouvelle lettre, elle arrive aussitôt.',
    takenTitle: 'Cette adresse a déjà un compte',
    taken: 'Nous n’avons rien changé. Entrez dans l’autre compte avec cette adresse, ou effacez-le d’abord.',
    again: 'Demander une lettre',
  },
  mine: {
    has: (email: string): string => `Vous avez un compte, à l’adresse ${email}.`,
    nameless: 'Vous avez un compte.',
    subscriptions: 'alertes demandées',
    consents: 'accords et refus notés',
    messages: 'messages écrits pour vous',
    wishes: 'films que vous viendriez voir',
    csv: 'Télécharger mes données (tableaux CSV)',
    eraseHint:
      'Votre compte et vos alertes disparaissent aussi. Une dernière lettre vous le confirme\u00a0; de votre adresse il ne reste qu’une empreinte, qui évite de vous écrire par erreur.',
  },
  preferences: preferencesFr,
};

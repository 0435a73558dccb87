import type { AlertKind } from '#state/tables/customers.ts';
import type { ShowingFeature, Version } from '#state/tables/programme.ts';
import { lists, quoted, several } from '#words/french.ts';

const others = (count: number): string => (count === 0 ? '' : ` et ${several(count, 'autre film', 'autres films')}`);
const names = (titles: readonly string[], more: number): string =>
  more === 0 ? lists.format(titles.map(quoted)) : `${titles.map(quoted).join(', ')}${others(more)}`;

const dayOn = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });

/** What the letters say. */
export const lettersFr = {
  quoted,
  /** “à Guéret”, “au Grand-Bourg”. */
  inTown: (town: string): string =>
    /^le /i.test(town) ? `au ${town.slice(3)}` : /^les /i.test(town) ? `aux ${town.slice(4)}` : `à ${town}`,
  colon: '\u00a0:',
  subject: {
    wish: (title: string, where: string, when: string) => `${quoted(title)} passe ${where} ${when}`,
    digest: (first: string, last: string, titles: readonly string[], more: number) =>
      `Du ${first} au ${last}\u00a0: ${names(titles, more)}`,
    reminder: (titles: readonly string[], more: number) => `Encore cette semaine\u00a0: ${names(titles, more)}`,
    new: (title: string, when: string, more: number) =>
      `Nouveau près de chez vous\u00a0: ${quoted(title)}, ${when}${others(more)}`,
    'last-days': (title: string, when: string, more: number) =>
      `Dernière séance annoncée de ${quoted(title)}\u00a0: ${when}${others(more)}`,
  },
  title: {
    wish: 'Le film que vous vouliez voir est à l’affiche',
    digest: 'Votre semaine de cinéma',
    reminder: 'Encore à voir cette semaine',
    new: 'Nouveau près de chez vous',
    'last-days': 'Bientôt fini près de chez vous',
  },
  lead: {
    wish: 'Il passe près de chez vous. Voici les séances.',
    digest: (first: string, last: string, films: number) =>
      `Du ${first} au ${last}, ${several(films, 'film choisi', 'films choisis')} pour vous.`,
    reminder: (films: number) => `${several(films, 'film vous attend', 'films vous attendent')} encore d’ici à mardi.`,
    new: (films: number): string =>
      films === 1
        ? 'Un film qui peut vous plaire vient d’arriver au programme.'
        : 'Des films qui peuvent vous plaire viennent d’arriver au programme.',
    'last-days': (films: number): string =>
      films === 1
        ? 'Aucune autre séance de ce film n’est annoncée ensuite.'
        : 'Aucune autre séance de ces films n’est annoncée ensuite.',
  },
  why: {
    wished: (day: string) => `Vous avez dit le ${day} que vous viendriez le voir.`,
    'to-watch': (day: string) => `Vous l’avez mis dans vos films à voir le ${day}.`,
    taste: (titles: readonly string[]) =>
      titles.length === 0
        ? 'À votre goût, d’après les films que vous avez aimés.'
        : `À votre goût\u00a0: vous avez aimé ${lists.format(titles.map(quoted))}.`,
  },
  told: 'Nous vous en avons déjà parlé.',
  away: (minutes: number) => `à environ ${several(minutes, 'minute', 'minutes')} en voiture`,
  estimated: 'Les durées en voiture sont des estimations.',
  suits: 'Les jours qui vous conviennent',
  otherDays: 'Les autres jours',
  more: (count: number) => `Et ${several(count, 'autre séance', 'autres séances')}`,
  programme: 'Voir tout le programme',
  filmPage: 'En savoir plus sur ce film',
  version: {
    vf: 'en français (VF)',
    vost: 'en version originale sous-titrée (VOST)',
    vo: 'en version originale',
    silent: 'film muet',
    unknown: '',
  } satisfies Record<Version, string>,
  feature: {
    sme: 'sous-titres pour sourds et malentendants (SME)',
    ad: 'audiodescription',
    relaxed: 'séance Relax, accueil adapté',
    'hearing-loop': 'boucle magnétique',
    '3d': 'en 3D',
    preview: 'avant-première',
    debate: 'suivie d’un échange',
  } satisfies Record<ShowingFeature, string>,
  note: 'Un mot de l’équipe',
  foot: {
    kind: {
      wish: 'à savoir quand un film que vous voulez voir passe près de chez vous',
      digest: 'à recevoir chaque semaine le programme choisi pour vous',
      new: 'à savoir quand un film pour vous arrive au programme',
      'last-days': 'à savoir quand un film pour vous va quitter l’affiche',
    } satisfies Record<AlertKind, string>,
    why: (asked: string, since: string | null) =>
      `Vous recevez ce message parce que vous avez demandé${since === null ? '' : `, le ${since},`} ${asked}.`,
    preferences: 'Choisir ce que nous vous envoyons',
    unsubscribe: 'Ne plus recevoir ces messages',
    from: (house: string) => `Ce message vous est envoyé par ${house}.`,
    contact: (email: string) => `Une question\u00a0? Écrivez à ${email}.`,
  },
  short: {
    wish: (title: string, where: string, when: string) => `${quoted(title)} passe ${where}, ${when}.`,
    digest: (title: string, more: number) => `Votre semaine de cinéma\u00a0: ${quoted(title)}${others(more)}.`,
    reminder: (title: string, more: number) => `Encore cette semaine\u00a0: ${quoted(title)}${others(more)}.`,
    new: (title: string, more: number) => `Nouveau près de chez vous\u00a0: ${quoted(title)}${others(more)}.`,
    'last-days': (title: string, more: number) => `Dernières séances annoncées\u00a0: ${quoted(title)}${others(more)}.`,
  },
  account: {
    confirm: {
      subject: (code: string, house: string) => `${code}, votre code (${house})`,
      title: 'Confirmez votre adresse',
      lead: ['Voici votre code. Tapez-le dans la page où vous l’avez demandé, sur le même appareil.'],
      button: 'Confirmer mon adresse',
      instead: 'Ou ouvrez ce lien, puis appuyez sur le bouton de la page\u00a0:',
      holds: (minutes: number) =>
        `Le code et le lien servent une fois, pendant ${several(minutes, 'minute', 'minutes')}.`,
      after: 'Si vous n’avez rien demandé, ne faites rien\u00a0: vous ne recevrez rien d’autre.',
    },
    'sign-in': {
      subject: (code: string, house: string) => `${code}, votre code (${house})`,
      title: 'Votre code pour entrer',
      lead: ['Tapez ce code dans la page où vous l’avez demandé, sur le même appareil.'],
      button: 'Entrer',
      instead: 'Ou ouvrez ce lien, puis appuyez sur le bouton de la page\u00a0:',
      holds: (minutes: number) =>
        `Le code et le lien servent une fois, pendant ${several(minutes, 'minute', 'minutes')}.`,
      after:
        'Si vous n’avez rien demandé, ne faites rien et ne donnez ce code à personne\u00a0: sans lui, nul n’entre chez vous.',
    },
    'staff-code': {
      subject: (house: string) => `Votre code pour l’équipe (${house})`,
      title: 'Votre code',
      lead: ['Tapez ce code dans la page de l’équipe, après votre mot de passe.'],
      holds: (minutes: number) => `Il sert une fois, pendant ${several(minutes, 'minute', 'minutes')}.`,
      after:
        'Si ce n’est pas vous qui l’avez demandé, quelqu’un connaît votre mot de passe\u00a0: changez-le, et prévenez un responsable.',
    },
    test: {
      subject: (house: string) => `Lettre d’essai (${house})`,
      title: 'Les lettres arrivent',
      lead: [
        'Vous avez demandé cette lettre d’essai dans les réglages de la maison. Elle a pris le même chemin que toutes les autres.',
      ],
      after: 'Il n’y a rien à faire.',
    },
    'staff-setup': {
      subject: (house: string) => `Bienvenue dans l’équipe (${house})`,
      title: 'Bienvenue dans l’équipe',
      lead: ['Un accès aux pages de l’équipe vous attend. Ouvrez ce lien pour choisir comment vous y entrerez\u00a0:'],
      button: 'Préparer mon accès',
      holds: (minutes: number) =>
        minutes >= 120
          ? `Ce lien sert une fois, pendant ${several(Math.round(minutes / 60), 'heure', 'heures')}.`
          : `Ce lien sert une fois, pendant ${several(minutes, 'minute', 'minutes')}.`,
      after: 'Si vous n’attendiez pas ce message, ne faites rien.',
    },
    // what the four letters after it have in common
    'staff-changed': {
      instead: 'Vos moyens d’entrer et vos sessions sont dans la page «\u00a0Mon accès\u00a0»\u00a0:',
      button: 'Mon accès',
      after:
        'Si c’est vous, il n’y a rien à faire. Sinon, changez votre mot de passe, fermez les autres sessions et prévenez un responsable.',
    },
    'staff-password-set': {
      subject: (house: string) => `Votre mot de passe pour l’équipe vient d’être choisi (${house})`,
      title: 'Votre mot de passe vient d’être choisi',
      lead: (at: string) =>
        `Le ${at}, un nouveau mot de passe a été choisi pour entrer avec votre adresse dans les pages de l’équipe.`,
    },
    'staff-passkey-added': {
      subject: (house: string) => `Une clé d’accès ouvre maintenant les pages de l’équipe (${house})`,
      title: 'Une clé d’accès de plus',
      lead: (at: string) =>
        `Le ${at}, une clé d’accès a été ajoutée\u00a0: l’appareil qui l’a entre à votre nom dans les pages de l’équipe.`,
    },
    'staff-passkey-removed': {
      subject: (house: string) => `Une clé d’accès n’ouvre plus les pages de l’équipe (${house})`,
      title: 'Une clé d’accès de moins',
      lead: (at: string) => `Le ${at}, une de vos clés d’accès aux pages de l’équipe a été retirée.`,
    },
    'staff-new-browser': {
      subject: (house: string) => `Entrée depuis un nouvel appareil (${house})`,
      title: 'Une entrée depuis un nouvel appareil',
      lead: (at: string) =>
        `Le ${at}, une de vos clés d’accès a ouvert les pages de l’équipe dans un navigateur que nous ne connaissions pas.`,
    },
    'address-changed': {
      subject: (house: string) => `L’adresse de votre compte a changé (${house})`,
      title: 'L’adresse de votre compte a changé',
      lead: ['Votre compte écrit maintenant à une autre adresse\u00a0: vous ne recevrez plus rien à celle-ci.'],
      after: 'Si ce n’est pas vous qui l’avez changée, prévenez-nous.',
    },
    'soon-erased': {
      subject: (house: string) => `Voulez-vous garder votre compte\u00a0? (${house})`,
      title: 'Voulez-vous garder votre compte\u00a0?',
      lead: (on: string) => [
        `Vous n’êtes pas venu depuis longtemps. Le ${dayOn.format(new Date(on))}, votre compte et tout ce que nous savons de vous seront effacés\u00a0: nous ne gardons rien plus longtemps.`,
        'Pour le garder, il suffit de revenir\u00a0:',
      ],
      button: 'Garder mon compte',
      after: 'Sinon, ne faites rien\u00a0: tout s’effacera seul, et nous n’écrirons plus.',
    },
    'passkey-added': {
      subject: (house: string) => `Une clé d’accès ouvre maintenant votre compte (${house})`,
      title: 'Une clé d’accès ouvre maintenant votre compte',
      lead: [
        'Elle vient d’être ajoutée\u00a0: le visage, l’empreinte ou le code d’un appareil ouvre votre compte, sans attendre de lettre.',
      ],
      instead: 'Vos clés d’accès sont dans la page «\u00a0Mes alertes\u00a0»\u00a0:',
      button: 'Mes alertes',
      after: 'Si ce n’est pas vous, entrez dans votre compte, retirez cette clé et déconnectez les autres appareils.',
    },
    'passkey-removed': {
      subject: (house: string) => `Une clé d’accès n’ouvre plus votre compte (${house})`,
      title: 'Une clé d’accès n’ouvre plus votre compte',
      lead: ['Elle vient d’être retirée, dans la page «\u00a0Mes alertes\u00a0».'],
      instead: 'Celles qui restent sont là\u00a0:',
      button: 'Mes alertes',
      after: 'Si ce n’est pas vous, entrez dans votre compte et déconnectez les autres appareils.',
    },
    erased: {
      subject: (house: string) => `Vos données sont effacées (${house})`,
      title: 'Vos données sont effacées',
      lead: [
        'Comme vous l’avez demandé, votre compte et tout ce que nous savions de vous sont effacés\u00a0: vos films, vos envies, vos choix, votre adresse.',
        'Ce message est le dernier. Nos sauvegardes en gardent une copie trente jours au plus.',
      ],
      after: '',
    },
  },
};

export type LetterWords = typeof lettersFr;

import { staffFr } from '#web/words/staff.fr.ts';
import { reportFr } from '#web/words/report.fr.ts';

/** What a page says of a fault: its title, and what to do. */
export const faultsFr = {
  notFound: [
    'Cette page n’existe pas',
    'L’adresse est peut-être incomplète. Revenez à l’accueil pour chercher un film.',
  ],
  filmUnknown: [
    'Ce film n’est pas dans notre catalogue',
    'Cherchez-le par son titre depuis l’accueil\u00a0: il y est peut-être sous un autre nom.',
  ],
  personUnknown: [
    'Cette personne n’est pas dans notre catalogue',
    'Cherchez un de ses films depuis l’accueil\u00a0: sa page y renvoie.',
  ],
  filterRefused: [
    'Cette question ne peut pas être posée ainsi',
    'Un des filtres de l’adresse n’est pas utilisable. Revenez à la page des chiffres et choisissez-les à nouveau.',
  ],
  method: ['Cette action n’est pas possible ici', 'Revenez à l’accueil et recommencez.'],
  tooLong: ['Cette adresse est trop longue', 'Repartez de l’accueil avec moins de films.'],
  foreign: [
    'Nous n’avons rien changé',
    'Ce formulaire n’a pas été envoyé depuis une page de ce site. Ouvrez la page à nouveau, puis recommencez.',
  ],
  tooMany: [
    'Trop de demandes à la fois',
    'Beaucoup de demandes sont venues de votre connexion. Patientez une minute, puis recommencez.',
  ],
  tooLarge: ['Cet envoi est trop gros', 'Choisissez un fichier plus petit, ou écrivez moins de texte.'],
  badWeek: reportFr.badWeek,
  badForm: ['Nous n’avons pas compris cet envoi', 'Ouvrez la page à nouveau, puis recommencez.'],
  noMemory: [
    'Nous ne pouvons rien garder pour l’instant',
    'Les propositions de films marchent toujours. Ce qui est gardé l’est toujours\u00a0: rien n’a été effacé. Réessayez un peu plus tard.',
  ],
  groupGone: [
    'Ce groupe n’existe plus',
    'Un groupe dure sept jours. Faites-en un nouveau, et envoyez son lien aux autres.',
  ],
  notYours: [
    'Cette place n’est pas la vôtre',
    'Seule la personne qui l’a prise peut la changer. Revenez à la page du groupe.',
  ],
  groupFull: ['Ce groupe est complet', 'Un groupe réunit huit personnes au plus. Faites-en un deuxième.'],
  linkUnusable: [
    'Ce lien n’est pas entier',
    'Nous n’avons rien changé. Ouvrez-le à nouveau depuis la lettre, en entier.',
  ],
  contactRefused: [
    'Ce nom ou cette adresse n’est pas utilisable',
    'Nous n’avons rien changé. Écrivez-le sur une seule ligne, sans signe particulier.',
  ],
  accountGone: ['Ce compte n’existe plus', 'Il a été effacé. Vous pouvez en demander un autre quand vous voulez.'],
  staffRole: staffFr.faults.role,
  staffLinkOver: staffFr.faults.linkOver,
  staffProofOver: staffFr.faults.proofOver,
  passkeyRefused: staffFr.faults.passkey,
  personNotHeld: staffFr.faults.unknown,
  notReady: ['Le catalogue n’est pas prêt', 'Il est en cours d’installation. Revenez dans quelques minutes.'],
  ours: [
    'Quelque chose s’est mal passé de notre côté',
    'Réessayez dans un instant. Vos films sont toujours dans l’adresse de la page.',
  ],
};

import { quoted } from '#words/french.ts';

/** Coming into one's account with a passkey, adding one, taking it away. */
export const passkeysFr = {
  enter: {
    title: 'Vous avez déjà une clé d’accès\u00a0?',
    hint: 'Le visage, l’empreinte ou le code de cet appareil suffit\u00a0: pas de courriel à attendre.',
    go: 'Entrer avec une clé d’accès',
    failed: 'La clé d’accès n’a pas répondu. Réessayez, ou demandez une lettre\u00a0: rien n’a été changé.',
  },
  title: 'Entrer sans attendre de courriel, avec une clé d’accès',
  lead: 'La prochaine fois, le visage, l’empreinte ou le code de cet appareil ouvrira votre compte, sans attendre de courriel. Votre visage et votre empreinte restent dans l’appareil\u00a0: rien n’en est envoyé.',
  others: 'Sur un ordinateur qui n’est pas à vous, n’en ajoutez pas.',
  name: 'Nom de la clé',
  nameNew: 'Comment l’appeler\u00a0? (facultatif)',
  nameHint: 'Par exemple «\u00a0Mon téléphone\u00a0».',
  usual: 'Clé d’accès',
  add: 'Ajouter une clé d’accès',
  addFailed: 'La clé d’accès n’a pas été créée\u00a0: cet appareil en a peut-être déjà une. Rien n’a été changé.',
  full: (most: number): string =>
    `Vous avez ${most} clés d’accès, c’est le plus possible. Retirez celles qui ne servent plus.`,
  since: (created: string, used: string | null): string =>
    used === null ? `Ajoutée le ${created}, pas encore utilisée` : `Ajoutée le ${created}, utilisée le ${used}`,
  rename: 'Renommer',
  renameLabel: (name: string): string => `Renommer la clé ${quoted(name)}`,
  remove: 'Retirer',
  removeLabel: (name: string): string => `Retirer la clé ${quoted(name)}`,
  stays:
    'Déconnecter un appareil ne retire pas sa clé d’accès. Si vous perdez un appareil, retirez sa clé ici, et déconnectez-le plus haut.',
  prove: {
    title: 'Changer vos accès',
    why: 'Pour ajouter ou retirer une clé d’accès, ou changer d’adresse, montrez d’abord que c’est bien vous. Cela vaut quinze minutes.',
    lost: 'Vous ne recevez plus le courrier de votre adresse\u00a0? Demandez à la maison\u00a0: elle peut écrire à une autre.',
    letter: 'Recevoir un code par courriel',
    passkey: 'Me servir d’une clé d’accès',
    noLetter: 'Nous n’écrivons plus à votre adresse\u00a0: donnez-en une autre, plus bas.',
    noLetterKey:
      'Nous n’écrivons plus à votre adresse. Servez-vous d’une clé d’accès, ou donnez une autre adresse plus bas.',
  },
  done: {
    'key-added': 'Votre clé d’accès est gardée. La prochaine fois, elle suffira pour entrer.',
    'key-renamed': 'Le nom de la clé est changé.',
    'key-removed': 'La clé d’accès est retirée\u00a0: elle n’ouvre plus votre compte.',
    prove: 'Rien n’a été changé\u00a0: il faut d’abord montrer que c’est bien vous, plus bas dans cette page.',
  },
  refused: {
    again: 'Revenir à mes alertes',
    PASSKEY_REFUSED: [
      'Cette clé d’accès n’a pas été acceptée',
      'Elle n’est pas connue ici, ou elle a été retirée. Réessayez, ou demandez une lettre avec votre adresse.',
    ],
    notAdded: [
      'Cette clé d’accès n’a pas été gardée',
      'Cet appareil en a peut-être déjà une pour ce site, ou ce qu’il a répondu n’est pas lisible. Rien n’a été changé.',
    ],
    PASSKEY_OVER: [
      'Cela a pris trop de temps',
      'La demande a plus de cinq minutes, a déjà servi, ou vient d’un autre navigateur. Recommencez\u00a0: rien n’a été changé.',
    ],
    PASSKEYS_TOO_MANY: [
      'Vous avez trop de clés d’accès',
      'Un compte en a dix au plus. Retirez-en une qui ne sert plus, puis ajoutez celle-ci.',
    ],
  },
  held: 'clés d’accès',
};

import { callsFr } from '#web/words/calls.fr.ts';

/** Notifications of this device; the calls and the sheets of the staff. */
export const pushFr = {
  title: 'Notifications sur cet appareil',
  lead: 'Vos alertes s’affichent ici en un petit message, même quand ce site est fermé. Celles que vous avez choisies, et rien d’autre\u00a0: pas de publicité.',
  on: 'Recevoir des notifications sur cet appareil',
  onNow: 'Cet appareil reçoit vos notifications.',
  off: 'Ne plus recevoir de notifications ici',
  offNow: 'Cet appareil ne reçoit plus de notifications.',
  ask: 'Votre navigateur va vous demander la permission\u00a0: répondez «\u00a0Autoriser\u00a0».',
  denied:
    'Votre navigateur refuse les notifications de ce site. Pour changer d’avis\u00a0: touchez le cadenas ou le signe à gauche de l’adresse, en haut, puis «\u00a0Notifications\u00a0», puis «\u00a0Autoriser\u00a0», et revenez ici.',
  install:
    'Sur iPhone et iPad, les notifications demandent d’abord d’installer ce site\u00a0: touchez le bouton Partager (le carré avec une flèche vers le haut), puis «\u00a0Sur l’écran d’accueil\u00a0». Ouvrez ensuite le site par sa nouvelle icône, et revenez à cette page.',
  failed:
    'Cela n’a pas marché. Votre navigateur ne joint peut-être pas son service de notifications\u00a0: réessayez plus tard, ou gardez les messages par e-mail.',
  /** What is agreed to; kept with the consent. */
  agree:
    'En les recevant, vous acceptez que les alertes que vous avez choisies s’affichent aussi sur cet appareil. Vous l’arrêtez ici quand vous voulez.',
  leave: 'Ne plus recevoir de notifications ici',
  news: 'Du nouveau dans vos alertes.',
  calls: callsFr,
};

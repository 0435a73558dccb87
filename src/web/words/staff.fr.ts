import { houseZone } from '#calendar/zone.ts';
import { staffProgrammeFr } from '#web/words/staff-programme.fr.ts';
import { staffAccessFr } from '#web/words/staff-access.fr.ts';
import { staffHouseFr } from '#web/words/staff-house.fr.ts';
import { staffCampaignsFr } from '#web/words/staff-campaigns.fr.ts';
import { staffPeopleFr } from '#web/words/staff-people.fr.ts';

const moments = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short', timeZone: houseZone });

/** The pages of those who run the house. */
export const staffFr = {
  title: 'Équipe',
  programme: staffProgrammeFr,
  roles: { manager: 'responsable', programmer: 'programmation' },
  moment: (iso: string): string => moments.format(new Date(iso)),
  nav: {
    label: 'Pages de l’équipe',
    places: {
      today: 'Aujourd’hui',
      programme: 'Programme',
      campaigns: 'Envois',
      calls: 'Appels',
      demand: 'Demande',
      people: 'Personnes',
      settings: 'Réglages',
      members: 'Membres',
      journal: 'Journal',
      me: 'Mon accès',
    },
    who: (name: string, roles: readonly string[]): string => [name, ...roles].join(', '),
    leave: 'Se déconnecter',
  },
  ...staffAccessFr,
  ...staffHouseFr,
  campaigns: staffCampaignsFr,
  people: staffPeopleFr,
  /** What a page of a fault says: its title, and what to do. */
  faults: {
    role: [
      'Cette page est réservée à un autre rôle',
      'Demandez à un ou une responsable de la maison de vous donner ce rôle. Rien n’a été changé.',
    ],
    linkOver: [
      'Ce lien ne sert plus',
      'Il a déjà servi, ou il a plus d’un jour. Demandez un nouveau lien à un ou une responsable.',
    ],
    proofOver: [
      'Cette connexion a pris trop de temps',
      'Le code a expiré, a été essayé trop de fois, ou a été demandé depuis un autre navigateur. Recommencez la connexion.',
    ],
    passkey: [
      'Cette clé d’accès n’a pas été acceptée',
      'Réessayez, ou connectez-vous avec votre mot de passe et un code.',
    ],
    unknown: ['Cette personne n’est plus ici', 'Elle a peut-être été effacée. Cherchez-la à nouveau.'],
  },
};

import { staffProgrammeFr } from '#web/words/staff-programme.fr.ts';
import { lists } from '#words/french.ts';

/** The pages of those who run the house. */
export const staffFr = {
  title: 'Équipe',
  programme: staffProgrammeFr,
  roles: { manager: 'responsable', programmer: 'programmation' },
  nav: {
    label: 'Pages de l’équipe',
    places: {
      today: 'Aujourd’hui',
      programme: 'Programme',
      campaigns: 'Envois',
      demand: 'Demande',
      people: 'Personnes',
      settings: 'Réglages',
      members: 'Membres',
      journal: 'Journal',
      me: 'Mon accès',
    },
    who: (name: string, roles: readonly string[]): string => `${name}, ${lists.format(roles)}`,
    leave: 'Se déconnecter',
  },
};

import type { Words } from '#web/words.fr.ts';
import { staffProgrammeEn } from '#web/words/staff-programme.en.ts';
import { lists } from '#words/english.ts';

/** The pages of those who run the house. */
export const staffEn: Words['staff'] = {
  title: 'Staff',
  programme: staffProgrammeEn,
  roles: { manager: 'manager', programmer: 'programming' },
  nav: {
    label: 'Staff pages',
    places: {
      today: 'Today',
      programme: 'Programme',
      campaigns: 'Mailings',
      demand: 'Demand',
      people: 'People',
      settings: 'Settings',
      members: 'Members',
      journal: 'Journal',
      me: 'My access',
    },
    who: (name, roles) => `${name}, ${lists.format(roles)}`,
    leave: 'Sign out',
  },
};

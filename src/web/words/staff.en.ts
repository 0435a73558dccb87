import { houseZone } from '#calendar/zone.ts';
import type { Words } from '#web/words.fr.ts';
import { staffProgrammeEn } from '#web/words/staff-programme.en.ts';
import { staffAccessEn } from '#web/words/staff-access.en.ts';
import { staffHouseEn } from '#web/words/staff-house.en.ts';
import { staffCampaignsEn } from '#web/words/staff-campaigns.en.ts';
import { staffPeopleEn } from '#web/words/staff-people.en.ts';

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: houseZone });

/** The pages of those who run the house. */
export const staffEn: Words['staff'] = {
  title: 'Staff',
  programme: staffProgrammeEn,
  roles: { manager: 'manager', programmer: 'programming' },
  moment: (iso) => moments.format(new Date(iso)),
  nav: {
    label: 'Staff pages',
    places: {
      today: 'Today',
      programme: 'Programme',
      campaigns: 'Mailings',
      calls: 'Calls',
      demand: 'Demand',
      people: 'People',
      settings: 'Settings',
      members: 'Members',
      journal: 'Journal',
      me: 'My access',
    },
    who: (name, roles) => [name, ...roles].join(', '),
    leave: 'Sign out',
  },
  ...staffAccessEn,
  ...staffHouseEn,
  campaigns: staffCampaignsEn,
  people: staffPeopleEn,
  faults: {
    role: ['This page is for another role', 'Ask a manager of the house to give you that role. Nothing was changed.'],
    linkOver: [
      'This link no longer serves',
      'It was used already, or is more than a day old. Ask a manager for a new one.',
    ],
    proofOver: [
      'This sign-in took too long',
      'The code has expired, was tried too often, or was asked for by another browser. Begin the sign-in again.',
    ],
    passkey: ['This passkey was not accepted', 'Try again, or sign in with your password and a code.'],
    unknown: ['This person is no longer here', 'They may have been erased. Search for them again.'],
  },
};

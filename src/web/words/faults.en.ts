import { staffEn } from '#web/words/staff.en.ts';
import type { Words } from '#web/words.fr.ts';
import { reportEn } from '#web/words/report.en.ts';

/** What a page says of a fault: its title, and what to do. */
export const faultsEn: Words['errors'] = {
  notFound: ['There is no such page', 'The address may be incomplete. Go back home to look for a film.'],
  filmUnknown: [
    'This film is not in our catalogue',
    'Look for it by its title from the home page: it may be there under another name.',
  ],
  personUnknown: [
    'That person is not in our catalogue',
    'Look for one of their films from the home page: its page leads to theirs.',
  ],
  filterRefused: [
    'This question cannot be asked like that',
    'One of the filters in the address cannot be used. Go back to the page of figures and choose them again.',
  ],
  method: ['That cannot be done here', 'Go back home and start again.'],
  tooLong: ['This address is too long', 'Start again from the home page with fewer films.'],
  foreign: [
    'We changed nothing',
    'This form was not sent from a page of this site. Open the page again, then try once more.',
  ],
  tooMany: ['Too many requests at once', 'Many requests came from your connection. Wait a minute, then try again.'],
  tooLarge: ['What you sent is too large', 'Choose a smaller file, or write less.'],
  badWeek: reportEn.badWeek,
  badForm: ['We did not understand what was sent', 'Open the page again, then try once more.'],
  noMemory: [
    'We cannot keep anything for now',
    'Suggestions of films still work. What is kept is kept still: nothing was erased. Try again a little later.',
  ],
  groupGone: ['This group is no more', 'A group lasts seven days. Make a new one, and send its link to the others.'],
  notYours: ['This place is not yours', 'Only the person who took it can change it. Go back to the page of the group.'],
  groupFull: ['This group is full', 'A group has eight people at most. Make a second one.'],
  linkUnusable: ['This link is not whole', 'We changed nothing. Open it again from the letter, the whole of it.'],
  contactRefused: [
    'This name or address cannot be used',
    'We changed nothing. Write it on one line, without special signs.',
  ],
  accountGone: ['This account is no more', 'It was erased. You may ask for another one whenever you like.'],
  staffRole: staffEn.faults.role,
  staffLinkOver: staffEn.faults.linkOver,
  staffProofOver: staffEn.faults.proofOver,
  passkeyRefused: staffEn.faults.passkey,
  personNotHeld: staffEn.faults.unknown,
  notReady: ['The catalogue is not ready', 'It is being installed. Come back in a few minutes.'],
  ours: ['Something went wrong on our side', 'Try again in a moment. Your films are still in the address of the page.'],
};

import type { Context } from 'hono';
import { campaignRoutes } from '#web/routes/campaign-routes.ts';
import { callRoutes } from '#web/routes/call-routes.ts';
import { staffProgrammeRoutes } from '#web/routes/staff-programme-routes.ts';
import type { Route, Routing } from '#web/routing.ts';
import {
  enter,
  enterCode,
  enterWithCode,
  enterWithPasskey,
  enterWithPassword,
  leave,
  passkeyOptions,
} from '#web/routes/staff-enter.tsx';
import { journal, journalFile } from '#web/routes/staff-journal.tsx';
import { me, mePasskey, mePasskeyOptions, mePassword, meSessions } from '#web/routes/staff-me.tsx';
import { addMember, changeMember, members } from '#web/routes/staff-members.tsx';
import { eraseOne, exportOne, people, person, searchPeople } from '#web/routes/staff-people.tsx';
import { giveAddress } from '#web/routes/staff-person-address.ts';
import { prove, proveWithPasskey, proveWithPassword } from '#web/routes/staff-prove.tsx';
import { register, registerOne } from '#web/routes/staff-register.tsx';
import { changeSettings, settings, testLetter } from '#web/routes/staff-settings.tsx';
import { setup, setupOptions, setupPasskey, setupPassword } from '#web/routes/staff-setup.tsx';
import { today } from '#web/routes/staff-today.tsx';
import { needsProof, needsStaff, type StaffRoute } from '#web/staff.ts';

/** The pages of the staff: each through needsStaff or needsProof, but for those by which one signs in. */
export function staffRoutes(routing: Routing): void {
  const { kept, form } = routing;
  for (const family of [staffProgrammeRoutes, callRoutes, campaignRoutes]) family(routing);
  // beside the waits of an account: what one network address may try
  const proofs = { most: { most: 30, time: 300 } };
  kept('/equipe/entrer', unkept(enter));
  form('/equipe/entrer', unkept(enterWithPassword), proofs);
  kept('/equipe/code', unkept(enterCode));
  form('/equipe/code', unkept(enterWithCode), proofs);
  form('/equipe/cle', unkept(passkeyOptions), proofs);
  form('/equipe/cle/entrer', unkept(enterWithPasskey), proofs);
  form('/equipe/sortir', unkept(leave));
  kept('/equipe/installer/:token', unkept(setup));
  form('/equipe/installer/:token', unkept(setupPassword), proofs);
  form('/equipe/installer/:token/options', unkept(setupOptions), proofs);
  form('/equipe/installer/:token/cle', unkept(setupPasskey), proofs);

  kept('/equipe', anyone(today));
  kept('/equipe/prouver', anyone(prove));
  form('/equipe/prouver', anyone(proveWithPassword), proofs);
  form('/equipe/prouver/cle', anyone(proveWithPasskey), proofs);
  kept('/equipe/moi', anyone(me));
  form('/equipe/moi/mot-de-passe', needsProof(null, mine, mePassword));
  form('/equipe/moi/cle/options', needsProof(null, mine, mePasskeyOptions));
  form('/equipe/moi/cle', needsProof(null, mine, mePasskey));
  form('/equipe/moi/sessions', needsProof(null, mine, meSessions));

  kept('/equipe/personnes', manager(people));
  form('/equipe/personnes', manager(searchPeople));
  kept('/equipe/personnes/inscrire', manager(register));
  form('/equipe/personnes/inscrire', manager(registerOne));
  kept('/equipe/personnes/:id', manager(person));
  form('/equipe/personnes/:id/export', needsProof('manager', onePerson, exportOne));
  form('/equipe/personnes/:id/adresse', needsProof('manager', onePerson, giveAddress));
  form('/equipe/personnes/:id/effacer', needsProof('manager', onePerson, eraseOne));
  kept('/equipe/reglages', manager(settings));
  form(
    '/equipe/reglages',
    needsProof('manager', () => '/equipe/reglages', changeSettings),
  );
  form('/equipe/reglages/essai', manager(testLetter), { most: { most: 5, time: 600 } });
  kept('/equipe/membres', manager(members));
  form('/equipe/membres', needsProof('manager', theMembers, changeMember));
  form('/equipe/membres/ajouter', needsProof('manager', theMembers, addMember));
  kept('/equipe/journal', manager(journal));
  kept('/equipe/journal.csv', manager(journalFile));
}

/** Nothing of the pages by which one signs in is kept by anybody, their redirections neither. */
const unkept =
  (route: Route): Route =>
  (context, site) => {
    context.header('Cache-Control', 'no-store');
    return route(context, site);
  };
const anyone = (route: StaffRoute): Route => needsStaff(null, route);
const manager = (route: StaffRoute): Route => needsStaff('manager', route);
const mine = (): string => '/equipe/moi';
const theMembers = (): string => '/equipe/membres';
const onePerson = (context: Context): string => `/equipe/personnes/${context.req.param('id') ?? ''}`;

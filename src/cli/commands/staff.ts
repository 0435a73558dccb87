import { z } from 'zod';
import { neededOption, textOption, type Command, type Invocation } from '#cli/command.ts';
import { journal } from '#cli/staff/journal.ts';
import { settings } from '#cli/settings.ts';
import type { Config } from '#config.ts';
import { fault, type LanterneError } from '#errors.ts';
import { openState, statePlace } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { endStaffSessions, listStaffSessions } from '#state/staff-sessions.ts';
import { makeSetupLink, setupMinutes } from '#state/staff-setup.ts';
import { addStaff, disableStaff, enableStaff, listStaff, setRoles, staffOfEmail, type Staff } from '#state/staff.ts';
import { staffRoles, type StaffRole } from '#state/tables/staff.ts';
import { inTransaction } from '#state/transaction.ts';
import { several } from '#words/english.ts';

export const command: Command = {
  summary: 'Those who run the house: who may enter the staff pages, and to do what',
  usage: [
    'lanterne staff add EMAIL --name NAME --role manager|programmer [--language fr|en]',
    'lanterne staff list',
    'lanterne staff link EMAIL                (a new set-up link, for a password or a passkey that was lost)',
    'lanterne staff role EMAIL --role manager|programmer',
    'lanterne staff disable EMAIL | enable EMAIL',
    'lanterne staff sessions EMAIL [--end]    (their open sessions; --end closes them)',
    'lanterne staff journal [--action A] [--member EMAIL] [--csv|--json]    (who did what)',
  ].join('\n  '),
  example: 'lanterne staff add responsable@cinema.example --name "Jo Exemple" --role manager',
  takes: {
    add: { words: [1, 1], options: ['name', 'role', 'language'] },
    list: {},
    link: { words: [1, 1] },
    role: { words: [1, 1], options: ['role'] },
    disable: { words: [1, 1] },
    enable: { words: [1, 1] },
    sessions: { words: [1, 1], options: ['end'] },
    journal: { options: ['action', 'member', 'csv'] },
  },
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string' },
    end: { type: 'boolean' },
    action: { type: 'string' },
    member: { type: 'string' },
    csv: { type: 'boolean' },
  },
  async run(invocation) {
    const [what = '', email = ''] = invocation.positionals;
    const config = settings(invocation);
    await using state = await openState(statePlace(config));
    await acts.get(what)?.(state.db, { config, invocation, email });
  },
};

interface Asked {
  readonly config: Config;
  readonly invocation: Invocation;
  readonly email: string;
}

const system = { by: null } as const;

async function add(db: Db, { config, invocation, email }: Asked): Promise<void> {
  if (!z.email().max(254).safeParse(email).success) throw usage(`“${email}” is not an e-mail address.`);
  const name = neededOption(invocation, 'staff', 'name').trim();
  if (name === '' || name.length > 80 || /\p{Control}/u.test(name))
    throw usage('--name is a name of 80 characters at most, on one line.');
  const [roles, language] = [[roleOf(invocation)], textOption(invocation, 'language') ?? 'fr'];
  if (language !== 'fr' && language !== 'en') throw usage('--language is fr or en.');
  const path = await inTransaction(db, async (within) => {
    const id = await addStaff(within, { email, name, roles, language }, system);
    return makeSetupLink(within, id, { byMail: config.smtpUrl !== undefined, ...system });
  });
  tellLink(invocation, config, path);
}

async function link(db: Db, { config, invocation, email }: Asked): Promise<void> {
  const { id, disabled } = await staffOfEmail(db, email);
  if (disabled !== null) throw usage(`${email} may not sign in: \`staff enable ${email}\` first.`);
  tellLink(invocation, config, await makeSetupLink(db, id, { byMail: config.smtpUrl !== undefined, ...system }));
}

function tellLink(invocation: Invocation, config: Config, path: string): void {
  const address = `${config.origin ?? `http://localhost:${config.port}`}${path}`;
  if (invocation.values['json'] === true)
    return invocation.print(JSON.stringify({ link: address, minutes: setupMinutes }));
  invocation.note(`This link serves once, within ${setupMinutes / 60} hours: open it, or hand it to the person alone.`);
  if (config.smtpUrl !== undefined) invocation.note('A letter with it waits in the outbox, too.');
  invocation.print(address);
}

async function list(db: Db, { invocation }: Asked): Promise<void> {
  const all = await listStaff(db);
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(all));
  if (all.length === 0) invocation.note('Nobody yet: `lanterne staff add EMAIL --name NAME --role manager`.');
  for (const one of all) invocation.print(lineOf(one));
}

async function role(db: Db, { invocation, email }: Asked): Promise<void> {
  const { id } = await staffOfEmail(db, email);
  await setRoles(db, id, [roleOf(invocation)], system);
  await tellMember(db, invocation, email);
}

async function disable(db: Db, { invocation, email }: Asked): Promise<void> {
  await disableStaff(db, (await staffOfEmail(db, email)).id, system);
  await tellMember(db, invocation, email);
}

async function enable(db: Db, { invocation, email }: Asked): Promise<void> {
  await enableStaff(db, (await staffOfEmail(db, email)).id, system);
  await tellMember(db, invocation, email);
}

async function tellMember(db: Db, { values, print }: Invocation, email: string): Promise<void> {
  const member = await staffOfEmail(db, email);
  print(values['json'] === true ? JSON.stringify(member) : lineOf(member));
}

async function sessions(db: Db, { invocation, email }: Asked): Promise<void> {
  const { id } = await staffOfEmail(db, email);
  if (invocation.values['end'] === true) {
    const closed = await endStaffSessions(db, id, { but: null });
    return invocation.print(
      invocation.values['json'] === true
        ? JSON.stringify({ closed })
        : `${several(closed, 'session', 'sessions')} closed`,
    );
  }
  const open = await listStaffSessions(db, id);
  // an identifier is a hash of a secret: it opens nothing, and is shortened to be read
  const told = open.map((one) => ({ ...one, id: one.id.slice(0, 8) }));
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(told));
  for (const one of told)
    invocation.print(`${one.id}  opened ${one.created}  used ${one.lastUsed}  by ${one.proven.slice(25)}`);
}

const acts = new Map<string, (db: Db, asked: Asked) => Promise<void>>([
  ['add', add],
  ['list', list],
  ['link', link],
  ['role', role],
  ['disable', disable],
  ['enable', enable],
  ['sessions', sessions],
  ['journal', journal],
]);

function roleOf(invocation: Invocation): StaffRole {
  const asked = neededOption(invocation, 'staff', 'role');
  const known = staffRoles.find((one) => one === asked);
  if (known === undefined) throw usage(`--role is ${staffRoles.join(' or ')}, not “${asked}”.`);
  return known;
}

const lineOf = ({ email, name, roles, hasPassword, passkeys, disabled }: Staff): string =>
  [
    email,
    name,
    roles.join(','),
    [...(hasPassword ? ['password'] : []), ...(passkeys > 0 ? [`${passkeys} passkeys`] : [])].join(', ') ||
      'not set up',
    ...(disabled === null ? [] : [`disabled since ${disabled.slice(0, 10)}`]),
  ].join('  ');

const usage = (problem: string): LanterneError => fault('USAGE', { problem, command: 'staff' });

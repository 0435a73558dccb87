import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import type { Config } from '#config.ts';
import { LanterneError } from '#errors.ts';
import { readDkimKey } from '#notify/channels/compose-mail.ts';
import { readSmtpUrl } from '#notify/channels/email.ts';
import { vapidSubject } from '#notify/push/vapid.ts';
import { momentOf } from '#state/clock.ts';
import { newestBackup } from '#state/drill.ts';
import { outboxStatus } from '#state/outbox-status.ts';
import type { Db } from '#state/schema.ts';
import { listShowings } from '#state/showings.ts';
import { listStaff } from '#state/staff.ts';

/** One thing checked: whether it is well, and what to do when it is not. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'fault';
  readonly detail: string;
  readonly remedy: string;
}

export const ok = (check: string, detail: string): Finding => ({ check, state: 'ok', detail, remedy: '' });
const warning = (check: string, detail: string, remedy: string): Finding => ({
  check,
  state: 'warning',
  detail,
  remedy,
});
const broken = (check: string, detail: string, remedy: string): Finding => ({ check, state: 'fault', detail, remedy });

/** Seconds after which a letter that is due ought to have left. */
const longWait = 900;
/** Days after which a backup is old. */
const oldBackup = 7;
const connectMs = 5000;

/** Who runs the house, what is on, and how the letters stand. */
export async function checkHouse(db: Db, config: Config, now = Temporal.Now.instant()): Promise<Finding[]> {
  const able = (await listStaff(db)).filter(({ disabled }) => disabled === null).length;
  return [
    able === 0
      ? warning('staff', 'nobody yet', 'run `lanterne staff add EMAIL --name NAME --role manager`')
      : ok('staff', `${able} may enter /equipe`),
    await programme(db, now),
    ...(await outbox(db, config, now)),
  ];
}

/** The mail server, the address of the site, what signs letters and what notifications need. */
export async function checkMail(config: Config): Promise<Finding[]> {
  const { smtpUrl, mailFrom, origin, dkim, alertsOn, dataFolder } = config;
  return [
    ...(alertsOn
      ? []
      : [warning('alerts', 'LANTERNE_ALERTS is off', 'another process must send: `lanterne notify run`')]),
    smtpUrl === undefined
      ? warning('mail', `no mail server: letters are files in ${join(dataFolder, 'outbox')}`, 'set LANTERNE_SMTP_URL')
      : await mailServer(smtpUrl),
    ...(smtpUrl === undefined || mailFrom !== undefined
      ? []
      : [broken('sender', 'LANTERNE_MAIL_FROM is missing', 'set it to the address that letters come from')]),
    origin === undefined
      ? warning('address', 'LANTERNE_ORIGIN is missing', 'set it: until then links of letters lead to this machine')
      : ok('address', origin),
    ...(dkim === undefined ? [] : [signature(dkim)]),
    vapidSubject(config) === null
      ? warning('notifications', 'browsers are offered none', 'set LANTERNE_CONTACT or LANTERNE_MAIL_FROM')
      : ok('notifications', `push services may write to ${vapidSubject(config)}`),
  ];
}

/** The newest backup, and whether it was ever restored for exercise. */
export function checkBackups(
  { dataFolder, databaseUrl }: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  now = Temporal.Now.instant(),
): Finding[] {
  if (databaseUrl !== undefined) return [ok('backup', 'PostgreSQL’s own: pg_dump -Fc, pg_restore')];
  const folder = join(dataFolder, 'backups');
  const remedy = `run \`lanterne backup ${join(folder, 'NAME.sqlite')}\`, then \`lanterne drill\``;
  let file = '';
  try {
    file = newestBackup(folder);
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    return [warning('backup', 'none yet', remedy)];
  }
  const days = (now.epochMilliseconds - statSync(file).mtimeMs) / 86_400_000;
  const told = `${file}, ${days.toFixed(1)} days old`;
  const drilled = lastDrill(folder);
  return [
    days > oldBackup ? warning('backup', told, remedy) : ok('backup', told),
    drilled === file
      ? ok('drill', 'the newest backup was restored for exercise')
      : warning('drill', 'the newest backup was never restored', 'run `lanterne drill`'),
  ];
}

/** Where a drill that went well is noted, beside the backups. */
export const drillNote = (folder: string): string => join(folder, 'drilled.json');

function lastDrill(folder: string): string | null {
  if (!existsSync(drillNote(folder))) return null;
  try {
    return noteShape.parse(JSON.parse(readFileSync(drillNote(folder), 'utf8'))).file;
  } catch {
    return null;
  }
}

const noteShape = z.object({ file: z.string() });

async function programme(db: Db, now: Temporal.Instant): Promise<Finding> {
  const week = weekOf(dayInParis(now));
  const remedy = 'run `lanterne import programme FILE`, or open /equipe/programme';
  const next = weekAfter(week);
  const shown = (which: typeof week) =>
    listShowings(db, { from: which.first.toString(), until: which.last.toString() });
  const [these, those] = [(await shown(week)).length, (await shown(next)).length];
  const told = `${these} showings in the week of ${week.first.toString()}, ${those} in the next`;
  // from Monday on, the programme that leaves on Tuesday evening ought to be known
  const late = those === 0 && (these === 0 || [1, 2].includes(dayInParis(now).dayOfWeek));
  return late ? warning('programme', told, remedy) : ok('programme', told);
}

async function outbox(db: Db, { alertsOn }: Config, now: Temporal.Instant): Promise<Finding[]> {
  const { states, oldest, dead, circuits, maybeTwice } = await outboxStatus(db, { now });
  const told = `${states.queued + states.claimed} waiting, ${states.sent + states.delivered} sent, ${states.failed} given up`;
  const open = circuits.filter(({ openUntil }) => openUntil !== null && openUntil > momentOf(now));
  return [
    oldest !== null && oldest.seconds > longWait
      ? warning(
          'outbox',
          `${told}; message ${oldest.id} has waited ${Math.round(oldest.seconds / 60)} min`,
          alertsOn ? 'is `lanterne start` running?' : 'run `lanterne notify run`',
        )
      : ok('outbox', `${told}${maybeTwice === 0 ? '' : `; ${maybeTwice} may arrive twice`}`),
    ...(dead.length === 0
      ? []
      : [
          warning(
            'dead letters',
            `${states.failed}, the last: ${dead[0]?.reason ?? 'no reason'}`,
            'read `lanterne notify status`, then `lanterne notify resend --failed`',
          ),
        ]),
    ...open.map(({ domain, failures, openUntil }) =>
      warning(
        'servers',
        `${domain} failed ${failures} times, left alone until ${openUntil}`,
        'it is tried again by itself',
      ),
    ),
  ];
}

async function mailServer(smtpUrl: string): Promise<Finding> {
  const { host, port, tls } = readSmtpUrl(smtpUrl);
  const socket = connect({ host, port });
  const remedy = 'check LANTERNE_SMTP_URL, and that this machine may reach that port';
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(connectMs) });
    return ok('mail', `${host}:${port} answers (TLS ${tls})`);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return broken('mail', `${host}:${port} does not answer (${reason === 'ABORT_ERR' ? 'no answer' : reason})`, remedy);
  } finally {
    socket.on('error', () => {}).destroy();
  }
}

function signature(dkim: string): Finding {
  try {
    const { domain, selector } = readDkimKey(dkim);
    return ok('DKIM', `letters are signed for ${domain} (${selector})`);
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    return broken('DKIM', error.message, 'correct LANTERNE_DKIM: domain:selector:file of the private key');
  }
}

import { resolve } from 'node:path';
import { z } from 'zod';
import { fault } from '#errors.ts';

/** The settings of one running Lanterne, read once from the environment. */
export type Config = Readonly<z.infer<typeof shape>>;

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const yesNo = z.enum(['on', 'off']).transform((text) => text === 'on');

const perMinute = (usual: number) =>
  z.coerce
    .number({ error: 'must be a number of requests' })
    .int({ error: 'must be a whole number of requests' })
    .min(1, { error: 'must be at least one request' })
    .max(1_000_000, { error: 'must be at most 1000000' })
    .default(usual);

const days = (usual: number) =>
  z.coerce
    .number({ error: 'must be a number of days' })
    .int({ error: 'must be a whole number of days' })
    .min(1, { error: 'must be at least one day' })
    .max(3660, { error: 'must be at most ten years, 3660 days' })
    .default(usual);

const shape = z.object({
  /** The name on every page. */
  cinemaName: z.string().trim().min(1).max(60).default('Lanterne'),
  /** The accent colour of the pages, `#rrggbb`. */
  accent: z
    .string()
    .regex(/^#[\da-f]{6}$/i, 'must be a colour such as #b3541e')
    .default('#b3541e'),
  host: z.string().default('127.0.0.1'),
  port: z.coerce
    .number({ error: 'must be a number from 0 to 65535' })
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be a number from 0 to 65535' })
    .max(65535, { error: 'must be a number from 0 to 65535' })
    .default(3000),
  dataFolder: z
    .string()
    .transform((path) => resolve(path))
    .default(resolve('data')),
  /** Whether poster images are fetched (through our own proxy) from TMDB. */
  postersOn: yesNo.default(true),
  /** The only host that the image proxy may ask. */
  imageBase: z.url().default('https://image.tmdb.org/t/p'),
  /** Sources whose facts are not used: imdb, tmdb, afcae, starter. */
  sourcesOff: list.default([]),
  /** Where PostgreSQL keeps the state; without it, `state.sqlite` in the data folder does. */
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address such as postgresql://user:password@host/database')
    .optional(),
  /** Where the public reaches this site, `https://films.example`; without it, where each request says that it came. */
  origin: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://films.example' })
    .transform((address) => new URL(address).origin)
    .optional(),
  /** The e-mail address that visitors may write to, when something is hard to use. */
  contact: z.email('must be an e-mail address').optional(),
  /** Whether a proxy of ours stands in front and writes the visitor's address last in X-Forwarded-For. */
  proxied: yesNo.default(false),
  /** The most pages, and the most writes, that one network address may ask in a minute. */
  readsAMinute: perMinute(1200),
  writesAMinute: perMinute(60),
  /** Days after which a visitor who was not seen is forgotten: 13 months. */
  visitorDays: days(395),
  /** Days after which a line of the feedback log is deleted: 25 months. */
  eventDays: days(760),
  /** Days after the last contact with the owner of an account, when it is forgotten: 3 years. */
  customerDays: days(1095),
  /** INSEE code of the commune of the cinema: whose market the study is of. */
  commune: z
    .string()
    .regex(/^(\d{2}|2[AB])\d{3}$/, 'must be the INSEE code of a commune, such as 23096')
    .default('23096'),
  /** Whether this process sends what the outbox holds; `off`: another one does, or nobody for now. */
  alertsOn: yesNo.default(true),
  /** The mail server that takes our letters, `smtps://user:password@host:465`; without it, they are written to files under `outbox/` of the data folder. */
  smtpUrl: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must be an address such as smtps://user:password@mail.example:465')
    .optional(),
  /** Who our letters come from. */
  mailFrom: z.email('must be an e-mail address').optional(),
  /** Where letters that cannot be delivered come back to; `mailFrom` unless told. */
  bounceAddress: z.email('must be an e-mail address').optional(),
  /** DKIM: `domain:selector:file of the private key`. */
  dkim: z
    .string()
    .regex(/^[\w.-]+:[\w.-]+:\S+$/, 'must be domain:selector:file')
    .optional(),
  /** The most letters a second; the mail server may allow fewer. */
  mailsASecond: z.coerce
    .number({ error: 'must be a number of letters' })
    .positive({ error: 'must be above zero' })
    .max(10_000, { error: 'must be at most 10000' })
    .default(10),
});

const variables: Record<keyof Config, string> = {
  cinemaName: 'LANTERNE_NAME',
  accent: 'LANTERNE_ACCENT',
  host: 'HOST',
  port: 'PORT',
  dataFolder: 'LANTERNE_DATA',
  postersOn: 'LANTERNE_POSTERS',
  imageBase: 'LANTERNE_IMAGE_BASE',
  sourcesOff: 'LANTERNE_SOURCES_OFF',
  databaseUrl: 'DATABASE_URL',
  origin: 'LANTERNE_ORIGIN',
  contact: 'LANTERNE_CONTACT',
  proxied: 'LANTERNE_PROXIED',
  readsAMinute: 'LANTERNE_READS_A_MINUTE',
  writesAMinute: 'LANTERNE_WRITES_A_MINUTE',
  visitorDays: 'LANTERNE_VISITOR_DAYS',
  eventDays: 'LANTERNE_EVENT_DAYS',
  customerDays: 'LANTERNE_CUSTOMER_DAYS',
  commune: 'LANTERNE_COMMUNE',
  alertsOn: 'LANTERNE_ALERTS',
  smtpUrl: 'LANTERNE_SMTP_URL',
  mailFrom: 'LANTERNE_MAIL_FROM',
  bounceAddress: 'LANTERNE_BOUNCE_ADDRESS',
  dkim: 'LANTERNE_DKIM',
  mailsASecond: 'LANTERNE_MAILS_A_SECOND',
};

/**
 * Reads the settings from the environment; `overrides` (the command line's) win.
 * @throws CONFIG_INVALID with the list of all faults
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  overrides: Readonly<Partial<Record<keyof Config, string>>> = {},
): Config {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([field, variable]) => {
      const value = Object.entries(overrides).find(([name]) => name === field)?.[1] ?? environment[variable];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
  const read = shape.safeParse(given);
  if (read.success) return Object.freeze(read.data);
  const problems = read.error.issues.map((issue) => `${nameOf(String(issue.path[0]))} ${issue.message}`).join('; ');
  throw fault('CONFIG_INVALID', { problems }, read.error);
}

function nameOf(field: string): string {
  return Object.entries(variables).find(([name]) => name === field)?.[1] ?? field;
}

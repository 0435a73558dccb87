import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { openCatalogue, cataloguePath, type Catalogue } from '#catalogue/catalogue.ts';
import { invariants, rejections, sources } from '#catalogue/queries/info.ts';
import { checkBackups, checkHouse, checkMail, ok, type Finding } from '#cli/check-alerts.ts';
import type { Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import type { Config } from '#config.ts';
import { fault, LanterneError } from '#errors.ts';
import { openMarket } from '#market/book.ts';
import { listInteractions } from '#features/interactions/read-store.ts';
import type { ContentModel } from '#models/content.ts';
import { openContent, openLikes } from '#models/open.ts';
import { checkBackup } from '#state/backup.ts';
import { stateMigrations } from '#state/migrations/migrations.ts';
import { openState, statePlace } from '#state/open-state.ts';

export const command: Command = {
  summary: 'Checks everything, one line each, with the remedy',
  usage: 'lanterne doctor [--json]',
  example: 'lanterne doctor',
  options: {},
  async run(invocation) {
    const config = settings(invocation);
    const findings = [
      ...machine(config),
      ...(await data(config)),
      ...(await likes(config)),
      market(config),
      ...(await people(config)),
      ...(await checkMail(config)),
    ];
    if (invocation.values['json'] === true) invocation.print(JSON.stringify(findings));
    else
      for (const { check, state, detail, remedy } of findings)
        invocation.print(
          `${state === 'ok' ? '✓' : state === 'warning' ? '!' : '✗'} ${check}: ${detail}${remedy === '' ? '' : ` → ${remedy}`}`,
        );
    const worst = findings.find(({ state }) => state === 'fault');
    if (worst !== undefined) throw fault('UNHEALTHY', { check: worst.check, remedy: worst.remedy });
  },
};

/** The tables of the market, and the cinema's commune among them. */
function market({ dataFolder, commune }: Config): Finding {
  try {
    const { communes } = openMarket(dataFolder, { commune });
    return ok(
      'market',
      `${communes.length.toLocaleString('en')} communes, ours is ${communes.find(({ code }) => code === commune)?.name ?? commune}`,
    );
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    return {
      check: 'market',
      state: 'fault',
      detail: error.message,
      remedy: 'correct LANTERNE_COMMUNE, or run `lanterne import market`',
    };
  }
}

function machine({ dataFolder }: Config): Finding[] {
  const findings = [
    Number(process.versions.node.split('.')[0]) >= 26
      ? ok('Node', process.version)
      : {
          check: 'Node',
          state: 'fault' as const,
          detail: process.version,
          remedy: 'run through ./bin/lanterne, which uses the pinned Node',
        },
  ];
  if (!existsSync(dataFolder))
    return [
      ...findings,
      {
        check: 'data folder',
        state: 'warning',
        detail: `${dataFolder} does not exist`,
        remedy: 'run `lanterne start` or `lanterne build`',
      },
    ];
  try {
    accessSync(dataFolder, constants.W_OK);
    const { bavail, bsize } = statfsSync(dataFolder);
    const free = (bavail * bsize) / 1e9;
    findings.push(
      free < 3
        ? {
            check: 'disk',
            state: 'warning',
            detail: `${free.toFixed(1)} GB free`,
            remedy: 'a full build needs about 3 GB',
          }
        : ok('disk', `${free.toFixed(1)} GB free`),
    );
  } catch {
    findings.push({
      check: 'data folder',
      state: 'fault',
      detail: `${dataFolder} is not writable`,
      remedy: 'correct its permissions or choose another with --data',
    });
  }
  return findings;
}

async function data({ dataFolder, sourcesOff }: Config): Promise<Finding[]> {
  if (!existsSync(cataloguePath(dataFolder)))
    return [
      {
        check: 'catalogue',
        state: 'warning',
        detail: 'none yet',
        remedy: 'run `lanterne start` (starter films) or `lanterne build --imdb DIR --tmdb DIR`',
      },
    ];
  try {
    await using catalogue = await openCatalogue(dataFolder, { sourcesOff });
    return [
      ok(
        'catalogue',
        `${catalogue.films.toLocaleString('en')} films, built ${catalogue.builtAt.slice(0, 16).replace('T', ' ')}`,
      ),
      ...(await contents(catalogue)),
      model(dataFolder, catalogue),
    ];
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    return [{ check: 'catalogue', state: 'fault', detail: error.message, remedy: 'run `lanterne build` again' }];
  }
}

async function contents(catalogue: Catalogue): Promise<Finding[]> {
  const broken = (await catalogue.run(invariants, {})).filter((promise) => promise.broken > 0);
  const refused = await catalogue.run(rejections, {});
  return [
    ...(await catalogue.run(sources, {})).map(({ name, file, date, rows }) =>
      ok(`source ${name}`, `${file}, ${rows.toLocaleString('en')} rows, of ${date}`),
    ),
    broken.length === 0
      ? ok('promises', 'every one kept')
      : {
          check: 'promises',
          state: 'fault',
          detail: broken.map((promise) => `${promise.promise} (${promise.broken})`).join(', '),
          remedy: 'run `lanterne build` again',
        },
    ...refused.map(({ file, reason, count, example }) =>
      ok(`rows of ${file}`, `${count.toLocaleString('en')} ${reason} (e.g. ${example})`),
    ),
  ];
}

async function likes({ dataFolder }: Config): Promise<Finding[]> {
  try {
    return (await listInteractions(dataFolder)).map(({ about: { name, own, viewers, liked, date, licence } }) =>
      ok(
        `likes ${name}`,
        `${liked.toLocaleString('en')} by ${viewers.toLocaleString('en')} ${own ? 'own visitors' : 'public viewers'}, of ${date.slice(0, 10)}, licence: ${licence ?? 'not said'}`,
      ),
    );
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    return [
      { check: 'likes', state: 'warning', detail: error.message, remedy: 'import that file again, or remove it' },
    ];
  }
}

function model(dataFolder: string, { vocabulary }: Catalogue): Finding {
  const remedy = 'run `lanterne train`';
  let content: ContentModel | null = null;
  try {
    content = openContent(dataFolder, vocabulary);
    const { kind, bytes } = openLikes(dataFolder, content) ?? content;
    return ok('model', `${kind}, ${(bytes / 1e6).toFixed(0)} MB in memory`);
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    const until = content === null ? '' : ' Until then a server that starts recommends by content alone.';
    return { check: 'model', state: 'warning', detail: `${error.message}${until}`, remedy };
  }
}

/** A state that nobody needed yet is not made for the sake of being checked. */
async function people(config: Config): Promise<Finding[]> {
  const place = statePlace(config);
  if ('file' in place && !existsSync(place.file)) return [];
  try {
    if ('file' in place) {
      const { rows, migrations } = checkBackup(place.file);
      const { visitor = 0, mark = 0 } = rows;
      const sound = ok(
        'state',
        `${visitor.toLocaleString('en')} visitors, ${mark.toLocaleString('en')} marks, every page sound`,
      );
      // what is of an earlier version is brought up by a start, not by a look
      if (migrations.length < Object.keys(stateMigrations).length)
        return [{ ...sound, state: 'warning', remedy: 'of an earlier version: the next start brings it up' }];
      await using state = await openState(place);
      return [sound, ...(await checkHouse(state.db, config)), ...checkBackups(config)];
    }
    await using open = await openState(place);
    return [
      ok('state', `PostgreSQL at ${open.place} answers`),
      ...(await checkHouse(open.db, config)),
      ...checkBackups(config),
    ];
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    const remedy = 'file' in place ? 'restore a backup with `lanterne restore`' : 'check the server and DATABASE_URL';
    return [{ check: 'state', state: 'fault', detail: String(error.values['reason'] ?? error.message), remedy }];
  }
}

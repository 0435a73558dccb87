import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAlerts } from '#alerts.ts';
import { openWriting } from '#alerts/writing.ts';
import { startSchedule } from '#alerts/schedule.ts';
import { buildCatalogue } from '#catalogue/build.ts';
import { catalogueStamp } from '#catalogue/catalogue.ts';
import type { Command } from '#cli/command.ts';
import { progress } from '#cli/progress.ts';
import { settings } from '#cli/settings.ts';
import type { Config } from '#config.ts';
import { expireWishes } from '#demand/expire-wishes.ts';
import { openFigures } from '#figures.ts';
import { openLive } from '#live.ts';
import { otherChannels } from '#notify/channels/others.ts';
import { openChannels } from '#notify/channels/open-channels.ts';
import { forgetWritten } from '#notify/channels/written-files.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { dailyPurge } from '#state/daily-purge.ts';
import { openState, statePlace } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { listStaff } from '#state/staff.ts';
import { listVenues } from '#state/venues.ts';
import { createApp } from '#web/app.ts';
import { tellFailing } from '#web/memory.ts';
import { serve } from '#web/serve.ts';

export const command: Command = {
  summary: 'Serves the pages; makes the catalogue from the starter first when there is none',
  usage: 'lanterne start [--port N] [--host H]',
  example: 'lanterne start --port 8080',
  options: { port: { type: 'string' }, host: { type: 'string' } },
  async run(invocation) {
    const config = settings(invocation);
    const { note } = invocation;
    if (catalogueStamp(config.dataFolder) === null) {
      note('No catalogue yet: making it from our starter films…');
      const starter = starterFolder();
      const bar = progress(note);
      await buildCatalogue(config.dataFolder, {
        imdb: starter,
        tmdb: starter,
        imdbSource: 'starter',
        tmdbSource: 'starter',
        onProgress: bar.step,
      }).finally(bar.end);
    }
    await using state = await openState(statePlace(config), { onProblem: tellFailing });
    await using _ = dailyPurge(state.db, config, {
      onProblem: note,
      also: async () => {
        await expireWishes(state.db, openFigures(config).market());
        await forgetWritten(state.db, join(config.dataFolder, 'outbox'));
      },
    });
    await using live = await openLive(config, { onProgress: note });
    await live.current().prepare();
    await using _delivery = config.alertsOn ? await sendOutbox(state.db, config, note) : null;
    const app = createApp(live.current, state);
    await using _schedule = config.alertsOn
      ? startSchedule(openAlerts(live.current, state), { onNote: note })
      : { [Symbol.asyncDispose]: async () => {} };
    // what the home page gathers once is ready before the first visitor comes
    await app.request('/');
    const server = await serve(app, { host: config.host, port: config.port });
    invocation.print(`Lanterne answers at ${server.url}`);
    for (const hint of await firstSteps(state.db, config)) note(hint);
    await stopAsked();
    note('Stopping…');
    await server.close();
  },
};

/** What a house that has just begun does next; nothing once it has. */
async function firstSteps(db: Db, config: Config): Promise<string[]> {
  const nobody = (await listStaff(db)).length === 0;
  const nothingOn = (await listVenues(db)).length === 0;
  return [
    ...(nobody ? ['Nobody may enter the staff pages yet: lanterne staff add EMAIL --name NAME --role manager'] : []),
    ...(nothingOn
      ? [
          'No programme yet: /equipe/programme, or lanterne programme venues --add FILE, then lanterne import programme FILE (to try: starter/salle-exemple.csv, starter/programme-exemple.txt)',
        ]
      : []),
    ...(config.smtpUrl === undefined && config.alertsOn && nobody
      ? [`No mail server (LANTERNE_SMTP_URL): letters are written to ${join(config.dataFolder, 'outbox')}`]
      : []),
  ];
}

/** Sends what the outbox holds as long as the pages answer. */
async function sendOutbox(db: Db, config: Config, onProblem: (message: string) => void): Promise<AsyncDisposable> {
  const channels = openChannels(db, config, otherChannels(db, config));
  const delivery = await startDelivery({
    db,
    channels: channels.byName,
    mailsASecond: config.mailsASecond,
    ...openWriting(db, config),
    onProblem,
  });
  return {
    async [Symbol.asyncDispose]() {
      await delivery[Symbol.asyncDispose]();
      await channels[Symbol.asyncDispose]();
    },
  };
}

/** The folder of the starter catalogue, in the repository. */
export const starterFolder = (): string => join(fileURLToPath(new URL('../../..', import.meta.url)), 'starter');

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

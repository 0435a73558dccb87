import { join } from 'node:path';
import { textOption, type Command } from '#cli/command.ts';
import { namesSomebody, personNamed } from '#cli/person-named.ts';
import { settings } from '#cli/settings.ts';
import { writeFile } from '#cli/write-file.ts';
import { expireWishes } from '#demand/expire-wishes.ts';
import { fault, type LanterneError } from '#errors.ts';
import { openFigures } from '#figures.ts';
import { forgetWritten } from '#notify/channels/written-files.ts';
import { consentsOf } from '#state/consent.ts';
import { zipOfExport } from '#state/export-zip.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { countPeople } from '#state/people-counts.ts';
import { purgeState } from '#state/retention.ts';
import { eraseVisitor, exportVisitor } from '#state/rights.ts';

export const command: Command = {
  summary: 'Rights of the persons: everything held about one, or its erasure; and what is past its time',
  usage:
    'lanterne people export|erase|consent ID | people list | people purge   (ID: an e-mail address, an account, the cookie’s value, or the identifier of an export; --zip FILE: an export as tables)',
  example: 'lanterne people export 3q2-7wAAAAAAAAAAAAAAAA',
  takes: {
    export: { words: [1, 1], options: ['zip'] },
    erase: { words: [1, 1] },
    consent: { words: [1, 1] },
    list: {},
    purge: {},
  },
  options: { zip: { type: 'string' } },
  async run(invocation) {
    const [what, text] = invocation.positionals;
    if (text !== undefined && !namesSomebody(text)) throw usage(`“${text}” is no identifier of a person.`);
    const config = settings(invocation);
    const json = invocation.values['json'] === true;
    const say = (value: unknown): void => invocation.print(JSON.stringify(value, null, json ? 0 : 2));
    const tell = (counts: Counts): void => {
      if (json) return invocation.print(JSON.stringify(counts));
      for (const line of countLines(counts)) invocation.print(line);
    };
    await using state = await openState(statePlace(config));
    const { db } = state;
    const written = (): Promise<number> => forgetWritten(db, join(config.dataFolder, 'outbox'));
    if (what === 'list') return tell({ ...(await countPeople(db)) });
    if (text === undefined) {
      const purged = await purgeState(db, config);
      const wishes = await expireWishes(db, openFigures(config).market());
      return tell({ ...purged, wishes, files: await written() });
    }
    const { visitor, customer } = await personNamed(db, text);
    if (what === 'erase') {
      const erased = await eraseVisitor(db, visitor, { by: 'command' });
      return tell({ ...erased, files: await written() });
    }
    if (what === 'consent') {
      if (customer === null) throw fault('CUSTOMER_UNKNOWN');
      return say(await consentsOf(db, customer.id));
    }
    const held = await exportVisitor(db, visitor);
    if (held === null) throw fault('VISITOR_UNKNOWN');
    const zip = textOption(invocation, 'zip');
    if (zip === undefined) return say(held);
    writeFile(zip, zipOfExport(held), { mode: 0o600 });
    invocation.print(json ? JSON.stringify({ file: zip }) : zip);
  },
};

type Counts = Readonly<Record<string, number>>;

/** `group places: 2`: each count on a line. */
const countLines = (counts: Counts): string[] =>
  Object.entries(counts).map(
    ([name, count]) => `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${count}`,
  );

const usage = (problem: string): LanterneError => fault('USAGE', { problem, command: 'people' });

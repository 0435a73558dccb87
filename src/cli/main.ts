import { parseArgs } from 'node:util';
import { fault, LanterneError } from '#errors.ts';
import { checkUse } from '#cli/check-use.ts';
import type { Command } from '#cli/command.ts';

/** Every command, loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  start: () => import('#cli/commands/start.ts'),
  build: () => import('#cli/commands/build.ts'),
  import: () => import('#cli/commands/import.ts'),
  market: () => import('#cli/commands/market.ts'),
  download: () => import('#cli/commands/download.ts'),
  train: () => import('#cli/commands/train.ts'),
  recommend: () => import('#cli/commands/recommend.ts'),
  feedback: () => import('#cli/commands/feedback.ts'),
  quality: () => import('#cli/commands/quality.ts'),
  similar: () => import('#cli/commands/similar.ts'),
  model: () => import('#cli/commands/model.ts'),
  search: () => import('#cli/commands/search.ts'),
  evaluate: () => import('#cli/commands/evaluate.ts'),
  indicators: () => import('#cli/commands/indicators.ts'),
  advise: () => import('#cli/commands/advise.ts'),
  report: () => import('#cli/commands/report.ts'),
  programme: () => import('#cli/commands/programme.ts'),
  demand: () => import('#cli/commands/demand.ts'),
  backup: () => import('#cli/commands/backup.ts'),
  restore: () => import('#cli/commands/restore.ts'),
  notify: () => import('#cli/commands/notify.ts'),
  drill: () => import('#cli/commands/drill.ts'),
  people: () => import('#cli/commands/people.ts'),
  staff: () => import('#cli/commands/staff.ts'),
  house: () => import('#cli/commands/house.ts'),
  doctor: () => import('#cli/commands/doctor.ts'),
  bench: () => import('#cli/commands/bench.ts'),
  'check-starter': () => import('#cli/commands/check-starter.ts'),
};

const everyCommand = {
  data: { type: 'string', default: 'data' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
} as const;

/** Runs one command line; resolves to its exit code (0 done, 1 ours, 2 usage, 3 bad input). */
export async function run(
  argv: readonly string[],
  print: (line: string) => void,
  note: (line: string) => void,
): Promise<number> {
  const [name = '', ...rest] = argv;
  try {
    if (name === '' || name === '--help' || name === '-h' || name === 'help') {
      print(await overview());
      return name === '' ? 2 : 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw fault('USAGE', { problem: `There is no command “${name}”.`, command: 'help' });
    const { command } = await load();
    const { values, positionals } = parse(name, rest, command);
    if (values['help'] === true) {
      print(`${command.summary}\n\nUsage:\n  ${command.usage}\n\nExample:\n  ${command.example}`);
      return 0;
    }
    checkUse(name, command, { values, positionals });
    await command.run({ values, positionals, print, note });
    return 0;
  } catch (error) {
    if (error instanceof LanterneError) {
      note(`lanterne: ${error.message}`);
      return error.exit;
    }
    note(
      `lanterne: ${fault('UNEXPECTED', { reason: error instanceof Error ? error.message : String(error) }).message}`,
    );
    if (process.env['LANTERNE_TRACE'] !== undefined && error instanceof Error) note(error.stack ?? '');
    return 1;
  }
}

function parse(
  name: string,
  args: readonly string[],
  { options, takes }: Command,
): Pick<Parameters<Command['run']>[0], 'values' | 'positionals'> {
  try {
    // A value such as -0.5 looks like an option to the parser: it is joined to the option before it.
    const joined = args.reduce<string[]>((done, argument) => {
      const before = done.at(-1);
      if (/^-\d/.test(argument) && before !== undefined && /^--[\w-]+$/.test(before))
        done.splice(-1, 1, `${before}=${argument}`);
      else done.push(argument);
      return done;
    }, []);
    return parseArgs({
      args: joined,
      options: { ...everyCommand, ...options },
      allowPositionals: takes !== undefined,
      strict: true,
    });
  } catch (error) {
    throw fault(
      'USAGE',
      { problem: `${error instanceof Error ? error.message.replace(/\. .*$/s, '') : String(error)}.`, command: name },
      error,
    );
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(14)} ${(await load()).command.summary}`),
  );
  return `Usage: lanterne COMMAND [options]\n\n${lines.join('\n')}\n\nEvery command takes --data DIR (default ./data) and --help.`;
}

if (import.meta.main) {
  // Whoever reads may stop reading (`| head -1`); a disk that is full is another matter.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`lanterne: the results cannot be written: ${error.message}\n`);
    process.exit(1);
  });
  // Whoever reads the messages may stop too: the work goes on, and its exit code is what it came to.
  process.stderr.on('error', () => {});
  process.exitCode = await run(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
}

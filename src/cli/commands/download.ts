import { join } from 'node:path';
import { textOption, type Command } from '#cli/command.ts';
import { progress } from '#cli/progress.ts';
import { settings } from '#cli/settings.ts';
import { collections } from '#download/collections.ts';
import { download } from '#download/download.ts';
import { fault } from '#errors.ts';
import { departmentOf } from '#market/places.ts';

export const command: Command = {
  summary: 'Fetches the official files, resumable and checksummed, after showing their licence',
  usage: 'lanterne download imdb|market [--to DIR] [--from URL] [--json]',
  example: 'lanterne download imdb',
  takes: 'words',
  options: { to: { type: 'string' }, from: { type: 'string' } },
  async run(invocation) {
    const { positionals, values, print, note } = invocation;
    const { dataFolder, commune } = settings(invocation);
    const all = collections(departmentOf(commune));
    const collection = all.find(({ name }) => name === positionals[0]);
    if (collection === undefined || positionals.length !== 1) {
      const problem = `Say what to download: ${all.map(({ name }) => name).join(' or ')}.`;
      throw fault('USAGE', { problem, command: 'download' });
    }
    const from = textOption(invocation, 'from');
    if (from !== undefined && !/^https?:\/\/./.test(from))
      throw fault('USAGE', {
        problem: `--from is an address such as https://films.example/, not “${from}”.`,
        command: 'download',
      });
    const folder = textOption(invocation, 'to') ?? join(dataFolder, 'raw', collection.name);
    for (const line of collection.licence) note(line);
    const bar = progress(note);
    const files = await download(collection, folder, {
      ...(from === undefined ? {} : { from }),
      onProgress: (message, done) => bar.step(message, done),
    }).finally(bar.end);
    if (values['json'] === true) return print(JSON.stringify({ folder, licence: collection.licence, files }));
    for (const { name, bytes, sha256, unchanged } of files)
      print(`${String(bytes).padStart(12)} bytes  ${sha256}  ${name}${unchanged ? '  (unchanged)' : ''}`);
    print(`In ${folder}. Next: ${collection.next} ${folder}`);
  },
};

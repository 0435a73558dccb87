import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../state/engines.ts';
import { runHere } from '../helpers/run-lanterne.ts';

test('a word or an option that a command does not take is refused, and nothing is done', async () => {
  const data = join(temporaryFolder(), 'none');
  const cases: [string[], RegExp][] = [
    [['doctor', 'x'], /Unexpected argument 'x'\. Run `lanterne doctor --help`/],
    [['quality', 'x'], /'x'/],
    [['check-starter', 'x'], /'x'/],
    [['train', 'x'], /'x'/],
    [['build', 'x', '--imdb', '/nowhere'], /'x'/],
    [['demand', 'x'], /demand/],
    [['programme', '--add', 'f'], /--add does not go with `programme`\./],
    [['programme', 'imports', '--week', '2026-W48'], /--week does not go with `programme imports`\./],
    [['programme', 'undo'], /`programme undo` needs a word more\./],
    [['notify', 'status', '--once'], /--once does not go with `notify status`\./],
    [['notify', 'match', 'now'], /“now” is too much for `notify match`\./],
    [['notify', 'dance'], /Say `notify match`, .* or `notify \w+`\./],
    [['people', 'list', '--zip', 'z'], /--zip does not go with `people list`\./],
    [['staff', 'list', '--end'], /--end does not go with `staff list`\./],
    [['staff', 'toString'], /Say `staff add`/],
  ];
  for (const [args, sentence] of cases) {
    const { code, out, err } = await runHere(...args, '--data', data);
    assert.equal(code, 2, `${args.join(' ')}: ${err}`);
    assert.match(err, sentence);
    assert.equal(out, '');
  }
  assert.ok(!existsSync(data));
});

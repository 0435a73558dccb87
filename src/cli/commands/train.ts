import { preferWideKernels } from '#cli/accelerator.ts';
import { numberOption, textOption, type Command } from '#cli/command.ts';
import { progress } from '#cli/progress.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { trainFolder } from '#train.ts';

export const command: Command = {
  summary: 'Trains the models on the catalogue, and puts them in the place of the old ones',
  usage: 'lanterne train [--engine here] [--seed N] [--json]',
  example: 'lanterne train',
  options: { engine: { type: 'string' }, seed: { type: 'string' } },
  async run(invocation) {
    const engine = textOption(invocation, 'engine') ?? 'here';
    if (engine !== 'here')
      throw fault('USAGE', {
        problem: `--engine is “here”, not “${engine}”: the content model is trained on this machine.`,
        command: 'train',
      });
    const { dataFolder, sourcesOff } = settings(invocation);
    preferWideKernels();
    const bar = progress(invocation.note);
    const started = performance.now();
    const trained = await trainFolder(dataFolder, {
      sourcesOff,
      seed: numberOption(invocation, 'train', 'seed', { fallback: 1, whole: true }),
      onProgress: (message) => bar.step(message),
    }).finally(bar.end);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const { likes } = trained;
    if (invocation.values['json'] === true)
      return invocation.print(
        JSON.stringify({ model: likes === null ? 'content' : 'hybrid', bytes: trained.bytes, likes, seconds }),
      );
    invocation.print(`content model: ${(trained.bytes / 1e6).toFixed(1)} MB`);
    invocation.print(
      likes === null
        ? 'no likes to learn from: “lanterne import ratings” brings some'
        : `model of likes: ${(likes.bytes / 1e6).toFixed(1)} MB, ${likes.viewers} viewers of whom ${likes.ownVisitors} are our own visitors. ${likes.verdict}`,
    );
    invocation.print(`trained in ${seconds} s`);
  },
};

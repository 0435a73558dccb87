import { existsSync, readFileSync } from 'node:fs';
import { askedAccelerator, preferWideKernels } from '#cli/accelerator.ts';
import { answerLine, readBaskets } from '#cli/basket-lines.ts';
import { numberOption, textOption, type Command, type Invocation } from '#cli/command.ts';
import { readLines } from '#cli/read-lines.ts';
import { fault } from '#errors.ts';
import { readRatingsCsv } from '#features/interactions/read-ratings-csv.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative, mostFilms } from '#models/collaborative/fit.ts';
import { writeModel } from '#models/train.ts';
import { rankBasket } from '#recommend/rank-basket.ts';

export const command: Command = {
  summary: 'The collaborative models alone, on any identifiers: fits them on ratings, ranks for baskets',
  usage:
    'lanterne model fit --ratings FILE.csv --like-at X --out FILE.model [--films FILE] [--seed N] [--json] | lanterne model rank --model FILE.model --baskets FILE.jsonl [--top N] [--popularity -1..1]',
  example: 'lanterne model fit --ratings ratings.csv --like-at 4 --out likes.model',
  takes: 'words',
  options: {
    ratings: { type: 'string' },
    'like-at': { type: 'string' },
    out: { type: 'string' },
    films: { type: 'string' },
    model: { type: 'string' },
    baskets: { type: 'string' },
    top: { type: 'string' },
    popularity: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(invocation) {
    const [verb, ...others] = invocation.positionals;
    if (others.length > 0 || (verb !== 'fit' && verb !== 'rank'))
      throw fault('USAGE', { problem: 'Say “model fit” or “model rank”.', command: 'model' });
    return verb === 'fit' ? fit(invocation) : rank(invocation);
  },
};

async function fit(invocation: Invocation): Promise<void> {
  const [ratings, out] = [needed(invocation, 'ratings'), needed(invocation, 'out')];
  needed(invocation, 'like-at');
  const likeAt = numberOption(invocation, 'model', 'like-at', { fallback: 0 });
  const seed = numberOption(invocation, 'model', 'seed', { fallback: 1, whole: true });
  const films = filmsToKeep(textOption(invocation, 'films'));
  const started = performance.now();
  const steps: { step: string; seconds: number }[] = [];
  const told = (step: string, seconds: number): void => {
    steps.push({ step, seconds: rounded(seconds) });
    invocation.note(`${step}: ${seconds.toFixed(1)} s`);
  };
  const read = await readRatingsCsv(ratings, { likeAt, ...(films === undefined ? {} : { films }) });
  told('reading', (performance.now() - started) / 1000);
  for (const { reason, count, example } of read.rejected)
    invocation.note(`Left aside (${count.toLocaleString('en')}): ${reason}, such as ${example}`);
  if (read.likes.indices.length === 0) throw fault('NO_LIKES', { file: ratings, likeAt });
  preferWideKernels();
  await using accelerator = await askedAccelerator();
  const buffer = await fitCollaborative(read.likes, read.films, {
    onStep: told,
    ials: { seed },
    ...(accelerator === undefined ? {} : { multiply: accelerator.multiply }),
  });
  const model = openCollaborative(buffer);
  if (typeof model === 'string') throw fault('MODEL_UNUSABLE', { file: out, reason: model });
  writeModel(out, buffer);
  const summary = {
    viewers: read.viewers,
    films: model.films.length,
    likes: read.likes.indices.length,
    bytes: buffer.length,
    seconds: rounded((performance.now() - started) / 1000),
  };
  const left = read.films.length - model.films.length;
  if (left > 0) invocation.note(`Left out (${left}): films that nobody likes, and beyond the ${mostFilms} most liked.`);
  invocation.print(
    invocation.values['json'] === true
      ? JSON.stringify({ ...summary, steps, rejected: read.rejected })
      : `${summary.films} films, ${summary.viewers} viewers, ${summary.likes} likes: ${(summary.bytes / 1e6).toFixed(1)} MB in ${summary.seconds} s`,
  );
}

function rank(invocation: Invocation): void {
  const model = opened(needed(invocation, 'model'));
  const baskets = readBaskets(needed(invocation, 'baskets'));
  const top = numberOption(invocation, 'model', 'top', { fallback: 10, low: 1, whole: true });
  const popularity = numberOption(invocation, 'model', 'popularity', { fallback: 0, low: -1, high: 1 });
  const unknown = new Set<string>();
  let unasked = 0;
  const pick = (ids: readonly string[]): number[] =>
    [...new Set(ids)].flatMap((id) => {
      const film = model.indexOf(id);
      if (film === undefined) unknown.add(id);
      return film ?? [];
    });
  for (const { id, liked, disliked, seen } of baskets) {
    const taste = { liked: pick(liked), disliked: pick(disliked), seen: pick(seen) };
    unasked += Number(taste.liked.length + taste.disliked.length === 0);
    invocation.print(answerLine(id, rankBasket(model, taste, { top, dials: { popularity } }), model.films));
  }
  if (unasked > 0)
    invocation.note(
      `${unasked === 1 ? 'One basket holds' : `${unasked} baskets hold`} no film that the model knows: the most liked films are the answer.`,
    );
  if (unknown.size > 0)
    invocation.note(
      `Left aside, unknown to the model (${unknown.size}): ${[...unknown].slice(0, 5).join(', ')}${unknown.size > 5 ? '…' : ''}`,
    );
}

function filmsToKeep(list: string | undefined): Set<string> | undefined {
  if (list === undefined) return undefined;
  return new Set(
    readLines(list, 'one identifier a line')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  );
}

function opened(file: string): CollaborativeModel {
  if (!existsSync(file)) throw fault('FILE_MISSING', { file, expected: 'a model made by “lanterne model fit”' });
  const model = openCollaborative(bytesOf(file));
  if (typeof model === 'string') throw fault('MODEL_UNUSABLE', { file, reason: model });
  return model;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw fault('FILE_UNREADABLE', { file, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

function needed(invocation: Invocation, name: string): string {
  const value = textOption(invocation, name);
  if (value === undefined || value === '') throw fault('USAGE', { problem: `--${name} is missing.`, command: 'model' });
  return value;
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;

import { basename } from 'node:path';
import { catalogueStamp } from '#catalogue/catalogue.ts';
import { textOption, type Command } from '#cli/command.ts';
import { feedbackLines } from '#cli/feedback-lines.ts';
import { knownFilms } from '#cli/known-films.ts';
import { readLines } from '#cli/read-lines.ts';
import { settings } from '#cli/settings.ts';
import { openEngine, type Engine } from '#engine.ts';
import { fault } from '#errors.ts';
import { judgeFeedback, type ListAsked } from '#evaluate/judge-feedback.ts';
import { ratingsOfLikes } from '#features/interactions/ratings-of-likes.ts';
import { writeInteractions } from '#features/interactions/write-store.ts';
import { tasteOfPlace } from '#local.ts';
import { chooseList, groundOf, usualDiversity } from '#recommend/choose.ts';
import type { LocalTaste } from '#recommend/local-taste.ts';
import { decodeFeedback, feedbackToLikes, lastOpinions, type FeedbackRow } from '#recommend/feedback-log.ts';

export const command: Command = {
  summary: 'Reads a log of what visitors did with their lists: what it earned, what the model in service would have',
  usage: 'lanterne feedback FILE.jsonl… [--import [--name NAME]] [--json]',
  example: 'lanterne feedback feedback.jsonl --import',
  takes: 'words',
  options: { import: { type: 'boolean' }, name: { type: 'string' } },
  async run(invocation) {
    const { values, positionals, print, note } = invocation;
    const name = textOption(invocation, 'name') ?? 'feedback';
    if (positionals.length === 0) throw usage('One file of feedback at least is needed.');
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(name))
      throw usage(`--name is letters, digits, - and _, 64 at most, not “${name}”.`);
    if (values['name'] !== undefined && values['import'] !== true) throw usage('--name goes with --import.');
    const { rows, refused } = readLog(positionals);
    const config = settings(invocation);
    const { dataFolder, sourcesOff } = config;
    await using engine =
      catalogueStamp(dataFolder) === null ? null : await openEngine(dataFolder, { sourcesOff, onProgress: note });
    const figures = judgeFeedback(
      rows,
      engine === null ? undefined : await listsOf(engine, tasteOfPlace(config, note)),
    );
    const stored = values['import'] === true ? await store(dataFolder, rows, { name, files: positionals }) : null;
    if (values['import'] === true && stored === null) note('Nobody liked or disliked a film: nothing was stored.');
    const told = { ...figures, refused: Object.fromEntries(refused), stored };
    if (values['json'] === true) print(JSON.stringify(told));
    else for (const line of feedbackLines(told)) print(line);
  },
};

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'feedback' });

/** The lines that can be used, and how many cannot, by reason. @throws FILE_MISSING, FILE_UNREADABLE; when none can, FILE_ROW or FILE_EMPTY */
function readLog(files: readonly string[]): { rows: FeedbackRow[]; refused: ReadonlyMap<string, number> } {
  const rows: FeedbackRow[] = [];
  const refused = new Map<string, number>();
  let first: { file: string; line: number; problem: string } | null = null;
  for (const file of files)
    for (const [place, line] of readLines(file, 'one film of a list a line, as JSON').entries()) {
      if (line.trim() === '') continue;
      const row = decodeFeedback(line);
      if (typeof row !== 'string') rows.push(row);
      else {
        refused.set(row, (refused.get(row) ?? 0) + 1);
        first ??= { file, line: place + 1, problem: `it is no line of a log of feedback: ${row}` };
      }
    }
  if (rows.length > 0) return { rows, refused };
  throw first === null ? fault('FILE_EMPTY', { file: files.join(', ') }) : fault('FILE_ROW', first);
}

/** The lists that the model in service makes, as identifiers; those of one taste and length once. */
async function listsOf(engine: Engine, place: LocalTaste | null): Promise<(asked: ListAsked) => readonly string[]> {
  const ground = groundOf(engine, await engine.facts(), place);
  const { pick, idOf } = await knownFilms(engine);
  const made = new Map<string, readonly string[]>();
  return ({ liked, disliked, top }) => {
    const key = JSON.stringify([liked, disliked, top]);
    const known = made.get(key);
    if (known !== undefined) return known;
    const taste = { liked: pick(liked), disliked: pick(disliked), seen: [] };
    const { films } = chooseList(ground, taste, { top, diversity: usualDiversity, traits: false });
    const list = films.map(({ film }) => idOf[film] ?? '');
    made.set(key, list);
    return list;
  };
}

/** Stores the likes and dislikes of the log as the house's own interactions, in the place of those of the same name; null when there is none. */
async function store(
  folder: string,
  rows: readonly FeedbackRow[],
  { name, files }: { name: string; files: readonly string[] },
) {
  const opinions = lastOpinions(rows, { wishes: false });
  const films = [...new Set([...opinions.values()].flatMap((list) => [...list.keys()]))].toSorted();
  const { viewers, likes, dislikes } = feedbackToLikes(rows, films);
  if (viewers === 0) return null;
  const [liked, disliked] = [likes.indices.length, dislikes.indices.length];
  await writeInteractions(
    folder,
    {
      version: 1,
      name,
      source: files.map((file) => basename(file)).join(', '),
      format: 'feedback',
      licence: 'the house’s own',
      own: true,
      date: new Date().toISOString(),
      likeAt: 1,
      dislikeAt: 0,
      zero: 0,
      one: 1,
      rows: liked + disliked,
      viewers,
      films: films.length,
      liked,
      disliked,
    },
    ratingsOfLikes(films, likes, dislikes),
  );
  return { name, visitors: viewers, films: films.length, liked, disliked };
}

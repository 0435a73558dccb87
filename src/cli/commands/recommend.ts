import { fault } from '#errors.ts';
import { numberOption, textOption, textOptions, type Command, type Invocation } from '#cli/command.ts';
import { printBaskets } from '#cli/baskets.ts';
import { printGroup } from '#cli/group.ts';
import { filmLine, recommendedJson, recommendedLines } from '#cli/film-lines.ts';
import { oneFilm } from '#cli/one-film.ts';
import { settings } from '#cli/settings.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import { openLanterne, type Lanterne } from '#lanterne.ts';
import { moodWords, readMood } from '#recommend/mood.ts';

export const command: Command = {
  summary: 'Recommends films for the films that someone loved, with reasons',
  usage:
    'lanterne recommend [--film TITLE|ID]… [--not TITLE|ID]… [--mood WORD|VALENCE,ENERGY] [--top N] [--popularity -1..1] [--era A-B] [--closeness 0..1] [--json] | lanterne recommend --baskets FILE.jsonl --top N | lanterne recommend --group FILE.jsonl [--top N] [--json]',
  example: 'lanterne recommend --film "Le Dîner de cons" --film "La Chèvre" --not tt0133093 --top 5',
  options: {
    film: { type: 'string', multiple: true },
    not: { type: 'string', multiple: true },
    mood: { type: 'string' },
    top: { type: 'string' },
    popularity: { type: 'string' },
    era: { type: 'string' },
    closeness: { type: 'string' },
    baskets: { type: 'string' },
    group: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(invocation) {
    const { values, print, note, positionals } = invocation;
    const top = numberOption(invocation, 'recommend', 'top', { fallback: 10, low: 1, whole: true });
    const dials = {
      popularity: numberOption(invocation, 'recommend', 'popularity', { fallback: 0, low: -1, high: 1 }),
      closeness: numberOption(invocation, 'recommend', 'closeness', { fallback: 0.5, low: 0, high: 1 }),
    };
    const era = eraOf(invocation);
    const mood = moodOf(invocation);
    const wishes = { ...(era === undefined ? {} : { era }), ...(mood === undefined ? {} : { mood }) };
    if (positionals.length > 0)
      throw fault('USAGE', {
        problem: `“${positionals.join(' ')}” is not an option: name each film with --film.`,
        command: 'recommend',
      });
    const baskets = textOption(invocation, 'baskets');
    refuseTogether(invocation);
    if (baskets !== undefined) return printBaskets(baskets, { top, dials, ...wishes }, invocation);
    const group = textOption(invocation, 'group');
    if (group !== undefined)
      return printGroup(group, { top, dials, ...(era === undefined ? {} : { era }) }, invocation);
    await using lanterne = await openLanterne(settings(invocation), { onProgress: note });
    const liked = await named(lanterne, textOptions(invocation, 'film'));
    const disliked = await named(lanterne, textOptions(invocation, 'not'));
    for (const { id } of liked)
      if (disliked.some((other) => other.id === id))
        throw fault('USAGE', { problem: `${id} is both liked and disliked.`, command: 'recommend' });
    const list = await lanterne.recommend(
      { liked: liked.map(({ id }) => id), disliked: disliked.map(({ id }) => id), seen: [] },
      { top, dials, ...wishes },
    );
    if (list.films.length === 0)
      throw fault('NOTHING_TO_RECOMMEND', {
        reason: era === undefined ? 'the catalogue is empty' : `no film from ${era[0]} to ${era[1]}`,
      });
    if (values['json'] === true)
      return print(
        JSON.stringify({ basis: list.basis, liked: liked.map(({ id }) => id), films: recommendedJson(list.films) }),
      );
    if (list.basis === 'start') note('No film was given: here are the best known ones to start from.');
    else note(`For: ${liked.map(filmLine).join(' + ')}`);
    for (const line of recommendedLines(list.films)) print(line);
  },
};

async function named(lanterne: Lanterne, asked: readonly string[]): Promise<Awaited<ReturnType<typeof oneFilm>>[]> {
  const cards = [];
  for (const text of asked) cards.push(await oneFilm(lanterne, text));
  return cards;
}

function moodOf(invocation: Invocation): MoodPoint | undefined {
  const text = textOption(invocation, 'mood');
  if (text === undefined) return undefined;
  const point = readMood(text);
  if (point === null)
    throw fault('USAGE', {
      problem: `--mood is a word (${moodWords.join(', ')}) or a valence and an energy from -1 to 1 such as 0.5,-0.2, not “${text}”.`,
      command: 'recommend',
    });
  return point;
}

/** A file says who likes what: an option that would be left unread beside it is refused rather than ignored. */
function refuseTogether(invocation: Invocation): void {
  const { values } = invocation;
  const apart: readonly (readonly [string, readonly string[]])[] = [
    ['baskets', ['group', 'film', 'not']],
    ['group', ['film', 'not', 'mood']],
  ];
  for (const [file, others] of apart)
    for (const other of others)
      if (values[file] !== undefined && values[other] !== undefined)
        throw fault('USAGE', { problem: `--${other} does not go with --${file}.`, command: 'recommend' });
}

function eraOf(invocation: Invocation): readonly [number, number] | undefined {
  const text = textOption(invocation, 'era');
  if (text === undefined) return undefined;
  const match = /^(\d{4})?-(\d{4})?$/.exec(text.trim());
  const [from, to] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 9999)];
  if (match === null || text.trim() === '-' || from > to)
    throw fault('USAGE', { problem: `--era is two years such as 1960-1979, not “${text}”.`, command: 'recommend' });
  return [from, to];
}

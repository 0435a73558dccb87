import { fault } from '#errors.ts';
import { numberOption, textOption, textOptions, type Command, type Invocation } from '#cli/command.ts';
import { printBaskets } from '#cli/baskets.ts';
import { askedFilters, filterOptions, filterUsage, knownFilters } from '#cli/filters.ts';
import { printGroup } from '#cli/group.ts';
import { filmLine } from '#cli/film-lines.ts';
import { oneFilm } from '#cli/one-film.ts';
import { printList, printShelves } from '#cli/print-lists.ts';
import { settings } from '#cli/settings.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import { openLanterne, type FilmCard, type Lanterne } from '#lanterne.ts';
import { usualDiversity } from '#recommend/choose.ts';
import { moodWords, readMood } from '#recommend/mood.ts';

export const command: Command = {
  summary: 'Recommends films for the films that someone loved, with reasons',
  usage: `lanterne recommend [--film TITLE|ID]… [--not TITLE|ID]… [--mood WORD|VALENCE,ENERGY] [--top N] [--popularity -1..1] [--closeness 0..1] [--diversity 0..1] [--shelves] [--explore SEED] CONDITIONS [--json] | lanterne recommend --baskets FILE.jsonl --top N [--shape] CONDITIONS | lanterne recommend --group FILE.jsonl [--top N] CONDITIONS [--json]\n  CONDITIONS: ${filterUsage}`,
  example: 'lanterne recommend --film "Le Dîner de cons" --film "La Chèvre" --not tt0133093 --length -100 --top 5',
  takes: 'words',
  options: {
    film: { type: 'string', multiple: true },
    not: { type: 'string', multiple: true },
    mood: { type: 'string' },
    top: { type: 'string' },
    popularity: { type: 'string' },
    closeness: { type: 'string' },
    diversity: { type: 'string' },
    shape: { type: 'boolean' },
    shelves: { type: 'boolean' },
    baskets: { type: 'string' },
    group: { type: 'string' },
    seed: { type: 'string' },
    explore: { type: 'string' },
    ...filterOptions,
  },
  async run(invocation) {
    const { values, note, positionals } = invocation;
    const shelves = values['shelves'] === true;
    const top = numberOption(invocation, 'recommend', 'top', { fallback: shelves ? 8 : 10, low: 1, whole: true });
    const dials = {
      popularity: numberOption(invocation, 'recommend', 'popularity', { fallback: 0, low: -1, high: 1 }),
      closeness: numberOption(invocation, 'recommend', 'closeness', { fallback: 0.5, low: 0, high: 1 }),
    };
    const asked = askedFilters(invocation);
    const mood = moodOf(invocation);
    const baskets = textOption(invocation, 'baskets');
    const diversity = numberOption(invocation, 'recommend', 'diversity', {
      fallback: baskets === undefined || values['shape'] === true ? usualDiversity : 0,
      low: 0,
      high: 1,
    });
    const wishes = { dials, ...(mood === undefined ? {} : { mood }) };
    if (positionals.length > 0)
      throw fault('USAGE', {
        problem: `“${positionals.join(' ')}” is not an option: name each film with --film.`,
        command: 'recommend',
      });
    refuseTogether(invocation);
    const seed = numberOption(invocation, 'recommend', 'explore', { fallback: 0, whole: true });
    if (baskets !== undefined) return printBaskets(baskets, { ...wishes, top, asked, diversity }, invocation);
    const group = textOption(invocation, 'group');
    if (group !== undefined) return printGroup(group, { top, dials, asked }, invocation);
    await using lanterne = await openLanterne(settings(invocation), { onProgress: note });
    const filters = knownFilters(asked, await lanterne.filterValues());
    const liked = await named(lanterne, textOptions(invocation, 'film'));
    const disliked = await named(lanterne, textOptions(invocation, 'not'));
    for (const { id } of liked)
      if (disliked.some((other) => other.id === id))
        throw fault('USAGE', { problem: `${id} is both liked and disliked.`, command: 'recommend' });
    const taste = { liked: liked.map(({ id }) => id), disliked: disliked.map(({ id }) => id), seen: [] };
    if (liked.length > 0) note(`For: ${liked.map(filmLine).join(' + ')}`);
    if (shelves)
      printShelves(await lanterne.shelves(taste, { ...wishes, filters, each: top }), taste, lanterne, invocation);
    else {
      const explore = values['explore'] === undefined ? {} : { explore: seed };
      printList(
        await lanterne.recommend(taste, { ...wishes, filters, top, diversity, ...explore }),
        taste,
        lanterne,
        invocation,
      );
    }
  },
};

async function named(lanterne: Lanterne, asked: readonly string[]): Promise<FilmCard[]> {
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

/** A file says who likes what, and shelves are no list: an option that would be left unread beside another is refused rather than ignored. */
function refuseTogether({ values }: Invocation): void {
  const apart: readonly (readonly [string, readonly string[]])[] = [
    ['baskets', ['group', 'film', 'not', 'shelves']],
    ['group', ['film', 'not', 'mood', 'shelves', 'shape', 'diversity']],
    ['shelves', ['shape', 'diversity']],
    ['explore', ['baskets', 'group', 'shelves']],
  ];
  for (const [one, others] of apart)
    for (const other of others)
      if (values[one] !== undefined && values[other] !== undefined)
        throw fault('USAGE', { problem: `--${other} does not go with --${one}.`, command: 'recommend' });
}

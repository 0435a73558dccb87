import { z } from 'zod';
import { asFilmIndex } from '#brand.ts';
import { filmCards } from '#catalogue/queries/film-cards.ts';
import { ids } from '#cli/basket-lines.ts';
import type { Invocation } from '#cli/command.ts';
import { filmLine } from '#cli/film-lines.ts';
import { knownFilters, looseningSentence } from '#cli/filters.ts';
import { knownFilms } from '#cli/known-films.ts';
import { nothingLeft } from '#cli/print-lists.ts';
import { readJsonLines } from '#cli/read-lines.ts';
import { settings } from '#cli/settings.ts';
import { openEngine } from '#engine.ts';
import { fault } from '#errors.ts';
import type { FilmCard } from '#lanterne.ts';
import type { Dials } from '#models/model.ts';
import { loosening } from '#recommend/choose.ts';
import type { ChoiceKind } from '#recommend/group/choices.ts';
import { recommendGroup, type GroupPick } from '#recommend/group/group.ts';
import { filterValues } from '#recommend/shape/filter-values.ts';
import { passes, type Filters } from '#recommend/shape/filters.ts';

const memberShape = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  liked: ids,
  disliked: ids,
  seen: ids,
  weight: z.number().positive().max(1000).default(1),
  received: z.number().min(0).max(1e6).default(0),
});
type Member = z.infer<typeof memberShape>;
const example = '{"id":"Anna","liked":["tt0088763"],"disliked":[],"seen":[],"weight":1,"received":0}';

const labels: Readonly<Record<ChoiceKind, string>> = {
  'best-for-all': 'Best for all',
  'nobody-unhappy': 'Nobody unhappy',
  'whose-turn': 'Whose turn',
};

/**
 * Chooses for the 2 to 8 people of a JSONL file, one a line, as a basket with two more numbers if wanted: `weight` (1), and `received`, what past
 * evenings brought (0; the `receivedAfter` of the film that was watched). Prints three labelled choices and a list, as text or as one JSON value.
 * @throws FILE_MISSING, FILE_ROW, NOTHING_TO_RECOMMEND
 */
export async function printGroup(
  file: string,
  { top, dials, asked }: { top: number; dials: Dials; asked: Filters },
  invocation: Invocation,
): Promise<void> {
  const group = readGroup(file);
  const { dataFolder, sourcesOff } = settings(invocation);
  await using engine = await openEngine(dataFolder, { sourcesOff, onProgress: invocation.note });
  const { pick, told } = await knownFilms(engine);
  const members = group.map(({ liked, disliked, seen, weight, received }) => ({
    weight,
    received,
    taste: { liked: pick(liked), disliked: pick(disliked), seen: pick(seen) },
  }));
  const facts = await engine.facts();
  const filters = knownFilters(asked, filterValues(facts));
  const found = recommendGroup(engine.model, members, {
    top,
    dials,
    allow: passes(filters, facts),
    renown: engine.fame,
    traits: false,
  });
  const everyone = {
    liked: members.flatMap(({ taste }) => taste.liked),
    disliked: members.flatMap(({ taste }) => taste.disliked),
    seen: members.flatMap(({ taste }) => taste.seen),
  };
  const loosen = found.list.length < top ? loosening({ model: engine.model, facts }, everyone, { filters }) : [];
  if (found.list.length === 0) {
    if (invocation.values['json'] === true) invocation.print(JSON.stringify({ films: [], loosen }));
    throw nothingLeft(loosen, `every film is already seen or refused by one of the ${group.length}`);
  }
  const short = looseningSentence(found.list.length, loosen);
  if (short !== null) invocation.note(short);
  const aside = told();
  if (aside !== null) invocation.note(aside);
  for (const [place, { taste }] of members.entries())
    if (taste.liked.length === 0 && taste.disliked.length === 0)
      invocation.note(`${nameOf(group, place)} named no film that we know: the best known ones stand for their taste.`);

  const picks = [...found.choices.flatMap(({ pick: one }) => one ?? []), ...found.list];
  const shown = [
    ...new Set(
      picks.flatMap((one) => [one.film, ...one.members.flatMap(({ reasons }) => reasons.map(({ film }) => film))]),
    ),
  ];
  const cards = new Map(
    (await engine.catalogue.run(filmCards, { films: shown })).map((row) => [
      row.film,
      { ...row, film: asFilmIndex(row.film) },
    ]),
  );
  if (invocation.values['json'] === true) {
    const asJson = (one: GroupPick): Record<string, unknown> => pickJson(one, group, cards);
    return invocation.print(
      JSON.stringify({
        members: group.map(({ id, weight, received }, place) => ({
          id,
          weight,
          received,
          listShare: found.listShares[place],
        })),
        choices: found.choices.map(({ kind, turn, pick: one }) => ({
          kind,
          turn: turn === null ? null : nameOf(group, turn),
          ...(one === null ? { film: null } : asJson(one)),
        })),
        films: found.list.map(asJson),
        loosen,
      }),
    );
  }
  for (const { kind, turn, pick: one } of found.choices) {
    invocation.print(`${labels[kind]}${turn === null ? '' : `: ${nameOf(group, turn)}`}`);
    for (const line of one === null
      ? ['  no film suits everyone well enough: name more films, or look at the list']
      : pickLines(one, '  ', group, cards))
      invocation.print(line);
  }
  invocation.print('The list, to each their due');
  for (const [place, one] of found.list.entries())
    for (const line of pickLines(one, `${String(place + 1).padStart(3)}. `, group, cards)) invocation.print(line);
  invocation.print(
    `Of what a list for them alone would bring: ${group.map((_, place) => `${nameOf(group, place)} ${percent(found.listShares[place] ?? 0)}`).join(' · ')}`,
  );
}

const nameOf = (group: readonly Member[], place: number): string => group[place]?.id ?? '';
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The film, then what it is to each: their share of the best they could be offered, and the liked film that brought most. */
function pickLines(
  { film, members }: GroupPick,
  lead: string,
  group: readonly Member[],
  cards: ReadonlyMap<number, FilmCard>,
): string[] {
  const card = cards.get(film);
  if (card === undefined) return [];
  const gains = members.map(({ share, standing, reasons: [reason] }, place) => {
    const from = reason === undefined ? undefined : cards.get(reason.film);
    const because = from === undefined ? '' : `, from ${from.titleFr ?? from.title}`;
    return `${' '.repeat(lead.length + 2)}${nameOf(group, place)}: ${percent(share)} of their best, in their first ${Math.max(1, Math.ceil((1 - standing) * 100))} %${because}`;
  });
  return [`${lead}${filmLine(card)}`, ...gains];
}

function pickJson(
  { film, members }: GroupPick,
  group: readonly Member[],
  cards: ReadonlyMap<number, FilmCard>,
): Record<string, unknown> {
  const card = cards.get(film);
  return {
    film: card?.id,
    title: card?.title,
    titleFr: card?.titleFr,
    year: card?.year,
    members: members.map(({ share, standing, receivedAfter, reasons }, place) => ({
      id: nameOf(group, place),
      share,
      standing,
      receivedAfter,
      reasons: reasons.map((reason) => ({
        film: cards.get(reason.film)?.id,
        share: Math.round(reason.share * 1e4) / 1e4,
      })),
    })),
  };
}

function readGroup(file: string): Member[] {
  const group = readJsonLines(file, memberShape, 'member', example);
  if (group.length < 2 || group.length > 8)
    throw fault('FILE_ROW', {
      file,
      line: Math.max(1, group.length),
      problem: `a group has 2 to 8 members, one a line, and this file has ${group.length}`,
    });
  return group;
}

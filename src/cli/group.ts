import { z } from 'zod';
import { ids } from '#cli/basket-lines.ts';
import type { Invocation } from '#cli/command.ts';
import { filmLine } from '#cli/film-lines.ts';
import { knownFilters, looseningSentence } from '#cli/filters.ts';
import { leftAside } from '#cli/known-films.ts';
import { nothingLeft } from '#cli/print-lists.ts';
import { readJsonLines } from '#cli/read-lines.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import type { Dials } from '#models/model.ts';
import type { ChoiceKind } from '#recommend/group/choices.ts';
import type { Filters } from '#recommend/shape/filters.ts';
import type { FilmForAll } from '#together.ts';

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
  await using lanterne = await openLanterne(settings(invocation), { onProgress: invocation.note });
  const filters = knownFilters(asked, await lanterne.filterValues());
  const { choices, films, members, unknown, loosen } = await lanterne.group(group, {
    top,
    dials,
    filters,
    traits: false,
  });
  if (films.length === 0) {
    if (invocation.values['json'] === true) invocation.print(JSON.stringify({ films: [], loosen }));
    throw nothingLeft(loosen, `every film is already seen or refused by one of the ${group.length}`);
  }
  const short = looseningSentence(films.length, loosen);
  if (short !== null) invocation.note(short);
  const aside = leftAside(unknown);
  if (aside !== null) invocation.note(aside);
  for (const [place, { unnamed }] of members.entries())
    if (unnamed)
      invocation.note(`${nameOf(group, place)} named no film that we know: the best known ones stand for their taste.`);
  if (invocation.values['json'] === true)
    return invocation.print(
      JSON.stringify({
        members: group.map(({ id, weight, received }, place) => ({
          id,
          weight,
          received,
          listShare: members[place]?.listShare,
        })),
        choices: choices.map(({ kind, turn, film }) => ({
          kind,
          turn: turn === null ? null : nameOf(group, turn),
          ...(film === null ? { film: null } : filmJson(film, group)),
        })),
        films: films.map((film) => filmJson(film, group)),
        loosen,
      }),
    );
  for (const { kind, turn, film } of choices) {
    invocation.print(`${labels[kind]}${turn === null ? '' : `: ${nameOf(group, turn)}`}`);
    for (const line of film === null
      ? ['  no film suits everyone well enough: name more films, or look at the list']
      : filmLines(film, '  ', group))
      invocation.print(line);
  }
  invocation.print('The list, to each their due');
  for (const [place, film] of films.entries())
    for (const line of filmLines(film, `${String(place + 1).padStart(3)}. `, group)) invocation.print(line);
  invocation.print(
    `Of what a list for them alone would bring: ${group.map((_, place) => `${nameOf(group, place)} ${percent(members[place]?.listShare ?? 0)}`).join(' · ')}`,
  );
}

const nameOf = (group: readonly Member[], place: number): string => group[place]?.id ?? '';
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The film, then what it is to each: their share of the best they could be offered, and the liked film that brought most. */
function filmLines({ card, members }: FilmForAll, lead: string, group: readonly Member[]): string[] {
  const gains = members.map(({ share, standing, reasons: [reason] }, place) => {
    const because = reason === undefined ? '' : `, from ${reason.card.titleFr ?? reason.card.title}`;
    return `${' '.repeat(lead.length + 2)}${nameOf(group, place)}: ${percent(share)} of their best, in their first ${Math.max(1, Math.ceil((1 - standing) * 100))} %${because}`;
  });
  return [`${lead}${filmLine(card)}`, ...gains];
}

function filmJson({ card, members }: FilmForAll, group: readonly Member[]): Record<string, unknown> {
  return {
    film: card.id,
    title: card.title,
    titleFr: card.titleFr,
    year: card.year,
    members: members.map(({ share, standing, receivedAfter, reasons }, place) => ({
      id: nameOf(group, place),
      share,
      standing,
      receivedAfter,
      reasons: reasons.map((reason) => ({ film: reason.card.id, share: Math.round(reason.share * 1e4) / 1e4 })),
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

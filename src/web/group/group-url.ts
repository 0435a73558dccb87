import { asFilmId, type FilmId } from '#brand.ts';
import { mostMembers } from '#state/group-members.ts';
import { tidied } from '#state/groups.ts';
import { pathIn, type Language } from '#web/language.ts';
import { mostLiked } from '#web/taste-url.ts';

/** One of the people of an address. A film stands in one of the two lists, once. */
export interface UrlMember {
  /** One line, 60 characters at most, no colon; empty when not said. */
  readonly name: string;
  readonly liked: readonly FilmId[];
  /** Films that they do not want. */
  readonly refused: readonly FilmId[];
  /** What past evenings brought them, to the hundredth; null when they were at none. */
  readonly received: number | null;
}

/** What the address of an evening on one device says: the people in their order (8 at most), and the films chosen before. */
export interface GroupUrl {
  readonly members: readonly UrlMember[];
  readonly chosen: readonly FilmId[];
  /** How many values were left out: no film, or one too many. */
  readonly leftOut: number;
}

export const nobody: UrlMember = { name: '', liked: [], refused: [], received: null };

const MOST_REFUSED = 30;
const MOST_CHOSEN = 30;
const LONGEST = 2000;
const MOST_RECEIVED = 99;

/** A name as an address may hold it. */
export const nameFrom = (text: string): string => tidied(text.slice(0, LONGEST).replaceAll(':', ' '));

/** Whether nothing is said of a member. */
export const isNobody = ({ name, liked, refused }: UrlMember): boolean =>
  name === '' && liked.length + refused.length === 0;

/**
 * Reads `?m=Anne:tt1,tt2,-tt3:85&m=Paul:tt4&chosen=tt9`: name, films liked and (with a dash) not wanted, hundredths received at past evenings.
 * Nothing is refused as a whole: what cannot be read is counted and left out.
 */
export function readGroupUrl(parameters: URLSearchParams): GroupUrl {
  const given = parameters.getAll('m');
  let leftOut = Math.max(0, given.length - mostMembers);
  const members = given.slice(0, mostMembers).map((value): UrlMember => {
    const [name = '', films = '', received = '', ...others] = value.slice(0, LONGEST).split(':');
    const { liked, refused, wrong } = readFilms(films);
    const gained = /^\d{1,4}$/.test(received) ? Number(received) / 100 : null;
    leftOut += wrong + others.length + Number(received !== '' && gained === null);
    return { name: nameFrom(name), liked, refused, received: gained === null ? null : Math.min(gained, MOST_RECEIVED) };
  });
  const named = parameters.getAll('chosen').filter((value) => value !== '');
  const chosen = [...new Set(named.flatMap((value) => asFilmId(value) ?? []))].slice(0, MOST_CHOSEN);
  return { members, chosen, leftOut: leftOut + named.length - chosen.length };
}

/** The query of a group: what `readGroupUrl` reads; `more` comes last. */
export function groupQuery(
  { members, chosen }: Pick<GroupUrl, 'members' | 'chosen'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const pairs = [
    ...members.map((member) => ['m', memberText(member)]),
    ...chosen.map((film) => ['chosen', film]),
    ...Object.entries(more).filter(([, value]) => value !== ''),
  ];
  const query = new URLSearchParams(pairs).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

/** The address of a group on one device. */
export const groupAddress = (
  { language }: { readonly language: Language },
  group: Pick<GroupUrl, 'members' | 'chosen'>,
  more: Readonly<Record<string, string>> = {},
): string => `${pathIn(language, '/groupe')}${groupQuery(group, more)}`;

/** The same group with one member changed. */
export const withMember = (group: GroupUrl, place: number, member: UrlMember): GroupUrl => ({
  ...group,
  members: group.members.with(place, member),
});

/** The member with a film put in one of the two lists, and taken out of the other; beyond the limits nothing is added. */
export function withFilm(member: UrlMember, list: 'liked' | 'refused', film: FilmId): UrlMember {
  const { liked, refused } = withoutFilm(member, film);
  if (list === 'liked') return { ...member, liked: [...liked, film].slice(0, mostLiked), refused };
  return { ...member, liked, refused: [...refused, film].slice(-MOST_REFUSED) };
}

export const withoutFilm = (member: UrlMember, film: FilmId): UrlMember => ({
  ...member,
  liked: member.liked.filter((other) => other !== film),
  refused: member.refused.filter((other) => other !== film),
});

/** One member as the address writes them. */
export function memberText({ name, liked, refused, received }: UrlMember): string {
  const films = [...liked, ...refused.map((film) => `-${film}`)].join(',');
  const gained = received === null ? '' : `:${Math.round(Math.min(received, MOST_RECEIVED) * 100)}`;
  return `${nameFrom(name)}:${films}${gained}`;
}

function readFilms(text: string): { liked: FilmId[]; refused: FilmId[]; wrong: number } {
  const [liked, refused] = [new Set<FilmId>(), new Set<FilmId>()];
  const values = text.split(',').filter((value) => value !== '');
  for (const value of values) {
    const film = asFilmId(value.replace(/^-/, ''));
    if (film === null || liked.has(film) || refused.has(film)) continue;
    if (value.startsWith('-') ? refused.size < MOST_REFUSED : liked.size < mostLiked)
      (value.startsWith('-') ? refused : liked).add(film);
  }
  return { liked: [...liked], refused: [...refused], wrong: values.length - liked.size - refused.size };
}

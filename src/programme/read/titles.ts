import { readMinutes } from '#programme/read/fields-values.ts';
import { readMarks, type Marks } from '#programme/read/marks.ts';

/** What a house writes around a title: `LE FILM (de A. B., 2024, 1h45, VOST) + débat`. */
export interface TitleTold extends Omit<Marks, 'rest'> {
  readonly title: string;
  readonly year: number | null;
  readonly minutes: number | null;
  readonly director: string | null;
}

/**
 * Takes from a title what is said beside it: in brackets, after a dash or a comma, or in the capitals of the trade at its end. What stands inside the
 * title stays: “La Rencontre” is no meeting, “AD ASTRA” is not described.
 */
export function readTitle(text: string): TitleTold {
  const beside: string[] = [];
  const facts: Omit<TitleTold, 'title' | 'version' | 'features'> = { year: null, minutes: null, director: null };
  let told = facts;
  const takes = (piece: string): boolean => {
    const left: string[] = [];
    for (const part of piece.split(/\s*[,;|/]\s*/)) {
      const fact = factOf(part);
      if (fact !== null) told = { ...told, ...fact };
      else if (saysMarks(part)) beside.push(part);
      else left.push(part);
    }
    return left.length === 0;
  };
  let title = text
    .replaceAll(/[([]([^()[\]]{1,120})[)\]]/g, (whole, inside: string) => (takes(inside) ? ' ' : whole))
    .trim();
  for (;;) {
    const [, head = '', tail = ''] = /^(.+?\S)\s*(?:\s[-–—+|*]\s*|[,;|]\s*)([^-–—+|,;*]+)$/.exec(title) ?? [];
    const [, words = '', mark = ''] = trade.exec(title) ?? [];
    if (tail !== '' && takes(tail)) title = head;
    else if (mark !== '' && words.trim() !== '') {
      beside.push(mark);
      title = words;
    } else break;
  }
  const { version, features } = readMarks(beside.join(' | '));
  return { ...told, title: trimTitle(title), version, features };
}

/** Words that announce a mark, and say nothing by themselves. */
const fillers =
  /\b(?:avec|en|et|suivie?|précédée?|d[’']un|d[’']une|un|une|de|la|le|séance|film|version|ciné|accessible)\b/giu;
const trade =
  /^(.*\S)\s+(VF(?:STF|Q|-SME)?|VO(?:ST(?:FR?)?)?|V\.F\.?|V\.O\.(?:S\.T\.)?|[23]D|(?:ST-)?SME|AD|AVP|[Cc]iné-?[Rr]elax|[Aa]vant-première|[Cc]iné-débat)$/;

/** Whether a text says marks, and nothing else. */
export function saysMarks(text: string): boolean {
  const { rest, version, features } = readMarks(text);
  const said = version !== 'unknown' || features.length > 0 || /\b2-?D\b/i.test(text);
  return said && !/[\p{L}\p{N}]/u.test(rest.replaceAll(fillers, ' '));
}

/** What kind of film it is, which is left out. */
const kinds =
  /^(?:film (?:d[’']|de )[\p{L} -]+|(?:un )?documentaire|comédie(?: [\p{L}]+)?|drame|animation|thriller|policier|jeune public|(?:à partir de|dès) \d{1,2} ans|tout public)$/iu;

function factOf(text: string): Partial<Pick<TitleTold, 'year' | 'minutes' | 'director'>> | null {
  const part = text.trim();
  if (kinds.test(part)) return {};
  if (/^(?:18|19|20)\d\d$/.test(part)) return { year: Number(part) };
  const long = readMinutes(part.replace(/^dur[ée]e\s*:?\s*/i, ''));
  if (/\d/.test(part) && /h|min|mn|'|PT/i.test(part) && 'is' in long && long.is !== null) return { minutes: long.is };
  const [, director = ''] =
    /^(?:un film |film |réalisée? |real\.? |réal\.? )?(?:[Dd]e|[Dd][’']|[Pp]ar)\s*:?\s*(\p{Lu}[\p{L}.’' -]{2,60}?)(?:\s+avec\b.*)?$/u.exec(
      part,
    ) ??
    /^(?:réalisat(?:eur|rice|ion)|réal\.?)\s*:\s*(\p{Lu}[\p{L}.’' -]{2,60})$/iu.exec(part) ??
    [];
  return director === '' ? null : { director };
}

/** Without the brackets and the dashes that what was taken out of it has left. */
export const trimTitle = (text: string): string =>
  text
    .replaceAll(/[([]\s*[)\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:|/+•*·–—-]+|[\s,;:|/+•*·–—-]+$/g, '')
    .replace(/^(?:«\s*([^«»]+?)\s*»|"([^"]+)"|“([^“”]+)”)$/, '$1$2$3')
    .trim();

import { houseZone } from '#calendar/zone.ts';
import { weekNamedOf } from '#notify/letters/week-named-of.ts';
import { cleanLine, cleanParagraphs } from '#notify/letters/clean.ts';
import type { LetterContext } from '#notify/letters/context.ts';
import { coming } from '#notify/letters/current.ts';
import { inOrder, tellFilm, titleTold } from '#notify/letters/tell-films.ts';
import type { ToldLetter } from '#notify/letters/told-letter.ts';
import { whenIn, type When } from '#notify/letters/when.ts';
import { lettersEn } from '#notify/letters/words.en.ts';
import { lettersFr, type LetterWords } from '#notify/letters/words.fr.ts';
import { filmsOf, type FilmAtCinema, type ListPayload, type WishPayload } from '#notify/payload.ts';
import { signLink } from '#state/signed-links.ts';
import type { AlertKind } from '#state/tables/customers.ts';

/** What is told, and what the channels need beside. */
export interface Told {
  readonly letter: ToldLetter;
  readonly short: string;
  readonly link: string;
  readonly unsubscribe: string | null;
  readonly list: string | null;
}

const subjectTitles = 2;

/** Tells an alert; null when everything that it tells is past, or when there is nobody. */
export function tellAlert(payload: WishPayload | ListPayload, context: LetterContext): Told | null {
  const { language, now, customer, origin, linkKey, channel } = context;
  const films = filmsOf(payload).flatMap((one) => coming(one, now));
  const [first] = films;
  const next = first === undefined ? undefined : inOrder(first.showings)[0];
  if (first === undefined || next === undefined || customer === null) return null;
  const words = language === 'fr' ? lettersFr : lettersEn;
  const when = whenIn(language, now);
  const link = (path: string): string => `${origin}${language === 'en' ? '/en' : ''}${path}`;
  const kind: AlertKind = payload.kind === 'reminder' ? 'digest' : payload.kind;
  const unsubscribe = link(
    `/desabonner/${signLink(linkKey, { purpose: 'unsubscribe', customer: customer.id, kind, channel })}`,
  );
  const preferences = link(`/alertes/lien/${signLink(linkKey, { purpose: 'preferences', customer: customer.id })}`);
  const house = cleanLine(context.house.name, 80);
  const since = context.since ?? null;
  const isEstimated = films.some(({ showings }) => showings.some(({ away }) => away !== null));
  const most = payload.kind === 'wish' ? 8 : 4;
  const letter: ToldLetter = {
    language,
    subject: subjectOf(payload, films, { words, when }),
    house,
    title: words.title[payload.kind],
    lead: [leadOf(payload, films.length, { words, when })],
    note: noteOf(context.note ?? '', words.note),
    code: null,
    button: null,
    films: films.map((one) => tellFilm(one, { words, when, link, most })),
    onward: { text: words.programme, href: link('/programme') },
    after: isEstimated ? [words.estimated] : [],
    foot: {
      lines: [words.foot.why(words.foot.kind[kind], since === null ? null : when.date(dayOf(since)))],
      links: [
        { text: words.foot.preferences, href: preferences },
        { text: words.foot.unsubscribe, href: unsubscribe },
      ],
      sender: senderOf(context, words),
    },
  };
  const showing = link(`/seance/${next.id}`);
  const where = whereOf(next.commune, next.venue, words);
  return {
    letter,
    short:
      payload.kind === 'wish'
        ? words.short.wish(shortTitle(first), where, when.short(next.starts))
        : words.short[payload.kind](shortTitle(first), films.length - 1),
    link: films.length === 1 ? showing : link('/programme'),
    unsubscribe,
    list: kind,
  };
}

/** Who writes, where they are, and whom to ask. */
export const senderOf = ({ house }: LetterContext, words: LetterWords): string[] => [
  words.foot.from(cleanLine(house.name, 80)),
  ...(house.address === '' ? [] : [cleanLine(house.address, 200)]),
  ...(house.contact === null ? [] : [words.foot.contact(cleanLine(house.contact, 120))]),
];

interface Said {
  readonly words: LetterWords;
  readonly when: When;
}

function subjectOf(payload: WishPayload | ListPayload, films: readonly FilmAtCinema[], { words, when }: Said): string {
  const [first] = films;
  const ordered = first === undefined ? [] : inOrder(first.showings);
  const [next] = ordered;
  if (first === undefined || next === undefined) return '';
  const title = shortTitle(first);
  const titles = films.slice(0, subjectTitles).map(shortTitle);
  const more = films.length - titles.length;
  switch (payload.kind) {
    case 'wish':
      return words.subject.wish(title, whereOf(next.commune, next.venue, words), when.dayAndTime(next.starts));
    case 'digest': {
      const { first: from, last } = weekNamedOf(payload.week);
      return words.subject.digest(...when.span(from, last), titles, more);
    }
    case 'reminder':
      return words.subject.reminder(titles, more);
    case 'new':
      return words.subject.new(title, when.dayAndTime(next.starts), films.length - 1);
    case 'last-days': {
      const last = first.showings.reduce((a, b) => (a.starts > b.starts ? a : b));
      return words.subject['last-days'](title, when.dayAndTime(last.starts), films.length - 1);
    }
  }
}

function leadOf(payload: WishPayload | ListPayload, films: number, { words, when }: Said): string {
  if (payload.kind === 'wish') return words.lead.wish;
  if (payload.kind !== 'digest') return words.lead[payload.kind](films);
  const { first, last } = weekNamedOf(payload.week);
  return words.lead.digest(...when.span(first, last, true), films);
}

const shortTitle = ({ film }: FilmAtCinema): string => cleanLine(titleTold(film.title), 60);

const whereOf = (commune: string, venue: string, words: LetterWords): string =>
  commune === '' ? cleanLine(venue, 60) : words.inTown(cleanLine(commune, 60));

const dayOf = (moment: string): Temporal.PlainDate =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(houseZone).toPlainDate();

function noteOf(note: string, title: string): ToldLetter['note'] {
  const paragraphs = cleanParagraphs(note);
  return paragraphs.length === 0 ? null : { title, paragraphs };
}

import { houseZone } from '#calendar/zone.ts';
import type { ListPayload, Why, WishPayload } from '#notify/payload.ts';
import type { Version } from '#state/tables/programme.ts';
import * as english from '#words/english.ts';
import * as french from '#words/french.ts';

type Kind = (WishPayload | ListPayload)['kind'];

/** What is said on the telephone and on sheets of paper, in a language. */
export interface HandWords {
  /** The first sentence: who calls whom, and why. */
  readonly greeting: (house: string, kind: Kind, films: readonly string[]) => string;
  /** The second: when and where. */
  readonly when: (places: readonly string[], more: number, films: number) => string;
  /** A moment and a place, as they are said. */
  readonly place: (moment: string, venue: string, version: string) => string;
  readonly moment: (starts: string) => string;
  readonly quoted: (title: string) => string;
  readonly versions: Readonly<Record<Version, string>>;
  readonly away: (minutes: number) => string;
  readonly title: (kind: Kind) => string;
  readonly why: (why: Why) => string;
  readonly more: (count: number) => string;
  readonly forWhom: (name: string) => string;
  readonly foot: (house: string) => string;
}

const frenchDay = new Intl.DateTimeFormat('fr', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: houseZone,
});
const frenchHour = new Intl.DateTimeFormat('fr', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: houseZone,
});
const englishMoment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: houseZone,
});

const fr: HandWords = {
  quoted: french.quoted,
  greeting: (house, kind, films) => {
    const [first = ''] = films;
    const said: Record<Kind, string> = {
      wish: `${french.quoted(first)}, que vous vouliez voir, passe près de chez vous`,
      digest: `voici ce qui passe cette semaine et qui devrait vous plaire`,
      reminder: `il est encore temps de voir ${french.lists.format(films.map(french.quoted))}`,
      new: `${french.lists.format(films.map(french.quoted))} ${films.length > 1 ? 'arrivent' : 'arrive'} au programme, et nous avons pensé à vous`,
      'last-days': `ce sont les derniers jours pour voir ${french.lists.format(films.map(french.quoted))}`,
    };
    return `Bonjour, ici ${house}\u00a0: ${said[kind]}.`;
  },
  when: (places, more, films) =>
    `${films > 1 ? 'Il y a' : 'C’est'} ${places.join('\u00a0; ')}${more > 0 ? `, et ${french.several(more, 'autre séance', 'autres séances')}` : ''}.`,
  place: (moment, venue, version) => [moment, venue, version].filter((part) => part !== '').join(', '),
  moment: (starts) => {
    const at = new Date(starts);
    const parts = new Map(frenchHour.formatToParts(at).map(({ type, value }) => [type, value]));
    const minutes = parts.get('minute') === '00' ? '' : `\u00a0${parts.get('minute')}`;
    return `${frenchDay.format(at)} à ${Number(parts.get('hour'))}\u00a0h${minutes}`;
  },
  versions: {
    vf: 'en français',
    vost: 'en version originale sous-titrée',
    vo: 'en version originale',
    silent: 'film muet',
    unknown: '',
  },
  away: (minutes) => `à ${minutes}\u00a0min en voiture`,
  title: (kind) =>
    ({
      wish: 'Le film que vous vouliez voir',
      digest: 'Cette semaine au cinéma, pour vous',
      reminder: 'Encore quelques jours, pour vous',
      new: 'Du nouveau au programme, pour vous',
      'last-days': 'Derniers jours, pour vous',
    })[kind],
  why: (why) => {
    if (why.kind === 'wished') return 'Vous avez dit que vous viendriez le voir.';
    if (why.kind === 'to-watch') return 'Vous l’avez mis de côté, à voir.';
    return why.liked.length === 0
      ? ''
      : `Parce que vous avez aimé ${french.lists.format(why.liked.slice(0, 3).map(({ title }) => french.quoted(title)))}.`;
  },
  more: (count) => `et ${french.several(count, 'autre séance', 'autres séances')}`,
  forWhom: (name) => `Pour ${name}`,
  foot: (house) =>
    `Vous recevez cette feuille parce que vous l’avez demandée. Pour ne plus la recevoir, dites-le à la caisse ou par téléphone. ${house}.`,
};

const en: HandWords = {
  quoted: english.quoted,
  greeting: (house, kind, films) => {
    const [first = ''] = films;
    const said: Record<Kind, string> = {
      wish: `${english.quoted(first)}, which you wanted to see, is on near you`,
      digest: `here is what is on this week that you should like`,
      reminder: `there is still time to see ${english.lists.format(films.map(english.quoted))}`,
      new: `${english.lists.format(films.map(english.quoted))} ${films.length > 1 ? 'are' : 'is'} new on the programme, and we thought of you`,
      'last-days': `these are the last days to see ${english.lists.format(films.map(english.quoted))}`,
    };
    return `Good morning, this is ${house}: ${said[kind]}.`;
  },
  when: (places, more, films) =>
    `${films > 1 ? 'There is' : 'It is on'} ${places.join('; ')}${more > 0 ? `, and at ${english.several(more, 'other showing', 'other showings')}` : ''}.`,
  place: (moment, venue, version) => [moment, venue, version].filter((part) => part !== '').join(', '),
  moment: (starts) => englishMoment.format(new Date(starts)),
  versions: {
    vf: 'in French',
    vost: 'in the original language with French subtitles',
    vo: 'in the original language',
    silent: 'silent film',
    unknown: '',
  },
  away: (minutes) => `${minutes} min by car`,
  title: (kind) =>
    ({
      wish: 'The film you wanted to see',
      digest: 'This week at the cinema, for you',
      reminder: 'A few days left, for you',
      new: 'New on the programme, for you',
      'last-days': 'Last days, for you',
    })[kind],
  why: (why) => {
    if (why.kind === 'wished') return 'You said that you would come to see it.';
    if (why.kind === 'to-watch') return 'You put it aside, to watch.';
    return why.liked.length === 0
      ? ''
      : `Because you liked ${english.lists.format(why.liked.slice(0, 3).map(({ title }) => english.quoted(title)))}.`;
  },
  more: (count) => `and ${english.several(count, 'other showing', 'other showings')}`,
  forWhom: (name) => `For ${name}`,
  foot: (house) =>
    `You receive this sheet because you asked for it. To stop it, tell us at the desk or by telephone. ${house}.`,
};

export const handWords: Readonly<Record<'fr' | 'en', HandWords>> = { fr, en };

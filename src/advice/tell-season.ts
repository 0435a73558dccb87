import { nicheName } from '#advice/niche-words.ts';
import { heritageYears } from '#advice/objections.ts';
import { seasonWeight, type Season, type SeasonFilm, type SeasonWish } from '#advice/season.ts';
import type { Table, Told } from '#indicators/told.ts';
import type { Speech } from '#words/speech.ts';

/** A film as a list names it. */
export type TitleOf = (film: SeasonFilm) => string;

/** The name of what a season is made of. */
export const seasonName = ({ genre, decade, origin, labelled }: SeasonWish, say: Speech): string =>
  nicheName(
    {
      ...(genre === null ? {} : { genre }),
      ...(decade === null ? {} : { decade }),
      ...(origin === null ? {} : { origin }),
    },
    say,
  ) + (labelled ? say.pick({ fr: ', recommandés art et essai', en: ', recommended art et essai' }) : '');

/** Before this year films were silent: their language is that of the titles between the pictures. */
const firstTalkies = 1930;

/** Why a film is of the season, and what to ask before it is. @param year the year of the answer */
export function seasonReasons(film: SeasonFilm, year: number, say: Speech): { why: string[]; ask: string[] } {
  const why = [
    ...(film.weighted === null || film.votes === null
      ? []
      : [
          say.pick({
            fr: `Note pondérée ${say.number(film.weighted, 1)} sur 10 (${say.several(film.votes, 'vote', 'votes')})`,
            en: `Weighted rating ${say.number(film.weighted, 1)} out of 10 (${say.several(film.votes, 'vote', 'votes')})`,
          }),
        ]),
    ...(film.label === null
      ? []
      : [say.pick({ fr: `Art et essai\u00a0: ${film.label}`, en: `Art et essai: ${film.label}` })]),
  ];
  const ask = [
    ...(year - film.year >= heritageYears
      ? [
          say.pick({
            fr: 'Patrimoine\u00a0: demander la copie au distributeur ou à l’ADRC',
            en: 'Heritage: ask the distributor or ADRC for the print',
          }),
        ]
      : []),
    ...(film.language !== null && film.language !== 'fr' && film.year >= firstTalkies
      ? [
          say.pick({
            fr: `Tourné en langue étrangère (${say.tongue(film.language)})\u00a0: la version française existe-t-elle\u00a0?`,
            en: `Made in another language (${say.tongue(film.language)}): is there a French version?`,
          }),
        ]
      : []),
    ...(film.runtime === null ? [say.pick({ fr: 'Durée à vérifier', en: 'Check the running time' })] : []),
  ];
  return { why, ask };
}

/** A season told: its sentence, and the table of its films. */
export function tellSeason(
  season: Season,
  wish: SeasonWish,
  { titleOf, year }: { readonly titleOf: TitleOf; readonly year: number },
  say: Speech,
): Told {
  const { films, among, minutes, withoutLength } = season;
  const name = seasonName(wish, say);
  return {
    title: name,
    question: say.pick({
      fr: `Quelle saison faire avec des ${name}\u00a0?`,
      en: `Which season can be made of ${name}?`,
    }),
    finding:
      films.length === 0
        ? [say.pick({ fr: `Aucun film ne convient\u00a0: ${name}.`, en: `No film will do: ${name}.` })]
        : [
            say.pick({
              fr: `${say.several(films.length, 'film choisi', 'films choisis')} parmi ${say.number(among)}\u00a0: ${durationText(minutes, say)} de projection${withoutLength > 0 ? `, sans compter ${say.several(withoutLength, 'film dont la durée est inconnue', 'films dont la durée est inconnue')}` : ''}.`,
              en: `${say.several(films.length, 'film', 'films')} chosen among ${say.number(among)}: ${durationText(minutes, say)} of screenings${withoutLength > 0 ? `, without ${say.several(withoutLength, 'film of unknown length', 'films of unknown length')}` : ''}.`,
            }),
            ...(films.length < wish.count
              ? [
                  say.pick({
                    fr: `Il n’y en a pas ${say.number(wish.count)} qui conviennent sans deux films d’un même cinéaste.`,
                    en: `There are not ${say.number(wish.count)} that will do without two films of one director.`,
                  }),
                ]
              : []),
          ],
    cautions: [
      say.pick({
        fr: 'Ni les droits, ni les copies, ni leur prix ne sont connus ici\u00a0: le distributeur les dira.',
        en: 'Neither rights, nor prints, nor their price are known here: the distributor will tell.',
      }),
    ],
    charts: [],
    tables: [seasonTable(films, titleOf, year, say)],
    count: { value: films.length, what: say.pick({ fr: 'films', en: 'films' }) },
    coverage: [],
    method: say.pick({
      fr: films.every(({ weighted }) => weighted === null)
        ? 'Les plus connus d’abord (ce catalogue n’a pas de notes)\u00a0; jamais deux films d’un même cinéaste, ni plus de deux du même premier rôle, et des années variées quand le choix le permet.'
        : `D’abord les films que la France a vus (titre français, label de l’AFCAE, ou production française), les mieux notés en tête, par la note pondérée v\u00a0÷\u00a0(v\u00a0+\u00a0m)\u00a0×\u00a0R + m\u00a0÷\u00a0(v\u00a0+\u00a0m)\u00a0×\u00a0C avec m\u00a0=\u00a0${say.number(seasonWeight)} votes\u00a0; jamais deux films d’un même cinéaste, ni plus de deux du même premier rôle, et des années variées quand le choix le permet.`,
      en: films.every(({ weighted }) => weighted === null)
        ? 'The best known first (this catalogue has no ratings); never two films of one director, nor more than two of one lead, and years apart when there is a choice.'
        : `First the films that France has seen (a French title, AFCAE’s label, or made there), the best rated ahead, by the weighted rating v ÷ (v + m) × R + m ÷ (v + m) × C with m = ${say.number(seasonWeight)} votes; never two films of one director, nor more than two of one lead, and years apart when there is a choice.`,
    }),
    citations: [],
  };
}

/** “14 h 20”. */
export function durationText(minutes: number, say: Speech): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const between = say.language === 'fr' ? '\u00a0' : ' ';
  return `${say.number(hours)}${between}h${rest === 0 ? '' : `${between}${String(rest).padStart(2, '0')}`}`;
}

function seasonTable(films: readonly SeasonFilm[], titleOf: TitleOf, year: number, say: Speech): Table {
  const title = (fr: string, en: string): string => say.pick({ fr, en });
  return {
    name: 'season',
    title: title('Les films de la saison', 'The films of the season'),
    columns: [
      { key: 'film', title: title('Identifiant', 'Identifier'), kind: 'film' },
      { key: 'title', title: title('Titre', 'Title'), kind: 'text' },
      { key: 'year', title: title('Année', 'Year'), kind: 'year' },
      { key: 'minutes', title: title('Durée', 'Length'), kind: 'number', unit: 'min' },
      { key: 'weighted-rating', title: title('Note pondérée', 'Weighted rating'), kind: 'number', digits: 1 },
      { key: 'votes', title: title('Votes', 'Votes'), kind: 'number' },
      { key: 'art-et-essai', title: title('Art et essai', 'Art et essai'), kind: 'text' },
      { key: 'to-ask', title: title('À demander', 'To ask'), kind: 'text' },
    ],
    rows: films.map((film) => [
      film.id,
      titleOf(film),
      film.year,
      film.runtime,
      film.weighted,
      film.votes,
      film.label,
      seasonReasons(film, year, say).ask.join('. '),
    ]),
  };
}

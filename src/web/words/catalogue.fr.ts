import type { FacetName, Role } from '#lanterne.ts';
import { numbers, quoted, several } from '#words/french.ts';

const ordinals = new Intl.PluralRules('fr', { type: 'ordinal' });
const tenths = new Intl.NumberFormat('fr', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** « 1er », « 123e ». */
const ordinal = (place: number): string => numbers.format(place) + (ordinals.select(place) === 'one' ? 'er' : 'e');

/** The catalogue without a taste: a film's standing, people, browsing. */
export const catalogueFr = {
  places: 'Le catalogue',
  breadcrumb: 'Vous êtes ici',
  home: 'Accueil',
  browse: 'Parcourir',

  leaves: 'Vous quittez ce site\u00a0; YouTube a ses propres règles.',
  moreCast: (count: number): string => `Voir ${several(count, 'autre interprète', 'autres interprètes')}`,

  standing: {
    title: 'Sa place',
    rating: (rating: number, votes: number): string =>
      `Note d’IMDb\u00a0: ${tenths.format(rating)} sur 10, ${several(votes, 'vote', 'votes')}.`,
    weighted: (rating: number): string => `Note pondérée\u00a0: ${tenths.format(rating)} sur 10.`,
    rank: (rank: number, ranked: number, least: number): string =>
      `${ordinal(rank)} sur ${several(ranked, 'film ayant', 'films ayant')} au moins ${numbers.format(least)} votes.`,
    unranked: (votes: number, least: number): string =>
      `Pas de rang\u00a0: il faut ${numbers.format(least)} votes, ce film en a ${numbers.format(votes)}.`,
    among: (rank: number, ranked: number): string => `\u00a0: ${ordinal(rank)} sur ${numbers.format(ranked)}.`,
    how: 'Comment cette place est-elle calculée\u00a0?',
    formula: (rating: number, votes: number, least: number, mean: number): string =>
      `Une note donnée par peu de personnes est moins sûre\u00a0: IMDb la ramène vers la moyenne. La note pondérée est v\u00a0÷\u00a0(v\u00a0+\u00a0m)\u00a0×\u00a0R + m\u00a0÷\u00a0(v\u00a0+\u00a0m)\u00a0×\u00a0C. Ici, R\u00a0=\u00a0${tenths.format(rating)} est la note du film, v\u00a0=\u00a0${numbers.format(votes)} le nombre de ses votes, C\u00a0=\u00a0${tenths.format(mean)} la moyenne des notes de tous les films notés de notre catalogue, et m\u00a0=\u00a0${numbers.format(least)} le nombre de votes que pèse cette moyenne. Les films de même note partagent leur place.`,
    renown: (renown: number): string =>
      `Notoriété\u00a0: ${renown} sur 5, de l’avis de notre rédaction. Ce catalogue n’a ni notes ni votes.`,
  },

  roles: {
    director: 'Réalisation',
    acting: 'Interprétation',
    writer: 'Scénario',
    composer: 'Musique',
    cinematographer: 'Image',
    editor: 'Montage',
    producer: 'Production',
    self: 'Dans son propre rôle',
    other: 'Autres métiers',
  } satisfies Record<Role, string>,

  person: {
    life: (birth: number | null, death: number | null): string =>
      birth !== null && death !== null
        ? `${birth}\u00a0–\u00a0${death}`
        : birth !== null
          ? `Naissance en ${birth}`
          : death !== null
            ? `Décès en ${death}`
            : '',
    summary: (films: number, series: number, first: number | null, last: number | null): string => {
      const works = [
        ...(films > 0 ? [several(films, 'film', 'films')] : []),
        ...(series > 0 ? [several(series, 'série', 'séries')] : []),
      ].join(' et ');
      const when = first === null || last === null ? '' : first === last ? `, en ${first}` : `, de ${first} à ${last}`;
      return `${works} dans notre catalogue${when}.`;
    },
    orders: 'Ordre des films',
    known: 'Les plus connus d’abord',
    byYear: 'Par année',
    roles: 'Métiers',
    films: (count: number): string => several(count, 'film', 'films'),
    cinema: 'Au cinéma',
    series: 'En séries',
    seriesYears: (start: number | null, end: number | null): string =>
      start === null ? '' : end === null || end === start ? String(start) : `${start}\u00a0–\u00a0${end}`,
    all: (count: number): string => `Voir les ${numbers.format(count)} films, par année`,
    undated: 'Année inconnue',
    periods: 'Périodes',
    periodsLead: 'Nombre de films et de séries commencés, par décennie.',
    company: 'Aux mêmes génériques',
    companyLead: 'Les personnes avec qui les films en commun sont les plus nombreux.',
    shared: (count: number): string => `${several(count, 'film', 'films')} en commun`,
  },

  facets: {
    title: 'Parcourir les films',
    lead: 'Choisissez un genre, une époque, un pays, ou les trois.',
    form: 'Choix des films',
    names: { genre: 'Genre', decade: 'Époque', country: 'Pays de production', theme: 'Thème' } satisfies Record<
      FacetName | 'theme',
      string
    >,
    any: { genre: 'Tous les genres', decade: 'Toutes les époques', country: 'Tous les pays' } satisfies Record<
      FacetName,
      string
    >,
    by: { genre: 'Par genre', decade: 'Par époque', country: 'Par pays' } satisfies Record<FacetName, string>,
    order: 'Ordre',
    best: 'Les mieux notés d’abord',
    known: 'Les plus connus d’abord',
    newest: 'Les plus récents d’abord',
    show: 'Afficher',
    value: (label: string, films: number): string => `${label} (${numbers.format(films)})`,
    conditions: 'Vos conditions',
    remove: (label: string): string => `Retirer ${quoted(label)}`,
    count: (films: number): string => several(films, 'film', 'films'),
    byMerit: (mean: number, least: number): string =>
      `, du mieux noté au moins bien noté. L’ordre est celui de la note pondérée d’IMDb\u00a0: une note donnée par peu de personnes est ramenée vers la moyenne de notre catalogue, ${tenths.format(mean)} sur 10, qui pèse ${numbers.format(least)} votes. Les films sans vote viennent à la fin.`,
    byRenown:
      ', du plus connu au moins connu de l’avis de notre rédaction\u00a0; à notoriété égale, le plus récent d’abord. Ce catalogue n’a ni notes ni votes.',
    byNewest: (rated: boolean): string =>
      `, du plus récent au plus ancien\u00a0; dans une même année, ${rated ? 'le mieux noté' : 'le plus connu'} d’abord.`,
    rating: (rating: number, votes: number): string =>
      `${tenths.format(rating)} sur 10 · ${several(votes, 'vote', 'votes')}`,
    none: 'Aucun film ne remplit toutes ces conditions.',
    loosen: 'Retirez-en une\u00a0:',
    without: (label: string, films: number): string => `sans ${quoted(label)}, ${several(films, 'film', 'films')}`,
    restart: 'Retirer toutes les conditions',
    results: 'Films',
    pages: 'Pages',
    before: 'Page précédente',
    after: 'Page suivante',
    page: (page: number, pages: number): string => `Page ${numbers.format(page)} sur ${numbers.format(pages)}`,
  },
};

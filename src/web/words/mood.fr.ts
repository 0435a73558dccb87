import { lists, quoted, several } from '#words/french.ts';

/** The mood page, "surprise me" and the ways in, in French. */
export const moodFr = {
  title: 'Un film selon votre humeur',
  lead: 'De quoi avez-vous envie ce soir\u00a0? Choisissez un mot, ou placez le point où vous voulez.',
  words: 'En un mot',
  pad: 'Ou bien, placez le point',
  padLabel: 'Carte des humeurs. Les flèches déplacent le point\u00a0; les deux réglages dessous font la même chose.',
  valence: 'Du plus sombre au plus gai',
  valenceEnds: ['sombre', 'gai'],
  energy: 'Du plus calme au plus vif',
  energyEnds: ['calme', 'vif'],
  /** A place between two ends, from -10 to 10. */
  value: (value: number, [low = '', high = '']: readonly string[]): string => {
    const [away, end] = [Math.abs(value), value < 0 ? low : high];
    if (away === 0) return 'au milieu';
    return `${away >= 7 ? 'très' : away >= 3 ? 'plutôt' : 'un peu'} ${end} (${away} sur 10)`;
  },
  show: 'Voir les films',
  none: 'Choisissez une humeur\u00a0: les films viendront ici.',
  results: (name: string): string => `Humeur\u00a0: ${name}`,
  resultsAt: 'Les films',
  between: (name: string): string => `plutôt ${name}`,
  apart: (one: string, other: string): string => `${one}, ${other}`,
  moved: (films: number, of: number): string =>
    films === 0
      ? `Ces ${of} films étaient déjà dans votre liste\u00a0; leur ordre a changé.`
      : films === of
        ? 'Aucun de ces films n’était dans la liste d’avant\u00a0: l’humeur l’a changée en entier.'
        : `Sur ces ${of} films, ${several(films, 'est venu', 'sont venus')} avec l’humeur\u00a0; les autres étaient déjà dans votre liste.`,
  chosen: (films: number): string =>
    films === 1
      ? 'L’humeur a choisi ce film parmi des films bien connus.'
      : `L’humeur a choisi ces ${films} films parmi des films bien connus.`,
  /** Why the mood chose a film: the sides of the plane where it stands. */
  leans: (sides: readonly string[]): string => `Plutôt ${lists.format(sides)}, d’après son genre et son histoire.`,
  does: 'L’humeur ne fait que changer l’ordre\u00a0: elle n’interdit aucun film. Nous la devinons du genre, des thèmes et du résumé de chaque film\u00a0; nous pouvons nous tromper.',
  fromLiked: (titles: readonly string[], others: number): string =>
    `D’après ${titles.map(quoted).join(', ')}${others > 0 ? ` et ${several(others, 'autre film', 'autres films')} que vous avez aimés` : ''}.`,
  fromNobody:
    'Vous n’avez pas nommé de film aimé\u00a0: nous partons des films les plus connus. Avec un ou deux films que vous aimez, ce sera plus juste.',
  addFilms: 'Nommer mes films',
  changeFilms: 'Changer mes films',
  refine: 'Affiner cette liste (durée, époque, pays…)',
  clear: 'Enlever l’humeur',

  surprise: {
    title: 'Surprenez-moi',
    lead: 'Un seul film à la fois, loin des évidences.',
    another: 'Une autre idée',
    fromLiked: 'Tiré au sort parmi de bons candidats pour vos goûts, un peu à l’écart et pas trop connus.',
    fromNobody:
      'Tiré au sort parmi de bons films, sans les plus connus. Avec un film aimé, la surprise sera à votre goût.',
    share: 'L’adresse de cette page mène à ce film\u00a0: vous pouvez y revenir ou l’envoyer.',
    page: 'Tout sur ce film',
    none: 'Il ne reste aucun film à tirer au sort. Retirez une condition, ou un film de vos listes.',
    list: 'Voir toute ma liste',
  },

  ways: {
    title: 'D’autres façons de choisir',
    mood: ['Selon votre humeur', 'Doux, drôle, haletant… dites de quoi vous avez envie.'],
    surprise: ['Surprenez-moi', 'Un film à la fois, loin des évidences.'],
    browse: ['Parcourir', 'Par genre, par époque, par pays.'],
    group: ['À plusieurs', 'Chacun dit ses films\u00a0; nous cherchons celui qui va à tous.'],
  },
};

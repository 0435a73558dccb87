import { studyRestFr } from '#web/words/study-rest.fr.ts';
import { capital, type PlaceWords } from '#words/departments.ts';

type At = PlaceWords;

/**
 * The market study. What stands in braces is a number of the book with its mark; a sentence whose numbers the book lacks is not written. Each
 * wording is chosen by what the numbers say: nothing here is true of one department alone.
 */
export const studyFr = {
  title: (at: At): string => `Le cinéma ${at.in}`,
  kicker: 'Étude de marché',
  description: (at: At): string =>
    `Qui vit ${at.in}, qui va au cinéma, ce que l’on y voit, quand, à quelle distance, et ce que cela veut dire pour une salle. Chaque nombre a sa source.`,
  lead: (at: At): string =>
    `Qui vit ${at.in}, qui vient au cinéma, ce que l’on y voit, quand, à quelle distance\u00a0; et ce que cela veut dire pour une salle.`,
  contents: 'Sommaire',
  legend: 'Comment lire les nombres',
  legendSaid:
    'Une petite lettre suit chaque nombre\u00a0: elle dit d’où il vient, et mène à sa source ou à son calcul, à la fin\u00a0; sur papier, son numéro la suit (c pour un calcul).',
  marks: { officiel: 'officiel', presse: 'presse', estimation: 'estimation' },
  markSaid: {
    officiel: 'publié par le CNC, l’Insee ou un autre organisme public, ou calculé sur ce qu’il publie',
    presse: 'rapporté par un journal ou une revue',
    estimation: 'calculé ici par un modèle\u00a0: la fourchette dit ce que l’on ignore',
  },
  toSource: (mark: string, number: number): string => `${mark}, source ${number}`,
  toMethod: (mark: string, number: number): string => `${mark}, calcul ${number}`,
  third: 'transcrit par un tiers',
  from: 'Sources\u00a0:',
  range: (low: string, high: string): string => `${low} à ${high}`,
  what: 'Quoi',
  low: 'Bas',
  high: 'Haut',
  upTo: (age: number): string => `${age} ans et plus`,
  ages: (from: number, to: number): string => `${from} à ${to} ans`,
  france: 'France',
  rural: 'Cinémas ruraux de France',
  lacking: {
    title: 'Ce qui manque au livre des chiffres',
    lead: (at: At): string =>
      `Rien n’a encore été importé pour ${at.the}\u00a0: ce que l’étude ne sait pas calculer est nommé ici.`,
    some: 'Cette étude ne sait pas encore répondre à ces questions\u00a0:',
    import: (needs: string): string => `importez ${needs}`,
    how: 'Les fichiers officiels s’importent par la commande',
  },

  summary: {
    title: (points: number): string => (points === 5 ? 'En cinq points' : 'En bref'),
    people: (at: At): string => `${capital(at.in)} vivent {population} habitants\u00a0; {sixty} ont 60 ans ou plus.`,
    attendance: {
      below: (year: number): string =>
        `Chacun va au cinéma {index} fois par an en moyenne (${year}), contre {france} en France\u00a0; pour 100 entrées par habitant en 2019, il y en a {back}, contre {backFrance} en France.`,
      other: (year: number): string =>
        `Chacun va au cinéma {index} fois par an en moyenne (${year}), et {france} fois en France\u00a0; pour 100 entrées par habitant en 2019, il y en a {back}, et {backFrance} en France.`,
    },
    films: {
      above: (town: At): string =>
        `On voit ici plus de films français\u00a0: {share} des entrées, contre {france} en France, et {elsewhere} hors ${town.of}.`,
      aboveAll: 'On voit ici plus de films français\u00a0: {share} des entrées, contre {france} en France.',
      other: 'Les films français font {share} des entrées, et {france} en France.',
    },
    distance:
      'Un cinéma fixe est à 20 minutes ou moins de {near} des habitants, à 30 minutes ou moins de {far}\u00a0; aucune route n’a été mesurée, c’est une estimation.',
    potential: {
      short:
        'Si chacun allait au cinéma comme les Français de son âge, avec un cinéma aussi proche que le leur, il viendrait {low} à {high} entrées par an\u00a0: c’est un plafond. Il en vient {entries}.',
      expected: 'Avec la campagne et les distances d’ici, on en attend {low} à {high}\u00a0:',
      versus: {
        above: 'les salles font mieux que ce que la distance leur laisse.',
        within: 'ce qui vient est déjà dans cette fourchette.',
        below: 'il y a du public à reprendre, même à cette distance.',
      },
      growth: (where: string): string => `Ce qui reste à gagner\u00a0: ${where}.`,
      met: 'Si chacun allait au cinéma comme les Français de son âge, il viendrait {low} à {high} entrées par an\u00a0; il en vient {entries}. Le potentiel est atteint.',
    },
  },

  people: {
    title: 'Qui vit ici',
    fell: (from: number, to: number): string =>
      `La population baisse\u00a0: {before} habitants en ${from}, {now} en ${to}.`,
    rose: (from: number, to: number): string =>
      `La population augmente\u00a0: {before} habitants en ${from}, {now} en ${to}.`,
    steady: (from: number, to: number): string =>
      `La population bouge peu\u00a0: {before} habitants en ${from}, {now} en ${to}.`,
    projected: (year: number): string => `L’Insee en attend {people} en ${year}.`,
    ages: '{sixty} des habitants ont 60 ans ou plus et {young} moins de 15 ans\u00a0: il y a {index} personnes de 65 ans et plus pour 100 de moins de 20 ans.',
    households:
      '{alone} des ménages sont une personne seule, {couple} un couple sans enfant, {children} un couple avec enfants.',
    retired: '{retired} des 15 ans et plus sont retraités.',
    income: 'Le revenu médian est de {income} par an, et {poverty} des habitants vivent sous le seuil de pauvreté.',
    country: '{far} des habitants vivent loin d’une ville.',
    small: '{small} communes sur {all} ont moins de 500 habitants.',
    homes: (year: number): string =>
      `En ${year}, {second} des logements étaient des résidences secondaires\u00a0: l’été amène un public que ces chiffres d’habitants ne comptent pas.`,
    ageChart: (year: number): string => `Les habitants par âge, ${year}`,
    ageTold: 'Barres couchées\u00a0: une par tranche d’âge, sa longueur est le nombre d’habitants.',
    age: 'Âge',
    people: 'habitants',
    year: 'Année',
  },

  public: {
    title: 'Qui vient',
    offer: (year: number): string => `{cinemas} cinémas, {screens} écrans et {seats} fauteuils (${year}).`,
    index: {
      below: (at: At, year: number): string =>
        `L’indice de fréquentation ${at.of} (entrées par an et par habitant) est de {index} en ${year}, contre {france} en France.`,
      above: (at: At, year: number): string =>
        `L’indice de fréquentation ${at.of} (entrées par an et par habitant) est de {index} en ${year}, plus que les {france} de la France.`,
    },
    region: 'Il est de {region} dans la région.',
    rank: 'C’est le rang {rank} des 96 départements de métropole.',
    back: {
      more: (at: At): string =>
        `Pour 100 entrées par habitant en 2019, il y en a {here} ${at.in} et {france} en France\u00a0: le retour est plus fort ici.`,
      less: (at: At): string =>
        `Pour 100 entrées par habitant en 2019, il y en a {here} ${at.in} et {france} en France\u00a0: le retour est plus faible ici.`,
      same: (at: At): string =>
        `Pour 100 entrées par habitant en 2019, il y en a {here} ${at.in} et {france} en France, autant à peu de chose près.`,
    },
    supply: {
      back: (year: number): string =>
        `Il y a eu {now} séances en ${year} et {before} en 2019\u00a0: l’offre est revenue, le public pas encore.`,
      other: (year: number): string => `Il y a eu {now} séances en ${year} et {before} en 2019.`,
    },
    screening: {
      fewer:
        'Une séance réunit {here} spectateurs, contre {france} en France\u00a0: les séances sont moins remplies ici.',
      other: 'Une séance réunit {here} spectateurs, et {france} en France.',
    },
    occupancy: (year: number): string =>
      `{here} des fauteuils offerts étaient occupés en ${year}, et {france} en France.`,
    old: 'En France, les 50 ans et plus font {national} des entrées. Avec les âges d’ici et les habitudes nationales, ils en feraient {low} à {high}.',
    travelling:
      'Un circuit itinérant fait {share} de ces entrées\u00a0; une partie est vendue dans des villages d’autres départements, et comptée ici. En France, {fifty} du public des circuits a 50 ans ou plus, et {women} sont des femmes.',
    price: {
      low: (year: number): string =>
        `Une entrée rapporte {here} (${year}), contre {france} en France\u00a0: le billet moyen est moins cher ici\u00a0; ce que le prix change à la fréquentation, ces nombres ne le disent pas.`,
      other: (year: number): string => `Une entrée rapporte {here} (${year}), et {france} en France.`,
    },
    less: (year: number): string =>
      `Parmi les Français de 60 ans et plus qui y vont moins (${year}), {habit} ont perdu l’habitude, {films} ne trouvent pas de film, {price} trouvent le prix trop haut.`,
    indexChart: {
      below: (at: At): string => `La fréquentation ${at.of} reste sous celle de la France`,
      other: (at: At): string => `La fréquentation ${at.of} et celle de la France`,
    },
    indexTold: 'Une courbe par lieu, de l’indice de fréquentation par année.',
    indexAxis: 'entrées par habitant',
    neighbours: (year: number): string => `Les départements comparables en ${year}`,
    regional: (year: number): string => `Les départements de la région en ${year}`,
    neighboursTold: 'Barres couchées\u00a0: une par département, sa longueur est l’indice de fréquentation.',
    department: 'Département',
    cinemaChart: (year: number): string => `Spectateurs par séance, ${year}`,
    cinemaTold: 'Barres couchées\u00a0: une par cinéma, puis la France.',
    cinema: 'Cinéma',
    perScreening: 'spectateurs par séance',
    entries: 'entrées',
    screenings: 'séances',
  },

  films: {
    title: 'Ce qu’ils voient',
    french: {
      above: (year: number): string =>
        `Les films français font {share} des entrées en ${year}, contre {france} en France, soit {above} points de plus\u00a0; le goût du public et ce qu’on lui montre ne s’y séparent pas.`,
      below: (year: number): string =>
        `Les films français font {share} des entrées en ${year}, contre {france} en France\u00a0: moins qu’ailleurs.`,
      same: (year: number): string =>
        `Les films français font {share} des entrées en ${year}, et {france} en France\u00a0: comme ailleurs.`,
    },
    places: (town: At): string => `${capital(town.in)}, c’est {home}\u00a0; hors ${town.of}, {elsewhere}.`,
    artEtEssai: 'Les films recommandés art et essai font {share} des entrées, et {france} en France.',
    label: '{labelled} cinémas sur {all} sont classés art et essai.',
    firstWeek: (town: At): string =>
      `Hors ${town.of}, un cinéma fixe montre {elsewhere} films dans leur semaine de sortie en un an\u00a0; la moyenne de France est de {france}. Les autres films y passent plus tard, ou n’y passent pas.`,
    ages: 'En France, les 50 ans et plus font {french} du public des films français, et {american} de celui des films américains.',
    middle: 'Ils font {middle} du public des films de 100\u00a0000 à 500\u00a0000 entrées.',
    liked:
      'Les genres que les Français disent aimer\u00a0: la comédie ({comedy}), l’action et l’aventure ({action}), le policier ({thriller}).',
    version:
      '{dubbed} ont vu un film étranger en français\u00a0; les plus assidus choisissent la version originale à {original}.',
    actors: 'Pour un film français, {actors} viennent pour les acteurs.',
    chart: {
      above: (town: At): string => `Hors ${town.of}, on voit plus de films français`,
      other: 'La part des films français, américains et autres',
    },
    told: 'Barres couchées empilées\u00a0: une par cinéma et une pour la France\u00a0; films français, américains, autres.',
    parts: ['français', 'américains', 'autres'],
    share: 'part des entrées',
    nationalityChart: 'La part des films français et américains en France',
    nationalityTold: 'Deux courbes par année\u00a0: films français, films américains.',
    frenchFilms: 'Films français',
    americanFilms: 'Films américains',
    series: (from: number, to: number): string =>
      `En France, la part des films français est de {now} en ${to}\u00a0; elle était de {before} en ${from}.`,
  },

  ...studyRestFr,
};

import type { PlaceWords } from '#words/departments.ts';
import { lists, several } from '#words/french.ts';

type At = PlaceWords;

/** The second half of the market study: when, how far, what it implies, what to do, what is not known. */
export const studyRestFr = {
  when: {
    title: 'Quand',
    months: (full: string, empty: string): string =>
      `Les mois les plus pleins sont ${full}\u00a0; les plus vides, ${empty}.`,
    monthOf: (month: string): string => `${month} ({x})`,
    days: 'Le week-end fait {saturday} des entrées le samedi et {sunday} le dimanche\u00a0; le mercredi, {wednesday}.',
    afternoon: '{afternoon} des spectateurs viennent l’après-midi.',
    release: '{within} des spectateurs de France voient un film dans les 15 jours de sa sortie.',
    company: 'On vient en couple ({couple}), en famille ({family}), ou seul ({alone}).',
    monthChart: (full: string, empty: string): string => `${full} au plus haut, ${empty} au plus bas`,
    monthTold: (years: string): string =>
      `Barres\u00a0: une par mois, 100 est la moyenne de l’année\u00a0; le trait va de l’année la plus basse à la plus haute (${years}).`,
    month: 'Mois',
    index: 'indice, 100 = moyenne',
    dayChart: 'Les entrées par jour de la semaine',
    dayTold: 'Barres\u00a0: une par jour, sa hauteur est la part des entrées.',
    day: 'Jour',
    days7: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    note: 'Ce sont les mois et les jours de la France\u00a0: ceux du département ne sont pas publiés.',
  },

  distance: {
    title: 'À quelle distance',
    access:
      'Un cinéma fixe du département est à 10 minutes ou moins de {ten} des habitants, à 20 minutes ou moins de {twenty}, à 30 minutes ou moins de {thirty}.',
    mean: 'Le trajet moyen est de {mean} minutes.',
    multiplexNone: 'Personne, ou presque, n’est à moins de 30 minutes d’un multiplexe ({thirty}).',
    multiplex: 'Un multiplexe est à 30 minutes ou moins de {thirty} des habitants.',
    usage:
      'En France, {under} des spectateurs viennent de moins de 30 minutes, et {near} choisissent leur cinéma parce qu’il est proche.',
    zones: (best: At, worst: At): string =>
      `Chaque cinéma tire plus ou moins des communes dont il est le plus proche\u00a0: en entrées par an et par habitant, {best} autour ${best.of}, {worst} autour ${worst.of}.`,
    gap: (zone: At): string =>
      `C’est dans la zone ${zone.of} ({people} habitants, indice {index}) qu’il y a le plus à gagner\u00a0: c’est là qu’il manque le plus d’entrées pour atteindre la moyenne des zones.`,
    accessChart: 'Combien d’habitants, à combien de minutes',
    accessTold:
      'Barres couchées\u00a0: une par durée, sa longueur est la part des habitants\u00a0; le trait va des routes lentes et sinueuses aux rapides et droites.',
    minutes: (n: number): string => `${n} minutes ou moins`,
    within: 'Trajet',
    share: 'part des habitants',
    mapTitle: 'Les communes, par minutes jusqu’au cinéma fixe le plus proche',
    mapTold: 'Carte des communes, colorées par classes de minutes\u00a0; un losange à chaque cinéma.',
    mapTable: (rows: string): string => `Les ${rows} communes les plus peuplées`,
    mapClasses: 'minutes estimées',
    classes: ['10 ou moins', '11 à 15', '16 à 20', '21 à 30', 'plus de 30'],
    commune: 'Commune',
    nearest: 'Cinéma le plus proche',
    time: 'Minutes',
    markSaid: (commune: string, minutes: number): string => `${commune}, ${minutes}\u00a0min`,
    zoneChart: 'Entrées par habitant de la zone de chaque cinéma',
    zoneTold:
      'Barres couchées\u00a0: une par cinéma fixe\u00a0; sa longueur est le nombre d’entrées par habitant des communes les plus proches de lui.',
    zone: 'Zone',
    zoneIndex: 'entrées par habitant',
    primary: 'À 15 min',
    secondary: '16 à 20 min',
    tertiary: '21 à 30 min',
    beyond: 'Au-delà',
    later: 'Plus récent',
    tableTitle: 'Les zones des cinémas',
  },

  potential: {
    title: 'Ce que cela implique',
    age: {
      notAge: (at: At): string =>
        `L’âge n’explique pas tout l’écart\u00a0: avec les âges ${at.of} et les habitudes nationales de chaque âge, on compterait {low} à {high} entrées par habitant, contre {france} en France. On en compte {here}.`,
      other: (at: At): string =>
        `Avec les âges ${at.of} et les habitudes nationales de chaque âge, on compterait {low} à {high} entrées par habitant\u00a0; la France en compte {france}.`,
    },
    range:
      'Cela ferait {low} à {high} entrées par an\u00a0: un plafond, qui suppose à chacun un cinéma aussi proche qu’au Français moyen. Le bas suppose que personne ne vient après 75 ans, le haut que l’on y va comme à 50.',
    coverage: 'Il en vient {entries}\u00a0: {low} à {high} de ce plafond.',
    rural:
      'La part des gens de la campagne qui vont au cinéma dans l’année vaut {factor} de celle des villes denses, et une partie de ce public part voir des films ailleurs.',
    expected:
      'Une fois la campagne et la distance comptées, on attendrait {low} à {high} entrées\u00a0: la fourchette est large, car trois estimations s’y multiplient.',
    versus: {
      above: 'Il en vient plus\u00a0: les salles font mieux que ce que la distance leur laisse.',
      within:
        'Ce qui vient y est déjà\u00a0: rien ne dit que les salles laissent échapper le public que la distance leur laisse.',
      below: 'Il en vient moins\u00a0: il y a du public à reprendre, même à cette distance.',
    },
    growth: {
      often: 'la fréquence de ceux qui peuvent venir',
      zone: (zone: At): string => `une zone comme celle ${zone.of}`,
      away: 'le public qui part voir des films ailleurs',
    },
    chart: 'Ce qui vient, ce que l’on attend, et le plafond',
    told: 'Un point par ligne, et sa fourchette\u00a0: entrées vendues, entrées attendues, potentiel par âge. Le point du potentiel est au milieu de sa fourchette.',
    rows: { observed: 'Entrées vendues', expected: 'Attendues', potential: 'Plafond, par âge' },
    entries: 'entrées par an',
    ageChart: 'Le potentiel par âge',
    ageTold:
      'Barres couchées\u00a0: une par tranche d’âge, sa longueur est le nombre d’entrées par an aux habitudes nationales.',
    age3: 'Âge',
    people: 'Habitants',
    viewers: 'Spectateurs',
  },

  huff: {
    title: 'La taille, la distance et le choix du cinéma',
    lead: 'Le modèle de Huff suppose qu’un cinéma attire d’autant plus qu’il a d’écrans (α) et d’autant moins qu’il est loin en minutes (β). Déplacez-les, et voyez ce qui change.',
    alpha: 'α, le poids de la taille',
    beta: 'β, le poids du temps',
    now: (value: string): string => `à présent ${value}`,
    submit: 'Calculer',
    detail: 'Où va la demande, et l’erreur de chaque couple',
    absent: (at: At): string =>
      `Ce modèle n’est pas calculé ${at.in}\u00a0: il lui faut au moins deux cinémas fixes à comparer, et les communes d’où vient le public.`,
    rivals: (kilometres: string): string =>
      `L’erreur dépend de la liste des concurrents\u00a0: ici, les cinémas fixes d’au moins une séance par semaine, à moins de ${kilometres} km d’un cinéma du département. Une autre liste donnerait une autre erreur.`,
    back: 'Revenir à l’étude',
    reset: 'Revenir à α = 1 et β = 2',
    fit: (alpha: string, beta: string): string =>
      `Avec α = ${alpha} et β = ${beta}, le modèle se trompe de {error} points en moyenne sur les parts des cinémas.`,
    bestFit: 'Le meilleur couple de la grille, α = {alpha} et β = {beta}, se trompe de {error} points.',
    unidentified: (cinemas: string): string =>
      `${cinemas} cinémas ne suffisent pas à trouver α et β\u00a0: beaucoup de couples vont aussi bien. La fourchette dit ce qu’ils donnent.`,
    leakage: 'Le modèle envoie {value} de la demande hors du département, et de {low} à {high} selon le couple.',
    chart: 'La part de chaque cinéma, estimée et vendue',
    told: 'Pour chaque cinéma fixe du département, deux points\u00a0: la part estimée avec sa fourchette, et la part vendue.',
    modelled: 'Part estimée',
    sold: 'Part vendue',
    grid: 'L’erreur de chaque couple',
    gridTold:
      'Grille\u00a0: une ligne par α, une colonne par β\u00a0; plus la couleur est forte, plus le modèle se trompe.',
    gridLegend: 'erreur en points',
    drawn: 'Où va la demande',
    drawnTold: 'Les cinémas qui prennent le plus de la demande du département, d’après le modèle.',
    demand: 'part de la demande',
  },

  advice: {
    title: 'Que faire',
    lead: 'Ces conseils suivent des nombres d’ici\u00a0: si les nombres changent, ils changent.',
    french: (at: At): string =>
      `Garder leur place aux films français\u00a0: ils font {share} des entrées ${at.in}, contre {france} en France. Est-ce le goût du public ou ce qu’on lui montre\u00a0? Ces nombres ne le disent pas.`,
    alert: (town: At): string =>
      `Dire à chacun quand le film qu’il attend arrive\u00a0: ${town.in}, un cinéma montre {here} films dans leur semaine de sortie en un an, contre {france} en France, et {within} des spectateurs de France voient un film dans les 15 jours de sa sortie.`,
    screenings: (cinemas: string): string =>
      `Remplir les séances plutôt qu’en ajouter\u00a0: en spectateurs par séance, ${cinemas}, contre {france} en France.`,
    screeningsAt: (cinema: string, place: string): string => `${cinema} ({${place}})`,
    nationalTitle: 'Ce que l’on sait de la France, à vérifier ici',
    nationalLead:
      'Rien n’est publié là-dessus pour ce lieu\u00a0: ce sont des habitudes de France, à essayer et à compter.',
    habit: 'Des rendez-vous fixes l’après-midi\u00a0: {afternoon} des spectateurs de France y viennent.',
    zone: (zone: At): string => `Aller chercher le public autour ${zone.of}\u00a0: {people} habitants, indice {index}.`,
    calendar: (full: string, empty: string): string =>
      `Prévenir avant les mois les plus pleins (${full})\u00a0; garder les événements pour les plus vides (${empty}).`,
    channels:
      'Écrire à chacun par ce qu’il lit, programme imprimé, courriel ou SMS autant que site\u00a0: {phone} des 70 ans et plus ont un téléphone connecté, et {lost} des 75 ans et plus ne se servent pas d’Internet sans peine.',
    hearing: 'Sous-titrer et décrire\u00a0: passé 50 ans, {fifty} entendent moins bien, et {eighty} passé 80 ans.',
    breakEvenTitle: 'À partir de combien d’entrées une salle tient-elle',
    breakEven:
      'Une entrée laisse {low} à {high} au cinéma, une fois payés les taxes et le distributeur, avec la confiserie.',
    breakEvenFrom: {
      local: (at: At): string => `C’est calculé sur la recette moyenne d’une entrée ${at.in}, {receipt}.`,
      national:
        'C’est calculé sur la recette moyenne d’une entrée en France, {receipt}\u00a0: celle du département n’est pas connue.',
    },
    breakEvenKnown: (cinema: string): string =>
      `Pour ${cinema}, le seuil connu est de {entries} entrées\u00a0: cela suppose {low} à {high} de charges fixes par an.`,
    breakEvenChart: 'Les entrées qu’il faut, selon les charges fixes',
    breakEvenTold: 'Un point par montant de charges fixes, et sa fourchette.',
    costs: 'Charges fixes par an',
    needed: 'entrées par an',
    costsOf: (euros: string): string => `${euros}\u00a0€`,
  },

  unknown: {
    title: 'Ce que l’on ne sait pas',
    points: [
      'D’où viennent les spectateurs de chaque salle\u00a0: il faudrait demander le code postal à la caisse.',
      'Combien vont au cinéma après 75 ans\u00a0: l’enquête nationale ne les sépare pas des autres de plus de 50 ans.',
      'Ce que chacun voudrait voir et que l’on ne montre pas\u00a0: les entrées ne disent que ce qui a été vu de ce qui a été montré.',
      'Les mois, les jours et les heures d’ici\u00a0: seuls ceux de la France sont publiés.',
      'Les vraies routes\u00a0: les minutes sont estimées, sans virage ni neige.',
    ],
    cinemas: (year: number): string =>
      `Les entrées, les séances et les films de chaque cinéma après ${year}\u00a0: le fichier suivant n’est pas encore importé.`,
  },

  methods: {
    title: 'Les calculs',
    lead: 'Chaque calcul a sa formule, ce qu’il ne dit pas, et les nombres dont il part.',
    rests: (count: number): string => `${several(count, 'nombre utilisé', 'nombres utilisés')}, sources`,
  },
  sources: {
    title: 'Les sources',
    read: (date: string): string => `état de ${date}`,
    imported: (files: readonly string[]): string => `Fichiers importés\u00a0: ${lists.format(files)}.`,
    notice: 'Les données du CNC, de l’Insee et de l’IGN sont publiées sous Licence Ouverte 2.0.',
  },
  print: 'Imprimer cette étude\u00a0: la commande Imprimer du navigateur la met sur des feuilles A4.',
};

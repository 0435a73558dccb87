import type { Chart } from '#charts/chart.ts';

const years = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
const wave = (index: number): number => Math.sin(index * 1.7) * 2;

/** A chart of each kind and shape, as large as those of the site. */
export const sampleCharts: readonly Chart[] = [
  {
    kind: 'line',
    language: 'fr',
    title: 'Les films les plus vus s’allongent ; les autres non',
    description: 'Durée médiane par année de sortie, de 1910 à 2024, pour trois ensembles de films.',
    x: { title: 'Année de sortie' },
    y: { title: 'Durée médiane', unit: 'min' },
    series: ['Tous les longs métrages', '1 000 voix et plus', 'Les 100 plus vus'].map((name, series) => ({
      name,
      points: years(1910 + series * 12, 115 - series * 12).map((x, index) => {
        const y = 70 + series * 9 + index * 0.3 + wave(index);
        const label = `${name}, ${x}\u00a0: ${Math.round(y)} min`;
        return { x, y, low: y - 12, high: y + 15, from: y - 1, to: y + 1, label, key: `${series}-${x}` };
      }),
    })),
    strip: { title: 'Films de durée connue', points: years(1910, 115).map((x, index) => ({ x, n: index * index })) },
    rules: [
      { x: 1929, label: 'parlant' },
      { x: 2020, label: '2020' },
    ],
  },
  {
    kind: 'line',
    language: 'fr',
    title: 'Les actrices sont plus jeunes que les acteurs',
    description: 'Âge médian par décennie.',
    x: { title: 'Décennie' },
    y: { title: 'Âge médian', unit: 'ans', zero: false },
    series: ['Actrices', 'Acteurs'].map((name, series) => ({
      name,
      points: years(0, 9).map((index) => {
        const y = 28 + series * 8 + wave(index) / 2;
        return {
          x: 1940 + index * 10,
          y,
          from: y - 1,
          to: y + 1,
          label: `${name}, ${1940 + index * 10}`,
          key: `${series}${index}`,
        };
      }),
    })),
  },
  {
    kind: 'bar',
    language: 'fr',
    lying: true,
    title: 'Une fiche sur cinq dit le budget',
    description: 'Part des films dont chaque chose est connue.',
    category: { title: 'Ce qui est connu' },
    y: { title: 'Part des films', share: true },
    parts: ['Part connue'],
    bars: ['Durée', 'Note', 'Résumé en français', 'Naissance des actrices et des acteurs crédités'].map(
      (name, index) => ({
        name,
        values: [0.8 - index * 0.2],
        from: 0.75 - index * 0.2,
        to: 0.85 - index * 0.2,
        label: `${name}\u00a0: ${80 - index * 20} %`,
        key: name,
      }),
    ),
  },
  {
    kind: 'bar',
    language: 'en',
    lying: true,
    title: 'Two actors in three only make films',
    description: 'Shares by decade of birth.',
    category: { title: 'Decade of birth' },
    y: { title: 'Share of people', share: true },
    parts: ['Films only', 'Both', 'Series only'],
    bars: years(0, 8).map((index) => ({
      name: `${1910 + index * 10}s`,
      values: [0.7 - index * 0.04, 0.2 + index * 0.02, 0.1 + index * 0.02],
      label: `${1910 + index * 10}s: ${70 - index * 4}%`,
    })),
  },
  {
    kind: 'bar',
    language: 'fr',
    lying: false,
    title: 'Trois fois plus de films qu’en 1950',
    description: 'Films par année.',
    category: { title: 'Année' },
    y: { title: 'Films' },
    parts: ['Films'],
    bars: years(1950, 75).map((year, index) => ({
      name: String(year),
      values: [90 + index * 3],
      label: `${year}`,
      key: `${year}`,
    })),
  },
  {
    kind: 'dot',
    language: 'fr',
    title: 'Les films les mieux notés sont rarement d’horreur',
    description: 'Rapports de chances avec leurs intervalles.',
    x: { title: 'Fois plus fréquent que dans les autres films', scale: 'log' },
    neutral: 1,
    dots: ['documentaire', 'drame', 'horreur', 'plus de 150 minutes', 'Apichatpong Weerasethakul'].map(
      (name, index) => ({
        name,
        group: index < 3 ? 'Genres' : 'Autres traits',
        x: 2.8 / (index + 1),
        from: 2.4 / (index + 1),
        to: 3.2 / (index + 1),
        label: `${name}\u00a0: ${(2.8 / (index + 1)).toFixed(1)} fois`,
        key: name,
      }),
    ),
  },
  {
    kind: 'span',
    language: 'fr',
    title: 'Douze acteurs et leurs années',
    description: 'Une ligne par personne.',
    x: { title: 'Année de sortie' },
    size: 'voix',
    rows: years(0, 12).map((row) => ({
      name: `Personne numéro ${row}`,
      from: 1950 + row * 3,
      to: 1980 + row * 3,
      label: `Personne ${row}\u00a0: 20 films`,
      dots: years(0, 20).map((film) => ({
        x: 1945 + row * 3 + film * 2,
        size: 100 * 1.5 ** (film % 12),
        label: `Film ${film} de ${row}`,
        key: `${row}-${film}`,
      })),
    })),
  },
  {
    kind: 'heat',
    language: 'fr',
    title: 'La comédie des années 1990 domine',
    description: 'Part des films par genre et par décennie.',
    rows: { title: 'Genre', names: ['comédie', 'drame', 'policier', 'science-fiction', 'western'] },
    columns: { title: 'Décennie', names: years(0, 12).map((index) => String(1910 + index * 10)) },
    cells: years(0, 5).map((row) =>
      years(0, 12).map((column) => {
        const value = (row + column) % 7 === 0 ? null : (row * 5 + column) / 100;
        return {
          value,
          text: value === null ? '' : `${Math.round(value * 100)}`,
          label: `${row}, ${column}`,
          key: `${row}-${column}`,
        };
      }),
    ),
    legend: { title: 'Part des films', share: true },
  },
  {
    kind: 'heat',
    language: 'fr',
    title: 'Ce que l’on aime ici',
    description: 'Écart à la moyenne.',
    rows: { title: 'Genre', names: ['comédie', 'drame'] },
    columns: { title: 'Période', names: ['avant 1950', '1950-1979', '1980-1999', 'depuis 2000'] },
    cells: years(0, 2).map((row) =>
      years(0, 4).map((column) => ({
        value: row * 2 + column - 2,
        text: `${row * 2 + column - 2}`,
        label: `${row}/${column}`,
      })),
    ),
    legend: { title: 'Écart', digits: 1 },
    middle: 0,
  },
  {
    kind: 'map',
    language: 'fr',
    title: 'La moitié des communes est loin d’une salle',
    description: 'Minutes jusqu’au cinéma.',
    classes: { title: 'Minutes', bounds: [10, 20], names: ['moins de 10', '10 à 20', '20 et plus'] },
    places: years(0, 60).map((index) => {
      const [longitude, latitude] = [1.5 + (index % 8) * 0.1, 45.8 + Math.floor(index / 8) * 0.07];
      const ring = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(([x = 0, y = 0]) => [longitude + x * 0.05, latitude + y * 0.035] as const);
      return {
        longitude,
        latitude,
        value: index % 17 === 0 ? null : index / 2,
        size: 100 + index * 40,
        label: `Commune ${index}`,
        key: `c${index}`,
        ...(index % 3 === 0 ? {} : { outline: [[ring]] }),
      };
    }),
    points: [
      { name: 'Guéret', longitude: 1.87, latitude: 46.17, label: 'Guéret, une salle', key: 'gueret' },
      { name: 'Aubusson', longitude: 2.17, latitude: 45.96, label: 'Aubusson, une salle' },
    ],
  },
];

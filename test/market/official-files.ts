import { departments } from '#market/places.ts';

/** Small files in the form in which CNC and INSEE publish theirs, with invented numbers. */

export const cinemaColumns =
  "régionCNC;N° auto;nom;région administrative;adresse;code INSEE;commune;population de la commune;DEP;N°UU;unité urbaine;population unité urbaine;situation géographique;écrans;fauteuils;semaines d'activité;séances;entrées 2022;entrées 2021;évolution entrées;tranche d'entrées;programmateur;AE;catégorie Art et Essai;label Art et Essai;genre;multiplexe;zone de la commune;nombre de films programmés;nombre de films inédits;nombre de films en semaine 1;PdM en entrées des films français;PdM en entrées des films américains;PdM en entrées des films européens;PdM en entrées des autres films;films Art et Essai;PdM en entrées des films Art et Essai;latitude;longitude;geolocalisation";

/** As many rows as the file of France has, in other departments, of cinemas that sold nothing: they change no share. */
const elsewhere: readonly string[] = Array.from({ length: 2060 }, (_, at) => {
  const mainland = [...departments.keys()].filter((code) => !code.startsWith('97') && code !== '23');
  const code = mainland[at % mainland.length] ?? '';
  return `3;${1000 + at};SALLE ${at};REGION;RUE;${code}001;Ailleurs;9000.0;${code};${code}201;Ailleurs;9000.0;06;1.0;50.0;52.0;0.0;0.0;0.0;0.0;De 1;;NON;NON;;FIXE;NON;C;0.0;0.0;0.0;0.0;0.0;0.0;0.0;0.0;;48.5;2.5;48.5, 2.5`;
});

/** Two cinemas of the Creuse: one in town, one in a village whose urban unit has the population of all villages; then those elsewhere. BOM, CRLF, decimal points. */
export const cinemas = (change: (line: string) => string = (line) => line): Buffer =>
  Buffer.from(
    `\uFEFF${[
      cinemaColumns,
      '3;101;LE PHARE;NOUVELLE AQUITAINE;1 RUE HAUTE;23096;Guéret;12814.0;23;23201;Guéret;20000.0;06;2.0;300.0;52.0;2000.0;138000.0;20000.0;50.0;De 20;;OUI;C;JPPR;FIXE;NON;I;200.0;150.0;40.0;50.0;30.0;15.0;5.0;80.0;25.5;46.17;1.87;46.17, 1.87',
      '3;102;L’ÉTOILE D’OR;NOUVELLE AQUITAINE;PLACE;23067;La Courtine;740.0;23;00000;Zone rurale;14908533.0;06;1.0;100.0;40.0;200.0;2000.0;;;De 1;;NON;NON;;ITINERANT;NON;R;90.0;60.0;0.0;80.0;15.0;4.0;1.0;20.0;;45.7;2.26;45.7, 2.26',
      ...elsewhere,
    ]
      .map(change)
      .join('\r\n')}\r\n`,
  );

export type SeriesName = 'entrees' | 'indice' | 'fauteuils' | 'ecrans' | 'etablissements' | 'seances' | 'occupation';

/** A series of the 96 departments and their total; all have the same header. Decimal commas in quotes, U+202F between thousands. */
export function series(name: SeriesName, change: (lines: string[]) => string[] = (lines) => lines): string {
  const years = Array.from({ length: 12 }, (_, place) => 2013 + place);
  const codes = [...departments.keys()].filter((code) => !code.startsWith('97'));
  const value = (place: number): number =>
    ({
      entrees: 0.5 + place / 100,
      indice: 1 + place / 100,
      fauteuils: 5000 + place,
      ecrans: 40 + (place % 7),
      etablissements: 15 + (place % 5),
      seances: 20 + place / 10,
      occupation: 8 + place / 10,
    })[name];
  const digits = { entrees: 2, indice: 2, seances: 1, occupation: 1, fauteuils: 0, ecrans: 0, etablissements: 0 }[name];
  const sum = codes.reduce((all, _, place) => all + Number(value(place).toFixed(digits)), 0);
  const total = name === 'indice' ? 1.6 : name === 'occupation' ? 11.5 : sum;
  const lines = [
    ['dep_code', 'dep_nom', ...years].join(','),
    ...codes.map((code, place) => [code, `D${code}`, ...years.map(() => written(value(place), digits))].join(',')),
    ['', 'TOTAL', ...years.map(() => written(total, digits))].join(','),
  ];
  return `${change(lines).join('\n')}\n`;
}

/** As a French office writes a number into a CSV. */
function written(value: number, digits: number): string {
  const [whole = '', decimals] = value.toFixed(digits).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
  return decimals === undefined ? grouped : `"${grouped},${decimals}"`;
}

export const populations = (
  rows: readonly string[] = ['75;Nouvelle-Aquitaine;23;2;05;096;Guéret;12\u202f000;600;12\u202f600'],
): string =>
  [
    '# Populations de référence des communes en vigueur au 1er janvier 2025',
    '# Mise à jour : décembre 2024',
    '# Date de référence statistique : 1er janvier 2022',
    '# Page :    https://www.insee.fr/fr/statistiques/8290591?sommaire=8290669',
    'Code région;Nom de la région;Code département;Code arrondissement;Code canton;Code commune;Nom de la commune;Population municipale;Population comptée à part;Population totale',
    ...rows,
    '',
  ].join('\n');

export const ages = (total = 'Ensemble,"120 000",100,"100 000",100'): string =>
  [
    'Répartition de la population par âge,,,,',
    'Âge,2016,%,2022,%',
    total,
    '0 à 14 ans,"20 000",16.7,"15 000",15',
    '15 à 74 ans,"80 000",66.7,"65 000",65',
    '75 ans ou plus,"20 000",16.7,"20 000",20',
    '',
  ].join('\n');

/** Outlines of squares, one a commune. */
export const outlines = (codes: readonly string[], change: (text: string) => string = (text) => text): string =>
  change(
    JSON.stringify({
      type: 'FeatureCollection',
      features: codes.map((code, place) => {
        const [x, y] = [1 + place / 10, 46];
        const ring = [
          [x, y],
          [x + 0.1, y],
          [x + 0.1, y + 0.1],
          [x, y + 0.1],
          [x, y],
        ];
        return { type: 'Feature', properties: { code, nom: code }, geometry: { type: 'Polygon', coordinates: [ring] } };
      }),
    }),
  );

import type { ToldFilm, ToldReport } from '#report/told-report.ts';

const films = (count: number, title: string): ToldFilm[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `tt${String(at + 1).padStart(7, '0')}`,
    title: `${title} ${at + 1}`,
    detail: 'Françoise Lœil, 1998, 1\u00a0h\u00a020',
    count: `${30 - at}\u00a0personnes`,
    people: String(30 - at),
  }));

/** A full report, made up; `long` makes every text as long as nobody would write it. */
export function aReport(long = 1, change: Partial<ToldReport> = {}): ToldReport {
  const much = (text: string): string => Array.from({ length: long }, () => text).join(' ');
  const item = {
    name: much('personnes ont gardé des films'),
    value: '12',
    isNumber: true,
    of: much('de 6 personnes'),
    before: much('semaine d’avant\u00a0: 9'),
  };
  return {
    language: 'fr',
    cinema: much('Le Sénéchal'),
    week: '2026-W46',
    weekSaid: 'semaine 46',
    kicker: 'Rapport de la semaine',
    title: 'Du 11 au 17 novembre 2026',
    lead: [
      much('Douze personnes ont gardé des films cette semaine.'),
      much('Le plus demandé\u00a0: «\u00a0L’Été à Guéret\u00a0».'),
    ],
    counts: {
      title: 'Ce que les gens d’ici ont fait',
      items: [item, { ...item, name: 'j’aime' }, { ...item, name: 'à voir' }, { ...item, name: 'groupes' }],
      note: much('Une note.'),
    },
    lists: {
      title: 'Les films de la semaine',
      lists: [
        {
          title: 'Mis «\u00a0à voir\u00a0»',
          counted: 'personnes',
          films: films(10, much('L’Été à Guéret & <ailleurs>')),
          empty: '',
        },
        { title: 'Aimés', counted: 'personnes', films: films(10, much('Où est passé le cœur')), empty: '' },
      ],
    },
    received: {
      title: 'L’accueil des recommandations',
      share: { share: 0.17, low: 0.13, high: 0.21, text: '17,1\u00a0%' },
      text: much('des films recommandés ont été aimés.'),
      note: much('Ne rien dire n’est pas ne pas aimer.'),
    },
    season: {
      title: 'La saison\u00a0: elle monte',
      text: much('En novembre, l’indice est de 106. Décembre monte à 134.'),
      months: Array.from('JFMAMJJASOND', (letter, at) => ({
        letter,
        short: letter,
        name: `mois ${at + 1}`,
        value: 90 + at,
        low: 80,
        high: 120 + at,
        label: `mois ${at + 1}\u00a0: ${90 + at}`,
        now: at === 10,
        next: at === 11,
      })),
      chart: much('Entrées de chaque mois.'),
      source: [{ text: much('CNC, Fréquentation (2025)'), url: 'https://www.cnc.fr/' }],
    },
    idea: {
      title: 'Une idée de programmation',
      name: much('Comédies françaises des années 1960'),
      reasons: [
        much('Offre\u00a0: 102 films.'),
        much('Estime\u00a0: −0,04 point sur 10.'),
        much('Public d’ici\u00a0: 1,73 fois.'),
      ],
      holds: much('Rang 3\u00a0: ce rang tient.'),
      against: { title: 'Mais', text: much('Ces films ont environ 60 ans.') },
      films: films(3, much('La Grande Vadrouille')),
      filmsTitle: 'Trois films pour commencer',
    },
    figure: {
      title: 'Le chiffre de la semaine',
      big: '1,50',
      text: much('C’est le nombre d’entrées par habitant dans la Creuse.'),
      mark: 'officiel',
      sourceTitle: 'Source',
      source: [{ text: much('CNC, Séries départementales (2025)'), url: 'https://www.cnc.fr/' }],
    },
    missing: {
      title: 'Ce que ce rapport ne dit pas encore',
      items: [much('Pas encore de programme.'), much('Aucun fichier officiel.'), much('Pas de notes.')],
    },
    foot: [
      much('Compté sur ce qui est gardé aujourd’hui.'),
      'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
    ],
    madeOn: 'Rapport de la semaine 2026-W46, établi le 18 novembre 2026',
    ...change,
  };
}

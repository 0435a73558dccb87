import type { SpanChart } from '#charts/chart.ts';
import {
  drawn,
  leastPeople,
  periodFilms,
  type Actor,
  type MeasuredActors,
  type Work,
} from '#indicators/parts/actors-lists.ts';
import type { Column, Table, Told } from '#indicators/told.ts';
import {
  commonYear,
  leaders,
  listNames,
  nameOf,
  period,
  standing,
  threeLists,
  trust,
} from '#indicators/words/actors-periods.ts';
import { castCautions, castCounts } from '#indicators/words/cast.ts';
import { scopeWords } from '#indicators/words/scope.ts';
import type { Speech } from '#words/speech.ts';

export const actorsTitle = { fr: 'Les acteurs et leur époque', en: 'Actors and their periods' };
export const actorsQuestion = {
  fr: 'Qui sont les acteurs et les actrices les plus populaires, et de quelle époque sont-ils\u00a0?',
  en: 'Who are the most popular actors and actresses, and which period do they belong to?',
};

/** The answer, in words, with a bar a person. */
export function tellActors(measured: MeasuredActors, say: Speech): Told {
  const { asked, actors, coverage, people } = measured;
  const scope = scopeWords(asked, asked.today, say);
  const base = {
    question: say.pick(actorsQuestion),
    count: {
      value: people,
      what: say.pick({
        fr: `personnes d’au moins ${say.several(asked.credits, 'film', 'films')}`,
        en: `people with at least ${say.several(asked.credits, 'film', 'films')}`,
      }),
      one: say.pick({
        fr: `personne d’au moins ${say.several(asked.credits, 'film', 'films')}`,
        en: `person with at least ${say.several(asked.credits, 'film', 'films')}`,
      }),
    },
    coverage: castCounts(coverage, say),
    method: method(measured, say),
    citations: [
      {
        text: 'Efron & Morris 1975, “Data analysis using Stein’s estimator and its generalizations”, Journal of the American Statistical Association 70(350).',
        url: 'https://doi.org/10.1080/01621459.1975.10479864',
      },
      {
        text: 'Searle, Casella & McCulloch 1992, “Variance components”, section 3.6 (analysis of variance, unequal groups).',
        url: 'https://doi.org/10.1002/9780470316856',
      },
    ],
  };
  if (actors.length < leastPeople)
    return {
      ...base,
      title: say.pick(actorsTitle),
      finding: [tooFew(measured, scope, say)],
      cautions: [],
      charts: [],
      tables: [],
    };
  const names = actors.slice(0, leastPeople).map(nameOf);
  const title = say.pick({
    fr: `${say.list(names)} en tête ${listNames[asked.sort].fr}`,
    en: `${say.list(names)} lead ${listNames[asked.sort].en}`,
  });
  return {
    ...base,
    title,
    finding: [
      leaders(measured, scope, say),
      ...trust(measured, say),
      threeLists(measured, say),
      commonYear(measured, say),
    ].filter((sentence) => sentence !== null),
    cautions: cautions(measured, say),
    charts: [chart(measured, title, say)],
    tables: [table(measured, say)],
  };
}

const tooFew = ({ people, asked }: MeasuredActors, scope: string, say: Speech): string =>
  say.pick({
    fr: `Trop peu pour une liste (${scope})\u00a0: ${say.several(people, 'personne a', 'personnes ont')} au moins ${say.several(asked.credits, 'film', 'films')}, il en faut ${say.number(leastPeople)}.`,
    en: `Too few for a list (${scope}): ${say.several(people, 'person has', 'people have')} at least ${say.several(asked.credits, 'film', 'films')}, and ${say.number(leastPeople)} are needed.`,
  });

function cautions({ actors, sureStay, asked, coverage }: MeasuredActors, say: Speech): string[] {
  const shown = Math.min(drawn, actors.length);
  const heavy = actors.slice(0, drawn).filter(({ most, votes }) => most * 2 > votes);
  const recent = Number(asked.today.slice(0, 4)) - 1;
  const going = actors.slice(0, drawn).filter(({ last }) => last >= recent).length;
  return [
    ...castCautions(coverage, asked.billing, say),
    ...(sureStay === null || coverage.sure === coverage.credits
      ? []
      : [
          say.pick({
            fr: `Ne compter que les rôles dont la place est sûre garde ${say.number(sureStay)} des ${say.number(shown)} premières personnes.`,
            en: `Counting only the credits whose place is certain keeps ${say.number(sureStay)} of the first ${say.number(shown)} people.`,
          }),
        ]),
    ...(asked.sort === 'audience' && heavy.length > 0
      ? [
          say.pick({
            fr: `Pour ${say.list(heavy.map(nameOf))}, un seul film fait plus de la moitié des votes.`,
            en: `For ${say.list(heavy.map(nameOf))}, a single film makes more than half of the votes.`,
          }),
        ]
      : []),
    ...(going === 0
      ? []
      : [
          say.pick({
            fr: `${say.several(going, 'de ces carrières n’est pas finie', 'de ces carrières ne sont pas finies')}\u00a0: leur barre s’allongera.`,
            en: `${say.several(going, 'of these careers is not over: its bar', 'of these careers are not over: their bars')} will grow.`,
          }),
        ]),
    ...(asked.sort === 'esteem'
      ? [
          say.pick({
            fr: 'Chaque pays note surtout ses propres films, et certains plus haut que d’autres\u00a0: une note dit l’estime de ceux qui ont vu et noté, pas celle du monde entier. Le filtre par pays compare des gens du même public.',
            en: 'Each country rates its own films above all, and some rate higher than others: a rating tells the esteem of those who watched and rated, not that of the whole world. The filter by country compares people of one public.',
          }),
        ]
      : []),
    say.pick({
      fr: 'Les votes sont ceux des visiteurs d’IMDb, aujourd’hui\u00a0: les films anciens, et ceux des pays où l’on y vote peu, comptent moins qu’en leur temps. Une personne de nombreux films secondaires a beaucoup de volume et peu d’audience.',
      en: 'The votes are those of IMDb’s visitors, today: old films, and those of countries where few vote there, count less than in their time. A person of many minor films has much volume and little audience.',
    }),
  ];
}

function method({ asked, weight, prior }: MeasuredActors, say: Speech): string {
  const votes = say.several(asked.minVotes, 'vote', 'votes');
  const shrunk =
    weight === null
      ? ''
      : say.pick({
          fr: ` Ici k\u00a0=\u00a0${say.number(weight, 1)} films et la moyenne générale est ${say.number(prior, 2)}.`,
          en: ` Here k = ${say.number(weight, 1)} films and the general mean is ${say.number(prior, 2)}.`,
        });
  return say.pick({
    fr: `Longs métrages de cinéma (au moins 60 minutes) d’au moins ${votes}\u00a0; rôles d’acteur ou d’actrice jusqu’à la ${asked.billing}e place de la distribution, ni apparitions «\u00a0soi-même\u00a0» ni images d’archives. Volume\u00a0: nombre de films. Audience\u00a0: somme des votes. Entre parenthèses, quand des places sont inconnues\u00a0: des seuls rôles dont la place est sûre à tous ceux qui peuvent être parmi les places demandées. Estime\u00a0: moyenne des notes des films rapprochée de la moyenne générale, (n·x̄\u00a0+\u00a0k·μ)\u00a0/\u00a0(n\u00a0+\u00a0k), k étant la variance des notes d’un film à l’autre d’une personne rapportée à celle d’une personne à l’autre, estimée par l’analyse de la variance\u00a0; intervalle à 95\u00a0% de cette moyenne.${shrunk} Une époque demande au moins ${periodFilms} films\u00a0: la barre va de l’année où un dixième des films est sorti à celle où neuf dixièmes le sont.`,
    en: `Feature films (at least 60 minutes) with at least ${votes}; credits as actor or actress up to place ${asked.billing} of the cast, neither “self” nor archive footage. Volume: number of films. Audience: sum of the votes. In brackets, where places are unknown: from the credits whose place is certain alone to all those that may be within the places asked for. Esteem: mean rating of the films drawn towards the general mean, (n·x̄ + k·μ) / (n + k), k being the variance of ratings from film to film of a person over that from person to person, estimated by analysis of variance; 95% interval of that mean.${shrunk} A period needs at least ${periodFilms} films: the bar goes from the year when a tenth of the films were out to the year when nine tenths were.`,
  });
}

function chart({ actors, work, asked: { sort } }: MeasuredActors, title: string, say: Speech): SpanChart {
  const rows = actors.slice(0, drawn);
  return {
    kind: 'span',
    language: say.language,
    title,
    description: say.pick({
      fr: `Une ligne par personne, ${say.number(rows.length)} personnes ${listNames[sort].fr}. Points\u00a0: leurs films par année, leur surface selon les votes. Barre\u00a0: les années de huit films sur dix.`,
      en: `A row a person, ${say.number(rows.length)} people ${listNames[sort].en}. Dots: their films by year, their area by votes. Bar: the years of eight films in ten.`,
    }),
    x: { title: say.pick({ fr: 'Année de sortie', en: 'Year of release' }), zero: false },
    size: say.pick({ fr: 'votes', en: 'votes' }),
    rows: rows.map((actor) => ({
      name: nameOf(actor),
      from: actor.early,
      to: actor.late,
      label: `${nameOf(actor)}${say.pick({ fr: '\u00a0', en: '' })}: ${standing(actor, sort, say)}${period(actor, say)}`,
      key: actor.id,
      dots: (work.get(actor.person) ?? []).map((film) => ({
        x: film.year,
        size: film.votes,
        label: filmLabel(film, say),
        key: `${film.id}.${actor.id}`,
      })),
    })),
  };
}

const filmLabel = ({ title, titleFr, year, votes }: Work, say: Speech): string =>
  `${say.pick({ fr: titleFr ?? title, en: title })} (${year}), ${say.several(votes, 'vote', 'votes')}`;

function table({ actors, series, asked }: MeasuredActors, say: Speech): Table {
  const column = (key: string, fr: string, en: string, kind: Column['kind'], digits = 0): Column => ({
    key,
    title: say.pick({ fr, en }),
    kind,
    digits,
  });
  return {
    name: `actors-${asked.sort}`,
    title: say.pick({ fr: `Liste ${listNames[asked.sort].fr}`, en: `List ${listNames[asked.sort].en}` }),
    columns: [
      column('person', 'Personne', 'Person', 'person'),
      column('name', 'Nom', 'Name', 'text'),
      column('films', 'Films', 'Films', 'number'),
      column('films-low', 'Films, places sûres', 'Films, certain places', 'number'),
      column('films-high', 'Films, tous rôles possibles', 'Films, all possible credits', 'number'),
      column('votes', 'Votes', 'Votes', 'number'),
      column('votes-low', 'Votes, places sûres', 'Votes, certain places', 'number'),
      column('votes-high', 'Votes, tous rôles possibles', 'Votes, all possible credits', 'number'),
      column('largest', 'Part du film le plus voté', 'Share of the most voted film', 'share'),
      column('esteem', 'Note rapprochée', 'Shrunk rating', 'number', 2),
      column('low', 'de', 'from', 'number', 2),
      column('high', 'à', 'to', 'number', 2),
      column('mean', 'Moyenne brute', 'Raw mean', 'number', 2),
      column('first', 'Premier film', 'First film', 'year'),
      column('early', 'Un dixième', 'A tenth', 'year'),
      column('late', 'Neuf dixièmes', 'Nine tenths', 'year'),
      column('last', 'Dernier film', 'Last film', 'year'),
      column('series', 'Séries', 'Series', 'number'),
      column('volume', 'Rang par le nombre', 'Rank by number', 'number'),
      column('audience', 'Rang par l’audience', 'Rank by audience', 'number'),
      column('esteem-rank', 'Rang par l’estime', 'Rank by esteem', 'number'),
    ],
    rows: actors.map((actor) => cells(actor, series.get(actor.person) ?? 0)),
    keys: actors.map(({ id }) => id),
  };
}

const cells = (actor: Actor, series: number): Table['rows'][number] => [
  actor.id,
  nameOf(actor),
  actor.films,
  actor.sureFilms,
  actor.possibleFilms,
  actor.votes,
  actor.sureVotes,
  actor.possibleVotes,
  actor.votes === 0 ? null : actor.most / actor.votes,
  actor.esteem,
  actor.esteemInterval.low,
  actor.esteemInterval.high,
  actor.rated === 0 ? null : actor.ratings / actor.rated,
  actor.first,
  actor.films < periodFilms ? null : actor.early,
  actor.films < periodFilms ? null : actor.late,
  actor.last,
  series,
  actor.byVolume,
  actor.byAudience,
  actor.byEsteem,
];

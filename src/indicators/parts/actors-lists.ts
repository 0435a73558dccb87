import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Row } from '#catalogue/query.ts';
import { actorsFilms, actorsSeries, actorsStanding, castCoverage } from '#indicators/queries/actors-periods.ts';
import { castOf, type CastScope } from '#indicators/queries/cast.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { shrunkMean, shrunkMeanInterval } from '#kernels/statistics/shrunk-mean.ts';

export type Order = 'volume' | 'audience' | 'esteem';
/** People in the chart; a list for fewer is noise. */
export const drawn = 12;
export const leastPeople = 3;
/** The years of fewer films make no period. */
export const periodFilms = 5;
/** People in the table. */
const listed = 50;

export interface AskedActors extends CastScope {
  /** 'woman', 'man', or '' for both. */
  readonly sex: string;
  readonly credits: number;
  readonly sort: Order;
  readonly today: string;
}

type Standing = Row<typeof actorsStanding.columns>;
export type Work = Row<typeof actorsFilms.columns>;

/** A person of a list, and where they stand in the three. */
export interface Actor extends Standing {
  /** The mean rating of their films, drawn towards that of all credits. */
  readonly esteem: number;
  readonly esteemInterval: Interval;
}

export interface MeasuredActors {
  readonly asked: AskedActors;
  /** In the order asked for. */
  readonly actors: readonly Actor[];
  /** How many people have credits enough. */
  readonly people: number;
  /** Of those drawn, how many are among the first of the other two lists. */
  readonly shared: Readonly<Record<Order, number>>;
  /** How many of those drawn stay when only credits of a certain place count; null where that was not asked. */
  readonly sureStay: number | null;
  /** Who of the others may have the most, when that is no less than what the first has for certain; null too where that was not asked. */
  readonly rival: Actor | null;
  /** How much of the mean of all counts, in films: the variance within people over that between them; null when people do not differ. */
  readonly weight: number | null;
  readonly prior: number;
  /** The films of those drawn, the most voted first. */
  readonly work: ReadonlyMap<number, readonly Work[]>;
  readonly series: ReadonlyMap<number, number>;
  readonly coverage: Row<typeof castCoverage.columns>;
}

/** The three lists of people, in the order asked for. */
export async function measureActors(catalogue: Catalogue, asked: AskedActors): Promise<MeasuredActors> {
  const { sort, sex, credits } = asked;
  const cast = castOf(asked);
  const rows = await catalogue.run(actorsStanding, { ...cast, sex, credits });
  const [first] = rows;
  const rank = ranks[sort];
  const actors = rows
    .filter((row) => rank(row) <= listed)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(withEsteem);
  const top = actors.slice(0, drawn);
  const people = actors.map(({ person }) => person);
  const films = top.length === 0 ? [] : await catalogue.run(actorsFilms, { ...cast, people: people.slice(0, drawn) });
  const series = people.length === 0 ? [] : await catalogue.run(actorsSeries, { people });
  const [covered] = first === undefined ? await catalogue.run(castCoverage, cast) : [];
  const among = (order: Order): number => top.filter((actor) => ranks[order](actor) <= drawn).length;
  return {
    asked,
    actors,
    people: first?.people ?? 0,
    shared: { volume: among('volume'), audience: among('audience'), esteem: among('esteem') },
    sureStay: sort === 'esteem' ? null : top.filter((actor) => sureRanks[sort](actor) <= drawn).length,
    rival: sort === 'esteem' ? null : rivalOf(sort, rows.map(withEsteem), actors[0]),
    weight: first === undefined || first.between === 0 ? null : first.within / first.between,
    prior: first?.prior ?? Number.NaN,
    work: Map.groupBy(films, ({ person }) => person),
    series: new Map(series.map((row) => [row.person, row.series])),
    coverage: covered ?? {
      films: first?.scopeFilms ?? 0,
      withCast: first?.withCast ?? 0,
      credits: first?.credits ?? 0,
      sure: first?.sure ?? 0,
    },
  };
}

/** From the credits whose place is certain to all those that may count. */
export const boundsOf = (actor: Standing, sort: 'volume' | 'audience'): Interval =>
  sort === 'volume'
    ? { low: actor.sureFilms, high: actor.possibleFilms }
    : { low: actor.sureVotes, high: actor.possibleVotes };

function rivalOf(sort: 'volume' | 'audience', rows: readonly Actor[], first: Actor | undefined): Actor | null {
  if (first === undefined) return null;
  const high = (actor: Actor): number => boundsOf(actor, sort).high;
  const others = rows.filter(({ person }) => person !== first.person).toSorted((a, b) => high(b) - high(a));
  const [rival] = others;
  if (rival === undefined || high(rival) < boundsOf(first, sort).low) return null;
  const open = [first, rival].some((actor) => boundsOf(actor, sort).low < high(actor));
  return open ? rival : null;
}

const ranks: Readonly<Record<Order, (row: Standing) => number>> = {
  volume: ({ byVolume }) => byVolume,
  audience: ({ byAudience }) => byAudience,
  esteem: ({ byEsteem }) => byEsteem,
};
const sureRanks: Readonly<Record<'volume' | 'audience', (row: Standing) => number>> = {
  volume: ({ bySureVolume }) => bySureVolume,
  audience: ({ bySureAudience }) => bySureAudience,
};

function withEsteem(row: Standing): Actor {
  const { prior, within, between, rated, ratings } = row;
  if (between === 0) return { ...row, esteem: prior, esteemInterval: { low: prior, high: prior } };
  const weight = within / between;
  return {
    ...row,
    esteem: shrunkMean(ratings, rated, prior, weight),
    esteemInterval: shrunkMeanInterval(rated, rated === 0 ? prior : ratings / rated, within, prior, weight),
  };
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { judgeChallenger, type Bout, type Verdict } from '#evaluate/challenge.ts';
import { heldOutShots, heldOutViewers, ndcgOfShots, withoutViewers, type NamedShot } from '#evaluate/held-out.ts';
import type { Service } from '#evaluate/measure-service.ts';
import { pairedInterval, summarise } from '#evaluate/summary.ts';
import { listInteractions, readInteractions } from '#features/interactions/read-store.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { defaultParameters } from '#models/collaborative/parameters.ts';
import type { ContentModel } from '#models/content.ts';
import { bridgeFilms } from '#models/hybrid/bridge.ts';
import { collaborativeIn, encodeHybrid, type Held } from '#models/hybrid/hybrid-file.ts';
import { joinLikes, type JoinedLikes } from '#models/hybrid/join-likes.ts';
import { hybridModelPath, writeModel } from '#models/train.ts';

export interface LikesTrained {
  readonly path: string;
  readonly bytes: number;
  readonly viewers: number;
  readonly ownVisitors: number;
  /** What one public viewer counts for beside one of the house's own visitors. */
  readonly publicWeight: number;
  /** Why the new model replaces the one in service, or does not. */
  readonly verdict: string;
  readonly replaced: boolean;
  /** What may be asked about the model put in service: viewers who taught it nothing, and how many of the others liked each film. */
  readonly held: Pick<Service, 'shots' | 'likes'>;
}

/** The share of the viewers who are held out of all training, to judge models by; own visitors are few and count more. */
const heldOut = { public: 0.05, own: 0.2 };
const mostShots = 500;
/** Films with a matrix of their own: the others take theirs from content. */
const mostRated = 8000;
/** With fewer own visitors to ask, a public viewer and an own visitor count alike; fewer of either judge nothing. */
const leastShots = 20;
const publicWeights = [1, 0.1, 0.03];
/** What the lower end of the interval may lose, in nDCG: a house that differs from the public must lose something on the public (docs/models.md). */
const margin = 0.005;
const publicMargin = 0.1;
/** What own visitors must surely gain for the public to have no say. */
const sureFrom = 0.05;

/**
 * Trains on the likes of a data folder, public and own: G = tau G_public + G_own, tau chosen on own visitors that are held out. The new model takes the
 * place of the one in service only when held-out viewers do not find it worse (judgeChallenger), or when the one in service has learnt from a set
 * that has been taken away; its bridge to the catalogue is made anew in any case. Without likes, no such model stands.
 * @param idOf the identifier of each film of the catalogue
 * @returns null when there are no likes
 * @throws INTERACTIONS_UNUSABLE, DISK_FULL, CANNOT_WRITE
 */
export async function trainLikes(
  folder: string,
  content: ContentModel,
  idOf: readonly string[],
  { seed, onProgress }: { seed: number; onProgress: (message: string) => void },
): Promise<LikesTrained | null> {
  const path = hybridModelPath(folder);
  const sets = (await listInteractions(folder)).map(({ about }) => about.name);
  const joined = joinLikes(
    await readInteractions(folder, { own: false }),
    await readInteractions(folder, { own: true }),
  );
  if (joined.likes.indices.length === 0) {
    rmSync(path, { force: true });
    return null;
  }
  const { firstOwn, films, likes } = joined;
  const away = judges(joined);
  const shots = (first: number, end: number): NamedShot[] =>
    heldOutShots(joined, away, { first, end, most: mostShots, seed });
  const [publicShots, ownShots] = [shots(0, firstOwn), shots(firstOwn, likes.rows)];
  const teaching = { ...joined, likes: withoutViewers(likes, away) };
  onProgress(`learning from ${likes.rows - firstOwn} own visitors and ${firstOwn} public viewers`);
  const publicWeight =
    firstOwn === 0 || ownShots.length < leastShots ? 1 : await choosePublicWeight(teaching, away, ownShots, onProgress);
  const fresh = await fitCollaborative(teaching.likes, films, {
    most: mostRated,
    viewerWeights: weightsOf(teaching, away, publicWeight),
    onStep: (step, seconds) => onProgress(`${step}: ${seconds.toFixed(1)} s`),
  });
  const challenger: Held = { bytes: fresh, model: mustOpen(fresh), learntFrom: sets };
  const incumbent = existsSync(path) ? collaborativeIn(readFileSync(path)) : null;
  const { replace, reason } = judge(incumbent, challenger, publicShots, ownShots);
  const { bytes, model, learntFrom } = replace || incumbent === null ? challenger : incumbent;
  onProgress('tying the films without ratings to those that have some');
  const buffer = encodeHybrid(content.vocabulary, bytes, bridgeFilms(content, model, idOf), learntFrom);
  writeModel(path, buffer);
  return {
    path,
    bytes: buffer.length,
    viewers: likes.rows,
    ownVisitors: likes.rows - firstOwn,
    publicWeight,
    verdict: reason,
    replaced: replace,
    held: { shots: { public: publicShots, own: ownShots }, likes: likesByFilm(teaching) },
  };
}

/** How many of the viewers who teach liked each film. */
function likesByFilm({ likes, films }: JoinedLikes): Map<string, number> {
  const counts = new Float64Array(films.length);
  for (const film of likes.indices) counts[film] = (counts[film] ?? 0) + 1;
  return new Map(films.map((id, film) => [id, counts[film] ?? 0]));
}

/** Who is held out; nobody, when else nobody would be left to teach. */
function judges(joined: JoinedLikes): Uint8Array {
  const away = heldOutViewers(joined, (viewer) => (viewer < joined.firstOwn ? heldOut.public : heldOut.own));
  return withoutViewers(joined.likes, away).indices.length === 0 ? away.fill(0) : away;
}

/** Of a few weights, that with which held-out own visitors find most; measured on baskets of three by their matrix alone. */
async function choosePublicWeight(
  joined: JoinedLikes,
  away: Uint8Array,
  shots: readonly NamedShot[],
  onProgress: (message: string) => void,
): Promise<number> {
  const quick = defaultParameters['1'];
  const parameters = {
    '1': quick,
    '2-3': defaultParameters['2-3'],
    '4-8': quick,
    '9-20': quick,
    more: quick,
  };
  let best = { weight: 1, mean: -1 };
  for (const weight of publicWeights) {
    const options = { parameters, most: mostRated, viewerWeights: weightsOf(joined, away, weight) };
    const { mean } = summarise(
      ndcgOfShots(mustOpen(await fitCollaborative(joined.likes, joined.films, options)), shots),
    );
    onProgress(`a public viewer counting ${weight}: nDCG@10 ${mean.toFixed(3)} on ${shots.length} own visitors`);
    if (mean > best.mean) best = { weight, mean };
  }
  return best.weight;
}

/** What each viewer counts for; nothing, when held out. */
const weightsOf = ({ likes, firstOwn }: JoinedLikes, away: Uint8Array, publicWeight: number): Float32Array =>
  Float32Array.from({ length: likes.rows }, (_, viewer) =>
    away[viewer] === 1 ? 0 : viewer < firstOwn ? publicWeight : 1,
  );

function judge(
  incumbent: Held | null,
  challenger: Held,
  publicShots: readonly NamedShot[],
  ownShots: readonly NamedShot[],
): Pick<Verdict, 'replace' | 'reason'> {
  if (incumbent === null)
    return unopposed('It is the first model to learn from likes', challenger, [...publicShots, ...ownShots]);
  const gone = incumbent.learntFrom.filter((name) => !challenger.learntFrom.includes(name));
  if (gone.length > 0)
    return unopposed(
      `The new model replaces the one in service, which has learnt from what was taken away (${gone.join(', ')})`,
      challenger,
      [...publicShots, ...ownShots],
    );
  const [before, after] = [incumbent.model.viewers, challenger.model.viewers];
  if (Math.max(publicShots.length, ownShots.length) < leastShots && after > before)
    return {
      replace: true,
      reason: `The new model replaces the one in service: it has learnt from more viewers (${after}, before ${before}), who are still too few to judge by.`,
    };
  const bout = (shots: readonly NamedShot[]) => ({
    incumbent: ndcgOfShots(incumbent.model, shots),
    challenger: ndcgOfShots(challenger.model, shots),
  });
  const bouts = { public: bout(publicShots), own: bout(ownShots) };
  return (
    sureGain(bouts.own) ??
    // Only what own visitors gain justifies a loss on the public.
    judgeChallenger(bouts, {
      margin,
      publicMargin: ownShots.length < leastShots ? margin : publicMargin,
      leastViewers: leastShots,
    })
  );
}

/** When own visitors surely gain that much, what public viewers lose has no say: none of them comes to this house. */
function sureGain({ incumbent, challenger }: Bout): Pick<Verdict, 'replace' | 'reason'> | null {
  if (incumbent.length < leastShots) return null;
  const [low] = pairedInterval(challenger, incumbent);
  if (!(low > sureFrom)) return null;
  const [before, after] = [summarise(incumbent).mean.toFixed(4), summarise(challenger).mean.toFixed(4)];
  return {
    replace: true,
    reason: `The new model replaces the one in service: ${incumbent.length} own visitors surely find more, nDCG ${before} to ${after} (at least +${low.toFixed(4)} at 95 %).`,
  };
}

function unopposed(why: string, { model }: Held, shots: readonly NamedShot[]): Pick<Verdict, 'replace' | 'reason'> {
  const { mean, n } = summarise(ndcgOfShots(model, shots));
  const told = n === 0 ? '' : `: nDCG@10 ${mean.toFixed(3)} on ${n} held-out viewers, three films given`;
  return { replace: true, reason: `${why}${told}.` };
}

function mustOpen(buffer: Buffer): CollaborativeModel {
  const model = openCollaborative(buffer);
  if (typeof model === 'string') throw new Error(`A model that was just made cannot be opened: ${model}`);
  return model;
}

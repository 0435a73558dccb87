import { existsSync, readFileSync, rmSync } from 'node:fs';
import { heldOutShots, ndcgOfShots, withoutHeldOut, type NamedShot } from '#evaluate/held-out.ts';
import { judgeChallenger, type Verdict } from '#evaluate/challenge.ts';
import { summarise } from '#evaluate/summary.ts';
import { readInteractions } from '#features/interactions/read-store.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { defaultParameters } from '#models/collaborative/parameters.ts';
import type { ContentModel } from '#models/content.ts';
import { bridgeFilms } from '#models/hybrid/bridge.ts';
import { collaborativeIn, encodeHybrid } from '#models/hybrid/hybrid-file.ts';
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
}

/** Viewers held out of all training, to judge models by. */
const heldOut = 0.05;
const mostShots = 500;
/** Films with a matrix of their own: the others take theirs from content. */
const mostRated = 8000;
/** With fewer own visitors to ask, a public viewer and an own visitor count alike. */
const leastOwnShots = 20;
const publicWeights = [1, 0.1, 0.03];

/**
 * Trains on the likes of a data folder, public and own: G = tau G_public + G_own, tau chosen on own visitors that are held out. The new model takes the
 * place of the one in service only when held-out viewers do not find it worse (judgeChallenger); its bridge to the catalogue is made anew in
 * either case. Without likes, no such model stands.
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
  const joined = joinLikes(
    await readInteractions(folder, { own: false }),
    await readInteractions(folder, { own: true }),
  );
  if (joined.likes.indices.length === 0) {
    rmSync(path, { force: true });
    return null;
  }
  const { firstOwn, films, likes } = joined;
  const shots = (first: number, end: number): NamedShot[] =>
    heldOutShots(joined, { first, end, share: first < firstOwn ? heldOut : ownHeldOut, most: mostShots, seed });
  const [publicShots, ownShots] = [shots(0, firstOwn), shots(firstOwn, likes.rows)];
  const teaching = {
    ...joined,
    likes: withoutHeldOut(withoutHeldOut(likes, heldOut, 0, firstOwn), ownHeldOut, firstOwn),
  };
  onProgress(`learning from ${likes.rows - firstOwn} own visitors and ${firstOwn} public viewers`);
  const publicWeight =
    firstOwn === 0 || ownShots.length < leastOwnShots ? 1 : await choosePublicWeight(teaching, ownShots, onProgress);
  const fresh = await fitCollaborative(teaching.likes, films, {
    most: mostRated,
    viewerWeights: weightsOf(teaching, publicWeight),
    onStep: (step, seconds) => onProgress(`${step}: ${seconds.toFixed(1)} s`),
  });
  const challenger = mustOpen(fresh);
  const held = existsSync(path) ? collaborativeIn(readFileSync(path)) : null;
  const verdict =
    held === null ? firstOne(challenger, publicShots) : judge(held.model, challenger, publicShots, ownShots);
  const winner = verdict.replace || held === null ? { bytes: fresh, model: challenger } : held;
  onProgress('tying the films without ratings to those that have some');
  const buffer = encodeHybrid(content.vocabulary, winner.bytes, bridgeFilms(content, winner.model, idOf));
  writeModel(path, buffer);
  return {
    path,
    bytes: buffer.length,
    viewers: likes.rows,
    ownVisitors: likes.rows - firstOwn,
    publicWeight,
    verdict: verdict.reason,
    replaced: verdict.replace,
  };
}

/** Own visitors are few and count more: a fifth of them judge. */
const ownHeldOut = 0.2;

/** Of a few weights, that with which held-out own visitors find most; measured on baskets of three by their matrix alone. */
async function choosePublicWeight(
  joined: JoinedLikes,
  shots: readonly NamedShot[],
  onProgress: (message: string) => void,
): Promise<number> {
  const quick = { ...defaultParameters['1'] };
  const parameters = { '1': quick, '2-3': defaultParameters['2-3'], '4-8': quick, '9-20': quick, more: quick };
  let best = { weight: 1, mean: -1 };
  for (const weight of publicWeights) {
    const options = { parameters, most: mostRated, viewerWeights: weightsOf(joined, weight) };
    const { mean } = summarise(
      ndcgOfShots(mustOpen(await fitCollaborative(joined.likes, joined.films, options)), shots),
    );
    onProgress(`a public viewer counting ${weight}: nDCG@10 ${mean.toFixed(3)} on ${shots.length} own visitors`);
    if (mean > best.mean) best = { weight, mean };
  }
  return best.weight;
}

const weightsOf = ({ likes, firstOwn }: JoinedLikes, publicWeight: number): Float32Array =>
  new Float32Array(likes.rows).fill(publicWeight, 0, firstOwn).fill(1, firstOwn);

function judge(
  incumbent: CollaborativeModel,
  challenger: CollaborativeModel,
  publicShots: readonly NamedShot[],
  ownShots: readonly NamedShot[],
): Verdict {
  const bout = (shots: readonly NamedShot[]) => ({
    incumbent: ndcgOfShots(incumbent, shots),
    challenger: ndcgOfShots(challenger, shots),
  });
  return judgeChallenger({ public: bout(publicShots), own: bout(ownShots) }, { margin, publicMargin });
}

/** What the lower end of the interval may lose, in nDCG: a house that differs from the public must lose something on the public (docs/models.md). */
const margin = 0.005;
const publicMargin = 0.1;

function firstOne(model: CollaborativeModel, shots: readonly NamedShot[]): Verdict {
  const { mean, n } = summarise(ndcgOfShots(model, shots));
  const told = n === 0 ? '' : `: nDCG@10 ${mean.toFixed(3)} on ${n} held-out viewers, three films given`;
  return { replace: true, reason: `It is the first model to learn from likes${told}.`, strata: [] };
}

function mustOpen(buffer: Buffer): CollaborativeModel {
  const model = openCollaborative(buffer);
  if (typeof model === 'string') throw new Error(`A model that was just made cannot be opened: ${model}`);
  return model;
}

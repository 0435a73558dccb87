import { type Catalogue, openCatalogue } from '#catalogue/catalogue.ts';
import { allNames } from '#catalogue/queries/film-names.ts';
import { LanterneError } from '#errors.ts';
import { factsOf } from '#facts.ts';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { readWeights, type Weights } from '#features/weights.ts';
import type { ContentModel } from '#models/content.ts';
import type { HybridModel } from '#models/hybrid/hybrid.ts';
import type { Model } from '#models/model.ts';
import { openContent, openLikes } from '#models/open.ts';
import { trainFolder } from '#train.ts';
import { buildTitleIndex, type TitleIndex } from '#search/title-index.ts';

/** A catalogue with the model trained on it and the index of its titles: what answers a question, replaced as a whole. */
export interface Engine extends AsyncDisposable, Weights {
  readonly catalogue: Catalogue;
  /** What recommends: the hybrid when there are likes to learn from, else the content model. */
  readonly model: Model;
  /** What says how alike two films are. */
  readonly content: Model;
  /** The same as `model` when it has learnt from likes, else null. */
  readonly likes: HybridModel | null;
  /** Built at the first search. */
  titles(): Promise<TitleIndex>;
  /** What the conditions, the shaping and the shelves look at; read at the first need. */
  facts(): Promise<CatalogueFacts>;
}

export interface EngineOptions {
  readonly sourcesOff?: readonly string[];
  readonly onProgress?: (message: string) => void;
  /** Whether a model that cannot be used is a fault: a server that has one goes on with it. Otherwise it is told, and done without. */
  readonly strict?: boolean;
}

/**
 * Opens what a data folder holds; a content model that is missing, or of another catalogue, is trained first.
 * @throws CATALOGUE_MISSING, CATALOGUE_UNUSABLE; when `strict`, MODEL_UNUSABLE
 */
export async function openEngine(
  folder: string,
  { sourcesOff = [], onProgress = () => {}, strict = false }: EngineOptions = {},
): Promise<Engine> {
  const catalogue = await openCatalogue(folder, { sourcesOff });
  try {
    const content = await contentOf(folder, catalogue, { sourcesOff, onProgress, strict });
    const likes = likesOf(folder, content, { onProgress, strict });
    const weights = await readWeights(catalogue);
    let index: Promise<TitleIndex> | null = null;
    let facts: Promise<CatalogueFacts> | null = null;
    return {
      catalogue,
      model: likes ?? content,
      content,
      likes,
      titles: () => (index ??= readTitles(catalogue, weights)),
      facts: () =>
        (facts ??= factsOf(folder, catalogue, { sourcesOff, onProgress }).catch((error: unknown) => {
          facts = null;
          throw error;
        })),
      ...weights,
      [Symbol.asyncDispose]: () => catalogue[Symbol.asyncDispose](),
    };
  } catch (error) {
    await catalogue[Symbol.asyncDispose]();
    throw error;
  }
}

/** The index of every title of the catalogue; no model is needed to search. */
export async function readTitles(catalogue: Catalogue, { years, fame }: Weights): Promise<TitleIndex> {
  const named = await catalogue.run(allNames, {});
  return buildTitleIndex({
    films: catalogue.films,
    nameFilm: Int32Array.from(named, ({ film }) => film),
    names: named.map(({ name }) => name),
    years,
    weight: fame,
  });
}

async function contentOf(
  folder: string,
  catalogue: Catalogue,
  options: Required<EngineOptions>,
): Promise<ContentModel> {
  try {
    return openContent(folder, catalogue.vocabulary);
  } catch (error) {
    if (!(error instanceof LanterneError && (error.code === 'MODEL_MISSING' || error.code === 'MODEL_UNUSABLE')))
      throw error;
    options.onProgress(`${error.message} Training it now…`);
    await trainFolder(folder, options).catch((reason: unknown) => {
      // The content model is in place by then: likes that cannot be read are no reason to answer nobody.
      if (!(reason instanceof LanterneError && reason.code === 'INTERACTIONS_UNUSABLE')) throw reason;
      options.onProgress(reason.message);
    });
    return openContent(folder, catalogue.vocabulary);
  }
}

function likesOf(
  folder: string,
  content: ContentModel,
  { onProgress, strict }: Required<Pick<EngineOptions, 'onProgress' | 'strict'>>,
): HybridModel | null {
  try {
    return openLikes(folder, content);
  } catch (error) {
    if (strict || !(error instanceof LanterneError)) throw error;
    onProgress(`${error.message} The recommendations are by content alone until then.`);
    return null;
  }
}

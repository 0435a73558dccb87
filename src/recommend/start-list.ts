import { asFilmIndex } from '#brand.ts';
import { topK } from '#kernels/top-k.ts';
import type { Model } from '#models/model.ts';
import type { Recommended, Taste } from '#recommend/types.ts';

/** The best known films that were not seen: for someone who has named none yet. Ties go to the lower index. */
export function startList(
  fame: Float32Array,
  model: Model,
  taste: Taste,
  { top, allow }: { top: number; allow?: (film: number) => boolean },
): Recommended[] {
  const away = new Set<number>([...taste.disliked, ...taste.seen]);
  const scores = fame.map((value, film) =>
    model.recommendable(film) && !away.has(film) && (allow?.(film) ?? true) ? value : -Infinity,
  );
  return Array.from(topK(scores, top), (film) => ({ film: asFilmIndex(film), score: scores[film] ?? 0, reasons: [] }));
}

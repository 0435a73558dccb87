import type { Config } from '#config.ts';
import { openMarket } from '#market/book.ts';
import { marketStamp } from '#market/store.ts';
import type { MarketBook } from '#market/types.ts';

/** The figures of one running Lanterne. */
export interface Figures {
  /** The market's book of the cinema's commune: read when it is first asked for, and again when files were imported. @throws see openMarket */
  market(): MarketBook;
}

const opened = new WeakMap<Config, Figures>();

/** The figures of some settings, kept as long as they are. */
export function openFigures(config: Config): Figures {
  const known = opened.get(config);
  if (known !== undefined) return known;
  let kept: { readonly stamp: string | null; readonly book: MarketBook } | null = null;
  const figures: Figures = {
    market() {
      const stamp = marketStamp(config.dataFolder);
      if (kept?.stamp !== stamp) kept = { stamp, book: openMarket(config.dataFolder, { commune: config.commune }) };
      return kept.book;
    },
  };
  opened.set(config, figures);
  return figures;
}

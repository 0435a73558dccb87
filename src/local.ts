import type { Config } from '#config.ts';
import { LanterneError } from '#errors.ts';
import { openFigures } from '#figures.ts';
import { localTaste } from '#market/local-taste.ts';
import type { LocalTaste } from '#recommend/local-taste.ts';

/**
 * What is seen where the cinema is, for who has named no film; null when the market's book cannot be read or does not know it, which is told: films are recommended
 * all the same.
 */
export function tasteOfPlace(config: Config, onProgress: (message: string) => void = () => {}): LocalTaste | null {
  try {
    return localTaste(openFigures(config).market());
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    onProgress(`${error.message} The list for who has named no film is of the best known films until then.`);
    return null;
  }
}

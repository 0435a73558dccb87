import { readFileSync } from 'node:fs';

/** Our own French for the keywords that the catalogues use, from starter/keywords.fr.tsv: 'heist' -> 'braquage'. */
export function readGlossary(
  path = new URL('../../starter/keywords.fr.tsv', import.meta.url),
): ReadonlyMap<string, string> {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return new Map(
    lines.flatMap((line) => {
      const [keyword, label] = line.split('\t');
      return keyword !== undefined && label !== undefined ? [[keyword, label] as const] : [];
    }),
  );
}

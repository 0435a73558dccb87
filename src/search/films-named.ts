import { nearPrefix } from '#kernels/near-prefix.ts';
import { foldWords } from '#search/fold.ts';
import { units } from '#search/query.ts';
import { keyKinds, type TitleIndex } from '#search/title-index.ts';

/**
 * The films that bear this very title, folded, for lists of thousands of titles written by a catalogue and not by a hand: about a thousand
 * times quicker than `resolveTitle`. Films of the year when there are some, else those of the year before or after, which catalogues give
 * as readily; of every year when it is null.
 */
export function filmsNamed(index: TitleIndex, title: string, year: number | null): number[] {
  const key = foldWords(title).join('');
  if (key === '') return [];
  const found = new Set<number>();
  const { start } = index.spelling.table;
  nearPrefix(index.spelling.table, units(key), 0, (low, high) => {
    // what equals the key stands before what only begins with it
    for (let rank = low; rank < high && (start[rank + 1] ?? 0) - (start[rank] ?? 0) === key.length; rank++) {
      if (index.spelling.kind[rank] !== keyKinds.whole) continue;
      const entry = index.spelling.entry[rank] ?? 0;
      for (let at = index.titleStart[entry] ?? 0; at < (index.titleStart[entry + 1] ?? 0); at++)
        found.add(index.titleFilm[at] ?? 0);
    }
  });
  const films = [...found];
  if (year === null) return films;
  const gap = (film: number): number => Math.abs((index.input.years[film] ?? 0) - year);
  const same = films.filter((film) => gap(film) === 0);
  return same.length > 0 ? same : films.filter((film) => gap(film) === 1);
}

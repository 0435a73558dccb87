import { asFilmId } from '#brand.ts';
import { numberOption, textOption, type Invocation } from '#cli/command.ts';
import { printCsv } from '#cli/demand/csv.ts';
import { oneFilm } from '#cli/one-film.ts';
import { settings } from '#cli/settings.ts';
import type { DemandBoard, DemandFilm } from '#demand/board.ts';
import { readDemand } from '#demand/read-demand.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import { openMarket } from '#market/book.ts';
import { townNames } from '#market/town-names.ts';
import { openState, statePlace } from '#state/open-state.ts';

/** Films by the seats to be expected; with `--csv` the file of the page. @throws USAGE, FILM_UNKNOWN */
export async function run(invocation: Invocation): Promise<void> {
  if (invocation.values['csv'] === true) return printCsv(invocation);
  const stray = ['places', 'language'].find((name) => invocation.values[name] !== undefined);
  if (stray !== undefined) throw fault('USAGE', { problem: `--${stray} goes with --csv.`, command: 'demand' });
  const asked = textOption(invocation, 'film');
  const film = asked === undefined ? null : asFilmId(asked);
  if (asked !== undefined && film === null)
    throw fault('USAGE', { problem: `--film is an identifier like tt0119038, not “${asked}”.`, command: 'demand' });
  const least = numberOption(invocation, 'demand', 'min', { fallback: 1, low: 1, whole: true });
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  const book = openMarket(config.dataFolder, { commune: config.commune });
  const board = await readDemand(state.db, book, film === null ? {} : { film });
  const films = board.films.filter(({ people }) => people >= least);
  const json = invocation.values['json'] === true;
  const awaited = board.films.length > 0;
  if (json && (awaited || film === null)) return invocation.print(JSON.stringify(asJson(board, films)));
  await using lanterne = await openLanterne(config, { onProgress: invocation.note });
  if (film !== null && !awaited) await oneFilm(lanterne, film);
  if (json) return invocation.print(JSON.stringify(asJson(board, films)));
  const titles = new Map((await lanterne.cards(films.map((one) => one.film))).map((card) => [card.id, card]));
  const names = townNames(book);
  if (films.length === 0) invocation.note('No film is awaited by so many people.');
  for (const one of films) {
    const card = titles.get(one.film);
    invocation.print(
      `${one.film}  ${card?.titleFr ?? card?.title ?? ''}  ${one.people} people, ${one.seats} seats, ${expected(one)}${standing(one, board)}`,
    );
    if (film !== null)
      for (const { commune, people, seats } of one.groups)
        invocation.print(
          `  ${commune === null ? 'several communes' : (names.get(commune) ?? commune)}: ${people} people, ${seats} seats`,
        );
  }
  invocation.note(
    `The share that comes is taken to be ${share(board)} (${board.showUp.runs === 0 ? 'a choice: no showing was counted yet' : `learnt from ${board.showUp.runs} films`}).`,
  );
}

const expected = ({ expected: seats, venue }: DemandFilm): string =>
  seats === null
    ? 'too few near any venue'
    : `${seats.low} to ${seats.high} to be expected${venue === null ? '' : ` at ${venue}`}`;

function standing({ programmed, reached, rising }: DemandFilm, { threshold }: DemandBoard): string {
  const trend = rising ? ', rising' : '';
  if (programmed !== null) return `, on the programme on ${programmed.day}${trend}`;
  return `${reached ? `, threshold of ${threshold} reached` : ''}${trend}`;
}

const share = ({ showUp: { mean, interval } }: DemandBoard): string =>
  `${Math.round(100 * mean)} % (${Math.round(100 * interval.low)} to ${Math.round(100 * interval.high)} %)`;

const asJson = (
  { threshold, fewFilms, aside, showUp: { runs, mean, interval } }: DemandBoard,
  films: readonly DemandFilm[],
) => ({
  threshold,
  films,
  fewFilms,
  aside,
  showUp: { runs, mean, interval },
});

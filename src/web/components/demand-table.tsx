import type { ComponentChildren, JSX } from 'preact';
import { risingFilms, type DemandFilm } from '#demand/board.ts';
import type { DemandView } from '#web/demand-view.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface DemandProps {
  readonly site: Site;
  readonly view: DemandView;
}

/** The films that are awaited, a row a film, by the least that is to be expected. */
export function DemandTable({ site, view }: DemandProps): JSX.Element {
  const { demand: words } = site.words.wishes;
  const { board, titleOf, venueOf } = view;
  const venues = board.films.some(({ venue }) => venue !== null);
  const heads = [words.people, words.seats, words.expected, ...(venues ? [words.at] : []), words.recent, words.marks];
  return (
    <div class="table-room" role="group" aria-labelledby="demand-films" tabIndex={0}>
      <table class="data-table">
        <caption id="demand-films">{words.tableTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.film}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class={head === words.at ? undefined : 'number'}>
                {head}
              </th>
            ))}
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {board.films.map((one) => (
            <tr key={one.film}>
              <th scope="row">
                <a href={`${pathIn(site.language, '/equipe/demande')}?film=${one.film}`}>{titleOf(one.film)}</a>
              </th>
              <td class="number">{site.words.number(one.people)}</td>
              <td class="number">{site.words.number(one.seats)}</td>
              <td class="number">
                <strong>
                  {one.expected === null
                    ? words.few
                    : words.range(one.expected.low, one.expected.high, one.expected.mean)}
                </strong>
              </td>
              {venues ? <td>{one.venue === null ? <Hidden>{words.few}</Hidden> : venueOf(one.venue)}</td> : null}
              <td class="number">
                {one.recent === null ? <Hidden>{words.untold}</Hidden> : site.words.number(one.recent)}
                {one.rising ? ` · ${words.rising}` : ''}
              </td>
              <td class="number">
                {one.liked === null && one.wanted === null ? (
                  <Hidden>{words.hidden}</Hidden>
                ) : (
                  <>
                    {marks(one.liked, site)} / {marks(one.wanted, site)}
                  </>
                )}
              </td>
              <td>{standing(one, site, board.threshold)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Films under the threshold that more and more people wish. */
export function RisingFilms({ site, view }: DemandProps): JSX.Element {
  const { demand: words } = site.words.wishes;
  const rising = risingFilms(view.board);
  return (
    <section aria-labelledby="demand-rising">
      <h2 id="demand-rising">{words.risingTitle}</h2>
      {rising.length === 0 ? (
        <p>{words.risingNone}</p>
      ) : (
        <ul class="bullets">
          {rising.map(({ film, people, recent }) => (
            <li key={film}>{words.risingLine(view.titleOf(film), people, recent)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const Hidden = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <span class="untold">{children}</span>
);

const marks = (count: number | null, { words }: Site): string =>
  count === null ? words.wishes.demand.hidden : words.number(count);

function standing({ programmed, reached, people }: DemandFilm, { words }: Site, threshold: number): string {
  const { demand } = words.wishes;
  if (programmed !== null) return demand.programmed(words.date(programmed.day));
  return reached ? demand.reached : demand.missing(threshold - people);
}

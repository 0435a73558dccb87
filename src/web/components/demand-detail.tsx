import type { JSX } from 'preact';
import type { DemandFilm } from '#demand/board.ts';
import { nearMinutes } from '#demand/near.ts';
import type { DemandView } from '#web/demand-view.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';

interface DemandDetailProps {
  readonly site: Site;
  readonly view: DemandView;
  readonly one: DemandFilm;
}

/** One film: where they would come from, and what each venue may expect. */
export function DemandDetail({ site, view, one }: DemandDetailProps): JSX.Element {
  const { wishes, number } = site.words;
  const { demand: words } = wishes;
  const title = view.titleOf(one.film);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {wishes.people(one.people)}, {wishes.seats(one.seats)}.{' '}
        {one.days.length === 0 ? words.anyDay : words.best(wishes.list(one.days.map(wishes.day)))}
      </p>
      <div class="table-room" role="group" aria-labelledby="demand-venues" tabIndex={0}>
        <table class="data-table">
          <caption id="demand-venues">{words.byVenue(nearMinutes)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.venue}</th>
              <th scope="col" class="number">
                {words.people}
              </th>
              <th scope="col" class="number">
                {words.seats}
              </th>
              <th scope="col" class="number">
                {words.expected}
              </th>
            </tr>
          </thead>
          <tbody>
            {one.catchments.map(({ venue, people, seats, atLeast, expected }) => (
              <tr key={venue}>
                <th scope="row">{view.venueOf(venue)}</th>
                <td class="number">{people === null ? words.few : atLeast ? words.atLeast(people) : number(people)}</td>
                <td class="number">{people === null ? words.few : atLeast ? words.atLeast(seats) : number(seats)}</td>
                <td class="number">
                  {expected === null ? words.few : words.range(expected.low, expected.high, expected.mean)}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.everywhere}</th>
              <td class="number">{number(one.people)}</td>
              <td class="number">{number(one.seats)}</td>
              <td class="number">{words.range(one.everywhere.low, one.everywhere.high, one.everywhere.mean)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <div class="table-room" role="group" aria-labelledby="demand-communes" tabIndex={0}>
        <table class="data-table">
          <caption id="demand-communes">{words.byCommune}</caption>
          <thead>
            <tr>
              <th scope="col">{words.commune}</th>
              <th scope="col" class="number">
                {words.people}
              </th>
              <th scope="col" class="number">
                {words.seats}
              </th>
            </tr>
          </thead>
          <tbody>
            {one.groups.map(({ commune, people, seats }, at) => (
              <tr key={at}>
                <th scope="row">{commune === null ? words.several : view.nameOf(commune)}</th>
                <td class="number">{number(people)}</td>
                <td class="number">{number(seats)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="demand-note">{words.groupsNote}</p>
      <p class="demand-files">
        <a href={filmAddress(site, one.film, noTaste)}>{words.filmPage}</a>
      </p>
    </>
  );
}

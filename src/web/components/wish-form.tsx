import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import type { WishView } from '#web/wish-view.ts';

interface WishFormProps {
  readonly site: Site;
  readonly film: FilmId;
  readonly back: string;
  readonly view: WishView;
}

/** From Wednesday, when the week of cinema begins. */
const weekdays = [3, 4, 5, 6, 7, 1, 2] as const;
const seats = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const usualSeats = 2;

/** Where from, which days, how many. */
export function WishForm({ site, film, back, view }: WishFormProps): JSX.Element {
  const { wishes: words } = site.words;
  const { mine, commune, communes } = view;
  return (
    <form class="wish-form" method="post" action={pathIn(site.language, '/je-viendrais')}>
      <input type="hidden" name="film" value={film} />
      <input type="hidden" name="back" value={back} />
      <p>
        <label for="wish-commune">{words.commune}</label>
        <select id="wish-commune" name="commune" required>
          <option value="">{words.chooseCommune}</option>
          {communes.map(({ code, name }) => (
            <option key={code} value={code} selected={code === commune}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <fieldset aria-describedby="wish-days">
        <legend>{words.daysAsked}</legend>
        <div class="wish-days">
          {weekdays.map((day) => (
            <label key={day}>
              <input type="checkbox" name={`day-${day}`} value="on" checked={mine?.days.includes(day) === true} />
              {words.day(day)}
            </label>
          ))}
        </div>
        <p id="wish-days" class="hint">
          {words.daysHint}
        </p>
      </fieldset>
      <p>
        <label for="wish-seats">{words.seatsAsked}</label>
        <select id="wish-seats" name="seats">
          {seats.map((count) => (
            <option key={count} value={count} selected={count === (mine?.seats ?? usualSeats)}>
              {count}
            </option>
          ))}
        </select>
      </p>
      <button>{mine === null ? words.submit : words.save}</button>
      <p class="promise">{words.promise}</p>
    </form>
  );
}

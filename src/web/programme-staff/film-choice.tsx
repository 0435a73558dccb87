import type { JSX } from 'preact';
import { tellFilm, withoutCard, type Refused } from '#programme/prepare.ts';
import type { Site } from '#web/site.ts';

interface FilmChoiceProps {
  readonly site: Site;
  readonly refused: Refused;
  readonly title: string;
}

/** Which film a refused line means: one of its candidates, another, or none of the catalogue. */
export function FilmChoice({ site, refused, title }: FilmChoiceProps): JSX.Element {
  const words = site.words.staff.programme.import;
  const name = `film-${refused.line}`;
  const options = [
    ...refused.candidates.map((one) => [one.id, tellFilm(one)] as const),
    [withoutCard, words.withoutCard] as const,
    ['', words.chooseLater] as const,
  ];
  return (
    <fieldset class="film-choice">
      <legend>{words.chooseFor(title)}</legend>
      {options.map(([value, told]) => (
        <label key={value} class="staff-check">
          <input type="radio" name={name} value={value} checked={value === ''} />
          <span>{told}</span>
        </label>
      ))}
      <label class="staff-check">
        <span>{words.identifier}</span>
        <input name={`tt-${refused.line}`} pattern=".*tt[0-9]{5,12}.*" />
      </label>
    </fieldset>
  );
}

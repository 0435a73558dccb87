import type { JSX } from 'preact';
import type { Venue } from '#state/venues.ts';

/** The choice of a venue, or of all; none where there is but one. */
export const VenueSelect = ({
  venues,
  chosen,
  label,
  every,
}: {
  readonly venues: readonly Pick<Venue, 'id' | 'name'>[];
  readonly chosen: string | null;
  readonly label: string;
  readonly every: string;
}): JSX.Element | null =>
  venues.length < 2 ? null : (
    <p>
      <label for="lieu">{label}</label>
      <select id="lieu" name="lieu">
        <option value="">{every}</option>
        {venues.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );

import type { FilmId } from '#brand.ts';
import { partiesOf } from '#demand/expected-seats.ts';
import { nearBy } from '#demand/near.ts';
import { plausible } from '#demand/plausible.ts';
import type { MarketBook } from '#market/types.ts';
import type { Parties } from '#state/attendance.ts';
import { wishersOf } from '#state/demand.ts';
import type { Db } from '#state/schema.ts';
import type { Venue } from '#state/venues.ts';

/** Who near a venue had wished a film before a showing of it: how many parties of each size, and nobody's name. */
export async function whoWished(
  db: Db,
  book: Pick<MarketBook, 'communes'>,
  { film, at, starts }: { readonly film: FilmId; readonly at: Venue; readonly starts: string },
): Promise<Parties> {
  const near = nearBy(book, [at]);
  const { counted } = plausible(await wishersOf(db, { films: [film] }), near.knows);
  return partiesOf(counted.filter((wisher) => wisher.at <= starts && near.within(wisher.commune, at)));
}

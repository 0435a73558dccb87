import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import { mostWishes } from '#state/wishes.ts';
import { PostButton } from '#web/components/post-button.tsx';
import { WishForm } from '#web/components/wish-form.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import type { WishView } from '#web/wish-view.ts';

interface WishBoxProps {
  readonly site: Site;
  readonly film: FilmId;
  readonly back: string;
  readonly view: WishView | null;
  /** The page tells the showings near the reader already: the box says the rest. */
  readonly shownNearby: boolean;
  /** The `wish` of the address: what a form has just done. */
  readonly said: string | null;
}

/** On the page of a film: who would come, whether the reader would, and what happens then; its showings when there are any. */
export function WishBox(props: WishBoxProps): JSX.Element | null {
  const { site, film, back, view, shownNearby, said } = props;
  const { wishes: words } = site.words;
  if (view === null) return null;
  const { mine, threshold } = view;
  const name = (code: string): string => site.market().communes.find((one) => one.code === code)?.name ?? code;
  return (
    <section id="je-viendrais" class="wish" aria-labelledby="wish-title">
      <h2 id="wish-title">{shownNearby ? words.headingShown : words.heading}</h2>
      <Said {...props} />
      {shownNearby || view.showings.length === 0 ? null : <Showings site={site} view={view} name={name} />}
      {view.near ? null : <Count site={site} view={view} />}
      {mine === null ? null : (
        <div class="wish-mine">
          <p>
            <strong>{words.mine(name(mine.commune), words.days(mine.days), mine.seats)}</strong>
          </p>
          <PostButton action={pathIn(site.language, '/je-viendrais')} fields={{ film, back, off: '1' }} class="quiet">
            {words.undo}
          </PostButton>
        </div>
      )}
      <details class="wish-details" open={said === 'commune'}>
        <summary>{mine !== null ? words.change : view.near ? words.far : words.ask}</summary>
        <WishForm site={site} film={film} back={back} view={view} />
      </details>
      {view.near ? null : (
        <p class="wish-next">
          {view.count.kind === 'told' && view.count.people >= threshold
            ? words.reached(threshold)
            : words.next(threshold)}{' '}
          <a href={`${pathIn(site.language, '/alertes')}?film=${film}`}>{words.tellMe}</a>
          {' · '}
          <a href={pathIn(site.language, '/envies')}>{words.place}</a>
        </p>
      )}
    </section>
  );
}

function Said({ site, view, said }: WishBoxProps): JSX.Element | null {
  const { wishes: words, kept } = site.words;
  const { mine } = view ?? { mine: null };
  const text =
    said === 'made'
      ? mine === null
        ? kept.done.notKept
        : words.said.made
      : said === 'gone' && mine === null
        ? words.said.gone
        : said === 'commune'
          ? words.said.commune
          : said === 'full'
            ? words.said.full(mostWishes)
            : null;
  return text === null ? null : (
    <p class="notice" role="status">
      {text}
    </p>
  );
}

function Count({ site, view: { count, mine } }: { readonly site: Site; readonly view: WishView }): JSX.Element {
  const { wishes: words } = site.words;
  const text =
    count.kind === 'told'
      ? words.count(count.people, count.seats, mine !== null)
      : count.kind === 'few'
        ? mine === null
          ? words.few
          : words.fewWithMine
        : mine === null
          ? words.nobody
          : words.fewWithMine;
  return <p class="wish-count">{text}</p>;
}

function Showings({
  site,
  view,
  name,
}: {
  readonly site: Site;
  readonly view: WishView;
  readonly name: (code: string) => string;
}): JSX.Element {
  const { wishes: words } = site.words;
  return (
    <div class="wish-showings">
      <h3>{words.showings}</h3>
      <ul>
        {view.showings.map(({ id, starts, at }) => (
          <li key={id}>
            <a href={pathIn(site.language, `/seance/${id}`)}>
              {words.showing(words.when(starts), at.name, name(at.commune))}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={pathIn(site.language, '/programme')}>{words.programme}</a>
      </p>
    </div>
  );
}

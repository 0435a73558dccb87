import type { JSX } from 'preact';
import { asFilmId, type FilmId } from '#brand.ts';
import type { MarkKind } from '#state/schema.ts';
import { pathIn } from '#web/language.ts';
import { changeAddress, results } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { put, type TasteUrl } from '#web/taste-url.ts';

interface MarkButtonsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly id: string;
  readonly title: string;
  /** The page to come back to, with its query. */
  readonly back: string;
  /** The list that the film stands in, when it is logged. */
  readonly list?: string | undefined;
  /** The address of the page for another taste: the list of films unless told. */
  readonly at?: ((taste: TasteUrl) => string) | undefined;
}

/**
 * What a reader may say of a film: liked, which joins the taste of the address; to watch, seen, not for me, which are kept. Plain links and a plain
 * form; the island `marks` sends it without leaving the page. Where nothing can be kept, seen and not join the address too.
 */
export function MarkButtons({ site, taste, id, title, back, list, at }: MarkButtonsProps): JSX.Element | null {
  const { results: words } = site.words;
  const film = asFilmId(id);
  const addressOf = at ?? ((other: TasteUrl) => changeAddress(site, results, [taste, other], ''));
  if (film === null) return null;
  return (
    <div class="actions" role="group" aria-label={words.actions(title)}>
      {taste.liked.includes(film) ? null : (
        <a href={addressOf(put(taste, 'liked', film))} data-swap>
          {words.alsoLiked}
          <span class="heard-only"> ({title})</span>
        </a>
      )}
      {site.state === null ? (
        <AddressLinks site={site} taste={taste} film={film} title={title} at={addressOf} />
      ) : (
        <MarkForm site={site} film={film} title={title} back={back} list={list} />
      )}
    </div>
  );
}

function AddressLinks({
  site,
  taste,
  film,
  title,
  at,
}: Pick<MarkButtonsProps, 'site' | 'taste' | 'title'> & {
  readonly film: FilmId;
  readonly at: (taste: TasteUrl) => string;
}): JSX.Element {
  const { kept } = site.words;
  const others = [
    ['seen', kept.seen],
    ['not', kept.not],
  ] as const;
  return (
    <>
      {others.map(([name, label]) => (
        <a key={name} href={at(put(taste, name, film))} data-swap>
          {label}
          <span class="heard-only"> ({title})</span>
        </a>
      ))}
    </>
  );
}

/** The three marks as one form of buttons; a mark that stands is taken away by its button. */
export function MarkForm({
  site,
  film,
  title,
  back,
  list,
}: Pick<MarkButtonsProps, 'site' | 'title' | 'back' | 'list'> & { readonly film: FilmId }): JSX.Element {
  const { kept } = site.words;
  const marks = site.visitor?.marks.get(film);
  const kinds: readonly (readonly [MarkKind, string])[] = [
    ['wanted', kept.wanted],
    ['seen', kept.seen],
    ['disliked', kept.not],
  ];
  return (
    <form class="marks" method="post" action={pathIn(site.language, '/marque')} data-film={film}>
      <input type="hidden" name="film" value={film} />
      <input type="hidden" name="back" value={back} />
      {list === undefined ? null : <input type="hidden" name="list" value={list} />}
      {kinds.map(([kind, label]) => {
        const on = marks?.has(kind) === true;
        return (
          <button key={kind} name="kind" value={on ? `-${kind}` : kind} aria-pressed={on ? 'true' : 'false'}>
            {label}
            <span class="heard-only"> ({title})</span>
          </button>
        );
      })}
    </form>
  );
}

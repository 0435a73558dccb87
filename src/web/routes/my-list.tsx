import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import type { MarkKind } from '#state/schema.ts';
import { Cross } from '#web/components/cross.tsx';
import { doneNotice } from '#web/components/done-notice.tsx';
import { FilmLine } from '#web/components/film-line.tsx';
import { Layout } from '#web/components/layout.tsx';
import { MyWishes } from '#web/components/my-wishes.tsx';
import { Poster } from '#web/components/poster.tsx';
import { pathIn } from '#web/language.ts';
import { myWishes } from '#web/my-wishes.ts';
import { page, queryOf } from '#web/page.ts';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { mostLiked, noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

const order = ['wanted', 'liked', 'seen', 'disliked'] as const satisfies readonly MarkKind[];

/** The films that the visitor put aside: to watch, liked, seen, not for me; each can be taken out. */
export async function myList(context: Context, site: Site): Promise<Response> {
  const { kept } = site.words;
  const { visitor, lanterne } = site;
  const back = pathIn(site.language, '/ma-liste');
  const lists =
    visitor === null ? [] : order.map((kind) => [kind, filmsOf(visitor.taste, visitor.wanted, kind)] as const);
  const cards = new Map((await lanterne.cards(lists.flatMap(([, films]) => films))).map((card) => [card.id, card]));
  const notice = await doneNotice({ site, done: queryOf(context).get('done'), back });
  const liked = visitor?.taste.liked ?? [];
  const wishes = await myWishes(site);
  return page(
    context,
    <Layout site={site} title={kept.title} path="/ma-liste" query="" class="my-list">
      <div class="wide">
        <h1>{kept.title}</h1>
        {notice}
        <p class="lead">{cards.size === 0 && wishes.length === 0 ? kept.empty : kept.lead}</p>
        {liked.length === 0 ? null : (
          <p>
            <a class="button" href={filmsAddress(site, { ...noTaste, liked: liked.slice(0, mostLiked) })}>
              {kept.fromLiked}
            </a>
          </p>
        )}
        {lists.map(([kind, films]) => {
          const known = films.flatMap((id) => cards.get(id) ?? []);
          return known.length === 0 ? null : <Kept key={kind} site={site} kind={kind} cards={known} back={back} />;
        })}
        <MyWishes site={site} wishes={wishes} back={back} />
        <p>
          <a href={pathIn(site.language, '/mes-donnees')}>{kept.data.link}</a>
        </p>
      </div>
    </Layout>,
  );
}

const filmsOf = (
  { liked, seen, disliked }: { liked: readonly FilmId[]; seen: readonly FilmId[]; disliked: readonly FilmId[] },
  wanted: readonly FilmId[],
  kind: MarkKind,
): readonly FilmId[] => ({ liked, seen, disliked, wanted })[kind];

interface KeptProps {
  readonly site: Site;
  readonly kind: MarkKind;
  readonly cards: readonly FilmCard[];
  readonly back: string;
}

function Kept({ site, kind, cards, back }: KeptProps): JSX.Element {
  const { kept } = site.words;
  return (
    <section aria-labelledby={`kept-${kind}`}>
      <h2 id={`kept-${kind}`}>{kept.lists[kind]}</h2>
      <ul class="kept-films">
        {cards.map((card) => {
          const title = titleOf(card, site.language);
          return (
            <li key={card.id}>
              <Poster site={site} card={card} silent sizes="4rem" />
              <div>
                <h3 class="film-title">
                  <a href={filmAddress(site, card.id, noTaste)}>{title}</a>
                </h3>
                <FilmLine site={site} card={card} />
              </div>
              <form class="marks" method="post" action={pathIn(site.language, '/marque')}>
                <input type="hidden" name="film" value={card.id} />
                <input type="hidden" name="back" value={back} />
                <button name="kind" value={`-${kind}`} class="remove" aria-label={kept.remove(title)}>
                  <Cross />
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

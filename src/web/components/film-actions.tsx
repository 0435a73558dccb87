import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import { MarkForm } from '#web/components/mark-buttons.tsx';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { put, type TasteUrl } from '#web/taste-url.ts';

interface FilmActionsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly id: FilmId;
  readonly title: string;
}

/** What the reader may do with the film of the page: start from it, and mark it. */
export function FilmActions({ site, taste, id, title }: FilmActionsProps): JSX.Element {
  const { film: words } = site.words;
  return (
    <div class="film-actions" role="group" aria-label={words.actions}>
      {taste.liked.includes(id) ? (
        <span class="done">{words.added}</span>
      ) : (
        <a class="button" href={filmsAddress(site, put(taste, 'liked', id))}>
          {words.add}
        </a>
      )}
      {site.state === null ? (
        (
          [
            ['seen', words.seen],
            ['not', words.not],
          ] as const
        ).map(([list, label]) =>
          taste[list].includes(id) ? null : (
            <a key={list} class="quiet button" href={filmsAddress(site, put(taste, list, id))}>
              {label}
            </a>
          ),
        )
      ) : (
        <MarkForm site={site} film={id} title={title} back={filmAddress(site, id, taste)} />
      )}
    </div>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import { PostButton } from '#web/components/post-button.tsx';
import type { OpenGroup } from '#web/group/open-group.ts';
import { handleOf } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface GroupNoticeProps {
  readonly site: Site;
  readonly open: OpenGroup;
  readonly address: string;
  readonly query: URLSearchParams;
}

/** What a form of the group's page has just done, said on the page that it leads back to. Nothing for an address that was made up. */
export async function groupNotice({ site, open, address, query }: GroupNoticeProps): Promise<JSX.Element | null> {
  const [act = '', ...ids] = (query.get('done') ?? '').slice(0, 600).split('.');
  const { done, mine, evenings } = site.words.group;
  const { own, people, chosen } = open;
  const cards = await site.lanterne.cards(ids.slice(0, 20).flatMap((id) => asFilmId(id) ?? []));
  const titles = cards.map((card) => titleOf(card, site.language));
  const [title, [card]] = [titles[0], cards];
  const film = card === undefined ? null : asFilmId(card.id);
  const whole = query.get('full') === '1' ? ` ${done.full}` : '';
  if (act === 'needName') return <Notice>{done.needName}</Notice>;
  if (act === 'left') return <Notice>{done.left}</Notice>;
  if (act !== '' && own.length === 0) return act === 'joined' ? <Notice>{site.words.kept.done.notKept}</Notice> : null;
  if (act === 'joined') {
    const name = own.at(-1)?.label ?? '';
    return <Notice>{`${done.joined(name)}${titles.length === 0 ? '' : ` ${done.added(titles)}`}${whole}`}</Notice>;
  }
  if (act === 'added')
    return titles.length === 0 && whole === '' ? null : (
      <Notice>{`${titles.length === 0 ? '' : done.added(titles)}${whole}`}</Notice>
    );
  if (title === undefined || film === null) return null;
  if (act === 'refused') {
    const place = own.find(({ basket }) => basket.disliked.includes(film));
    if (place === undefined) return null;
    return (
      <Notice>
        {done.refused(title)}{' '}
        <PostButton action={address} fields={{ do: 'allow', film, who: handleOf(place.id) }} class="small">
          {site.words.kept.undo}
          <span class="heard-only"> : {mine.allow(title, place.label)}</span>
        </PostButton>
      </Notice>
    );
  }
  if (act === 'chosen')
    return chosen.includes(film) ? (
      <Notice>
        {done.chosen(title)}{' '}
        <PostButton action={address} fields={{ do: 'take-back', film }} class="small">
          {site.words.kept.undo}
          <span class="heard-only"> : {evenings.takeBack(title)}</span>
        </PostButton>
      </Notice>
    ) : null;
  if (act === 'removed' && people.length > 0) return <Notice>{done.removed(title)}</Notice>;
  if (act === 'allowed') return <Notice>{done.allowed(title)}</Notice>;
  if (act === 'takenBack') return <Notice>{done.takenBack(title)}</Notice>;
  return act === 'gone' ? <Notice>{done.gone(title)}</Notice> : null;
}

const Notice = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <div id="done" class="notice done-notice" role="status" tabIndex={-1}>
    {children}
  </div>
);

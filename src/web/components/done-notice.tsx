import type { ComponentChildren, JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import { asMarkKind } from '#state/marks.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface DoneNoticeProps {
  readonly site: Site;
  /** The `done` of the address: `seen.tt0119038`, `-seen.tt0119038` when it was undone, `kept.3`. */
  readonly done: string | null;
  readonly back: string;
}

/** What a form has just done, said on the page that it leads back to, with the way to undo it. Nothing for an address that was made up. */
export async function doneNotice({ site, done, back }: DoneNoticeProps): Promise<JSX.Element | null> {
  const [said = '', what = ''] = (done ?? '').split('.');
  const { kept } = site.words;
  if (done === null || site.state === null) return null;
  if (site.visitor === null)
    return asMarkKind(said) === null && said !== 'kept' ? null : <Notice>{kept.done.notKept}</Notice>;
  if (said === 'kept') return /^\d{1,3}$/.test(what) ? <Notice>{kept.done.kept(Number(what))}</Notice> : null;
  const [film, kind] = [asFilmId(what), asMarkKind(said.replace(/^-/, ''))];
  const [card] = film === null || kind === null ? [] : await site.lanterne.cards([film]);
  if (film === null || kind === null || card === undefined) return null;
  const title = titleOf(card, site.language);
  if (said.startsWith('-')) return <Notice>{kept.done.undone(title)}</Notice>;
  if (site.visitor.marks.get(film)?.has(kind) !== true) return null;
  return (
    <Notice>
      {kept.done[kind](title)}{' '}
      <form class="marks undo" method="post" action={pathIn(site.language, '/marque')}>
        <input type="hidden" name="film" value={film} />
        <input type="hidden" name="back" value={back} />
        <button name="kind" value={`-${kind}`} aria-label={kept.undoFor(title)}>
          {kept.undo}
        </button>
      </form>
    </Notice>
  );
}

const Notice = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <div id="done" class="notice done-notice" role="status" tabIndex={-1}>
    {children}
  </div>
);

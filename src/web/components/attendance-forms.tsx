import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { PastShowing } from '#web/demand-view.ts';
import type { Site } from '#web/site.ts';

interface AttendanceFormsProps {
  readonly site: Site;
  readonly past: readonly PastShowing[];
  /** The `said` of the address: what the form has just done. */
  readonly said: string | null;
}

/** “How many came?”: a form a showing that is over. */
export function AttendanceForms({ site, past, said }: AttendanceFormsProps): JSX.Element {
  const { wishes } = site.words;
  const { demand: words } = wishes;
  const text = said === 'saved' ? words.saved : said === 'refused' ? words.refused : null;
  return (
    <section id="combien" aria-labelledby="attendance-title">
      <h2 id="attendance-title">{words.attendanceTitle}</h2>
      {text === null ? null : (
        <p class="notice" role="status">
          {text}
        </p>
      )}
      <p>{past.length === 0 ? words.attendanceNone : words.attendanceLead}</p>
      <ul class="attendance">
        {past.map(({ showing, counted }) => (
          <li key={showing.id}>
            <p>
              <strong>{showing.title}</strong>
              <br />
              {wishes.when(showing.starts)}, {showing.at.name}
            </p>
            <form method="post" action={pathIn(site.language, '/equipe/demande')}>
              <input type="hidden" name="showing" value={showing.id} />
              <label>
                {words.sold}
                <input
                  name="sold"
                  type="text"
                  inputMode="numeric"
                  pattern="\d{1,6}"
                  required
                  value={counted?.sold ?? ''}
                />
              </label>
              <label>
                {words.came}
                <input name="came" type="text" inputMode="numeric" pattern="\d{1,6}" value={counted?.came ?? ''} />
              </label>
              <button class="quiet button" aria-label={words.saveFor(showing.title, wishes.when(showing.starts))}>
                {words.save}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

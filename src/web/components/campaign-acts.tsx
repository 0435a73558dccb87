import type { JSX } from 'preact';
import type { Campaign } from '#state/campaigns.ts';
import { StaffField } from '#web/components/staff-field.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface CampaignActsProps {
  readonly site: Site;
  readonly id: string;
  /** Null: not made ready yet. */
  readonly campaign: Campaign | null;
  /** Characters of the word of the house. */
  readonly most: number;
}

/** The word of the house, and what can be done with a mailing: the one that matters most as it stands first, giving it up last and confirmed. */
export function CampaignActs({ site, id, campaign, most }: CampaignActsProps): JSX.Element {
  const { campaigns: words } = site.words.staff;
  const action = pathIn(site.language, `/equipe/envois/${id}`);
  const held = campaign?.state === 'held';
  return (
    <>
      <section aria-labelledby="note-title">
        <h2 id="note-title">{words.noteTitle}</h2>
        <form class="staff-form" method="post" action={action}>
          <StaffField name="note" label={words.note} hint={words.noteHint}>
            {(attributes) => (
              <textarea {...attributes} class="short" rows={4} maxLength={most}>
                {campaign?.note ?? ''}
              </textarea>
            )}
          </StaffField>
          <button name="faire" value="note">
            {words.keepNote}
          </button>
        </form>
      </section>
      <section aria-labelledby="acts-title">
        <h2 id="acts-title">{words.actsTitle}</h2>
        <form class="staff-form" method="post" action={action}>
          <p class="hint" id="hold-hint">
            {held ? words.releaseHint : words.holdHint}
          </p>
          <button name="faire" value={held ? 'release' : 'hold'} aria-describedby="hold-hint">
            {held ? words.release : words.hold}
          </button>
        </form>
        <form class="staff-form" method="post" action={action}>
          <p class="hint" id="cancel-hint">
            {words.cancelHint}
          </p>
          <label class="staff-check">
            <input type="checkbox" name="sure" value="yes" required />
            <span>{words.sure}</span>
          </label>
          <button class="quiet button" name="faire" value="cancel" aria-describedby="cancel-hint">
            {words.cancel}
          </button>
        </form>
      </section>
    </>
  );
}

import { asFilmId, asShowingId } from '#brand.ts';
import { filmName, titleKeyOf } from '#programme/match/match-films.ts';
import { asCandidate, prepareDrafts, withoutCard, type Candidate } from '#programme/prepare.ts';
import { problem, type Problem } from '#programme/read/draft.ts';
import { readFields, type Fields } from '#programme/read/fields.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf } from '#state/clock.ts';
import { keepFilmKeys } from '#state/film-keys.ts';
import { newShowingId } from '#state/programme-apply.ts';
import type { Db } from '#state/schema.ts';
import { listShowings, putShowing, type Showing } from '#state/showings.ts';
import { showingFeatures, versions, type ShowingFeature, type Version } from '#state/tables/programme.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { inTransaction } from '#state/transaction.ts';
import type { Site } from '#web/site.ts';

/** What the form of a showing says. */
export interface ShowingForm {
  readonly id: string;
  readonly fields: Fields;
  readonly version: string;
  readonly features: readonly string[];
  /** A film chosen among candidates, or `none`; empty: nothing was chosen. */
  readonly chosen: string;
}

export type Saved =
  | { readonly showing: Showing }
  | { readonly problems: readonly Problem[]; readonly candidates: readonly Candidate[]; readonly placeTaken: boolean };

/** Saves one showing; what is wrong with it, or which films its title may mean, is told instead. */
export async function saveShowing(
  { lanterne }: Pick<Site, 'lanterne'>,
  db: Db,
  member: StaffMember,
  form: ShowingForm,
  { now, known }: { readonly now: Temporal.Instant; readonly known: Showing | null },
): Promise<Saved> {
  const refuse = (problems: readonly Problem[], candidates: readonly Candidate[] = []): Saved => ({
    problems,
    candidates,
    placeTaken: false,
  });
  const read = readFields(form.fields, { line: 1, text: '', now });
  if ('problems' in read) return refuse(read.problems);
  const { draft } = read;
  const name = filmName(draft);
  const same = known !== null && known.title === draft.title;
  const chosen = form.chosen === '' && same ? (known.film ?? withoutCard) : form.chosen;
  const prepared = await prepareDrafts(
    db,
    lanterne,
    { format: 'text', drafts: [draft], faults: [], notes: [] },
    { now, venue: null, announceUnknown: false, choices: chosen === '' ? {} : { [name]: chosen } },
  );
  const [ready] = prepared.ready;
  if (ready === undefined) {
    const [refused] = prepared.refused;
    return refuse(refused?.problems ?? [], refused?.candidates ?? []);
  }
  if (known === null && ready.starts < momentOf(now)) return refuse([problem('past')]);
  const match = prepared.films.get(name);
  const supposed = match?.kind === 'sure' && match.supposed ? match.card : null;
  if (form.chosen === '' && supposed !== null)
    return refuse([problem('filmSeveral', { text: draft.title })], [asCandidate(supposed)]);
  const { line: _, calledOff: __, ...told } = ready;
  const showing: Showing = {
    ...told,
    id: asShowingId(form.id) ?? newShowingId(),
    version: asVersion(form.version, draft.version),
    features: featuresOf([...form.features, ...draft.features]),
    cancelled: known?.cancelled ?? null,
    origin: known?.origin ?? null,
  };
  return inTransaction(db, async (inside): Promise<Saved> => {
    const there = await listShowings(inside, {
      from: showing.day,
      until: showing.day,
      venue: showing.venue,
      cancelled: true,
    });
    const taken = there.some(
      (one) =>
        one.id !== showing.id &&
        one.starts === showing.starts &&
        one.screen === showing.screen &&
        one.title === showing.title,
    );
    if (taken) return { problems: [], candidates: [], placeTaken: true };
    await putShowing(inside, showing, { now });
    const film = asFilmId(form.chosen);
    if (film !== null && film === showing.film) await keepFilmKeys(inside, [{ ...titleKeyOf(draft), film }], { now });
    await writeAudit(
      inside,
      { staff: member.id, action: known === null ? 'showing.add' : 'showing.change', subject: showing.id },
      { now },
    );
    return { showing };
  });
}

const asVersion = (text: string, otherwise: Version): Version => {
  const known = versions.find((one) => one === text) ?? 'unknown';
  return known === 'unknown' ? otherwise : known;
};
const featuresOf = (said: readonly string[]): ShowingFeature[] => showingFeatures.filter((one) => said.includes(one));

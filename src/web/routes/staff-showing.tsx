import type { Context } from 'hono';
import type { JSX } from 'preact';
import { asShowingId } from '#brand.ts';
import { dayInParis, weekOf, type Week } from '#calendar/week.ts';
import { fault } from '#errors.ts';
import { tellFilm, withoutCard, type Candidate } from '#programme/prepare.ts';
import { weekAsked } from '#programme/week-asked.ts';
import { tellProblem } from '#programme/words/problems.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { deleteShowing, putShowing, readShowing, type Showing } from '#state/showings.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { showingFeatures, versions } from '#state/tables/programme.ts';
import { inTransaction } from '#state/transaction.ts';
import { listVenues, type Venue } from '#state/venues.ts';
import { FormProblems, SelectField, TextField, Ticks } from '#web/components/staff-fields.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { saveShowing, type Saved, type ShowingForm } from '#web/programme-staff/save-showing.ts';
import { clockOf } from '#web/programme-staff/told-days.ts';
import { stateOf, type Site } from '#web/site.ts';

/** The form of one showing, new or to be changed. */
export async function staffShowing(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const query = queryOf(context);
  const known = await knownShowing(db, query.get('id') ?? '');
  const week = weekAsked(query.get('semaine'), Temporal.Now.instant());
  const day = dayAsked(query.get('jour') ?? '', week);
  const form = known === null ? emptyForm(day) : formOf(known);
  return formPage(context, { site, member, form, known, saved: null });
}

/** Saves, cancels, revives or deletes one showing. */
export async function actOnShowing(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const known = await knownShowing(db, field('id'));
  const now = Temporal.Now.instant();
  const act = field('faire');
  if (known !== null && act !== '' && act !== 'saved') {
    await change(db, member, known, act, now);
    return back(context, site, known.day, act);
  }
  const form = sentForm(field);
  const saved = await saveShowing(site, db, member, form, { now, known });
  if ('showing' in saved) return back(context, site, saved.showing.day, 'saved');
  return formPage(context, { site, member, form, known, saved });
}

const back = (context: Context, site: Site, day: string, done: string): Response =>
  context.redirect(
    pathIn(site.language, `/equipe/programme?semaine=${weekOf(Temporal.PlainDate.from(day)).name}&fait=${done}`),
    303,
  );

const change = (db: Db, member: StaffMember, known: Showing, act: string, now: Temporal.Instant): Promise<void> =>
  inTransaction(db, async (inside) => {
    if (act === 'deleted') await deleteShowing(inside, known.id);
    else if (act === 'cancelled')
      await putShowing(inside, { ...known, cancelled: known.cancelled ?? momentOf(now) }, { now });
    else if (act === 'revived') await putShowing(inside, { ...known, cancelled: null }, { now });
    else throw fault('FORM_INVALID');
    await writeAudit(
      inside,
      { staff: member.id, action: `showing.${act}`, subject: known.id, detail: known.title },
      { now },
    );
  });

async function knownShowing(db: Db, text: string): Promise<Showing | null> {
  if (text === '') return null;
  const id = asShowingId(text);
  const found = id === null ? null : await readShowing(db, id);
  if (found === null) throw fault('SHOWING_UNKNOWN', { id: text.slice(0, 40) });
  return found;
}

/** The day that is asked for; else the first of the week that is still to come. */
function dayAsked(text: string, week: Week | null): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const today = dayInParis(Temporal.Now.instant());
  return String(week !== null && Temporal.PlainDate.compare(week.first, today) > 0 ? week.first : today);
}

const emptyForm = (day: string): ShowingForm => ({
  id: '',
  fields: { date: day, time: '20:30' },
  version: 'unknown',
  features: [],
  chosen: '',
});

const formOf = (showing: Showing): ShowingForm => ({
  id: showing.id,
  version: showing.version,
  features: showing.features,
  chosen: '',
  fields: {
    title: showing.title,
    venue: showing.venue,
    date: showing.day,
    time: clockOf(showing.starts).toString({ smallestUnit: 'minute' }),
    screen: showing.screen,
    minutes: showing.minutes === null ? '' : String(showing.minutes),
    price: showing.price === null ? '' : (showing.price / 100).toFixed(2),
    booking: showing.booking ?? '',
    note: showing.note ?? '',
  },
});

const texts = ['title', 'venue', 'date', 'time', 'screen', 'minutes', 'price', 'booking', 'note'] as const;

const sentForm = (field: (name: string) => string): ShowingForm => ({
  id: field('id'),
  fields: Object.fromEntries(texts.map((name) => [name, field(name)])),
  version: field('version'),
  features: showingFeatures.filter((one) => field(`features-${one}`) !== ''),
  chosen: field('film'),
});

interface FormParts {
  readonly site: Site;
  readonly member: StaffMember;
  readonly form: ShowingForm;
  readonly known: Showing | null;
  readonly saved: Extract<Saved, { problems: unknown }> | null;
}

async function formPage(context: Context, parts: FormParts): Promise<Response> {
  const { site, member, form, known, saved } = parts;
  const words = site.words.staff.programme;
  const venues = (await listVenues(stateOf(site).db)).filter(
    ({ closed, id }) => closed === null || id === known?.venue,
  );
  const [card] = known?.film ? await site.lanterne.cards([known.film]) : [];
  const title = known === null ? words.form.newTitle : words.form.editTitle;
  const problems =
    saved === null
      ? []
      : [
          ...saved.problems.map((one) => tellProblem(one, site.language)),
          ...(saved.placeTaken ? [words.form.placeTaken] : []),
        ];
  return page(
    context,
    <StaffLayout
      site={site}
      member={member}
      title={title}
      path="/equipe/programme/seance"
      query={form.id === '' ? '' : `?id=${form.id}`}
    >
      <h1>{title}</h1>
      <FormProblems title={words.form.problems} problems={problems} />
      <form class="staff-form" method="post" action={pathIn(site.language, '/equipe/programme/seance')}>
        <input type="hidden" name="id" value={form.id} />
        <TextField
          name="title"
          label={words.form.film}
          value={form.fields.title ?? ''}
          hint={words.form.filmHint}
          needed
        />
        {known === null || saved !== null ? null : (
          <p>
            {card === undefined
              ? words.form.noCardTaken
              : words.form.taken(tellFilm({ ...card, title: card.titleFr ?? card.title }))}
          </p>
        )}
        {saved === null || !saved.problems.some(({ kind }) => kind.startsWith('film')) ? null : (
          <Films site={site} candidates={saved.candidates} />
        )}
        <Details site={site} form={form} venues={venues} />
        <p class="staff-acts">
          <button name="faire" value="saved">
            {words.form.save}
          </button>
          <a href={pathIn(site.language, '/equipe/programme')}>{words.form.back}</a>
        </p>
      </form>
      {known === null ? null : <OtherActs site={site} known={known} />}
    </StaffLayout>,
    problems.length > 0 ? 422 : 200,
  );
}

const Films = ({
  site,
  candidates,
}: {
  readonly site: Site;
  readonly candidates: readonly Candidate[];
}): JSX.Element => {
  const { form } = site.words.staff.programme;
  const options = [
    ...candidates.map((one) => [one.id, tellFilm(one)] as const),
    [withoutCard, form.withoutCard] as const,
  ];
  return <Ticks one name="film" label={form.which} values={[]} options={options} />;
};

function Details({
  site,
  form,
  venues,
}: {
  readonly site: Site;
  readonly form: ShowingForm;
  readonly venues: readonly Venue[];
}): JSX.Element {
  const words = site.words.staff.programme;
  const { fields } = form;
  return (
    <>
      <SelectField
        name="venue"
        label={words.form.venue}
        value={fields.venue ?? ''}
        options={venues.map(({ id, name }) => [id, name])}
      />
      <TextField name="date" type="date" label={words.form.day} value={fields.date ?? ''} needed />
      <TextField name="time" type="time" label={words.form.time} value={fields.time ?? ''} needed />
      <SelectField
        name="version"
        label={words.form.version}
        value={form.version}
        options={versions.map((one) => [one, words.versions[one]])}
      />
      <Ticks
        name="features"
        label={words.form.features}
        values={form.features}
        options={showingFeatures.map((one) => [one, words.features[one]])}
      />
      <TextField name="screen" label={words.form.screen} value={fields.screen ?? ''} />
      <TextField name="minutes" label={words.form.minutes} value={fields.minutes ?? ''} />
      <TextField name="price" label={words.form.price} value={fields.price ?? ''} />
      <TextField
        name="booking"
        type="url"
        label={words.form.booking}
        value={fields.booking ?? ''}
        hint={words.form.bookingHint}
      />
      <TextField name="note" label={words.form.note} value={fields.note ?? ''} />
    </>
  );
}

function OtherActs({ site, known }: { readonly site: Site; readonly known: Showing }): JSX.Element {
  const { form } = site.words.staff.programme;
  const off = known.cancelled !== null;
  return (
    <form class="staff-form" method="post" action={pathIn(site.language, '/equipe/programme/seance')}>
      <h2>{form.more}</h2>
      <input type="hidden" name="id" value={known.id} />
      <p>
        <button class="quiet button" name="faire" value={off ? 'revived' : 'cancelled'} aria-describedby="cancel-hint">
          {off ? form.revive : form.cancel}
        </button>
      </p>
      <p class="hint" id="cancel-hint">
        {off ? null : form.cancelHint}
      </p>
      <p>
        <button class="quiet button" name="faire" value="deleted" aria-describedby="delete-hint">
          {form.delete}
        </button>
      </p>
      <p class="hint" id="delete-hint">
        {form.deleteHint}
      </p>
    </form>
  );
}

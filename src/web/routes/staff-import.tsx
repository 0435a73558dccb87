import type { Context } from 'hono';
import type { JSX } from 'preact';
import { LanterneError } from '#errors.ts';
import { beginImport, reportFrom } from '#programme/imports.ts';
import { venueMatcher } from '#programme/match/match-venues.ts';
import type { Reading } from '#programme/read/draft.ts';
import { readProgramme } from '#programme/read/read-programme.ts';
import { unreadableReasons, type Unreadable } from '#programme/read/unreadable.ts';
import { listImports, type ProgrammeImport } from '#state/programme-imports.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { importModes } from '#state/tables/programme.ts';
import { listVenues, type Venue } from '#state/venues.ts';
import { FormProblems, SelectField, Ticks } from '#web/components/staff-fields.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { bodyOfAtMost } from '#web/guards.ts';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

/** The most that a programme may weigh, and with what the form adds around it. */
const mostSent = 2 * 1024 * 1024;
export const programmeLimit = bodyOfAtMost(mostSent + 64 * 1024);

/** The form that takes a programme, and the latest imports. */
export const staffImport = (context: Context, site: Site, member: StaffMember): Promise<Response> =>
  formPage(context, { site, member, problem: null, text: '' });

/** Reads what was sent, keeps it, and shows what it would do. */
export async function previewSent(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const words = site.words.staff.programme.import;
  const sent = await sentOf(context);
  const refuse = (problem: string): Promise<Response> => formPage(context, { site, member, problem, text: sent.text });
  if (sent.bytes.length === 0) return refuse(words.none);
  if (sent.bytes.length > mostSent) return refuse(words.tooBig);
  const venues = await listVenues(db);
  const now = Temporal.Now.instant();
  const find = venueMatcher(venues);
  let reading: Reading;
  try {
    reading = readProgramme(sent.bytes, { file: sent.name, now, isVenue: (text) => find(text).venue !== null });
  } catch (error) {
    const why = error instanceof LanterneError ? error.values['why'] : null;
    if (isReason(why)) return refuse(words.unreadable[why]);
    throw error;
  }
  if (reading.drafts.length + reading.faults.length === 0) return refuse(words.nothing);
  const id = await beginImport(
    db,
    { reading, venue: find(sent.venue).venue?.id ?? null, announceUnknown: false, choices: {} },
    { source: sent.name || words.pasted, author: member.id, mode: sent.mode, now },
  );
  return context.redirect(pathIn(site.language, `/equipe/programme/import/${id}`), 303);
}

const isReason = (text: unknown): text is Unreadable =>
  typeof text === 'string' && Object.hasOwn(unreadableReasons, text);

interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly venue: string;
  readonly mode: 'add' | 'replace';
}

async function sentOf(context: Context): Promise<Sent> {
  const form = await context.req.formData();
  const [text, file, venue, mode] = [form.get('texte'), form.get('fichier'), form.get('lieu'), form.get('mode')];
  // not trimmed: a table may begin with an empty cell
  const pasted = typeof text === 'string' && text.trim() !== '' ? text : '';
  const given = file instanceof File && file.size > 0 ? file : null;
  return {
    name: given === null ? '' : given.name.slice(0, 100),
    bytes: given === null ? new TextEncoder().encode(pasted) : new Uint8Array(await given.arrayBuffer()),
    text: pasted.slice(0, 20_000),
    venue: typeof venue === 'string' ? venue : '',
    mode: mode === 'replace' ? 'replace' : 'add',
  };
}

async function formPage(
  context: Context,
  {
    site,
    member,
    problem,
    text,
  }: { readonly site: Site; readonly member: StaffMember; readonly problem: string | null; readonly text: string },
): Promise<Response> {
  const { db } = stateOf(site);
  const words = site.words.staff.programme;
  const [venues, imports] = [await listVenues(db), await listImports(db)];
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.import.title} path="/equipe/programme/importer">
      <h1>{words.import.title}</h1>
      <p class="lead">{words.import.lead}</p>
      {venues.length === 0 ? (
        <p class="notice">
          {words.noVenue} <a href={pathIn(site.language, '/equipe/salles')}>{words.venuesLink}</a>
        </p>
      ) : null}
      <FormProblems title={words.form.problems} problems={problem === null ? [] : [problem]} />
      <SendForm site={site} venues={venues} text={text} />
      <History site={site} imports={imports} />
    </StaffLayout>,
    problem === null ? 200 : 422,
  );
}

function SendForm({
  site,
  venues,
  text,
}: {
  readonly site: Site;
  readonly venues: readonly Venue[];
  readonly text: string;
}): JSX.Element {
  const words = site.words.staff.programme.import;
  const open = venues.filter(({ closed }) => closed === null).map(({ id, name }) => [id, name] as const);
  return (
    <form
      class="staff-form"
      method="post"
      enctype="multipart/form-data"
      action={pathIn(site.language, '/equipe/programme/importer')}
    >
      <p class="staff-field">
        <label for="f-text">{words.text}</label>
        <textarea id="f-text" name="texte" rows={10} placeholder={words.example} aria-describedby="f-text-hint">
          {text}
        </textarea>
        <span class="hint" id="f-text-hint">
          {words.textHint}
        </span>
      </p>
      <p class="staff-field">
        <label for="f-file">{words.file}</label>
        <input
          id="f-file"
          type="file"
          name="fichier"
          accept=".csv,.tsv,.txt,.ics,.json,text/*"
          aria-describedby="f-file-hint"
        />
        <span class="hint" id="f-file-hint">
          {words.fileHint}
        </span>
      </p>
      <SelectField
        name="lieu"
        label={words.venue}
        value=""
        options={[...(open.length === 1 ? [] : [['', words.venueSaid] as const]), ...open]}
      />
      <Ticks
        one
        name="mode"
        label={words.mode}
        values={['add']}
        options={importModes.map((mode) => [mode, words.modes[mode]])}
      />
      <button>{words.preview}</button>
    </form>
  );
}

function History({
  site,
  imports,
}: {
  readonly site: Site;
  readonly imports: readonly Omit<ProgrammeImport, 'input'>[];
}): JSX.Element | null {
  const words = site.words.staff.programme.import;
  if (imports.length === 0) return null;
  return (
    <section>
      <h2>{words.history}</h2>
      <ul class="staff-list">
        {imports.map((one) => {
          const { imported, updated, unchanged, cancelled } = reportFrom(one.report);
          return (
            <li key={one.id}>
              <span>
                <b>{sourceTold(site, one)}</b> <small>({site.words.date(one.applied ?? one.at)})</small>
                <br />
                <small>
                  {words.did(imported, updated, unchanged, cancelled)}{' '}
                  {one.undone === null ? null : words.undone(site.words.date(one.undone))}
                </small>
              </span>
              <a
                href={pathIn(site.language, `/equipe/programme/import/${one.id}`)}
                aria-label={`${words.see}, ${sourceTold(site, one)}`}
              >
                {words.see}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What an import came from, as a page says it. */
export const sourceTold = (
  { words }: Pick<Site, 'words'>,
  { source, format }: Pick<ProgrammeImport, 'source' | 'format'>,
): string => (format === 'week' ? words.staff.programme.import.copyOf(source) : source);

import type { Context } from 'hono';
import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import { filmName } from '#programme/match/match-films.ts';
import { importStanding } from '#programme/import-standing.ts';
import { chooseFilms, finishAndNote, inputOf, type ImportInput, type ImportReport } from '#programme/imports.ts';
import { withoutCard, type Choices, type Refused } from '#programme/prepare.ts';
import { hasEntries } from '#programme/read/draft.ts';
import { tellProblem } from '#programme/words/problems.ts';
import { writeAudit } from '#state/audit.ts';
import { readImport, undoImport, type ProgrammeImport } from '#state/programme-imports.ts';
import type { PlannedChange } from '#state/programme-plan.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { inTransaction } from '#state/transaction.ts';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { bodyOfAtMost } from '#web/guards.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { FilmChoice } from '#web/programme-staff/film-choice.tsx';
import { tellingOf } from '#web/programme-staff/telling.ts';
import { dayTold, hourTold } from '#web/programme-staff/told-days.ts';
import { sourceTold } from '#web/routes/staff-import.tsx';
import { stateOf, type Site } from '#web/site.ts';

/** Choices of films, a few hundred at most. */
export const choicesLimit = bodyOfAtMost(512 * 1024);

/** An import: what it would do, or what it did, line by line. */
export async function staffImportOne(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const words = site.words.staff.programme.import;
  const { row, input, preview, done } = await importStanding(db, site.lanterne, context.req.param('id') ?? '', {
    now: Temporal.Now.instant(),
  });
  const open = row.undone === null;
  const title =
    row.applied === null ? words.previewTitle(sourceTold(site, row)) : words.appliedTitle(sourceTold(site, row));
  const report = preview?.report ?? done;
  return page(
    context,
    <StaffLayout site={site} member={member} title={title} path={`/equipe/programme/import/${row.id}`}>
      <h1>{title}</h1>
      <Undid site={site} query={queryOf(context)} />
      {done === null ? null : (
        <p class="lead">{words.did(done.imported, done.updated, done.unchanged, done.cancelled)}</p>
      )}
      {row.undone === null ? null : <p class="notice">{words.undone(site.words.date(row.undone))}</p>}
      {preview === null || row.applied !== null ? null : (
        <p class="lead">
          {words.would(
            preview.report.imported,
            preview.report.updated,
            preview.report.unchanged,
            preview.report.cancelled,
          )}
        </p>
      )}
      {report === null ? null : <Notes site={site} format={row.format} report={report} />}
      {report === null ? null : (
        <RefusedLines site={site} row={row} input={input} report={report} open={open && preview !== null} />
      )}
      {preview === null ? null : <Changes site={site} changes={preview.plan.changes} />}
      {preview === null ? null : (
        <Apply site={site} row={row} count={preview.plan.changes.length} refused={preview.report.refused.length} />
      )}
      {row.applied === null ? null : <p class="notice">{await tellingOf(site, row)}</p>}
      {row.applied === null || row.undone !== null ? null : <Undo site={site} row={row} />}
      <p>
        <a href={pathIn(site.language, '/equipe/programme/importer')}>{words.title}</a>
      </p>
    </StaffLayout>,
  );
}

/** Takes choices of films into account, applies the import, or undoes it. */
export async function actOnImport(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const row = await readImport(db, context.req.param('id') ?? '');
  const now = Temporal.Now.instant();
  const here = pathIn(site.language, `/equipe/programme/import/${row.id}`);
  switch (field('faire')) {
    case 'undo': {
      if (row.undone !== null) return context.redirect(here, 303);
      const undone = await inTransaction(db, async (inside) => {
        const done = await undoImport(inside, row.id, { now });
        await writeAudit(inside, { staff: member.id, action: 'programme.undo', subject: row.id }, { now });
        return done;
      });
      return context.redirect(`${here}?annule=${undone.removed}-${undone.restored}-${undone.left.length}`, 303);
    }
    case 'apply': {
      if (row.undone !== null) return context.redirect(here, 303);
      const { heldBy } = await finishAndNote(db, site.lanterne, row.id, { author: member.id, now });
      const there = heldBy === null ? '/equipe/programme/importer' : `/equipe/programme/import/${heldBy}`;
      return context.redirect(pathIn(site.language, there), 303);
    }
    default:
      await chooseFilms(db, row.id, choicesOf(inputOf(row.input), field));
      return context.redirect(here, 303);
  }
}

/** A choice stands under the line that asks for it: `film-12`, and beside it an identifier that was typed. */
function choicesOf({ reading }: ImportInput, field: (name: string) => string): Choices {
  return Object.fromEntries(
    reading.drafts.flatMap((draft): [string, string][] => {
      const typed = /tt\d{5,12}/.exec(field(`tt-${draft.line}`))?.[0] ?? '';
      const chosen = typed || field(`film-${draft.line}`);
      return asFilmId(chosen) !== null || chosen === withoutCard ? [[filmName(draft), chosen]] : [];
    }),
  );
}

function Notes({
  site,
  format,
  report,
}: {
  readonly site: Site;
  readonly format: string;
  readonly report: ImportReport;
}): JSX.Element | null {
  const words = site.words.staff.programme.import;
  if (report.notes.length === 0) return null;
  return (
    <section>
      <h2>{words.toCheck}</h2>
      <ul class="bullets">
        {report.notes.slice(0, 100).map((note, at) => (
          <li key={at}>
            {note.line === 0 ? null : <b>{(hasEntries(format) ? words.entry : words.line)(note.line)}. </b>}
            {tellProblem(note, site.language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RefusedProps {
  readonly site: Site;
  readonly row: ProgrammeImport;
  readonly input: ImportInput;
  readonly report: ImportReport;
  readonly open: boolean;
}

function RefusedLines({ site, row, input, report, open }: RefusedProps): JSX.Element | null {
  const words = site.words.staff.programme.import;
  if (report.refused.length === 0) return null;
  const titles = new Map(input.reading.drafts.map(({ line, title, text }) => [line, title || text]));
  // a film is asked for once, under the first of its lines
  const asked = new Map(report.refused.toReversed().flatMap(({ film, line }) => (film === null ? [] : [[film, line]])));
  const first = (one: Refused): boolean => open && one.film !== null && asked.get(one.film) === one.line;
  return (
    <section>
      <h2>{words.refused(report.refused.length)}</h2>
      <p>{words.refusedHint}</p>
      <form method="post" action={pathIn(site.language, `/equipe/programme/import/${row.id}`)}>
        <ul class="refused-lines">
          {report.refused.slice(0, 300).map((one, at) => (
            <li key={at}>
              <p>
                <b>{(hasEntries(row.format) ? words.entry : words.line)(one.line)}</b> <code>{one.text}</code>
              </p>
              {one.problems.map((problem, index) => (
                <p key={index}>{tellProblem(problem, site.language)}</p>
              ))}
              {first(one) ? <FilmChoice site={site} refused={one} title={titles.get(one.line) ?? ''} /> : null}
            </li>
          ))}
        </ul>
        {report.refused.some(first) ? <button class="quiet button">{words.choose}</button> : null}
      </form>
    </section>
  );
}

const mostShown = 100;

interface ChangesProps {
  readonly site: Site;
  readonly changes: readonly PlannedChange[];
}

function Changes({ site, changes }: ChangesProps): JSX.Element | null {
  const words = site.words.staff.programme;
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{words.import.changes}</h2>
      <ul class="bullets">
        {changes
          .toSorted((a, b) => a.after.starts.localeCompare(b.after.starts))
          .slice(0, mostShown)
          .map(({ kind, after }) => (
            <li key={after.id}>
              {dayTold(site, Temporal.PlainDate.from(after.day), 'weekday')}, {hourTold(site, after.starts)}
              {site.language === 'fr' ? '\u00a0:' : ':'} <b>{after.title}</b>{' '}
              <small>
                ({words.import.kinds[kind]}
                {after.film === null ? `, ${words.noCard}` : ''})
              </small>
            </li>
          ))}
        {changes.length > mostShown ? <li>{words.import.more(changes.length - mostShown)}</li> : null}
      </ul>
    </section>
  );
}

interface ApplyProps {
  readonly site: Site;
  readonly row: ProgrammeImport;
  readonly count: number;
  /** Lines that it may be kept for. */
  readonly refused: number;
}

function Apply({ site, row, count, refused }: ApplyProps): JSX.Element | null {
  const words = site.words.staff.programme.import;
  if (row.applied !== null && count === 0) return null;
  if (count + refused === 0) return <p class="notice">{words.nothingToApply}</p>;
  return (
    <form class="staff-form" method="post" action={pathIn(site.language, `/equipe/programme/import/${row.id}`)}>
      <button name="faire" value="apply">
        {count === 0 ? words.keepRefused(refused) : words.apply(count)}
      </button>
      {row.applied === null ? <p class="hint">{words.waiting}</p> : null}
    </form>
  );
}

function Undo({ site, row }: { readonly site: Site; readonly row: ProgrammeImport }): JSX.Element {
  const words = site.words.staff.programme.import;
  return (
    <form class="staff-form" method="post" action={pathIn(site.language, `/equipe/programme/import/${row.id}`)}>
      <button class="quiet button" name="faire" value="undo" aria-describedby="undo-hint">
        {words.undo}
      </button>
      <p class="hint" id="undo-hint">
        {words.undoHint}
      </p>
    </form>
  );
}

function Undid({ site, query }: { readonly site: Site; readonly query: URLSearchParams }): JSX.Element | null {
  const [, removed = '', restored = '', left = ''] =
    /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(query.get('annule') ?? '') ?? [];
  return removed === '' ? null : (
    <p class="notice" role="status">
      {site.words.staff.programme.import.undid(Number(removed), Number(restored), Number(left))}
    </p>
  );
}

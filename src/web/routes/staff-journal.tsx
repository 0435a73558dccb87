import type { Context } from 'hono';
import { asStaffId } from '#brand.ts';
import { auditActions, listAudit, type AuditLine, type WhichAudit } from '#state/audit.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { listStaff } from '#state/staff.ts';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { journalCsv, takeJournal } from '#web/journal-file.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

const lines = 50;

/** The log: who did what to what, by member and by action, a page at a time. */
export async function journal(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const { journal: words, moment } = site.words.staff;
  const which = asked(context);
  const found = await listAudit(db, { ...which, most: lines + 1 });
  const shown = found.slice(0, lines);
  const [all, actions] = [await listStaff(db), await auditActions(db)];
  const last = shown.at(-1);
  const filters = new URLSearchParams([
    ...(which.staff === undefined ? [] : [['qui', which.staff]]),
    ...(which.action === undefined ? [] : [['quoi', which.action]]),
  ]);
  const older = new URLSearchParams([...filters, ['avant', String(last?.id ?? 0)]]);
  const at = (more: string): string => pathIn(site.language, `/equipe/journal${more}`);
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe/journal" query={queryText(filters)}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="staff-form" action={at('')}>
        <StaffField name="qui" label={words.who}>
          {(attributes) => (
            <select {...attributes}>
              <option value="">{words.all}</option>
              {all.map(({ id, name }) => (
                <option key={id} value={id} selected={id === which.staff}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </StaffField>
        <StaffField name="quoi" label={words.what}>
          {(attributes) => (
            <select {...attributes}>
              <option value="">{words.all}</option>
              {actions.map((action) => (
                <option key={action} value={action} selected={action === which.action}>
                  {words.actions[action] ?? action}
                </option>
              ))}
            </select>
          )}
        </StaffField>
        <button>{words.filter}</button>
      </form>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div class="table-room" role="group" aria-labelledby="journal-lines" tabIndex={0}>
          <table class="data-table">
            <caption id="journal-lines">{words.caption}</caption>
            <thead>
              <tr>
                {[words.when, words.who, words.what, words.on, words.detail].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{moment(line.at)}</th>
                  <td>{line.name ?? words.system}</td>
                  <td>{words.actions[line.action] ?? line.action}</td>
                  <td>{subjectOf(line, all)}</td>
                  <td>{line.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="staff-acts">
        {found.length > lines ? (
          <a class="quiet button" href={at(queryText(older))}>
            {words.older}
          </a>
        ) : null}
        <a href={pathIn(site.language, `/equipe/journal.csv${queryText(filters)}`)}>{words.csv}</a>
      </p>
    </StaffLayout>,
  );
}

/** The log as a file, with the filters of the page. */
export async function journalFile(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const csv = journalCsv(site.language, await takeJournal(db, asked(context), member.id));
  context.header('Content-Disposition', 'attachment; filename="journal.csv"');
  return context.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8' });
}

/** A member's name where the line is about one; else what it is about, as it stands. */
const subjectOf = ({ subject }: AuditLine, all: readonly { readonly id: string; readonly name: string }[]): string =>
  all.find(({ id }) => id === subject)?.name ?? subject;

const queryText = (query: URLSearchParams): string => (query.size === 0 ? '' : `?${query}`);

function asked(context: Context): Omit<WhichAudit, 'most'> {
  const query = queryOf(context);
  const [staff, action, before] = [
    asStaffId(query.get('qui') ?? ''),
    query.get('quoi') ?? '',
    query.get('avant') ?? '',
  ];
  return {
    ...(staff === null ? {} : { staff }),
    ...(action === '' ? {} : { action: action.slice(0, 60) }),
    ...(/^\d{1,15}$/.test(before) ? { before: Number(before) } : {}),
  };
}

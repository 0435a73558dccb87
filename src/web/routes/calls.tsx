import type { JSX } from 'preact';
import { normalPhone, spokenPhone } from '#state/phone-number.ts';
import { handSteps, settleByHand, type HandStep } from '#state/by-hand.ts';
import { PostButton } from '#web/components/post-button.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { handList, readSeen, writeSeen, type HandPerson } from '#web/hand-list.ts';
import { handSheets } from '#web/hand-sheets.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import type { StaffRoute } from '#web/staff.ts';

const path = '/equipe/appels';

/** Whom to call and what to say, the sheets to print and hand over, what was told since Wednesday. */
export const calls: StaffRoute = async (context, site, member) => {
  const words = site.words.push.calls;
  const now = Temporal.Now.instant();
  const [phone, paper] = [await handList(site, 'phone', now), await handList(site, 'paper', now)];
  const printed = paper.open.flatMap(({ rows }) => rows.filter(({ printed: there }) => there));
  const over = phone.over + paper.over;
  const done = [...phone.done, ...paper.done];
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path={path}>
      <div class="calls">
        <h1>{words.title}</h1>
        <Said site={site} count={queryOf(context).get('done')} />
        <p class="lead">{words.lead}</p>
        {over === 0 ? null : <p class="hint">{words.over(over)}</p>}
        <section aria-labelledby="to-call">
          <h2 id="to-call">{words.toCall(phone.open.length)}</h2>
          {phone.open.length === 0 ? <p>{words.nobody}</p> : null}
          <ol class="call-list">
            {phone.open.map((person) => (
              <Call key={person.row.customer} site={site} person={person} />
            ))}
          </ol>
        </section>
        <section aria-labelledby="sheets">
          <h2 id="sheets">{words.sheets(paper.open.length)}</h2>
          {paper.open.length === 0 ? (
            <p>{words.noSheets}</p>
          ) : (
            <>
              <PostButton action={pathIn(site.language, `${path}/feuilles.pdf`)} fields={{}} class="button">
                {words.print(paper.open.length)}
              </PostButton>
              <p class="hint">{words.printHint}</p>
            </>
          )}
          <ul class="call-list">
            {paper.open.map(({ row, rows, name, place }) => (
              <li key={row.customer}>
                <p>
                  <b>{name}</b>
                  {place === '' ? '' : `, ${place}`} ·{' '}
                  {rows.every(({ printed: there }) => there) ? words.printed : words.notPrinted}
                </p>
                <Step site={site} step="told" rows={writeSeen(rows)} label={words.handedFor(name)}>
                  {words.handed}
                </Step>
              </li>
            ))}
          </ul>
          {printed.length < 2 ? null : (
            <Step site={site} step="told" rows={writeSeen(printed)}>
              {words.allHanded}
            </Step>
          )}
        </section>
        {done.length === 0 ? null : (
          <details class="call-done">
            <summary>{words.done(done.length)}</summary>
            <ul class="call-list">
              {done.map(({ row, rows, name }) => (
                <li key={row.id}>
                  <p>{name}</p>
                  <Step site={site} step="again" rows={writeSeen(rows)} label={words.againFor(name)}>
                    {words.again}
                  </Step>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </StaffLayout>,
  );
};

/** Notes what was done with rows as the page showed them. @throws FORM_INVALID */
export const settleCalls: StaffRoute = async (context, site, member) => {
  const field = await fieldsOf(context);
  const step = handSteps.find((one) => one === field('step'));
  const rows = readSeen(field('rows'));
  const done = step === undefined ? 0 : await settleByHand(stateOf(site).db, rows, step, { staff: member.id });
  return context.redirect(`${pathIn(site.language, path)}?done=${done}#done`, 303);
};

/** The sheets of all who are to have one, in one file; they are noted as printed. */
export const printSheets: StaffRoute = async (context, site, member) => {
  const now = Temporal.Now.instant();
  const { pdf, unprinted } = await handSheets(site, now);
  await settleByHand(stateOf(site).db, unprinted, 'printed', { staff: member.id, now });
  return context.body(pdf, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${site.words.push.calls.file}.pdf"`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  });
};

function Call({ site, person }: { readonly site: Site; readonly person: HandPerson }): JSX.Element {
  const words = site.words.push.calls;
  const { row, rows, name, place, told } = person;
  const phone = row.phone === null ? null : normalPhone(row.phone);
  const tries = Math.max(...rows.map(({ calls: unanswered }) => unanswered));
  const givenUp = rows.every(({ state }) => state === 'failed');
  return (
    <li>
      <h3>
        {name}
        {place === '' ? '' : `, ${place}`}
      </h3>
      {phone === null ? (
        <p class="hint">{words.noNumber}</p>
      ) : (
        <p class="call-number">
          <a href={`tel:${phone}`}>{spokenPhone(phone)}</a>
        </p>
      )}
      {told.map(({ say }, at) => (
        <p key={rows[at]?.id} lang={row.language} class="call-say">
          <span class="heard-only">{words.say}: </span>
          {say.join(' ')}
        </p>
      ))}
      {tries === 0 ? null : (
        <p class="hint">
          {words.tried(tries)}
          {givenUp ? `. ${words.givenUp}.` : '.'}
        </p>
      )}
      <div class="call-steps">
        <Step site={site} step="told" rows={writeSeen(rows)} label={words.toldFor(name)} main>
          {words.told}
        </Step>
        {givenUp ? null : (
          <Step site={site} step="no-answer" rows={writeSeen(rows)} label={words.noAnswerFor(name)}>
            {words.noAnswer}
          </Step>
        )}
      </div>
    </li>
  );
}

interface StepProps {
  readonly site: Site;
  readonly step: HandStep;
  readonly rows: string;
  readonly label?: string;
  readonly main?: boolean;
  readonly children: string;
}

const Step = ({ site, step, rows, label, main = false, children }: StepProps): JSX.Element => (
  <PostButton
    action={pathIn(site.language, path)}
    fields={{ step, rows }}
    class={main ? 'button' : 'quiet button'}
    {...(label === undefined ? {} : { label })}
  >
    {children}
  </PostButton>
);

function Said({ site, count }: { readonly site: Site; readonly count: string | null }): JSX.Element | null {
  if (count === null || !/^\d{1,6}$/.test(count)) return null;
  const words = site.words.push.calls;
  return (
    <p id="done" class="notice" role="status" tabIndex={-1}>
      {Number(count) === 0 ? words.changed : words.kept(Number(count))}
    </p>
  );
}

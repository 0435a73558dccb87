import type { Context } from 'hono';
import type { JSX } from 'preact';
import { fault } from '#errors.ts';
import type { Letter } from '#notify/channel.ts';
import { untoldReasons } from '#notify/match/types.ts';
import { runName, type Run } from '#notify/timing/moments.ts';
import { campaignChannels, campaignOf } from '#state/campaigns.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { channels } from '#state/tables/customers.ts';
import { CampaignActs } from '#web/components/campaign-acts.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { StaffNotice } from '#web/components/staff-notice.tsx';
import { actOnRun, isGone, longestNote, readNote } from '#web/campaign-act.ts';
import { rehearse, runNamed, sampleLetters } from '#web/campaign-view.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { nameOf } from '#web/routes/campaigns.tsx';
import { stateOf, type Site } from '#web/site.ts';

/** One mailing: whom it would reach, what it looks like, the word of the house, and what can be done with it. @throws PAGE_UNKNOWN, WEEK_INVALID */
export async function staffCampaign(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const run = await runNamed(stateOf(site).db, context.req.param('id') ?? '');
  return campaignPage(context, site, member, run);
}

/** Keeps the word of the house, holds, lets go or cancels; a mailing that is not made ready yet is written down first. @throws PAGE_UNKNOWN, WEEK_INVALID, FORM_INVALID */
export async function actOnCampaign(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const { campaigns: words } = site.words.staff;
  const run = await runNamed(db, context.req.param('id') ?? '');
  const field = await fieldsOf(context);
  const [act, note] = [field('faire'), readNote(field('note'))];
  if (act === 'cancel' && field('sure') === '') return campaignPage(context, site, member, run, words.notSure);
  if (act === 'note' && note === null) return campaignPage(context, site, member, run, words.noteWrong);
  const id = runName(run.kind, run.week);
  if (act !== 'note' && act !== 'hold' && act !== 'release' && act !== 'cancel') throw fault('FORM_INVALID');
  await actOnRun(db, run, act === 'note' ? { act, note: note ?? '' } : { act }, { staff: member.id });
  return context.redirect(`${pathIn(site.language, `/equipe/envois/${id}`)}?done=${act}#done`, 303);
}

async function campaignPage(
  context: Context,
  site: Site,
  member: StaffMember,
  run: Run,
  wrong: string | null = null,
): Promise<Response> {
  const { db } = stateOf(site);
  const { campaigns: words, moment } = site.words.staff;
  const id = runName(run.kind, run.week);
  const campaign = await campaignOf(db, id);
  const decided = Object.keys(campaign?.counts ?? {}).length > 0;
  const name = nameOf(site, { kind: run.kind, week: run.week.name });
  const done = queryOf(context).get('done');
  const told = done === 'note' || done === 'hold' || done === 'release' || done === 'cancel' ? words.done[done] : null;
  const gone = isGone(run, campaign);
  return page(
    context,
    <StaffLayout site={site} member={member} title={name} path={`/equipe/envois/${id}`}>
      <p class="back">
        <a href={pathIn(site.language, '/equipe/envois')}>{words.back}</a>
      </p>
      <h1>{name}</h1>
      <StaffNotice text={wrong ?? told} wrong={wrong !== null} />
      <p class="lead">
        {words.leaves(moment(run.due.toString()))} {words.state(words.states[campaign?.state ?? 'none'])}
      </p>
      {campaign?.state === 'cancelled' ? <p>{words.cancelled}</p> : gone ? <p>{words.over}</p> : null}
      {decided ? await sentOf(site, id) : gone ? null : await reachOf(site, run)}
      {decided || !gone ? <Samples site={site} id={id} letters={await sampleLetters(site, run, campaign)} /> : null}
      {gone ? null : <CampaignActs site={site} id={id} campaign={campaign} most={longestNote} />}
    </StaffLayout>,
    wrong === null ? 200 : 422,
  );
}

/** How far a mailing is that is in the outbox. */
async function sentOf(site: Site, id: string): Promise<JSX.Element> {
  const { campaigns: words } = site.words.staff;
  const rows = await campaignChannels(stateOf(site).db, id);
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{words.sentTitle}</h2>
      <dl class="staff-facts">
        {rows.map(({ channel, state, count }) => (
          <div key={`${channel} ${state}`}>
            <dt>
              {words.channels[channel]}, {words.box.states[state]}
            </dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whom a mailing would reach if it were made ready now. */
async function reachOf(site: Site, run: Run): Promise<JSX.Element> {
  const { campaigns: words } = site.words.staff;
  const { people, whole, told, untold } = await rehearse(site, run);
  const messages = [...told.values()].reduce((sum, count) => sum + count, 0);
  const reasons = untoldReasons.filter((reason) => untold.has(reason));
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{words.reach}</h2>
      <p>{words.reachHint}</p>
      <p>
        <b>{words.reached(messages, people)}</b> {whole ? null : words.partial}
      </p>
      {messages === 0 ? null : (
        <>
          <h3>{words.byChannel}</h3>
          <dl class="staff-facts">
            {channels
              .filter((channel) => told.has(channel))
              .map((channel) => (
                <div key={channel}>
                  <dt>{words.channels[channel]}</dt>
                  <dd>{told.get(channel)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      <h3>{words.why}</h3>
      {reasons.length === 0 ? <p>{words.everyoneTold}</p> : null}
      <dl class="staff-facts">
        {reasons.map((reason) => (
          <div key={reason}>
            <dt>{words.untold[reason]}</dt>
            <dd>{words.people(untold.get(reason) ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Samples({
  site,
  id,
  letters,
}: {
  readonly site: Site;
  readonly id: string;
  readonly letters: readonly Letter[];
}): JSX.Element {
  const { campaigns: words } = site.words.staff;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">{words.samples}</h2>
      <p>{letters.length === 0 ? words.noSample : words.samplesHint}</p>
      {letters.map((letter, at) => (
        <article key={at} class="letter-sample">
          <h3>{words.sample(at + 1)}</h3>
          <p>
            <span lang={letter.language}>{words.subject(letter.subject)}</span>
          </p>
          <details>
            <summary>{words.readText(at + 1)}</summary>
            <pre class="letter-text" lang={letter.language}>
              {letter.text}
            </pre>
          </details>
          <p>
            <a
              class="quiet button"
              href={pathIn(site.language, `/equipe/envois/${id}/lettre/${at + 1}`)}
              aria-label={words.asReceivedFor(at + 1)}
            >
              {words.asReceived}
            </a>
          </p>
        </article>
      ))}
    </section>
  );
}

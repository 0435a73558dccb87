import type { JSX } from 'preact';
import { runName } from '#notify/timing/moments.ts';
import { campaignOf, listCampaigns, type Campaign } from '#state/campaigns.ts';
import { houseSettings } from '#state/house-settings.ts';
import { resendDead } from '#state/outbox-status.ts';
import { OutboxBox, outboxView } from '#web/components/outbox-box.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { StaffNotice } from '#web/components/staff-notice.tsx';
import { comingRuns } from '#alerts/coming-runs.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import type { StaffRoute } from '#web/staff.ts';
import { weekNamedOf } from '#notify/letters/week-named-of.ts';
import { fault } from '#errors.ts';

const path = '/equipe/envois';

/** What leaves next, what waits, what left, and how the outbox stands. */
export const staffCampaigns: StaffRoute = async (context, site, member) => {
  const { db } = stateOf(site);
  const { campaigns: words } = site.words.staff;
  const now = Temporal.Now.instant();
  const settings = await houseSettings(db);
  const coming: Coming[] = [];
  for (const run of await comingRuns(db, settings, now)) {
    const id = runName(run.kind, run.week);
    const campaign = await campaignOf(db, id);
    coming.push({ id, kind: run.kind, week: run.week.name, due: run.due.toString(), campaign });
  }
  const all = await listCampaigns(db);
  const others = all.filter(({ id }) => coming.every((one) => one.id !== id));
  const held = others.filter(({ state }) => state === 'held');
  const past = others.filter(({ state }) => state !== 'held');
  const resent = queryOf(context).get('done') ?? '';
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path={path}>
      <h1>{words.title}</h1>
      <StaffNotice text={/^\d{1,6}$/.test(resent) ? words.done.resent(Number(resent)) : null} />
      <p class="lead">{words.lead}</p>
      {held.length === 0 ? null : (
        <section aria-labelledby="held">
          <h2 id="held">{words.heldTitle}</h2>
          <ul class="staff-todo">
            {held.map((one) => (
              <Line key={one.id} site={site} one={one} campaign={one} urgent />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="next">
        <h2 id="next">{words.nextTitle}</h2>
        <p>{settings.holdCampaigns ? words.holdsOn : words.holdsOff}</p>
        <ul class="staff-todo">
          {coming.map((one) => (
            <Line key={one.id} site={site} one={one} campaign={one.campaign} coming />
          ))}
        </ul>
      </section>
      <OutboxBox site={site} view={await outboxView(site, now)} />
      <section aria-labelledby="past">
        <h2 id="past">{words.pastTitle}</h2>
        {past.length === 0 ? <p>{words.nothingPast}</p> : null}
        <ul class="staff-list">
          {past.map((one) => (
            <Past key={one.id} site={site} one={one} />
          ))}
        </ul>
      </section>
    </StaffLayout>,
  );
};

/** Puts a dead letter, or all of them, back on their way. @throws FORM_INVALID */
export const resendLetters: StaffRoute = async (context, site, member) => {
  const field = await fieldsOf(context);
  const which = field('id');
  if (which !== 'all' && !/^\d{1,15}$/.test(which)) throw fault('FORM_INVALID');
  const ids = which === 'all' ? null : [Number(which)];
  const { queued } = await resendDead(stateOf(site).db, ids, { staff: member.id });
  return context.redirect(`${pathIn(site.language, path)}?done=${queued.length}#done`, 303);
};

/** `Lettre de la semaine du 25 novembre 2026`. */
export const nameOf = (site: Site, { kind, week }: Pick<Campaign, 'kind' | 'week'>): string =>
  site.words.staff.campaigns.name(
    site.words.staff.campaigns.kinds[kind],
    site.words.date(String(weekNamedOf(week).first)),
  );

interface Coming extends Pick<Campaign, 'id' | 'kind' | 'week' | 'due'> {
  readonly campaign: Campaign | null;
}

interface LineProps {
  readonly site: Site;
  readonly one: Pick<Campaign, 'id' | 'kind' | 'week' | 'due'>;
  readonly campaign: Campaign | null;
  readonly urgent?: boolean;
  readonly coming?: boolean;
}

function Line({ site, one, campaign, urgent = false, coming = false }: LineProps): JSX.Element {
  const { campaigns: words, moment } = site.words.staff;
  const name = nameOf(site, one);
  const waits = urgent || campaign?.state === 'held';
  return (
    <li class={waits ? 'urgent' : undefined}>
      <p>
        <b>{name}</b>
        <br />
        {coming ? words.leaves(moment(one.due)) : words.left(moment(one.due))}{' '}
        {words.state(words.states[campaign?.state ?? 'none'])}
      </p>
      <p>
        <a
          class={waits ? 'button' : 'quiet button'}
          href={pathIn(site.language, `${path}/${one.id}`)}
          aria-label={words.openFor(name)}
        >
          {words.open}
        </a>
      </p>
    </li>
  );
}

function Past({ site, one }: { readonly site: Site; readonly one: Campaign }): JSX.Element {
  const { campaigns: words } = site.words.staff;
  const name = nameOf(site, one);
  const counts = Object.entries(one.counts).map(([state, count]) => {
    const sentences: Readonly<Record<string, string>> = words.box.states;
    return `${count} ${sentences[state] ?? state}`;
  });
  return (
    <li>
      <span>
        <b>{name}</b>
        <br />
        <small>{[words.states[one.state], ...counts].join(' · ')}</small>
      </span>
      <a href={pathIn(site.language, `${path}/${one.id}`)} aria-label={words.seeFor(name)}>
        {words.see}
      </a>
    </li>
  );
}

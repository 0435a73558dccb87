import { join } from 'node:path';
import type { Context } from 'hono';
import { Layout } from '#web/components/layout.tsx';
import { forgetWritten } from '#notify/channels/written-files.ts';
import { forgetDeleted } from '#state/forget-deleted.ts';
import { leaveGroup } from '#state/group-members.ts';
import { placesOfKeys, type Place } from '#state/places.ts';
import { zipOfExport } from '#state/export-zip.ts';
import { eraseVisitor, exportVisitor, type VisitorExport } from '#state/rights.ts';
import { forgetProof } from '#web/account/proof.ts';
import { AccountHeld } from '#web/components/account-held.tsx';
import { groupsOfDevice } from '#web/group/groups-of-device.ts';
import { forgetKeys, placesHere } from '#web/group/own-places.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { forgetCookie, hasCookie } from '#web/visitor.ts';

const DAYS_A_MONTH = 30;
const DAYS_A_YEAR = 365;

/** What is held about the visitor, counted; the way to have it all, and to have it erased. */
export async function myData(context: Context, site: Site): Promise<Response> {
  const { data } = site.words.kept;
  const { held, guestPlaces } = await heldHere(context, site);
  const groups = await groupsOfDevice(context, site, Infinity);
  const none = held === null && guestPlaces.length === 0;
  return page(
    context,
    <Layout site={site} title={data.title} path="/mes-donnees" query="">
      <div class="narrow">
        <h1>{data.title}</h1>
        {queryOf(context).get('done') !== 'erased' || !none ? null : (
          <p id="done" class="notice" role="status" tabIndex={-1}>
            {data.erased}
          </p>
        )}
        {none ? (
          <p class="lead">{data.nobody}</p>
        ) : (
          <p class="lead">{held === null ? data.guest : held.account === null ? data.lead : data.leadAccount}</p>
        )}
        {held === null ? null : (
          <>
            <ul>
              <li>{data.marks(held.marks.length)}</li>
              <li>{data.groups(held.groupPlaces.length + guestPlaces.length + held.groupsMade.length)}</li>
              <li>{data.settings(held.settings.length)}</li>
              <li>{data.events(held.events.length)}</li>
            </ul>
            <AccountHeld site={site} held={held} />
            <p>
              {data.since(site.words.date(held.visitor.created), site.words.date(held.visitor.lastSeen))}{' '}
              {held.account === null
                ? data.until(Math.round(site.lanterne.config.visitorDays / DAYS_A_MONTH))
                : data.untilAccount(Math.round(site.lanterne.config.customerDays / DAYS_A_YEAR))}
            </p>
          </>
        )}
        {groups.length === 0 ? null : (
          <section aria-labelledby="groups-title">
            <h2 id="groups-title">{data.yourGroups}</h2>
            <ul>
              {groups.map(({ address, names, expires }) => (
                <li key={address}>
                  <a href={address}>{site.words.group.apart.one(names, expires)}</a>
                </li>
              ))}
            </ul>
            <p class="hint">{data.leaveHint}</p>
          </section>
        )}
        {none ? null : (
          <>
            <p>
              <a class="button" href={pathIn(site.language, '/mes-donnees.json')} download="lanterne.json">
                {data.download}
              </a>
            </p>
            {held === null ? null : (
              <p>
                <a href={pathIn(site.language, '/mes-donnees.zip')} download="lanterne.zip">
                  {site.words.account.mine.csv}
                </a>
              </p>
            )}
            <form method="post" action={pathIn(site.language, '/mes-donnees/effacer')}>
              <p id="erase-hint">
                {data.eraseHint} {held?.account == null ? '' : site.words.account.mine.eraseHint}
              </p>
              <button class="quiet button" aria-describedby="erase-hint">
                {data.erase}
              </button>
            </form>
          </>
        )}
      </div>
    </Layout>,
  );
}

/** Everything held about the visitor, and of the places of this device (without their keys), to keep; an empty object when nothing is. */
export async function myDataFile(context: Context, site: Site): Promise<Response> {
  const { held, guestPlaces } = await heldHere(context, site);
  context.header('Cache-Control', 'no-store');
  context.header('Content-Disposition', 'attachment; filename="lanterne.json"');
  const guest = guestPlaces.map((place) => ({ ...place, id: undefined }));
  return context.json({ ...held, ...(guest.length === 0 ? {} : { guestPlaces: guest }) });
}

/** The same as tables: a zip of CSV files, beside the JSON. */
export async function myDataZip(context: Context, site: Site): Promise<Response> {
  const { held } = await heldHere(context, site);
  if (held === null) return context.redirect(pathIn(site.language, '/mes-donnees'), 303);
  context.header('Cache-Control', 'no-store');
  context.header('Content-Type', 'application/zip');
  context.header('Content-Disposition', 'attachment; filename="lanterne.zip"');
  return context.body(zipOfExport(held));
}

/**
 * Erases everything held about the visitor, and the places of this device in groups; then its cookies, which stay as long as it is not done.
 * @throws NOTHING_KEPT
 */
export async function eraseMine(context: Context, site: Site): Promise<Response> {
  const places = placesHere(context);
  if (hasCookie(context) || places.length > 0) {
    const { db } = stateOf(site);
    for (const { code, keys } of places) for (const key of keys) await leaveGroup(db, code, key);
    await (site.visitor === null ? forgetDeleted(db) : eraseVisitor(db, site.visitor.id));
    await forgetWritten(db, join(site.lanterne.config.dataFolder, 'outbox'));
    for (const { code } of places) forgetKeys(context, code);
    if (hasCookie(context)) forgetCookie(context);
    forgetProof(context);
  }
  return context.redirect(`${pathIn(site.language, '/mes-donnees')}?done=erased#done`, 303);
}

interface Held {
  readonly held: VisitorExport | null;
  /** The places of this device in groups that are not the visitor's. */
  readonly guestPlaces: readonly Place[];
}

async function heldHere(context: Context, { state, visitor }: Site): Promise<Held> {
  if (state === null) return { held: null, guestPlaces: [] };
  const keysOf = new Map(placesHere(context).map(({ code, keys }) => [code, keys]));
  const opened = await placesOfKeys(state.db, [...keysOf.values()].flat(), visitor?.id);
  return {
    held: visitor === null ? null : await exportVisitor(state.db, visitor.id),
    guestPlaces: opened.filter(({ code, id }) => keysOf.get(code)?.includes(id) === true),
  };
}

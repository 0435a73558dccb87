import { several } from '#words/english.ts';
import { openAlerts } from '#alerts.ts';
import type { Invocation } from '#cli/command.ts';
import { askedOf } from '#cli/notify/asked.ts';
import { settings } from '#cli/settings.ts';
import { openLanterne } from '#lanterne.ts';
import type { Decision, Untold } from '#notify/match/types.ts';
import type { FilmAtCinema } from '#notify/payload.ts';
import { openState, statePlace } from '#state/open-state.ts';

/** Who would be told what and why, and who would not; with `--commit` it is written into the outbox. */
export async function run(invocation: Invocation): Promise<void> {
  const { values, print, note } = invocation;
  const [json, commit] = [values['json'] === true, values['commit'] === true];
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  const asked = await askedOf(invocation, state.db, Temporal.Now.instant());
  await using lanterne = await openLanterne(config, { onProgress: note });
  const alerts = openAlerts(() => lanterne, state);
  const [told, untold]: [ToldLine[], Untold[]] = [[], []];
  let [people, added] = [0, 0];
  // a person asked: what changed a moment ago counts
  for await (const lot of alerts.match({ ...asked, commit, everyone: !commit, settle: 0 })) {
    people += lot.people.length;
    added += lot.added + lot.renewed;
    if (json) {
      told.push(...lot.decisions.map(toldLine));
      untold.push(...lot.untold);
    } else {
      for (const decision of lot.decisions) print(spoken(toldLine(decision)));
      for (const { customer, kind, channel, reason, film } of commit ? [] : lot.untold)
        print(`not told  ${customer}  ${kind}  ${channel ?? '-'}  ${reason}${film === null ? '' : `  ${film}`}`);
    }
  }
  const { run: campaign, kinds } = asked;
  const about = { kinds, week: campaign?.week.name ?? null, people, committed: commit, added };
  if (json) print(JSON.stringify({ ...about, told, untold }));
  else
    note(
      commit
        ? `${several(people, 'person', 'people')} looked at, ${several(added, 'message', 'messages')} written into the outbox.`
        : `${several(people, 'person', 'people')} looked at; nothing is written (--commit writes).`,
    );
}

interface ToldLine {
  readonly person: string;
  readonly channel: string;
  readonly kind: string;
  readonly message: string;
  readonly due: string;
  readonly stale: string;
  readonly films: readonly { readonly id: string | null; readonly title: string; readonly why: string }[];
}

const toldLine = ({ customer, channel, kind, message, due, stale, payload }: Decision): ToldLine => ({
  person: customer,
  channel,
  kind,
  message,
  due: due.toString(),
  stale: stale.toString(),
  films: (payload.kind === 'wish' ? [payload.film] : payload.films).map((one) => ({
    id: one.film.id,
    title: one.film.title,
    why: whySaid(one),
  })),
});

const whySaid = ({ why }: FilmAtCinema): string =>
  why.kind === 'taste'
    ? `liked ${why.liked.map(({ title }) => `“${title}”`).join(' and ') || 'films like it'}`
    : `${why.kind === 'wished' ? 'wished' : 'marked to watch'} on ${why.on.slice(0, 10)}`;

const spoken = ({ person, channel, message, due, films }: ToldLine): string =>
  `told  ${person}  ${message}  ${channel}  due ${due}  ${films.map(({ title, why }) => `“${title}” (${why})`).join(', ')}`;

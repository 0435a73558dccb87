import { textOption, type Invocation } from '#cli/command.ts';
import { usage } from '#cli/notify/asked.ts';
import { settings } from '#cli/settings.ts';
import { writeFile } from '#cli/write-file.ts';
import { openLanterne } from '#lanterne.ts';
import { normalPhone, spokenPhone } from '#state/phone-number.ts';
import { settleByHand, type HandChannel } from '#state/by-hand.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { handList, type HandList, type HandPerson } from '#web/hand-list.ts';
import { handSheets } from '#web/hand-sheets.ts';
import { siteIn, stateOf, type Site } from '#web/site.ts';
import { en } from '#web/words.en.ts';

const { calls: words } = en.push;

/** Whom the house tells by telephone and on paper, and what; with `--pdf` the sheets in one file, noted as printed. @throws USAGE, CANNOT_WRITE */
export async function run(invocation: Invocation): Promise<void> {
  const asked = textOption(invocation, 'channel');
  const pdf = textOption(invocation, 'pdf');
  const channels = (['phone', 'paper'] as const).filter((one) => asked === undefined || one === asked);
  if (channels.length === 0) throw usage(`--channel is phone or paper, not “${asked}”.`);
  if (pdf !== undefined && asked !== undefined) throw usage('--pdf is of the sheets: it goes without --channel.');
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  await using lanterne = await openLanterne(config, { onProgress: invocation.note });
  const site = { ...siteIn(lanterne, 'en'), state };
  const now = Temporal.Now.instant();
  if (pdf !== undefined) return await printSheets(invocation, site, { file: pdf, now });
  const lists: { channel: HandChannel; list: HandList }[] = [];
  for (const channel of channels) lists.push({ channel, list: await handList(site, channel, now) });
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(lists.flatMap(jsonOf)));
  for (const { channel, list } of lists) tellList(invocation, channel, list);
}

async function printSheets(
  { values, print, note }: Invocation,
  site: Site,
  { file, now }: { readonly file: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { pdf, sheets, unprinted } = await handSheets(site, now);
  writeFile(file, pdf, { mode: 0o600 });
  const printed = await settleByHand(stateOf(site).db, unprinted, 'printed', { staff: null, now });
  if (values['json'] === true) return print(JSON.stringify({ file, sheets, printed }));
  if (sheets === 0) note(words.noSheets);
  print(file);
}

const jsonOf = ({ channel, list }: { readonly channel: HandChannel; readonly list: HandList }): object[] =>
  [...list.open.map((person) => ({ person, done: false })), ...list.done.map((person) => ({ person, done: true }))].map(
    ({ person: { row, rows, name, place, told }, done }) => ({
      ids: rows.map(({ id }) => id),
      channel,
      done,
      name,
      place,
      phone: channel === 'phone' ? row.phone : null,
      language: row.language,
      say: told.map(({ say }) => say.join(' ')),
      unanswered: unansweredOf(rows),
      givenUp: rows.every(({ state }) => state === 'failed'),
      printed: rows.every(({ printed }) => printed),
    }),
  );

function tellList({ print, note }: Invocation, channel: HandChannel, { open, done, over }: HandList): void {
  if (open.length === 0) note(channel === 'phone' ? words.nobody : words.noSheets);
  for (const person of open) {
    print([idsOf(person), channel, whoOf(person), ...standingOf(channel, person)].join('  '));
    for (const { say } of person.told) print(`  ${say.join(' ')}`);
  }
  if (done.length > 0) print(words.done(done.length));
  for (const person of done) print([idsOf(person), channel, whoOf(person)].join('  '));
  if (over > 0) note(words.over(over));
}

const idsOf = ({ rows }: HandPerson): string => rows.map(({ id }) => id).join(' ');
const whoOf = ({ name, place }: HandPerson): string => (place === '' ? name : `${name}, ${place}`);
const unansweredOf = (rows: HandPerson['rows']): number => Math.max(...rows.map(({ calls }) => calls));

function standingOf(channel: HandChannel, { row, rows }: HandPerson): string[] {
  if (channel === 'paper') return [rows.every(({ printed }) => printed) ? words.printed : words.notPrinted];
  const phone = row.phone === null ? null : normalPhone(row.phone);
  const tries = unansweredOf(rows);
  return [
    phone === null ? words.noNumber : spokenPhone(phone),
    ...(tries === 0 ? [] : [words.tried(tries)]),
    ...(rows.every(({ state }) => state === 'failed') ? [words.givenUp] : []),
  ];
}

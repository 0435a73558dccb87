import { textOption, type Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openFigures } from '#figures.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { countShowing } from '#web/count-showing.ts';
import { pastShowings, type PastShowing } from '#web/demand-view.ts';
import { en } from '#web/words.en.ts';

const { demand: words } = en.wishes;

/** The showings to count with what was counted of them; or writes down how many came to one. @throws USAGE, SHOWING_NOT_COUNTED */
export async function run(invocation: Invocation): Promise<void> {
  const [showing, sold] = invocation.positionals;
  const came = textOption(invocation, 'came');
  if ((showing === undefined) !== (sold === undefined) || (showing === undefined && came !== undefined))
    throw usage('Say which showing, and how many tickets were sold.');
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  if (showing !== undefined && sold !== undefined) {
    const typed = { showing, sold, came: came ?? '' };
    const said = await countShowing(state.db, () => openFigures(config).market(), typed, null);
    if (said === 'unknown') throw fault('SHOWING_NOT_COUNTED', { id: showing });
    if (said === 'refused') throw usage(words.refused);
  }
  const past = await pastShowings(state.db);
  const shown = showing === undefined ? past : past.filter((one) => one.showing.id === showing);
  if (invocation.values['json'] === true) {
    const [first] = shown.map(asJson);
    return invocation.print(JSON.stringify(showing === undefined ? shown.map(asJson) : (first ?? null)));
  }
  if (shown.length === 0) invocation.note(words.attendanceNone);
  for (const one of shown) invocation.print(lineOf(one));
}

const asJson = ({ showing: { id, starts, title, film, at }, counted }: PastShowing) => ({
  showing: id,
  starts,
  title,
  film,
  venue: at.id,
  sold: counted?.sold ?? null,
  came: counted?.came ?? null,
});

const lineOf = ({ showing: { id, starts, title, at }, counted }: PastShowing): string =>
  [
    id,
    `${title}, ${en.wishes.when(starts)}, ${at.name}`,
    counted === null
      ? 'not counted'
      : `${counted.sold} sold${counted.came === null ? '' : `, ${counted.came} ${words.came}`}`,
  ].join('  ');

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'demand' });

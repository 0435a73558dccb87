import { asVisitorId } from '#brand.ts';
import type { Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault, type LanterneError } from '#errors.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { purgeState } from '#state/retention.ts';
import { eraseVisitor, exportVisitor } from '#state/rights.ts';
import { visitorIdOf } from '#state/secret.ts';

export const command: Command = {
  summary: 'Rights of the persons: everything held about one, or its erasure; and what is past its time',
  usage:
    'lanterne people export ID | people erase ID | people purge   (ID: the cookie’s value, or the identifier of an export)',
  example: 'lanterne people export 3q2-7wAAAAAAAAAAAAAAAA',
  options: {},
  async run(invocation) {
    const [what = '', text, ...others] = invocation.positionals;
    if (
      !['export', 'erase', 'purge'].includes(what) ||
      others.length > 0 ||
      (what === 'purge') !== (text === undefined)
    )
      throw usage('Say what to do, and for whom: `people export ID`, `people erase ID`, or `people purge`.');
    const visitor = text === undefined ? null : (visitorIdOf(text) ?? asVisitorId(text));
    if (text !== undefined && visitor === null) throw usage(`“${text}” is no identifier of a visitor.`);
    const config = settings(invocation);
    await using state = await openState(statePlace(config));
    if (visitor === null) return invocation.print(JSON.stringify(await purgeState(state.db, config)));
    if (what === 'erase') return invocation.print(JSON.stringify(await eraseVisitor(state.db, visitor)));
    const held = await exportVisitor(state.db, visitor);
    if (held === null) throw fault('VISITOR_UNKNOWN');
    invocation.print(JSON.stringify(held, null, invocation.values['json'] === true ? 0 : 2));
  },
};

const usage = (problem: string): LanterneError => fault('USAGE', { problem, command: 'people' });

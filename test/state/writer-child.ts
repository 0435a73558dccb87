// A process of its own for the tests: opens the state and writes marks until it is killed, or as many as it is told. Each line that it prints
// names a film whose mark was acknowledged.
import { writeSync } from 'node:fs';
import { asVisitorId } from '#brand.ts';
import { setMark } from '#state/marks.ts';
import { openState } from '#state/open-state.ts';
import { film } from './engines.ts';

const [where = '', who = '', first = '0', count = '1000000'] = process.argv.slice(2);
await using state = await openState(where.startsWith('postgres') ? { databaseUrl: where } : { file: where });
writeSync(1, 'open\n');
const visitor = asVisitorId(who);
if (visitor !== null)
  for (let at = Number(first); at < Number(first) + Number(count); at++) {
    await setMark(state.db, visitor, film(at), 'liked');
    await setMark(state.db, visitor, film(at), 'disliked');
    writeSync(1, `${film(at)}\n`);
  }

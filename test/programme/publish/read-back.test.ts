import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readProgramme } from '#programme/read/read-programme.ts';
import { seedProgramme } from '../../helpers/seed-programme.ts';
import { keepingApp } from '../../helpers/web-visitor.ts';

it('what the site gives as data, table and calendar is what the import reads', async () => {
  await using kept = await keepingApp();
  const now = Temporal.Now.instant();
  const showings = await seedProgramme(kept.state.db, { now });
  for (const kind of ['json', 'csv', 'ics'] as const) {
    const answer = await kept.app.request(`/programme.${kind}`);
    const read = readProgramme(new Uint8Array(await answer.arrayBuffer()), { file: `programme.${kind}`, now });
    assert.equal(read.format, kind);
    assert.deepEqual(read.faults, [], kind);
    const drafts = new Map(read.drafts.map((draft) => [draft.origin?.replace(/@lanterne$/, ''), draft]));
    assert.equal(drafts.size, showings.length, kind);
    for (const one of showings) {
      const draft = drafts.get(one.id);
      assert.ok(draft !== undefined, `${kind}: ${one.title}`);
      assert.equal(draft.starts, one.starts, kind);
      assert.equal(draft.version, one.version, kind);
      assert.equal(draft.calledOff, one.cancelled !== null, kind);
      assert.deepEqual(draft.features, one.features, kind);
      if (kind === 'ics') continue;
      const { screen, price, booking, note } = one;
      assert.deepEqual(
        { screen: draft.screen, price: draft.price, booking: draft.booking, note: draft.note },
        { screen, price, booking, note },
      );
      assert.equal(draft.keys.find(({ system }) => system === 'imdb')?.value ?? null, one.film, kind);
    }
    if (kind === 'json')
      for (const draft of read.drafts) assert.ok(showings.some(({ venue }) => venue === draft.venue));
  }
});

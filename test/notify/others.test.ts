import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { otherChannels } from '#notify/channels/others.ts';
import { openState } from '#state/open-state.ts';
import { temporaryFolder } from '../state/engines.ts';

it('the ways to reach people are those that the settings allow', async () => {
  const folder = temporaryFolder();
  await using state = await openState({ file: join(folder, 'state.sqlite') });
  const config = { cinemaName: 'Le Rex', dataFolder: folder };
  const names = (more: { contact?: string }): string[] => [...otherChannels(state.db, { ...config, ...more }).keys()];
  assert.deepEqual(names({}), ['sms', 'paper', 'phone']);
  assert.deepEqual(names({ contact: 'cinema@films.example' }), ['push', 'sms', 'paper', 'phone']);
});

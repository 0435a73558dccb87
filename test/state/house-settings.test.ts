import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseSetting, houseSettings, readHouseSetting, settingsOf } from '#state/house-settings.ts';
import { setHouseValue } from '#state/house.ts';
import { onBothEngines } from './engines.ts';

test('what may be set, as it is kept, and what may not', () => {
  assert.equal(readHouseSetting('digest-hour', ' 8:05 '), '08:05');
  assert.equal(readHouseSetting('week-cap', '007'), '7');
  assert.equal(readHouseSetting('sender-name', 'Le Lux'), 'Le Lux');
  for (const [key, text] of [
    ['digest-hour', '24:00'],
    ['digest-hour', '18h'],
    ['digest-day', '0'],
    ['digest-day', '2.5'],
    ['week-cap', '-1'],
    ['reminder-on', 'yes'],
    ['sender-name', 'Le Lux\r\nBcc: all@films.example'],
    ['sender-address', 'x'.repeat(201)],
  ] as const)
    assert.equal(readHouseSetting(key, text), null, `${key} ${text}`);
  assert.equal(settingsOf(new Map([['week-cap', 'many']])).weekCap, 4);
});

onBothEngines('the settings of the house', ({ open }) => {
  test('the usual ones until somebody sets them', async () => {
    const { db } = await open();
    const usual = await houseSettings(db);
    assert.deepEqual(
      [usual.digestDay, usual.digestHour, usual.quietFrom, usual.quietUntil, usual.reminderOn, usual.holdCampaigns],
      [2, 1080, 1260, 510, false, false],
    );
    await setHouseValue(db, 'digest-hour', '17:30');
    await setHouseValue(db, 'hold-campaigns', 'on');
    const set = await houseSettings(db);
    assert.deepEqual([set.digestHour, set.holdCampaigns], [1050, true]);
    assert.equal(await houseSetting(db, 'digest-hour'), '17:30');
    assert.equal(await houseSetting(db, 'reminder-on'), 'off');
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeLetter } from '#notify/letters/compose-letter.ts';
import { sampleCustomer, samplePayload } from '#notify/letters/sample.ts';
import type { Payload } from '#notify/payload.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';

const now = Temporal.Instant.from('2026-11-17T09:00:00Z');
const payloads: readonly Payload[] = [
  samplePayload('wish', now),
  samplePayload('digest', now),
  { kind: 'account', about: { purpose: 'confirm', code: '482913', path: '/compte/confirmer/abc', minutes: 10 } },
];

for (const colorScheme of ['light', 'dark'] as const)
  test(`letters are accessible, ${colorScheme}, and read on a telephone`, async (context) => {
    if (!needsChromium(context)) return;
    await using visited = await visit({ colorScheme, viewport: { width: 320, height: 700 } });
    const { page, outside, faults } = visited;
    for (const language of ['fr', 'en'] as const)
      for (const payload of payloads) {
        const id = sampleCustomer();
        const letter = composeLetter(payload, {
          customer: id === null ? null : { id },
          house: { name: 'Cinéma Le Lux', address: '2 place de la Halle, Hautbourg', contact: 'bonjour@lux.example' },
          linkKey: Buffer.alloc(32),
          origin: 'https://films.example',
          now,
          language,
          channel: 'email',
          note: 'La salle est de nouveau chauffée.',
        });
        assert.ok(letter !== null);
        const name = `${payload.kind}, ${language}, ${colorScheme}`;
        await page.setContent(letter.html);
        await assertAccessible(page, name);
        await assertReflows(page, name);
      }
    assert.deepEqual(outside, []);
    assert.deepEqual(faults, []);
  });

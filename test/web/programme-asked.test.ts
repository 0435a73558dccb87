import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { asFilmId, asVenueId } from '#brand.ts';
import { accesses, programmeQuery, radii, readAsked, type Asked } from '#web/programme/asked.ts';
import { noTaste } from '#web/taste-url.ts';

const days = fc
  .integer({ min: 0, max: 300 })
  .map((ahead) => Temporal.Now.plainDateISO('UTC').add({ days: ahead }).toString());
const asked: fc.Arbitrary<Asked> = fc.record({
  day: fc.option(days),
  week: fc.constant(null),
  by: fc.constantFrom('day' as const, 'film' as const),
  commune: fc.option(fc.constantFrom('23096', '2A004')),
  radius: fc.option(fc.constantFrom(...radii)),
  version: fc.option(fc.constantFrom('vf' as const, 'vost' as const)),
  access: fc.subarray([...accesses]),
  venue: fc.option(fc.constant('l-eclipse')).map((id) => (id === null ? null : asVenueId(id))),
  film: fc.option(fc.constant('tt0119038')).map((id) => (id === null ? null : asFilmId(id))),
  fitting: fc.boolean(),
});

describe('the address of the programme', () => {
  it('says all that was asked, and is read back as it was', () => {
    fc.assert(
      fc.property(asked, (one) => {
        assert.deepEqual(readAsked(new URLSearchParams(programmeQuery(one, noTaste))), { ...one });
      }),
    );
  });

  it('takes any text without a fault', () => {
    const names = ['jour', 'semaine', 'par', 'commune', 'rayon', 'version', 'acces', 'lieu', 'film', 'gout'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }))), (pairs) => {
        readAsked(new URLSearchParams(pairs));
      }),
    );
  });
});

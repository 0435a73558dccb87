import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { asFilmId } from '#brand.ts';
import { appendEvents } from '#state/events.ts';
import { createVisitor } from '#state/visitors.ts';
import { assertAccessible, assertReflows } from '../helpers/accessible.ts';
import { needsChromium, visit } from '../helpers/browser.ts';
import { keepingApp } from '../helpers/web-visitor.ts';
import { serve } from '#web/serve.ts';

const yesterday = { now: Temporal.Now.instant().subtract({ hours: 30 }) };
const ids = ['tt0119038', 'tt0211915', 'tt0060474', 'tt0076759', 'tt0058089'].flatMap((id) => asFilmId(id) ?? []);

describe('the quality page in a browser', () => {
  it('has no fault that axe sees, figures and charts there, in both themes and languages, narrow or wide', async (context) => {
    if (!needsChromium(context)) return;
    await using kept = await keepingApp();
    for (let person = 0; person < 12; person++) {
      const { visitor } = await createVisitor(kept.state.db);
      const row = { list: randomUUID(), model: 'hybrid:1', propensity: 1, explored: person % 2 === 0, team: null };
      const shown = ids.map((film, at) => ({ ...row, film, position: 3 * at + 1, action: 'shown' as const }));
      const liked = shown.slice(0, 1 + (person % 3)).map((one) => ({ ...one, action: 'liked' as const }));
      await appendEvents(kept.state.db, visitor, [...shown, ...liked], yesterday);
    }
    const serving = await serve(kept.app, { host: '127.0.0.1', port: 0 });
    try {
      for (const colorScheme of ['light', 'dark'] as const)
        for (const [path, width] of [
          ['/qualite', 1280],
          ['/en/qualite', 320],
        ] as const) {
          await using visitor = await visit({ colorScheme, viewport: { width, height: 900 } });
          await visitor.page.goto(`${serving.url}${path}`);
          assert.ok((await visitor.page.locator('svg[role]:visible').count()) > 0, 'a chart');
          await assertAccessible(visitor.page, `${path} ${colorScheme}`);
          await assertReflows(visitor.page, `${path} ${width}`);
        }
    } finally {
      await serving.close();
    }
  });
});

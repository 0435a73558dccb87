import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsChromium, newPage, visit } from '../helpers/browser.ts';
import { slowLine } from '../helpers/slow-line.ts';

const FILMS = '/films?liked=tt0119038';

describe('a page that comes slowly', () => {
  it('does not take the focus from the field that one types in', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    await using line = await slowLine(visitor.url, { cut: '</main>', pause: 1500 });
    await using slow = await newPage(line.url);
    const { page } = slow;
    await page.goto('/#main', { waitUntil: 'commit' });
    const field = page.getByRole('textbox').or(page.getByRole('combobox')).first();
    await field.pressSequentially('le diner de con', { delay: 200 });
    assert.equal(await field.inputValue(), 'le diner de con');
    await page.getByRole('option', { name: /Le Dîner de cons/ }).waitFor();
    assert.deepEqual(slow.faults, []);
  });

  it('is read as a whole by these tests: a click ends when the next page begins', async (context) => {
    if (!needsChromium(context)) return;
    await using visitor = await visit();
    await using line = await slowLine(visitor.url, { cut: 'id="results"', pause: 500 });
    await using slow = await newPage(line.url, { javaScriptEnabled: false });
    const { page } = slow;
    await page.goto(FILMS);
    await page.getByRole('link', { name: 'Read this page in English' }).click();
    assert.equal(await page.locator('.films > .film').count(), 24);
  });
});

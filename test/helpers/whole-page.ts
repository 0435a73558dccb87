import type { Locator, Page } from 'playwright-core';

type Reading = (...given: unknown[]) => Promise<unknown>;

/** What tells a page as it stands, half of it while the rest is on its way; and what begins a way by the keyboard, which would be half a way. */
const OF_A_LOCATOR = [
  'all',
  'allInnerTexts',
  'allTextContents',
  'boundingBox',
  'count',
  'evaluate',
  'evaluateAll',
  'focus',
  'getAttribute',
  'innerHTML',
  'innerText',
  'inputValue',
  'isChecked',
  'isHidden',
  'isVisible',
  'textContent',
] as const satisfies readonly (keyof Locator)[];
const OF_A_PAGE = ['content', 'evaluate', 'pdf', 'screenshot', 'title'] as const satisfies readonly (keyof Page)[];

/**
 * Makes what is read of a page wait until its document is whole. A click ends when the next document begins to
 * arrive, and a sentence may be there before the list under it: on a busy machine a test would count half a list.
 */
export function readsWhole(page: Page): Page {
  wrap(page, OF_A_PAGE, () => page);
  wrap(Object.getPrototypeOf(page.locator('html')) as Locator, OF_A_LOCATOR, (locator) => locator.page());
  return page;
}

const wrapped = new WeakSet();

function wrap<T extends object>(one: T, names: readonly (keyof T)[], pageOf: (one: T) => Page): void {
  if (wrapped.has(one)) return;
  wrapped.add(one);
  for (const name of names) {
    const read = one[name] as Reading;
    const whole = async function (this: T, ...given: unknown[]): Promise<unknown> {
      await pageOf(this).waitForLoadState('domcontentloaded');
      return read.apply(this, given);
    };
    Object.defineProperty(one, name, { value: whole });
  }
}

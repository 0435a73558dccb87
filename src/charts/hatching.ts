import type { Sheet } from '#charts/sheet.ts';
import { tag } from '#charts/svg.ts';

/** What is not known: thin lines on no ground, `url(#…-hatch)`. */
export const hatching = (sheet: Sheet): string =>
  tag(
    'pattern',
    { id: `${sheet.id}-hatch`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    tag('path', { class: 'hatch', d: 'M0 0V6', 'stroke-width': 1.4 }),
  );

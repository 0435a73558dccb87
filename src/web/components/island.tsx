import type { JSX } from 'preact';
import { islandsVersion } from '#web/assets.ts';

/** One island of script, for the pages that it improves. */
export const Island = ({ name }: { readonly name: string }): JSX.Element => (
  <script type="module" src={`/island/${islandsVersion()}/${name}.js`} />
);

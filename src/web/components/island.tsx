import type { JSX } from 'preact';
import { islandsVersion } from '#web/assets.ts';

/** The script of one island, for the pages that have what it improves. */
export const Island = ({ name }: { readonly name: string }): JSX.Element => (
  <script type="module" src={`/island/${islandsVersion()}/${name}.js`} />
);

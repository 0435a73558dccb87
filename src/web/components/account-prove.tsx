import type { JSX } from 'preact';
import { PasskeyForm } from '#web/components/passkey-form.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface AccountProveProps {
  readonly site: Site;
  /** Whether a letter reaches them. */
  readonly letters: boolean;
  /** Whether they have passkeys. */
  readonly keys: boolean;
}

/** The ways to show again whose account it is, before passkeys or the address change. */
export function AccountProve({ site, letters, keys }: AccountProveProps): JSX.Element {
  const { prove: words } = site.words.passkeys;
  return (
    <section class="key-prove" aria-labelledby="prove">
      <h2 id="prove">{words.title}</h2>
      <p>{words.why}</p>
      {letters ? (
        <PostButton action={pathIn(site.language, '/compte/prouver')} fields={{}} class="quiet button">
          {words.letter}
        </PostButton>
      ) : (
        <p>{keys ? words.noLetterKey : words.noLetter}</p>
      )}
      {keys ? (
        <PasskeyForm
          kind="get"
          ask={pathIn(site.language, '/compte/cle')}
          action={pathIn(site.language, '/compte/cle/entrer')}
          class="key-again"
          quiet
          button={words.passkey}
          failed={site.words.passkeys.enter.failed}
        />
      ) : null}
      {letters ? <p class="hint">{words.lost}</p> : null}
    </section>
  );
}

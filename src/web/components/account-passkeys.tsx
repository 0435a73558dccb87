import type { JSX } from 'preact';
import { mostPasskeys } from '#state/customer-passkeys.ts';
import type { Passkey } from '#state/passkeys.ts';
import { Field } from '#web/components/account-parts.tsx';
import { Island } from '#web/components/island.tsx';
import { PasskeyForm } from '#web/components/passkey-form.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** Coming in with a passkey, for who has one: shown where the browser knows passkeys. */
export function PasskeyEnter({ site, film }: { readonly site: Site; readonly film: string | null }): JSX.Element {
  const { enter: words } = site.words.passkeys;
  return (
    <>
      <PasskeyForm
        kind="get"
        ask={pathIn(site.language, '/compte/cle')}
        action={pathIn(site.language, '/compte/cle/entrer')}
        fields={film === null ? {} : { film }}
        class="key-form"
        quiet
        button={words.go}
        failed={words.failed}
      >
        <h2>{words.title}</h2>
        <p>{words.hint}</p>
      </PasskeyForm>
      <Island name="passkey" />
    </>
  );
}

interface AccountPasskeysProps {
  readonly site: Site;
  readonly passkeys: readonly Passkey[];
  /** Whether this browser proved a moment ago whose account it is. */
  readonly proven: boolean;
}

/**
 * The passkeys of an account: to add one, name one, take one away; to add or take away is there for who proved of late whose account it is. Who has none sees it where the browser knows passkeys; who has some sees them
 * everywhere, and without script may take them away.
 */
export function AccountPasskeys({ site, passkeys, proven }: AccountPasskeysProps): JSX.Element | null {
  const { passkeys: words } = site.words;
  const none = passkeys.length === 0;
  if (none && !proven) return null;
  return (
    <section aria-labelledby="passkeys" hidden={none} data-with-passkey={none ? '' : undefined}>
      <h2 id="passkeys">{words.title}</h2>
      <p>{words.lead}</p>
      {none ? null : (
        <ul class="account-devices">
          {passkeys.map((one) => (
            <PasskeyItem key={one.id} site={site} passkey={one} proven={proven} />
          ))}
        </ul>
      )}
      {none ? null : <p class="key-stays">{words.stays}</p>}
      {proven ? <AddPasskey site={site} count={passkeys.length} /> : null}
      <Island name="passkey" />
    </section>
  );
}

function AddPasskey({ site, count }: { readonly site: Site; readonly count: number }): JSX.Element {
  const { passkeys: words } = site.words;
  if (count >= mostPasskeys) return <p>{words.full(mostPasskeys)}</p>;
  return (
    <PasskeyForm
      kind="create"
      ask={pathIn(site.language, '/compte/cle/nouvelle/options')}
      action={pathIn(site.language, '/compte/cle/nouvelle')}
      class="key-form"
      button={words.add}
      failed={words.addFailed}
    >
      <p>{words.others}</p>
      <Field id="key-name" label={words.nameNew} hint={words.nameHint}>
        <input id="key-name" name="label" maxLength={60} autocomplete="off" aria-describedby="key-name-hint" />
      </Field>
    </PasskeyForm>
  );
}

function PasskeyItem({
  site,
  passkey: { id, label, created, lastUsed },
  proven,
}: {
  readonly site: Site;
  readonly passkey: Passkey;
  readonly proven: boolean;
}): JSX.Element {
  const { passkeys: words, date } = site.words;
  const action = pathIn(site.language, '/compte/cles');
  const field = `name-${id}`;
  return (
    <li>
      <span>
        <strong>{label}</strong>
        <br />
        {words.since(date(created), lastUsed === null ? null : date(lastUsed))}
      </span>
      <div class="key-acts">
        <form method="post" action={action}>
          <input type="hidden" name="do" value="rename" />
          <input type="hidden" name="key" value={id} />
          <label for={field} class="heard-only">
            {words.name}
          </label>
          <input id={field} name="label" maxLength={60} autocomplete="off" value={label} />
          <button class="quiet button" aria-label={words.renameLabel(label)}>
            {words.rename}
          </button>
        </form>
        {proven ? (
          <PostButton
            action={action}
            fields={{ do: 'remove', key: id }}
            class="quiet button"
            label={words.removeLabel(label)}
          >
            {words.remove}
          </PostButton>
        ) : null}
      </div>
    </li>
  );
}

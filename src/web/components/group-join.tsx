import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface JoinProps {
  readonly site: Site;
  readonly address: string;
  readonly text: string;
}

/** The way into a group: a name, a first film; what the others will see is said before. */
export function GroupJoin({ site, address, text }: JoinProps): JSX.Element {
  const { join } = site.words.group;
  return (
    <section class="panel" aria-labelledby="join-title">
      <h2 id="join-title">{join.title}</h2>
      <p>{join.lead}</p>
      <form
        class="taste-form"
        method="post"
        action={address}
        data-titles={pathIn(site.language, '/api/titles')}
        data-list-label={site.words.box.listLabel}
      >
        <input type="hidden" name="do" value="join" />
        <label for="name">{join.name}</label>
        <div class="field">
          <input id="name" name="name" required maxLength={60} autocomplete="off" />
        </div>
        <label for="q">{join.films}</label>
        <FilmBox site={site} text={text} submit={join.submit} />
      </form>
    </section>
  );
}

/** A second person of the same device takes a place of their own. */
export function GroupJoinToo({ site, address }: Omit<JoinProps, 'text'>): JSX.Element {
  const { join } = site.words.group;
  return (
    <details class="panel">
      <summary>{join.second}</summary>
      <p>{join.lead}</p>
      <form class="name-form" method="post" action={address}>
        <input type="hidden" name="do" value="join" />
        <label for="second-name">{join.name}</label>
        <div class="field">
          <input id="second-name" name="name" required maxLength={60} autocomplete="off" />
          <button>{join.submit}</button>
        </div>
      </form>
    </details>
  );
}

/** The box where a film is typed, which the taste box's island makes a combobox: what is chosen in its list goes with the form (`films`). */
export function FilmBox({ site, text, submit }: Omit<JoinProps, 'address'> & { readonly submit: string }): JSX.Element {
  const { box } = site.words;
  return (
    <>
      <div class="field">
        <input
          id="q"
          name="q"
          value={text}
          maxLength={400}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={box.example}
          aria-describedby="q-hint"
          enterkeyhint="done"
        />
        <button>{submit}</button>
      </div>
      <p id="q-hint" class="hint">
        {box.hint}
      </p>
      <p id="announce" class="heard-only" role="status" aria-live="polite" />
    </>
  );
}

import type { Context } from 'hono';
import type { JSX } from 'preact';
import { fault } from '#errors.ts';
import { Layout } from '#web/components/layout.tsx';
import { fieldsOf, wayBack } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { backTo, displayPath, keepLook, readLook, writeLook } from '#web/look.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';

const themes = ['system', 'light', 'dark'] as const;
const sizes = ['usual', 'large'] as const;

/** How the pages look: the reader's colours and size of letters. After a change (`asked`) the reader goes back to where they were, or is told that the browser kept nothing. */
export function display(context: Context, site: Site): Response {
  const { look: words } = site.words;
  const query = queryOf(context);
  const here = pathIn(site.language, displayPath);
  const back = wayBack(query.get('back') ?? '', here);
  const asked = readLook(query.get('asked'));
  const taken = asked !== null && writeLook(asked) === writeLook(site.look);
  if (taken && back !== here) return context.redirect(back, 303);
  return page(
    context,
    <Layout site={site} title={words.title} path={displayPath} query={back === here ? '' : backTo(back)}>
      <div class="narrow">
        <h1>{words.title}</h1>
        {asked === null ? null : (
          <p id="done" class="notice" role="status" tabIndex={-1}>
            {taken ? words.done : words.refused}
          </p>
        )}
        <p class="lead">{words.lead}</p>
        <form class="look-form" method="post" action={here}>
          <input type="hidden" name="back" value={back === here ? '' : back} />
          <fieldset>
            <legend>{words.theme}</legend>
            {themes.map((theme) => (
              <Choice
                key={theme}
                name="theme"
                value={theme}
                words={words.themes[theme]}
                checked={site.look.theme === theme}
              />
            ))}
          </fieldset>
          <fieldset>
            <legend>{words.letters}</legend>
            {sizes.map((size) => (
              <Choice
                key={size}
                name="size"
                value={size}
                words={words.sizes[size]}
                checked={site.look.large === (size === 'large')}
              />
            ))}
          </fieldset>
          <p class="look-end">
            <button>{words.apply}</button>
            {back === here ? null : <a href={back}>{words.back}</a>}
          </p>
        </form>
        <p class="hint">{words.kept}</p>
        <p class="hint">{words.more}</p>
      </div>
    </Layout>,
  );
}

/**
 * Keeps a look, then leads back by a page that sees whether the browser kept it.
 * @throws FORM_INVALID
 */
export async function changeDisplay(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const look = readLook(`${field('theme')}.${field('size')}`);
  if (look === null) throw fault('FORM_INVALID');
  await keepLook(context, look, site.state, site.visitor);
  const here = pathIn(site.language, displayPath);
  const back = wayBack(field('back'), here);
  const query = new URLSearchParams({ ...(back === here ? {} : { back }), asked: writeLook(look) });
  return context.redirect(`${here}?${query}`, 303);
}

function Choice({
  name,
  value,
  words: [title, hint],
  checked,
}: {
  readonly name: string;
  readonly value: string;
  readonly words: readonly string[];
  readonly checked: boolean;
}): JSX.Element {
  const id = `${name}-${value}`;
  return (
    <div class={`look-choice ${id}`}>
      <input
        type="radio"
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label for={id}>
        <b>{title}</b>
      </label>
      {hint ? <span id={`${id}-hint`}>{hint}</span> : null}
    </div>
  );
}

import type { Context } from 'hono';
import type { FilmId } from '#brand.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import type { AlertKind } from '#state/tables/customers.ts';
import { stampOf } from '#web/account/form-stamp.ts';
import { ownPage } from '#web/account/own-page.ts';
import { Field, KindBoxes, Told, WhereFields } from '#web/components/account-parts.tsx';
import { PasskeyEnter } from '#web/components/account-passkeys.tsx';
import { Layout } from '#web/components/layout.tsx';
import { pathIn } from '#web/language.ts';
import { stateOf, type Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

/** What stands in the form: nothing at first, what was typed when it is shown again. */
export interface Typed {
  readonly email: string;
  readonly kinds: readonly AlertKind[];
  readonly commune: string | null;
  readonly radius?: number | null;
  readonly film: FilmId | null;
}

/** The form of who has no account here, or is not signed in: an address, what to be told of, where. */
export async function signUp(
  context: Context,
  site: Site,
  typed: Typed,
  told: string | null = null,
): Promise<Response> {
  const { account: words } = site.words;
  const { cinemaName } = site.lanterne.config;
  const key = await linkKeyOf(stateOf(site).db);
  const [film] = typed.film === null ? [] : await site.lanterne.cards([typed.film]);
  const query = typed.film === null ? '' : `?film=${typed.film}`;
  return ownPage(
    context,
    <Layout site={site} title={words.title} path="/alertes" query={query}>
      <div class="narrow account">
        <h1>{words.title}</h1>
        {told === null ? null : <Told alert>{told}</Told>}
        <p class="lead">{film === undefined ? words.lead(cinemaName) : words.leadFilm(titleOf(film, site.language))}</p>
        <form class="look-form" method="post" action={pathIn(site.language, '/alertes')}>
          <input type="hidden" name="at" value={stampOf(key)} />
          {film === undefined ? null : <input type="hidden" name="film" value={film.id} />}
          <div class="trap">
            <label for="reference">{words.trap}</label>
            <input id="reference" name="reference" autocomplete="off" />
          </div>
          <Field id="email" label={words.email} hint={words.emailHint}>
            <input
              id="email"
              name="email"
              type="email"
              required
              maxLength={254}
              autocomplete="email"
              value={typed.email}
              aria-describedby="email-hint"
            />
          </Field>
          <KindBoxes site={site} channel="email" ticked={(kind) => typed.kinds.includes(kind)} />
          <WhereFields
            site={site}
            commune={typed.commune}
            {...(typed.radius === undefined ? {} : { radius: typed.radius })}
          />
          <p id="promise">{words.promise(cinemaName)}</p>
          <p class="look-end">
            <button aria-describedby="promise">{words.send}</button>
          </p>
        </form>
        <p class="hint">{words.rights}</p>
        <p class="hint">{words.without}</p>
        <PasskeyEnter site={site} film={film?.id ?? null} />
      </div>
    </Layout>,
    told === null ? 200 : 422,
  );
}

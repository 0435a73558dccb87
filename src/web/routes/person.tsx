import type { Context } from 'hono';
import type { JSX } from 'preact';
import { fault } from '#errors.ts';
import type { PersonPage } from '#lanterne.ts';
import { Breadcrumb, breadcrumbList, browseTrail } from '#web/components/breadcrumb.tsx';
import { Filmography } from '#web/components/filmography.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { Periods } from '#web/components/periods.tsx';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { personJsonLd } from '#web/person-json-ld.ts';
import { personAddress, type Site } from '#web/site.ts';
import { isEmptyTaste, noTaste, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';

const MOST_OF_FIRST = 12;
const MOST_OF_OTHERS = 6;

type Order = 'known' | 'year';

/**
 * The page of one person: films and series by role, periods, and those whom they share credits with.
 * @throws PERSON_UNKNOWN
 */
export async function person(context: Context, site: Site): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const who = await site.lanterne.person(id);
  if (who === null) throw fault('PERSON_UNKNOWN', { id: /^\w{1,20}$/.test(id) ? id : '?' });
  const query = queryOf(context);
  const taste = readTaste(query);
  const order: Order = query.get('order') === 'year' ? 'year' : 'known';
  const { words, language } = site;
  const path = `/personne/${who.id}`;
  const summary = summaryOf(who, site);
  const life = words.catalogue.person.life(who.birthYear, who.deathYear);
  const origin = site.here;
  const whole = pathIn(language, path) + tasteQuery(taste, { order: 'year' });
  return page(
    context,
    <PublicPage
      site={site}
      title={who.name}
      path={path}
      query={tasteQuery(taste, order === 'year' ? { order } : {})}
      description={`${who.name}. ${summary}`}
      indexed={isEmptyTaste(taste) && order === 'known'}
      class="person-page"
      summary={summary}
      kind="profile"
      about={[personJsonLd(site, who, origin), breadcrumbList(origin, browseTrail(site, noTaste), who.name)]}
    >
      <Breadcrumb site={site} trail={browseTrail(site, taste)} here={who.name} />
      <div class="person-head">
        <h1>{who.name}</h1>
        {life === '' ? null : <p class="life">{life}</p>}
        <p>{summary}</p>
        <Ways site={site} taste={taste} who={who} order={order} />
      </div>
      {who.works.map((work, at) => (
        <Filmography
          key={work.role}
          site={site}
          taste={taste}
          work={work}
          order={order}
          most={at === 0 ? MOST_OF_FIRST : MOST_OF_OTHERS}
          whole={whole}
        />
      ))}
      <div class="person-more">
        <Periods site={site} person={who} />
        <Company site={site} taste={taste} who={who} />
      </div>
    </PublicPage>,
  );
}

function summaryOf({ works }: PersonPage, { words }: Site): string {
  const films = new Map(works.flatMap((work) => work.films.map(({ card }) => [card.id, card.year] as const)));
  const series = new Map(works.flatMap((work) => work.series.map(({ id, startYear }) => [id, startYear] as const)));
  const years = [...films.values(), ...series.values()].filter((year) => year !== null);
  const [first, last] = years.length === 0 ? [null, null] : [Math.min(...years), Math.max(...years)];
  return words.catalogue.person.summary(films.size, series.size, first ?? null, last ?? null);
}

interface WaysProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly who: PersonPage;
  readonly order: Order;
}

/** To the roles of the page, and to its other order. */
function Ways({ site, taste, who, order }: WaysProps): JSX.Element {
  const { person: words, roles } = site.words.catalogue;
  const path = pathIn(site.language, `/personne/${who.id}`);
  const orders = [
    ['known', words.known, {}],
    ['year', words.byYear, { order: 'year' }],
  ] as const;
  return (
    <>
      {who.works.length < 2 ? null : (
        <nav aria-label={words.roles}>
          <ul class="tags">
            {who.works.map(({ role, films, series }) => (
              <li key={role}>
                <a href={`#${role}`}>
                  {roles[role]} <small>{site.words.number(films.length + series.length)}</small>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav class="orders" aria-label={words.orders}>
        <ul>
          {orders.map(([name, label, more]) => (
            <li key={name}>
              {name === order ? (
                <span aria-current="true">{label}</span>
              ) : (
                <a href={path + tasteQuery(taste, more)}>{label}</a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function Company({ site, taste, who }: Omit<WaysProps, 'order'>): JSX.Element | null {
  const { person: words } = site.words.catalogue;
  if (who.company.length === 0) return null;
  return (
    <section class="company" aria-labelledby="company-title">
      <h2 id="company-title">{words.company}</h2>
      <p>{words.companyLead}</p>
      <ul class="lines">
        {who.company.map(({ id, name, films }) => (
          <li key={id}>
            <a href={personAddress(site, id, taste)}>{name}</a> <span class="part">{words.shared(films)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Context } from 'hono';
import type { JSX } from 'preact';
import { filterQuery, knownIndicator, readFilters } from '#indicators/ask.ts';
import { filterKeys } from '#indicators/filter-terms.ts';
import { noFilters } from '#indicators/filters.ts';
import { refusalSentence } from '#indicators/words/refusals.ts';
import { Breadcrumb, breadcrumbList } from '#web/components/breadcrumb.tsx';
import { FigureAnswer } from '#web/components/figure-answer.tsx';
import { FigureForm } from '#web/components/figure-form.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { datasetJsonLd } from '#web/dataset-json-ld.ts';
import { figureAddress, figuresTrail } from '#web/figure-addresses.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/**
 * One indicator: its question, what it finds, and all that the finding rests on. Filters that cannot be used are said in a sentence above the form.
 * @throws INDICATOR_UNKNOWN
 */
export async function figure(context: Context, site: Site): Promise<Response> {
  const indicator = knownIndicator(context.req.param('name') ?? '');
  const { answers } = site.lanterne;
  const query = queryOf(context);
  const holdings = await answers.holdings();
  const given = (key: string): string | null => query.get(key);
  const { filters, refused } = readFilters(indicator, given, holdings);
  const say = speechOf(site.language);
  const form = <FigureForm site={site} indicator={indicator} given={given} filters={filters} holdings={holdings} />;
  if (refused.length > 0) {
    const sentences = refused.map((one) => refusalSentence(one, indicator, say));
    return page(
      context,
      <Refused
        site={site}
        name={indicator.name}
        title={indicator.title[site.language]}
        sentences={sentences}
        form={form}
      />,
      400,
    );
  }
  if (saysTooMuch(query)) return context.redirect(figureAddress(site, indicator.name, filters), 303);
  const told = (await answers.answer(indicator, filters))(say);
  const title = indicator.title[site.language];
  const narrowed = filterQuery(filters) !== '';
  const path = `/chiffres/${indicator.name}`;
  const trail = figuresTrail(site);
  const summary = told.finding.join(' ');
  return page(
    context,
    <PublicPage
      site={site}
      title={title}
      path={path}
      query={filterQuery(filters)}
      description={summary}
      indexed={!narrowed}
      class="figure-page"
      picture={told.charts.length === 0 ? null : pathIn(site.language, `${path}.png`)}
      about={[datasetJsonLd(site, indicator, told, filters, holdings), breadcrumbList(site.here, trail, title)]}
    >
      <Breadcrumb site={site} trail={trail} here={title} />
      <FigureAnswer site={site} indicator={indicator} told={told} filters={filters} holdings={holdings} form={form} />
    </PublicPage>,
  );
}

interface RefusedProps {
  readonly site: Site;
  readonly name: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly form: JSX.Element;
}

function Refused({ site, name, title, sentences, form }: RefusedProps): JSX.Element {
  const { figures: text } = site.words;
  return (
    <Layout site={site} title={title} path={`/chiffres/${name}`} query="" class="figure-page">
      <Breadcrumb site={site} trail={figuresTrail(site)} here={title} />
      <h1>{text.refused}</h1>
      <div class="notice">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {form}
      <p class="back">
        <a href={figureAddress(site, name, noFilters)}>{text.backTo(title)}</a>
      </p>
    </Layout>
  );
}

/** A form sends its empty fields too: the address of the answer leaves them out. */
const saysTooMuch = (query: URLSearchParams): boolean =>
  Object.values(filterKeys).some((key) => query.getAll(key).some((value, at) => value.trim() === '' || at > 0));

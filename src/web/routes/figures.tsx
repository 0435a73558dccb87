import type { Context } from 'hono';
import type { JSX } from 'preact';
import { noFilters } from '#indicators/filters.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { indicators } from '#indicators/registry.ts';
import type { Told } from '#indicators/told.ts';
import { Breadcrumb, breadcrumbList } from '#web/components/breadcrumb.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { Spark } from '#web/components/spark.tsx';
import { figureAddress } from '#web/figure-addresses.ts';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** How long a reader waits for the answers that are not measured yet. */
const PATIENCE = 1200;
const themes = ['people', 'films', 'esteem', 'money', 'world'] as const;

/** Every indicator by theme, each with what it finds. What takes long right after a start is left to its own page. */
export async function figures(context: Context, site: Site): Promise<Response> {
  const { words, language, here } = site;
  const { figures: text } = words;
  const told = await findings(site);
  if (told.size < indicators.length) context.header('Cache-Control', 'no-store');
  const trail = [{ name: words.catalogue.home, href: pathIn(language, '/') }];
  return page(
    context,
    <PublicPage
      site={site}
      title={text.title}
      path="/chiffres"
      query=""
      description={text.description}
      indexed
      class="figures"
      about={[breadcrumbList(here, trail, text.places)]}
    >
      <Breadcrumb site={site} trail={trail} here={text.places} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {themes
        .map((theme) => [theme, indicators.filter((one) => one.theme === theme)] as const)
        .filter(([, members]) => members.length > 0)
        .map(([theme, members]) => (
          <section key={theme} aria-labelledby={`theme-${theme}`}>
            <h2 id={`theme-${theme}`}>{text.themes[theme]}</h2>
            <ul class="figure-cards">
              {members.map((one) => (
                <Card key={one.name} site={site} indicator={one} told={told.get(one.name)} />
              ))}
            </ul>
          </section>
        ))}
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">{text.elsewhere}</h2>
        <ul class="figure-cards">
          {text.others.map(([path, name, what]) => (
            <li key={path} class="figure-card">
              <h3>
                <a href={pathIn(language, path ?? '')}>{name}</a>
              </h3>
              <p>{what}</p>
            </li>
          ))}
        </ul>
      </section>
    </PublicPage>,
  );
}

interface CardProps {
  readonly site: Site;
  readonly indicator: Indicator;
  readonly told: Told | undefined;
}

function Card({ site, indicator, told }: CardProps): JSX.Element {
  const { figures: text } = site.words;
  const [finding] = told?.finding ?? [];
  const [chart] = told?.charts ?? [];
  return (
    <li class="figure-card">
      <h3>
        <a href={figureAddress(site, indicator.name, noFilters)}>{indicator.title[site.language]}</a>
      </h3>
      <p class="figure-question">{indicator.question[site.language]}</p>
      {chart === undefined ? null : <Spark chart={chart} />}
      <p class="figure-finding">{finding ?? text.computing}</p>
      {told === undefined ? null : <p class="figure-count">{text.count(told.count)}</p>}
    </li>
  );
}

/** The answers that are ready in time, by the indicator's name. */
async function findings({ lanterne: { answers }, language }: Site): Promise<Map<string, Told>> {
  const say = speechOf(language);
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null).unref());
  const ready = await Promise.all(
    indicators.map(async (one) => {
      const answer = await Promise.race([answers.answer(one, noFilters).catch(() => null), late]);
      return answer === null ? [] : [[one.name, answer(say)] as const];
    }),
  );
  return new Map(ready.flat());
}

import { houseZone } from '#calendar/zone.ts';
import type { Context } from 'hono';
import type { Advice } from '#advice/advise.ts';
import { readAdvice } from '#advice/ask-advice.ts';
import { localityOf } from '#advice/locality-of.ts';
import { adviceRefusal } from '#advice/refusal-words.ts';
import { settingsTold, tellAdvice, tellNiches } from '#advice/tell-advice.ts';
import { exportCsv } from '#indicators/export-csv.ts';
import { noFilters } from '#indicators/filters.ts';
import { adviceAddress } from '#web/advice-addresses.ts';
import { AdviceAnswer } from '#web/components/advice-answer.tsx';
import { AdviceForm } from '#web/components/advice-form.tsx';
import { Breadcrumb, breadcrumbList } from '#web/components/breadcrumb.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { likesNow } from '#web/likes-now.ts';
import { page, queryOf } from '#web/page.ts';
import { publicPage } from '#web/ready-pages.ts';
import { figuresTrail } from '#web/figure-addresses.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** How many niches are told in words. */
const TOLD = 8;

/** What this cinema might specialise in. A setting that cannot be used is said in a sentence above the form. */
export async function advice(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const { asked, refused } = readAdvice((name) => query.get(name));
  const { advice: text } = site.words;
  const say = speechOf(site.language);
  const form = <AdviceForm site={site} asked={asked} />;
  const trail = figuresTrail(site);
  if (refused.length > 0)
    return page(
      context,
      <Layout site={site} title={text.place} path="/specialisation" query="" class="figure-page">
        <Breadcrumb site={site} trail={trail} here={text.place} />
        <h1>{text.refused}</h1>
        <div class="notice">
          {refused.map((one) => (
            <p key={one.name}>{adviceRefusal(one, say)}</p>
          ))}
        </div>
        {form}
      </Layout>,
      400,
    );
  const found = await adviceFor(site, asked);
  const told = tellAdvice(found, asked, say);
  const summary = told.finding.join(' ');
  const usual = !adviceAddress(site, asked).includes('?');
  return page(
    context,
    <PublicPage
      site={site}
      title={told.title}
      path="/specialisation"
      query={adviceAddress(site, asked).replace(/^[^?]*/, '')}
      description={summary}
      indexed={usual}
      class="figure-page advice-page"
      about={[breadcrumbList(site.here, trail, told.title)]}
    >
      <Breadcrumb site={site} trail={trail} here={text.place} />
      <AdviceAnswer
        site={site}
        asked={asked}
        told={told}
        niches={tellNiches(found, TOLD, say)}
        form={form}
        holdings={await site.lanterne.answers.holdings()}
      />
    </PublicPage>,
  );
}

/** All niches as CSV, with the settings and the sources inside. @throws ADVICE_REFUSED */
export async function adviceFile(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const { asked, refused } = readAdvice((name) => query.get(name));
  if (refused.length > 0) return context.redirect(adviceAddress(site, asked), 303);
  const say = speechOf(site.language);
  const told = tellAdvice(await adviceFor(site, asked), asked, say);
  const [table] = told.tables;
  if (table === undefined) return context.redirect(adviceAddress(site, asked), 303);
  const holdings = await site.lanterne.answers.holdings();
  const address = site.here + adviceAddress(site, asked);
  return context.body(
    exportCsv(table, { told, filters: noFilters, holdings, address, asked: settingsTold(asked, say) }, say),
    200,
    {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="niches.csv"',
      'Cache-Control': publicPage,
    },
  );
}

async function adviceFor(site: Site, asked: ReturnType<typeof readAdvice>['asked']): Promise<Advice> {
  const locality = localityOf(site.market(), Temporal.Now.plainDateISO(houseZone).year);
  const { weights, minVotes } = asked;
  return site.lanterne.adviser.advice(locality, { weights, minVotes, likes: await likesNow(site.state) });
}

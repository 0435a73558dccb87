import type { Context } from 'hono';
import type { JSX } from 'preact';
import { ChoiceList } from '#web/components/choice-list.tsx';
import { Layout } from '#web/components/layout.tsx';
import { TasteForm } from '#web/components/taste-form.tsx';
import { page, queryOf } from '#web/page.ts';
import { changeAddress, results } from '#web/place.ts';
import { filmsAddress, type Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import {
  asVerdict,
  readTypedTitles,
  verdictQuery,
  type Pending,
  type TypedTitles,
  type Verdict,
} from '#web/typed-titles.ts';

/**
 * Answers a typed text: films clearly meant join the taste and the reader goes on to the clean address (303); otherwise the page
 * where homonyms are told apart and the nearest titles offered (404 when there is nothing else). Null when nothing was typed.
 */
export async function answerTyped(
  context: Context,
  site: Site,
  taste: TasteUrl,
  typed: string | null,
): Promise<Response | null> {
  if (typed === null) return null;
  // what no page may hold (HTML has no way to write it)
  const text = typed.replaceAll('\0', '');
  const verdict = asVerdict(queryOf(context).get('as'));
  const answer = await readTypedTitles(site.lanterne, taste, text, verdict);
  if (answer.pending.length === 0) return context.redirect(changeAddress(site, results, [taste, answer.taste]), 303);
  const lost = answer.added.length === 0 && answer.pending.every(({ kind }) => kind === 'none');
  return page(context, <ChoicePage site={site} answer={answer} verdict={verdict} />, lost ? 404 : 200);
}

interface ChoicePageProps {
  readonly site: Site;
  readonly answer: TypedTitles;
  readonly verdict: Verdict;
}

function ChoicePage({ site, answer, verdict }: ChoicePageProps): JSX.Element {
  const { words, language } = site;
  const { taste, added, pending } = answer;
  const asked = pending.map(({ text }) => text).join(' ; ');
  const unknown = pending.filter(({ kind }) => kind === 'none').map(({ text }) => text);
  const title = unknown.length === pending.length ? words.choice.noneTitle : words.choice.title;
  return (
    <Layout site={site} title={title} path="/films" query={tasteQuery(taste, { q: asked, ...verdictQuery(verdict) })}>
      <div class="narrow">
        <h1>{title}</h1>
        {added.length === 0 ? null : (
          <p class="notice">{words.choice.added(added.map((card) => titleOf(card, language)))}</p>
        )}
        {pending.map((one) => (
          <PendingTitle
            key={one.text}
            site={site}
            taste={taste}
            one={one}
            remaining={remainingOf(pending, one)}
            verdict={verdict}
          />
        ))}
        <TasteForm site={site} taste={taste} text={unknown.join(' ; ')} verdict={verdict} />
        {taste.liked.length === 0 ? null : (
          <p>
            <a href={filmsAddress(site, taste)}>{words.choice.back}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}

interface PendingProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly one: Pending;
  readonly remaining: string;
  readonly verdict: Verdict;
}

function PendingTitle({ site, taste, one, remaining, verdict }: PendingProps): JSX.Element {
  const { choice } = site.words;
  return (
    <section class="pending">
      <h2>{one.kind === 'several' ? choice.lead(one.text, one.cards.length) : choice.none(one.text)}</h2>
      {one.kind === 'none' ? <p>{one.cards.length === 0 ? choice.help : choice.nearest}</p> : null}
      <ChoiceList site={site} taste={taste} cards={one.cards} remaining={remaining} verdict={verdict} />
      {one.kind === 'none' && one.cards.length > 0 ? <p>{choice.help}</p> : null}
    </section>
  );
}

const remainingOf = (pending: readonly Pending[], one: Pending): string =>
  pending
    .filter((other) => other !== one)
    .map(({ text }) => text)
    .join(' ; ');

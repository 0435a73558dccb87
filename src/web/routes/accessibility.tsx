import type { Context } from 'hono';
import type { JSX } from 'preact';
import { Layout } from '#web/components/layout.tsx';
import { page } from '#web/page.ts';
import type { Site } from '#web/site.ts';

/** When what it says was last checked; to be written again when the tests or the pages change. */
const MADE_ON = '2026-11-22';
const DEFENDER = {
  message: 'https://formulaire.defenseurdesdroits.fr/',
  delegates: 'https://www.defenseurdesdroits.fr/carte-des-delegues',
  post: ['Défenseur des droits', 'Libre réponse 71120', '75342 Paris CEDEX 07'],
} as const;

/**
 * The statement that French law asks for (law 2005-102, article 47; decree 2019-768), in the form of RGAA 4.1. A site is "non conforme" as
 * long as no audit in force measures it, however much it was tested.
 */
export function accessibility(context: Context, site: Site): Response {
  const { words, lanterne, here } = site;
  const { statement: said } = words;
  const { cinemaName, contact } = lanterne.config;
  return page(
    context,
    <Layout site={site} title={said.title} path="/accessibilite" query="" indexed class="statement">
      <div class="narrow">
        <h1>{said.title}</h1>
        <p>{said.commitment(cinemaName)}</p>
        <p>{said.scope(here)}</p>
        <div class="notice">
          <p>
            <strong>{said.plain[0]}</strong>
          </p>
          <p>{said.plain[1]}</p>
        </div>
        <h2>{said.state}</h2>
        <p>{said.stateSaid(here)}</p>
        <h3>{said.results}</h3>
        <p>{said.resultsLead}</p>
        <Points points={said.tests} />
        <h2>{said.missing}</h2>
        <h3>{said.failures}</h3>
        <p>{said.failuresLead}</p>
        <Points points={said.failuresKnown} />
        <h3>{said.burden}</h3>
        <p>{said.burdenSaid}</p>
        <h3>{said.exempt}</h3>
        <p>{said.exemptSaid}</p>
        <h2>{said.made}</h2>
        <p>{said.madeOn(words.date(MADE_ON))}</p>
        <h3>{said.technologies}</h3>
        <p>{said.technologiesSaid}</p>
        <h3>{said.tools}</h3>
        <p>{said.toolsSaid}</p>
        <h3>{said.pages}</h3>
        <p>{said.pagesSaid}</p>
        <h2>{said.contact}</h2>
        <p>{said.contactLead}</p>
        {contact === undefined ? (
          <p>{said.contactDesk}</p>
        ) : (
          <p>
            {said.contactMail} <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        )}
        <h2>{said.appeal}</h2>
        <p>{said.appealLead}</p>
        <ul class="bullets">
          <li>
            <a href={DEFENDER.message}>{said.appealWrite}</a>
          </li>
          <li>
            <a href={DEFENDER.delegates}>{said.appealLocal}</a>
          </li>
          <li>{said.appealPhone}</li>
          <li>
            {said.appealPost}
            <address lang="fr">
              {DEFENDER.post.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </address>
          </li>
        </ul>
      </div>
    </Layout>,
  );
}

const Points = ({ points }: { readonly points: readonly string[] }): JSX.Element => (
  <ul class="bullets">
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
);

import type { JSX } from 'preact';
import type { RecommendedList } from '#lanterne.ts';
import { pathIn } from '#web/language.ts';
import { localSeen } from '#web/local-seen.ts';
import { usualView } from '#web/list-view.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface ExplainProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly basis: RecommendedList['basis'];
}

/** How the films of a list are chosen and what is kept, as it is for this list and this reader. */
export function Explain({ site, taste, basis }: ExplainProps): JSX.Element {
  const { explain } = site.words.refine;
  const seen = localSeen(site);
  const { plain } = taste.view ?? usualView;
  const kept = site.state === null ? explain.keptNone : site.visitor === null ? explain.keptIfAsked : explain.kept;
  const said = [
    ...(basis === 'start' && seen !== null ? [site.words.local.explain(seen)] : explain[basis]),
    ...(basis === 'start' ? [] : [plain ? explain.plain : explain.varied]),
    explain.condition,
    explain.wrong,
    kept,
  ];
  return (
    <details id="explain" class="explain">
      <summary>{explain.title}</summary>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {site.visitor === null ? null : (
        <p>
          <a href={pathIn(site.language, '/mes-donnees')}>{site.words.kept.data.link}</a>
        </p>
      )}
    </details>
  );
}

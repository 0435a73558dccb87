import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import { pairsOf, type Asked } from '#web/programme/asked.ts';
import { marksIn } from '#web/programme/told.ts';
import type { NearShowing } from '#web/programme/choose.ts';
import type { Site } from '#web/site.ts';

/** The kinds of files that the programme is given as. */
export const feedKinds = ['ics', 'rss', 'feed.json', 'json', 'csv'] as const;
export type FeedKind = (typeof feedKinds)[number];

export const feedTypes: Record<FeedKind, string> = {
  ics: 'text/calendar',
  rss: 'application/rss+xml',
  'feed.json': 'application/feed+json',
  json: 'application/json',
  csv: 'text/csv',
};

/** The address of a file of the programme, with the filters of the page; it says nothing of the reader's taste. */
export function feedAddress({ language }: Pick<Site, 'language'>, kind: FeedKind, asked: Asked): string {
  const { jour: _, semaine: __, par: ___, gout: ____, ...filters } = pairsOf(asked);
  const query = new URLSearchParams(filters).toString();
  return pathIn(language, `/programme.${kind}`) + (query === '' ? '' : `?${query}`);
}

/** For the head of a page: where its files are. */
export function FeedLinks({ site, asked }: { readonly site: Site; readonly asked: Asked }): JSX.Element {
  const { take } = site.words.programme;
  const titles = { ics: take.calendar, rss: take.rss, 'feed.json': take.jsonFeed } as const;
  return (
    <>
      {(['ics', 'rss', 'feed.json'] as const).map((kind) => (
        <link
          key={kind}
          rel="alternate"
          type={feedTypes[kind]}
          title={titles[kind]}
          href={site.here + feedAddress(site, kind, asked)}
        />
      ))}
    </>
  );
}

/** Taking the programme away: into one's calendar, on paper, into other programs. */
export function TakeAway({ site, asked }: { readonly site: Site; readonly asked: Asked }): JSX.Element {
  const { take } = site.words.programme;
  const { jour: _, par: __, gout: ___, ...place } = pairsOf(asked);
  const to = (path: string, more: Readonly<Record<string, string>>): string =>
    `${pathIn(site.language, path)}?${new URLSearchParams({ ...place, ...more }).toString()}`;
  const files = [
    ['rss', take.rss],
    ['feed.json', take.jsonFeed],
    ['csv', take.csv],
    ['json', take.json],
  ] as const;
  return (
    <section class="take" aria-labelledby="take-title">
      <h2 id="take-title">{take.title}</h2>
      <ul class="ways">
        <li>
          <a class="quiet button" href={feedAddress(site, 'ics', asked)}>
            <span>
              {take.calendar}
              <small>{take.calendarHint}</small>
            </span>
          </a>
        </li>
        <li>
          <a class="quiet button" href={to('/programme', { imprimer: '1' })} rel="nofollow">
            {take.print}
          </a>
        </li>
        <li>
          <a class="quiet button" href={to('/programme', { imprimer: 'grand' })} rel="nofollow">
            {take.large}
          </a>
        </li>
      </ul>
      <ul class="files">
        {files.map(([kind, name]) => (
          <li key={kind}>
            <a href={feedAddress(site, kind, asked)}>{name}</a>
          </li>
        ))}
        <li>
          <a href={pathIn(site.language, '/programme/integrer')}>{take.embed}</a>
        </li>
      </ul>
    </section>
  );
}

/** What the marks on the page mean. */
export function Legend({
  site,
  showings,
}: {
  readonly site: Site;
  readonly showings: readonly NearShowing[];
}): JSX.Element | null {
  const { programme } = site.words;
  const { versions, features } = marksIn(showings);
  if (versions.length + features.length === 0) return null;
  return (
    <details class="legend">
      <summary>{programme.legend}</summary>
      <ul class="bullets">
        {versions.map((version) => (
          <li key={version}>{programme.versionsTold[version]}</li>
        ))}
        {features.map((feature) => (
          <li key={feature}>{programme.featuresTold[feature]}</li>
        ))}
      </ul>
    </details>
  );
}

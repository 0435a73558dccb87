import type { ComponentChildren, JSX } from 'preact';
import { seasonChart } from '#report/season-chart.ts';
import type { ToldFilm, ToldList, ToldReport, ToldSource } from '#report/told-report.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { filmAddress, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { speechOf } from '#words/speech.ts';

interface WeekPartsProps {
  readonly site: Site;
  readonly told: ToldReport;
}

/** The parts of the weekly report, in its order. */
export function WeekParts({ site, told }: WeekPartsProps): JSX.Element {
  const { counts, lists, received, season, idea, figure, missing } = told;
  const colon = told.language === 'fr' ? '\u00a0: ' : ': ';
  return (
    <>
      {counts === null ? null : (
        <Part id="people" title={counts.title}>
          <dl class="week-counts">
            {counts.items.map(({ name, value, isNumber, of, before }) => (
              <div key={name}>
                <dt>
                  {name}
                  {of === '' ? '' : `, ${of}`}
                </dt>
                <dd class={isNumber ? 'week-number' : 'week-words'}>{value}</dd>
                <dd class="hint">{before}</dd>
              </div>
            ))}
          </dl>
          <p class="hint">{counts.note}</p>
        </Part>
      )}
      {lists === null ? null : (
        <Part id="films" title={lists.title}>
          <div class="week-lists">
            {lists.lists.map((list) => (
              <Films key={list.title} site={site} list={list} />
            ))}
          </div>
        </Part>
      )}
      {received === null ? null : (
        <Part id="received" title={received.title}>
          <p>
            {received.share === null ? null : <strong class="week-number">{received.share.text} </strong>}
            {received.text}
          </p>
          {received.note === '' ? null : <p class="hint">{received.note}</p>}
        </Part>
      )}
      {season === null ? null : (
        <Part id="season" title={season.title}>
          <p>{season.text}</p>
          <ChartFigure site={site} id="week-season" {...seasonChart(season, speechOf(site.language))} />
          <p class="hint">
            {season.chart} <Sources sources={season.source} />
          </p>
        </Part>
      )}
      {idea === null ? null : (
        <Part id="idea" title={idea.title}>
          <p class="week-idea">{idea.name}</p>
          <div class="week-lists">
            <div>
              <ul class="bullets">
                {idea.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              <p>{idea.holds}</p>
              <p>
                <strong>
                  {idea.against.title}
                  {colon}
                </strong>
                {idea.against.text}
              </p>
            </div>
            {idea.films.length === 0 ? null : (
              <Films site={site} list={{ title: idea.filmsTitle, counted: '', films: idea.films, empty: '' }} />
            )}
          </div>
        </Part>
      )}
      {figure === null ? null : (
        <Part id="figure" title={figure.title}>
          <p>
            <strong class="week-number">{figure.big} </strong>
            {figure.text}
          </p>
          <p class="hint">
            {figure.sourceTitle} ({figure.mark}){colon}
            <Sources sources={figure.source} />
          </p>
        </Part>
      )}
      <Part id="missing" title={missing.title}>
        <ul class="bullets">
          {missing.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <section class="week-part" aria-labelledby={`week-${id}`}>
    <h2 id={`week-${id}`}>{title}</h2>
    {children}
  </section>
);

function Films({ site, list }: { readonly site: Site; readonly list: ToldList }): JSX.Element {
  return (
    <div>
      <h3>{list.title}</h3>
      {list.films.length === 0 ? (
        <p>{list.empty}</p>
      ) : (
        <ol class="week-films">
          {list.films.map((film) => (
            <li key={film.id}>
              <FilmOf site={site} film={film} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const FilmOf = ({ site, film }: { readonly site: Site; readonly film: ToldFilm }): JSX.Element => (
  <div class="week-film">
    <a href={filmAddress(site, film.id, noTaste)}>{film.title}</a>
    <span class="week-count">{film.count}</span>
    <span class="hint">{film.detail}</span>
  </div>
);

const Sources = ({ sources }: { readonly sources: readonly ToldSource[] }): JSX.Element => (
  <>
    {sources.map(({ text, url }, at) => (
      <span key={text}>
        {at === 0 ? '' : ' · '}
        {url === null ? text : <a href={url}>{text}</a>}
      </span>
    ))}
  </>
);

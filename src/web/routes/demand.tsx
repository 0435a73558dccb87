import { houseZone } from '#calendar/zone.ts';
import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import { AttendanceForms } from '#web/components/attendance-forms.tsx';
import { DemandDetail } from '#web/components/demand-detail.tsx';
import { DemandTable, RisingFilms } from '#web/components/demand-table.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { shareTold } from '#web/demand-tables.ts';
import { demandView, pastShowings, type DemandView } from '#web/demand-view.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import type { StaffRoute } from '#web/staff.ts';

/** Who would come to what: all films, or one in detail. */
export const demand: StaffRoute = async (context, site, member) => {
  const query = queryOf(context);
  const film = asFilmId(query.get('film') ?? '');
  const { demand: words } = site.words.wishes;
  const path = pathIn(site.language, '/equipe/demande');
  const view = await demandView(site, film);
  const [one] = view.board.films;
  if (film !== null)
    return page(
      context,
      <StaffLayout site={site} member={member} title={words.title} path="/equipe/demande" query={`?film=${film}`}>
        <div class="demand-page">
          <p class="back">
            <a href={path}>{words.all}</a>
          </p>
          {one === undefined ? (
            <>
              <h1>{words.title}</h1>
              <p class="lead">{words.hidden}</p>
            </>
          ) : (
            <DemandDetail site={site} view={view} one={one} />
          )}
          <Method site={site} view={view} />
        </div>
      </StaffLayout>,
    );
  const { board } = view;
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe/demande">
      <div class="demand-page">
        <h1>{words.title}</h1>
        <p class="lead">
          {words.lead(board.threshold)}{' '}
          {words.countedOn(site.words.date(Temporal.Now.plainDateISO(houseZone).toString()))}
        </p>
        {board.films.length === 0 ? <p>{words.none}</p> : <DemandTable site={site} view={view} />}
        {board.fewFilms === 0 ? null : <p class="demand-note">{words.fewFilms(board.fewFilms)}</p>}
        {board.aside === 0 ? null : <p class="demand-note">{words.aside(board.aside)}</p>}
        {board.films.length === 0 ? null : (
          <p class="demand-files">
            <a href={`${path}.csv`}>{words.download}</a>{' '}
            <a href={`${path}.csv?table=demand-places`}>{words.downloadPlaces}</a>
          </p>
        )}
        {board.films.length === 0 ? null : <RisingFilms site={site} view={view} />}
        <AttendanceForms site={site} past={await pastShowings(stateOf(site).db)} said={query.get('said')} />
        <Method site={site} view={view} />
      </div>
    </StaffLayout>,
  );
};

function Method({ site, view }: { readonly site: Site; readonly view: DemandView }): JSX.Element {
  const { demand: words } = site.words.wishes;
  const { runs } = view.board.showUp;
  return (
    <section aria-labelledby="demand-method">
      <h2 id="demand-method">{words.methodTitle}</h2>
      <p>
        {shareTold(view.board, words, site.words.percent)} {runs === 0 ? words.untaught : words.taught(runs)}
      </p>
      <p>{words.methodNote}</p>
      <ul class="bullets">
        {words.references.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

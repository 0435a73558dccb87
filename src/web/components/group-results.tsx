import type { ComponentChildren, JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import type { ChoiceForAll, FilmForAll } from '#together.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { GroupGains } from '#web/components/group-gains.tsx';
import { Poster } from '#web/components/poster.tsx';
import type { Chosen } from '#web/group/choose.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface GroupResultsProps {
  readonly site: Site;
  /** null as long as fewer than two people named films. */
  readonly found: Chosen | null;
  /** What the members may do with a film. */
  readonly acts: (card: FilmCard) => ComponentChildren;
}

/** What is chosen for a group: three labelled films, then a list, each with what it brings to each person. */
export function GroupResults({ site, found, acts }: GroupResultsProps): JSX.Element {
  const { results, group } = site.words.group;
  return (
    <section id="group-results" class="group-results" aria-labelledby="results-title">
      <h2 id="results-title" tabIndex={-1}>
        {results.title}
      </h2>
      {found === null ? <p class="notice">{group.wait}</p> : <Found {...{ site, found, acts }} />}
    </section>
  );
}

function Found({ site, found, acts }: GroupResultsProps & { readonly found: Chosen }): JSX.Element {
  const { results } = site.words.group;
  const { people, together } = found;
  const names = people.map(({ name }) => name);
  const above = new Map(
    together.choices.toReversed().flatMap(({ film, kind }) => (film === null ? [] : [[film.card.id, kind] as const])),
  );
  if (together.films.length === 0) return <p class="notice">{results.empty}</p>;
  return (
    <>
      <p id="summary">
        {results.summary(names)} {results.basis}
      </p>
      <ul class="trio">
        {together.choices.map((choice) => (
          <Choice
            key={choice.kind}
            site={site}
            choice={choice}
            same={above.get(choice.film?.card.id ?? '') ?? choice.kind}
            found={found}
            acts={acts}
          />
        ))}
      </ul>
      <h3>{results.listTitle}</h3>
      <p>{results.listLead}</p>
      <ol class="films">
        {together.films.map((film) => (
          <Film
            key={film.card.id}
            site={site}
            film={film}
            people={people}
            phrases={0}
            acts={acts}
            above={above.get(film.card.id) ?? null}
          />
        ))}
      </ol>
      <p class="facts">
        {results.listShares(
          together.members.map(({ listShare }, place) =>
            results.share(names[place] ?? '', site.words.percent(listShare)),
          ),
        )}
      </p>
    </>
  );
}

type ChoiceProps = Pick<GroupResultsProps, 'site' | 'acts'> & {
  readonly choice: ChoiceForAll;
  /** The first label of the same film: its own, or one above. */
  readonly same: ChoiceForAll['kind'];
  readonly found: Chosen;
};

function Choice({ site, choice: { kind, film, turn }, same, found: { people }, acts }: ChoiceProps): JSX.Element {
  const { results } = site.words.group;
  const one = turn === null ? undefined : people[turn];
  const name = one?.name ?? '';
  const owed = people.some(({ received }) => received > (one?.received ?? 0));
  const why = {
    'best-for-all': results.why.best,
    'nobody-unhappy': results.why.nobody,
    'whose-turn': owed ? results.why.owed(name) : results.why.turn(name),
  };
  return (
    <li class={kind}>
      <h3>{results.kinds[kind]}</h3>
      <p class="kind-why">{film === null ? results.none : why[kind]}</p>
      {film !== null && same !== kind ? (
        <p class="notice">{results.same(titleOf(film.card, site.language), results.kinds[same])}</p>
      ) : null}
      {film === null || same !== kind ? null : (
        <ul class="one">
          <Film site={site} film={film} people={people} phrases={2} acts={acts} eager />
        </ul>
      )}
    </li>
  );
}

interface FilmProps extends Pick<GroupResultsProps, 'site' | 'acts'> {
  readonly film: FilmForAll;
  readonly people: Chosen['people'];
  readonly phrases: number;
  readonly eager?: boolean;
  /** The label that the film bears above, in the list. */
  readonly above?: ChoiceForAll['kind'] | null;
}

function Film({ site, film, people, phrases, acts, eager = false, above = null }: FilmProps): JSX.Element {
  const { card } = film;
  const { results } = site.words.group;
  return (
    <li class="film">
      <article>
        <Poster site={site} card={card} eager={eager} />
        <div class="about">
          <h4 class="film-title">
            <a href={filmAddress(site, card.id, noTaste)}>{titleOf(card, site.language)}</a>
          </h4>
          <FilmLine site={site} card={card} />
          {above === null ? null : <p class="also">{results.also(results.kinds[above])}</p>}
        </div>
        <div class="why">
          <GroupGains site={site} film={film} people={people} phrases={phrases} />
        </div>
        <div class="actions">{acts(card)}</div>
      </article>
    </li>
  );
}

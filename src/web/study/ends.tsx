import type { JSX } from 'preact';
import { around } from '#market/around.ts';
import { capital } from '#words/departments.ts';
import { computed } from '#market/computed.ts';
import { sourcesOfAnswer } from '#web/study/notes.ts';
import { questionOf, type Section, type Study } from '#web/study/study.tsx';

/** What is not known: of any department, and of this one. */
export function unknownSection(study: Study): Section {
  const { words, book } = study;
  const { unknown: said } = words;
  const [cinema] = around(book).cinemas;
  return {
    id: 'ignore',
    title: said.title,
    body: (
      <ul class="bullets">
        {said.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        {cinema === undefined ? null : <li>{said.cinemas(cinema.year)}</li>}
      </ul>
    ),
  };
}

/** Questions that the book cannot answer yet, and what to import for each. */
export function lackingSection(study: Study, knows: boolean): Section | null {
  const { words, say, at } = study;
  const { lacking: said } = words;
  const without = computed.filter(({ name }) => study.answer(name) === null);
  return without.length === 0
    ? null
    : {
        id: 'manque',
        title: said.title,
        body: (
          <>
            <p>{knows ? said.some : said.lead(at)}</p>
            <ul class="bullets">
              {without.map(({ name, question, needs }) => (
                <li key={name}>
                  {question[say.language]} {said.import(needs[say.language])}.
                </li>
              ))}
            </ul>
            <p>
              {said.how} <code>lanterne import market</code>.
            </p>
          </>
        ),
      };
}

/** The calculations that the page showed, numbered as they were met: formula, cautions, citations, and the sources of what they rest on. */
export function methodsSection(study: Study): Section | null {
  const { words, say, notes, book } = study;
  const { methods: said } = words;
  return notes.methods.length === 0
    ? null
    : {
        id: 'calculs',
        title: said.title,
        body: (
          <>
            <p>{said.lead}</p>
            <ol class="methods">
              {notes.methods.map((name, at) => {
                const question = questionOf(name);
                const answer = study.answer(name);
                if (question === undefined || answer === null) return null;
                return (
                  <li key={name} id={`calcul-${at + 1}`} tabIndex={-1}>
                    <p>
                      <strong>
                        c{at + 1}. {question.question[say.language]}
                      </strong>{' '}
                      {capital(question.formula[say.language])}
                    </p>
                    {question.cautions.map((caution) => (
                      <p key={caution.fr}>{caution[say.language]}</p>
                    ))}
                    {question.citations.map(({ text, url }) => (
                      <p key={text} class="fine">
                        {url === null ? text : <a href={url}>{text}</a>}
                      </p>
                    ))}
                    <p class="fine">
                      {said.rests(answer.used.length)}{' '}
                      {sourceLinks(
                        study,
                        sourcesOfAnswer(book, answer).map((one) => notes.source(one)),
                      )}
                      .
                    </p>
                  </li>
                );
              })}
            </ol>
          </>
        ),
      };
}

const sourceLinks = ({ say }: Study, numbers: readonly number[]): JSX.Element[] =>
  numbers
    .toSorted((a, b) => a - b)
    .map((number, at) => (
      <span key={number}>
        {at === 0 ? '' : ', '}
        <a href={`#source-${number}`} lang={say.language}>
          {number}
        </a>
      </span>
    ));

/** The sources, numbered as they were met. To be called last: it lists what the others asked for. */
export function sourcesSection(study: Study): Section | null {
  const { words, notes, book } = study;
  const { sources: said } = words;
  return notes.sources.length === 0
    ? null
    : {
        id: 'sources',
        title: said.title,
        body: (
          <>
            <ol class="sources">
              {notes.sources.map(({ id, publisher, title, url, date, licence, kind }, at) => (
                <li key={id} id={`source-${at + 1}`} tabIndex={-1} data-source={id}>
                  <p>
                    {at + 1}. {publisher}, <cite lang="fr">{title}</cite>, {said.read(date)}
                    {licence === null ? '' : `, ${licence}`} ({words.marks[kind]}).{' '}
                    <a class="address" href={url}>
                      {url}
                    </a>
                  </p>
                </li>
              ))}
            </ol>
            {book.imported.length === 0 ? null : (
              <p>{said.imported([...new Set(book.imported.map(({ file }) => file))])}</p>
            )}
            <p class="fine">{said.notice}</p>
          </>
        ),
      };
}

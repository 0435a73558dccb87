import { houseZone } from '#calendar/zone.ts';
import { adviceReasons, objectionTold, rankHolds } from '#advice/advice-words.ts';
import { nicheName } from '#advice/niche-words.ts';
import { objectionsTo } from '#advice/objections.ts';
import { figureOfWeek } from '#report/figure-of-week.ts';
import type { Idea, Report, ReportFilm } from '#report/report.ts';
import type { ToldReport } from '#report/told-report.ts';
import { countsOf, leadOf, listsOf, receivedOf } from '#report/words/people.ts';
import { footOf, missingTold } from '#report/words/rest.ts';
import { seasonTold, sourceTold } from '#report/words/season.ts';
import { wishesTold } from '#report/words/wishes.ts';
import type { Week } from '#calendar/week.ts';
import { capital } from '#words/departments.ts';
import type { Speech } from '#words/speech.ts';

/** The report in one language. */
export function tellReport(report: Report, say: Speech): ToldReport {
  const { people, days, week, season, idea, book } = report;
  const running = days < 7;
  const figure = figureOfWeek(book, week, say);
  const title = (film: ReportFilm): string => film.title[say.language];
  return {
    language: say.language,
    cinema: report.cinema,
    week: week.name,
    weekSaid: say.pick({ fr: `semaine ${Number(week.name.slice(-2))}`, en: `week ${Number(week.name.slice(-2))}` }),
    kicker: say.pick({
      fr: running ? 'Rapport de la semaine en cours' : 'Rapport de la semaine',
      en: running ? 'Report of the week so far' : 'Report of the week',
    }),
    title: weekTitle(week, say),
    lead: [...leadOf(people, days, say), ...wishesTold(people, say)],
    counts: people === null || people.kept.now.kind === 'nobody' ? null : countsOf(people, running, say),
    lists: people === null ? null : listsOf(people, title, (film) => detailOf(film, say), say),
    received: people === null ? null : receivedOf(people, say),
    season: season === null ? null : seasonTold(season, say),
    idea: idea === null ? null : ideaTold(idea, say),
    figure:
      figure === null
        ? null
        : {
            title: say.pick({ fr: 'Le chiffre de la semaine', en: 'The figure of the week' }),
            big: figure.big,
            text: figure.text,
            mark: markTold(figure.mark, figure.transcribed, say),
            sourceTitle: say.pick({
              fr: figure.sources.length > 1 ? 'Sources' : 'Source',
              en: figure.sources.length > 1 ? 'Sources' : 'Source',
            }),
            source: figure.sources.map(sourceTold),
          },
    missing: {
      title: say.pick({ fr: 'Ce que ce rapport ne dit pas encore', en: 'What this report does not say yet' }),
      items: missingTold([...report.missing, ...(figure === null ? (['figures'] as const) : [])], say),
    },
    foot: footOf(report, say),
    madeOn: say.pick({
      fr: `Rapport de la semaine ${week.name}, établi le ${dayTold(report.madeAt, say)}`,
      en: `Report of week ${week.name}, made on ${dayTold(report.madeAt, say)}`,
    }),
  };
}

/** “Du 11 au 17 novembre 2026”, “Du 30 décembre 2026 au 5 janvier 2027”. */
export function weekTitle({ first, last }: Week, say: Speech): string {
  const day = (date: Temporal.PlainDate, parts: Intl.DateTimeFormatOptions): string => {
    const told = new Intl.DateTimeFormat(say.language === 'fr' ? 'fr' : 'en-GB', { ...parts, timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
    return say.language === 'fr' ? told.replace(/^1(?= |$)/, '1er') : told;
  };
  const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const start = day(
    first,
    first.year !== last.year
      ? whole
      : first.month === last.month
        ? { day: 'numeric' }
        : { day: 'numeric', month: 'long' },
  );
  return say.pick({ fr: `Du ${start} au ${day(last, whole)}`, en: `${start} to ${day(last, whole)}` });
}

function ideaTold({ niche, advice, films }: Idea, say: Speech): NonNullable<ToldReport['idea']> {
  const [strongest] = objectionsTo(niche, advice.locality.year, advice.niches.length);
  return {
    title: say.pick({ fr: 'Une idée de programmation', en: 'An idea for the programme' }),
    name: capital(nicheName(niche, say)),
    reasons: adviceReasons(niche, advice, say),
    holds: rankHolds(niche, advice.niches.length, say),
    against: {
      title: say.pick({ fr: 'Mais', en: 'But' }),
      text:
        strongest === undefined
          ? say.pick({
              fr: 'Rien dans les données ne parle contre\u00a0; le prix des copies et leur disponibilité ne sont pas connus.',
              en: 'Nothing in the data speaks against it; the price of prints and whether they can be had is not known.',
            })
          : objectionTold(strongest, say),
    },
    filmsTitle: say.pick({ fr: 'Trois films pour commencer', en: 'Three films to begin with' }),
    films: films.map((film) => ({
      id: film.id,
      title: film.title[say.language],
      detail: detailOf(film, say),
      count: ratingTold(film, say),
      people: '',
    })),
  };
}

const ratingTold = ({ rating, votes }: Idea['films'][number], say: Speech): string | null =>
  rating === null || votes === null
    ? null
    : say.pick({
        fr: `${say.number(rating, 1)} sur 10, ${say.several(votes, 'vote', 'votes')}`,
        en: `${say.number(rating, 1)} out of 10, ${say.several(votes, 'vote', 'votes')}`,
      });

/** “Francis Veber, 1998, 1 h 20” */
function detailOf({ directors, year, runtime }: ReportFilm, say: Speech): string {
  const hours = runtime === null ? 0 : Math.floor(runtime / 60);
  const minutes = String((runtime ?? 0) % 60);
  const length =
    runtime === null
      ? []
      : [
          say.pick({
            fr: hours === 0 ? `${minutes}\u00a0min` : `${hours}\u00a0h\u00a0${minutes.padStart(2, '0')}`,
            en: hours === 0 ? `${minutes}\u00a0min` : `${hours}\u00a0h ${minutes}\u00a0min`,
          }),
        ];
  return [...directors.slice(0, 1), ...(year === null ? [] : [String(year)]), ...length].join(', ');
}

const markTold = (mark: 'officiel' | 'presse' | 'estimation', transcribed: boolean, say: Speech): string => {
  const word = {
    officiel: say.pick({ fr: 'officiel', en: 'official' }),
    presse: say.pick({ fr: 'presse', en: 'press' }),
    estimation: say.pick({ fr: 'estimation', en: 'estimate' }),
  }[mark];
  return transcribed
    ? `${word}${say.pick({ fr: ', transcrit par un tiers', en: ', transcribed by a third party' })}`
    : word;
};

const dayTold = (moment: Temporal.Instant, say: Speech): string =>
  say.date(moment.toZonedDateTimeISO(houseZone).toPlainDate().toString());

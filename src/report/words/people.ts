import type { Beside, PeopleOfWeek } from '#report/report.ts';
import { fewestPeople, type Counted } from '#report/few.ts';
import type { ToldCount, ToldReport } from '#report/told-report.ts';
import type { Speech } from '#words/speech.ts';

/** “trop peu (moins de 5)” */
export const tooFew = (say: Speech): string =>
  say.pick({ fr: `trop peu (moins de ${fewestPeople})`, en: `too few (under ${fewestPeople})` });

const people = (count: number, say: Speech): string =>
  say.pick({ fr: say.several(count, 'personne', 'personnes'), en: say.several(count, 'person', 'people') });

/** What moved from one week to the next, as far as chance does not explain it: two counts of people of a Poisson law differ when |a − b| > 1.96·√(a + b). */
function moved({ now, before }: Beside): 'rose' | 'fell' | 'same' | 'unknown' {
  if (now.kind !== 'told' || before.kind !== 'told') return 'unknown';
  const z = (now.people - before.people) / Math.sqrt(now.people + before.people);
  return z > 1.96 ? 'rose' : z < -1.96 ? 'fell' : 'same';
}

/** The first sentences: what happened, said kindly when nothing did. */
export function leadOf(found: PeopleOfWeek | null, days: number, say: Speech): string[] {
  if (found === null)
    return [
      say.pick({
        fr: 'Ce site ne garde rien de ses visiteurs\u00a0: ce rapport dit la saison, une idée et un chiffre, et rien des personnes.',
        en: 'This site keeps nothing of its visitors: this report tells the season, an idea and a figure, and nothing of people.',
      }),
    ];
  const { kept } = found;
  const running = days < 7;
  const soFar = running ? say.pick({ fr: ' jusqu’à hier soir', en: ' up to last night' }) : '';
  if (days === 0)
    return [
      say.pick({
        fr: 'La semaine commence\u00a0: ses premiers chiffres viendront demain, car on ne compte que des jours entiers.',
        en: 'The week begins: its first figures come tomorrow, as only whole days are counted.',
      }),
    ];
  if (kept.now.kind === 'nobody' && !found.begun)
    return [
      say.pick({
        fr: 'Le site vient d’ouvrir et personne n’y a encore gardé de film\u00a0: c’est ainsi que tout commence, et voici déjà la saison, une idée et un chiffre.',
        en: 'The site has just opened and nobody has kept a film here yet: everything begins like this, and here already are the season, an idea and a figure.',
      }),
    ];
  if (kept.now.kind === 'nobody')
    return [
      say.pick({
        fr: `Semaine calme\u00a0: personne n’a gardé de film${soFar}. Voici la saison, une idée et un chiffre.`,
        en: `A quiet week: nobody kept a film${soFar}. Here are the season, an idea and a figure.`,
      }),
    ];
  if (kept.now.kind === 'few')
    return [
      say.pick({
        fr: `Quelques personnes ont gardé des films cette semaine${soFar}, mais moins de ${fewestPeople}\u00a0: on ne dit rien d’elles, pour que nul ne puisse être reconnu.`,
        en: `A few people kept films this week${soFar}, but under ${fewestPeople}: nothing is said of them, so that nobody can be recognised.`,
      }),
    ];
  return [keptSentence(kept, kept.now.people, running, say), ...firstFilms(found, say)];
}

function keptSentence(kept: Beside, count: number, running: boolean, say: Speech): string {
  const { before } = kept;
  const who = people(count, say);
  const start = say.pick({ fr: `${who} ont gardé des films cette semaine`, en: `${who} kept films this week` });
  const was = before.kind === 'told' ? say.number(before.people) : '';
  switch (running ? 'running' : moved(kept)) {
    case 'running':
      return say.pick({ fr: `${start}, jusqu’à hier soir.`, en: `${start}, up to last night.` });
    case 'rose':
      return say.pick({
        fr: `${start}, plus que la semaine d’avant (${was}).`,
        en: `${start}, more than the week before (${was}).`,
      });
    case 'fell':
      return say.pick({
        fr: `${start}, moins que la semaine d’avant (${was}).`,
        en: `${start}, fewer than the week before (${was}).`,
      });
    case 'same':
      return say.pick({
        fr: `${start}, et ${was} la semaine d’avant\u00a0: un écart que le hasard suffit à expliquer.`,
        en: `${start}, and ${was} the week before: a difference that chance is enough to explain.`,
      });
    case 'unknown':
      return say.pick({ fr: `${start}.`, en: `${start}.` });
  }
}

function firstFilms({ mostWanted, mostLiked }: PeopleOfWeek, say: Speech): string[] {
  const [wanted, liked] = [mostWanted[0], mostLiked[0]];
  if (wanted !== undefined)
    return [
      say.pick({
        fr: `Le film le plus souvent mis «\u00a0à voir\u00a0»\u00a0: ${say.quoted(wanted.film.title.fr)} (${people(wanted.people, say)}).`,
        en: `The film most often put “to watch”: ${say.quoted(wanted.film.title.en)} (${people(wanted.people, say)}).`,
      }),
    ];
  return liked === undefined
    ? []
    : [
        say.pick({
          fr: `Le film le plus aimé\u00a0: ${say.quoted(liked.film.title.fr)} (${people(liked.people, say)}).`,
          en: `The film most liked: ${say.quoted(liked.film.title.en)} (${people(liked.people, say)}).`,
        }),
      ];
}

/** The four large numbers. */
export function countsOf(found: PeopleOfWeek, running: boolean, say: Speech): ToldReport['counts'] {
  const item = (name: string, { now, before }: Beside, ofPeople: boolean): ToldCount => ({
    name,
    ...valueOf(now, ofPeople, say),
    before: `${say.pick({ fr: 'semaine d’avant\u00a0: ', en: 'week before: ' })}${plainOf(before, ofPeople, say)}`,
  });
  const { groups } = found;
  const name = (fr: string, en: string): string => say.pick({ fr, en });
  return {
    title: name('Ce que les gens d’ici ont fait', 'What people here did'),
    items: [
      item(name('personnes ont gardé des films', 'people kept films'), found.kept, true),
      item(name('«\u00a0j’aime\u00a0» donnés', 'likes given'), found.liked, false),
      item(name('films mis «\u00a0à voir\u00a0»', 'films put “to watch”'), found.wanted, false),
      {
        name: name('groupes formés', 'groups made'),
        ...(groups.kind === 'erased'
          ? { value: name('non gardé', 'not kept'), isNumber: false, of: '' }
          : { ...valueOf(groups, false, say) }),
        before:
          groups.kind === 'told' && !running
            ? name('au moins\u00a0: certains sont déjà effacés', 'at least: some are already erased')
            : name('un groupe s’efface après 7 jours', 'a group is erased after 7 days'),
      },
    ],
    note: name(
      `Une personne est un navigateur qui a gardé au moins un film\u00a0; les visiteurs anonymes ne sont pas comptés. Sous ${fewestPeople} personnes, rien n’est dit.`,
      `A person is a browser that kept at least one film; anonymous visitors are not counted. Under ${fewestPeople} people, nothing is said.`,
    ),
  };
}

function valueOf(count: Counted, ofPeople: boolean, say: Speech): Pick<ToldCount, 'value' | 'isNumber' | 'of'> {
  if (count.kind !== 'told') return { value: plainOf(count, ofPeople, say), isNumber: false, of: '' };
  return {
    value: say.number(ofPeople ? count.people : count.value),
    isNumber: true,
    of: ofPeople ? '' : say.pick({ fr: `de ${people(count.people, say)}`, en: `by ${people(count.people, say)}` }),
  };
}

const plainOf = (count: Counted, ofPeople: boolean, say: Speech): string =>
  count.kind === 'few'
    ? tooFew(say)
    : count.kind === 'nobody'
      ? say.pick({ fr: ofPeople ? 'personne' : 'aucun', en: ofPeople ? 'nobody' : 'none' })
      : say.number(ofPeople ? count.people : count.value);

/** The two lists of films. */
export function listsOf(
  found: PeopleOfWeek,
  title: (film: PeopleOfWeek['mostWanted'][number]['film']) => string,
  detail: (film: PeopleOfWeek['mostWanted'][number]['film']) => string,
  say: Speech,
): ToldReport['lists'] {
  const told = (some: PeopleOfWeek['mostWanted']) =>
    some.map(({ film, people: count }) => ({
      id: film.id,
      title: title(film),
      detail: detail(film),
      count: people(count, say),
      people: say.number(count),
    }));
  if (found.kept.now.kind !== 'told') return null;
  const counted = say.pick({ fr: 'personnes', en: 'people' });
  const none = (what: string): string =>
    say.pick({
      fr: `Aucun film n’a été ${what} par ${fewestPeople} personnes ou plus.`,
      en: `No film was ${what} by ${fewestPeople} people or more.`,
    });
  return {
    title: say.pick({ fr: 'Les films de la semaine', en: 'The films of the week' }),
    lists: [
      {
        title: say.pick({ fr: 'Mis «\u00a0à voir\u00a0»', en: 'Put “to watch”' }),
        counted,
        films: told(found.mostWanted),
        empty: none(say.pick({ fr: 'mis «\u00a0à voir\u00a0»', en: 'put “to watch”' })),
      },
      {
        title: say.pick({ fr: 'Aimés', en: 'Liked' }),
        counted,
        films: told(found.mostLiked),
        empty: none(say.pick({ fr: 'aimé', en: 'liked' })),
      },
    ],
  };
}

/** How recommendations were received. */
export function receivedOf({ received, kept }: PeopleOfWeek, say: Speech): ToldReport['received'] {
  const title = say.pick({ fr: 'L’accueil des recommandations', en: 'How recommendations were received' });
  if (received === 'nobody')
    return kept.now.kind === 'nobody'
      ? null
      : {
          title,
          share: null,
          text: say.pick({
            fr: 'Aucune liste n’a été montrée cette semaine à quelqu’un qui garde des films\u00a0: il n’y a pas de part à donner.',
            en: 'No list was shown this week to anybody who keeps films: there is no share to give.',
          }),
          note: '',
        };
  if (received === 'few') return { title, share: null, text: `${capital(tooFew(say))}.`, note: '' };
  const { share, low, high, liked, shown } = received;
  return {
    title,
    share: { share, low, high, text: say.percent(share, 1) },
    text: say.pick({
      fr: `des films recommandés ont été aimés\u00a0: ${say.number(liked)} sur ${say.number(shown)} montrés à ${people(received.people, say)} (intervalle à 95\u00a0%\u00a0: de ${say.percentRange(low, high, 1)}).`,
      en: `of the films recommended were liked: ${say.number(liked)} of ${say.number(shown)} shown to ${people(received.people, say)} (95% interval: ${say.percentRange(low, high, 1)}).`,
    }),
    note: say.pick({
      fr: 'Ne rien dire d’un film n’est pas ne pas l’aimer.',
      en: 'To say nothing of a film is not to dislike it.',
    }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import type { PeopleOfWeek } from '#report/report.ts';
import type { Speech } from '#words/speech.ts';

/** What the week brought of “I would come”, in a sentence; none when it was too few people. */
export function wishesTold(found: PeopleOfWeek | null, say: Speech): string[] {
  if (found === null || found.wishes.made.kind !== 'told') return [];
  const { made, threshold, passed } = found.wishes;
  const titles = say.list(passed.map(({ film }) => say.quoted(film.title[say.language])));
  const start = say.pick({
    fr: `${say.several(made.people, 'personne a dit', 'personnes ont dit')} «\u00a0Je viendrais\u00a0» pour un film`,
    en: `${say.several(made.people, 'person', 'people')} said “I would come” for a film`,
  });
  if (passed.length === 0) return [`${start}.`];
  return [
    say.pick({
      fr: `${start}\u00a0; ${titles} ${passed.length === 1 ? 'atteint' : 'atteignent'} le seuil de ${say.number(threshold)} personnes.`,
      en: `${start}; ${titles} ${passed.length === 1 ? 'reaches' : 'reach'} the threshold of ${say.number(threshold)} people.`,
    }),
  ];
}

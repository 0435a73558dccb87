import { houseZone } from '#calendar/zone.ts';
import { demandFr } from '#web/words/demand.fr.ts';
import { lists, numbers, quoted, several } from '#words/french.ts';

const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const moment = new Intl.DateTimeFormat('fr', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: houseZone,
});
const hour = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit', timeZone: houseZone });

/** “I would come”, and what others wish. */
export const wishesFr = {
  title: 'Je viendrais',
  heading: 'Au cinéma, près de chez vous',
  /** Under the showings near the reader. */
  headingShown: 'Un autre jour, un autre endroit\u00a0?',
  day: (day: number): string => dayNames[day - 1] ?? '',
  days: (days: readonly number[]): string =>
    days.length === 0 || days.length === 7
      ? 'n’importe quel jour'
      : `le ${new Intl.ListFormat('fr', { type: 'disjunction' }).format(days.map((day) => dayNames[day - 1] ?? ''))}`,
  when: (iso: string): string =>
    `${moment.format(new Date(iso))} à ${hour.format(new Date(iso)).replace(':', '\u00a0h\u00a0')}`,

  people: (people: number): string => several(people, 'personne', 'personnes'),
  seats: (seats: number): string => several(seats, 'place', 'places'),
  count: (people: number, seats: number, mine: boolean): string =>
    `${several(people, 'personne viendrait', 'personnes viendraient')} voir ce film${mine ? ', dont vous' : ''}\u00a0: ${several(seats, 'place', 'places')} en tout.`,
  few: 'Moins de 5 personnes l’ont demandé pour l’instant.',
  fewWithMine: 'Moins de 5 personnes l’ont demandé pour l’instant, dont vous.',
  nobody: 'Personne ne l’a encore demandé\u00a0: commencez.',
  next: (threshold: number): string =>
    `À partir de ${numbers.format(threshold)} personnes, le cinéma regarde s’il peut le montrer.`,
  reached: (threshold: number): string =>
    `Le seuil de ${numbers.format(threshold)} personnes est atteint\u00a0: le cinéma regarde s’il peut le montrer.`,
  tellMe: 'M’avertir quand il passera',

  ask: 'Je viendrais le voir',
  commune: 'D’où viendriez-vous\u00a0?',
  chooseCommune: 'Choisissez votre commune',
  daysAsked: 'Quels jours vous conviennent\u00a0?',
  daysHint: 'Si rien n’est coché, ils conviennent tous.',
  seatsAsked: 'Combien seriez-vous, vous compris\u00a0?',
  submit: 'Je viendrais',
  change: 'Changer ma réponse',
  save: 'Enregistrer',
  undo: 'Finalement, non',
  undoFor: (title: string): string => `Retirer ma réponse pour ${quoted(title)}`,
  promise:
    'Ce n’est pas une réservation. Le cinéma lit des nombres par commune, jamais de moins de 5 personnes\u00a0; rien ne dit qui vous êtes.',
  mine: (commune: string, days: string, seats: number): string =>
    `Vous viendriez de ${commune}, ${seats === 1 ? 'sans autre personne' : `à ${seats}`}, ${days}.`,
  said: {
    made: 'C’est noté.',
    gone: 'C’est retiré.',
    commune: 'Il manque votre commune\u00a0: choisissez-la, puis validez.',
    full: (most: number): string =>
      `Vous avez déjà ${numbers.format(most)} films en attente\u00a0: retirez-en un, puis revenez à celui-ci.`,
  },

  showings: 'Il passe bientôt près d’ici',
  showing: (when: string, venue: string, commune: string): string => `${when}, ${venue} (${commune})`,
  programme: 'Tout le programme',
  far: 'Trop loin pour vous\u00a0? Dites d’où vous viendriez.',

  place: 'Les envies d’ici',
  lead: 'Les films que l’on viendrait voir au cinéma. Personne ne réserve, personne ne paie\u00a0: on se compte.',
  mineTitle: 'Vos films attendus',
  mostTitle: 'Les plus attendus',
  none: (fewest: number): string =>
    `Aucun film n’est encore attendu par ${fewest} personnes. Sur la page d’un film, «\u00a0Je viendrais\u00a0» ajoute votre voix.`,
  find: 'Chercher un film',
  thresholdMet: 'seuil atteint',
  missingPeople: (count: number): string => `encore ${several(count, 'personne', 'personnes')} avant le seuil`,
  onProgramme: 'au programme',
  list: (names: readonly string[]): string => lists.format(names),
  demand: demandFr,
};

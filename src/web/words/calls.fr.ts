import { several } from '#words/french.ts';

/** The calls of the house and the sheets that it prints. */
export const callsFr = {
  title: 'Appels et feuilles',
  lead: 'Les personnes qui ont demandé à être prévenues par téléphone ou sur papier, et ce qu’il y a à leur dire cette semaine.',
  toCall: (count: number): string => `À appeler (${count})`,
  nobody: 'Personne à appeler pour l’instant. La liste se remplit quand le programme est choisi.',
  noNumber: 'Pas de numéro utilisable\u00a0: à voir avec la personne',
  say: 'À dire',
  told: 'C’est fait',
  toldFor: (name: string): string => `C’est fait\u00a0: ${name}`,
  noAnswer: 'Pas de réponse',
  noAnswerFor: (name: string): string => `Pas de réponse\u00a0: ${name}`,
  tried: (count: number): string => `${several(count, 'appel', 'appels')} sans réponse`,
  givenUp: 'Plus à rappeler, sauf si vous le voulez',
  nameless: 'Sans nom',
  sheets: (count: number): string => `Feuilles à remettre (${count})`,
  noSheets: 'Aucune feuille à imprimer pour l’instant.',
  print: (count: number): string =>
    count === 1 ? 'Imprimer la feuille (PDF)' : `Imprimer les ${count} feuilles (PDF)`,
  printHint: 'Une personne par feuille, en grands caractères. Ouvrir le PDF note les feuilles comme imprimées.',
  printed: 'imprimée',
  notPrinted: 'pas encore imprimée',
  handed: 'Remise',
  handedFor: (name: string): string => `Feuille remise\u00a0: ${name}`,
  allHanded: 'Toutes les feuilles imprimées sont remises',
  over: (count: number): string =>
    `${several(count, 'message n’est plus à dire', 'messages ne sont plus à dire')}\u00a0: ces séances sont passées, annulées ou changées, ou la personne a vu le film ou changé d’avis.`,
  done: (count: number): string => `Fait depuis mercredi (${count})`,
  again: 'Remettre sur la liste',
  againFor: (name: string): string => `Remettre sur la liste\u00a0: ${name}`,
  kept: (count: number): string => several(count, 'ligne notée.', 'lignes notées.'),
  changed: 'Rien n’a été noté\u00a0: quelqu’un l’a fait entre-temps. Voici la liste telle qu’elle est.',
  file: 'feuilles',
};

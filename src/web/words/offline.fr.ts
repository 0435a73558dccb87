/** What the page shown without a network says, in French. */
export const offlineFr = {
  title: 'Sans réseau',
  lead: 'Sans connexion, vous pouvez relire ce que cet appareil a gardé\u00a0: votre dernière liste de films et le dernier programme consulté.',
  away: 'La page demandée a besoin d’une connexion. Elle s’ouvrira dès que le réseau reviendra.',
  keptTitle: 'Gardé sur cet appareil',
  saved: 'gardé le',
  nothing: 'Rien n’est gardé sur cet appareil pour l’instant.',
  erase: 'Effacer de cet appareil',
  erased: 'C’est effacé\u00a0: cet appareil ne garde plus ni liste ni affiche.',
  whatTitle: 'Ce qui se garde, et ce qui ne se garde pas\u00a0:',
  what: [
    'La dernière liste remplace la précédente, et le dernier programme aussi. Ils restent dans cet appareil, et nulle part ailleurs.',
    'Si d’autres se servent de cet appareil, ils peuvent les relire\u00a0: effacez-les ici quand vous voulez.',
    'Vos données, vos recherches et les fichiers que vous importez ne sont jamais gardés ainsi.',
  ],
  again: 'Réessayer',
  privacy: 'Pour qu’elle se relise sans réseau, votre dernière liste est copiée dans votre appareil, et là seulement.',
  privacyLink: 'La voir ou l’effacer',
};

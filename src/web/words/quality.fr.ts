/** Words of the page on the quality of the recommendations; the sentences of its figures are made in src/quality. */
export const qualityFr = {
  link: 'Qualité des conseils',
  title: 'Nos conseils sont-ils bons\u00a0?',
  lead: 'Ce que nous savons de la qualité de nos listes, et ce que nous n’en savons pas. Chaque chiffre dit sur combien de personnes ou de films il repose, et avec quelle marge.',
  description:
    'La qualité des recommandations de ce site\u00a0: ce que le modèle retrouve, ce qui a été montré, ce qu’en font les visiteurs.',
  count: (value: string, what: string): string => `${value} ${what}`,
  cautions: 'À ne pas en conclure',
  method: 'Comment c’est mesuré',
  failing: 'La mémoire du site ne répond pas\u00a0: ce qui a été montré ne peut pas être compté pour l’instant.',
  measuredOn: (day: string): string => `Modèle mesuré le ${day}.`,
  countedUntil: (day: string): string => `Compté jusqu’au ${day}, jours entiers.`,
};

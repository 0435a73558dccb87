/** The accessibility statement, in the order of the form that RGAA 4.1 gives it. */
export const statementFr = {
  footer: 'Accessibilité\u00a0: non conforme',
  title: 'Déclaration d’accessibilité',
  commitment: (cinema: string): string =>
    `${cinema} s’engage à rendre ce site accessible, selon l’article 47 de la loi n°\u00a02005-102 du 11\u00a0février\u00a02005.`,
  scope: (address: string): string => `Cette déclaration d’accessibilité s’applique au site ${address}.`,
  plain: [
    'En clair',
    'Ces pages sont faites pour être lues par tous\u00a0: sans souris, en gros caractères, la nuit, avec un vieil appareil. Nous les essayons à chaque changement. Mais personne ne les a encore contrôlées selon la méthode officielle\u00a0: la loi nous demande alors d’écrire «\u00a0non conforme\u00a0».',
  ],
  state: 'État de conformité',
  stateSaid: (address: string): string =>
    `Le site ${address} est non conforme avec le Référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, car aucun audit en cours de validité ne mesure le respect de ses 106 critères.`,
  results: 'Résultats des tests',
  resultsLead:
    'Aucun audit n’a été mené, ni par nous ni par un organisme extérieur\u00a0: nous ne donnons donc aucun taux. Voici ce que nous essayons nous-mêmes, dans le navigateur Chromium, en clair et en sombre, en français et en anglais\u00a0:',
  tests: [
    'l’outil axe, avec les règles de WCAG 2.2, niveaux A et AA\u00a0: il ne relève aucune faute sur les pages essayées\u00a0; un outil ne voit toutefois qu’une partie des critères',
    'le clavier seul\u00a0: tout s’atteint dans l’ordre, et l’on voit où l’on est',
    'les lettres agrandies, le zoom à 200\u00a0% et à 400\u00a0%, un écran de 320\u00a0pixels, l’espacement du texte\u00a0: rien n’est coupé et rien ne défile de côté',
    'les couleurs\u00a0: les contrastes sont calculés, quelle que soit la couleur choisie par le cinéma\u00a0; les contrastes forcés ont été regardés',
    'la taille des cibles\u00a0: 24\u00a0pixels au moins',
    'les mouvements réduits\u00a0: rien ne bouge',
    'sans script\u00a0: tout le parcours se fait avec des liens et des formulaires',
  ],
  missing: 'Contenus non accessibles',
  failures: 'Non-conformités',
  failuresLead: 'Sans audit, cette liste n’est pas complète. Nous savons ou nous craignons que\u00a0:',
  failuresKnown: [
    'les pages n’ont pas été essayées avec un lecteur d’écran, ni par des personnes handicapées',
    'des thèmes et des résumés venus de sources anglaises peuvent ne pas être annoncés dans leur langue',
    'certains titres de films sont dans une langue que les pages n’indiquent pas',
  ],
  burden: 'Dérogations pour charge disproportionnée',
  burdenSaid: 'Aucune.',
  exempt: 'Contenus non soumis à l’obligation d’accessibilité',
  exemptSaid: 'Les bandes-annonces, que vous ouvrez sur YouTube par un lien\u00a0: elles ne dépendent pas de nous.',
  made: 'Établissement de cette déclaration',
  madeOn: (date: string): string => `Cette déclaration a été établie le ${date}.`,
  technologies: 'Technologies utilisées',
  technologiesSaid: 'HTML, CSS, SVG, WAI-ARIA\u00a0; JavaScript, dont tout peut se passer.',
  tools: 'Outils et moyens',
  toolsSaid:
    'axe-core, Chromium conduit par Playwright, captures d’écran regardées à l’œil, aperçu d’impression. Aucune technologie d’assistance.',
  pages: 'Pages essayées',
  pagesSaid:
    'Accueil, propositions de films, choix entre plusieurs titres, titre inconnu, fiche d’un film, page d’une personne, parcourir, chiffres, film à plusieurs, importer, envoyer, page hors ligne, programme, séance, je viendrais, envies, alertes et compte, désabonnement, espace de l’équipe, mes films, mes données, affichage, sources et droits, cette page, page d’erreur.',
  contact: 'Retour d’information et contact',
  contactLead:
    'Si quelque chose vous empêche de lire une page ou de vous en servir, dites-le-nous\u00a0: nous vous le dirons autrement, ou nous vous aiderons.',
  contactMail: 'Écrivez à',
  contactDesk: 'Demandez au guichet du cinéma.',
  appeal: 'Voies de recours',
  appealLead:
    'Si vous nous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et que vous n’avez pas reçu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits\u00a0:',
  appealWrite: 'écrire un message au Défenseur des droits',
  appealLocal: 'contacter le délégué du Défenseur des droits dans votre département',
  appealPhone: 'téléphoner au 09\u00a069\u00a039\u00a000\u00a000',
  appealPost: 'envoyer une lettre, gratuitement et sans timbre, à l’adresse\u00a0:',
};

import type { Words } from '#web/words.fr.ts';

/** The accessibility statement that French law asks for, in English. */
export const statementEn: Words['statement'] = {
  footer: 'Accessibility: not compliant',
  title: 'Accessibility statement',
  commitment: (cinema) =>
    `${cinema} undertakes to make this site accessible, under article 47 of French law No. 2005-102 of 11 February 2005.`,
  scope: (address) => `This accessibility statement applies to the site ${address}.`,
  plain: [
    'In plain words',
    'These pages are made to be read by everyone: without a mouse, in large print, at night, on an old device. We try them at each change. But nobody has yet checked them by the official method: the law then asks us to write “not compliant”.',
  ],
  state: 'Compliance status',
  stateSaid: (address) =>
    `The site ${address} is not compliant with the French accessibility framework (RGAA), version 4.1, because no audit in force measures how its 106 criteria are met.`,
  results: 'Test results',
  resultsLead:
    'No audit has been made, neither by us nor by others: so we give no rate. Here is what we try ourselves, in the Chromium browser, light and dark, in French and in English:',
  tests: [
    'the axe tool, with the rules of WCAG 2.2, levels A and AA: it finds no fault on the pages tried; yet a tool sees only part of the criteria',
    'the keyboard alone: everything is reached in order, and one sees where one is',
    'larger letters, zoom at 200% and 400%, a screen of 320 pixels, text spacing: nothing is cut and nothing scrolls sideways',
    'colours: contrasts are computed, whatever colour the cinema chose; forced contrasts were looked at',
    'the size of targets: 24 pixels at least',
    'reduced motion: nothing moves',
    'without script: the whole journey is made by links and forms',
  ],
  missing: 'Content that is not accessible',
  failures: 'Non-compliance',
  failuresLead: 'Without an audit this list is not complete. We know or fear that:',
  failuresKnown: [
    'the pages were not tried with a screen reader, nor by disabled people',
    'themes and summaries from sources in another language may not be announced in their language',
    'some film titles are in a language that the pages do not state',
  ],
  burden: 'Exemptions for disproportionate burden',
  burdenSaid: 'None.',
  exempt: 'Content that the obligation does not cover',
  exemptSaid: 'Trailers, which you open on YouTube by a link: they are not ours.',
  made: 'How this statement was made',
  madeOn: (date) => `This statement was made on ${date}.`,
  technologies: 'Technologies used',
  technologiesSaid: 'HTML, CSS, SVG, WAI-ARIA; JavaScript, which everything can do without.',
  tools: 'Tools and means',
  toolsSaid:
    'axe-core, Chromium driven by Playwright, screenshots judged by eye, print preview. No assistive technology.',
  pages: 'Pages tried',
  pagesSaid:
    'Home, suggested films, choice between titles, unknown title, a film, a person, browse, figures, a film together, import, send, offline page, programme, showing, I would come, wishes, alerts and account, unsubscribing, staff area, my films, my data, display, sources and rights, this page, error page.',
  contact: 'Feedback and contact',
  contactLead:
    'If something keeps you from reading or using a page, tell us: we will tell you in another way, or help you.',
  contactMail: 'Write to',
  contactDesk: 'Ask at the cinema’s desk.',
  appeal: 'Ways to appeal',
  appealLead:
    'If you told us of an accessibility fault that keeps you from some content or service, and had no satisfactory answer, you may turn to the Défenseur des droits, the French ombudsman:',
  appealWrite: 'write a message to the Défenseur des droits',
  appealLocal: 'contact the delegate of the Défenseur des droits in your department',
  appealPhone: 'telephone 09 69 39 00 00 (from France)',
  appealPost: 'send a letter, free of charge and without a stamp in France, to:',
};

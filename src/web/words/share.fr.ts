import { lists, of, quoted, several } from '#words/french.ts';

/** What the page to send a list or a film says, in French. */
export const shareFr = {
  listLink: 'Envoyer ou imprimer cette liste',
  filmLink: 'Envoyer ce film',
  listTitle: 'Envoyer cette liste',
  filmTitle: (title: string): string => `Envoyer ${quoted(title)}`,
  listLead: (titles: readonly string[], more: number): string =>
    `Celui ou celle qui ouvre cette adresse voit les films proposés d’après ${lists.format([...titles.map(quoted), ...(more > 0 ? [several(more, 'autre film', 'autres films')] : [])])}.`,
  filmLead: 'Celui ou celle qui ouvre cette adresse voit la page de ce film.',
  address: 'L’adresse à envoyer',
  copy: 'Copier',
  copied: 'Adresse copiée.',
  copyByHand: 'Adresse sélectionnée\u00a0: copiez-la.',
  mail: 'Par courriel',
  sms: 'Par SMS',
  share: 'Partager',
  print: 'Imprimer',
  ours: 'Nous n’envoyons rien nous-mêmes\u00a0: le message s’ouvre dans votre messagerie, vous choisissez à qui l’envoyer.',
  code: 'Avec un téléphone',
  codeLead: 'Visez ce code avec l’appareil photo d’un téléphone\u00a0: la page s’y ouvre.',
  codeLabel: 'Code QR de cette adresse',
  noCode: 'Cette adresse est trop longue pour un code à viser\u00a0: copiez-la, ou envoyez seulement les films aimés.',
  onlyLiked: 'L’adresse ne dit que les films aimés.',
  withAll: 'Y mettre aussi les films déjà vus et ceux qui ne sont pas pour moi',
  all: 'L’adresse dit aussi les films déjà vus et ceux qui ne sont pas pour vous.',
  withoutAll: 'N’y laisser que les films aimés',
  firstFilms: 'Les premiers films de la liste',
  back: 'Revenir à la liste',
  backToFilm: 'Revenir au film',
  nothing: 'Il n’y a pas encore de liste à envoyer. Choisissez d’abord un film que vous avez aimé.',
  line: (titleAndYear: string, directors: readonly string[]): string =>
    directors.length === 0 ? titleAndYear : `${titleAndYear}, ${lists.format(directors.map(of))}`,
  listSubject: 'Des films à voir',
  listBody: (films: readonly string[], address: string): string =>
    [
      'Bonjour,',
      '',
      'Voici des films choisis d’après ceux que j’ai aimés\u00a0:',
      ...films.map((film) => `- ${film}`),
      '',
      'La liste entière, avec une raison pour chaque film\u00a0:',
      address,
      '',
    ].join('\n'),
  filmSubject: (title: string): string => `Un film à voir\u00a0: ${title}`,
  filmBody: (film: string, address: string): string =>
    ['Bonjour,', '', 'J’ai pensé à ce film\u00a0:', film, address, ''].join('\n'),
  smsList: (address: string): string => `Des films à voir, d’après ceux que j’ai aimés\u00a0: ${address}`,
  smsFilm: (title: string, address: string): string => `Un film à voir, ${quoted(title)}\u00a0: ${address}`,
};

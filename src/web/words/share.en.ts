import type { Words } from '#web/words.fr.ts';
import { lists, quoted, several } from '#words/english.ts';

/** What the page to send a list or a film says, in English. */
export const shareEn: Words['share'] = {
  listLink: 'Send or print this list',
  filmLink: 'Send this film',
  listTitle: 'Send this list',
  filmTitle: (title) => `Send ${quoted(title)}`,
  listLead: (titles, more) =>
    `Whoever opens this address sees the films suggested from ${lists.format([...titles.map(quoted), ...(more > 0 ? [several(more, 'other film', 'other films')] : [])])}.`,
  filmLead: 'Whoever opens this address sees the page of this film.',
  address: 'The address to send',
  copy: 'Copy',
  copied: 'Address copied.',
  copyByHand: 'Address selected: copy it.',
  mail: 'By e-mail',
  sms: 'By text message',
  share: 'Share',
  print: 'Print',
  ours: 'We send nothing ourselves: the message opens in your own mail program, and you choose who receives it.',
  code: 'With a telephone',
  codeLead: 'Point the camera of a telephone at this code: the page opens there.',
  codeLabel: 'QR code of this address',
  noCode: 'This address is too long for a code to scan: copy it, or send the films you loved alone.',
  onlyLiked: 'The address tells the films you loved, and no others.',
  withAll: 'Add the films I have seen and those that are not for me',
  all: 'The address also tells the films you have seen and those that are not for you.',
  withoutAll: 'Leave only the films I loved',
  firstFilms: 'The first films of the list',
  back: 'Back to the list',
  backToFilm: 'Back to the film',
  nothing: 'There is no list to send yet. First choose a film that you loved.',
  line: (titleAndYear, directors) =>
    directors.length === 0 ? titleAndYear : `${titleAndYear}, by ${lists.format(directors)}`,
  listSubject: 'Films to see',
  listBody: (films, address) =>
    [
      'Hello,',
      '',
      'Here are films chosen from those that I loved:',
      ...films.map((film) => `- ${film}`),
      '',
      'The whole list, with a reason for each film:',
      address,
      '',
    ].join('\n'),
  filmSubject: (title) => `A film to see: ${title}`,
  filmBody: (film, address) => ['Hello,', '', 'I thought of this film:', film, address, ''].join('\n'),
  smsList: (address) => `Films to see, from those that I loved: ${address}`,
  smsFilm: (title, address) => `A film to see, ${quoted(title)}: ${address}`,
};

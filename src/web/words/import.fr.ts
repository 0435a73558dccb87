import type { FileFault } from '#web/import/taste-row.ts';
import { numbers, quoted, several } from '#words/french.ts';

/** What the page of imports says, in French. */
export const importFr = {
  link: 'Importer mes films notés ailleurs',
  title: 'Importer vos films',
  lead: 'Vous notez vos films sur Letterboxd, IMDb ou Trakt\u00a0? Donnez-nous le fichier\u00a0: vos films aimés deviennent votre liste d’ici, sans compte.',
  file: 'Votre fichier',
  fileHint: 'Un fichier .zip, .csv ou .json, ou plusieurs à la fois. 5\u00a0Mo au plus.',
  submit: 'Lire mon fichier',
  promise:
    'Le fichier est lu le temps de vous répondre, puis oublié. Rien n’en est gardé ici\u00a0: votre liste tient dans l’adresse de la page.',
  howTitle: 'Comment obtenir votre fichier',
  how: [
    {
      service: 'Letterboxd',
      steps: [
        'Sur letterboxd.com, ouvrez Settings, puis Data.',
        'Choisissez Export your data\u00a0: vous recevez un fichier .zip.',
        'Donnez-nous ce fichier tel quel, sans l’ouvrir.',
      ],
    },
    {
      service: 'IMDb',
      steps: [
        'Sur imdb.com, ouvrez votre nom, puis Your ratings.',
        'Choisissez Export\u00a0; quand la page Exports dit que c’est prêt, téléchargez le fichier.',
        'Donnez-nous ce fichier .csv.',
      ],
    },
    {
      service: 'Trakt',
      steps: [
        'Sur trakt.tv, ouvrez Settings, puis Data.',
        'Demandez l’export de vos données\u00a0: vous recevez un fichier .zip de fichiers .json.',
        'Donnez-nous ce fichier .zip, ou seulement ratings-movies.json.',
      ],
    },
  ],
  otherFile:
    'Vous avez votre propre tableau\u00a0? Enregistrez-le en CSV, avec sur la première ligne les colonnes Title, Year et Rating.',

  none: 'Choisissez d’abord un fichier, puis appuyez sur le bouton.',
  unreadable: 'L’envoi s’est mal passé\u00a0: recommencez depuis cette page.',
  tooBig: 'Ce fichier dépasse 5\u00a0Mo. Donnez seulement ratings.csv, ou le fichier .zip d’origine.',
  faultOf: (name: string, sentence: string): string =>
    name === '' ? `Fichier sans nom\u00a0: ${sentence}` : `${quoted(name)}\u00a0: ${sentence}`,
  faults: {
    empty: () => 'il ne contient aucun film.',
    binary: () => 'ce n’est pas du texte. Donnez le fichier .csv, .json ou .zip de votre export.',
    page: () => 'c’est une page Web, pas votre export. Téléchargez le fichier lui-même.',
    workbook: () => 'c’est un classeur de tableur. Enregistrez-le en CSV, puis donnez ce fichier.',
    archive: () => 'cette archive est abîmée. Téléchargez-la de nouveau.',
    nothingInside: () => 'cette archive ne contient aucun des fichiers de Letterboxd ou de Trakt.',
    columns: (detail) =>
      `il y manque une colonne de titres (Title, Name) ou d’identifiants IMDb (Const, imdb_id).${detail === '' ? '' : ` Sa première ligne dit\u00a0: ${detail}.`}`,
    quotes: (detail) =>
      `des guillemets n’y sont jamais fermés${detail === '' ? '' : `, vers la ligne ${detail}`}. Exportez-le de nouveau.`,
    json: () => 'ce n’est pas un fichier de Trakt que nous sachions lire.',
    tooManyRows: () => 'il a plus de 50\u00a0000 lignes. Donnez seulement vos notes.',
    tooLarge: () => 'une fois ouvert, il est trop gros. Donnez seulement ratings.csv.',
  } satisfies Record<FileFault, (detail: string) => string>,

  resultTitle: 'Voici ce que nous avons lu',
  read: (rows: number, matched: number): string =>
    `${several(rows, 'ligne lue', 'lignes lues')}, ${several(matched, 'film reconnu', 'films reconnus')}.`,
  others: (count: number): string =>
    `${several(count, 'ligne parle', 'lignes parlent')} de séries ou d’autre chose que de films\u00a0: laissées de côté.`,
  nameless: (count: number): string => `${several(count, 'ligne ne nomme', 'lignes ne nomment')} aucun film.`,
  nothing: 'Aucun de ces films n’est dans notre catalogue\u00a0: il n’y a pas de liste à faire.',
  likedTitle: (count: number): string => several(count, 'film aimé compte', 'films aimés comptent'),
  allLiked: 'Ce sont les films que vous avez le mieux notés, ou marqués d’un cœur.',
  chosenLiked: (liked: number): string =>
    `Vous en avez aimé ${numbers.format(liked)}, vingt au plus peuvent compter. Nous gardons les mieux notés\u00a0; à note égale, des cinéastes, des genres et des époques différents, puis les plus récents.`,
  ownMean: (mean: number): string =>
    `Vos notes font ${numbers.format(Math.round(mean * 10) / 10)} sur 10 en moyenne\u00a0: un film noté au-dessus est un film aimé.`,
  not: (count: number): string =>
    `${several(count, 'film mal noté nous dit', 'films mal notés nous disent')} ce qui n’est pas pour vous.`,
  seen: (count: number): string =>
    `${several(count, 'autre film déjà vu ne sera', 'autres films déjà vus ne seront')} pas proposés.`,
  beyond: (count: number): string =>
    `L’adresse d’une page ne peut pas tout tenir\u00a0: ${several(count, 'film déjà vu n’y est pas, et pourrait vous être proposé', 'films déjà vus n’y sont pas, et pourraient vous être proposés')}.`,
  wantedTitle: (count: number): string => several(count, 'film que vous voulez voir', 'films que vous voulez voir'),
  wantedLead:
    'Ils ne disent rien de votre goût, puisque vous ne les avez pas vus. Ouvrez leur page pour les noter à voir.',
  more: (count: number): string => `et ${several(count, 'autre', 'autres')}`,
  choicesTitle: (count: number): string => several(count, 'film à préciser', 'films à préciser'),
  choicesLead: 'Plusieurs films portent ce titre. Choisissez le vôtre, ou laissez ainsi.',
  noChoice: 'Aucun de ceux-là',
  moreChoices: (count: number): string =>
    `${several(count, 'autre film reste', 'autres films restent')} à préciser\u00a0: ajoutez ceux qui comptent dans la page suivante.`,
  pickTitle: 'Lesquels avez-vous aimés\u00a0?',
  pickLead:
    'Votre fichier dit ce que vous avez vu, pas ce que vous avez aimé. Cochez quelques films que vous avez aimés.',
  unknownTitle: (count: number): string =>
    several(count, 'film n’est pas dans notre catalogue', 'films ne sont pas dans notre catalogue'),
  go: 'Voir mes films',
  again: 'Donner un autre fichier',
};

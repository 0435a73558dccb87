import type { ShelfName } from '#recommend/shape/shelf-kinds.ts';
import { importFr } from '#web/words/import.fr.ts';
import { offlineFr } from '#web/words/offline.fr.ts';
import { shareFr } from '#web/words/share.fr.ts';
import { frenchGenres } from '#words/genres.ts';
import { adviceFr } from '#web/words/advice.fr.ts';
import { tasteFr } from '#web/words/taste.fr.ts';
import { catalogueFr } from '#web/words/catalogue.fr.ts';
import { chartsFr } from '#web/words/charts.fr.ts';
import { figuresFr } from '#web/words/figures.fr.ts';
import { groupFr } from '#web/words/group.fr.ts';
import { localFr } from '#web/words/local.fr.ts';
import { keptFr } from '#web/words/kept.fr.ts';
import { moodFr } from '#web/words/mood.fr.ts';
import { qualityFr } from '#web/words/quality.fr.ts';
import { faultsFr } from '#web/words/faults.fr.ts';
import { programmeFr } from '#web/words/programme.fr.ts';
import { wishesFr } from '#web/words/wishes.fr.ts';
import { accountFr } from '#web/words/account.fr.ts';
import { passkeysFr } from '#web/words/passkeys.fr.ts';
import { pushFr } from '#web/words/push.fr.ts';
import { staffFr } from '#web/words/staff.fr.ts';
import { refineFr } from '#web/words/refine.fr.ts';
import { lookFr } from '#web/words/look.fr.ts';
import { statementFr } from '#web/words/statement.fr.ts';
import { reportFr } from '#web/words/report.fr.ts';
import { studyFr } from '#web/words/study.fr.ts';
import { countries, days, lists, numbers, of, percents, plurals, quoted, several, tongues } from '#words/french.ts';

/** Every sentence that a visitor reads, in French. The English ones have this very shape. */
export const fr = {
  code: 'fr',
  otherLanguage: { code: 'en', name: 'English', label: 'Read this page in English' },
  quoted,
  number: (value: number): string => numbers.format(value),
  percent: (share: number): string => percents.format(share),
  list: (names: readonly string[]): string => lists.format(names),
  duration: (minutes: number): string =>
    minutes < 60
      ? `${minutes}\u00a0min`
      : `${Math.floor(minutes / 60)}\u00a0h${minutes % 60 === 0 ? '' : `\u00a0${String(minutes % 60).padStart(2, '0')}`}`,
  date: (iso: string): string => days.format(new Date(iso)),
  country: (code: string): string | null => countries.of(code) ?? null,
  tongue: (code: string): string | null => tongues.of(code) ?? null,
  genre: (name: string): string => frenchGenres.get(name) ?? name,
  decade: (year: number): string => `années ${Math.floor(year / 10) * 10}`,

  skip: 'Aller au contenu',
  homeLabel: (cinema: string): string => `${cinema}, accueil`,
  footerLabel: 'Informations',
  languagesLabel: 'Langue et affichage',
  tagline: 'des films que vous aimerez, d’après ceux que vous avez aimés',
  rights: 'Sources et droits',
  filmsKnown: (count: number): string => several(count, 'film dans le catalogue', 'films dans le catalogue'),

  home: {
    title: 'Quel film ce soir\u00a0?',
    lead: 'Écrivez un film que vous avez aimé, puis un autre. Nous vous proposons des films qui leur ressemblent, et nous vous disons pourquoi.',
    wall: 'Pas de titre en tête\u00a0?',
    wallLead: 'Touchez les films que vous avez aimés\u00a0; touchez encore pour retirer.',
    points: [
      [
        'Plusieurs films, c’est mieux',
        'Deux ou trois films aimés disent plus qu’un seul. Ajoutez-en quand vous voulez, jusqu’à vingt.',
      ],
      [
        'Une raison à chaque fois',
        'Sous chaque film, vous lisez lequel des vôtres l’a appelé, et ce que les deux ont en commun.',
      ],
      [
        'Rien à créer, rien à donner',
        'Ni compte, ni adresse, ni traceur. Votre liste tient dans l’adresse de la page\u00a0: gardez-la, envoyez-la.',
      ],
    ],
  },

  box: {
    first: 'Un film que vous avez aimé',
    next: 'Ajouter un autre film aimé',
    hint: 'Les fautes de frappe ne gênent pas. Plusieurs titres\u00a0? Séparez-les par un point-virgule.',
    example: 'Le Dîner de cons',
    submit: 'Ajouter',
    listLabel: 'Films trouvés',
    found: (count: number, text: string): string =>
      count === 0
        ? `Aucun titre proche de ${quoted(text)}.`
        : `${several(count, 'film trouvé', 'films trouvés')}. Flèches pour choisir, Entrée pour ajouter.`,
  },

  taste: tasteFr,

  basket: {
    title: 'Vos films',
    liked: 'Vous avez aimé',
    not: 'Pas pour vous',
    seen: 'Déjà vus',
    remove: (title: string): string => `Retirer ${quoted(title)}`,
    clear: 'Tout effacer',
    empty: 'Vous n’avez encore choisi aucun film.',
    leftAside: (titles: readonly string[], others: number): string =>
      `Vingt films au plus comptent. Laissés de côté\u00a0: ${lists.format([...titles.map(quoted), ...(others > 0 ? [several(others, 'autre film', 'autres films')] : [])])}.`,
    unknown: (count: number): string =>
      `${several(count, 'film de cette adresse n’est pas', 'films de cette adresse ne sont pas')} dans notre catalogue\u00a0: nous n’en tenons pas compte.`,
  },

  results: {
    title: 'Des films pour vous',
    titleFrom: (titles: readonly string[], others: number): string =>
      `Des films d’après ${lists.format([...titles.map(quoted), ...(others > 0 ? [several(others, 'autre', 'autres')] : [])])}`,
    startTitle: 'Pour commencer',
    summary: (films: number, liked: number): string =>
      `${several(films, 'film proposé', 'films proposés')} d’après ${several(liked, 'film que vous avez aimé', 'films que vous avez aimés')}.`,
    startSummary:
      'Des films que beaucoup de gens connaissent. Dites lesquels vous avez aimés, et cette liste deviendra la vôtre.',
    basis: {
      likes: 'Le choix vient de spectateurs qui ont aimé les mêmes films que vous, et de ce que sont les films.',
      content: 'Le choix vient de ce que sont les films\u00a0: genres, thèmes, histoires, personnes, notoriété.',
    },
    shares: 'Le pourcentage dit quelle part de la proposition vient de ce film.',
    none: 'Il ne reste aucun film à proposer. Retirez-en un de vos listes.',
    actions: (title: string): string => `Que dites-vous de ${quoted(title)}\u00a0?`,
    alsoLiked: 'Je l’ai aimé',
    seen: 'Déjà vu',
    not: 'Pas pour moi',
  },

  shelves: {
    close: 'Tout près de vos films',
    'off-the-beaten-track': 'Hors des sentiers battus',
    french: 'Du côté français',
    heritage: 'Films du patrimoine',
    recent: 'Parmi les plus récents',
    'same-director': 'Des mêmes cinéastes',
    'short-evening': 'Pour une soirée courte',
  } satisfies Record<ShelfName, string>,

  kept: keptFr,
  refine: refineFr,
  mood: moodFr,
  catalogue: catalogueFr,
  figures: figuresFr,
  advice: adviceFr,
  group: groupFr,

  look: lookFr,
  statement: statementFr,
  study: studyFr,
  report: reportFr,

  choice: {
    title: 'Lequel est-ce\u00a0?',
    lead: (text: string, films: number): string =>
      films === 1
        ? `Pour ${quoted(text)}, pensez-vous à ce film\u00a0?`
        : `Plusieurs films répondent à ${quoted(text)}. Choisissez le vôtre.`,
    noneTitle: 'Nous n’avons pas trouvé ce film',
    none: (text: string): string => `Aucun film de notre catalogue ne s’appelle ${quoted(text)}.`,
    nearest: 'Les titres les plus proches\u00a0:',
    pick: (title: string): string => `Choisir ${quoted(title)}`,
    help: 'Vérifiez l’orthographe, ajoutez l’année, ou essayez le titre original.',
    added: (titles: readonly string[]): string =>
      `${plurals.select(titles.length) === 'one' ? 'Ajouté' : 'Ajoutés'}\u00a0: ${lists.format(titles.map(quoted))}.`,
    back: 'Revenir à mes films',
  },

  reason: {
    because: (title: string, share: string | null): string =>
      `Parce que vous avez aimé ${quoted(title)}${share === null ? '' : ` (${share})`}`,
    also: (title: string, share: string | null): string => `Et ${quoted(title)}${share === null ? '' : ` (${share})`}`,
    close: 'En commun',
    between: '\u00a0: ',
    join: '\u00a0; ',
    end: '.',
    none: 'Un film que beaucoup de gens connaissent.',
    viewers: 'souvent aimé par les mêmes spectateurs',
    director: (names: readonly string[]): string => `autre film ${lists.format(names.map(of))}`,
    cast: (names: readonly string[]): string => `avec aussi ${lists.format(names)}`,
    writer: (names: readonly string[]): string => `un scénario ${lists.format(names.map(of))}`,
    composer: (names: readonly string[]): string => `une musique ${lists.format(names.map(of))}`,
    crew: (names: readonly string[]): string => `dans l’équipe, ${lists.format(names)}`,
    keyword: (labels: readonly string[]): string => labels.join(', '),
    genre: (labels: readonly string[]): string => labels.join(', '),
    country: (names: readonly string[]): string => `même pays, ${lists.format(names)}`,
    language: (names: readonly string[]): string => `même langue, ${lists.format(names)}`,
    company: (names: readonly string[]): string => `même production, ${lists.format(names)}`,
    sameDecade: (decade: string): string => `des ${decade} tous les deux`,
    era: 'époques voisines',
    story: 'des histoires proches',
    title: 'des titres proches',
    esteem: 'une réputation comparable',
  },

  film: {
    originalTitle: 'Titre original',
    with: 'Avec',
    role: (character: string): string => `dans le rôle ${of(character)}`,
    countries: 'Pays',
    spoken: 'Langues',
    release: 'Sortie',
    genres: 'Genres',
    themes: 'Thèmes',
    artEtEssai: 'Recommandé art et essai',
    otherTitles: 'Autres titres',
    story: 'L’histoire',
    noStory: 'Nous n’avons pas de résumé de ce film.',
    otherStoryLanguage: 'Nous n’avons ce résumé qu’en anglais\u00a0:',
    trailer: 'Voir la bande-annonce sur YouTube',
    add: 'J’ai aimé ce film',
    added: 'Dans vos films aimés',
    seen: 'Déjà vu',
    not: 'Pas pour moi',
    backToList: 'Revenir à ma liste',
    similar: 'Films proches',
    actions: 'Ce film et vous',
    unknownTitle: 'Film inconnu',
  },

  mentions: {
    title: 'Sources et droits',
    lead: 'D’où viennent les titres, les noms et les résumés que vous lisez ici.',
    starter:
      'Le catalogue de départ a été écrit pour Lanterne\u00a0: les faits, les résumés et la notoriété des films (de 1 à 5) sont de notre rédaction. Aucune note ni aucun vote n’y figure.',
    imdbTitle: 'IMDb',
    imdbNote: 'Titres, années, durées, genres, personnes, notes et votes.',
    tmdbTitle: 'TMDB',
    tmdbNote: 'Résumés, mots-clés, pays, langues et affiches.',
    drawn:
      'Les affiches dessinées en aplats sont faites ici, à partir du titre, de l’année et du genre de chaque film\u00a0: ce ne sont pas les affiches des distributeurs.',
    privacyTitle: 'Vos choix restent chez vous',
    privacy:
      'Tout se fait sans compte, sauf être prévenu. Les films que vous choisissez sont écrits dans l’adresse de la page, et nous ne les gardons pas.',
    privacyKept: (months: number): readonly string[] => [
      `Nous ne gardons quelque chose que si vous le demandez\u00a0: un film mis à voir, déjà vu ou pas pour vous, ou votre liste. Un témoin de connexion, \`__Host-visitor\`, reconnaît alors votre appareil\u00a0: c’est un nombre tiré au hasard, sans nom ni adresse. Nous oublions tout ${several(months, 'mois', 'mois')} après votre dernière visite.`,
      'Si vous dites «\u00a0Je viendrais\u00a0», nous gardons le film, la commune, les jours et le nombre de places. Le cinéma n’en lit que des nombres, jamais de moins de 5 personnes.',
      'Si vous demandez à être prévenu, et alors seulement, nous gardons votre adresse de courriel, ce que vous avez accepté et les lettres envoyées. Un témoin de connexion, `__Host-asking`, attend dix minutes le code de la lettre\u00a0; un autre, `__Host-proven`, retient pendant quinze minutes que vous venez d’entrer. Chaque lettre se résilie en un clic, aucune ne dit si elle a été lue\u00a0; trois ans après votre dernier passage, tout s’efface.',
      'Si vous ajoutez une clé d’accès, nous gardons sa partie publique, le nom que vous lui donnez et quand elle a servi. Votre visage et votre empreinte ne quittent pas votre appareil. Un témoin de connexion, `__Host-key-asked`, attend cinq minutes sa réponse.',
      'Si vous recevez des notifications, nous gardons l’adresse que le service de votre navigateur (de Google, Mozilla, Apple ou Microsoft) nous donne pour cet appareil. Ce service sait quand nous écrivons, pas ce que nous écrivons.',
      'L’équipe du cinéma entre avec un témoin de connexion à elle, `__Host-staff`.',
      'Avec vos films, nous gardons quelles listes vous ont été montrées et ce que vous en avez fait, à l’heure près, pour mieux proposer.',
      'Si vous entrez dans un groupe, ses membres voient le nom que vous donnez et vos films. Le groupe s’efface au bout de sept jours. Un témoin de connexion, dont le nom commence par `__Host-group-`, garde votre place jusque-là.',
      'Si vous changez l’affichage, un témoin de connexion, `__Host-look`, retient vos couleurs et la taille des lettres pendant un an.',
    ],
    privacyNobody:
      'Nos pages ne s’adressent qu’à notre serveur\u00a0: ni publicité, ni mesure d’audience, ni service tiers. Seules les notifications, si vous les demandez, passent par le service de votre navigateur.',
    privacyRights: 'Voir, télécharger ou effacer ce qui est gardé',
    built: (date: string): string => `Catalogue du ${date}.`,
  },

  importing: importFr,
  charts: chartsFr,
  share: shareFr,
  offline: offlineFr,

  errors: faultsFr,
  toHome: 'Aller à l’accueil',
  local: localFr,
  quality: qualityFr,
  programme: programmeFr,
  wishes: wishesFr,
  account: accountFr,
  passkeys: passkeysFr,
  push: pushFr,
  staff: staffFr,
};

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer G) => infer R
    ? (...given: G) => R
    : { [K in keyof T]: Widen<T[K]> };
export type Words = Widen<typeof fr>;

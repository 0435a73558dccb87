import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { FilmCard } from '#lanterne.ts';
import { Layout } from '#web/components/layout.tsx';
import { SharePanel, type Shared } from '#web/components/share-panel.tsx';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { sharedShowing } from '#web/programme/share-showing.ts';
import { longestLink, mailLink, smsLink } from '#web/send-links.ts';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { tasteCards } from '#web/taste-cards.ts';
import { noTaste, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { titleAndYear, titleOf } from '#web/titles.ts';

const NAMED = 3;
const WRITTEN = 5;
const PRINTED = 12;

/**
 * The page that gives a list (`?liked=…`, with everything when `all=1`), one film (`?film=tt…`) or one showing (`?seance=…`), to somebody else: its address, a code to scan, the
 * visitor's own mail and messages. Nothing is sent from here.
 * @throws FILM_UNKNOWN, PAGE_UNKNOWN
 */
export async function share(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const taste = readTaste(query);
  const { share: words } = site.words;
  const asked = query.get('film');
  const seance = query.get('seance');
  const shared =
    seance !== null
      ? await sharedShowing(site, seance)
      : asked === null
        ? await sharedList(site, { taste, all: query.get('all') === '1' })
        : await sharedFilm(site, { asked, taste });
  const title = shared?.title ?? words.listTitle;
  const own = tasteQuery(
    taste,
    seance !== null ? { seance } : asked === null ? { all: query.get('all') ?? '' } : { film: asked },
  );
  return page(
    context,
    <Layout site={site} title={title} path="/envoyer" query={own} class="sharing">
      <div class="narrow">
        <h1>{title}</h1>
        {shared === null ? (
          <>
            <p class="notice">{words.nothing}</p>
            <p>
              <a class="button" href={pathIn(site.language, '/')}>
                {site.words.toHome}
              </a>
            </p>
          </>
        ) : (
          <SharePanel site={site} shared={shared} />
        )}
      </div>
    </Layout>,
  );
}

interface ListAsked {
  readonly taste: TasteUrl;
  readonly all: boolean;
}

async function sharedList(site: Site, { taste, all }: ListAsked): Promise<Shared | null> {
  const { lanterne, words, language } = site;
  const { share: said } = words;
  const cards = await tasteCards(lanterne, taste);
  if (cards.liked.length === 0) return null;
  const [liked, not, seen] = [cards.liked, cards.not, cards.seen].map((list) => list.map(({ id }) => id));
  const parts = [['liked', liked], ...(all ? [['not', not] as const, ['seen', seen] as const] : [])] as const;
  const given = parts.flatMap(([name, ids = []]) => (ids.length === 0 ? [] : [`${name}=${ids.join(',')}`])).join('&');
  const address = `${site.here}${pathIn(language, '/films')}?${given}`;
  const list = await lanterne.recommend(
    { liked: taste.liked, disliked: all ? taste.not : [], seen: all ? taste.seen : [] },
    { top: PRINTED },
  );
  const films = list.films.map(({ card }) => lineOf(site, card));
  const message = (count: number) => ({
    subject: said.listSubject,
    body: said.listBody(films.slice(0, count), address),
  });
  const counts = Array.from({ length: WRITTEN }, (_, at) => WRITTEN - at);
  const fitting = counts.find((count) => mailLink(message(count)).length <= longestLink) ?? 0;
  const others = taste.not.length + taste.seen.length > 0;
  return {
    title: said.listTitle,
    lead: said.listLead(
      cards.liked.slice(0, NAMED).map((card) => titleOf(card, language)),
      Math.max(0, cards.liked.length - NAMED),
    ),
    address,
    mail: mailLink(message(fitting)),
    sms: smsLink(said.smsList(address)),
    films,
    back: { address: filmsAddress(site, taste), label: said.back },
    choice: others
      ? {
          says: all ? said.all : said.onlyLiked,
          label: all ? said.withoutAll : said.withAll,
          address: `${pathIn(language, '/envoyer')}${tasteQuery(taste, all ? {} : { all: '1' })}`,
        }
      : null,
  };
}

interface FilmAsked {
  readonly asked: string;
  readonly taste: TasteUrl;
}

async function sharedFilm(site: Site, { asked, taste }: FilmAsked): Promise<Shared> {
  const { lanterne, words, language } = site;
  const { share: said } = words;
  const id = asFilmId(asked);
  const [card] = id === null ? [] : await lanterne.cards([id]);
  if (id === null || card === undefined) throw fault('FILM_UNKNOWN', { id: id ?? '?' });
  const address = site.here + filmAddress(site, id, noTaste);
  const title = titleOf(card, language);
  return {
    title: said.filmTitle(title),
    lead: said.filmLead,
    address,
    mail: mailLink({ subject: said.filmSubject(title), body: said.filmBody(lineOf(site, card), address) }),
    sms: smsLink(said.smsFilm(title, address)),
    films: [],
    back: { address: filmAddress(site, id, taste), label: said.backToFilm },
    choice: null,
  };
}

const lineOf = ({ words, language }: Site, card: FilmCard): string =>
  words.share.line(titleAndYear(card, language), card.directors.slice(0, 2));

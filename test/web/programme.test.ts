import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asFilmId, asVenueId } from '#brand.ts';
import { dayInParis, weekOf } from '#calendar/week.ts';
import { momentOf } from '#state/clock.ts';
import { setMark } from '#state/marks.ts';
import { putShowing, type Showing } from '#state/showings.ts';
import { setWish } from '#state/wishes.ts';
import { recogniseVisitor } from '#state/visitors.ts';
import { createApp } from '#web/app.ts';
import { seededVenues, seedProgramme, showingIdOf } from '../helpers/seed-programme.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

const today = dayInParis(Temporal.Now.instant());
const at = (days: number): string => today.add({ days }).toString();
const dinner = 'tt0119038';
const words = (html: string): string =>
  html
    .replace(/<head[\s\S]*?<\/head>|<footer class="site-footer"[\s\S]*/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ');

describe('the programme', () => {
  let kept: KeepingApp;
  let showings: readonly Showing[];
  const read = async (path: string): Promise<string> => {
    const answer = await kept.app.request(path);
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const showingOf = (day: number, title: string): Showing => {
    const found = showings.find((one) => one.day === at(day) && one.title === title);
    assert.ok(found !== undefined);
    return found;
  };
  before(async () => {
    kept = await keepingApp();
    showings = await seedProgramme(kept.state.db);
  });
  after(() => kept[Symbol.asyncDispose]());

  it('says the day, the film, the place and the hour, which leads to the showing', async () => {
    const html = await read(`/programme?jour=${at(1)}`);
    const one = showingOf(1, 'Le Dîner de cons');
    assert.match(
      html,
      new RegExp(`href="/seance/${one.id}"[^>]*>\\s*<time datetime="${at(1)}T20:30[+]0[12]:00">20\u00a0h\u00a030`),
    );
    assert.match(words(html), /Salle des Tilleuls Guéret · 5 min/);
    assert.match(words(html), /VF · sous-titres sourds · audiodescription/);
    assert.doesNotMatch(words(html), /Fargo/, 'too far');
    assert.match(words(await read(`/programme?jour=${at(1)}&rayon=60`)), /Fargo/);
    assert.match(words(await read(`/en/programme?jour=${at(1)}`)), /8\.30 pm VF · captions · audio description/);
    assert.doesNotMatch(html, / style=|<style|onclick/);
  });

  it('leaves out what has begun and what is called off', async () => {
    const past = {
      ...showingOf(1, 'Le Dîner de cons'),
      id: showingIdOf('past'),
      title: 'Déjà commencé',
      film: null,
      features: [],
    };
    const starts = momentOf(Temporal.Now.instant().subtract({ minutes: 30 }));
    const day = dayInParis(Temporal.Instant.from(starts)).toString();
    await putShowing(kept.state.db, { ...past, starts, day });
    assert.doesNotMatch(await read(`/programme?jour=${day}&n=1`), /Déjà commencé/);
    assert.doesNotMatch(words(await read(`/programme?jour=${at(2)}&rayon=0`)), /La Grande Vadrouille/);
    assert.match(words(await read(`/seance/${past.id}`)), /Cette séance a commencé/);
  });

  it('keeps to what is asked, and says which choice to lift when nothing is left', async () => {
    assert.match(words(await read(`/programme?jour=${at(1)}&version=vost`)), /Capharnaüm/);
    assert.doesNotMatch(words(await read(`/programme?jour=${at(1)}&version=vost`)), /Le Dîner de cons/);
    assert.match(words(await read(`/programme?jour=${at(1)}&acces=ad`)), /Le Dîner de cons/);
    assert.doesNotMatch(words(await read(`/programme?jour=${at(1)}&acces=ad,sme`)), /Capharnaüm/);
    const none = await read(`/programme?jour=${at(1)}&version=vost&acces=ad`);
    assert.match(words(none), /Aucune séance avec ces choix.*sans choisir la langue : 1 séance/);
    assert.match(none, new RegExp(`href="/programme\\?jour=${at(1)}&amp;version=vost"`));
    for (const wrong of [
      'jour=2026-02-31',
      'jour=9999-01-01',
      'commune=xx',
      'rayon=-1',
      'lieu=..%2F..',
      'par=x',
      'film=1',
    ])
      await read(`/programme?${wrong}&semaine=&version=&acces=zz`);
  });

  it('gives the whole week by film, and the weeks that are announced', async () => {
    const week = weekOf(today.add({ days: 9 })).first.toString();
    const html = await read(`/programme?par=film&semaine=${week}`);
    assert.match(words(html), /Semaine du .* Capharnaüm/);
    assert.match(await read('/programme'), new RegExp(`href="/programme\\?semaine=${week}"`));
  });

  it('marks what suits the reader’s taste with the true reason, and what they wanted to see', async () => {
    const html = await read(`/programme?jour=${at(1)}&liked=tt0060474`);
    const fits = await kept.lanterne.fits({ liked: ['tt0060474'], disliked: [], seen: [] }, [dinner]);
    assert.equal(fits[0]?.fits, true);
    assert.match(words(html), /Le Dîner de cons .* À votre goût Parce que vous avez aimé « La Grande Vadrouille »/);
    const browser = browserOf(kept.app);
    await browser.post('/marque', { film: 'tt0211915', kind: 'seen', back: '/' });
    const secret = [...browser.cookies].find(([name]) => name === '__Host-visitor')?.[1] ?? '';
    const visitor = await recogniseVisitor(kept.state.db, secret);
    const [wished, wanted] = [asFilmId('tt8267604'), asFilmId(dinner)];
    assert.ok(visitor !== null && wished !== null && wanted !== null);
    await setWish(kept.state.db, visitor, { film: wished, commune: '23096', days: [], seats: 1 });
    await setMark(kept.state.db, visitor, wanted, 'wanted');
    const own = await browser.get(`/programme?jour=${at(1)}`);
    assert.equal(own.headers.get('Cache-Control'), 'private, no-cache');
    assert.equal((await own.text()).match(/Vous vouliez le voir/g)?.length, 2);
  });

  it('has a page a venue and a page a showing, with what machines read', async () => {
    const venue = await read('/programme/salle-des-tilleuls');
    assert.match(words(venue), /4 allée des Tilleuls, Guéret/);
    assert.match(words(venue), /Accessible en fauteuil roulant/);
    assert.match(venue, /"@type":"MovieTheater"/);
    assert.match(venue, /rel="alternate" type="text\/calendar"[^>]*programme\.ics\?lieu=salle-des-tilleuls/);
    const one = showingOf(1, 'Le Dîner de cons');
    const page = await read(`/seance/${one.id}`);
    const [, script = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? [];
    const event: unknown = JSON.parse(script);
    assert.partialDeepStrictEqual(event, {
      '@type': 'ScreeningEvent',
      eventStatus: 'https://schema.org/EventScheduled',
      workPresented: { '@type': 'Movie', name: 'Le Dîner de cons' },
      location: { '@type': 'MovieTheater', address: { '@type': 'PostalAddress', addressLocality: 'Guéret' } },
      subtitleLanguage: 'fr',
      inLanguage: 'fr',
      offers: { '@type': 'Offer', price: '6.50', priceCurrency: 'EUR', url: 'https://billets.example/seance/2' },
    });
    assert.doesNotMatch(script, /doorTime/);
    assert.match(page, /href="https:\/\/billets\.example\/seance\/2" rel="noopener noreferrer external"/);
    assert.match(words(page), /Vous quittez ce site pour billets\.example/);
    assert.match(words(page), /Fin vers 21 h 50/);
    assert.match(words(await read(`/envoyer?seance=${one.id}`)), /Le Dîner de cons, .* à 20 h 30/);
  });

  it('says that a showing is called off, with the next ones; and never a link that is no web address', async () => {
    const off = showings.find(({ cancelled }) => cancelled !== null);
    assert.ok(off !== undefined);
    const page = await read(`/seance/${off.id}`);
    assert.match(words(page), /Cette séance est annulée/);
    assert.match(page, /EventCancelled/);
    assert.match(words(page), /Les prochaines séances de « La Grande Vadrouille »/);
    const wrong = { ...showingOf(3, 'Les Parapluies de Cherbourg'), id: showingIdOf('js'), screen: '9' };
    await putShowing(kept.state.db, {
      ...wrong,
      booking: 'javascript:alert(1)',
      title: '<script>x</script>',
      film: null,
    });
    for (const path of [
      `/seance/${wrong.id}`,
      `/programme?jour=${at(3)}`,
      '/programme/salle-des-tilleuls',
      '/programme.rss',
    ])
      assert.doesNotMatch(await read(path), /javascript:|<script>x/, path);
  });

  it('answers 404 kindly for what is not there', async () => {
    for (const path of [
      `/seance/${'a'.repeat(22)}`,
      '/seance/x',
      '/programme/nulle-part',
      '/programme/..%2Fetc',
      '/en/seance/x',
    ]) {
      const answer = await kept.app.request(path);
      assert.equal(answer.status, 404, path);
      assert.match(await answer.text(), /href="(\/en)?\/programme"/, path);
    }
    assert.equal((await kept.app.request(`/seance/${'a'.repeat(22)}.ics`)).status, 404);
  });

  it('gives the files, each with its type, its filters and a few bytes when nothing changed', async () => {
    for (const [path, type] of [
      ['/programme.ics', 'text/calendar'],
      ['/programme.rss', 'application/rss+xml'],
      ['/programme.feed.json', 'application/feed+json'],
      ['/programme.json', 'application/json'],
      ['/programme.csv', 'text/csv'],
    ] as const) {
      const answer = await kept.app.request(path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('Content-Type'), `${type}; charset=utf-8`);
      assert.match(answer.headers.get('Cache-Control') ?? '', /^public, max-age=300/);
      assert.ok(answer.headers.has('Last-Modified'), path);
      const again = await kept.app.request(path, { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } });
      assert.equal(again.status, 304, path);
      assert.match(await answer.text(), /Capharnaüm/);
    }
    const count = async (path: string): Promise<number> => ((await read(path)).match(/BEGIN:VEVENT/g) ?? []).length;
    const all = await count('/programme.ics');
    assert.ok((await count('/programme.ics?lieu=l-eclipse')) < all);
    assert.equal(await count('/programme.ics?film=tt3612616'), 2);
    assert.equal(await count('/programme.ics?acces=ad'), 1);
    assert.match(await read('/programme.ics?lieu=l-eclipse'), /STATUS:CANCELLED/);
    assert.equal(await count(`/seance/${showingOf(1, 'Capharnaüm').id}.ics`), 1);
  });

  it('tells other programs nothing of the reader', async () => {
    const browser = browserOf(kept.app);
    await browser.post('/marque', { film: dinner, kind: 'wanted', back: '/' });
    for (const path of ['/programme.ics', '/programme.json', '/programme/cadre']) {
      const [own, any] = [
        await browser.get(path),
        await kept.app.request(`http://films.test${path}`, { headers: { Host: 'films.test' } }),
      ];
      assert.equal(await own.text(), await any.text(), path);
    }
  });

  it('is shown in the frames of other sites by one page, which has no script', async () => {
    const frame = await kept.app.request('/programme/cadre?lieu=salle-des-tilleuls');
    const html = await frame.text();
    assert.match(frame.headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*frame-ancestors \*$/);
    assert.doesNotMatch(html, /<script|<form/);
    assert.match(html, /target="_blank" rel="noopener"/);
    for (const path of ['/programme', '/programme/integrer', '/programme/salle-des-tilleuls'])
      assert.match(
        (await kept.app.request(path)).headers.get('Content-Security-Policy') ?? '',
        /frame-ancestors 'none'/,
      );
    assert.match(
      await read('/programme/integrer?lieu=l-eclipse'),
      /&lt;iframe src=(?:"|&quot;)[^"]*\/programme\/cadre\?lieu=l-eclipse(?:"|&quot;)/,
    );
  });

  it('stands on the film’s page, on the home page and in the site’s map', async () => {
    assert.match(words(await read(`/film/${dinner}?n=1`)), /Au cinéma près d’ici Salle des Tilleuls/);
    assert.doesNotMatch(await read('/film/tt0076759?n=1'), /Au cinéma près d’ici/);
    const home = await read('/?mur=x');
    assert.match(words(home), /Cette semaine au cinéma/);
    assert.match(await read('/sitemap.xml'), /\/programme\/plan\.xml/);
    const map = await read('/programme/plan.xml');
    for (const { id } of seededVenues) assert.ok(map.includes(`/en/programme/${id}<`), id);
  });

  it('is a sheet to print, in two sizes of letters', async () => {
    const sheet = await read(`/programme?imprimer=1&lieu=salle-des-tilleuls&semaine=${at(3)}`);
    assert.match(sheet, /<table class="week-grid">/);
    assert.equal(sheet.match(/<section class="paper/g)?.length, 1);
    assert.match(await read(`/programme?imprimer=grand&semaine=${at(3)}`), /class="paper-days"/);
  });
});

describe('without a programme', () => {
  it('kind words and what to do, with a memory and without; the files are empty and whole', async () => {
    await using kept = await keepingApp();
    const lanterne = await starterLanterne();
    for (const app of [kept.app, createApp(() => lanterne)]) {
      for (const path of [
        '/programme',
        '/programme?par=film',
        '/programme?imprimer=1',
        '/programme/cadre',
        '/programme.ics',
      ]) {
        const answer = await app.request(path);
        assert.equal(answer.status, 200, path);
      }
      const html = await (await app.request('/programme')).text();
      assert.match(words(html), /Le programme n’est pas encore en ligne.*Découvrez des films/);
      assert.doesNotMatch(await (await app.request('/')).text(), /week-strip/);
    }
  });

  it('opens on the next week that is announced when this one is over', async () => {
    await using kept = await keepingApp();
    const [first] = await seedProgramme(kept.state.db);
    await kept.state.db
      .deleteFrom('showing')
      .where('day', '<', weekOf(today.add({ days: 9 })).first.toString())
      .execute();
    const html = await (await kept.app.request('/programme?rayon=0')).text();
    assert.ok(first !== undefined && asVenueId('l-eclipse') !== null);
    assert.match(words(html), /séances?, \d films?/);
  });
});

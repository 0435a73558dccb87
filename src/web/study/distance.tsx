import type { MapChart } from '#charts/chart.ts';
import { around } from '#market/around.ts';
import { nearest } from '#market/compute/access.ts';
import { zoneMinutes } from '#market/compute/catchment.ts';
import { simplifyOutlines } from '#market/compute/simplify-outlines.ts';
import type { MarketBook } from '#market/types.ts';
import { accessLimits } from '#market/questions/access.ts';
import { bars } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { fill, paragraph } from '#web/study/fill.tsx';
import type { Section, Study } from '#web/study/study.tsx';
import { zonesOf, zoneToWin } from '#web/study/zones.ts';
import { zoneChart } from '#web/study/zone-chart.tsx';

/** How far: access by minutes, the map, and what each cinema draws from its ground. */
export function distanceSection(study: Study): Section | null {
  const { words } = study;
  const { distance: said } = words;
  const zones = zonesOf(study).toSorted((a, b) => b.index - a.index);
  const [best] = zones;
  const worst = zones.at(-1);
  const win = zoneToWin(study);
  const thirty = study.value('access', 'multiplex/30');
  const share = (key: string) => study.val('access', key, { digits: 0 });
  const body = [
    paragraph(
      fill(said.access, { ten: share('within/10'), twenty: share('within/20'), thirty: share('within/30') }),
      fill(said.mean, { mean: study.val('access', 'mean', { digits: 0 }) }),
      thirty === null
        ? null
        : fill(thirty.value < 0.01 ? said.multiplexNone : said.multiplex, { thirty: share('multiplex/30') }),
    ),
    paragraph(
      fill(said.usage, {
        under: study.fig('travel-under-30-minutes.FR'),
        near: study.fig('choice-proximity.FR'),
      }),
    ),
    accessChart(study),
    mapFigure(study),
    best === undefined || worst === undefined || best === worst
      ? null
      : paragraph(
          fill(said.zones(study.place(best.cinema.commune), study.place(worst.cinema.commune)), {
            best: study.val('catchment', `index/${best.cinema.id}`, { digits: 2 }),
            worst: study.val('catchment', `index/${worst.cinema.id}`, { digits: 2 }),
          }),
          win === null
            ? null
            : fill(said.gap(study.place(win.cinema.commune)), {
                people: study.val('catchment', `people/${win.cinema.id}`, { round: 100 }),
                index: study.val('catchment', `index/${win.cinema.id}`, { digits: 2 }),
              }),
        ),
    zoneChart(study),
  ];
  return body.every((one) => one === null) ? null : { id: 'distance', title: said.title, body };
}

function accessChart(study: Study) {
  const { words } = study;
  const { distance: said } = words;
  const rows = accessLimits.flatMap((minutes) => {
    const value = study.value('access', `within/${minutes}`);
    return value === null
      ? []
      : [{ name: said.minutes(minutes), value: value.value, low: value.low, high: value.high }];
  });
  if (rows.length === 0) return null;
  return evidence(study, {
    computed: ['access'],
    chart: bars(study, {
      title: said.accessChart,
      told: said.accessTold,
      category: said.within,
      axis: { title: said.share, share: true },
      bars: rows,
      digits: 0,
    }),
    table: {
      name: 'access',
      title: said.accessChart,
      columns: [
        { key: 'within', title: said.within, kind: 'text' },
        { key: 'share', title: said.share, kind: 'share' },
        { key: 'low', title: words.low, kind: 'share' },
        { key: 'high', title: words.high, kind: 'share' },
      ],
      rows: rows.map(({ name, value, low, high }) => [name, value, low ?? null, high ?? null]),
    },
  });
}

const bounds: readonly number[] = [11, zoneMinutes.primary + 1, zoneMinutes.secondary + 1, zoneMinutes.tertiary + 1];
/** Communes in the table under the map: the largest; the map shows them all. */
const mostRows = 20;

/** Communes by minutes to the nearest fixed cinema: outlines where they were imported, circles elsewhere. */
function mapFigure(study: Study) {
  const { words, book, say } = study;
  const { distance: said } = words;
  const { communes, fixed } = around(book);
  if (communes.length < 2 || fixed.length === 0) return null;
  const outlines = simpleOutlines(book, study.department);
  const timed = communes.flatMap((commune) => {
    const found = nearest(commune, fixed);
    return found === null ? [] : [{ commune, minutes: found.minutes, cinema: found.place }];
  });
  const chart: MapChart = {
    kind: 'map',
    title: said.mapTitle,
    description: said.mapTold,
    language: say.language,
    places: timed.map(({ commune, minutes }) => {
      const outline = outlines.get(commune.code);
      return {
        label: said.markSaid(commune.name, minutes),
        longitude: commune.longitude,
        latitude: commune.latitude,
        value: minutes,
        size: commune.population,
        ...(outline === undefined ? {} : { outline }),
      };
    }),
    points: fixed.map(({ name, communeName, longitude, latitude }) => ({
      name: communeName,
      label: `${name}, ${communeName}`,
      longitude,
      latitude,
    })),
    classes: { title: said.mapClasses, bounds, names: said.classes },
  };
  const rows = timed.toSorted((a, b) => b.commune.population - a.commune.population).slice(0, mostRows);
  return evidence(study, {
    computed: ['access'],
    used: communes.slice(0, 1).map(({ year }) => ({ id: `communes.${study.department}`, year })),
    chart,
    table: {
      name: 'communes',
      title: rows.length < timed.length ? said.mapTable(say.number(rows.length)) : said.mapTitle,
      columns: [
        { key: 'commune', title: said.commune, kind: 'text' },
        { key: 'people', title: words.people.people, kind: 'number' },
        { key: 'minutes', title: said.time, kind: 'number' },
        { key: 'nearest', title: said.nearest, kind: 'text' },
      ],
      rows: rows.map(({ commune, minutes, cinema }) => [commune.name, commune.population, minutes, cinema.communeName]),
    },
  });
}

const simplified = new WeakMap<MarketBook, MarketBook['outlines']>();
/** Points left out are nearer than this to the line that is kept, in parts of the height of the map. */
const fineness = 72;

function simpleOutlines(book: MarketBook, department: string): MarketBook['outlines'] {
  const known = simplified.get(book);
  if (known !== undefined) return known;
  const codes = new Set(book.communes.filter((one) => one.department === department).map(({ code }) => code));
  const own = new Map([...book.outlines].filter(([code]) => codes.has(code)));
  const latitudes = book.communes.filter(({ code }) => codes.has(code)).map(({ latitude }) => latitude);
  const height = Math.max(...latitudes) - Math.min(...latitudes);
  // the smallest would shrink to nothing: they keep their own
  const made = new Map(
    [...simplifyOutlines(own, height / fineness)].map(([code, some]) => [
      code,
      some.length > 0 ? some : (own.get(code) ?? []),
    ]),
  );
  simplified.set(book, made);
  return made;
}

import { ids } from '#market/figure-ids.ts';
import { fill, paragraph } from '#web/study/fill.tsx';
import { indexChart, neighbours, screeningChart } from '#web/study/public-charts.tsx';
import { regionOf } from '#web/study/region.ts';
import type { Section, Study } from '#web/study/study.tsx';

/** Who comes: how often, to how many halls, how full. */
export function publicSection(study: Study): Section | null {
  const { words, department, book } = study;
  const { public: said } = words;
  const here = book.figure(ids.attendanceIndex(department));
  const france = here === null ? null : book.figure(ids.attendanceIndex('FR'), here.year);
  const offer = book.figure(`screens.${department}`);
  const occupied = book.figure(ids.occupancy(department));
  const receipt = book.figure(ids.receipt(department));
  const less = book.figure('less-lost-habit-60-plus.FR');
  const year = (one: { readonly year: number } | null): { readonly year: number } => ({ year: one?.year ?? 0 });
  const region = regionOf(department);
  const body = [
    paragraph(
      offer === null
        ? null
        : fill(said.offer(offer.year), {
            cinemas: study.fig(`cinemas.${department}`, year(offer)),
            screens: study.fig(offer.id),
            seats: study.fig(`seats.${department}`, year(offer)),
          }),
    ),
    paragraph(
      here === null || france === null
        ? null
        : fill((here.value < france.value ? said.index.below : said.index.above)(study.at, here.year), {
            index: study.fig(here.id, { digits: 2 }),
            france: study.fig(france.id, { ...year(here), digits: 2 }),
          }),
      fill(said.region, {
        region: region === null ? null : study.fig(ids.attendanceIndex(region), { ...year(here), digits: 2 }),
      }),
      fill(said.rank, { rank: study.fig(`attendance-rank.${department}`, year(here)) }),
      cameBack(study),
    ),
    indexChart(study),
    paragraph(supply(study), perScreening(study)),
    paragraph(
      occupied === null
        ? null
        : fill(said.occupancy(occupied.year), {
            here: study.fig(occupied.id),
            france: study.fig(ids.occupancy('FR'), year(occupied)),
          }),
      receipt === null ? null : price(study, receipt),
    ),
    screeningChart(study),
    paragraph(
      fill(said.old, {
        national: study.fig('audience-entries-share-50-plus.FR'),
        low: study.val('age-potential', 'oldest-share', { end: 'low', digits: 0 }),
        high: study.val('age-potential', 'oldest-share', { end: 'high', digits: 0 }),
      }),
      less === null
        ? null
        : fill(said.less(less.year), {
            habit: study.fig(less.id),
            films: study.fig('less-films-60-plus.FR'),
            price: study.fig('less-price-60-plus.FR'),
          }),
    ),
    travelling(study),
    neighbours(study),
  ];
  return body.every((one) => one === null) ? null : { id: 'public', title: said.title, body };
}

/** Entries a head that came back since 2019, beside France: more, less, or as many within a point. */
function cameBack(study: Study) {
  const { more, less, same } = study.words.public.back;
  const here = study.value('recovery', 'here');
  const france = study.value('recovery', 'france');
  if (here === null || france === null) return null;
  const said = here.value > france.value + 1 ? more : here.value < france.value - 1 ? less : same;
  return fill(said(study.at), {
    here: study.val('recovery', 'here', { digits: 0 }),
    france: study.val('recovery', 'france', { digits: 0 }),
  });
}

function supply(study: Study) {
  const { words, department, book } = study;
  const id = `screenings.${department}`;
  const now = book.figure(id);
  const then = book.figure(id, 2019);
  const back = study.value('recovery', 'here');
  if (now === null || then === null || now.year <= then.year) return null;
  const isBack = now.value >= 0.97 * then.value && back !== null && back.value < 95;
  return fill((isBack ? words.public.supply.back : words.public.supply.other)(now.year), {
    now: study.fig(id),
    before: study.fig(id, { year: then.year }),
  });
}

function perScreening(study: Study) {
  const { fewer, other } = study.words.public.screening;
  const here = study.value('audience-per-screening', 'all');
  const france = study.row(ids.viewersPerScreening);
  if (here === null || france === null) return null;
  return fill(here.value < 0.85 * france.value ? fewer : other, {
    here: study.val('audience-per-screening', 'all', { digits: 1 }),
    france: study.fig(ids.viewersPerScreening, { digits: 1 }),
  });
}

function price(study: Study, receipt: { readonly id: string; readonly year: number; readonly value: number }) {
  const { low, other } = study.words.public.price;
  const france = study.book.figure(ids.receipt('FR'), receipt.year);
  if (france === null) return null;
  return fill((receipt.value < 0.9 * france.value ? low : other)(receipt.year), {
    here: study.fig(receipt.id),
    france: study.fig(france.id, { year: receipt.year }),
  });
}

function travelling(study: Study) {
  return (study.value('offer', 'travelling')?.value ?? 0) === 0
    ? null
    : paragraph(
        fill(study.words.public.travelling, {
          share: study.val('offer', 'travelling', { digits: 0 }),
          fifty: study.fig('circuits-viewers-share-50-plus.FR'),
          women: study.fig('circuits-viewers-share-women.FR'),
        }),
      );
}

import type { Row } from '#catalogue/query.ts';
import { indicator } from '#indicators/indicator.ts';
import { share } from '#indicators/parts/shares.ts';
import { chosenFor, filmsBehindShare, measureShares, type MeasuredShares } from '#indicators/parts/measure-shares.ts';
import { partnerCountries } from '#indicators/queries/shares.ts';
import { severalChart, severalSentence, severalTable } from '#indicators/tell/several.ts';
import { tellShares, type SharesTold } from '#indicators/tell/shares.ts';

interface MeasuredCountries extends MeasuredShares {
  readonly home: string;
  readonly partners: readonly Row<typeof partnerCountries.columns>[];
  /** Films of the home country among those chosen. */
  readonly ofHome: number;
}

const shown: SharesTold = {
  name: 'countries',
  kind: 'country',
  title: { fr: 'Les pays de production et les coproductions', en: 'Countries of production and co-productions' },
  question: {
    fr: 'D’où viennent les films, et se font-ils davantage à plusieurs pays\u00a0?',
    en: 'Where do films come from, and are more of them made by several countries?',
  },
};

/** The share of each country of production, decade by decade, and of films made by several. */
export const countries = indicator<MeasuredCountries>({
  name: shown.name,
  theme: 'world',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'stratum'],
  needs: ['countries'],
  countryNarrowsNot: true,
  title: shown.title,
  question: shown.question,
  async measure(ground, filters) {
    // The country asked for is the one whose partners are told: shares within one country would all be its own.
    const home = filters.country ?? 'FR';
    const anywhere = { ...filters, country: null };
    const measured = await measureShares(ground, anywhere, 'country');
    const chosen = await chosenFor(ground, anywhere);
    const partners = await ground.catalogue.run(partnerCountries, { ...chosen, with: home });
    return { ...measured, home, partners, ofHome: measured.codes.find(({ code }) => code === home)?.films ?? 0 };
  },
  tell(measured, _filters, say) {
    const told = tellShares(measured, shown, say);
    const [first, second] = measured.partners;
    if (told.charts.length === 0) return told;
    const partner = first === undefined || measured.ofHome === 0 ? null : share(first.films, measured.ofHome);
    return {
      ...told,
      finding: [
        ...told.finding,
        ...severalSentence(measured, say.pick({ fr: 'à plusieurs pays', en: 'by several countries' }), say),
        ...(first === undefined || partner === null
          ? []
          : [
              say.pick({
                fr: `Premier partenaire de production du pays «\u00a0${say.country(measured.home)}\u00a0»\u00a0: ${say.country(first.code)}, dans ${say.percent(partner.value)} de ses films (${say.number(first.films)} sur ${say.number(measured.ofHome)}, intervalle ${say.percentRange(partner.low, partner.high)})${second === undefined ? '' : `, devant ${say.country(second.code)} (${say.number(second.films)})`}.`,
                en: `First production partner of “${say.country(measured.home)}”: ${say.country(first.code)}, in ${say.percent(partner.value)} of its films (${say.number(first.films)} of ${say.number(measured.ofHome)}, interval ${say.percentRange(partner.low, partner.high)})${second === undefined ? '' : `, ahead of ${say.country(second.code)} (${say.number(second.films)})`}.`,
              }),
            ]),
      ],
      charts: [
        ...told.charts,
        severalChart(
          measured,
          say.pick({ fr: 'Films faits à plusieurs pays', en: 'Films made by several countries' }),
          say,
        ),
      ],
      tables: [
        ...told.tables,
        severalTable(
          measured,
          'countries-several',
          say.pick({ fr: 'Films faits à plusieurs pays', en: 'Films made by several countries' }),
          say,
        ),
        {
          name: 'countries-partners',
          title: say.pick({
            fr: `Partenaires de «\u00a0${say.country(measured.home)}\u00a0»`,
            en: `Partners of “${say.country(measured.home)}”`,
          }),
          columns: [
            { key: 'country', title: say.pick({ fr: 'Pays', en: 'Country' }), kind: 'text' },
            { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
            {
              key: 'share',
              title: say.pick({ fr: 'Part de ses films', en: 'Share of its films' }),
              kind: 'share',
              digits: 1,
            },
          ],
          rows: measured.partners.map(({ code, films }) => [
            say.country(code),
            films,
            films / Math.max(1, measured.ofHome),
          ]),
        },
      ],
    };
  },
  films: (ground, filters, key) => filmsBehindShare(ground, { ...filters, country: null }, key, 'country'),
});

import type { Asking, SaidFigure } from '#report/asking.ts';

type Teller = (asking: Asking) => SaidFigure | null;

/** What the figure of a week may be, in the order of their turns; each is told by what the numbers say, and left out when the book lacks one of them. */
export const figureTellers: Readonly<Record<string, Teller>> = {
  attendance({ row, department, inPlace, say }) {
    const here = row(`attendance-index.${department}`);
    const france = here && row('attendance-index.FR', here.year);
    if (!here || !france) return null;
    const [ours, theirs] = [say.number(here.value, 2), say.number(france.value, 2)];
    return {
      big: ours,
      text: say.pick({
        fr: `C’est le nombre d’entrées par habitant ${inPlace} en ${here.year}, ${here.value < france.value ? 'contre' : 'plus que les'} ${theirs} ${here.value < france.value ? 'en France' : 'de la France'}.`,
        en: `Cinema entries per inhabitant ${inPlace} in ${here.year}, ${here.value < france.value ? 'against' : 'more than the'} ${theirs} ${here.value < france.value ? 'in France' : 'of France'}.`,
      }),
    };
  },
  french({ computed, row, inPlace, say }) {
    const here = computed('french-films', 'share');
    const france = here && (row('french-share.FR', here.year) ?? row('french-share.FR'));
    if (!here || !france) return null;
    const more = here.value - france.value > 0.02;
    return {
      big: say.percent(here.value),
      text: say.pick({
        fr: `des entrées ${inPlace} vont à des films français (${here.year})\u00a0; en France, ${say.percent(france.value)}${more ? '. On en voit plus ici qu’ailleurs' : ''}.`,
        en: `of the entries ${inPlace} go to French films (${here.year}); in France, ${say.percent(france.value)}${more ? '. They are seen more here than elsewhere' : ''}.`,
      }),
    };
  },
  screening({ computed, row, inPlace, say }) {
    const here = computed('audience-per-screening', 'all');
    const france = here && row('viewers-per-screening.FR', here.year);
    if (!here || !france) return null;
    const fewer = here.value < france.value * 0.95;
    return {
      big: say.number(here.value, 1),
      text: say.pick({
        fr: `spectateurs par séance ${inPlace} (${here.year}), ${fewer ? 'contre' : 'et'} ${say.number(france.value, 1)} en France.`,
        en: `viewers at a screening ${inPlace} (${here.year}), ${fewer ? 'against' : 'and'} ${say.number(france.value, 1)} in France.`,
      }),
    };
  },
  sunday({ row, say }) {
    const days = (['saturday', 'sunday'] as const).map((day) => row(`weekday-share-${day}.FR`));
    const [saturday, sunday] = days;
    if (!saturday || !sunday || saturday.year !== sunday.year) return null;
    return {
      big: say.percent(saturday.value + sunday.value),
      text: say.pick({
        fr: `des entrées de France se font le samedi et le dimanche (${sunday.year}).`,
        en: `of the entries of France are made on Saturday and Sunday (${sunday.year}).`,
      }),
    };
  },
  sixty({ computed, inPlace, say }) {
    const here = computed('ageing', 'sixty-and-over');
    return here === null
      ? null
      : {
          big: say.percent(here.value),
          text: say.pick({
            fr: `des habitants ont 60 ans ou plus ${inPlace} (${here.year}).`,
            en: `of the people are 60 or older ${inPlace} (${here.year}).`,
          }),
        };
  },
  accompanied({ row, say }) {
    const alone = row('company-alone.FR');
    return alone === null
      ? null
      : {
          big: say.percent(1 - alone.value, 1),
          text: say.pick({
            fr: `des spectateurs viennent accompagnés (France, ${alone.year})\u00a0; ${say.percent(alone.value, 1)} viennent seuls.`,
            en: `of the viewers come with somebody (France, ${alone.year}); ${say.percent(alone.value, 1)} come alone.`,
          }),
        };
  },
  occupancy({ row, department, inPlace, say }) {
    const here = row(`seat-occupancy.${department}`);
    const france = here && row('seat-occupancy.FR', here.year);
    if (!here || !france) return null;
    return {
      big: say.percent(here.value, 1),
      text: say.pick({
        fr: `des fauteuils offerts ${inPlace} étaient occupés en ${here.year}, ${here.value < france.value ? 'contre' : 'et'} ${say.percent(france.value, 1)} en France.`,
        en: `of the seats offered ${inPlace} were filled in ${here.year}, ${here.value < france.value ? 'against' : 'and'} ${say.percent(france.value, 1)} in France.`,
      }),
    };
  },
  access({ computed, inPlace, say }) {
    const near = computed('access', 'within/20');
    return near === null
      ? null
      : {
          big: say.percent(near.value),
          text: say.pick({
            fr: `des habitants ont un cinéma à 20 minutes ou moins ${inPlace}\u00a0: une estimation, de ${say.percentRange(near.low, near.high)} selon la vitesse et le détour des routes.`,
            en: `of the people have a cinema within 20 minutes ${inPlace}: an estimate, ${say.percentRange(near.low, near.high)} by the speed and the detour of roads.`,
          }),
        };
  },
  heritage({ row, say }) {
    const entries = row('heritage-entries-share.FR');
    const films = entries && row('heritage-films-share.FR', entries.year);
    if (!entries || !films) return null;
    return {
      big: say.percent(films.value, 1),
      text: say.pick({
        fr: `des films montrés en France sont du patrimoine (dix ans ou plus)\u00a0; ils font ${say.percent(entries.value, 1)} des entrées (${entries.year}).`,
        en: `of the films shown in France are heritage (ten years or older); they make ${say.percent(entries.value, 1)} of the entries (${entries.year}).`,
      }),
    };
  },
  recovery({ computed, inPlace, say }) {
    const [here, france] = [computed('recovery', 'here'), computed('recovery', 'france')];
    if (here === null || france === null) return null;
    const gap = here.low > france.high ? 'more' : here.high < france.low ? 'less' : 'same';
    return {
      big: say.number(here.value),
      text: say.pick({
        fr: `Pour 100 entrées par habitant en 2019, il en est revenu ${say.number(here.value)} ${inPlace} en ${here.year} et ${say.number(france.value)} en France${{ more: '\u00a0: le retour est plus fort ici', less: '\u00a0: le retour est plus faible ici', same: '' }[gap]}.`,
        en: `For 100 entries per inhabitant in 2019, ${say.number(here.value)} came back ${inPlace} by ${here.year} and ${say.number(france.value)} in France${{ more: ': the return is stronger here', less: ': the return is weaker here', same: '' }[gap]}.`,
      }),
    };
  },
  fifty({ row, say }) {
    const share = row('audience-entries-share-50-plus.FR');
    return share === null
      ? null
      : {
          big: say.percent(share.value),
          text: say.pick({
            fr: `des entrées de France sont faites par les 50 ans et plus (${share.year}).`,
            en: `of the entries of France are made by people of 50 and over (${share.year}).`,
          }),
        };
  },
  habit({ row, say }) {
    const habit = row('less-lost-habit-60-plus.FR');
    const films = habit && row('less-films-60-plus.FR', habit.year);
    const price = habit && row('less-price-60-plus.FR', habit.year);
    if (!habit || !films || !price) return null;
    return {
      big: say.percent(habit.value),
      text: say.pick({
        fr: `des 60 ans et plus qui vont moins au cinéma en ont perdu l’habitude (France, ${habit.year})\u00a0; ${say.percent(films.value)} ne trouvent pas de film, ${say.percent(price.value)} trouvent le prix trop haut.`,
        en: `of people of 60 and over who go less have lost the habit (France, ${habit.year}); ${say.percent(films.value)} find no film, ${say.percent(price.value)} find the price too high.`,
      }),
    };
  },
  release({ row, say }) {
    const soon = row('release-within-15-days.FR');
    return soon === null
      ? null
      : {
          big: say.percent(soon.value),
          text: say.pick({
            fr: `des spectateurs disent voir un film dans les quinze jours de sa sortie (France, ${soon.year}).`,
            en: `of the viewers say that they see a film within fifteen days of its release (France, ${soon.year}).`,
          }),
        };
  },
  receipt({ computed, row, inPlace, say }) {
    const here = computed('receipt-per-entry', 'receipt');
    const france = here && row('receipt-per-entry.FR', here.year);
    if (!here || !france) return null;
    return {
      big: `${say.number(here.value, 2)}\u00a0€`,
      text: say.pick({
        fr: `C’est ce que rapporte une entrée ${inPlace} (${here.year})\u00a0; en France, ${say.number(france.value, 2)}\u00a0€.`,
        en: `What an entry brings in ${inPlace} (${here.year}); in France, €${say.number(france.value, 2)}.`,
      }),
    };
  },
};

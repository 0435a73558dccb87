import { around } from '#market/around.ts';
import { breakEven, frenchTaxes, impliedCosts, marginOf } from '#market/compute/break-even.ts';
import { receiptPerEntry } from '#market/compute/receipt-per-entry.ts';
import { ids } from '#market/figure-ids.ts';
import { both } from '#market/questions/both.ts';
import type { Computed, Used, Value } from '#market/questions/question.ts';
import type { Figure } from '#market/types.ts';

/** What an entry brings. */
export const receiptQuestion: Computed = {
  name: 'receipt-per-entry',
  question: both('Que rapporte une entrée\u00a0?', 'What does an entry bring?'),
  formula: both('recettes / entrées, taxes comprises', 'receipts / entries, taxes included'),
  citations: [],
  cautions: [
    both(
      'Les entrées sont arrondies au millier\u00a0: la recette l’est à quelques centimes.',
      'Entries are rounded to the thousand: the receipt is good to a few cents.',
    ),
  ],
  needs: both('les recettes et les entrées du département', 'the receipts and the entries of the department'),
  compute(book) {
    const { department } = book.home;
    const receipts = book.figure(ids.receiptsMillions(department));
    const entries = receipts === null ? null : book.figure(ids.entries(department), receipts.year);
    if (receipts === null || entries === null) return null;
    const national = book.figure(ids.receipt('FR'), receipts.year);
    const value = receiptPerEntry(1e6 * receipts.value, entries.value);
    return {
      year: receipts.year,
      reliability: 'B',
      used: [receipts, entries, ...(national === null ? [] : [national])].map(({ id, year }) => ({ id, year })),
      values: [
        { key: 'receipt', label: both('recette d’une entrée', 'receipt of an entry'), value, unit: '€' },
        ...(national === null
          ? []
          : [
              {
                key: 'of-national',
                label: both('de celle de la France', 'of that of France'),
                value: value / national.value,
                unit: 'share',
              },
            ]),
      ],
    };
  },
};

/** What the model of costs supposes: each end of each range. */
export const costRange = { rental: [0.4, 0.5], shop: [0.3, 0.9], costs: [50_000, 75_000, 100_000, 150_000] } as const;

/** Entries at which receipts meet costs. */
export const breakEvenQuestion: Computed = {
  name: 'break-even',
  question: both('Combien d’entrées pour ne pas perdre d’argent\u00a0?', 'How many entries to lose no money?'),
  formula: both(
    'seuil = charges fixes nettes de subventions / marge d’une entrée\u00a0; marge = (recette hors TVA de 5,5\u00a0% - taxe de 10,72\u00a0%) × (1 - part du distributeur) + confiserie. Fourchette\u00a0: part du distributeur de 40 à 50\u00a0%, confiserie de 0,30 à 0,90\u00a0€ par entrée.',
    'break-even = fixed costs net of grants / margin of an entry; margin = (receipt less VAT at 5.5% - seat tax of 10.72%) × (1 - distributor’s part) + shop. Range: distributor’s part from 40 to 50%, shop from €0.30 to €0.90 an entry.',
  ),
  citations: [
    {
      text: 'Code du cinéma, articles L. 115-1 et suivants (taxe), L. 213-9 à L. 213-11 (partage des recettes)',
      url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000020908868/',
    },
    {
      text: 'Code général des impôts, article 278-0 bis (TVA)',
      url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069577/',
    },
  ],
  cautions: [
    both(
      'Les charges sont des exemples\u00a0: aucun compte de cinéma n’a été lu. Mettez les vôtres dans la formule.',
      'The costs are examples: no cinema’s accounts were read. Put your own into the formula.',
    ),
  ],
  needs: both('la recette moyenne d’une entrée', 'the average receipt of an entry'),
  compute(book) {
    const { department } = book.home;
    const local = book.figure(ids.receipt(department));
    const receipt = local ?? book.figure(ids.receipt('FR'));
    if (receipt === null) return null;
    const [lowRental, highRental] = costRange.rental;
    const [lowShop, highShop] = costRange.shop;
    const margin = (rental: number, shop: number): number =>
      marginOf({ receipt: receipt.value, ...frenchTaxes, rental, shop });
    const [worst, best] = [margin(highRental, lowShop), margin(lowRental, highShop)];
    const middle = margin((lowRental + highRental) / 2, (lowShop + highShop) / 2);
    const known = around(book).cinemas.flatMap(({ id }) => {
      const figure = book.figure(ids.breakEvenEntries(id));
      return figure === null ? [] : [{ cinema: id, figure }];
    });
    const used: Used[] = [receipt, ...known.map(({ figure }) => figure)].map(({ id, year }) => ({ id, year }));
    return {
      year: receipt.year,
      reliability: 'D',
      used,
      values: [
        {
          key: 'margin',
          label: both('marge d’une entrée', 'margin of an entry'),
          value: middle,
          unit: '€',
          low: worst,
          high: best,
        },
        ...costRange.costs.map((fixedCosts): Value => ({
          key: `entries/${fixedCosts}`,
          label: both(`pour ${fixedCosts} € de charges fixes`, `for €${fixedCosts} of fixed costs`),
          value: at(fixedCosts, middle),
          unit: '',
          low: at(fixedCosts, best),
          high: at(fixedCosts, worst),
        })),
        ...known.map(({ cinema, figure }) => implied(cinema, figure, [worst, middle, best])),
      ],
    };
  },
};

const at = (fixedCosts: number, margin: number): number =>
  breakEven({ fixedCosts, receipt: 0, vat: 0, seatTax: 0, rental: 0, shop: margin });

const implied = (cinema: string, { value }: Figure, [low, middle, high]: readonly [number, number, number]): Value => ({
  key: `implied-costs/${cinema}`,
  label: both('charges fixes que suppose le seuil connu', 'fixed costs that the known break-even means'),
  value: impliedCosts(value, middle),
  unit: '€',
  low: impliedCosts(value, low),
  high: impliedCosts(value, high),
});

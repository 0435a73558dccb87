/** What an entry leaves, and what a year costs. Money in euros. */
export interface CostModel {
  /** What a year costs whatever the audience: wages, energy, rent, upkeep; less grants. */
  readonly fixedCosts: number;
  /** Average receipt an entry, taxes included. */
  readonly receipt: number;
  /** Value added tax, 0 to 1: 5.5 % for cinema seats in France (Code général des impôts, article 278-0 bis). */
  readonly vat: number;
  /** Special tax on seats, part of the price: 10.72 % (Code du cinéma, article L. 115-2). */
  readonly seatTax: number;
  /** Part of the net receipt that goes to the distributor: 25 to 50 % (Code du cinéma, article L. 213-11). */
  readonly rental: number;
  /** What the shop leaves on each entry. */
  readonly shop: number;
}

export const frenchTaxes = { vat: 0.055, seatTax: 0.1072 } as const;

/**
 * What an entry leaves to the cinema.
 *
 *     m = (r - r·v/(1+v) - r·t) × (1 - rental) + shop
 */
export const marginOf = ({ receipt, vat, seatTax, rental, shop }: Omit<CostModel, 'fixedCosts'>): number =>
  (receipt / (1 + vat) - receipt * seatTax) * (1 - rental) + shop;

/**
 * Entries a year at which receipts meet costs: fixed costs / margin of an entry.
 * @returns entries, not rounded; infinite when an entry leaves nothing
 */
export function breakEven(model: CostModel): number {
  const margin = marginOf(model);
  return margin <= 0 ? Number.POSITIVE_INFINITY : model.fixedCosts / margin;
}

/** The fixed costs that a known break-even means. @returns euros a year */
export const impliedCosts = (entries: number, margin: number): number => entries * margin;

import type { Chance } from '#web/poster/chance.ts';
import type { Face } from '#web/poster/lettering.ts';
import type { Palette } from '#web/poster/palettes.ts';

/** The poster is drawn on 300 by 450 units. */
export const WIDTH = 300;
export const HEIGHT = 450;
export const MARGIN = 24;

/** Where and how the title is set; the drawing leaves this box plain `ground`. */
export interface TitleBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly align: 'start' | 'middle';
  /** Where the lines gather in the box. */
  readonly rise: 'top' | 'middle' | 'bottom';
  readonly face: Face;
  readonly capitals: boolean;
}

/** A drawing, its title's box, and the base line of the small line (year and director). */
export interface Composition {
  readonly art: string;
  readonly box: TitleBox;
  readonly byline: { readonly y: number; readonly align: 'start' | 'middle' };
  /** From this height down the poster is plain `ground` again, whatever was drawn. */
  readonly plate: number;
  /** The colour of a fine line along the plate's top. */
  readonly rule: string | null;
}

/** A family of posters: the same idea, varied by chance. */
export type Family = (palette: Palette, chance: Chance) => Composition;

/** The usual box: across the poster between two heights, in the margins. */
export function boxBetween(top: number, bottom: number, look: Partial<TitleBox> = {}): TitleBox {
  return {
    top,
    bottom,
    left: MARGIN,
    right: WIDTH - MARGIN,
    align: 'start',
    rise: 'middle',
    face: 'serif',
    capitals: false,
    ...look,
  };
}

/** The usual small line: at the foot. */
export const footLine = (align: 'start' | 'middle' = 'start'): Composition['byline'] => ({ y: 428, align });

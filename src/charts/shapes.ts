import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';
import { inTurn } from '#charts/palette.ts';

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar, symbolWye];

/** The shape of the points of a series, around the origin. @param area in square units */
export const seriesShape = (index: number, area: number): string =>
  symbol(inTurn(shapes, index) ?? symbolCircle, area).digits(1)() ?? '';

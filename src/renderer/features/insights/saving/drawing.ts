/** A colour as #rrggbb, and how much of it covers what lies below, from 0 to 1. */
export interface Paint {
  readonly colour: string;
  readonly opacity: number;
}

/** As in SVG: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Stroke extends Paint {
  readonly width: number;
  /** Lengths of dashes and gaps, in pixels; none for a whole line. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

interface ShapeMark {
  readonly kind: 'shape';
  /** Path data of SVG, in the coordinates of `matrix`. */
  readonly d: string;
  readonly matrix: Matrix;
  readonly fill: Paint | null;
  readonly stroke: Stroke | null;
}

export interface Font {
  readonly families: string;
  readonly size: number;
  readonly weight: string;
  readonly style: 'normal' | 'italic';
}

interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  /** Where its first letter stands on its line. */
  readonly x: number;
  readonly y: number;
  /** Width it had on the screen: another font is drawn as wide. */
  readonly width: number;
  readonly font: Font;
  readonly paint: Paint;
}

export type Mark = ShapeMark | TextMark;

/** A card as it stood on the screen, in pixels of CSS, from below to above. It names nothing outside itself. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: Paint;
  readonly marks: readonly Mark[];
}

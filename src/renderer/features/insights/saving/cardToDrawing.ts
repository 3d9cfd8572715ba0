import type { Drawing, Mark, Matrix, Paint, Stroke } from './drawing';
import { colourToPaint } from './paint';
import { hatchPath, rectPath, shapePath } from './shapePath';
import { textLines } from './textLines';

/** Room around what is drawn, in pixels. */
const margin = 28;
const upright: Matrix = [1, 0, 0, 1, 0, 0];
const white: Paint = { colour: '#ffffff', opacity: 1 };

/** What a card is worked with and the table beside its picture are not drawn, and neither is what says the same to the ear. */
const leftOut = 'dialog, input, select, defs, title, desc, style, clipPath, [data-saved], [role="status"]';

/**
 * What a card looks like at this moment, in the light colours whatever the room is in. Everything is taken from the page as it
 * was laid out, so that the saved picture says what the screen says.
 */
export function cardToDrawing(card: HTMLElement): Drawing {
  card.style.colorScheme = 'light';
  // What is handed down is a finished colour, of the room's scheme.
  card.style.color = 'var(--ink)';
  try {
    const origin = card.getBoundingClientRect();
    const { top } = card.firstElementChild?.getBoundingClientRect() ?? origin;
    const marks: Mark[] = [];
    const pen: Pen = { marks, left: origin.left - margin, top: top - margin, bottom: 0 };
    drawChildren(card, pen, 1);
    return {
      width: Math.ceil(origin.width) + 2 * margin,
      height: Math.ceil(pen.bottom) + margin,
      ground: groundOf(card),
      marks,
    };
  } finally {
    card.style.removeProperty('color-scheme');
    card.style.removeProperty('color');
  }
}

interface Pen {
  readonly marks: Mark[];
  /** The corner of the drawing in the window. */
  readonly left: number;
  readonly top: number;
  /** Lowest place anything reaches, in the drawing. */
  bottom: number;
}

/** A card is printed on what lies behind it, which may be coloured in a room of its own. */
function groundOf(card: HTMLElement): Paint {
  const probe = document.createElement('span');
  probe.style.color = 'var(--paper)';
  card.append(probe);
  const paint = colourToPaint(getComputedStyle(probe).color, 1);
  probe.remove();
  return paint ?? white;
}

function drawChildren(parent: Element, pen: Pen, opacity: number): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) drawText(node, parent, pen, opacity);
    else if (node instanceof Element) drawElement(node, pen, opacity);
  }
}

function drawElement(element: Element, pen: Pen, around: number): void {
  if (element.matches(leftOut)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || isReadAloudAlone(element, style)) return;
  const opacity = around * Number(style.opacity);
  if (element instanceof SVGGeometryElement) drawShape(element, style, pen, opacity);
  else {
    if (element instanceof HTMLElement) drawBox(element, style, pen, opacity);
    drawChildren(element, pen, opacity);
  }
}

const isReadAloudAlone = (element: Element, { position, clipPath }: CSSStyleDeclaration): boolean =>
  position === 'absolute' && clipPath !== 'none' && element.getBoundingClientRect().width <= 1;

function reach(pen: Pen, bottom: number): void {
  pen.bottom = Math.max(pen.bottom, bottom);
}

function drawText(node: Text, parent: Element, pen: Pen, opacity: number): void {
  const style = getComputedStyle(parent);
  const isDrawn = parent instanceof SVGElement;
  const paint = colourToPaint(
    isDrawn ? style.fill : style.color,
    isDrawn ? opacity * Number(style.fillOpacity) : opacity,
  );
  if (paint === null) return;
  for (const { text, x, baseline, width, font } of textLines(node, parent)) {
    pen.marks.push({ kind: 'text', text, x: x - pen.left, y: baseline - pen.top, width, font, paint });
    reach(pen, baseline - pen.top + font.size / 3);
  }
}

function drawShape(shape: SVGGeometryElement, style: CSSStyleDeclaration, pen: Pen, opacity: number): void {
  const d = shapePath(shape);
  const place = shape.getScreenCTM();
  if (d === null || d === '' || place === null) return;
  const { a, b, c, d: scale, e, f } = place;
  const matrix: Matrix = [a, b, c, scale, e - pen.left, f - pen.top];
  const stroke = strokeOf(style, opacity * Number(style.strokeOpacity));
  const fillOpacity = opacity * Number(style.fillOpacity);
  const hatched = hatchOf(style.fill, fillOpacity);
  if (hatched !== null) {
    pen.marks.push({
      kind: 'shape',
      d: hatchPath(shape.getBBox()),
      matrix,
      fill: null,
      stroke: hatched,
    });
  }
  const fill = hatched === null ? colourToPaint(style.fill, fillOpacity) : null;
  if (fill !== null || stroke !== null) pen.marks.push({ kind: 'shape', d, matrix, fill, stroke });
  reach(pen, shape.getBoundingClientRect().bottom - pen.top);
}

const whole = { dash: [], cap: 'butt', join: 'miter' } as const;

/** The lines of a pattern a shape is filled with. */
function hatchOf(fill: string, opacity: number): Stroke | null {
  const id = /^url\("#(.+)"\)/.exec(fill)?.[1];
  const line = id === undefined ? null : document.getElementById(id)?.firstElementChild;
  if (!line) return null;
  const paint = colourToPaint(getComputedStyle(line).stroke, opacity);
  // Half of the pattern's line lies outside of its tile.
  return paint && { ...paint, ...whole, width: Number.parseFloat(getComputedStyle(line).strokeWidth) / 2 };
}

function strokeOf(style: CSSStyleDeclaration, opacity: number): Stroke | null {
  const paint = colourToPaint(style.stroke, opacity);
  const width = Number.parseFloat(style.strokeWidth);
  if (paint === null || !(width > 0)) return null;
  return {
    ...paint,
    width,
    dash: (style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number),
    cap: oneOf(style.strokeLinecap, ['round', 'square'], 'butt'),
    join: oneOf(style.strokeLinejoin, ['round', 'bevel'], 'miter'),
  };
}

const oneOf = <Word extends string>(word: string, words: readonly Word[], otherwise: Word): Word =>
  words.find((known) => known === word) ?? otherwise;

/** Backgrounds and borders: keys of pictures are made of them. */
function drawBox(box: HTMLElement, style: CSSStyleDeclaration, pen: Pen, opacity: number): void {
  const rect = box.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return;
  const [x, y] = [rect.left - pen.left, rect.top - pen.top];
  const round = style.borderTopLeftRadius.endsWith('%')
    ? rect.width / 2
    : Number.parseFloat(style.borderTopLeftRadius) || 0;
  const width = Number.parseFloat(style.borderTopWidth) || 0;
  const isOutlined = width > 0 && style.borderTopStyle !== 'none' && style.borderLeftStyle !== 'none';
  const border = isOutlined ? colourToPaint(style.borderTopColor, opacity) : null;
  const fill = colourToPaint(style.backgroundColor, opacity);
  const hatch = colourToPaint(/(?:rgb|color)[^)]*\)/.exec(style.backgroundImage)?.[0] ?? '', opacity);
  if (hatch !== null) {
    pen.marks.push({
      kind: 'shape',
      d: hatchPath({ x, y, width: rect.width, height: rect.height }),
      matrix: upright,
      fill: null,
      stroke: { ...hatch, ...whole, width: 1.25 },
    });
  }
  if (fill !== null || border !== null) {
    const inset = border === null ? 0 : width / 2;
    pen.marks.push({
      kind: 'shape',
      d: rectPath(x + inset, y + inset, rect.width - 2 * inset, rect.height - 2 * inset, round - inset),
      matrix: upright,
      fill,
      stroke: border && { ...border, ...whole, width },
    });
    reach(pen, y + rect.height);
  }
}

import type { Font } from './drawing';

export interface TextLine {
  readonly text: string;
  /** Relative to the window. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly font: Font;
}

interface Piece {
  readonly text: string;
  readonly rect: DOMRect;
  /** A blank stands before it. */
  readonly follows: 'blank' | 'nothing';
}

/** The lines a text was laid out in, each with the place of its first letter. */
export function textLines(node: Text, parent: Element): readonly TextLine[] {
  const font = fontOf(getComputedStyle(parent));
  const { ascent, height } = measureFont(font);
  const lines: (Omit<TextLine, 'baseline' | 'font'> & { readonly rect: DOMRect })[] = [];
  for (const { text, rect, follows } of piecesOf(node)) {
    const line = lines.at(-1);
    if (line === undefined || Math.abs(line.rect.top - rect.top) > 1 || rect.left < line.x) {
      lines.push({ text, x: rect.left, width: rect.width, rect });
    } else {
      const longer = `${line.text}${follows === 'blank' ? ' ' : ''}${text}`;
      lines[lines.length - 1] = { ...line, text: longer, width: rect.right - line.x };
    }
  }
  return lines.map(({ text, x, width, rect }) => {
    // A picture that is scaled as a whole scales its words.
    const scale = Math.abs(rect.height / height - 1) > 0.12 ? rect.height / height : 1;
    return {
      text,
      x,
      width,
      baseline: rect.top + ascent * scale,
      font: { ...font, size: Math.round(font.size * scale * 100) / 100 },
    };
  });
}

function piecesOf(node: Text): readonly Piece[] {
  const range = document.createRange();
  const rectsOf = (from: number, to: number): readonly DOMRect[] => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  return [...node.data.matchAll(/\S+/g)].flatMap((word): readonly Piece[] => {
    const [text] = word;
    const rects = rectsOf(word.index, word.index + text.length);
    const [rect] = rects;
    const follows = /\s/.test(node.data.charAt(word.index - 1)) ? 'blank' : 'nothing';
    if (rect === undefined) return [];
    if (rects.length === 1) return [{ text, rect, follows }];
    // A word that was broken is taken letter by letter.
    let at = word.index;
    return [...text].flatMap((letter): readonly Piece[] => {
      const [place] = rectsOf(at, at + letter.length);
      const isFirst = at === word.index;
      at += letter.length;
      return place === undefined
        ? []
        : [{ text: letter, rect: place, follows: isFirst ? follows : 'nothing' }];
    });
  });
}

const fontOf = (style: CSSStyleDeclaration): Font => ({
  families: style.fontFamily,
  size: Number.parseFloat(style.fontSize),
  weight: style.fontWeight,
  style: style.fontStyle === 'italic' ? 'italic' : 'normal',
});

/** As a canvas takes it. */
export const fontToCss = ({ families, size, weight, style }: Font): string =>
  `${style} ${weight} ${size}px ${families}`;

const measured = new Map<string, { readonly ascent: number; readonly height: number }>();

function measureFont(font: Font): { readonly ascent: number; readonly height: number } {
  const css = fontToCss(font);
  const known = measured.get(css);
  if (known !== undefined) return known;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return { ascent: font.size, height: font.size * 1.2 };
  context.font = css;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  const metrics = { ascent: fontBoundingBoxAscent, height: fontBoundingBoxAscent + fontBoundingBoxDescent };
  measured.set(css, metrics);
  return metrics;
}

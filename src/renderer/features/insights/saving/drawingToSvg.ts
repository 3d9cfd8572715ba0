import type { Drawing, Mark, Matrix, Paint, Stroke } from './drawing';

export interface PictureWords {
  readonly title: string;
  readonly description: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in XML and HTML, between tags and in quotes; what XML cannot hold is left out. */
export const escapeText = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these very ones
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

/**
 * A picture that is a whole: no address, no style sheet, no script, no font. The words in it stay words, in the fonts there are,
 * each line as wide as it was.
 */
export function drawingToSvg({ width, height, ground, marks }: Drawing, words: PictureWords): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeText(words.title)}</title>`,
    `<desc id="description">${escapeText(words.description)}</desc>`,
    `<rect width="${width}" height="${height}"${paintOf('fill', ground)}/>`,
    ...marks.map(markToElement),
    '</svg>\n',
  ].join('\n');
}

const short = (value: number): string => String(Math.round(value * 100) / 100 + 0);

function markToElement(mark: Mark): string {
  if (mark.kind === 'shape') {
    const { d, matrix, fill, stroke } = mark;
    return `<path${placeOf(matrix)}${paintOf('fill', fill)}${strokeOf(stroke)} d="${shortPath(d)}"/>`;
  }
  const { text, x, y, width, font, paint } = mark;
  const style = font.style === 'italic' ? ' font-style="italic"' : '';
  // A single letter cannot be stretched.
  const length = [...text].length > 1 ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text x="${short(x)}" y="${short(y)}"${paintOf('fill', paint)} font-family="${escapeText(font.families)}" font-size="${short(font.size)}" font-weight="${font.weight}"${style}${length}>${escapeText(text)}</text>`;
}

/** Path data may hold nothing but commands and numbers; here it is only made shorter. */
const shortPath = (d: string): string =>
  d.replaceAll(/-?\d*\.\d+(?:e[-+]?\d+)?/g, (number) => short(Number(number)));

const placeOf = (matrix: Matrix): string =>
  matrix.every((value, at) => value === [1, 0, 0, 1, 0, 0][at])
    ? ''
    : ` transform="matrix(${matrix.map((value) => Math.round(value * 10_000) / 10_000).join(' ')})"`;

function paintOf(what: 'fill' | 'stroke', paint: Paint | null): string {
  if (paint === null) return ` ${what}="none"`;
  const opacity = paint.opacity === 1 ? '' : ` ${what}-opacity="${paint.opacity}"`;
  return ` ${what}="${paint.colour}"${opacity}`;
}

function strokeOf(stroke: Stroke | null): string {
  if (stroke === null) return '';
  const { width, dash, cap, join } = stroke;
  return [
    paintOf('stroke', stroke),
    ` stroke-width="${short(width)}"`,
    dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(short).join(' ')}"`,
    cap === 'butt' ? '' : ` stroke-linecap="${cap}"`,
    join === 'miter' ? '' : ` stroke-linejoin="${join}"`,
  ].join('');
}

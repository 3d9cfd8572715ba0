import type { Drawing, Mark, Paint } from './drawing';
import { fontToCss } from './textLines';

/** Pixels for each pixel of CSS: sharp on paper and on good screens. */
const density = 2;

/**
 * The same drawing as pixels. It goes from the list onto a canvas: the page may load no picture but its own, so an SVG could not be
 * shown to be copied, and no rule is loosened for it.
 */
export async function drawingToPng({
  width,
  height,
  ground,
  marks,
}: Drawing): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width * density, height * density);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('a canvas without a pen');
  context.scale(density, density);
  context.fillStyle = toCss(ground);
  context.fillRect(0, 0, width, height);
  for (const mark of marks) {
    context.save();
    drawMark(context, mark);
    context.restore();
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

function drawMark(context: OffscreenCanvasRenderingContext2D, mark: Mark): void {
  if (mark.kind === 'text') {
    context.font = fontToCss(mark.font);
    context.fillStyle = toCss(mark.paint);
    context.fillText(mark.text, mark.x, mark.y);
    return;
  }
  const path = new Path2D(mark.d);
  context.transform(...mark.matrix);
  if (mark.fill !== null) {
    context.fillStyle = toCss(mark.fill);
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a pen, not an array
    context.fill(path);
  }
  if (mark.stroke !== null) {
    const { width, dash, cap, join } = mark.stroke;
    context.strokeStyle = toCss(mark.stroke);
    context.lineWidth = width;
    context.lineCap = cap;
    context.lineJoin = join;
    context.setLineDash([...dash]);
    context.stroke(path);
  }
}

const toCss = ({ colour, opacity }: Paint): string =>
  `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;

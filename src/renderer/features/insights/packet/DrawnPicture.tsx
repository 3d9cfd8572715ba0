import type { Drawing, Mark, Paint } from '../saving/drawing';

/** What `cardToDrawing` leaves around a card, most of which a page has in its margins. */
const trimmed = 26;

interface DrawnPictureProps {
  readonly drawing: Drawing;
  /** Read where it is not seen. */
  readonly label: string;
}

const fill = (paint: Paint | null) =>
  paint === null ? { fill: 'none' } : { fill: paint.colour, fillOpacity: paint.opacity };

/** A drawing as part of a page: lines and letters, and nothing that says how it came about. */
export function DrawnPicture({ drawing, label }: DrawnPictureProps) {
  const { width, height, marks } = drawing;
  const box = [trimmed, trimmed, width - 2 * trimmed, height - 2 * trimmed];
  return (
    <svg viewBox={box.join(' ')} role="img" aria-label={label}>
      {marks.map((mark, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a drawing never changes
        <DrawnMark key={index} mark={mark} />
      ))}
    </svg>
  );
}

function DrawnMark({ mark }: { readonly mark: Mark }) {
  if (mark.kind === 'text') {
    const { text, x, y, width, font, paint } = mark;
    const isStretched = [...text].length > 1;
    return (
      <text
        x={x}
        y={y}
        fontFamily={font.families}
        fontSize={font.size}
        fontWeight={font.weight}
        fontStyle={font.style}
        textLength={isStretched ? width : undefined}
        lengthAdjust={isStretched ? 'spacingAndGlyphs' : undefined}
        {...fill(paint)}
      >
        {text}
      </text>
    );
  }
  const { d, matrix, stroke } = mark;
  return (
    <path
      d={d}
      transform={`matrix(${matrix.join(' ')})`}
      {...fill(mark.fill)}
      {...(stroke !== null && {
        stroke: stroke.colour,
        strokeOpacity: stroke.opacity,
        strokeWidth: stroke.width,
        strokeDasharray: stroke.dash.join(' ') || undefined,
        strokeLinecap: stroke.cap,
        strokeLinejoin: stroke.join,
      })}
    />
  );
}

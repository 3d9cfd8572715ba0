const ellipse = (x: number, y: number, rx: number, ry: number): string =>
  rx <= 0 || ry <= 0 ? '' : `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

/** A rectangle with round corners, as path data. */
export function rectPath(x: number, y: number, width: number, height: number, round: number): string {
  if (width <= 0 || height <= 0) return '';
  const r = Math.min(round, width / 2, height / 2);
  if (r <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`;
}

/** A basic shape of SVG as path data; null for an element that is none. */
export function shapePath(shape: SVGGeometryElement): string | null {
  if (shape instanceof SVGPathElement) return shape.getAttribute('d') ?? '';
  if (shape instanceof SVGCircleElement) {
    const radius = shape.r.baseVal.value;
    return ellipse(shape.cx.baseVal.value, shape.cy.baseVal.value, radius, radius);
  }
  if (shape instanceof SVGEllipseElement) {
    return ellipse(
      shape.cx.baseVal.value,
      shape.cy.baseVal.value,
      shape.rx.baseVal.value,
      shape.ry.baseVal.value,
    );
  }
  if (shape instanceof SVGRectElement) {
    const { x, y, width, height, rx } = shape;
    return rectPath(
      x.baseVal.value,
      y.baseVal.value,
      width.baseVal.value,
      height.baseVal.value,
      rx.baseVal.value,
    );
  }
  if (shape instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = shape;
    return `M${x1.baseVal.value} ${y1.baseVal.value}L${x2.baseVal.value} ${y2.baseVal.value}`;
  }
  if (shape instanceof SVGPolylineElement || shape instanceof SVGPolygonElement) {
    const points = [...shape.points].map(({ x, y }) => `${x} ${y}`);
    return `M${points.join('L')}${shape instanceof SVGPolygonElement ? 'Z' : ''}`;
  }
  return null;
}

/** Pixels between hatch lines, counted along a side. */
const hatchStep = 6 * Math.SQRT2;

/** Slanting lines over a box, as the pages hatch their spans. A pattern would be a second thing a file has to name. */
export function hatchPath({ x, y, width, height }: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>): string {
  const lines: string[] = [];
  for (let sum = x + y + hatchStep / 2; sum < x + y + width + height; sum += hatchStep) {
    const from = Math.max(x, sum - (y + height));
    const to = Math.min(x + width, sum - y);
    if (from < to) lines.push(`M${from} ${sum - from}L${to} ${sum - to}`);
  }
  return lines.join('');
}

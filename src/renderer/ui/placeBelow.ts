const gap = 4;
const most = 256;
const least = 96;
/** Under the field is where one looks; above it only where less than this would be seen. */
const enough = 144;

/** Puts a fixed list under its field, as wide as that at least; above it where only there is room. */
export function placeBelow(list: HTMLElement, field: HTMLElement): void {
  const { left, right, top, bottom, width } = field.getBoundingClientRect();
  const below = window.innerHeight - bottom - 2 * gap;
  const isBelow = below >= Math.min(enough, list.scrollHeight) || below >= top - 2 * gap;
  list.style.minInlineSize = `${width}px`;
  list.style.maxBlockSize = `${Math.max(least, Math.min(most, isBelow ? below : top - 2 * gap))}px`;
  const box = list.getBoundingClientRect();
  const start = getComputedStyle(field).direction === 'rtl' ? right - box.width : left;
  list.style.left = `${Math.max(gap, Math.min(start, window.innerWidth - box.width - gap))}px`;
  list.style.top = `${isBelow ? bottom + gap : top - gap - box.height}px`;
}

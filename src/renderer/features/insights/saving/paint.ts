import type { Paint } from './drawing';

const numbers = (text: string): readonly number[] => (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);

const twoDigits = (channel: number): string =>
  Math.round(Math.min(255, Math.max(0, channel)))
    .toString(16)
    .padStart(2, '0');

/** A computed colour, which a browser writes as `rgb(…)`, `rgba(…)` or `color(srgb …)`. Null for none and for what can't be seen. */
export function colourToPaint(computed: string, opacity: number): Paint | null {
  const isUnit = computed.startsWith('color(srgb ');
  if (!isUnit && !computed.startsWith('rgb')) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers(computed.replace('srgb', ''));
  const scale = isUnit ? 255 : 1;
  const covers = alpha * opacity;
  if (covers <= 0) return null;
  return {
    colour: `#${[red, green, blue].map((channel) => twoDigits(channel * scale)).join('')}`,
    opacity: Math.round(covers * 1000) / 1000,
  };
}

import { marks, type HeadingTag } from '../../../../shared/document/createDocument';

export const headingOf: Readonly<Record<string, HeadingTag>> = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
};

export const markOf: Readonly<Record<string, number>> = {
  b: marks.bold,
  strong: marks.bold,
  i: marks.italic,
  em: marks.italic,
  cite: marks.italic,
  u: marks.underline,
  ins: marks.underline,
  s: marks.strikethrough,
  strike: marks.strikethrough,
  del: marks.strikethrough,
  code: marks.code,
  kbd: marks.code,
  samp: marks.code,
  tt: marks.code,
  mark: marks.highlight,
};

/** What stands in them is no text of the page. */
export const leftOut = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'audio',
  'video',
]);

export const blockNames = new Set(
  (
    'p div section article header footer main aside nav address figure figcaption center dl dt dd ' +
    'details summary form fieldset body html'
  ).split(' '),
);

export type Attributes = Readonly<Record<string, string>>;

/** Marks that a `style` gives, as editors write it. */
export function marksOfStyle({ style = '' }: Attributes): number {
  const has = (pattern: RegExp, bit: number): number => (pattern.test(style) ? bit : 0);
  return (
    has(/font-weight:\s*(?:bold|[6-9]00)/i, marks.bold) |
    has(/font-style:\s*italic/i, marks.italic) |
    has(/text-decoration[^;]*underline/i, marks.underline) |
    has(/text-decoration[^;]*line-through/i, marks.strikethrough)
  );
}

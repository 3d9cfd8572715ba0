import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardToPage } from '../../../src/renderer/features/insights/saving/cardToPage';
import type { Drawing } from '../../../src/renderer/features/insights/saving/drawing';
import { drawingToSvg } from '../../../src/renderer/features/insights/saving/drawingToSvg';
import { colourToPaint } from '../../../src/renderer/features/insights/saving/paint';
import { savedCardSchema } from '../../../src/shared/domain/savedCard';

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const tagsOf = (markup: string): readonly string[] => markup.match(/<[^>]*>/g) ?? [];

/** What people name their kinds and feelings, at its worst. */
const words = fc
  .array(
    fc.constantFrom('<', '>', '&', '"', "'", '</title>', '<script>', 'é', '腹', '😀', 'run', ' ', '\u0001'),
  )
  .map((parts) => parts.join(''));
// oxlint-disable-next-line no-control-regex -- what no file of marks can hold
const seen = (text: string): string => text.replaceAll(/[\u0000-\u0008]/g, '');

const drawing = (text: string): Drawing => ({
  width: 100,
  height: 50,
  ground: { colour: '#ffffff', opacity: 1 },
  marks: [
    {
      kind: 'text',
      text,
      x: 1,
      y: 2.345678,
      width: 30,
      font: { families: '"Figtree", sans-serif', size: 12, weight: '400', style: 'normal' },
      paint: { colour: '#23272a', opacity: 0.5 },
    },
  ],
});

describe('a saved card', () => {
  it('says as a page what the card says, whatever that is, and nothing of it becomes a tag', () => {
    fc.assert(
      fc.property(words, words, words, (answer, name, cell) => {
        const table = {
          caption: cell,
          heads: [name],
          rows: [{ name: { text: name }, cells: [{ text: cell }] }],
        };
        const page = cardToPage({ question: name, answer, evidence: cell, table });
        const plain = cardToPage({
          question: '',
          answer: 'x',
          evidence: cell === '' ? '' : 'x',
          table: { caption: '', heads: [''], rows: [{ name: { text: '' }, cells: [{ text: '' }] }] },
        });
        expect(unescape(page)).toContain(seen(answer));
        expect(unescape(page)).toContain(`<th scope="row">${seen(name)}</th>`);
        expect(unescape(page)).toContain(`<td>${seen(cell)}</td>`);
        if (answer !== '') expect(tagsOf(page)).toEqual(tagsOf(plain));
        expect(savedCardSchema.safeParse({ format: 'html', text: page }).success).toBe(true);
      }),
    );
  });

  it('says as a drawing what the card says, and nothing of it becomes a tag', () => {
    fc.assert(
      fc.property(words, (text) => {
        const svg = drawingToSvg(drawing(text), { title: text, description: text });
        expect(unescape(svg)).toContain(`>${seen(text)}</text>`);
        expect(unescape(svg)).toContain(`<title id="title">${seen(text)}</title>`);
        expect(tagsOf(svg).filter((tag) => !/^<\/?(svg|title|desc|rect|text)[ >]/.test(tag))).toEqual([]);
        expect(svg).toContain('y="2.35"');
        expect(savedCardSchema.safeParse({ format: 'svg', text: svg }).success).toBe(true);
      }),
    );
  });

  it('takes over colours as the browser computes them', () => {
    expect(colourToPaint('rgb(21, 70, 167)', 1)).toEqual({ colour: '#1546a7', opacity: 1 });
    expect(colourToPaint('rgba(21, 70, 167, 0.5)', 0.5)).toEqual({ colour: '#1546a7', opacity: 0.25 });
    expect(colourToPaint('color(srgb 0.0823529 0.27451 0.654902 / 0.34)', 1)).toEqual({
      colour: '#1546a7',
      opacity: 0.34,
    });
    expect(colourToPaint('rgba(0, 0, 0, 0)', 1)).toBeNull();
    expect(colourToPaint('none', 1)).toBeNull();
  });
});

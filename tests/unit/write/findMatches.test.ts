import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, type Sought } from '../../../src/renderer/features/write/find/findMatches';
import { foldForFinding } from '../../../src/renderer/features/write/find/foldForFinding';

const look = (text: string, words: string, change: Partial<Sought> = {}): readonly string[] =>
  findMatches(text, { words, letters: 'folded', extent: 'anywhere', ...change }).map(({ from, to }) =>
    text.slice(from, to),
  );

describe('finding in a text', () => {
  it.each([
    ['The lake and the Lake', 'lake', ['lake', 'Lake']],
    ['Sørlandet, café, cafe\u0301', 'cafe', ['café', 'cafe\u0301']],
    ['Sørlandet', 'sorlandet', ['Sørlandet']],
    ['sorlandet', 'Sørlandet', ['sorlandet']],
    ['die Straße', 'strasse', ['Straße']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['it’s hers', "it's", ['it’s']],
    ['你好，世界', '世界', ['世界']],
    ['שלום עולם', 'עולם', ['עולם']],
    ['🦆🦆', '🦆', ['🦆', '🦆']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['a.b', '.', ['.']],
    ['nothing here', 'lake', []],
    ['nothing sought', '', []],
  ])('%j for %j', (text, words, found) => {
    expect(look(text, words)).toEqual(found);
  });

  it('keeps to the case where that is asked for, and still not to accents', () => {
    expect(look('Café, café, CAFÉ', 'Cafe', { letters: 'kept' })).toEqual(['Café']);
    expect(look('Ærlig, ærlig', 'Aerlig', { letters: 'kept' })).toEqual(['Ærlig']);
  });

  it('keeps to whole words where that is asked for', () => {
    const text = 'run, running, re-run, run. rerun_run';
    expect(
      findMatches(text, { words: 'run', letters: 'folded', extent: 'wholeWords' }).map(({ from }) => from),
    ).toEqual([0, 17, 22]);
    expect(look('𝐚run run𐐷 run', 'run', { extent: 'wholeWords' })).toHaveLength(1);
  });

  it('finds no half of a letter', () => {
    expect(look('ß', 's')).toEqual([]);
    expect(look('한', '하')).toEqual([]);
    expect(look('ßs', 's')).toEqual(['s']);
  });

  it('gives places in order, none over another, each of which says what was sought', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (text, words) => {
          const sought = { words, letters: 'folded', extent: 'anywhere' } as const;
          let end = 0;
          for (const { from, to } of findMatches(text, sought)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(foldForFinding(text.slice(from, to)).text).toBe(foldForFinding(words).text);
            end = to;
          }
        },
      ),
    );
  });

  it('finds every text in itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(foldForFinding(text).text !== '');
        expect(look(text, text).length).toBeGreaterThan(0);
      }),
    );
  });
});

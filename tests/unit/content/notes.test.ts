import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/shared/document/countWords';
import { notes, notesClosing, paragraphToParts } from '../../../src/shared/notes/noteLibrary';

/** Words that urge, promise or diagnose. */
const wordsLeftOut =
  /\b(should|must|better|best|always|proven|proves|cures?|heals?|guarantee\w*|failed|weakness|productive|calories|trauma|somatic|regulate)\b|!/i;

const textOf = (paragraphs: readonly string[]): string => paragraphs.join(' ').replaceAll(/\[\d+\]/g, '');

/** What may be cited, as the research was read; a figure that is not here is a figure too many. */
const citable = new Set(['63', '45', '218', '14,170', '13', '0.47', '30']);

describe.each(notes)('the note “$title”', ({ id, lead, paragraphs, sources }) => {
  it('is short: 150 to 300 words', () => {
    expect(countWords(textOf(paragraphs))).toBeGreaterThanOrEqual(150);
    expect(countWords(textOf(paragraphs))).toBeLessThanOrEqual(300);
  });

  it('has a source behind every mark and a mark for every source, in order', () => {
    const marks = paragraphs
      .flatMap(paragraphToParts)
      .flatMap((part) => (part.kind === 'mark' ? [part.number] : []));
    expect([...new Set(marks)]).toEqual(sources.map((_source, index) => index + 1));
  });

  it('urges nobody, promises nothing and diagnoses nobody', () => {
    for (const text of [lead, ...paragraphs]) expect(text.match(wordsLeftOut)?.[0], id).toBeUndefined();
  });

  it('gives no figure that was not read in its source', () => {
    const figures = textOf(paragraphs).match(/\d[\d.,]*\d|\d/g) ?? [];
    for (const figure of figures) expect(citable, figure).toContain(figure);
  });

  it('is set with the punctuation of print', () => {
    for (const text of [lead, ...paragraphs]) expect(text, id).not.toMatch(/["']| {2}|--/);
  });
});

describe('the notes', () => {
  it('are a little science, the child at play, starting small, coming back after an injury, and writing', () => {
    expect(notes.map(({ id }) => id)).toEqual(['science', 'child', 'small', 'injury', 'writing']);
  });

  it('cite these studies by these numbers', () => {
    const dois = notes
      .flatMap(({ sources }) => sources)
      .flatMap((source) => ('doi' in source ? [source.doi] : []));
    expect(dois).toEqual(['10.1016/j.psyneuen.2021.105173', '10.1136/bmj-2023-075847']);
  });

  it('say with their averages how unsure these are, and that they are no promise and no advice', () => {
    const science = textOf(notes.find(({ id }) => id === 'science')?.paragraphs ?? []);
    expect(science).toContain('low to very low');
    expect(science).toContain('no promise to one person, and no advice');
    expect(science).toContain('several of the body’s own messengers are probably involved');
  });

  it('end with what this is not, and with whom to turn to', () => {
    expect(notesClosing).toContain('None of this is treatment');
    expect(notesClosing).toContain('emergency number');
    expect(notesClosing).toContain('someone you trust');
  });
});

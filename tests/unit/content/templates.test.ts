import { describe, expect, it } from 'vitest';
import { documentToMarkdown, markdownToDocument } from '../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../src/shared/document/plainText';
import { shippedTemplates } from '../../../src/shared/templates/shippedTemplates';

const wordsLeftOut =
  /\b(should|must|better|best|goals?|streaks?|failed|missed|productive|calories|weight)\b|!/i;

describe('the templates that ship', () => {
  it('have one id and one name each', () => {
    expect(new Set(shippedTemplates.map(({ id }) => id)).size).toBe(shippedTemplates.length);
    expect(new Set(shippedTemplates.map(({ name }) => name)).size).toBe(shippedTemplates.length);
  });

  it('leave room and urge nothing', () => {
    for (const { id, document } of shippedTemplates) {
      const text = documentToPlainText(document);
      expect(text.length, id).toBeGreaterThan(20);
      expect(text.match(wordsLeftOut)?.[0], id).toBeUndefined();
    }
  });

  it('are the same page again after an export and back', () => {
    for (const { id, document } of shippedTemplates)
      expect(markdownToDocument(documentToMarkdown(document)), id).toEqual(document);
  });
});

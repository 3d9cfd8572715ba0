import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentToAnswers, documentToAnswerText } from '../../../src/shared/document/answers';
import {
  createDivider,
  createDocument,
  createHeading,
  createList,
  createParagraph,
  createPrompt,
  createText,
} from '../../../src/shared/document/createDocument';
import type { DocumentNode } from '../../../src/shared/document/schema';
import { promptIdSchema } from '../../../src/shared/id';

const song = promptIdSchema.parse('play-song');
const breath = promptIdSchema.parse('body-breath');
const words = (text: string): DocumentNode => createParagraph([createText(text)]);

describe('the answer to a prompt', () => {
  it('is everything up to the next question', () => {
    const document = createDocument([
      words('Before anything was asked'),
      createPrompt(song, 'Which song?'),
      words('The one with the handclaps.'),
      createList({ kind: 'bullet', lines: [{ children: [createText('twice')] }] }),
      createPrompt(breath, 'What did your breath do?'),
      words('It came back.'),
    ]);
    expect(documentToAnswerText(document, song)).toBe('The one with the handclaps.\ntwice');
    expect(documentToAnswerText(document, breath)).toBe('It came back.');
  });

  it.each([
    ['a divider', createDivider()],
    ['a heading', createHeading('h2', [createText('Supper')])],
  ])('ends at %s, where the person began something else', (_what, end) => {
    const document = createDocument([
      createPrompt(song, 'Which song?'),
      words('None today.'),
      end,
      words('Soup.'),
    ]);
    expect(documentToAnswerText(document, song)).toBe('None today.');
  });

  it('is empty where nothing was written under the question, or where it was never asked', () => {
    const document = createDocument([createPrompt(song, 'Which song?'), createParagraph()]);
    expect(documentToAnswerText(document, song)).toBe('');
    expect(documentToAnswerText(document, breath)).toBe('');
  });

  it('has both parts of a question that stands twice', () => {
    const document = createDocument([
      createPrompt(song, 'Which song?'),
      words('One.'),
      createPrompt(song, 'Which song?'),
      words('Another.'),
    ]);
    expect(documentToAnswerText(document, song)).toBe('One.\nAnother.');
  });

  it('never holds a question, and never the same block twice', () => {
    const block = fc.oneof(
      fc.constantFrom(song, breath).map((id) => createPrompt(id, 'Which?')),
      fc.string().map(words),
      fc.constant(createDivider()),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const answered = documentToAnswers(createDocument(blocks)).flatMap((answer) => answer.blocks);
        expect(answered.some(({ type }) => type === 'prompt' || type === 'horizontalrule')).toBe(false);
        expect(new Set(answered).size).toBe(answered.length);
        const prompts = blocks.filter(({ type }) => type === 'prompt');
        expect(documentToAnswers(createDocument(blocks))).toHaveLength(prompts.length);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { promptMoments, promptThemes, sourceArticles } from '../../../src/shared/domain/prompt';
import { promptById, promptLibrary } from '../../../src/shared/prompts/promptLibrary';
import { shortSourceTitles, sourceTitles } from '../../../src/shared/prompts/sourceTitles';

/** Words that urge, measure or diagnose; see content/README.md. */
const wordsLeftOut =
  /\b(should|must|better|best|only|goals?|streaks?|failed|fail|missed|miss|proud of you|therapeutic|regulate|somatic|trauma|heal|healing|motivat\w*|productive|calories|weight)\b|!/i;

const everySentence = promptLibrary.flatMap(({ id, text, followUps = [] }) =>
  [text, ...followUps].map((sentence) => ({ id, sentence })),
);

describe('the prompts', () => {
  it('hold the six questions of the first article, one to one and in order', () => {
    const questions = promptLibrary.filter(({ articleQuestion }) => articleQuestion !== undefined);
    expect(questions.map(({ articleQuestion }) => articleQuestion)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(questions.every(({ source }) => source.article === 'running-as-therapy')).toBe(true);
    expect(questions.map(({ source }) => source.section)).toEqual([
      'The Identity Loss of Injury',
      'The Identity Loss of Injury',
      'The Identity Loss of Injury',
      'A Little Science',
      'A Little Science',
      'A Little Science',
    ]);
  });

  it('give at least forty more, from both articles', () => {
    const further = promptLibrary.filter(({ articleQuestion }) => articleQuestion === undefined);
    expect(further.length).toBeGreaterThanOrEqual(40);
    for (const article of sourceArticles) {
      expect(further.filter(({ source }) => source.article === article).length).toBeGreaterThan(15);
    }
  });

  it('have one id each and no text twice', () => {
    expect(new Set(promptLibrary.map(({ id }) => id)).size).toBe(promptLibrary.length);
    expect(new Set(everySentence.map(({ sentence }) => sentence)).size).toBe(everySentence.length);
  });

  it('cover every theme at least four times and every moment at least five times', () => {
    for (const theme of promptThemes) {
      expect(promptLibrary.filter((prompt) => prompt.theme === theme).length, theme).toBeGreaterThanOrEqual(
        4,
      );
    }
    for (const moment of promptMoments) {
      const suited = promptLibrary.filter(({ moments }) => moments.includes(moment));
      expect(suited.length, moment).toBeGreaterThanOrEqual(5);
    }
  });

  it('start their id with their theme, so that the library stays legible', () => {
    for (const { id, theme } of promptLibrary) expect(id.startsWith(`${theme}-`), id).toBe(true);
  });

  it('ask, briefly, and leave urging and measuring out', () => {
    for (const { id, sentence } of everySentence) {
      expect(sentence.match(wordsLeftOut)?.[0], id).toBeUndefined();
      expect(sentence.length, id).toBeLessThanOrEqual(125);
      expect(sentence, id).toContain('?');
      expect(sentence, id).toBe(sentence.trim());
    }
  });

  it('are set with the punctuation of print, never with straight quotes or double spaces', () => {
    for (const { id, sentence } of everySentence) expect(sentence, id).not.toMatch(/["']| {2}|--/);
  });

  it('are found by id, and an unknown id is simply not there', () => {
    expect(promptById('identity-value')?.articleQuestion).toBe(1);
    expect(promptById('from-a-later-version')).toBeUndefined();
  });

  it('have a title to show for every article', () => {
    for (const article of sourceArticles) {
      expect(sourceTitles[article].startsWith(shortSourceTitles[article])).toBe(true);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { findWords } from '../../../src/renderer/features/write/spelling/findWords';

const wordsIn = (text: string): readonly string[] => findWords(text).map(({ word }) => word);

describe('the words a dictionary can judge', () => {
  it.each([
    ['So I ran, slowly.', ['So', 'ran', 'slowly']],
    ["don't and don’t", ["don't", 'and', 'don’t']],
    ['“quoted” and ‘quoted’', ['quoted', 'and', 'quoted']],
    ['long-distance, word—word', ['long', 'distance', 'word', 'word']],
    ['re-read, mid-morning', ['read', 'morning']],
    ['naïve cafe\u0301', ['naïve', 'cafe\u0301']],
  ])('of %j are %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    'https://exampel.org/pathh',
    '(see:ftp://exmaple)',
    'www.exmaple',
    'jhon@exmaple.org,',
    'mailto:jhon@exmaple',
    'exmaple.org/frist',
    'notez.txt',
    '~/docmuents/notez',
    '/usr/locla/bin',
    '#morningrnu',
    '@jhonny',
    'snake_cse',
    'C:\\Progarms',
    '`cdoe`',
    '`two wrods`',
    '5kx 10th 2nd 90s',
    'NHSX TVs',
    'iPhnoe McDnald',
    'a I x',
    'Здравствуй 你好',
    'QkFTRTY0'.repeat(20),
  ])('are not in %j', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it('are told with their places', () => {
    const text = 'the `teh` teh,\nand 😀 adn';
    for (const { word, from, to } of findWords(text)) expect(text.slice(from, to)).toBe(word);
    expect(wordsIn(text)).toEqual(['the', 'teh', 'and', 'adn']);
  });

  // A second look at each letter for each letter would take hours, and the test would time out.
  it('are found in the time of one look at each letter, whatever the text', () => {
    const texts = [
      'A'.repeat(500_000),
      'a@'.repeat(250_000),
      'a.'.repeat(250_000),
      '`a '.repeat(150_000),
      '/a'.repeat(250_000),
    ];
    for (const text of texts) expect(Array.isArray(findWords(text))).toBe(true);
  });
});

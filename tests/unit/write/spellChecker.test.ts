// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="../../../src/renderer/features/write/spelling/nspell.d.ts" />
import { readFileSync } from 'node:fs';
import commonWords from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createSpellChecker,
  type SpellChecker,
} from '../../../src/renderer/features/write/spelling/spellChecker';

/** The dictionaries that travel with the app. */
function createChecker(name: 'dictionary-en' | 'dictionary-en-gb'): SpellChecker {
  const read = (file: string): string => readFileSync(`node_modules/${name}/${file}`, 'utf8');
  return createSpellChecker({ affix: read('index.aff'), words: read('index.dic'), commonWords });
}

const british = createChecker('dictionary-en-gb');
const american = createChecker('dictionary-en');
const wrongIn = (text: string, checker = british): readonly string[] =>
  checker.findMisspelled(text).map(({ word }) => word);

beforeEach(() => british.setOwnWords([]));

describe('the spelling check', () => {
  it('finds what is misspelled and where', () => {
    const text = 'I recieved a letter, and it was definately good.';
    expect(british.findMisspelled(text)).toEqual([
      { word: 'recieved', from: 2, to: 10 },
      { word: 'definately', from: 32, to: 42 },
    ]);
  });

  it('knows which English it is', () => {
    expect(wrongIn('The colour of the kerb, the color of the curb.')).toEqual(['color']);
    expect(wrongIn('The colour of the kerb, the color of the curb.', american)).toEqual(['colour', 'kerb']);
  });

  it.each([
    'It’s mine, isn’t it? They’re the runners’ and the dog’s.',
    "It's mine, isn't it? They're the runners' and the dog's.",
    'A naïve café, a fiancée, piñata.',
    "'Tis morning, and I was runnin' along.",
    'Journaling, fartlek and parkrun at the weekend, okay.',
    'Paris, London and I. THE END.',
  ])('finds nothing in %j', (text) => {
    expect(wrongIn(text)).toEqual([]);
  });

  it('leaves a paragraph in another language alone, and a short one with many errors not', () => {
    expect(wrongIn('Heute war ein schöner Tag und ich bin um den See gelaufen.')).toEqual([]);
    expect(wrongIn("Aujourd'hui il faisait beau et nous avons marché autour du lac.")).toEqual([]);
    expect(wrongIn('Ths iz teh lake')).toEqual(['Ths', 'iz', 'teh']);
  });

  it('takes own words, in any case, with an s, and with either apostrophe', () => {
    const text =
      'Down at the lake Qvell and qvell’s and Qvell’s brother O’Grynn met Zsarn and zsarn for a long walk home.';
    expect(wrongIn(text)).toEqual(['Qvell', 'qvell’s', 'Qvell’s', 'O’Grynn', 'Zsarn', 'zsarn']);
    british.setOwnWords(['qvell', "O'Grynn", 'Zsarn']);
    expect(wrongIn(text)).toEqual(['zsarn']);
    british.setOwnWords([]);
    expect(wrongIn(text)).toContain('Qvell');
  });

  it.each([
    ['teh', 'the'],
    ['recieve', 'receive'],
    ['definately', 'definitely'],
    ['seperate', 'separate'],
    ['wierd', 'weird'],
    ['becuase', 'because'],
    ['tommorow', 'tomorrow'],
    ['beleive', 'believe'],
    ['dont', "don't"],
    ['didnt', "didn't"],
    ['freind', 'friend'],
    ['hapiness', 'happiness'],
    ['accomodation', 'accommodation'],
    ['maintainance', 'maintenance'],
    ['greatful', 'grateful'],
    ['Thier', 'Their'],
    ['tought', 'thought'],
    ['runing', 'running'],
    ['relevent', 'relevant'],
    ['everytime', 'every time'],
  ])('suggests for %s first %s', (word, suggestion) => {
    const suggestions = british.suggest(word);
    expect(suggestions[0]).toBe(suggestion);
    expect(suggestions.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['alot', 'a lot'],
    ['im', "I'm"],
    ['tounge', 'tongue'],
  ])('has for %s among its five %s', (word, suggestion) => {
    expect(british.suggest(word)).toContain(suggestion);
  });

  it('suggests own words and keeps to the apostrophe that is used', () => {
    british.setOwnWords(['Wendeline']);
    expect(british.suggest('Wendelin')).toContain('Wendeline');
    expect(british.suggest('doesn’tt')[0]).toBe('doesn’t');
  });

  it('looks through 11,000 words', () => {
    const text = 'The quick brwon fox jumps over teh lazy dog and rests. '.repeat(1000);
    expect(british.findMisspelled(text)).toHaveLength(2000);
  });
});

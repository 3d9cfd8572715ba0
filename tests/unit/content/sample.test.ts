import { describe, expect, it } from 'vitest';
import { sampleContent } from '../../../src/main/sample/sampleContent';
import { shippedStep } from '../../../src/shared/steps/stepLibrary';
import { promptById } from '../../../src/shared/prompts/promptLibrary';

const { answers, facts, headings, lists, rituals, shelf, slots, steps, topics } = sampleContent;
const sentences = [
  ...Object.values(topics).flat(),
  ...Object.values(answers).flat(),
  ...headings,
  ...lists.flatMap(({ heading, items }) => [heading, ...items]),
  ...facts.titles,
  ...facts.tags.map(({ name }) => name),
  ...shelf.prompts.map(({ text }) => text),
  ...shelf.sayings.flatMap(({ text, author }) => [text, author]),
  ...rituals.map(({ name }) => name),
  ...steps.own,
];

describe("the sample's sentences", () => {
  it('use slots that exist, and every slot is used', () => {
    const used = new Set(
      sentences.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
    );
    expect([...used].toSorted()).toEqual(Object.keys(slots).toSorted());
  });

  it('answer prompts that are in the library', () => {
    for (const id of Object.keys(answers)) expect(promptById(id), id).toBeDefined();
    expect(Object.keys(answers).length).toBeGreaterThan(40);
  });

  it('have the words that tags go by', () => {
    const everything = [...sentences, ...Object.values(slots).flat()].join('\n');
    for (const word of facts.tags.flatMap(({ words }) => words))
      expect(everything).toMatch(new RegExp(String.raw`\b${word}\b`, 'iu'));
  });

  it('take steps that are on the ladder', () => {
    for (const { step } of steps.taken) expect(shippedStep(step), step).toBeDefined();
  });

  it('are written once each', () => {
    const all = [...Object.values(topics).flat(), ...Object.values(answers).flat()];
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
  });

  it('never speak of the product or measure a life', () => {
    for (const text of sentences) {
      expect(text).not.toMatch(
        /\b(Footnote|app|journal|entry|check-in|tracker|streaks?|goals?|calories|kilometres|km)\b/i,
      );
      expect(text).not.toMatch(/!|'/);
    }
  });
});

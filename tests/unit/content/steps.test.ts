import { describe, expect, it } from 'vitest';
import { ownStepIdSchema } from '../../../src/shared/id';
import { stepRungs } from '../../../src/shared/domain/step';
import { shippedStep, shippedSteps, usualStep } from '../../../src/shared/steps/stepLibrary';

/** Words that urge, measure or diagnose, and any figure: a step has no length and no time it takes. */
const wordsLeftOut =
  /\b(should|must|better|best|only|goals?|streaks?|failed|missed|minutes?|pace of|kilomet\w+|miles?|steps|calories|faster|harder|again)\b|!|\d/i;

describe('the steps that ship', () => {
  it('are at least twelve, with one id and one text each', () => {
    expect(shippedSteps.length).toBeGreaterThanOrEqual(12);
    expect(new Set(shippedSteps.map(({ id }) => id)).size).toBe(shippedSteps.length);
    expect(new Set(shippedSteps.map(({ text }) => text)).size).toBe(shippedSteps.length);
  });

  it('go from the gentlest rung on, with several to choose from on each', () => {
    const order = shippedSteps.map(({ rung }) => stepRungs.indexOf(rung));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    for (const rung of stepRungs)
      expect(shippedSteps.filter((step) => step.rung === rung).length, rung).toBeGreaterThanOrEqual(3);
  });

  it('have something for somebody who sits, for somebody who stays in, and for somebody who wants to play', () => {
    const kinds = (rung: string) => shippedSteps.filter((step) => step.rung === rung).map(({ kind }) => kind);
    expect(kinds('seated')).toContain('play');
    expect(kinds('indoors')).toContain('play');
    expect(kinds('seated').filter((kind) => ['walk', 'jog', 'run', 'hike'].includes(kind))).toEqual([]);
  });

  it('offer one that needs no legs to somebody who is healing', () => {
    expect(shippedStep(usualStep('healing'))?.rung).toBe('seated');
    expect(shippedStep(usualStep('ordinary'))?.text).toBe('Once round the block');
  });

  it('urge and measure nothing, and are short enough for a button', () => {
    for (const { id, text } of shippedSteps) {
      expect(text.match(wordsLeftOut)?.[0], id).toBeUndefined();
      expect(text.length, id).toBeLessThanOrEqual(60);
      expect(text, id).toMatch(/^[A-Z].*[^.]$/);
      expect(text, id).not.toMatch(/["']| {2}|--/);
    }
  });

  it('never have an id that could be one’s own', () => {
    for (const { id } of shippedSteps) {
      expect(ownStepIdSchema.safeParse(id).success).toBe(false);
      expect(id.startsWith('step-')).toBe(false);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  promptMoments,
  promptThemes,
  type Prompt,
  type PromptMoment,
} from '../../../src/shared/domain/prompt';
import { promptIdSchema, type PromptId } from '../../../src/shared/id';
import {
  choosePrompt,
  type OfferedPrompt,
  type PromptChoice,
} from '../../../src/shared/prompts/choosePrompt';
import { promptById, promptLibrary } from '../../../src/shared/prompts/promptLibrary';
import { addDays, civilDaySchema } from '../../../src/shared/time';

const today = civilDaySchema.parse('2026-03-10');
const id = (text: string): PromptId => promptIdSchema.parse(text);

function prompt(name: string, theme: Prompt['theme'], moments: readonly PromptMoment[] = ['any']): Prompt {
  return {
    id: id(name),
    text: 'What is it like to be asked this?',
    theme,
    moments,
    source: { article: 'running-as-therapy', section: 'A Little Science' },
  };
}

/** Mulberry32: small and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** With nothing hidden unless it is said. */
const choose = (choice: Omit<PromptChoice, 'hidden' | 'spans'> & Partial<PromptChoice>): PromptId | null =>
  choosePrompt({ hidden: new Set(), spans: [], ...choice });

const offers = fc.array(
  fc.record({
    promptId: fc.constantFrom(...promptLibrary.map((one) => one.id)),
    daysAgo: fc.integer({ min: 0, max: 200 }),
    response: fc.constantFrom<OfferedPrompt['response'][]>('offered', 'another', 'not-now', 'answered'),
  }),
  { maxLength: 60 },
);
const record = (
  drawn: readonly { promptId: PromptId; daysAgo: number; response: OfferedPrompt['response'] }[],
): readonly OfferedPrompt[] =>
  drawn
    .toSorted((one, other) => other.daysAgo - one.daysAgo)
    .map(({ promptId, daysAgo, response }) => ({
      promptId,
      day: addDays(today, -daysAgo),
      response,
    }));
const momentsDrawn = fc.uniqueArray(fc.constantFrom(...promptMoments));
const seeds = fc.integer();

const shareOf = (theme: string, spans: PromptChoice['spans']) => {
  const random = seeded(7);
  const chosen = Array.from({ length: 1000 }, () =>
    choose({ library: promptLibrary, moments: ['any'], spans, offered: [], today, random }),
  );
  return chosen.filter((one) => promptById(one ?? '')?.theme === theme).length / chosen.length;
};

const standing = (promptId: string): readonly OfferedPrompt[] => [
  { promptId: id(promptId), day: today, response: 'offered' },
];

const chosenWhileStanding = (promptId: string, spans: PromptChoice['spans']) =>
  choose({
    library: promptLibrary,
    moments: [],
    spans,
    offered: standing(promptId),
    today,
    random: () => 0,
  });

describe('choosePrompt', () => {
  it('gives the same prompt for the same day, record and random numbers', () => {
    fc.assert(
      fc.property(offers, momentsDrawn, seeds, (drawn, moments, seed) => {
        const again = () =>
          choose({
            library: promptLibrary,
            moments,
            offered: record(drawn),
            today,
            random: seeded(seed),
          });
        expect(again()).toBe(again());
      }),
    );
  });

  it('offers nothing more on a day on which "not now" was said', () => {
    fc.assert(
      fc.property(offers, seeds, (drawn, seed) => {
        const offered = record([...drawn, { promptId: id('play-song'), daysAgo: 0, response: 'not-now' }]);
        expect(
          choose({ library: promptLibrary, moments: [], offered, today, random: seeded(seed) }),
        ).toBeNull();
      }),
    );
  });

  it('never brings back today what was declined or answered today', () => {
    fc.assert(
      fc.property(offers, momentsDrawn, seeds, (drawn, moments, seed) => {
        const offered = record(drawn);
        const chosen = choose({
          library: promptLibrary,
          moments,
          offered,
          today,
          random: seeded(seed),
        });
        const settled = offered.filter(({ day, response }) => day === today && response !== 'offered');
        expect(settled.map(({ promptId }) => promptId)).not.toContain(chosen);
      }),
    );
  });

  it('never offers what is hidden, also when it was on offer before it was hidden', () => {
    const hiddenDrawn = fc.subarray(promptLibrary.map((one) => one.id));
    fc.assert(
      fc.property(offers, momentsDrawn, hiddenDrawn, seeds, (drawn, moments, ids, seed) => {
        const hidden = new Set(ids);
        const chosen = choose({
          library: promptLibrary,
          hidden,
          moments,
          offered: record(drawn),
          today,
          random: seeded(seed),
        });
        if (chosen !== null) expect(hidden.has(chosen)).toBe(false);
      }),
    );
  });

  it('offers prompts of one’s own as readily as those of the library', () => {
    const own = {
      id: id('own-0196cd1f-0000-7000-8000-000000000001'),
      theme: 'play',
      moments: ['any'],
    } as const;
    const random = seeded(11);
    const chosen = Array.from({ length: 2000 }, () =>
      choose({ library: [...promptLibrary, own], moments: [], offered: [], today, random }),
    );
    const times = (promptId: string) => chosen.filter((one) => one === promptId).length;
    expect(times(own.id)).toBeGreaterThan(0.5 * times('play-song'));
    expect(times(own.id)).toBeLessThan(2 * times('play-song'));
  });

  it('can offer again what was answered long ago', () => {
    const library = [prompt('one', 'play')];
    const offered: readonly OfferedPrompt[] = [
      { promptId: id('one'), day: addDays(today, -300), response: 'answered' },
    ];
    expect(choose({ library, moments: [], offered, today, random: () => 0 })).toBe('one');
  });

  it('never offers a prompt made for moments that are not now', () => {
    fc.assert(
      fc.property(momentsDrawn, seeds, (moments, seed) => {
        const chosen = choose({
          library: promptLibrary,
          moments,
          offered: [],
          today,
          random: seeded(seed),
        });
        const suited = promptById(chosen ?? '')?.moments ?? [];
        expect(suited.some((moment) => moment === 'any' || moments.includes(moment))).toBe(true);
      }),
    );
  });

  it('never asks about an injury that nobody noted', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const chosen = choose({
        library: promptLibrary,
        moments: ['after-movement'],
        offered: [],
        today,
        random: seeded(seed),
      });
      expect(promptById(chosen ?? '')?.theme).not.toBe('injury');
    }
  });

  it('never asks of moving in an injury, an illness or a rest, whatever was on offer and whatever the chance', () => {
    const still = fc.subarray(['injury', 'illness', 'rest', 'travel'] as const, { minLength: 1 });
    fc.assert(
      fc.property(
        offers,
        momentsDrawn,
        still,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (drawn, moments, spans, chance) => {
          fc.pre(spans.some((kind) => kind !== 'travel'));
          const chosen = choose({
            library: promptLibrary,
            moments,
            spans,
            offered: record(drawn),
            today,
            random: () => chance,
          });
          const { moments: suited = [], theme } = promptById(chosen ?? '') ?? {};
          const isForMovers = suited.some((moment) =>
            ['before-movement', 'after-movement', 'class'].includes(moment),
          );
          const isForOthers = suited.includes('injury') || suited.includes('rest');
          if (isForMovers && !isForOthers)
            expect([theme, suited.includes('any')]).toEqual(['identity', true]);
        },
      ),
    );
  });

  it('asks who one is more often in an injury than on other days, and asks about the injury', () => {
    expect(shareOf('identity', ['injury'])).toBeGreaterThan(1.8 * shareOf('identity', []));
    expect(shareOf('injury', ['injury'])).toBeGreaterThan(0.1);
    expect(shareOf('injury', ['travel'])).toBe(0);
  });

  it('lets go of an offer about an injury when it is over, and of one about moving when an injury begins', () => {
    expect(chosenWhileStanding('injury-friend', ['injury'])).toBe('injury-friend');
    expect(chosenWhileStanding('injury-friend', [])).not.toBe('injury-friend');
    expect(chosenWhileStanding('injury-friend', ['rest'])).not.toBe('injury-friend');
    expect(chosenWhileStanding('body-breath', ['injury'])).not.toBe('body-breath');
    expect(chosenWhileStanding('identity-at-ten', ['injury'])).toBe('identity-at-ten');
  });

  it('keeps showing the offer nothing has become of yet', () => {
    const offered: readonly OfferedPrompt[] = [
      { promptId: id('play-song'), day: today, response: 'another' },
      { promptId: id('body-breath'), day: today, response: 'offered' },
    ];
    for (let seed = 0; seed < 20; seed += 1) {
      expect(choose({ library: promptLibrary, moments: [], offered, today, random: seeded(seed) })).toBe(
        'body-breath',
      );
    }
  });

  it('does not hold on to an offer of yesterday', () => {
    const library = [prompt('one', 'play'), prompt('two', 'body')];
    const offered: readonly OfferedPrompt[] = [
      { promptId: id('one'), day: addDays(today, -1), response: 'offered' },
    ];
    expect(choose({ library, moments: [], offered, today, random: () => 0 })).toBe('two');
  });

  it('lets a prompt rest for two weeks after it was offered and four months after it was answered', () => {
    const library = [prompt('one', 'play'), prompt('two', 'play')];
    const chosenAfter = (days: number, response: OfferedPrompt['response']) =>
      choose({
        library,
        moments: [],
        offered: [{ promptId: id('one'), day: addDays(today, -days), response }],
        today,
        random: () => 0,
      });
    expect(chosenAfter(13, 'offered')).toBe('two');
    expect(chosenAfter(14, 'offered')).toBe('one');
    expect(chosenAfter(119, 'answered')).toBe('two');
    expect(chosenAfter(120, 'answered')).toBe('one');
  });

  it('offers the prompt closest to rested when every one was offered lately', () => {
    const library = [prompt('one', 'play'), prompt('two', 'body'), prompt('three', 'ritual')];
    const offered: readonly OfferedPrompt[] = [
      { promptId: id('two'), day: addDays(today, -9), response: 'offered' },
      { promptId: id('one'), day: addDays(today, -5), response: 'offered' },
      { promptId: id('three'), day: addDays(today, -1), response: 'offered' },
    ];
    expect(choose({ library, moments: [], offered, today, random: () => 0.9 })).toBe('two');
  });

  it('offers nothing when the library has nothing that suits', () => {
    const library = [prompt('one', 'injury', ['injury'])];
    expect(choose({ library, moments: ['class'], offered: [], today, random: () => 0 })).toBeNull();
    expect(choose({ library: [], moments: [], offered: [], today, random: () => 0 })).toBeNull();
  });

  it('mostly chooses what was written for the moment', () => {
    const random = seeded(4);
    const chosen = Array.from({ length: 400 }, () =>
      choose({ library: promptLibrary, moments: ['class'], offered: [], today, random }),
    );
    const forClass = chosen.filter((one) => promptById(one ?? '')?.moments.includes('class'));
    expect(forClass.length).toBeGreaterThan(200);
  });

  it('visits every theme within two months and none twice running', () => {
    for (let seed = 0; seed < 5; seed += 1) {
      const random = seeded(seed);
      const offered: OfferedPrompt[] = [];
      for (let days = 60; days > 0; days -= 1) {
        const day = addDays(today, -days);
        const chosen = choose({
          library: promptLibrary,
          moments: ['injury'],
          offered,
          today: day,
          random,
        });
        if (chosen !== null) offered.push({ promptId: chosen, day, response: 'answered' });
      }
      const themes = offered.map(({ promptId }) => promptById(promptId)?.theme);
      expect(new Set(themes).size).toBe(promptThemes.length);
      expect(themes.some((theme, index) => theme === themes[index - 1])).toBe(false);
      const mostOften = Math.max(
        ...promptThemes.map((theme) => themes.filter((one) => one === theme).length),
      );
      expect(mostOften).toBeLessThanOrEqual(9);
    }
  });

  it('goes through "another" again and again without repeating itself', () => {
    const random = seeded(8);
    const offered: OfferedPrompt[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const chosen = choose({ library: promptLibrary, moments: [], offered, today, random });
      if (chosen !== null) offered.push({ promptId: chosen, day: today, response: 'another' });
    }
    expect(offered).toHaveLength(40);
    expect(new Set(offered.map(({ promptId }) => promptId)).size).toBe(40);
  });
});

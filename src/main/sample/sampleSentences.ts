import { assert } from '../../shared/assert';
import type { PromptId } from '../../shared/id';
import type { SampleContent, SampleTopic } from './sampleContent';
import { createDeck, type SeededRandom } from './seededRandom';

/** Sentences of the sample's one imagined person, with their slots filled. */
export interface SampleSentences {
  readonly about: (topic: SampleTopic) => string;
  /** Undefined when the person has nothing to say to that prompt. */
  readonly answer: (prompt: PromptId) => string | undefined;
  readonly heading: () => string;
  readonly list: () => SampleList;
}

interface SampleList {
  readonly heading: string;
  readonly kind: 'bullet' | 'number' | 'check';
  readonly items: readonly string[];
}

/** A small letter at the start, or after the end of a sentence, becomes a capital one. */
const withCapitals = (text: string): string =>
  text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

export function createSampleSentences(content: SampleContent, random: SeededRandom): SampleSentences {
  const decks = <Key extends string>(
    lists: Readonly<Record<Key, readonly string[]>>,
  ): ((key: Key) => string) => {
    const dealers = new Map<string, () => string>();
    return (key) => {
      const deal = dealers.get(key) ?? createDeck(lists[key], random);
      dealers.set(key, deal);
      return deal();
    };
  };
  const slot = decks(content.slots);
  const topic = decks(content.topics);
  const answer = decks(content.answers);
  const heading = createDeck(content.headings, random);
  const list = createDeck(content.lists, random);

  /** The same slot twice in one sentence is the same word. */
  function fill(sentence: string): string {
    const chosen = new Map<string, string>();
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      assert(name in content.slots, `the sample knows the slot ${name}`);
      const word = chosen.get(name) ?? slot(name);
      chosen.set(name, word);
      return word;
    });
  }

  return {
    about: (name) => withCapitals(fill(topic(name))),
    answer: (prompt) => (prompt in content.answers ? withCapitals(fill(answer(prompt))) : undefined),
    heading,
    list: () => {
      const { heading: title, kind, items } = list();
      return { heading: title, kind, items: items.map(fill) };
    },
  };
}

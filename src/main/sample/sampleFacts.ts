import type { EntryId } from '../../shared/id';
import type { Journal } from '../journal/journal';
import { sampleContent } from './sampleContent';
import type { SeededRandom } from './seededRandom';

export interface SampleText {
  readonly id: EntryId;
  /** Words of the person alone. */
  readonly text: string;
}

interface Facts {
  readonly journal: Journal;
  readonly random: SeededRandom;
  /** Oldest first. */
  readonly entries: readonly SampleText[];
}

/** Nobody tags everything that could be. */
const chanceOfTag = 0.4;
const mostStars = 9;
/** In UTF-16 code units. A line in passing gets no star and no title. */
const longEnoughForStar = 220;
const longEnoughForTitle = 900;

const tagPatterns = sampleContent.facts.tags.map(({ name, words }) => ({
  name,
  pattern: new RegExp(String.raw`\b(?:${words.join('|')})\b`, 'iu'),
}));

/** What the imagined person says about some entries: tags by what is in them, a few stars and titles. */
export function fillSampleFacts({ journal, random, entries }: Facts): void {
  for (const { id, text } of entries) {
    const tags = tagPatterns
      .filter(({ pattern }) => pattern.test(text) && random.chance(chanceOfTag))
      .map(({ name }) => name);
    if (tags.length > 0) journal.entryFacts.setTags({ id, tags });
  }
  for (const { id } of spread(entries, longEnoughForStar, mostStars))
    journal.entryFacts.setStar({ id, star: 'on' });
  const { titles } = sampleContent.facts;
  for (const [index, { id }] of spread(entries, longEnoughForTitle, titles.length).entries())
    journal.entryFacts.setTitle({ id, title: titles[index] ?? null });
}

/** Some of the long ones, the newest of them first and the others evenly before it. */
function spread(entries: readonly SampleText[], least: number, most: number): readonly SampleText[] {
  const long = entries.filter(({ text }) => text.length >= least).toReversed();
  const step = Math.max(1, Math.floor(long.length / most));
  return long.filter((_, index) => index % step === 0).slice(0, most);
}

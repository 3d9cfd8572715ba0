import type { MovementKind } from '../../shared/domain/movementKind';
import type { Prompt } from '../../shared/domain/prompt';
import {
  createDivider,
  createDocument,
  createHeading,
  createList,
  createParagraph,
  createPrompt,
  createQuote,
  createText,
  marks,
} from '../../shared/document/createDocument';
import { countWords } from '../../shared/document/countWords';
import type { DocumentNode, JournalDocument } from '../../shared/document/schema';
import { promptLibrary } from '../../shared/prompts/promptLibrary';
import { movementTopics, type SampleTopic } from './sampleContent';
import type { LivedDay } from './sampleLife';
import type { SampleSentences } from './sampleSentences';
import type { SeededRandom } from './seededRandom';

/** What is on the person's mind as they start to write. */
export interface WritingMoment {
  readonly lived: LivedDay;
  /** Minutes after midnight, wall clock; more than 1440 is after midnight. */
  readonly clock: number;
  /** What they have just come back from, if anything. */
  readonly justMoved: MovementKind | null;
  readonly hasMovedToday: boolean;
}

/** Shares of entries by their number of sentences; the first is a line from the list of tiny ones. */
const lengths = [
  { share: 0.24, least: 0, most: 0 },
  { share: 0.4, least: 2, most: 4 },
  { share: 0.27, least: 5, most: 11 },
  { share: 0.09, least: 14, most: 30 },
] as const;
const mostWords = 380;
/** A page keeps to no single thing for longer than this many sentences. */
const mostOfOneTopic = 4;

const moodTopic = (mood: number): SampleTopic => {
  if (mood < -0.6) return 'low';
  return mood > 1.2 ? 'bright' : 'even';
};

const movementTopic = (kind: MovementKind): SampleTopic | null =>
  movementTopics.find((topic) => topic === kind) ?? null;

/** What this moment gives to write about; a topic twice is twice as likely. */
function topicsOf({ lived, clock, justMoved, hasMovedToday }: WritingMoment): readonly SampleTopic[] {
  const topics: SampleTopic[] = [lived.season, 'people', 'quiet', 'home', moodTopic(lived.mood)];
  const moved = justMoved === null ? null : movementTopic(justMoved);
  if (moved !== null) topics.push(moved, moved, moved);
  if (lived.phase === 'injury' || lived.phase === 'mending' || lived.phase === 'comeback') {
    topics.push(lived.phase, lived.phase);
  }
  if (lived.phase === 'ill') topics.push('ill', 'ill', 'rest');
  if (!hasMovedToday && clock > 1080 && lived.phase === 'usual') topics.push('rest');
  if (lived.weekday < 5 && lived.phase !== 'away' && clock > 660) topics.push('work', 'work');
  if (lived.weekday === 3 && clock > 1080) topics.push('therapy', 'therapy');
  return topics;
}

/** Prompts that suit the moment; a question about an injury comes in the injury alone. */
function promptFor({ lived, justMoved }: WritingMoment, random: SeededRandom): Prompt {
  const isHurt = lived.phase === 'injury' || lived.phase === 'mending';
  const aboutInjury = promptLibrary.filter(({ theme }) => theme === 'injury');
  if (isHurt && random.chance(0.4)) return random.pick(aboutInjury);
  const suited = promptLibrary.filter(
    ({ moments }) => (justMoved !== null && moments.includes('after-movement')) || moments.includes('any'),
  );
  return random.pick(suited);
}

/** Now and then one word of a sentence is set in bold or italics. */
function createSentences(sentences: readonly string[], random: SeededRandom): DocumentNode {
  const nodes: DocumentNode[] = [];
  let plain = '';
  sentences.forEach((sentence, index) => {
    const text = index === 0 ? sentence : ` ${sentence}`;
    const word = random.chance(0.05) ? random.pick(text.match(/\p{L}{4,}/gu) ?? ['']) : '';
    const at = text.indexOf(word);
    if (word === '' || at === 0) {
      plain += text;
      return;
    }
    nodes.push(createText(plain + text.slice(0, at)));
    nodes.push(createText(word, random.chance(0.6) ? marks.italic : marks.bold));
    plain = text.slice(at + word.length);
  });
  nodes.push(createText(plain));
  return createParagraph(nodes.filter((node) => node.text !== ''));
}

function createParagraphs(sentences: readonly string[], random: SeededRandom): readonly DocumentNode[] {
  const paragraphs: DocumentNode[] = [];
  let rest = sentences;
  while (rest.length > 0) {
    const length = rest.length <= 4 ? rest.length : random.between(2, 5);
    paragraphs.push(createSentences(rest.slice(0, length), random));
    rest = rest.slice(length);
  }
  return paragraphs;
}

function chooseSentences(
  count: number,
  moment: WritingMoment,
  sentences: SampleSentences,
  random: SeededRandom,
): readonly string[] {
  const topics = topicsOf(moment);
  const moved = moment.justMoved === null ? null : movementTopic(moment.justMoved);
  const chosen: string[] = [];
  let words = 0;
  const uses = new Map<SampleTopic, number>();
  while (chosen.length < count && words < mostWords - 60) {
    const fresh = topics.filter((topic) => (uses.get(topic) ?? 0) < mostOfOneTopic);
    if (fresh.length === 0) break;
    let topic = random.pick(fresh);
    if (chosen.length === 0 && moved !== null) topic = moved;
    else if (chosen.length === 0 && moment.clock < 600) topic = 'morning';
    const sentence = sentences.about(topic);
    chosen.push(sentence);
    uses.set(topic, (uses.get(topic) ?? 0) + 1);
    words += countWords(sentence);
  }
  if (chosen.length > 3 && moment.clock > 1170 && random.chance(0.5)) chosen.push(sentences.about('ending'));
  return chosen;
}

/** One page: a line, a few sentences, or a long evening with a heading and a list. Three to about 400 words. */
export function writeSampleEntry(
  moment: WritingMoment,
  sentences: SampleSentences,
  random: SeededRandom,
): JournalDocument {
  let share = random.next();
  const length = lengths.find((one) => (share -= one.share) < 0) ?? lengths[1];
  if (length.most === 0) return createDocument([createSentences([sentences.about('tiny')], random)]);

  const count = random.between(length.least, length.most);
  const paragraphs = createParagraphs(chooseSentences(count, moment, sentences, random), random);
  const blocks: DocumentNode[] = [];
  const prompt = random.chance(0.14) ? promptFor(moment, random) : undefined;
  const answer = prompt && sentences.answer(prompt.id);
  if (prompt !== undefined && answer !== undefined) {
    blocks.push(createPrompt(prompt.id, prompt.text), createSentences([answer], random));
    if (count > 3 && random.chance(0.2)) blocks.push(createDivider());
  } else if (count > 10 && random.chance(0.6)) {
    blocks.push(createHeading('h2', [createText(sentences.heading())]));
  }
  blocks.push(...paragraphs);
  if (count > 4 && random.chance(0.14)) blocks.push(...createSampleList(sentences, random));
  if (count > 6 && random.chance(0.06)) blocks.push(createQuote([createText(sentences.about('quiet'))]));
  return createDocument(blocks);
}

function createSampleList(sentences: SampleSentences, random: SeededRandom): readonly DocumentNode[] {
  const { heading, kind, items } = sentences.list();
  const lines = items.map((item) => ({ children: [createText(item)], isChecked: random.chance(0.5) }));
  return [createHeading('h3', [createText(heading)]), createList({ kind, lines })];
}

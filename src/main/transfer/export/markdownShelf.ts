import {
  createDocument,
  createHeading,
  createLineBreak,
  createList,
  createParagraph,
  createQuote,
  createText,
} from '../../../shared/document/createDocument';
import { documentToMarkdown } from '../../../shared/document/markdown';
import type { DocumentNode } from '../../../shared/document/schema';
import {
  emptyHardDayPage,
  isHardDayPageEmpty,
  textToLines,
  type HardDayPage,
} from '../../../shared/domain/hardDay';
import type { Keepsake } from '../../../shared/domain/keepsake';
import { promptById } from '../../../shared/prompts/promptLibrary';
import type { ExportSource } from '../exportJournal';

const heading = (tag: 'h1' | 'h2' | 'h3', text: string): DocumentNode =>
  createHeading(tag, [createText(text)]);

const bullets = (lines: readonly string[]): DocumentNode =>
  createList({ kind: 'bullet', lines: lines.map((line) => ({ children: [createText(line)] })) });

/** A text with its lines as they were broken. */
const brokenText = (text: string): readonly DocumentNode[] =>
  text.split('\n').flatMap((line, index) => [...(index > 0 ? [createLineBreak()] : []), createText(line)]);

/** A part with its heading; nothing when there is nothing in it. */
const part = (tag: 'h2' | 'h3', title: string, lines: readonly string[]): readonly DocumentNode[] =>
  lines.length === 0 ? [] : [heading(tag, title), bullets(lines)];

const keepsakeToBlocks = ({ text, author, day }: Keepsake): readonly DocumentNode[] => [
  createQuote(brokenText(text)),
  createParagraph([createText(author === null ? day : `${author}, ${day}`)]),
];

function hardDayToBlocks(page: HardDayPage): readonly DocumentNode[] {
  if (isHardDayPageEmpty(page)) return [];
  const people = page.people
    .map(({ name, number }) => [name, number].filter(Boolean).join(': '))
    .filter(Boolean);
  const words = page.words.trim();
  return [
    heading('h2', 'If today is hard'),
    ...part('h3', 'People I can call', people),
    ...part('h3', 'What has helped before', textToLines(page.steps)),
    ...part('h3', 'Places', textToLines(page.places)),
    ...(words === '' ? [] : [heading('h3', 'Words to read'), createParagraph(brokenText(words))]),
    ...part('h3', 'The emergency number', textToLines(page.emergencyNumber)),
  ];
}

/** The person's own questions, those they put aside, kept lines and the page for hard days; null when there is none of them. */
export function shelfToMarkdown({ everything }: ExportSource): string | null {
  const own = [...everything.ownPrompts()];
  const textOf = (id: string): string =>
    promptById(id)?.text ?? own.find((prompt) => prompt.id === id)?.text ?? id;
  const kept = [...everything.keepsakes()];
  const blocks = [
    ...part(
      'h2',
      'Questions of my own',
      own.map(({ text }) => text.replaceAll(/\s+/g, ' ')),
    ),
    ...part(
      'h2',
      'Questions not to be offered',
      [...everything.hiddenPrompts()].map(({ promptId }) => textOf(promptId)),
    ),
    ...(kept.length === 0 ? [] : [heading('h2', 'Kept lines'), ...kept.flatMap(keepsakeToBlocks)]),
    ...hardDayToBlocks(everything.hardDay()?.page ?? emptyHardDayPage),
  ];
  if (blocks.length === 0) return null;
  return `${documentToMarkdown(createDocument([heading('h1', 'From the library'), ...blocks])).trimEnd()}\n`;
}

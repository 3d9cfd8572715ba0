import type { ImageId } from '../../id';
import { nodeToImage } from '../image';
import type { DocumentNode, JournalDocument } from '../schema';
import { nodesToRuns, type InlineRun } from './inlineRuns';
import { marks } from '../createDocument';
import { runsToMarkdown } from './runsToMarkdown';
import { isDelimiterRow } from './tableLines';

const spaceReference = (space: string): string => `&#${space.charCodeAt(0)};`;

/** Keeps text that looks like the start of a block from becoming one. */
function escapeLine(source: string): string {
  const line = source.replace(/[ \t]$/, spaceReference).replace(/^[ \t]/, spaceReference);
  if (isDelimiterRow(line)) return `\\${line}`;
  return line
    .replace(/^(?=#{1,6}(?:[ \t]|$)|>|[-+](?:[- \t]|$)|=+$)/, '\\')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2');
}

/** A line break at the very end shows as nothing, and its backslash would show. */
function withoutLastBreaks(runs: readonly InlineRun[]): readonly InlineRun[] {
  return runs.slice(0, runs.findLastIndex((run) => run.kind !== 'break') + 1);
}

function blockText(node: DocumentNode): string {
  const runs = withoutLastBreaks(nodesToRuns(node.children ?? []));
  return runsToMarkdown(runs, 'lines').split('\n').map(escapeLine).join('\n');
}

function headingText(node: DocumentNode): string {
  const level = { h1: 1, h2: 2 }[String(node.tag)] ?? 3;
  const text = runsToMarkdown(nodesToRuns(node.children ?? []), 'one-line');
  const escaped = text.replace(/^[ \t]|[ \t]$/g, spaceReference).replace(/#$/, '\\#');
  return `${'#'.repeat(level)} ${escaped}`.replace(/ +$/, '');
}

const prefixLines = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line) => `${prefix}${line}`.replace(/ +$/, ''))
    .join('\n');

function promptText(node: DocumentNode): string {
  const question = runsToMarkdown(nodesToRuns(node.children ?? []), 'one-line').trim();
  const shown = question === '' ? '' : `**${question}** `;
  return `> ${shown}<!-- prompt: ${String(node.promptId ?? '')} -->`;
}

/** Where the reader of the Markdown finds a picture. */
export type ImagePlace = (id: ImageId) => string;

function imageText(node: DocumentNode, placeOf: ImagePlace): string {
  const image = nodeToImage(node);
  if (image === null) return '';
  const { id, alt, width, height, shown } = image;
  const words = runsToMarkdown(
    [{ kind: 'text', text: alt.replaceAll(/[\r\n]+/g, ' '), format: 0 }],
    'one-line',
  );
  const facts = `${id} ${width}x${height}${shown === 'small' ? ' small' : ''}`;
  return `![${words}](${placeOf(id)}) <!-- image: ${facts} -->`;
}

const codeText = (node: DocumentNode): string =>
  (node.children ?? []).map((child) => (child.type === 'linebreak' ? '\n' : (child.text ?? ''))).join('');

function codeBlockText(node: DocumentNode): string {
  const text = codeText(node);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const language = typeof node.language === 'string' ? node.language.replaceAll(/[`\s]/g, '') : '';
  return `${fence}${language}\n${text === '' ? '' : `${text}\n`}${fence}`;
}

/** A pipe inside code would end the cell for some readers: there the words count more than the mark. */
const withoutPipesInCode = (runs: readonly InlineRun[]): readonly InlineRun[] =>
  runs.map((run) => {
    if (run.kind === 'link') return { ...run, runs: withoutPipesInCode(run.runs) };
    const isPiped = run.kind === 'text' && run.text.includes('|');
    return isPiped ? { ...run, format: run.format & ~marks.code } : run;
  });

/** What stands in a cell on one line; blocks in it are parted by line breaks. */
function cellText(cell: DocumentNode): string {
  const lines = (cell.children ?? []).flatMap((inside) =>
    inside.type === 'list'
      ? (inside.children ?? []).map((item) => item.children ?? [])
      : [inside.children ?? []],
  );
  return lines
    .map((line) => runsToMarkdown(withoutPipesInCode(withoutLastBreaks(nodesToRuns(line))), 'one-line'))
    .map((line) => line.replace(/^[ \t]|[ \t]$/g, spaceReference).replaceAll('|', '\\|'))
    .join('<br>');
}

function tableText(node: DocumentNode): string {
  const rows = (node.children ?? []).map((row) => row.children ?? []);
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const hasNames = (rows[0] ?? []).some((cell) => Number(cell.headerState ?? 0) % 2 === 1);
  const dashes = line(Array.from({ length: columns }, () => '---'));
  const written = rows.map((cells) => line(cells.map(cellText)));
  const [names = line([]), ...others] = hasNames ? written : [line([]), ...written];
  return [names, dashes, ...others].join('\n');
}

type ListSigns = 'first' | 'second';

/** Two lists side by side need different markers, or Markdown reads them as one. */
const otherSigns = (signs: ListSigns): ListSigns => (signs === 'first' ? 'second' : 'first');

function listMarker(list: DocumentNode, number: number, signs: ListSigns): string {
  if (list.listType === 'number') return `${number}${signs === 'first' ? '.' : ')'} `;
  return signs === 'first' ? '- ' : '* ';
}

function listText(list: DocumentNode, signs: ListSigns): string {
  const lines: string[] = [];
  let number = typeof list.start === 'number' && list.start >= 0 ? list.start : 1;
  let marker = listMarker(list, number, signs);
  let nestedSigns: ListSigns = 'second';
  const addNested = (nested: DocumentNode): void => {
    // A deeper list without a line above it gets an empty one to hang from.
    if (lines.length === 0) lines.push(marker.trim());
    nestedSigns = otherSigns(nestedSigns);
    lines.push(prefixLines(listText(nested, nestedSigns), ' '.repeat(marker.length)));
  };
  for (const item of list.children ?? []) {
    const nested = (item.children ?? []).filter((child) => child.type === 'list');
    if (nested.length === 0 || (item.children ?? []).length > nested.length) {
      marker = listMarker(list, number, signs);
      number += 1;
      nestedSigns = 'second';
      const box = list.listType === 'check' ? `[${item.checked === true ? 'x' : ' '}] ` : '';
      const [first = '', ...rest] = blockText(item).split('\n');
      lines.push(`${marker}${box}${first}`.replace(/ +$/, ''));
      for (const line of rest) lines.push(`${' '.repeat(marker.length)}${line}`.replace(/ +$/, ''));
    }
    for (const child of nested) addNested(child);
  }
  return lines.join('\n');
}

function blockToMarkdown(node: DocumentNode, signs: ListSigns, placeOf: ImagePlace): string {
  switch (node.type) {
    case 'heading':
      return headingText(node);
    case 'quote':
      return prefixLines(blockText(node), '> ');
    case 'list':
      return listText(node, signs);
    case 'horizontalrule':
      return '---';
    case 'code':
      return codeBlockText(node);
    case 'table':
      return tableText(node);
    case 'prompt':
      return promptText(node);
    case 'image':
      return imageText(node, placeOf);
    default:
      return blockText(node);
  }
}

/**
 * Markdown that CommonMark readers show as the page looked: headings 1 to 3, marks, lists, checklists and
 * tables (GitHub's), code, quotes, links and dividers. Underlining is `<u>`, a highlight is in two equals signs. A prompt is a quote in bold with its id in a comment, a picture has its
 * id and its size in one. Empty paragraphs are left out. Blocks that are not known give their text.
 */
export function documentToMarkdown(
  document: JournalDocument,
  placeOf: ImagePlace = (id) => `image:${id}`,
): string {
  const blocks: string[] = [];
  let before: ListSigns = 'second';
  for (const node of document.root.children ?? []) {
    const signs: ListSigns = node.type === 'list' ? otherSigns(before) : 'second';
    const markdown = blockToMarkdown(node, signs, placeOf);
    if (markdown === '') continue;
    blocks.push(markdown);
    before = signs;
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

import { imageWords } from '../../../shared/document/image';
import type { DocumentNode, JournalDocument } from '../../../shared/document/schema';

function inlineText(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\n';
  if (node.type === 'tab') return '\t';
  if (node.text !== undefined) return node.text;
  const words = (node.children ?? [])
    .filter(({ type }) => type !== 'list')
    .map(inlineText)
    .join('');
  const isLink = node.type === 'link' && typeof node.url === 'string' && node.url !== words;
  return isLink ? `${words} (${String(node.url)})` : words;
}

const indent = (text: string, first: string, others = ' '.repeat(first.length)): string =>
  text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');

function listText(list: DocumentNode): string {
  let number = typeof list.start === 'number' ? list.start : 1;
  const lines: string[] = [];
  for (const item of list.children ?? []) {
    const children = item.children ?? [];
    const nested = children.filter(({ type }) => type === 'list');
    if (nested.length === 0 || nested.length < children.length) {
      const box = list.listType === 'check' ? `[${item.checked === true ? 'x' : ' '}] ` : '';
      const mark = list.listType === 'number' ? `${number}. ` : `- ${box}`;
      number += 1;
      lines.push(indent(inlineText(item), mark));
    }
    for (const inner of nested) lines.push(indent(listText(inner), '  '));
  }
  return lines.join('\n');
}

const cellText = (cell: DocumentNode): string =>
  (cell.children ?? []).map(blockText).join(' ').replaceAll(/\s+/g, ' ').trim();

function blockText(node: DocumentNode): string {
  switch (node.type) {
    case 'list':
      return listText(node);
    case 'quote':
    case 'prompt':
      return indent(inlineText(node), '> ', '> ');
    case 'code':
      return indent(inlineText(node), '    ');
    case 'horizontalrule':
      return '* * *';
    case 'image':
      return `[Picture${imageWords(node) === '' ? '' : `: ${imageWords(node)}`}]`;
    case 'table':
      return (node.children ?? []).map((row) => (row.children ?? []).map(cellText).join(' | ')).join('\n');
    default:
      return inlineText(node);
  }
}

/** A page as plain text for reading: blocks with an empty line between, lists with dashes, questions and quotes behind ">". */
export const documentToText = (document: JournalDocument): string =>
  (document.root.children ?? [])
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n');

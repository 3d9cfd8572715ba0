import { isDelimiterRow } from './tableLines';

const longestLook = 20_000;

/** What one line says for Markdown: 2 is hardly anything else, 1 may be. */
function weigh(line: string): number {
  if (/^ {0,3}(?:`{3,}|~{3,})[\w+-]*$/.test(line) || isDelimiterRow(line)) return 2;
  if (/^\s*[-*+] \[[ xX]\] \S/.test(line)) return 2;
  if (/^#{1,6} \S/.test(line) || /^> \S/.test(line) || /^\s*(?:[-*+]|\d{1,3}[.)]) \S/.test(line)) return 1;
  return 0;
}

const inlineSigns =
  /\*\*\S[^*\n]{0,200}\S\*\*|\[[^\]\n]{1,200}\]\(https?:\/\/[^)\s]{1,500}\)|`[^`\n]{1,200}`/;

/**
 * Whether a text that was copied somewhere is Markdown beyond doubt: a fence, a table or a task, or two lines that begin as blocks
 * do, or one such line and marked words. A hash or a dash alone is how people write, too. Looks at the beginning only.
 */
export function looksLikeMarkdown(text: string): boolean {
  const looked = text.slice(0, longestLook);
  const blocks = looked.split(/\r\n|\r|\n/).reduce((sum, line) => sum + weigh(line), 0);
  return blocks >= 2 || (blocks === 1 && inlineSigns.test(looked));
}

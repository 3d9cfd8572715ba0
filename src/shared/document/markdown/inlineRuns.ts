import { allMarks, createLineBreak, createLink, createText } from '../createDocument';
import type { DocumentNode } from '../schema';

/** The inside of a block as a flat row, which is what both directions work on. */
export type InlineRun =
  | { readonly kind: 'text'; readonly text: string; readonly format: number }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly url: string; readonly runs: readonly InlineRun[] };

function formatOf(node: DocumentNode): number {
  return typeof node.format === 'number' ? node.format & allMarks : 0;
}

function pushText(runs: InlineRun[], text: string, format: number): void {
  const pieces = text.split(/\r\n|\r|\n/);
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) runs.push({ kind: 'break' });
    if (piece.length === 0) continue;
    const last = runs.at(-1);
    if (last?.kind === 'text' && last.format === format) {
      runs[runs.length - 1] = { kind: 'text', text: last.text + piece, format };
    } else {
      runs.push({ kind: 'text', text: piece, format });
    }
  }
}

/** Blocks inside (a nested list, say) are left out; nodes that are not known give their text. */
export function nodesToRuns(nodes: readonly DocumentNode[]): readonly InlineRun[] {
  const runs: InlineRun[] = [];
  for (const node of nodes) {
    if (node.type === 'list') continue;
    if (node.type === 'linebreak') runs.push({ kind: 'break' });
    else if (node.text !== undefined) pushText(runs, node.text, formatOf(node));
    else if (node.type === 'link' && typeof node.url === 'string') {
      const inside = nodesToRuns(node.children ?? []);
      if (inside.length > 0) runs.push({ kind: 'link', url: node.url, runs: inside });
    } else for (const run of nodesToRuns(node.children ?? [])) runs.push(run);
  }
  return runs;
}

export const runsToNodes = (runs: readonly InlineRun[]): readonly DocumentNode[] =>
  runs.map((run) => {
    if (run.kind === 'break') return createLineBreak();
    if (run.kind === 'link') return createLink(run.url, runsToNodes(run.runs));
    return createText(run.text, run.format);
  });

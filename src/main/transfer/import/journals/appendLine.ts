import { createLineBreak } from '../../../../shared/document/createDocument';
import type { DocumentNode } from '../../../../shared/document/schema';

/** Not by spreading: a page can have more lines than a call can have arguments. */
export function append<Item>(into: Item[], items: readonly Item[]): void {
  for (const item of items) into.push(item);
}

/** Adds a line of words below those that are there. */
export function appendLine(into: DocumentNode[], children: readonly DocumentNode[]): void {
  if (into.length > 0) into.push(createLineBreak());
  append(into, children);
}

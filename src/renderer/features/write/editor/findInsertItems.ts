import { message } from '../../../i18n/i18n';
import { foldForFinding } from '../find/foldForFinding';
import type { InsertItem } from './insertItems';

const wordsOf = (text: string): readonly string[] =>
  foldForFinding(text)
    .text.split(/[\s-]+/)
    .filter(Boolean);

/** How well the typed words fit: 0 for the beginning of the name, 1 for a later word or another name; null for neither. */
function rank(item: InsertItem, typed: readonly string[]): number | null {
  const name = wordsOf(message(item.label));
  const others = item.alsoCalled === null ? [] : wordsOf(message(item.alsoCalled));
  const all = [...name, ...others];
  if (!typed.every((part) => all.some((word) => word.startsWith(part)))) return null;
  const [first = ''] = typed;
  return name[0]?.startsWith(first) === true ? 0 : 1;
}

/** The rows whose words begin with what was typed, those it names first; all of them for nothing typed. */
export function findInsertItems(items: readonly InsertItem[], typed: string): readonly InsertItem[] {
  const parts = wordsOf(typed);
  const ranked = items.flatMap((item) => {
    const place = rank(item, parts);
    return place === null ? [] : [{ item, place }];
  });
  return parts.length === 0
    ? items
    : ranked.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}

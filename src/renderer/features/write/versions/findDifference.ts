import { diffArrays, diffWordsWithSpace } from 'diff';
import type { BlockKind, Setting, SetText, VersionBlock } from './readBlocks';

export interface DifferencePiece extends Setting {
  readonly text: string;
  /** `reset`: the same words, set in another way. */
  readonly is: 'same' | 'gone' | 'new' | 'reset';
  /** How they were set, where that is another way. */
  readonly before: Setting | null;
}

export interface DifferenceBlock {
  readonly kind: BlockKind;
  readonly depth: number;
  readonly pieces: readonly DifferencePiece[];
  /** As a whole. */
  readonly is: 'same' | 'gone' | 'new';
  /** What kind of block it was, and how deep, where that is another now. */
  readonly was: Pick<VersionBlock, 'kind' | 'depth'> | null;
}

/** Longest block whose words are compared; of a longer one it is only said that it changed. */
const longestCompared = 20_000;

const isSameSetting = (one: Setting, other: Setting): boolean =>
  one.link === other.link && one.marks.join() === other.marks.join();

/** The part of `runs` from one place in their text to another. */
function cut(runs: readonly SetText[], from: number, to: number): readonly SetText[] {
  const parts: SetText[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') parts.push({ ...run, text });
    at += run.text.length;
  }
  return parts;
}

/** The same words on both sides, cut where either begins to be set in another way. */
function compareSettings(before: readonly SetText[], after: readonly SetText[]): readonly DifferencePiece[] {
  const pieces: DifferencePiece[] = [];
  const ends = new Set<number>();
  for (const runs of [before, after]) {
    let at = 0;
    for (const { text } of runs) ends.add((at += text.length));
  }
  let from = 0;
  for (const end of [...ends].toSorted((one, other) => one - other)) {
    const [old] = cut(before, from, end);
    const [now] = cut(after, from, end);
    from = end;
    if (old === undefined || now === undefined) continue;
    const isSame = isSameSetting(old, now);
    pieces.push({ ...now, is: isSame ? 'same' : 'reset', before: isSame ? null : old });
  }
  return pieces;
}

const whole = (runs: readonly SetText[], is: 'gone' | 'new'): readonly DifferencePiece[] =>
  runs.map((run) => ({ ...run, is, before: null }));

function comparePieces(before: VersionBlock, after: VersionBlock): readonly DifferencePiece[] {
  if (before.text === after.text) return compareSettings(before.runs, after.runs);
  if (before.text.length + after.text.length > longestCompared)
    return [...whole(before.runs, 'gone'), ...whole(after.runs, 'new')];
  let [old, now] = [0, 0];
  return diffWordsWithSpace(before.text, after.text).flatMap(({ value, added, removed }) => {
    const [fromOld, fromNow] = [old, now];
    if (!added) old += value.length;
    if (!removed) now += value.length;
    if (removed) return whole(cut(before.runs, fromOld, old), 'gone');
    if (added) return whole(cut(after.runs, fromNow, now), 'new');
    return compareSettings(cut(before.runs, fromOld, old), cut(after.runs, fromNow, now));
  });
}

function compareBlocks(before: VersionBlock, after: VersionBlock): DifferenceBlock {
  const isSame = before.kind === after.kind && before.depth === after.depth;
  const { kind, depth } = after;
  return { kind, depth, pieces: comparePieces(before, after), is: 'same', was: isSame ? null : before };
}

const wholeBlock = ({ kind, depth, runs }: VersionBlock, is: 'gone' | 'new'): DifferenceBlock => ({
  kind,
  depth,
  pieces: whole(runs, is),
  is,
  was: null,
});

/** Of the longer one, how much is in both: with less, one did not become the other. */
const leastAlike = 0.25;

function isAlike({ pieces }: DifferenceBlock, before: VersionBlock, after: VersionBlock): boolean {
  const kept = pieces
    .filter(({ is }) => is === 'same' || is === 'reset')
    .reduce((length, { text }) => length + text.trim().length, 0);
  return kept >= leastAlike * Math.max(before.text.length, after.text.length);
}

/** Two that stand in the same place: one that became the other, or one that went and one that came. */
function pairBlocks(before: VersionBlock, after: VersionBlock): readonly DifferenceBlock[] {
  // An empty line somebody wrote on is no line that went.
  if (before.text === '') return [wholeBlock(after, 'new')];
  const compared = compareBlocks(before, after);
  return isAlike(compared, before, after)
    ? [compared]
    : [wholeBlock(before, 'gone'), wholeBlock(after, 'new')];
}

const keyOf = ({ identity, text }: VersionBlock): string => identity ?? ` ${text}`;

/**
 * Blocks are matched first, by their words; then words are compared within blocks that changed, and how words and blocks are
 * set where they are the same.
 */
export function findDifference(
  earlier: readonly VersionBlock[],
  later: readonly VersionBlock[],
): readonly DifferenceBlock[] {
  const blocks: DifferenceBlock[] = [];
  let gone: readonly VersionBlock[] = [];
  let [old, now] = [0, 0];
  const leave = (): void => {
    for (const block of gone) blocks.push(wholeBlock(block, 'gone'));
    gone = [];
  };
  for (const { count, added, removed } of diffArrays(earlier.map(keyOf), later.map(keyOf))) {
    const before = added ? [] : earlier.slice(old, old + count);
    const after = removed ? [] : later.slice(now, now + count);
    old += before.length;
    now += after.length;
    if (removed) {
      leave();
      gone = before;
      continue;
    }
    for (const [place, block] of after.entries()) {
      const [partner, ...others] = added ? gone : [];
      const isComparable = partner !== undefined && partner.identity === null && block.identity === null;
      if (isComparable) gone = others;
      else if (!added) leave();
      const same = added ? undefined : before[place];
      if (isComparable) blocks.push(...pairBlocks(partner, block));
      else blocks.push(same === undefined ? wholeBlock(block, 'new') : compareBlocks(same, block));
    }
    leave();
  }
  leave();
  return blocks;
}

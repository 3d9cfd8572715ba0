import { diffArrays, diffWordsWithSpace } from 'diff';

export interface DifferencePiece {
  readonly text: string;
  readonly is: 'same' | 'gone' | 'new';
}

/** Longest block whose words are compared; of a longer one it is only said that it changed. */
const longestCompared = 20_000;

/** Two texts, a block a line: blocks are matched first, and words are compared within blocks that changed. */
export function findDifference(earlier: string, later: string): readonly (readonly DifferencePiece[])[] {
  const blocks: DifferencePiece[][] = [];
  let gone: readonly string[] = [];
  const leave = (): void => {
    for (const text of gone) blocks.push([{ text, is: 'gone' }]);
    gone = [];
  };
  for (const { value, added, removed } of diffArrays(earlier.split('\n'), later.split('\n'))) {
    if (removed) {
      leave();
      gone = value;
    } else if (added) {
      for (const [place, text] of value.entries()) {
        const before = gone[place];
        blocks.push(before === undefined ? [{ text, is: 'new' }] : compareWords(before, text));
      }
      gone = gone.slice(value.length);
      leave();
    } else {
      leave();
      for (const text of value) blocks.push([{ text, is: 'same' }]);
    }
  }
  leave();
  return blocks;
}

function compareWords(before: string, after: string): DifferencePiece[] {
  if (before.length + after.length > longestCompared)
    return [
      { text: before, is: 'gone' },
      { text: after, is: 'new' },
    ];
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    is: removed ? 'gone' : added ? 'new' : 'same',
  }));
}

import { message } from '../../../i18n/i18n';
import type { DifferenceBlock, DifferencePiece } from './findDifference';
import type { Setting } from './readBlocks';

const settingWords = ({ marks, link }: Setting): readonly string[] => [
  ...marks.map((mark) => message(`write.versions.mark.${mark}`)),
  ...(link === null ? [] : [message('write.versions.mark.link', { address: link })]),
];

/** In words, how a piece was set in another way; empty where it was not. */
export function sayReset({ before, marks, link }: DifferencePiece): string {
  if (before === null) return '';
  const [old, now] = [settingWords(before), settingWords({ marks, link })];
  const came = now.filter((word) => !old.includes(word));
  const went = old.filter((word) => !now.includes(word));
  return [
    ...(came.length === 0 ? [] : [message('write.versions.cameMarks', { marks: came.join(', ') })]),
    ...(went.length === 0 ? [] : [message('write.versions.wentMarks', { marks: went.join(', ') })]),
  ].join('; ');
}

/** In words, what another kind of block it became; empty where it stayed what it was. */
export function sayChange({ was, kind, depth }: DifferenceBlock): string {
  if (was === null) return '';
  if (was.kind === kind) return message('write.versions.moved', { way: depth > was.depth ? 'in' : 'out' });
  return message('write.versions.became', {
    now: message(`write.versions.kind.${kind}`),
    before: message(`write.versions.kind.${was.kind}`),
  });
}

import { guardFormula, unguardFormula } from '../../shared/domain/guardFormula';

/** "calm; hope": feelings in one cell of a table. A semicolon or a backslash within a feeling has a backslash in front, so that they can be told apart again. */
export const feelingsToCell = (feelings: readonly string[]): string =>
  guardFormula(feelings.map((feeling) => feeling.replaceAll(/[\\;]/g, String.raw`\$&`)).join('; '));

export const cellToFeelings = (cell: string): readonly string[] =>
  [...unguardFormula(cell).matchAll(/(?:\\[\s\S]|[^;])+/g)]
    .map(([part]) => part.replaceAll(/\\([\s\S])/g, '$1').trim())
    .filter((feeling) => feeling !== '');

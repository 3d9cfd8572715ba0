import type { Diary } from '../diary';
import { groupAnswers, type AnsweredPrompt } from './answeredPrompts';
import { doseOfKinds, type DoseOfKind } from './doseOfKinds';
import { markFeelings, type FeelingMarks } from './feelingMarks';
import { pairWeeks, type PairedWeek } from './pairedWeeks';
import { drawPlacebos, type PlaceboStretches } from './placeboStretches';
import { layOutYears, type GridWeek } from './yearGrid';

/** What the pictures draw besides the results: the days and sessions an answer rests on. */
export interface InsightPictures {
  readonly pairedWeeks: readonly PairedWeek[];
  readonly dose: readonly DoseOfKind[];
  readonly feelings: readonly FeelingMarks[];
  readonly years: readonly GridWeek[];
  readonly placebos: readonly PlaceboStretches[];
  readonly prompts: readonly AnsweredPrompt[];
}

export const drawPictures = (
  diary: Diary,
  { kinds, feelings }: { readonly kinds: readonly string[]; readonly feelings: readonly string[] },
): InsightPictures => ({
  pairedWeeks: pairWeeks(diary),
  dose: doseOfKinds(diary, kinds),
  feelings: markFeelings(diary.named, feelings),
  years: layOutYears(diary),
  placebos: diary.spans.map((span) => drawPlacebos(diary, span)),
  prompts: groupAnswers(diary.answers),
});

import { z } from 'zod';
import { feelingSchema, offeredFeelings } from './mood';

/** A feeling as it stands in the person's own order. A hidden one is not offered; where it was used it stays. */
const feelingChoiceSchema = z.strictObject({ feeling: feelingSchema, isShown: z.boolean() });
export type FeelingChoice = z.infer<typeof feelingChoiceSchema>;

const mostFeelings = 200;

/** What tells one feeling from another: "Homesick" and "homesick " are one. */
export const feelingKey = (feeling: string): string => feeling.trim().normalize('NFC').toLowerCase();

/** All of them, in their order. */
export const feelingChoicesSchema = z
  .array(feelingChoiceSchema)
  .max(mostFeelings)
  .readonly()
  .refine(
    (choices) => new Set(choices.map(({ feeling }) => feelingKey(feeling))).size === choices.length,
    'a feeling stands once',
  );

export const isOfferedFeeling = (feeling: string): boolean =>
  offeredFeelings.some((offered) => offered === feeling);

/** Those that were arranged, and every offered one that was not: after the one it is offered after. */
export function arrangeFeelings(arranged: readonly FeelingChoice[]): readonly FeelingChoice[] {
  const all = [...arranged];
  for (const [index, feeling] of offeredFeelings.entries()) {
    if (all.some((choice) => choice.feeling === feeling)) continue;
    const before = all.findIndex((choice) => choice.feeling === offeredFeelings[index - 1]);
    all.splice(before + 1, 0, { feeling, isShown: true });
  }
  return all;
}

/** What is offered for a moment: what is shown, and what this moment has already. */
export const feelingsFor = (
  choices: readonly FeelingChoice[],
  chosen: readonly string[],
): readonly string[] => [
  ...new Set([
    ...choices
      .filter(({ feeling, isShown }) => isShown || chosen.includes(feeling))
      .map(({ feeling }) => feeling),
    ...chosen,
  ]),
];

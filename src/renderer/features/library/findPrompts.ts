import type { AnyPrompt, PromptMoment } from '../../../shared/domain/prompt';

export interface PromptWish {
  /** As typed; each word has to be found somewhere in the question or its follow-ups. */
  readonly words: string;
  /** `all`: whatever moment they suit. */
  readonly moment: PromptMoment | 'all';
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether anything is asked for at all. */
export const isWish = ({ words, moment }: PromptWish): boolean => words.trim() !== '' || moment !== 'all';

/** The prompts that fit, in their order. A prompt for any day fits the moment "any" and no other. */
export function findPrompts<Found extends AnyPrompt>(
  prompts: readonly Found[],
  { words, moment }: PromptWish,
): readonly Found[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return prompts.filter((prompt) => {
    if (moment !== 'all' && !prompt.moments.includes(moment)) return false;
    const followUps = 'followUps' in prompt ? (prompt.followUps ?? []) : [];
    const text = fold([prompt.text, ...followUps].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

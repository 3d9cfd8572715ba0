import type { Prompt } from '../domain/prompt';

/** Titles of the articles whose ideas the prompts follow, as they are printed in a footnote. */
export const sourceTitles = {
  'running-as-therapy': 'Running as Therapy: 27 Years of Health Through Movement',
  'endorphins-to-emotional-healing':
    'From Endorphins to Emotional Healing: The Therapy Hidden in Your Workout Routine',
} as const satisfies Record<Prompt['source']['article'], string>;

/** The same, short enough for a margin. */
export const shortSourceTitles = {
  'running-as-therapy': 'Running as Therapy',
  'endorphins-to-emotional-healing': 'From Endorphins to Emotional Healing',
} as const satisfies Record<Prompt['source']['article'], string>;

import { createContext, use } from 'react';
import { arrangeFeelings, type FeelingChoice } from '../../shared/domain/feeling';
import type { FeelingForm } from '../../shared/domain/mood';

interface Choices {
  readonly form: FeelingForm;
  /** All of them, in the person's order. */
  readonly feelings: readonly FeelingChoice[];
  /** Takes up a word of the person's own; null where nothing can be written. */
  readonly addFeeling: ((feeling: string) => void) | null;
}

const Context = createContext<Choices>({ form: 'stops', feelings: arrangeFeelings([]), addFeeling: null });

/** How a feeling is given here, and which words there are for it. */
export const FeltChoices = Context.Provider;

export const useFeltChoices = (): Choices => use(Context);

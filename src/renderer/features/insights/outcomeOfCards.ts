import { createContext } from 'react';
import type { Outcome } from '../../../shared/domain/insights';

/** What the cards around are about: scales, words and heads follow it. */
export const OutcomeOfCards = createContext<Outcome>('valence');

import { createContext } from 'react';

/** Which time the cards around look at, in a sentence; empty where that is of no matter. */
export const SaidRange = createContext('');

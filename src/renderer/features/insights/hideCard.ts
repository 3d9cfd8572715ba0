import { createContext } from 'react';

/** How the card around is put aside for good; null where it stays, or nothing can be changed. */
export const HideCard = createContext<(() => void) | null>(null);

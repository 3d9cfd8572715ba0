import { createContext } from 'react';

/** How a picture draws what is plausible: a thick and a thin bar, or twenty equally likely dots. */
export type IntervalForm = 'bars' | 'dots';

/** What the card around was asked for; a picture with intervals follows it. */
export const IntervalFormOfCard = createContext<IntervalForm>('bars');

import { createContext } from 'react';
import type { CardLook } from '../../session/insightsPlaceStore';

/** How a picture draws what is plausible: a thick and a thin bar, or twenty equally likely dots. */
export type IntervalForm = CardLook['intervals'];

/** What the card around was asked for; a picture with intervals follows it. */
export const IntervalFormOfCard = createContext<IntervalForm>('bars');

import { noSessionFacts } from '../../src/shared/domain/movement';

/** A session at a known time of which nothing more was noted. */
export const plainSession = { ...noSessionFacts, isTimed: true } as const;

/** The same as somebody fills it in, in Paris, with ratings that speak of the start and the end. */
export const plainDraft = { ...plainSession, zone: 'Europe/Paris', beforeAt: null, afterAt: null } as const;

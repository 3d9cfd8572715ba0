import {
  createCheckInId,
  createEntryId,
  createKeepsakeId,
  createOwnKindId,
  createOwnPromptId,
  createOwnStepId,
  createRitualId,
  createRitualReturnId,
  createSavedSearchId,
  createSessionId,
  createSpanId,
  createStepTakenId,
  createTemplateId,
  type CheckInId,
  type EntryId,
  type KeepsakeId,
  type OwnKindId,
  type PromptId,
  type RitualId,
  type RitualReturnId,
  type SavedSearchId,
  type SessionId,
  type SpanId,
  type StepId,
  type StepTakenId,
  type TemplateId,
} from '../../shared/id';
import type { RandomBytes } from '../../shared/ports';

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Ids are made here, so that sending the same record twice after a lost answer makes one record. */
export const newEntryId = (): EntryId => createEntryId(Date.now(), randomBytes);
export const newCheckInId = (): CheckInId => createCheckInId(Date.now(), randomBytes);
export const newTemplateId = (): TemplateId => createTemplateId(Date.now(), randomBytes);
export const newSessionId = (): SessionId => createSessionId(Date.now(), randomBytes);
export const newKeepsakeId = (): KeepsakeId => createKeepsakeId(Date.now(), randomBytes);
export const newOwnKindId = (): OwnKindId => createOwnKindId(Date.now(), randomBytes);
export const newOwnPromptId = (): PromptId => createOwnPromptId(Date.now(), randomBytes);
export const newSavedSearchId = (): SavedSearchId => createSavedSearchId(Date.now(), randomBytes);
export const newSpanId = (): SpanId => createSpanId(Date.now(), randomBytes);
export const newRitualId = (): RitualId => createRitualId(Date.now(), randomBytes);
export const newRitualReturnId = (): RitualReturnId => createRitualReturnId(Date.now(), randomBytes);
export const newOwnStepId = (): StepId => createOwnStepId(Date.now(), randomBytes);
export const newStepTakenId = (): StepTakenId => createStepTakenId(Date.now(), randomBytes);

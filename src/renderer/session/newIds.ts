import {
  createCheckInId,
  createEntryId,
  createKeepsakeId,
  createOwnPromptId,
  createSavedSearchId,
  createSessionId,
  createSpanId,
  createTemplateId,
  type CheckInId,
  type EntryId,
  type KeepsakeId,
  type PromptId,
  type SavedSearchId,
  type SessionId,
  type SpanId,
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
export const newOwnPromptId = (): PromptId => createOwnPromptId(Date.now(), randomBytes);
export const newSavedSearchId = (): SavedSearchId => createSavedSearchId(Date.now(), randomBytes);
export const newSpanId = (): SpanId => createSpanId(Date.now(), randomBytes);

import { z } from 'zod';
import type { RandomBytes } from './ports';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const entryIdSchema = z.string().regex(uuidPattern).brand('EntryId');
export type EntryId = z.infer<typeof entryIdSchema>;

export const checkInIdSchema = z.string().regex(uuidPattern).brand('CheckInId');
export type CheckInId = z.infer<typeof checkInIdSchema>;

export const sessionIdSchema = z.string().regex(uuidPattern).brand('SessionId');
export type SessionId = z.infer<typeof sessionIdSchema>;

export const imageIdSchema = z.string().regex(uuidPattern).brand('ImageId');
export type ImageId = z.infer<typeof imageIdSchema>;

export const templateIdSchema = z.string().regex(uuidPattern).brand('TemplateId');
export type TemplateId = z.infer<typeof templateIdSchema>;

/** Stable slug of a prompt in `content/prompts`, such as "identity-value". */
export const promptIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .brand('PromptId');
export type PromptId = z.infer<typeof promptIdSchema>;

/** A prompt the person wrote. No prompt of the library begins so: theirs begin with a theme. */
export const ownPromptIdSchema = z
  .string()
  .regex(/^own-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .brand('PromptId');

/** A kind of movement the person named. No offered kind begins so. */
export const ownKindIdSchema = z
  .string()
  .regex(/^own-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .brand('OwnKindId');
export type OwnKindId = z.infer<typeof ownKindIdSchema>;

export const keepsakeIdSchema = z.string().regex(uuidPattern).brand('KeepsakeId');
export type KeepsakeId = z.infer<typeof keepsakeIdSchema>;

export const savedSearchIdSchema = z.string().regex(uuidPattern).brand('SavedSearchId');
export type SavedSearchId = z.infer<typeof savedSearchIdSchema>;

export const spanIdSchema = z.string().regex(uuidPattern).brand('SpanId');
export type SpanId = z.infer<typeof spanIdSchema>;

export const ritualIdSchema = z.string().regex(uuidPattern).brand('RitualId');
export type RitualId = z.infer<typeof ritualIdSchema>;

/** One return to a ritual. */
export const ritualReturnIdSchema = z.string().regex(uuidPattern).brand('RitualReturnId');
export type RitualReturnId = z.infer<typeof ritualReturnIdSchema>;

/** Stable slug of a step in `content/steps`, or the id of one of the person's own. */
export const stepIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .brand('StepId');
export type StepId = z.infer<typeof stepIdSchema>;

/** A step the person wrote. None that ships begins so. */
export const ownStepIdSchema = z
  .string()
  .regex(/^step-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .brand('StepId');

/** One time a step of the ladder was taken. */
export const stepTakenIdSchema = z.string().regex(uuidPattern).brand('StepTakenId');
export type StepTakenId = z.infer<typeof stepTakenIdSchema>;

/** Stands for a path that only main and the keeper know. */
export const pathTokenSchema = z.string().regex(uuidPattern).brand('PathToken');
export type PathToken = z.infer<typeof pathTokenSchema>;

/** UUID version 7 (RFC 9562, section 5.7): sorts by time, 74 random bits. */
export function createUuid(now: number, randomBytes: RandomBytes): string {
  const bytes = new Uint8Array(16);
  bytes.set(randomBytes(10), 6);
  let rest = now;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const createEntryId = (now: number, randomBytes: RandomBytes): EntryId =>
  entryIdSchema.parse(createUuid(now, randomBytes));
export const createCheckInId = (now: number, randomBytes: RandomBytes): CheckInId =>
  checkInIdSchema.parse(createUuid(now, randomBytes));
export const createSessionId = (now: number, randomBytes: RandomBytes): SessionId =>
  sessionIdSchema.parse(createUuid(now, randomBytes));
export const createImageId = (now: number, randomBytes: RandomBytes): ImageId =>
  imageIdSchema.parse(createUuid(now, randomBytes));
export const createSavedSearchId = (now: number, randomBytes: RandomBytes): SavedSearchId =>
  savedSearchIdSchema.parse(createUuid(now, randomBytes));
export const createPathToken = (now: number, randomBytes: RandomBytes): PathToken =>
  pathTokenSchema.parse(createUuid(now, randomBytes));
export const createOwnPromptId = (now: number, randomBytes: RandomBytes): PromptId =>
  ownPromptIdSchema.parse(`own-${createUuid(now, randomBytes)}`);
export const createOwnKindId = (now: number, randomBytes: RandomBytes): OwnKindId =>
  ownKindIdSchema.parse(`own-${createUuid(now, randomBytes)}`);
export const createTemplateId = (now: number, randomBytes: RandomBytes): TemplateId =>
  templateIdSchema.parse(createUuid(now, randomBytes));
export const createKeepsakeId = (now: number, randomBytes: RandomBytes): KeepsakeId =>
  keepsakeIdSchema.parse(createUuid(now, randomBytes));
export const createRitualId = (now: number, randomBytes: RandomBytes): RitualId =>
  ritualIdSchema.parse(createUuid(now, randomBytes));
export const createRitualReturnId = (now: number, randomBytes: RandomBytes): RitualReturnId =>
  ritualReturnIdSchema.parse(createUuid(now, randomBytes));
export const createOwnStepId = (now: number, randomBytes: RandomBytes): StepId =>
  ownStepIdSchema.parse(`step-${createUuid(now, randomBytes)}`);
export const createStepTakenId = (now: number, randomBytes: RandomBytes): StepTakenId =>
  stepTakenIdSchema.parse(createUuid(now, randomBytes));
export const createSpanId = (now: number, randomBytes: RandomBytes): SpanId =>
  spanIdSchema.parse(createUuid(now, randomBytes));

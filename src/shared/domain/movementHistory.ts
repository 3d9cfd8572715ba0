import { z } from 'zod';
import { civilDaySchema } from '../time';
import { movementSessionSchema } from './movement';
import { movementKindSchema } from './movementKind';

/**
 * Between a feeling before and one after: a difference smaller than this is none (design: a third of a step, as everywhere
 * that differences get words). In valence.
 */
export const leastChange = 0.1;

/** `both`: a feeling before and one after were noted. The others say where it ended, from where it began. */
export const feltChanges = ['both', 'higher', 'same', 'lower'] as const;
export type FeltChange = (typeof feltChanges)[number];

const effortSchema = z.int().min(0).max(10);

/** What narrows the sessions that are shown. Every filter that is set must fit; of several kinds or companies one is enough. */
export const sessionFiltersSchema = z.strictObject({
  /** First and last day, both included. */
  from: civilDaySchema.nullable(),
  to: civilDaySchema.nullable(),
  kinds: z.array(movementKindSchema).max(100).readonly(),
  company: z.array(z.string().min(1).max(80)).max(100).readonly(),
  place: z.enum(['indoors', 'outdoors']).nullable(),
  felt: z.enum(feltChanges).nullable(),
  /** Both ends included; sessions without a word about it are not among them. */
  effort: z.strictObject({ from: effortSchema, to: effortSchema }).nullable(),
  /** Words that must all stand in the note, or begin there. */
  words: z.string().max(200),
});
export type SessionFilters = z.infer<typeof sessionFiltersSchema>;

export const noSessionFilters: SessionFilters = {
  from: null,
  to: null,
  kinds: [],
  company: [],
  place: null,
  felt: null,
  effort: null,
  words: '',
};

/** How many of the filters are set. */
export const countSessionFilters = (filters: SessionFilters): number =>
  Number(filters.from !== null || filters.to !== null) +
  Number(filters.kinds.length > 0) +
  Number(filters.company.length > 0) +
  Number(filters.place !== null) +
  Number(filters.felt !== null) +
  Number(filters.effort !== null) +
  Number(filters.words.trim() !== '');

/** Only what the journal holds is offered. */
export const sessionChoicesSchema = z.strictObject({
  kinds: z.array(movementKindSchema).readonly(),
  company: z.array(z.string()).readonly(),
});

/** Added up for who asked. Sessions without a distance add none, and say so by their number. */
export const sessionSumsSchema = z.strictObject({
  sessions: z.int().min(0),
  minutes: z.int().min(0),
  distanceMetres: z.int().min(0),
  withDistance: z.int().min(0),
});

export const foundSessionsSchema = z.strictObject({ sessions: z.array(movementSessionSchema).readonly() });

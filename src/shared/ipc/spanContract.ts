import { z } from 'zod';
import { spanDraftSchema, spanSchema } from '../domain/span';
import { spanIdSchema } from '../id';
import { done, nothing, type CallContract } from './callContract';
import type { SpanChannel } from './channels';

const reads = { home: 'keeper', access: 'unlocked' } as const;
const writes = { ...reads, effect: 'writes' } as const;
const writing = ['DiskFull', 'FolderNotWritable'] as const;

/** Injury, illness, rest and travel. Answered by the keeper. */
export const spanContract = {
  /** All of them, the newest first: a life has few, and every room that shows days shows them. */
  'spans.list': {
    ...reads,
    input: nothing,
    output: z.strictObject({ spans: z.array(spanSchema).readonly() }),
    failures: [],
  },
  /** Makes or changes one; ending it is giving it a last day. */
  'spans.save': {
    ...writes,
    input: spanDraftSchema,
    output: spanSchema,
    failures: ['SpanBackwards', 'DayInFuture', 'SpanInside', ...writing],
  },
  /** Saving the same again puts it back. */
  'spans.remove': {
    ...writes,
    input: z.strictObject({ id: spanIdSchema }),
    output: done,
    failures: ['NotFound', ...writing],
  },
} as const satisfies Record<SpanChannel, CallContract & { home: 'keeper' }>;

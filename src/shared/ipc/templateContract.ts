import { z } from 'zod';
import { templateDraftSchema, templateSchema } from '../domain/template';
import { templateIdSchema } from '../id';
import { done, nothing, type CallContract } from './callContract';
import type { TemplateChannel } from './channels';

/** The person's own templates. Those that ship are content and need no call. */
export const templateContract = {
  /** By name. */
  'templates.list': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ templates: z.array(templateSchema).readonly() }),
    failures: [],
  },
  /** Makes one, or replaces the one with that id. */
  'templates.save': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: templateDraftSchema,
    output: templateSchema,
    failures: ['TextTooLong', 'DiskFull', 'FolderNotWritable'],
  },
  /** Entries that began with it stay as they are. Saving the same again puts it back. */
  'templates.remove': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: templateIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<TemplateChannel, CallContract & { home: 'keeper' }>;

import { describe, expect, it } from 'vitest';
import { createEntryId, entryIdSchema } from '../../../src/shared/id';

const bytes = (value: number) => (length: number) => new Uint8Array(length).fill(value);

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const early = createEntryId(Date.parse('2000-01-01T00:00Z'), bytes(255));
    const late = createEntryId(Date.parse('2053-01-01T00:00Z'), bytes(0));
    expect(entryIdSchema.safeParse(early).success).toBe(true);
    expect(early[14]).toBe('7');
    expect(['8', '9', 'a', 'b']).toContain(late[19]);
    expect([late, early].toSorted()).toEqual([early, late]);
  });

  it('differ when the random bytes differ', () => {
    expect(createEntryId(1, bytes(1))).not.toBe(createEntryId(1, bytes(2)));
  });
});

import { describe, expect, it } from 'vitest';
import { inOrder, warningWords } from '../../../src/renderer/features/care/warningWords';
import { settingsParts } from '../../../src/renderer/session/view';
import { journalWarningTypeSchema, type JournalWarning } from '../../../src/shared/domain/vault';

const savedAt = Date.parse('2026-11-19T12:00:00Z');
const seenAt = Date.parse('2026-11-22T12:00:00Z');

const warnings: readonly JournalWarning[] = [
  { type: 'SyncFolder', service: 'Dropbox' },
  { type: 'OlderThanSeen', savedAt, seenAt },
  { type: 'DiffersFromSeen', savedAt, seenAt },
  { type: 'LogSetAside', folder: 'leftover-1' },
  { type: 'ContentMismatch' },
  { type: 'KeyFileRestored' },
  { type: 'ConflictCopies', names: ['a.db', 'b.db', 'c.db', 'd.db', 'e.db'] },
  { type: 'ClockBack', seenAt },
  ...(['full', 'notWritable', 'notVerified', 'secondPlaceMissing'] as const).map(
    (reason) => ({ type: 'BackupFailed', reason }) as const,
  ),
];

describe('warnings in words', () => {
  it('are tried here for every type there is', () => {
    expect(new Set(warnings.map(({ type }) => type))).toEqual(new Set(journalWarningTypeSchema.options));
  });

  it.each(warnings.map((warning) => [JSON.stringify(warning), warning] as const))(
    'say of %s what it is, what it means and where it leads',
    (_, warning) => {
      const { title, text, way } = warningWords(warning);
      expect(title).toMatch(/^[A-Z].+\.$/);
      expect(text.length).toBeGreaterThan(60);
      expect(`${title} ${text}`).not.toMatch(/[{}]|undefined/);
      if (way) expect(settingsParts).toContain(way.part);
    },
  );

  it('are told apart by their words', () => {
    expect(new Set(warnings.map((warning) => warningWords(warning).title)).size).toBe(warnings.length);
  });

  it('name both dates where two states differ', () => {
    const { text } = warningWords({ type: 'OlderThanSeen', savedAt, seenAt });
    expect(text).toContain('19 November 2026');
    expect(text).toContain('22 November 2026');
  });

  it('name the seconds where both dates read the same to the minute', () => {
    const soonAfter = { type: 'OlderThanSeen', savedAt, seenAt: savedAt + 17_000 } as const;
    const { text } = warningWords(soonAfter);
    expect(text).toMatch(/\d\d:\d\d:00\./);
    expect(text).toMatch(/\d\d:\d\d:17\./);
    expect(warningWords({ ...soonAfter, seenAt }).text).not.toMatch(/\d\d:\d\d:\d\d/);
  });

  it('name three files and count the others', () => {
    const { text } = warningWords({ type: 'ConflictCopies', names: ['a', 'b', 'c', 'd', 'e'] });
    expect(text).toContain('“a”, “b”, “c” and 2 more');
  });

  it('leave only the clock without a way inside Footnote, and name the one outside', () => {
    const without = warnings.filter((warning) => warningWords(warning).way === null);
    expect(without.map(({ type }) => type)).toEqual(['ClockBack']);
    expect(warningWords({ type: 'ClockBack', seenAt }).text).toContain('Set the clock');
  });

  it('come with what may have cost words first', () => {
    const [first, second] = inOrder(warnings);
    expect(first?.type).toBe('ContentMismatch');
    expect(second?.type).toBe('OlderThanSeen');
    expect(inOrder(warnings).at(-1)?.type).toBe('SyncFolder');
  });
});

import { describe, expect, it } from 'vitest';
import { killBackups, killRestores } from '../../support/backupKills';

/** The full counts are in tests/privacy/backups.test.ts. */
describe('a process killed with no warning', () => {
  it('while it makes backups leaves only whole ones, and loses none', async () => {
    const report = await killBackups(6);
    expect(report).toMatchObject({ kills: 6, broken: [], lost: [] });
  }, 120_000);

  it('while it restores one leaves the old journal or the restored one, and the old one aside', async () => {
    const report = await killRestores(8);
    expect(report.wrong).toEqual([]);
    expect(report.old + report.restored).toBe(8);
  }, 120_000);
});

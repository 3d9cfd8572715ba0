import { describe, expect, it } from 'vitest';
import { changesWorthABackup, isBackupDue } from '../../../src/main/backup/backupSchedule';

const state = { today: '20260310', days: ['20260309'], seq: 500, backedUpSeq: 490 };

describe('whether a backup is due', () => {
  it('after the first unlock of a day on which something is new', () => {
    expect(isBackupDue('unlocked', state)).toBe(true);
    expect(isBackupDue('unlocked', { ...state, days: ['20260310', '20260309'] })).toBe(false);
    expect(isBackupDue('unlocked', { ...state, backedUpSeq: 500 })).toBe(false);
  });

  it('always while there is none', () => {
    const none = { ...state, days: [], backedUpSeq: null };
    expect(isBackupDue('unlocked', none)).toBe(true);
    expect(isBackupDue('locking', none)).toBe(true);
  });

  it('before a lock when much has changed', () => {
    expect(isBackupDue('locking', state)).toBe(false);
    expect(isBackupDue('locking', { ...state, backedUpSeq: 500 - changesWorthABackup - 1 })).toBe(true);
  });

  it('with a clock set back two years as with any other', () => {
    expect(isBackupDue('unlocked', { ...state, today: '20240310' })).toBe(true);
    expect(isBackupDue('unlocked', { ...state, today: '20240310', days: ['20240310', '20260309'] })).toBe(
      false,
    );
  });

  it('after an older state was restored', () => {
    expect(isBackupDue('locking', { ...state, seq: 12, backedUpSeq: 490 })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { failureToTrouble } from '../../../src/renderer/features/unlock/doorTrouble';
import { contract } from '../../../src/shared/ipc/contract';
import type { Failure, FailureType } from '../../../src/shared/ipc/failures';

const at = (type: FailureType) => failureToTrouble({ type } as Failure, 'unlock');

describe('what went wrong at the door', () => {
  it('leaves the form where another passphrase, more room or another try may help', () => {
    for (const type of ['WrongPassphrase', 'PassphraseEmpty', 'DiskFull', 'JournalAlreadyOpen'] as const)
      expect(at(type).form, type).toBe('stays');
  });

  it('takes the form away where no passphrase helps, and then always shows a way on', () => {
    for (const type of [
      'JournalMissing',
      'JournalUnreadable',
      'JournalFromNewerVersion',
      'FolderIsFile',
    ] as const) {
      expect(at(type).form, type).toBe('gone');
      expect(at(type).heading, type).not.toBeNull();
      expect(at(type).ways.length, type).toBeGreaterThan(1);
    }
  });

  it('gives every failure of unlocking a state of its own', () => {
    const ownStates = contract['vault.unlock'].failures
      .filter((type) => type !== 'JournalDamaged' && type !== 'PassphraseEmpty')
      .map((type) => at(type));
    for (const { failure, heading, ways, text } of ownStates)
      expect(heading !== null || ways.length > 0 || text !== null, failure.type).toBe(true);
  });

  it('never asks for a place of a journal that is there, and always for one of a new journal', () => {
    const create = failureToTrouble({ type: 'FolderNotWritable' }, 'create');
    expect(create).toMatchObject({ form: 'stays', ways: ['choosePlace'] });
    expect(at('FolderNotWritable').ways).not.toContain('choosePlace');
  });
});

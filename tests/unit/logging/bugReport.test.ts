import { describe, expect, it } from 'vitest';
import { describeBug } from '../../../src/main/logging/bugReport';

function thrownBy(message: string): unknown {
  try {
    throw new TypeError(message);
  } catch (thrown) {
    return thrown;
  }
}

describe('a bug report', () => {
  it('says where a bug happened', () => {
    const report = describeBug('abcd1234', 'entries.save', thrownBy('private words'));
    expect(report).toMatchObject({ reference: 'abcd1234', place: 'entries.save', name: 'TypeError' });
    expect(report.frames[0]).toMatch(/^thrownBy bugReport\.test\.ts:\d+:\d+$/);
  });

  it.each([
    'private words',
    'private\nwords\n    at words (/home/ada/private.ts:1:1)',
    '    at private.words (/home/ada/words.ts:3:4)\n'.repeat(3),
    '',
  ])('quotes nothing of a message (%#)', (message) => {
    const report = JSON.stringify(describeBug('abcd1234', 'entries.save', thrownBy(message)));
    expect(report).not.toMatch(/private|words|ada/);
    expect(report).toMatch(/thrownBy/);
  });

  it('says less rather than too much when the message was changed after the throw', () => {
    const thrown = thrownBy('private words');
    if (!(thrown instanceof Error)) throw new Error('no error');
    // V8 writes the stack down when it is first read.
    expect(thrown.stack).toContain('private words');
    thrown.message = 'other words';
    expect(describeBug('abcd1234', 'entries.save', thrown).frames).toEqual([]);
  });

  it.each(['private words', { private: 'words' }, null, undefined, 7])(
    'tells the kind of a thrown %j only',
    (thrown) => {
      const report = describeBug('abcd1234', 'entries.save', thrown);
      expect(report).toEqual({
        reference: 'abcd1234',
        place: 'entries.save',
        name: typeof thrown,
        frames: [],
      });
    },
  );

  it('holds no folder of the machine', () => {
    expect(JSON.stringify(describeBug('abcd1234', 'x', thrownBy('y')))).not.toContain('/');
  });
});

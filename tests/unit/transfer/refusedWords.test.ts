import { describe, expect, it } from 'vitest';
import { groupRefused } from '../../../src/renderer/features/transfer/bringIn/refusedWords';

const rows = (...lines: readonly number[]) =>
  lines.map((line) => ({ file: 'activities.csv', line, reason: 'date-unclear' }));

describe('what can’t come in', () => {
  it('is told by its reason, the most frequent first, and where it stands', () => {
    expect(
      groupRefused([
        { file: 'photos/one.mov', line: null, reason: 'media' },
        ...rows(31, 7),
        { file: 'Journal.json', line: 4, reason: 'date-unclear' },
      ]),
    ).toEqual([
      {
        reason: 'The date is unclear',
        count: 3,
        places: ['activities.csv: numbers 7, 31', 'Journal.json: number 4'],
      },
      { reason: expect.stringMatching(/^Recordings/) as unknown, count: 1, places: ['photos/one.mov'] },
    ]);
  });

  it('is one line for numbers that follow each other, however many and in whatever order', () => {
    const [group] = groupRefused(rows(1005, ...Array.from({ length: 1004 }, (_, index) => index + 1), 1010));
    expect(group).toMatchObject({ count: 1006, places: ['activities.csv: numbers 1–1,005, 1,010'] });
  });

  it('has no place where nobody knows one, and a reason where nobody knows that', () => {
    expect(
      groupRefused([
        { file: null, line: 7, reason: 'no-id' },
        { file: null, line: null, reason: 'of tomorrow' },
      ]),
    ).toMatchObject([
      { places: ['Number 7'] },
      { reason: expect.stringMatching(/form/) as unknown, places: [] },
    ]);
  });
});

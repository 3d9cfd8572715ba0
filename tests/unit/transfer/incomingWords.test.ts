import { describe, expect, it } from 'vitest';
import type { LookSource } from '../../../src/main/transfer/import/lookAtFile';
import {
  broughtWords,
  countRows,
  sourceWord,
} from '../../../src/renderer/features/transfer/bringIn/incomingWords';

/** Every one there is: the compiler knows when one is missing. */
const sources = Object.keys({
  archive: 0,
  fit: 0,
  tcx: 0,
  gpx: 0,
  'apple-health': 0,
  strava: 0,
  garmin: 0,
  'garmin-account': 0,
  'google-fit': 0,
  fitbit: 0,
  'health-connect': 0,
  'day-one': 0,
  jrnl: 0,
  journey: 0,
  markdown: 0,
  obsidian: 0,
  diarium: 0,
  daylio: 0,
  'mini-diary': 0,
  'mini-diarium': 0,
  rednotebook: 0,
  tables: 0,
} satisfies Record<LookSource, number>);

const none = { new: 0, same: 0, changed: 0, older: 0, refused: 0 };

describe('what would come in', () => {
  it('is called by the name of the program it comes from', () => {
    for (const source of sources.filter((one) => one !== 'jrnl')) expect(sourceWord(source)).not.toBe(source);
    expect(sourceWord('a program of tomorrow')).toBe('a program of tomorrow');
  });

  it('is counted by what people call records, with what is left out beside what is new', () => {
    const rows = countRows(
      {
        movement_sessions: { ...none, new: 5, same: 1 },
        spans: { ...none, new: 2 },
        keepsakes: { ...none, changed: 1 },
        entries: { ...none, new: 4 },
        entry_tags: { ...none, new: 6 },
      },
      { movement_sessions: 2, entries: 4, others: 5 },
    );
    expect(rows).toEqual([
      { table: 'entries', of: { ...none, new: 0, alike: 4 } },
      { table: 'movement_sessions', of: { ...none, new: 3, same: 1, alike: 2 } },
      { table: 'others', of: { ...none, new: 3, changed: 1, alike: 5 } },
    ]);
  });

  it('is said in one sentence once it is in, also where it was nothing', () => {
    expect(broughtWords({ entries: { ...none, new: 1 }, images: { ...none, new: 2 } })).toBe(
      '1 entry and 2 pictures',
    );
    expect(broughtWords({ entries: { ...none, same: 9 } })).toBe('nothing new');
  });
});

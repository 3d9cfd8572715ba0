import { describe, expect, it } from 'vitest';
import { bytesToText, cellToNumber, cellToSeconds, readTable } from '../../../src/main/transfer/import/table';

describe('a number in a cell', () => {
  it.each([
    ['9,44', 9.44],
    ['0,5', 0.5],
    ['3189.0', 3189],
    ['1,500', 1500],
    ['4,808.25', 4808.25],
    ['4.808,25', 4808.25],
    ['1 234', 1234],
    ["1'234.5", 1234.5],
    ['-3', -3],
    ['1e3', 1000],
  ])('%s is %d', (cell, number) => {
    expect(cellToNumber(cell)).toBe(number);
  });

  it.each(['', '--', 'NaN', '∞', '1.79e308', 'walk', '1,2,3.4.5', undefined])('%s is none', (cell) => {
    expect(cellToNumber(cell)).toBeNull();
  });

  it.each([
    ['00:31:24', 1884],
    ['31:24', 1884],
    ['1:02:03.6', 3723.6],
    ['45.5', 45.5],
    ['--', null],
    ['1:2:3:4', null],
    ['a:b', null],
  ])('%s as a time is %s seconds', (cell, seconds) => {
    expect(cellToSeconds(cell)).toBe(seconds);
  });
});

describe('bytes of a table', () => {
  it('are read in the encodings that programs write', () => {
    const text = 'Höhe;Länge\n1;2';
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), little, big])
      expect(readTable(bytes)).toEqual({ encoding: 'utf', heads: ['Höhe', 'Länge'], rows: [['1', '2']] });
    const west = Buffer.from(text, 'latin1');
    expect(bytesToText(west).encoding).toBe('windows-1252');
    expect(readTable(west).encoding).toBe('windows-1252');
    expect(readTable(west).heads).toEqual(['Höhe', 'Länge']);
  });

  it('keep line breaks and signs inside quotes, and rows that are too short or too long', () => {
    const bytes = Buffer.from('a,b\n"one, and\ntwo","say ""yes"""\nonly\n1,2,3\n');
    expect(readTable(bytes).rows).toEqual([['one, and\ntwo', 'say "yes"'], ['only'], ['1', '2', '3']]);
  });
});

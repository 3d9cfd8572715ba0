import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { createTamperedJournal } from '../support/tamper';

const pageSize = 4096;

describe('a journal whose file was altered', () => {
  it('is never taken for a sound one: 1,000 flipped bits anywhere and every bit of the first 24 bytes', () => {
    using journal = createTamperedJournal(60);
    const { whole } = journal;
    const { between } = createSeededRandom(17);
    const places = [
      ...Array.from({ length: 24 * 8 }, (_, bit) => bit),
      ...Array.from({ length: 1000 }, () => between(0, whole.length * 8 - 1)),
    ];
    const verdicts = { sound: 0, unsound: 0, refused: 0 };
    for (const bit of places) {
      const flipped = Buffer.from(whole);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      journal.put(flipped);
      verdicts[journal.judge()] += 1;
    }
    console.log('flipped bits', JSON.stringify({ ...verdicts, pages: whole.length / pageSize }));
    expect(verdicts.sound).toBe(0);
    expect(verdicts.unsound + verdicts.refused).toBe(1192);
    journal.put(whole);
    expect(journal.judge()).toBe('sound');
  });

  it('is never taken for a sound one after swaps, copies, zeros, cuts or loss of pages, and is left as it is', () => {
    using journal = createTamperedJournal(60);
    const { whole } = journal;
    const pages = whole.length / pageSize;
    const page = (index: number) => whole.subarray(index * pageSize, (index + 1) * pageSize);
    const withPage = (index: number, bytes: Buffer): Buffer => {
      const changed = Buffer.from(whole);
      bytes.copy(changed, index * pageSize);
      return changed;
    };
    const { between } = createSeededRandom(23);
    const altered: Buffer[] = [];
    for (let run = 0; run < 40; run += 1) {
      const one = between(0, pages - 1);
      const other = (one + between(1, pages - 1)) % pages;
      const swapped = withPage(one, page(other));
      page(one).copy(swapped, other * pageSize);
      altered.push(swapped, withPage(one, page(other)), withPage(one, Buffer.alloc(pageSize)));
    }
    const cuts = [0, 100, pageSize, 7 * pageSize, whole.length - pageSize, whole.length - 100];
    altered.push(...cuts.map((length) => whole.subarray(0, length)));
    const verdicts = { sound: 0, unsound: 0, refused: 0 };
    for (const bytes of altered) {
      journal.put(bytes);
      verdicts[journal.judge()] += 1;
      expect(readFileSync(journal.path).equals(bytes)).toBe(true);
    }
    rmSync(journal.path);
    verdicts[journal.judge()] += 1;
    expect(readdirSync(journal.folder)).not.toContain('journal.db');
    console.log('moved pages and cuts', JSON.stringify(verdicts));
    expect(verdicts).toMatchObject({ sound: 0 });
    expect(verdicts.unsound + verdicts.refused).toBe(altered.length + 1);
  });
});

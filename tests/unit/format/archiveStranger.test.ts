import { expect, it } from 'vitest';
import { sealArchive } from '../../../src/main/transfer/archive/sealedArchive';
import { archiveJournal } from '../../../src/main/transfer/archive/archiveJournal';
import { documentToOwnText } from '../../../src/shared/document/plainText';
import type { JournalDocument } from '../../../src/shared/document/schema';
import { createFullJournal } from '../../support/fullJournal';
import { bytesOf, testKdf } from '../../support/journalFixture';
import { isWhole, openSealedArchive, unzip } from './archiveStranger';

it('a sealed archive gives a stranger with the passphrase every word and every picture', async () => {
  await using test = await createFullJournal();
  const parts: Uint8Array[] = [];
  const plain = archiveJournal(test.journal);
  const passphrase = 'Ein Fluß, ﬁve geese';
  for await (const part of sealArchive(plain, bytesOf(passphrase), testKdf, test.ports.randomBytes))
    parts.push(part);
  const files = unzip(openSealedArchive(Buffer.concat(parts), passphrase));
  expect(isWhole(files)).toBe(true);
  const lines = String(files.get('records/entries.jsonl')).trim().split('\n');
  const told = lines.map((line) =>
    documentToOwnText((JSON.parse(line) as { readonly document: JournalDocument }).document),
  );
  const kept = [...test.journal.everything.entries()].map(({ document }) => documentToOwnText(document));
  expect(told.toSorted()).toEqual(kept.toSorted());
  expect([...files.keys()].filter((name) => name.startsWith('images/full/'))).not.toEqual([]);
  expect(() => openSealedArchive(Buffer.concat(parts), 'another')).toThrow();
});

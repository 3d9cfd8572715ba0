import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { ArchiveDamaged, ArchiveTooLarge, openArchive } from '../../../src/main/transfer/archive/openArchive';
import { ArchiveFromNewerVersion } from '../../../src/main/transfer/archive/readArchive';
import { createEntryId, createImageId } from '../../../src/shared/id';
import { bringIn, bytesSource, toArchive, withRead } from '../../support/archives';
import { documentOf } from '../../support/documents';
import { createNewImage, createPng, pictureDocument } from '../../support/images';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly compress?: boolean; readonly mode?: number } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content as string), name, options);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** The files of an archive. */
async function filesOf(archive: Buffer): Promise<Record<string, Buffer>> {
  const opened = await openArchive(bytesSource(archive));
  const files: Record<string, Buffer> = {};
  for (const name of opened.names) files[name] = await opened.read(name, 1e9);
  return files;
}

/** With files exchanged, and a manifest that agrees. */
async function withFiles(
  archive: Buffer,
  changes: Readonly<Record<string, string | Uint8Array>>,
  manifestChanges: Readonly<Record<string, unknown>> = {},
): Promise<Buffer> {
  const { 'manifest.json': text, ...others } = await filesOf(archive);
  const files: Record<string, string | Uint8Array> = { ...others, ...changes };
  const described = Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const bytes = Buffer.from(content as string);
      return [name, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }];
    }),
  );
  const manifest = {
    ...(JSON.parse(String(text)) as Readonly<Record<string, unknown>>),
    files: described,
    ...manifestChanges,
  };
  return zipOf({ ...files, 'manifest.json': JSON.stringify(manifest) });
}

async function createOne(): Promise<TestJournal> {
  const test = await createTestJournal();
  const image = must(test.journal.images.add(createNewImage(1)));
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.entries.save({ id, document: pictureDocument([image.id], 'The pier'), baseRevision: 0 }));
  const other = createEntryId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.entries.save({ id: other, document: documentOf('A second'), baseRevision: 0 }));
  return test;
}

describe('an archive that is not one', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from('PK but no zip at all, and longer than the end of one would be')],
    ['a text', Buffer.from('# My journal\n'.repeat(500))],
  ])('is refused: %s', async (_name, bytes) => {
    await expect(openArchive(bytesSource(bytes))).rejects.toThrow(ArchiveDamaged);
  });

  it('is refused when it is another kind of zip', async () => {
    await using test = await createTestJournal();
    for (const files of [
      { 'Journal.json': '{}' },
      { 'manifest.json': '{"format":"other"}' },
      { 'manifest.json': 'null' },
    ])
      await expect(withRead(test, await zipOf(files), () => null)).rejects.toThrow(ArchiveDamaged);
  });

  it('is refused when a name leads elsewhere, stands twice, or is a link', async () => {
    // The writer of zips refuses such names itself, so they are put into finished bytes.
    const renamed = async (from: string, to: string): Promise<Buffer> =>
      Buffer.from((await zipOf({ [from]: 'x', bb: 'y' })).toString('latin1').replaceAll(from, to), 'latin1');
    for (const name of ['../../aa', '/absolut', 'c:/windo', 'back\\sla'])
      await expect(openArchive(bytesSource(await renamed('aaaaaaaa', name))), name).rejects.toThrow(
        ArchiveDamaged,
      );
    await expect(openArchive(bytesSource(await renamed('aa', 'bb')))).rejects.toThrow(ArchiveDamaged);
    await expect(
      openArchive(bytesSource(await zipOf({ link: '/etc/passwd' }, { mode: 0o120777 }))),
    ).rejects.toThrow(ArchiveDamaged);
  });

  it('is refused when it would unpack to far more than it is', async () => {
    const bomb = await zipOf({ 'records/entries.jsonl': Buffer.alloc(40_000_000) });
    expect(bomb.length).toBeLessThan(60_000);
    await expect(openArchive(bytesSource(bomb))).rejects.toThrow(ArchiveTooLarge);
  });

  it('is refused when a file says it is shorter than it is', async () => {
    await using test = await createOne();
    const archive = await toArchive(test.journal);
    // The size when unpacked, in the list at the end of the zip.
    const name = Buffer.from('records/entries.jsonl');
    const at = archive.lastIndexOf(name) - 46;
    expect(archive.readUInt32LE(at)).toBe(0x02_01_4b_50);
    archive.writeUInt32LE(archive.readUInt32LE(at + 24) - 10, at + 24);
    await expect(withRead(test, archive, () => null)).rejects.toThrow(ArchiveDamaged);
  });

  it('is refused when a bit in it was changed, wherever it is', async () => {
    await using test = await createOne();
    const archive = await toArchive(test.journal);
    for (let place = 7; place < archive.length; place += 211) {
      const changed = Buffer.from(archive);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      // What tells nothing, such as a date in the list, may be changed; what is read then is what was written.
      const outcome = await withRead(test, changed, (read) => [...read.everything.entries()]).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Error) expect(outcome, String(place)).toBeInstanceOf(ArchiveDamaged);
      else expect(outcome, String(place)).toEqual([...test.journal.everything.entries()]);
    }
  });

  it('is refused when it is from a later version, and says so', async () => {
    await using test = await createOne();
    const archive = await toArchive(test.journal);
    for (const change of [{ version: 2 }, { tables: 9999 }])
      await expect(withRead(test, await withFiles(archive, {}, change), () => null)).rejects.toThrow(
        ArchiveFromNewerVersion,
      );
  });

  it('is refused when a file is in it that nobody wrote', async () => {
    await using test = await createOne();
    const archive = await toArchive(test.journal);
    await expect(
      withRead(test, await withFiles(archive, { 'bin/run.sh': 'rm' }), () => null),
    ).rejects.toThrow(ArchiveDamaged);
  });
});

describe('a record that is not one', () => {
  it('is left out and told with its line, and the others come in', async () => {
    await using test = await createOne();
    const archive = await toArchive(test.journal);
    const [first = '', second = ''] = String((await filesOf(archive))['records/entries.jsonl']).split('\n');
    const entry = JSON.parse(first) as Record<string, unknown>;
    const lines = [
      first,
      '{"id":',
      '['.repeat(300_000),
      `{"id":"deep","document":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      JSON.stringify({ ...entry, id: 'short' }),
      JSON.stringify({ ...entry, id: '11111111-1111-4111-8111-111111111111', document: { root: {} } }),
      JSON.stringify({ ...entry, id: '11111111-1111-4111-8111-111111111112', revision: 'many' }),
      first,
      second,
    ];
    const changed = await withFiles(archive, { 'records/entries.jsonl': lines.join('\n') });
    await withRead(test, changed, (read, report) => {
      expect(report.refused.map(({ line, reason }) => [line, reason]).toSorted()).toEqual([
        [2, 'not-json'],
        [3, 'not-json'],
        [4, 'not-json'],
        [5, 'not-valid'],
        [6, 'not-valid'],
        [7, 'not-valid'],
        [8, 'not-valid'],
      ]);
      expect([...read.everything.entries()]).toEqual([...test.journal.everything.entries()]);
      expect(read.verify().isSound).toBe(true);
    });
  });

  it('is a picture that is broken or another than it says: it is left out, its entry comes in', async () => {
    await using test = await createOne();
    const archive = await toArchive(test.journal);
    const picture = Object.keys(await filesOf(archive)).find((name) => name.startsWith('images/full/')) ?? '';
    for (const bytes of [Buffer.from('no picture'), createPng(5, 5)])
      await withRead(test, await withFiles(archive, { [picture]: bytes }), (read, { refused }) => {
        expect(refused).toEqual([{ file: 'images/images.jsonl', line: 1, reason: 'image-broken' }]);
        expect(read.everything.counts().entries).toBe(2);
      });
  });
});

it('a stream of a zip that ends too early is damaged, not a bug', async () => {
  await using test = await createOne();
  const archive = await toArchive(test.journal);
  for (const length of [archive.length - 1, archive.length - 30, Math.floor(archive.length / 2), 100])
    await expect(withRead(test, archive.subarray(0, length), () => null)).rejects.toThrow(ArchiveDamaged);
});

it('two pictures of an archive that look the same are one here, and both entries show it', async () => {
  await using away = await createOne();
  const [first] = away.journal.imports.images.ids();
  if (first === undefined) throw new Error('There is a picture');
  const second = createImageId(away.clock.now(), away.ports.randomBytes);
  const id = createEntryId(away.clock.now(), away.ports.randomBytes);
  must(away.journal.entries.save({ id, document: pictureDocument([second], 'Again'), baseRevision: 0 }));
  const archive = await toArchive(away.journal);
  const files = await filesOf(archive);
  const twice = Object.entries(files)
    .filter(([name]) => name.includes(first))
    .map(([name, bytes]) => [name.replace(first, second), bytes] as const);
  const list = String(files['images/images.jsonl']);
  const doubled = await withFiles(archive, {
    ...Object.fromEntries(twice),
    'images/images.jsonl': list + list.replace(first, second),
  });
  await using home = await createTestJournal({ seed: 4 });
  await withRead(home, doubled, async ({ holdings }, { refused }) => {
    expect(refused).toEqual([]);
    await bringIn(home.journal, holdings, 'archive');
  });
  expect(home.journal.imports.images.ids()).toEqual([first]);
  expect(must(home.journal.entries.read({ id })).document).toEqual(pictureDocument([first], 'Again'));
  // The same picture under the same id is told once.
  const listedTwice = await withFiles(archive, { 'images/images.jsonl': list + list });
  await withRead(home, listedTwice, (_read, { refused }) => {
    expect(refused).toEqual([{ file: 'images/images.jsonl', line: 2, reason: 'image-broken' }]);
  });
});

import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { createHollowJpeg } from '../../support/images';

/** A file that somebody made to do harm. `refusal`: what the person hears; null where the harm is left out and the rest is read. */
export interface HostileFile {
  readonly name: string;
  readonly refusal: 'ImportNotReadable' | 'ImportTooLarge' | 'ImportMissing' | null;
  readonly write: (path: string) => void;
}

interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** What it says of its size when unpacked, where that is a lie. */
  readonly size?: number;
  readonly mode?: number;
}

/** A zip that says what it is told to say. */
function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, size = content.length, mode = 0o100600 } of parts) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name, 'latin1');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04_03_4b_50);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(title.length, 26);
    bodies.push(local, title, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02_01_4b_50);
    entry.writeUInt16LE(0x03_14, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    list.push(entry, title);
    at += local.length + title.length + packed.length;
  }
  return Buffer.concat([...bodies, ...list, endOf(parts.length, Buffer.concat(list).length, at)]);
}

function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/** A list of many files, all of them the same one; the count stands in the longer end of a large zip. */
function manyFiles(count: number, nameLength: number): Buffer {
  const one = zipOf([{ name: 'a'.repeat(nameLength), content: Buffer.from('x') }]);
  const entryLength = 46 + nameLength;
  const listAt = one.length - 22 - entryLength;
  const list = Buffer.alloc(count * entryLength);
  for (let index = 0; index < count; index += 1) {
    one.copy(list, index * entryLength, listAt, listAt + entryLength);
    list.write(String(index).padStart(9, '0'), index * entryLength + 46, 'latin1');
  }
  const large = Buffer.alloc(56 + 20);
  large.writeUInt32LE(0x06_06_4b_50);
  large.writeBigUInt64LE(44n, 4);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(list.length), 40);
  large.writeBigUInt64LE(BigInt(listAt), 48);
  large.writeUInt32LE(0x07_06_4b_50, 56);
  large.writeBigUInt64LE(BigInt(listAt + list.length), 64);
  large.writeUInt32LE(1, 72);
  const end = endOf(0xff_ff, 0xff_ff_ff_ff, 0xff_ff_ff_ff);
  return Buffer.concat([one.subarray(0, listAt), list, large, end]);
}

/** Looks like an archive of ours: a manifest that agrees with what is in it. */
function archiveOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const told = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    ]),
  );
  const manifest = JSON.stringify({ format: 'footnote-archive', version: 1, tables: 1, files: told });
  return zipOf([
    ...Object.entries(files).map(([name, content]) => ({ name, content })),
    { name: 'manifest.json', content: Buffer.from(manifest) },
  ]);
}

/** The same text again and again, between a beginning and an end. */
function repeated(path: string, before: string, text: string, megabytes: number, after = ''): void {
  const file = openSync(path, 'w');
  const block = Buffer.from(text.repeat(Math.ceil(2 ** 20 / text.length)));
  writeSync(file, before);
  for (let index = 0; index < megabytes; index += 1) writeSync(file, block);
  writeSync(file, after);
  closeSync(file);
}

const plain = (name: string, refusal: HostileFile['refusal'], make: () => Buffer | string): HostileFile => ({
  name,
  refusal,
  write: (path) => writeFileSync(path, make()),
});

const endless = (
  name: string,
  refusal: HostileFile['refusal'],
  ...parts: readonly [before: string, text: string, megabytes: number, after?: string]
): HostileFile => ({ name, refusal, write: (path) => repeated(path, ...parts) });

const laughs = Array.from({ length: 12 }, (_, level) =>
  level === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
).join('');

const fitHeader = (length: number): Buffer => {
  const header = Buffer.alloc(14);
  header[0] = 14;
  header.writeUInt32LE(length, 4);
  header.write('.FIT', 8, 'latin1');
  return header;
};

const imageId = '01890000-0000-7000-8000-000000000001';
const hugePicture = Buffer.from(createHollowJpeg(50_000, 50_000));

/** Not too even, so that it is not refused for that alone. */
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, level) => `[${(level * 7919) % 997},`).join('');

const madeUp = (name: string): Buffer =>
  Buffer.from(`{"id":"${name}","document":{"root":{"type":"root","children":[]}}}\n`);

export const hostileFiles: readonly HostileFile[] = [
  plain('a zip of 300 MB of nothing', 'ImportTooLarge', () =>
    zipOf([{ name: 'records/entries.jsonl', content: Buffer.alloc(300_000_000) }]),
  ),
  plain('a zip that says it holds ten bytes and holds 256 MB', 'ImportNotReadable', () =>
    zipOf([{ name: 'manifest.json', content: Buffer.alloc(256 * 2 ** 20, '{}'), size: 10 }]),
  ),
  plain('a zip that says it holds 4 GB', 'ImportTooLarge', () =>
    zipOf([{ name: 'activities.csv', content: Buffer.from('a,b'), size: 0xff_ff_ff_f0 }]),
  ),
  plain('a zip of a million files', 'ImportTooLarge', () => manyFiles(1_000_000, 12)),
  plain('a zip of 150,000 files', 'ImportTooLarge', () => manyFiles(150_000, 40)),
  plain('a zip of 2,000 names of 60,000 letters', 'ImportTooLarge', () => manyFiles(2_000, 60_000)),
  plain('a zip that leads out of its folder', 'ImportNotReadable', () =>
    zipOf([{ name: '../../activities.csv', content: Buffer.from('a,b') }]),
  ),
  plain('a zip with an absolute path', 'ImportNotReadable', () =>
    zipOf([{ name: '/etc/activities.csv', content: Buffer.from('a,b') }]),
  ),
  plain('a zip with a link in it', 'ImportNotReadable', () =>
    zipOf([{ name: 'activities.csv', content: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
  ),
  plain('a zip in a zip in a zip', 'ImportNotReadable', () => {
    let inner: Buffer = Buffer.alloc(1_000_000);
    for (let depth = 0; depth < 5; depth += 1) inner = zipOf([{ name: 'more.zip', content: inner }]);
    return inner;
  }),
  plain('an archive whose manifest nests without end', 'ImportNotReadable', () =>
    zipOf([{ name: 'manifest.json', content: Buffer.from(nested(2_000_000)) }]),
  ),
  plain('an archive whose manifest is 60 MB', 'ImportTooLarge', () => {
    const parts = Array.from({ length: 600_000 }, (_, index) =>
      createHash('sha256').update(String(index)).digest('hex'),
    );
    return zipOf([{ name: 'manifest.json', content: Buffer.from(JSON.stringify(parts)) }]);
  }),
  plain('an archive of a million records that are none', 'ImportNotReadable', () =>
    archiveOf({
      'records/entries.jsonl': Buffer.concat(
        Array.from({ length: 1_000_000 }, (_, index) => madeUp(index.toString(36))),
      ),
    }),
  ),
  plain('an archive with a record that nests 3 million deep', null, () =>
    archiveOf({
      'records/entries.jsonl': Buffer.from(
        `{"id":"a","document":${nested(3_000_000)}0${']'.repeat(3_000_000)}}\n`,
      ),
    }),
  ),
  plain('an archive with a record of 200 MB', 'ImportTooLarge', () => {
    // Not too even, so that it is not refused for that alone.
    const noise = Array.from({ length: 3_000_000 }, (_, index) =>
      createHash('md5')
        .update(String(index % 70_000))
        .digest('hex'),
    );
    return archiveOf({ 'records/entries.jsonl': Buffer.from(`{"id":"${noise.join('')}"}\n`) });
  }),
  plain('an archive with a picture of 50,000 by 50,000', null, () =>
    archiveOf({
      'images/images.jsonl': Buffer.from(
        `${JSON.stringify({ id: imageId, media_type: 'image/jpeg', width: 50_000, height: 50_000, created_at: 0, small_media_type: null })}\n`,
      ),
      [`images/full/${imageId}.jpg`]: hugePicture,
    }),
  ),
  plain(
    'a billion laughs',
    'ImportNotReadable',
    () =>
      `<?xml version="1.0"?><!DOCTYPE HealthData [${laughs}]><HealthData><Workout sourceName="&l11;"/></HealthData>`,
  ),
  plain(
    'an entity that asks the network',
    'ImportNotReadable',
    () =>
      '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY x SYSTEM "http://192.0.2.1/x">]><gpx><trk><name>&x;</name></trk></gpx>',
  ),
  plain(
    'an entity of 100 kB, 10,000 times',
    'ImportNotReadable',
    () =>
      `<!DOCTYPE gpx [<!ENTITY a "${'a'.repeat(100_000)}">]><gpx><trk><name>${'&a;'.repeat(10_000)}</name></trk></gpx>`,
  ),
  endless('XML that nests without end', 'ImportNotReadable', '<gpx>', '<a>', 60),
  endless('an attribute of 200 MB', 'ImportNotReadable', '<gpx><trk a="', 'aaaaaaaa', 200, '"/></gpx>'),
  endless(
    'a text of 200 MB',
    'ImportNotReadable',
    '<gpx><trk><name>',
    'aaaaaaaa',
    200,
    '</name></trk></gpx>',
  ),
  endless('a comment of 200 MB', 'ImportNotReadable', '<gpx><!--', 'aaaaaaaa', 200, '--></gpx>'),
  endless('a tag of a million attributes', 'ImportNotReadable', '<gpx><trk ', 'a="" ', 30, '/></gpx>'),
  endless('tracks by the million', 'ImportTooLarge', '<gpx>', '<trk><name>b</name></trk>', 120, '</gpx>'),
  endless('a table of one line of 200 MB', 'ImportTooLarge', 'a,b,c\n', 'aaaaaaaa', 200),
  endless('a table of one line of 30 MB', 'ImportNotReadable', 'a,b,c\n', 'aaaaaaaa', 30),
  endless('a table of one open quote', 'ImportNotReadable', 'Activity ID,Activity Date\n"', 'a\n', 30),
  endless('a table of 15 million lines', 'ImportTooLarge', 'Activity ID,Activity Date\n', '1\n', 30),
  plain('a FIT file that says it is 4 GB', null, () =>
    Buffer.concat([fitHeader(0xff_ff_ff_ff), Buffer.alloc(1000, 0x40)]),
  ),
  {
    name: 'a FIT file of sessions by the million',
    refusal: 'ImportTooLarge',
    write: (path) => {
      // Two fields of a session, defined once; then nothing but sessions.
      const definition = Buffer.from([0x40, 0, 0, 18, 0, 2, 2, 4, 0x86, 7, 4, 0x86]);
      const session = Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]);
      const sessions = Buffer.alloc(session.length * 3_400_000, session);
      writeFileSync(
        path,
        Buffer.concat([fitHeader(sessions.length + definition.length), definition, sessions]),
      );
    },
  },
  plain('a journal of Day One that nests 3 million deep', 'ImportNotReadable', () =>
    zipOf([
      {
        name: 'Journal.json',
        content: Buffer.from(
          `{"metadata":{"version":"1.0"},"entries":[{"uuid":"A","text":${nested(3_000_000)}`,
        ),
      },
    ]),
  ),
  endless(
    'a journal of one entry of 90 MB',
    'ImportTooLarge',
    '{"metadata":{"version":"1.0"},"entries":[{"uuid":"A","creationDate":"2024-04-16T23:00:00Z","text":"',
    'aaaaaaaa',
    90,
    '"}]}',
  ),
  endless(
    'a journal of entries by the million',
    'ImportTooLarge',
    '{"metadata":{"version":"1.0"},"entries":[',
    '{"uuid":"A","creationDate":"2024-04-16T23:00:00Z","text":"a"},',
    90,
    '{}]}',
  ),
  endless(
    'a web page that nests without end',
    'ImportTooLarge',
    '[{"date":"2020-01-01T10:00:00","html":"',
    '<div>',
    30,
    '"}]',
  ),
  plain('noise', 'ImportNotReadable', () =>
    Buffer.concat(
      Array.from({ length: 300_000 }, (_, index) => createHash('sha256').update(String(index)).digest()),
    ),
  ),
  plain('an archive with a key derivation of 4 TiB', 'ImportNotReadable', () => {
    const header = Buffer.from(
      JSON.stringify({
        version: 1,
        cipher: 'aes-256-gcm',
        kdf: { name: 'argon2id', m: 2 ** 32, t: 2 ** 31, p: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' },
        nonce: 'AAAAAAAAAA==',
        piece: 65_536,
      }),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length);
    return Buffer.concat([Buffer.from('FTNTSEAL'), length, header, Buffer.alloc(100)]);
  }),
];

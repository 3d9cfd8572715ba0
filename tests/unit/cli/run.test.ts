import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../../src/main/cli/cliFailure';
import { commands } from '../../../src/main/cli/commands';
import { run } from '../../../src/main/cli/run';
import { openJournal, type JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { canonicalJson } from '../../../src/main/vault/canonicalJson';
import { entryIdSchema } from '../../../src/shared/id';
import { bytesOf, createFakeClock, testKdf } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
let folder: string;
let ports: JournalPorts;
let clock: ReturnType<typeof createFakeClock>;

beforeEach(() => {
  place = createTestFolder();
  folder = join(place.path, 'Mine.journal');
  clock = createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris');
  ports = { clock, randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
});
afterEach(() => place[Symbol.dispose]());

/** One command line; `input` is standard input, piped. */
async function footnote(line: readonly string[], input: string | Uint8Array = `${passphrase}\n`) {
  let out = '';
  let said = '';
  const code = await run(line, {
    stdin: Readable.from([Buffer.from(input)]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      said += text;
    },
    ports,
  });
  return { code, out, said, json: () => JSON.parse(out) };
}

/** A key file whose `version` is one higher and whose checksum agrees. */
function fromNextVersion(text: string): string {
  const { checksum: _, version, ...rest } = JSON.parse(text);
  const next = { ...rest, version: version + 1 };
  const checksum = createHash('sha256').update(canonicalJson(next)).digest('base64');
  return canonicalJson({ ...next, checksum });
}

const withPassphrase = ['--passphrase-stdin'];
const create = () => footnote(['create', folder, ...withPassphrase]);
const add = (...more: readonly string[]) => footnote(['add', folder, ...withPassphrase, ...more]);
const list = () => footnote(['list', folder, ...withPassphrase, '--json']);
const listed = async (): Promise<
  readonly { readonly id: string; readonly title: string; readonly day: string }[]
> => (await list()).json().entries;

describe('footnote create', () => {
  it('makes a journal that the passphrase opens', async () => {
    const made = await create();
    expect(made).toMatchObject({ code: 0, said: '' });
    expect(made.out).toMatch(
      /^Made the journal Mine\.\nRecovery code: ([0-9A-Z]{5}-){5}[0-9A-Z]{4}\nWrite it down on paper .+\n$/,
    );
    const opened = await openJournal(folder, bytesOf(passphrase), ports);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  it('wants a passphrase', async () => {
    expect(await footnote(['create', folder, ...withPassphrase], '\n')).toMatchObject({ code: 2 });
    expect(await footnote(['create', folder, ...withPassphrase], '')).toMatchObject({ code: 2 });
    expect(await footnote(['create', folder])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--passphrase-stdin'),
    });
    expect(readdirSync(place.path)).toEqual([]);
  });

  it('leaves a journal, a file and a full folder that are there as they are', async () => {
    await create();
    expect(await create()).toMatchObject({ code: 8 });
    const file = join(place.path, 'file');
    writeFileSync(file, 'mine');
    expect(await footnote(['create', file, ...withPassphrase])).toMatchObject({ code: 8 });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const full = join(place.path, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'mine'), 'mine');
    expect(await footnote(['create', full, ...withPassphrase])).toMatchObject({ code: 8 });
  });

  it('opens to the same passphrase typed with combining characters', async () => {
    await footnote(['create', folder, ...withPassphrase], 'pa\u0302turage\n');
    expect(await footnote(['list', folder, ...withPassphrase], 'p\u00E2turage\n')).toMatchObject({ code: 0 });
  });

  it('takes a first line that ends as Windows ends it, with a byte order mark before it', async () => {
    await create();
    expect(await footnote(['list', folder, ...withPassphrase], `\uFEFF${passphrase}\r\n`)).toMatchObject({
      code: 0,
    });
  });
});

describe('footnote add', () => {
  beforeEach(create);

  it('adds the rest of standard input as Markdown', async () => {
    const text = `${passphrase}\n# The long field\n\nWent *slowly*.\n\n- geese\n- no watch\n`;
    expect(await footnote(['add', folder, ...withPassphrase], text)).toMatchObject({
      code: 0,
      out: 'Added an entry to 2026-03-10.\n',
    });
    const [entry] = await listed();
    expect(entry).toMatchObject({ title: 'The long field', day: '2026-03-10' });
    const shown = await footnote(['show', folder, entry?.id ?? '', ...withPassphrase]);
    expect(shown.out).toContain('# The long field\n\nWent *slowly*.\n\n- geese\n- no watch');
  });

  it('adds --text, and refuses it beside text on standard input instead of losing one of the two', async () => {
    const line = ['add', folder, ...withPassphrase, '--text', 'from the argument'];
    expect(await footnote(line, `${passphrase}\nfrom stdin\n`)).toMatchObject({
      code: 2,
      said: expect.stringContaining('not both'),
    });
    expect(await listed()).toEqual([]);
    expect(await footnote(line, `${passphrase}\n\n`)).toMatchObject({ code: 0 });
    expect((await listed()).map(({ title }) => title)).toEqual(['from the argument']);
  });

  it('adds a check-in with --mood, alone or beside an entry', async () => {
    expect(await add('--mood', '6')).toMatchObject({ code: 0, out: 'Added a check-in to 2026-03-10.\n' });
    expect(await add('--mood', '1', '--text', 'tired')).toMatchObject({
      out: 'Added an entry and a check-in to 2026-03-10.\n',
    });
    const opened = await openJournal(folder, bytesOf(passphrase), ports);
    if (!opened.ok) throw new Error(opened.error.type);
    const checkIns = [...opened.value.everything.checkIns()];
    opened.value.close();
    expect(checkIns.map(({ valence, isRemembered }) => ({ valence, isRemembered }))).toEqual([
      { valence: 2 / 3, isRemembered: false },
      { valence: -1, isRemembered: false },
    ]);
  });

  it('adds to a day gone by, at noon, and marks a mood as remembered', async () => {
    expect(await add('--day', '2025-12-24', '--text', 'snow', '--mood', '5', '--json')).toMatchObject({
      code: 0,
    });
    const [entry] = await listed();
    expect(entry).toMatchObject({ day: '2025-12-24', at: Date.parse('2025-12-24T11:00:00Z') });
    const opened = await openJournal(folder, bytesOf(passphrase), ports);
    if (!opened.ok) throw new Error(opened.error.type);
    expect([...opened.value.everything.checkIns()]).toMatchObject([
      { day: '2025-12-24', isRemembered: true },
    ]);
    opened.value.close();
  });

  it('counts the small hours to the day before', async () => {
    clock.set('2026-03-11T00:30:00Z');
    expect((await add('--text', 'still up', '--json')).json()).toMatchObject({ ok: true, day: '2026-03-10' });
  });

  it.each([
    [['--mood', '8', '--text', 'x']],
    [['--mood', '0', '--text', 'x']],
    [['--mood', 'good', '--text', 'x']],
    [['--day', '2026-02-30', '--text', 'x']],
    [['--day', 'yesterday', '--text', 'x']],
    [['--day', '2026-03-11', '--text', 'x']],
    [['--text', '  ']],
    [['--text', 'x', 'stray words']],
    [['--text', 'x', '--title', ' ']],
    [['--text', 'x', '--title', 'two\nlines']],
    [['--text', 'x', '--title', 't'.repeat(121)]],
    [['--text', 'x', '--tags', 'walk,,river']],
    [['--text', 'x', '--tags', '\u0301']],
    [['--text', 'x', '--tags', `walk,${'t'.repeat(65)}`]],
    [['--text', 'x', '--tags', Array.from({ length: 51 }, (_, index) => `tag ${index}`).join(',')]],
    [['--mood', '3', '--title', 'Nothing written']],
    [['--mood', '3', '--star']],
    [['--unheard-of']],
  ])('adds nothing when it is asked for %j', async (more) => {
    expect(await add(...more)).toMatchObject({ code: 2, out: '' });
    expect(await listed()).toEqual([]);
  });

  it('adds an entry with a title, tags and a star, found by each of them', async () => {
    const text = ['--day', '2026-03-01', '--text', 'Frost on the path', '--mood', '5'];
    const said = ['--title', ' Before the thaw ', '--tags', 'orchard, early walks,Orchard', '--star'];
    const added = await add(...text, ...said);
    expect(added).toMatchObject({ code: 0, out: 'Added an entry and a check-in to 2026-03-01.\n' });
    expect(await listed()).toMatchObject([
      { givenTitle: 'Before the thaw', tags: ['early walks', 'orchard'], isStarred: true },
    ]);
    const found = await footnote(['search', folder, 'thaw', ...withPassphrase]);
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining('2026-03-01') });
    expect(await footnote(['verify', folder, ...withPassphrase])).toMatchObject({ code: 0 });
  });

  it('adds nothing when there is nothing', async () => {
    expect(await add()).toMatchObject({
      code: 2,
      said: 'footnote: There is nothing to add: no text and no mood.\n',
    });
  });

  it('refuses bytes that are not text, rather than changing them', async () => {
    const bytes = Buffer.concat([Buffer.from(`${passphrase}\ncaf`), Buffer.from([0xe9])]);
    expect(await footnote(['add', folder, ...withPassphrase], bytes)).toMatchObject({ code: 2 });
    expect(await listed()).toEqual([]);
  });

  it('takes two megabytes of text, and says so of a text beyond the limit', async () => {
    const long = `${'a line of words '.repeat(20)}\n\n`.repeat(6_500);
    expect(await footnote(['add', folder, ...withPassphrase], `${passphrase}\n${long}`)).toMatchObject({
      code: 0,
    });
    const tooLong = 'words '.repeat(700_000);
    expect(
      await footnote(['add', folder, ...withPassphrase, '--json'], `${passphrase}\n${tooLong}`),
    ).toMatchObject({
      code: 2,
      out: '{"ok":false,"error":{"type":"TextTooLong"}}\n',
    });
    expect(await listed()).toHaveLength(1);
  });

  it('takes text in pieces, with the passphrase split over two of them', async () => {
    let out = '';
    const code = await run(['add', folder, '--passphrase-stdin', '--json'], {
      stdin: Readable.from([
        Buffer.from('geese over'),
        Buffer.from(' the long field\nfirst '),
        Buffer.from('and second'),
      ]),
      out: (text) => {
        out += text;
      },
      err: () => undefined,
      ports,
    });
    expect({ code, ok: JSON.parse(out).ok }).toEqual({ code: 0, ok: true });
    expect((await listed())[0]?.title).toBe('first and second');
  });
});

describe('footnote list, show and search', () => {
  beforeEach(async () => {
    await create();
    await add('--day', '2026-03-01', '--text', 'Frost on the orchard path');
    await add('--day', '2026-03-02', '--text', 'A heron by the mill bridge');
    await add('--day', '2026-03-02', '--text', 'Lentils, and an early night');
  });

  it('lists newest first, a line each, as many as are asked for', async () => {
    const { out } = await footnote(['list', folder, ...withPassphrase]);
    expect(out).toMatch(
      /^2026-03-02 {2}12:00 {2}[0-9a-f]{8} {2}(Lentils|A heron).*\n.*\n2026-03-01 {2}12:00 {2}[0-9a-f]{8} {2}Frost on the orchard path\n$/,
    );
    const two = await footnote(['list', folder, '--limit', '2', ...withPassphrase, '--json']);
    expect(two.json()).toMatchObject({ ok: true, total: 3 });
    expect(two.json().entries).toHaveLength(2);
    expect(await footnote(['list', folder, '--limit', '0', ...withPassphrase])).toMatchObject({ code: 2 });
  });

  it('shows an entry by its id, by its short id, and all of a day', async () => {
    const frost = (await listed()).find(({ title }) => title.startsWith('Frost'));
    const id = frost?.id ?? '';
    for (const which of [id, id.slice(-8)]) {
      const shown = await footnote(['show', folder, which, ...withPassphrase]);
      expect(shown).toMatchObject({
        code: 0,
        out: `2026-03-01  12:00  ${id}\n\nFrost on the orchard path\n`,
      });
    }
    const day = await footnote(['show', folder, '2026-03-02', ...withPassphrase, '--json']);
    expect(
      day
        .json()
        .entries.map(({ markdown }: { markdown: string }) => markdown.trim())
        .toSorted(),
    ).toEqual(['A heron by the mill bridge', 'Lentils, and an early night']);
  });

  it('shows the title, the star and the tags an entry was given', async () => {
    const frost = (await listed()).find(({ title }) => title.startsWith('Frost'));
    const id = entryIdSchema.parse(frost?.id);
    const opened = await openJournal(folder, bytesOf(passphrase), ports);
    if (!opened.ok) throw new Error(opened.error.type);
    opened.value.entryFacts.setTitle({ id, title: 'Before the thaw' });
    opened.value.entryFacts.setTags({ id, tags: ['orchard', 'early walks'] });
    opened.value.entryFacts.setStar({ id, star: 'on' });
    opened.value.close();
    const facts = '* Before the thaw  #early walks  #orchard';
    expect((await footnote(['show', folder, id, ...withPassphrase])).out).toBe(
      `2026-03-01  12:00  ${id}\n${facts}\n\nFrost on the orchard path\n`,
    );
    expect((await footnote(['list', folder, ...withPassphrase])).out).toContain(`  ${facts}\n`);
  });

  it('says when there is no such entry', async () => {
    for (const which of ['00000000', '2020-01-01', '0196a000-0000-7000-8000-0000aaaabbbb']) {
      expect(await footnote(['show', folder, which, ...withPassphrase])).toMatchObject({ code: 9, out: '' });
    }
    expect(await footnote(['show', folder, ...withPassphrase])).toMatchObject({ code: 2 });
  });

  it('finds the entries that hold all the words', async () => {
    const found = await footnote(['search', folder, 'orchard', 'frost', ...withPassphrase, '--json']);
    expect(found.json()).toMatchObject({
      ok: true,
      total: 1,
      hits: [{ title: 'Frost on the orchard path' }],
    });
    const none = await footnote(['search', folder, 'orchard', 'heron', ...withPassphrase, '--json']);
    expect(none).toMatchObject({ code: 0 });
    expect(none.json()).toEqual({ ok: true, total: 0, hits: [] });
    const text = await footnote(['search', folder, 'heron', ...withPassphrase]);
    expect(text.out).toContain('A heron by the mill bridge');
    expect(await footnote(['search', folder, ...withPassphrase])).toMatchObject({ code: 2 });
  });

  it('takes anything after -- as words', async () => {
    const found = await footnote(['search', folder, ...withPassphrase, '--', 'frost', '--help']);
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining('Frost on the orchard path') });
  });

  it('never lets a text steer the terminal it is shown in', async () => {
    await add('--text', 'calm \u001B[2Jand \u009B31mred\u0007');
    for (const line of [
      ['list', folder],
      ['search', folder, 'calm'],
      ['show', folder, '2026-03-10'],
    ]) {
      const { out } = await footnote([...line, ...withPassphrase]);
      expect(out).toContain('calm');
      expect(out).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });
});

describe('footnote export', () => {
  beforeEach(async () => {
    await create();
    await add('--text', 'Frost on the orchard path', '--mood', '6');
  });

  it.each(['markdown', 'csv', 'json'])('writes %s to the place that is named', async (format) => {
    const target = join(place.path, 'out');
    const done = await footnote(['export', folder, target, '--format', format, ...withPassphrase, '--json']);
    expect(done).toMatchObject({ code: 0 });
    expect(done.json()).toMatchObject({ ok: true, format, target, checkIns: 1 });
    expect(readdirSync(place.path).toSorted()).toEqual(['Mine.journal', 'out']);
  });

  it('never writes over what is there', async () => {
    const file = join(place.path, 'mine.json');
    writeFileSync(file, 'mine');
    const line = ['export', folder, file, '--format', 'json', ...withPassphrase];
    expect(await footnote(line)).toMatchObject({ code: 8, out: '' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const into = ['export', folder, place.path, '--format', 'markdown', ...withPassphrase];
    expect(await footnote(into)).toMatchObject({ code: 8 });
    const below = ['export', folder, join(file, 'out'), '--format', 'csv', ...withPassphrase];
    expect(await footnote(below)).toMatchObject({ code: 8 });
  });

  it('asks for a format it knows and a place', async () => {
    expect(await footnote(['export', folder, 'x', '--format', 'pdf', ...withPassphrase])).toMatchObject({
      code: 2,
    });
    expect(await footnote(['export', folder, '--format', 'csv', ...withPassphrase])).toMatchObject({
      code: 2,
    });
  });
});

describe('footnote verify and sample', () => {
  it('finds a sample journal sound, and a damaged one damaged', async () => {
    const made = await footnote([
      'sample',
      folder,
      '--years',
      '1',
      '--seed',
      '4',
      ...withPassphrase,
      '--json',
    ]);
    expect(made).toMatchObject({ code: 0 });
    const { counts } = made.json();
    expect(counts.entries).toBeGreaterThan(600);
    const sound = await footnote(['verify', folder, ...withPassphrase, '--json']);
    expect(sound).toMatchObject({ code: 0 });
    expect(sound.json()).toEqual({ ok: true, isSound: true, counts: { ...counts, binned: 0 } });

    const database = join(folder, 'journal.db');
    const bytes = readFileSync(database);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(database, bytes);
    const damaged = await footnote(['verify', folder, ...withPassphrase, '--json']);
    expect(damaged).toMatchObject({ code: 5 });
    expect(damaged.json()).toMatchObject({ ok: false });
  });

  it('makes the same sample again, and refuses to fill a journal that is there', async () => {
    const other = join(place.path, 'Other.journal');
    const counts = [];
    for (const one of [folder, other]) {
      const made = await footnote([
        'sample',
        one,
        '--years',
        '1',
        '--seed',
        '4',
        ...withPassphrase,
        '--json',
      ]);
      counts.push(made.json().counts);
    }
    expect(counts[0]).toEqual(counts[1]);
    expect(
      await footnote(['sample', folder, '--years', '1', '--seed', '4', ...withPassphrase]),
    ).toMatchObject({ code: 8 });
  });

  it.each([
    ['--years', '0'],
    ['--years', 'x'],
    ['--years', '2.5'],
    ['--seed', '-1'],
  ])('refuses %s %s', async (name, value) => {
    expect(await footnote(['sample', folder, name, value, ...withPassphrase])).toMatchObject({ code: 2 });
    expect(readdirSync(place.path)).toEqual([]);
  });
});

describe('opening a journal on the command line', () => {
  it('tells a wrong passphrase, a missing journal and a file apart', async () => {
    expect(await list()).toMatchObject({ code: 4, out: '{"ok":false,"error":{"type":"JournalMissing"}}\n' });
    await create();
    const wrong = await footnote(['list', folder, ...withPassphrase, '--json'], 'something else\n');
    expect(wrong).toMatchObject({ code: 3, out: '{"ok":false,"error":{"type":"WrongPassphrase"}}\n' });
    expect(await footnote(['list', join(folder, 'vault.json'), ...withPassphrase])).toMatchObject({
      code: 4,
    });
  });

  it('tells a damaged journal and one from a newer version', async () => {
    await create();
    truncateSync(join(folder, 'journal.db'), 0);
    expect(await list()).toMatchObject({
      code: 5,
      out: '{"ok":false,"error":{"type":"JournalDamaged","part":"database"}}\n',
    });
    for (const name of readdirSync(folder).filter((one) => one.startsWith('vault.json'))) {
      writeFileSync(join(folder, name), fromNextVersion(readFileSync(join(folder, name), 'utf8')));
    }
    expect(await list()).toMatchObject({ code: 6 });
    for (const name of readdirSync(folder).filter((one) => one.startsWith('vault.json'))) {
      writeFileSync(join(folder, name), '{');
    }
    expect(await list()).toMatchObject({
      code: 5,
      out: '{"ok":false,"error":{"type":"JournalDamaged","part":"vault"}}\n',
    });
  });

  it('tells a journal that is open elsewhere, and lets go of it afterwards itself', async () => {
    await create();
    const opened = await openJournal(folder, bytesOf(passphrase), ports);
    expect(await list()).toMatchObject({ code: 7 });
    if (opened.ok) opened.value.close();
    expect(await list()).toMatchObject({ code: 0 });
    expect(await list()).toMatchObject({ code: 0 });
  });
});

describe('the command line', () => {
  it('explains every command and every exit code', async () => {
    const { code, out } = await footnote(['--help']);
    expect(code).toBe(0);
    for (const { name, takes } of commands)
      expect(out).toContain(`footnote ${name} ${takes}`.replace('footnote ', '  '));
    for (const text of Object.values(exitCodes)) expect(out).toContain(text);
    expect(await footnote(['add', '--help'])).toMatchObject({ code: 0, out });
    const asJson = (await footnote(['--help', '--json'])).json();
    expect(asJson).toMatchObject({ ok: true, help: out });
    expect(asJson.commands).toHaveLength(commands.length);
  });

  it('has an answer for a line it does not understand, without repeating it', async () => {
    for (const line of [
      [],
      ['remember'],
      ['list'],
      ['add', folder, '--texxt', 'secret words'],
      ['list', folder, '--limit'],
    ]) {
      const { code, out, said } = await footnote(line);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(said).toMatch(/^footnote: .+\n$/);
      expect(said).not.toContain('secret');
    }
  });

  it('answers with one JSON document and nothing else, whatever happens', async () => {
    for (const line of [
      ['remember', '--json'],
      ['list', folder, '--json'],
      ['list', folder, '--json', ...withPassphrase],
    ]) {
      const { out, said, json } = await footnote(line);
      expect(said).toBe('');
      expect(out.trimEnd()).not.toContain('\n');
      expect(json()).toMatchObject({ ok: false, error: { type: expect.any(String) } });
    }
  });

  it('answers for a bug of ours without showing what it was about', async () => {
    await create();
    const broken: JournalPorts = {
      ...ports,
      clock: {
        now: () => {
          throw new Error('private words');
        },
        zone: () => 'UTC',
      },
    };
    let out = '';
    let said = '';
    const code = await run(['add', folder, '--text', 'private words', '--passphrase-stdin'], {
      stdin: Readable.from([Buffer.from(`${passphrase}\n`)]),
      out: (text) => {
        out += text;
      },
      err: (text) => {
        said += text;
      },
      ports: broken,
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).not.toContain('private words');
    expect(said).toContain('at ');
    expect((await footnote(['list', folder, ...withPassphrase])).code).toBe(0);
  });
});

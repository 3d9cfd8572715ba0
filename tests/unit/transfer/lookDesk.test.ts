import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillSampleJournal } from '../../../src/main/sample/sampleJournal';
import type { TransferProgress } from '../../../src/shared/domain/transferProgress';
import { civilDaySchema } from '../../../src/shared/time';
import { createEntryId, entryIdSchema, pathTokenSchema, sessionIdSchema } from '../../../src/shared/id';
import { toArchive } from '../../support/archives';
import { createTestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { plainDraft } from '../../support/plainSession';
import { beginKeeper, passphraseBytes, type KeeperFixture } from '../../support/keeperFixture';
import { documentOf } from '../../support/documents';
import { createNewImage, pictureDocument } from '../../support/images';
import { createPictureRelay } from '../../../src/main/transfer/import/pictureRelay';
import { createTestFolder } from '../../support/testFolder';

let place: ReturnType<typeof createTestFolder>;
let keeper: KeeperFixture;

const archiveToken = pathTokenSchema.parse('01a2044e-5402-72e1-b396-aaaaaaaaaaaa');
const trackToken = pathTokenSchema.parse('01a2044e-5402-72e1-b396-bbbbbbbbbbbb');
const exportToken = pathTokenSchema.parse('01a2044e-5402-72e1-b396-cccccccccccc');

const track = `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Loop by the river</name><type>running</type><trkseg>
<trkpt lat="48.85" lon="2.35"><time>2026-03-01T08:00:00Z</time></trkpt><trkpt lat="48.86" lon="2.36"><time>2026-03-01T08:30:00Z</time></trkpt></trkseg></trk></gpx>`;

beforeEach(async () => {
  place = createTestFolder();
  keeper = await beginKeeper({ kind: 'journal', folder: join(place.path, 'Ada.journal') });
  await keeper.ask('vault.create', { passphrase: passphraseBytes('a loop in the rain') });
  writeFileSync(join(place.path, 'loop.gpx'), track);
  for (const [token, name] of [
    [trackToken, 'loop.gpx'],
    [archiveToken, 'all.footnote.zip'],
    [exportToken, 'taken'],
  ] as const)
    await keeper.service.hear({ type: 'path', token, path: join(place.path, name) });
});
afterEach(async () => {
  await keeper.service.hear({ type: 'close' });
  place[Symbol.dispose]();
});

const scratch = () => {
  const folder = join(place.path, 'scratch');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function value<Value>(reply: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>) {
  const answered = await reply;
  if (!answered.ok) throw new Error(JSON.stringify(answered.error));
  return answered.value;
}

/** Months of everything, so that it takes more than a moment. */
async function archiveOfMonths(): Promise<Buffer> {
  await using away = await createTestJournal({ seed: 3 });
  fillSampleJournal(away.journal, {
    years: 1,
    seed: 5,
    today: civilDaySchema.parse('2025-05-01'),
    zone: 'America/New_York',
  });
  return await toArchive(away.journal);
}

/** Until some of what waits has come in. */
async function untilSomeCameIn(): Promise<TransferProgress> {
  for (;;) {
    await setImmediate();
    const progress = await value(keeper.ask('transfer.progress', {}));
    if (progress.what === 'apply' && progress.done > 0) return progress;
  }
}

async function archiveWithPicture(): Promise<Buffer> {
  await using away = await createTestJournal({ seed: 3 });
  const { id: image } = must(away.journal.images.add(createNewImage(1)));
  const id = createEntryId(away.clock.now(), away.ports.randomBytes);
  must(away.journal.entries.save({ id, document: pictureDocument([image], 'The pier'), baseRevision: 0 }));
  return await toArchive(away.journal);
}

const look = () => value(keeper.ask('import.look', { token: trackToken }));

const entriesHere = async () =>
  (await value(keeper.ask('entries.list', { where: 'journal', after: null, limit: 100 }))).entries;

describe('a file that is looked at', () => {
  it('is told, changes nothing, and comes in when somebody says so; afterwards it can be taken back', async () => {
    const report = await look();
    expect(report).toMatchObject({
      source: 'gpx',
      days: { from: '2026-03-01', to: '2026-03-01' },
      counts: { movement_sessions: { new: 1, same: 0 } },
      alike: [],
      refusedInAll: 0,
      unratedSessions: 1,
    });
    expect(scratch()).toHaveLength(1);
    expect(await value(keeper.ask('imports.list', {}))).toEqual([]);

    const { id, counts } = await value(
      keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' }),
    );
    expect(counts['movement_sessions']).toMatchObject({ new: 1 });
    expect(scratch()).toEqual([]);
    expect(await value(keeper.ask('imports.list', {}))).toMatchObject([
      { id, source: 'gpx', takenBackAt: null },
    ]);
    expect(await value(keeper.ask('imports.takeBack', { id }))).toEqual({ takenBack: 1, left: 0 });
    expect(await value(keeper.ask('imports.list', {}))).toMatchObject([{ takenBackAt: expect.any(Number) }]);
  });

  it('brings in what seems to be here already only where the person chose it', async () => {
    await value(
      keeper.ask('sessions.save', {
        ...plainDraft,
        id: sessionIdSchema.parse('01a2044e-5402-72e1-b396-f8fcd4dbd485'),
        kind: 'run',
        startedAt: Date.parse('2026-03-01T08:01:00Z'),
        minutes: 30,
        before: null,
        after: null,
      }),
    );
    const first = await look();
    expect(first.alike).toMatchObject([{ incoming: { minutes: 30 }, present: { kind: 'run', minutes: 30 } }]);
    const left = await value(keeper.ask('import.apply', { look: first.id, alike: [], alikeEntries: 'out' }));
    expect(left.counts['movement_sessions']).toBeUndefined();

    const second = await look();
    const chosen = second.alike.map(({ incoming }) => incoming.id);
    const taken = await value(
      keeper.ask('import.apply', { look: second.id, alike: chosen, alikeEntries: 'out' }),
    );
    expect(taken.counts['movement_sessions']).toMatchObject({ new: 1 });
  });

  it('leaves out all entries that say what is here already, or none, and looks anew whether they are here', async () => {
    const path = join(place.path, 'loop.gpx');
    writeFileSync(path, '[2026-03-01 08:00] Geese over the field\n\n[2026-03-02 08:00] Rain @roof\n');
    await value(keeper.ask('import.apply', { look: (await look()).id, alike: [], alikeEntries: 'out' }));
    // At another hour they have other ids, as if another program told them.
    writeFileSync(path, '[2026-03-01 09:00] Geese over the field\n\n[2026-03-02 09:00] Rain @roof\n');
    const report = await look();
    expect(report.counts).toMatchObject({ entries: { new: 2, same: 0 } });
    expect(report.alikeEntries).toMatchObject({
      inAll: 2,
      tags: 1,
      told: [
        { day: '2026-03-01', title: 'Geese over the field', here: 'entry' },
        { day: '2026-03-02', title: 'Rain @roof', here: 'entry' },
      ],
    });
    const [first] = (await entriesHere()).toReversed();
    if (first === undefined) throw new Error('It is not there');
    await value(keeper.ask('entries.moveToBin', { id: first.id }));
    const left = await value(keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' }));
    expect(left.counts).toMatchObject({ entries: { new: 1 } });
    expect(await entriesHere()).toHaveLength(2);

    writeFileSync(path, '[2026-03-02 10:00] Rain @roof\n');
    const again = await look();
    const taken = await value(keeper.ask('import.apply', { look: again.id, alike: [], alikeEntries: 'in' }));
    expect(taken.counts).toMatchObject({ entries: { new: 1 }, entry_tags: { new: 1 } });
    expect(await entriesHere()).toHaveLength(3);
  });

  it('leaves nothing when it is left, when another one is looked at, and when the journal is locked', async () => {
    const report = await look();
    await value(keeper.ask('import.leave', {}));
    expect(scratch()).toEqual([]);
    expect(await keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' })).toEqual({
      ok: false,
      error: { type: 'NotFound' },
    });
    await look();
    await look();
    expect(scratch()).toHaveLength(1);
    await keeper.service.hear({ type: 'close' });
    expect(scratch()).toEqual([]);
    expect(keeper.hasExited()).toBe(true);
  });

  it('whose pictures are no longer what they were when it is to come in changes nothing, and comes in once they are', async () => {
    const path = join(place.path, 'all.footnote.zip');
    const archive = await archiveWithPicture();
    writeFileSync(path, archive);
    const report = await value(keeper.ask('import.look', { token: archiveToken }));
    expect(report.counts).toMatchObject({ entries: { new: 1 }, images: { new: 1 } });
    const apply = () => keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' });
    writeFileSync(path, archive.subarray(0, 1000));
    expect(await apply()).toEqual({ ok: false, error: { type: 'ImportNotReadable' } });
    expect(await value(keeper.ask('imports.list', {}))).toEqual([]);

    writeFileSync(path, archive);
    const { counts } = await value(apply());
    expect(counts).toMatchObject({ entries: { new: 1 }, images: { new: 1 } });
    expect(scratch()).toEqual([]);
  });

  it('is not there, is not readable, or was never chosen: each is said by its name', async () => {
    writeFileSync(join(place.path, 'all.footnote.zip'), 'no zip at all');
    expect(await keeper.ask('import.look', { token: archiveToken })).toMatchObject({
      error: { type: 'ImportNotReadable' },
    });
    expect(await keeper.ask('import.look', { token: exportToken })).toMatchObject({
      error: { type: 'ImportMissing' },
    });
    const nobodys = pathTokenSchema.parse('01a2044e-5402-72e1-b396-dddddddddddd');
    expect(await keeper.ask('import.look', { token: nobodys })).toMatchObject({
      error: { type: 'PathTokenUnknown' },
    });
    expect(scratch()).toEqual([]);
    expect(await value(keeper.ask('transfer.progress', {}))).toMatchObject({ what: 'nothing' });
    expect(await value(keeper.ask('import.nextPicture', {}))).toBeNull();
  });
});

const draft = {
  id: entryIdSchema.parse('01a2044e-5402-72e1-b396-f8fcd4dbd486'),
  document: documentOf('Written meanwhile'),
  baseRevision: 0,
};
const lookAtMonths = async () => {
  writeFileSync(join(place.path, 'all.footnote.zip'), await archiveOfMonths());
  return value(keeper.ask('import.look', { token: archiveToken }));
};
describe('what is brought in', () => {
  it('says how far it is, stops when asked, leaves nothing then, and what is saved meanwhile is kept', async () => {
    const report = await lookAtMonths();
    const applied = keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' });
    const { done, total } = await untilSomeCameIn();
    expect(done).toBeLessThan(total);
    const saved = keeper.ask('entries.save', draft);
    await keeper.ask('transfer.cancel', {});
    expect(await applied).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(await saved).toMatchObject({ ok: true });
    expect(await entriesHere()).toMatchObject([{ id: draft.id }]);
    expect(await value(keeper.ask('imports.list', {}))).toEqual([]);
    expect(await value(keeper.ask('repair.verify', {}))).toMatchObject({
      isSound: true,
      entries: 1,
      sessions: 0,
    });

    // It is held open still, and comes in the second time.
    const { counts } = await value(
      keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' }),
    );
    expect(counts['entries']?.new).toBe(report.counts['entries']?.new);
    expect(await value(keeper.ask('repair.verify', {}))).toMatchObject({ isSound: true });
  });

  it('and taken back can be stopped as well, and stands then', async () => {
    const report = await lookAtMonths();
    const { id, counts } = await value(
      keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' }),
    );
    const takenBack = keeper.ask('imports.takeBack', { id });
    await untilSomeCameIn();
    await keeper.ask('transfer.cancel', {});
    expect(await takenBack).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(await value(keeper.ask('imports.list', {}))).toMatchObject([{ id, takenBackAt: null }]);
    expect(await value(keeper.ask('repair.verify', {}))).toMatchObject({
      isSound: true,
      entries: counts['entries']?.new,
    });
    expect(await value(keeper.ask('imports.takeBack', { id }))).toMatchObject({ left: 0 });
    expect(await value(keeper.ask('repair.verify', {}))).toMatchObject({ isSound: true, entries: 0 });
  });

  it('is given up when the journal is locked, and what was asked for meanwhile is answered', async () => {
    const report = await lookAtMonths();
    const applied = keeper.ask('import.apply', { look: report.id, alike: [], alikeEntries: 'out' });
    await untilSomeCameIn();
    const saved = keeper.ask('entries.save', draft);
    await keeper.service.hear({ type: 'close' });
    expect(await applied).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(await saved).toMatchObject({ ok: true });
    expect(scratch()).toEqual([]);
    expect(keeper.hasExited()).toBe(true);
  });
});

describe('pictures that come in', () => {
  it('wait for the page and go on with what it gives back', async () => {
    const relay = createPictureRelay();
    const image = createNewImage();
    const [first, second] = [relay.recode(new Uint8Array([1])), relay.recode(new Uint8Array([2]))];
    const asked = await relay.next();
    expect(asked).toEqual({ request: 1, bytes: new Uint8Array([1]) });
    relay.give(1, image);
    expect(await first).toBe(image);
    expect((await relay.next())?.request).toBe(2);
    const waiting = relay.next();
    relay.end();
    expect([await second, await waiting, await relay.recode(new Uint8Array([3]))]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

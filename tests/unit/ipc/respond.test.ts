import { describe, expect, it } from 'vitest';
import { keeperChannels, shellChannels } from '../../../src/shared/ipc/channels';
import { contract } from '../../../src/shared/ipc/contract';
import { ok } from '../../../src/shared/result';
import type { BugReport } from '../../../src/main/logging/bugReport';
import { respond, type Desk } from '../../../src/main/ipc/respond';

type SearchDesk = Desk<'entries.search'>;

const search = { words: 'heron', limit: 10 };

function searchDesk(change: Partial<SearchDesk>): SearchDesk & { readonly bugs: BugReport[] } {
  const bugs: BugReport[] = [];
  return {
    handlers: { 'entries.search': () => ok({ hits: [], total: 0 }) },
    state: () => 'unlocked',
    answers: 'checked',
    createReference: () => 'abcd1234',
    reportBug: (report) => bugs.push(report),
    bugs,
    ...change,
  };
}

describe('the pipeline', () => {
  it('answers a good call with what the handler says', async () => {
    expect(await respond(searchDesk({}), 'entries.search', search)).toEqual(ok({ hits: [], total: 0 }));
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'entries.read',
    'app.info',
    '',
    7,
    null,
  ])('knows no channel %j at a desk that has none', async (channel) => {
    expect(await respond(searchDesk({}), channel, search)).toEqual({
      ok: false,
      error: { type: 'InvalidInput' },
    });
  });

  it.each([
    { ...search, extra: 1 },
    { words: 'heron' },
    { words: 3, limit: 10 },
    { words: 'x'.repeat(501), limit: 1 },
    null,
    'heron',
  ])('refuses input that is not exactly what the contract says (%#)', async (input) => {
    const desk = searchDesk({
      handlers: {
        'entries.search': () => {
          throw new Error('a handler saw unchecked input');
        },
      },
    });
    expect(await respond(desk, 'entries.search', input)).toEqual({
      ok: false,
      error: { type: 'InvalidInput' },
    });
    expect(desk.bugs).toEqual([]);
  });

  it.each([
    ['locked', 'JournalLocked'],
    ['opening', 'JournalLocked'],
  ] as const)(
    'refuses to read while the journal is %s, before it looks at the input',
    async (state, type) => {
      expect(await respond(searchDesk({ state: () => state }), 'entries.search', 'junk')).toEqual({
        ok: false,
        error: { type },
      });
    },
  );

  it.each(['opening', 'unlocked'] as const)('refuses to unlock while the journal is %s', async (state) => {
    const desk: Desk<'vault.unlock'> = {
      ...searchDesk({}),
      handlers: { 'vault.unlock': () => ok(null) },
      state: () => state,
    };
    const reply = await respond(desk, 'vault.unlock', { passphrase: new Uint8Array(8) });
    expect(reply).toEqual({ ok: false, error: { type: 'InvalidInput' } });
  });

  it('gives a bug a reference and tells nothing else', async () => {
    const secret = 'I told nobody about /home/ada/Documents/Diary.journal';
    const desk = searchDesk({
      handlers: {
        'entries.search': () => {
          throw new RangeError(`near "${secret}": syntax error\n    at ${secret} (/home/ada/secret.ts:1:1)`);
        },
      },
    });
    const reply = await respond(desk, 'entries.search', search);
    expect(reply).toEqual({ ok: false, error: { type: 'Unexpected', reference: 'abcd1234' } });
    expect(desk.bugs).toEqual([
      { reference: 'abcd1234', place: 'entries.search', name: 'RangeError', frames: expect.any(Array) },
    ]);
    expect(desk.bugs[0]?.frames[0]).toMatch(/respond\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(desk.bugs)).not.toMatch(/nobody|ada|secret|syntax/);
  });

  it('answers although the report cannot be written', async () => {
    const desk = searchDesk({
      handlers: { 'entries.search': () => Promise.reject(new Error('x')) },
      reportBug: () => {
        throw new Error('disk full');
      },
    });
    expect(await respond(desk, 'entries.search', search)).toMatchObject({ error: { type: 'Unexpected' } });
  });

  const beyondContract = { ok: true, value: { hits: [], total: -1, path: '/home/ada' } } as const;
  const unlistedFailure = { ok: false, error: { type: 'DiskFull' } } as const;
  const chattyFailure = { ok: false, error: { type: 'SearchEmpty', sql: 'select *' } } as const;

  it.each([beyondContract, unlistedFailure, chattyFailure])(
    'takes an answer beyond the contract for a bug where answers are checked (%#)',
    async (answer) => {
      const handlers = { 'entries.search': () => answer } as unknown as SearchDesk['handlers'];
      const desk = searchDesk({ handlers });
      expect(await respond(desk, 'entries.search', search)).toMatchObject({ error: { type: 'Unexpected' } });
      expect(await respond({ ...desk, answers: 'trusted' }, 'entries.search', search)).toEqual(answer);
    },
  );
});

describe('the contract', () => {
  it('says for every channel who answers it, and takes strict objects', () => {
    for (const channel of [...shellChannels, ...keeperChannels]) {
      const { home, input } = contract[channel];
      expect(home).toBe(shellChannels.some((name) => name === channel) ? 'shell' : 'keeper');
      expect(input.safeParse({ aFieldNobodyKnows: 1 }).success, channel).toBe(false);
      expect(input.safeParse(undefined).success, channel).toBe(false);
    }
  });
});

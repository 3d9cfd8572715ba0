import { beforeEach, describe, expect, it, vi } from 'vitest';

let dialogs: number;
let asked: string[];

/** The renderer's modules expect a window with a bridge the moment they load. */
class PageWithoutMain extends EventTarget {
  readonly footnote = {
    invoke: async (channel: string) => {
      asked.push(channel);
      return { ok: true, value: null };
    },
    subscribe: () => () => undefined,
  };
}

beforeEach(() => {
  dialogs = 0;
  asked = [];
  vi.stubGlobal('window', new PageWithoutMain());
  vi.stubGlobal('document', { querySelector: () => (dialogs > 0 ? {} : null) });
});

async function load() {
  const { runCommand } = await import('../../../src/renderer/app/commands');
  const { useSession } = await import('../../../src/renderer/session/sessionStore');
  useSession.getState().enter({ name: 'Journal', place: '~/Documents', isSample: false });
  return { runCommand, session: useSession };
}

describe('a command from the menu', () => {
  it('goes where it says', async () => {
    const { runCommand, session } = await load();
    runCommand('new-entry');
    expect(session.getState().view.room).toBe('write');
    runCommand('open-settings');
    expect(session.getState().view.room).toBe('settings');
  });

  it.each(['new-entry', 'search', 'open-settings', 'shortcuts'])(
    'does not reach behind an open dialog: %s',
    async (id) => {
      const { runCommand, session } = await load();
      dialogs = 1;
      const before = session.getState();
      runCommand(id);
      expect(session.getState()).toBe(before);
    },
  );

  it('locks also behind an open dialog', async () => {
    const { runCommand } = await load();
    dialogs = 1;
    runCommand('lock');
    await vi.waitFor(() => expect(asked).toEqual(['journal.lock']));
  });
});

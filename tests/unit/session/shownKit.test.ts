import { beforeEach, describe, expect, it } from 'vitest';
import { useSession, type ShownKit } from '../../../src/renderer/session/sessionStore';

const journal = { name: 'Journal', place: '~/Documents', isSample: false };
const kit = (because: ShownKit['because']): ShownKit => ({
  kit: { code: 'RC4EK-5VFVA-BZRZD-ZKB9W-P64H0-A3EC', asked: [1, 4] },
  journal,
  because,
});

describe('a recovery kit on the page', () => {
  beforeEach(() => useSession.setState({ journal: null, shownKit: null, view: { room: 'today' } }));

  it('keeps the rooms of a new journal closed until it is left', () => {
    useSession.getState().showKit(kit('begun'));
    expect(useSession.getState().journal).toBeNull();
    useSession.getState().leaveKit();
    expect(useSession.getState()).toMatchObject({ journal, shownKit: null });
  });

  it('leaves a person where they were when it was made later', () => {
    useSession.getState().enter(journal);
    useSession.getState().openView({ room: 'settings' });
    useSession.getState().showKit(kit('made'));
    useSession.getState().leaveKit();
    expect(useSession.getState()).toMatchObject({ journal, shownKit: null, view: { room: 'settings' } });
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newSessionFields } from '../../../src/renderer/ui/sessionDraft';
import { noFilters } from '../../../src/shared/domain/search';
import { sessionIdSchema } from '../../../src/shared/id';

/** The renderer's modules expect a window with a bridge the moment they load. */
class PageWithoutMain extends EventTarget {
  readonly footnote = { invoke: () => new Promise(() => undefined), subscribe: () => () => undefined };
}

const sessionId = sessionIdSchema.parse('0190a000-0000-7000-8000-000000000002');
const marker = 'the heron under the bridge';

describe('forgetting everything', () => {
  beforeEach(() => {
    vi.stubGlobal('window', new PageWithoutMain());
  });

  it('leaves no word of the journal in caches, session or messages', async () => {
    const { queryClient } = await import('../../../src/renderer/bridge/queries');
    const { forgetEverything } = await import('../../../src/renderer/session/forgetEverything');
    const { useSession } = await import('../../../src/renderer/session/sessionStore');
    const { setJournalPlace, useJournalPlace } =
      await import('../../../src/renderer/session/journalPlaceStore');
    const { showToast, useToastStore } = await import('../../../src/renderer/session/toastStore');

    queryClient.setQueryData(['app'], { version: '0.1.0' });
    queryClient.setQueryData(['journal', 'today'], { entries: [{ title: marker }] });
    queryClient.setQueryData(['journal', 'search', marker], { hits: [] });
    queryClient.setQueryData(['entry', 'some-id'], { document: marker });
    queryClient.setQueryData(['prompt-offer'], { earlier: { title: marker } });
    useSession.getState().enter({ name: marker, place: marker, isSample: false });
    useSession.getState().openView({ room: 'journal' });
    useSession.getState().setUnfinished({ ...newSessionFields({ id: sessionId, now: 0 }), note: marker });
    setJournalPlace({ search: { words: marker, filters: noFilters } });
    showToast({ text: marker });
    const journal = { name: 'Journal', place: '~', isSample: false };
    useSession.getState().showKit({ kit: { code: marker, asked: [0, 1] }, journal, because: 'made' });

    const held = (): string =>
      JSON.stringify([
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ queryKey, state }) => [queryKey, state.data]),
        useSession.getState(),
        useToastStore.getState(),
        useJournalPlace.getState(),
      ]);
    expect(held()).toContain(marker);

    forgetEverything();

    expect(held()).not.toContain(marker);
    expect(useSession.getState().shownKit).toBeNull();
    expect(useSession.getState().view).toEqual({ room: 'today' });
    expect(queryClient.getQueryData(['app'])).toEqual({ version: '0.1.0' });
  });
});

import { QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { EntryCursor } from '../../shared/domain/entry';
import type { EntryId } from '../../shared/id';
import type { ChannelName } from '../../shared/ipc/channels';
import type { Input, Output } from '../../shared/ipc/contract';
import type { Failure } from '../../shared/ipc/failures';
import { call } from './client';

/** How a failure travels through a query, which knows only thrown errors. Its message holds nothing but the type. */
class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.type);
    this.failure = failure;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallFailed;
  }
}

/** Nothing goes stale by itself: the journal changes by our own writes, which call `invalidateJournal`. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** For query functions: gives the value or throws `CallFailed`. */
export async function read<Name extends ChannelName>(
  channel: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await call(channel, input);
  if (!reply.ok) throw new CallFailed(reply.error);
  return reply.value;
}

const pageSize = 60;
/** Often enough to notice that a day has ended while the window stood open. */
const dayWatchMs = 60_000;

/** Which journal is open and where is main's to know, so it is asked again wherever it is shown. */
export const useAppInfo = () =>
  useQuery({ queryKey: ['app'], queryFn: () => read('app.info', {}), refetchOnMount: 'always' });

export const useToday = () =>
  useQuery({
    queryKey: ['journal', 'today'],
    queryFn: () => read('today.read', {}),
    refetchInterval: dayWatchMs,
    refetchOnWindowFocus: 'always',
  });

/** Entries newest first, a page at a time: `fetchNextPage` brings earlier ones. */
export const useEntryList = (where: 'journal' | 'bin') =>
  useInfiniteQuery({
    queryKey: ['journal', 'entries', where],
    queryFn: ({ pageParam }) => read('entries.list', { where, after: pageParam, limit: pageSize }),
    initialPageParam: null as EntryCursor | null,
    getNextPageParam: (page) => page.next,
  });

/** Read once and never again while it is shown: whoever edits an entry holds the newer text. */
export const useEntry = (id: EntryId | null) =>
  useQuery({
    queryKey: ['entry', id],
    queryFn: () => (id === null ? null : read('entries.read', { id })),
    gcTime: 0,
    refetchOnMount: 'always',
  });

export const promptOfferKey = ['prompt-offer'] as const;

/** Not part of `invalidateJournal`: an offer must not change under the eyes of someone who notes a feeling. */
export const usePromptOffer = () =>
  useQuery({
    queryKey: promptOfferKey,
    queryFn: () => read('prompts.offer', {}),
    refetchOnMount: 'always',
  });

export const useSettings = () =>
  useQuery({ queryKey: ['journal', 'settings'], queryFn: () => read('settings.read', {}) });

const changeListeners = new Set<() => void>();

/** After every write; answers with how to stop listening. */
export function onJournalChanged(listener: () => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

/** Call it after every write. Entries that are open for editing and the offered prompt stay as they are. */
export function invalidateJournal(): void {
  void queryClient.invalidateQueries({ queryKey: ['journal'] });
  for (const listener of changeListeners) listener();
}

import { useQuery } from '@tanstack/react-query';
import type { Span } from '../../shared/domain/span';
import { queryClient, read } from './queries';

const none: readonly Span[] = [];

const spansKey = ['journal', 'spans'] as const;

/** Every span, the newest first; none until they have been read. For one day see `spansOfDay`, for several `spansWithin`. */
export const useSpans = (): readonly Span[] =>
  useQuery({ queryKey: spansKey, queryFn: () => read('spans.list', {}) }).data?.spans ?? none;

/** The same for where nothing is shown. */
export const readSpans = async (): Promise<readonly Span[]> =>
  (await queryClient.ensureQueryData({ queryKey: spansKey, queryFn: () => read('spans.list', {}) })).spans;
